"""Versions that are not the work tree: what is staged, and what a request makes of its base."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from oit.catalog import both
from oit.system.git import (
    DISCLOSED,
    PATHS_ALONE,
    History,
    HistoryError,
    text_of_git,
)
from oit.system.git_objects import Entry, staged_in


class ProposedHistory(History):
    """The history of a version that is not the work tree: what is staged, or a request."""

    def export_proposed(self, target: Path) -> Path:
        """Write what is proposed below a folder; returns the site's. Raises `HistoryError`."""
        return self._export(self._proposed(), target)

    def differing_from(self, commit: str) -> frozenset[str]:
        """By the objects that both name, so that every byte counts."""
        differ = {*self._disclosed(commit)} ^ {*self._proposed()}
        own = self.prefix()
        return frozenset(entry.path.removeprefix(own) for entry in differ)

    def _proposed(self) -> tuple[Entry, ...]:
        """The files that are proposed. Raises `HistoryError`."""
        raise NotImplementedError


class StagedHistory(ProposedHistory):
    """The history as of what is staged in the index; the work tree does not count."""

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths whose staged files differ from a commit."""
        return self._named("diff-index", "--cached", *PATHS_ALONE, commit)

    def _proposed(self) -> tuple[Entry, ...]:
        """By the objects that the index names."""
        options = ("--stage", "--full-name", "-z")
        return staged_in(self._bytes("ls-files", *options, "--", *DISCLOSED))


@dataclass(frozen=True)
class RequestHistory(ProposedHistory):
    """The history of a request, which is data: nothing of it is checked out or run.

    What is checked out is its base; what is proposed is both, merged.
    """

    request: str
    """A commit, branch or tag."""

    def start_of_change(self, base: str | None) -> str:  # noqa: ARG002 -- it is checked out
        """The commit that is checked out. Raises `HistoryError` where it has no common ancestor.

        Not the merge base: what is judged is what the main branch will hold.
        """
        super().start_of_change(self._requested())
        return self.head()

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths that the merge brings, by their objects."""
        return self._named("diff-tree", "-r", *PATHS_ALONE, commit, self._merged)

    def tracked(self) -> list[str]:
        """Paths of all files that the main branch will hold below the site's folder."""
        return sorted(self._named("ls-tree", "-r", "--name-only", "-z", self._merged))

    def _proposed(self) -> tuple[Entry, ...]:
        """The merge of the request into what is checked out."""
        return self._disclosed(self._merged)

    @cached_property  # it is asked for its files, its changes and its names
    def _merged(self) -> str:
        """The tree of the merge. Raises `HistoryError` on a conflict."""
        options = ("--write-tree", "--name-only", "--no-messages", "-z")
        done = self._run("merge-tree", *options, self.head(), self._requested())
        tree, *files = text_of_git(done.stdout).split("\0")
        if done.returncode == 1:
            named = " ".join(filter(None, files[:5]))
            raise HistoryError(both("git.conflict", files=named))
        if done.returncode:
            raise HistoryError(both("git.failed", why=text_of_git(done.stderr).strip()))
        return tree

    def pins_engine(self, commit: str, touched: frozenset[str]) -> bool:
        """Whether the request touches the engine's wheel, or the lock of an office that has one."""
        if any(path.startswith("vendor/") for path in touched):
            return True
        return "requirements.lock" in touched and bool(self._git("ls-tree", commit, "vendor"))

    def _requested(self) -> str:
        commit = self._commit(self.request)
        if commit is None:
            raise HistoryError(both("git.no-request", request=self.request))
        return commit
