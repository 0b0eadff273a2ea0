"""What Git knows: where a change starts, which files it touches, and how the main branch grew."""

import re
import subprocess
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from msgspec import Struct

from oit.catalog import both
from oit.system.git_objects import (
    Entry,
    ObjectReader,
    UnwritableTreeError,
    entries_in,
    objects,
    variables,
    write_tree,
)

_MAIN = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")
"""Where the main branch is looked for when nobody names a base.

In full: Git would take a tag called `origin/main` first, which whoever may push can move.
"""
DISCLOSED = ("oit_items", "mkdocs.yml", "docs")
"""Records, settings and texts, by path from the site's folder."""
PATHS_ALONE = ("--name-only", "--no-renames", "--relative", "-z")


class HistoryError(Exception):
    """The history allows no comparison; the text says why and what to do, in Thai and English."""


class History(Struct, frozen=True):
    """The history of the repository that holds a site, at its root or in a folder of it."""

    root: Path
    """The site's folder; all paths are relative to it."""

    def start_of_change(self, base: str | None) -> str:
        """The merge base of `HEAD` and `base`, else of the main branch. Raises `HistoryError`."""
        self._require_whole()
        commit = self._commit(base) if base else self._main()
        if commit is None:
            names = (re.sub("^refs/(heads|remotes)/", "", name) for name in _MAIN)
            raise HistoryError(both("git.no-base", base=base or " / ".join(names)))
        done = self._run("merge-base", commit, "HEAD")
        if done.returncode:
            raise HistoryError(both("git.no-merge-base", base=base or commit))
        return text_of_git(done.stdout).strip()

    def is_at(self, name: str, commit: str) -> bool:
        """Whether a branch, tag or hash names a commit."""
        return self._commit(name) == commit

    def recorded_up_to(self, base: str | None) -> str:
        """The commit up to which the main branch holds what is checked out.

        `HEAD` itself where no main branch is known: an office without a remote commits to it.
        Raises `HistoryError`.
        """
        if base or self._main():
            return self.start_of_change(base)
        self._require_whole()
        return self.head()

    def main_line(self, commit: str) -> str:
        """What each commit of the first-parent line changed, oldest first. Raises `HistoryError`.

        Fields that end with a NUL. Per commit: SOH and the seconds of the committer's date; for
        each change the modes, blobs and state in Git's raw format, and the path from the top.
        """
        # Whatever is configured on this machine: the first commit shows its files too.
        configured = ("-c", "log.showRoot=true", "-c", "log.showSignature=false")
        line = ("--first-parent", "--diff-merges=first-parent", "--reverse", "--no-relative")
        layout = ("--raw", "--no-abbrev", "--no-renames", "-z", "--format=%x01%ct")
        return self._git(*configured, "log", *line, *layout, commit)

    def prefix(self) -> str:
        """The site's folder in its repository, `site/`; empty at its top. Raises `HistoryError`."""
        _, own = self._checkout()
        return own

    def _require_whole(self) -> None:
        is_shallow, _ = self._checkout()
        if is_shallow:
            raise HistoryError(both("git.shallow"))

    def _checkout(self) -> tuple[bool, str]:
        """Whether the history is cut off, and where in it the site's folder is."""
        told = self._git("rev-parse", "--is-shallow-repository", "--show-prefix")
        is_shallow, _, own = told.partition("\n")
        return is_shallow == "true", own

    def _main(self) -> str | None:
        """The newest commit of the main branch, `None` where there is no branch of its name."""
        told = self._git("for-each-ref", "--format=%(refname) %(objectname)", *_MAIN)
        found = dict(line.split(" ") for line in told.splitlines())
        return next((found[name] for name in _MAIN if name in found), None)

    def _commit(self, name: str) -> str | None:
        """The commit that a branch, tag or hash names; `None` where nothing is called that."""
        # A name that begins with a hyphen must not be taken for an option: --end-of-options.
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        done = self._run(*arguments)
        return None if done.returncode else text_of_git(done.stdout).strip()

    def touched_since(self, commit: str) -> frozenset[str]:
        """Paths whose files in the work tree differ from a commit, untracked ones included.

        A renamed file is two paths: the old one and the new one.
        """
        tracked = self._named("diff", *PATHS_ALONE, commit)
        return tracked | self._named("ls-files", "--others", "--exclude-standard", "-z")

    def head(self) -> str:
        """The full hash of the commit that is checked out. Raises `HistoryError`."""
        return self._git("rev-parse", "--verify", "HEAD")

    def first_parents(self, commit: str) -> frozenset[str]:
        """The main branch's own line up to a commit, whole. Raises `HistoryError`."""
        self._require_whole()
        return frozenset(self._git("rev-list", "--first-parent", commit, "--").split())

    def uncommitted(self) -> list[str]:
        """Paths that differ from the last commit, with untracked ones. Raises `HistoryError`."""
        status = self._git("status", "--porcelain", "--no-renames", "-z", "--", ".")
        return [entry[3:] for entry in status.split("\0") if entry]

    def ignored(self, *folders: str) -> list[str]:
        """Paths of files in folders that Git is told to leave out. Raises `HistoryError`."""
        options = ("--others", "--ignored", "--exclude-standard", "-z")
        listed = self._git("ls-files", *options, "--", *folders)
        return [name for name in listed.split("\0") if name]

    def tracked(self) -> list[str]:
        """Paths of all files that Git tracks below the site's folder. Raises `HistoryError`."""
        return [name for name in self._git("ls-files", "-z").split("\0") if name]

    def export(self, commit: str, target: Path, paths: Iterable[str] = DISCLOSED) -> Path:
        """Write what a commit discloses below a folder, byte for byte; returns the site's folder.

        Raises `HistoryError`.
        """
        return self._export(self._disclosed(commit, paths), target)

    def differing_from(self, commit: str) -> frozenset[str] | None:  # noqa: ARG002 -- below
        """Paths of all disclosed files in which what is judged differs from a commit.

        `None` where no listing of Git's tells: what lies in the work tree has to be read.
        """
        return None

    def _disclosed(self, commit: str, paths: Iterable[str] = DISCLOSED) -> tuple[Entry, ...]:
        listed = self._bytes("ls-tree", "-r", "--full-name", "-z", commit, "--", *paths)
        return entries_in(listed)

    def entries(self, commit: str) -> tuple[Entry, ...]:
        """Every file of a commit below the site's folder. Raises `HistoryError`."""
        return entries_in(self._bytes("ls-tree", "-r", "--full-name", "-z", commit))

    def export_whole(self, commit: str, target: Path) -> Path:
        """Write every file of a commit below a folder; returns the site's folder."""
        return self._export(self.entries(commit), target)

    def content(self, commit: str, path: str) -> bytes:
        """The bytes of a file of a commit. Raises `HistoryError` where it has none."""
        return self._bytes("cat-file", "blob", f"{commit}:./{path}")

    def _export(self, entries: tuple[Entry, ...], target: Path) -> Path:
        try:
            with self._objects() as read:
                write_tree(read, entries, target)
        except UnwritableTreeError as error:
            raise HistoryError(str(error)) from None
        return target / self.prefix()

    def _objects(self) -> AbstractContextManager[ObjectReader]:
        """A reader of the repository's objects, while they are read."""
        return objects(self.root)

    def pins_engine(self, commit: str, touched: frozenset[str]) -> bool:  # noqa: ARG002 -- below
        """Whether a change since a commit takes another engine than the one that judges it."""
        return False  # the engine that runs here is the one of the work tree

    def _named(self, *arguments: str) -> frozenset[str]:
        """The paths that a command with `-z` lists."""
        return frozenset(filter(None, text_of_git(self._bytes(*arguments)).split("\0")))

    def _git(self, *arguments: str, stdin: bytes = b"", **own: str) -> str:
        """What a command writes to standard output. Raises `HistoryError` where it fails."""
        return text_of_git(self._bytes(*arguments, stdin=stdin, **own)).strip("\n")

    def _bytes(self, *arguments: str, stdin: bytes = b"", **own: str) -> bytes:
        done = self._run(*arguments, stdin=stdin, **own)
        if done.returncode:
            raise HistoryError(both("git.failed", why=text_of_git(done.stderr).strip()))
        return done.stdout

    def _run(
        self, *arguments: str, stdin: bytes = b"", **own: str
    ) -> subprocess.CompletedProcess[bytes]:
        """A command that was carried out; `own` are variables of its environment."""
        # Paths are taken literally: a file may be called `*.csv`.
        command = ["git", "-C", str(self.root), "--literal-pathspecs", *arguments]
        try:
            return subprocess.run(
                command, env=variables(**own), input=stdin, capture_output=True, check=False
            )
        except FileNotFoundError:
            raise HistoryError(both("git.no-git")) from None


def text_of_git(data: bytes) -> str:
    """A file's name may be no UTF-8."""
    return data.decode("utf-8", "surrogateescape")
