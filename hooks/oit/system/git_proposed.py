"""Versions that are not the work tree: what is staged, and what a request makes of its base."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import cached_property, partial
from pathlib import Path
from typing import Self, TypeAlias, TypeVar, cast

from msgspec.structs import replace

from oit.catalog import both
from oit.system.git import (
    DISCLOSED,
    PATHS_ALONE,
    History,
    HistoryError,
    text_of_git,
)
from oit.system.git_objects import Entry, ObjectReader, objects, paths_in, staged_in

Answer = TypeVar("Answer")
Reads: TypeAlias = Callable[[str], bool]
"""Whether a file is read, by its path from the site's folder."""


def every_path(path: str) -> bool:  # noqa: ARG001 -- as others choose
    """All files are read."""
    return True


class ProposedHistory(History, frozen=True):
    """The history of a version that is not the work tree: what is staged, or a request."""

    def export_proposed(self, target: Path, reads: Reads = every_path) -> Path:
        """Write what is proposed, as far as it is read, below a folder; returns the site's.

        Raises `HistoryError`.
        """
        own = self.prefix()
        entries = (each for each in self._proposed() if reads(each.path.removeprefix(own)))
        return self._export(tuple(entries), target)

    def differing_from(self, commit: str) -> frozenset[str]:
        """By the objects that both name, so that every byte counts."""
        differ = {*self._disclosed(commit)} ^ {*self._proposed()}
        own = self.prefix()
        return frozenset(entry.path.removeprefix(own) for entry in differ)

    def _proposed(self) -> tuple[Entry, ...]:
        """The files that are proposed. Raises `HistoryError`."""
        raise NotImplementedError


class StagedHistory(ProposedHistory, frozen=True, dict=True):
    """The history as of what is staged in the index; the work tree does not count.

    Several ask the same of it: it asks Git once, so that all of them speak of the same versions.
    """

    running: ExitStack
    """Ends the one reader of objects that all share."""

    @classmethod
    @contextmanager
    def of(cls, root: Path) -> Iterator[Self]:
        """The history of the repository that holds a site, while it is asked."""
        with ExitStack() as running:
            yield cls(root, running)

    def start_of_change(self, base: str | None) -> str:
        """As for what is checked out."""
        return self._once(("start", base), lambda: super(StagedHistory, self).start_of_change(base))

    def tracked(self) -> list[str]:
        """Paths of all files in the index below the site's folder, of conflicts too."""
        own = self.prefix()
        return [path.removeprefix(own) for path in paths_in(self._index())]

    def _checkout(self) -> tuple[bool, str]:
        return self._once("checkout", super()._checkout)

    def _main(self) -> str | None:
        return self._once("main", super()._main)

    def _objects(self) -> AbstractContextManager[ObjectReader]:
        started = partial(self.running.enter_context, objects(self.root))
        return nullcontext(self._once("objects", started))

    def _index(self) -> bytes:
        """What Git lists of the index below the site's folder."""
        options = ("--stage", "--full-name", "-z")
        return self._once("index", lambda: self._bytes("ls-files", *options))

    def disclosed(self, commit: str) -> tuple[Entry, ...]:
        """What a commit discloses, by path from the site's folder. Raises `HistoryError`."""
        own = self.prefix()
        listed = self._disclosed(commit)
        return tuple(replace(each, path=each.path.removeprefix(own)) for each in listed)

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths whose staged files differ from a commit."""
        arguments = ("diff-index", "--cached", *PATHS_ALONE, commit)
        return self._once(arguments, partial(self._named, *arguments))

    def _proposed(self) -> tuple[Entry, ...]:
        """By the objects that the index names."""
        return self._once("proposed", lambda: self._below(staged_in(self._index()), DISCLOSED))

    def _disclosed(self, commit: str, paths: Iterable[str] = DISCLOSED) -> tuple[Entry, ...]:
        """Items of a commit too are found in the list of all that it discloses."""
        return self._below(self._once(commit, partial(super()._disclosed, commit)), paths)

    def _below(self, entries: Iterable[Entry], paths: Iterable[str]) -> tuple[Entry, ...]:
        folders = tuple(f"{self.prefix()}{path}/" for path in paths)
        return tuple(each for each in entries if f"{each.path}/".startswith(folders))

    def _once(self, question: Hashable, ask: Callable[[], Answer]) -> Answer:
        """What is asked for the first time, and known from then on."""
        if question not in self._answers:
            self._answers[question] = ask()
        return cast(Answer, self._answers[question])

    @cached_property
    def _answers(self) -> dict[Hashable, object]:
        return {}


class RequestHistory(ProposedHistory, frozen=True, dict=True):
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
