"""A commit of some files alone, on a branch of its own.

It is made of objects, beside the work tree and its index: whatever else somebody has changed or
staged has no part in it and stays as it is, no filter or attribute changes a byte, and no hook
runs. Until `enter` nothing names the commit, so that a run killed before it has changed nothing.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path

from msgspec import Struct

from oit.catalog import both
from oit.system.git import History, HistoryError, text_of_git
from oit.system.git_objects import blob_id
from oit.system.locking import held

ENTRIES = "entry/"
"""Branches of entries begin with this: `entry/2025-05-08-1`."""
_FILE = "100644"
NO_HOOKS = ("-c", f"core.hooksPath={os.devnull}")
"""A hook may lie in a folder that comes with a commit, where somebody has set it so."""
_UNDERWAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD")


class EntryCommit(Struct, frozen=True):
    """A commit, the branch that it belongs on, and the commit before it."""

    branch: str
    commit: str
    parent: str


class CommittingHistory(History, frozen=True):
    """The history of a checkout to which a commit is added; no hook runs meanwhile."""

    def _run(
        self, *arguments: str, stdin: bytes = b"", **own: str
    ) -> subprocess.CompletedProcess[bytes]:
        return super()._run(*NO_HOOKS, *arguments, stdin=stdin, **own)

    def require_ready(self) -> None:
        """Raises `HistoryError` where no commit can be made: no author, or a merge is underway."""
        self.head()
        if any(map(self._commit, _UNDERWAY)):
            raise HistoryError(both("proposing.underway"))
        # Git would make up an address from the name of the machine.
        configured = ("-c", "user.useConfigOnly=true")
        for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            if self._run(*configured, "var", who).returncode:
                raise HistoryError(both("proposing.no-author"))

    def require_unchanged(self, paths: Iterable[str]) -> None:
        """Raises `HistoryError` where somebody has changed one of the files since the last commit.

        A commit of the file would take that change along, under a message that is about another.
        """
        options = ("--porcelain", "--no-renames", "--untracked-files=all", "-z")
        status = text_of_git(self._bytes("status", *options, "--", *paths))
        if changed := [entry[3:] for entry in status.split("\0") if entry]:
            named = "\n".join(f"  {path}" for path in changed)
            raise HistoryError(both("proposing.changed", files=named))

    def commit_beside(self, files: Mapping[str, bytes], message: str, day: date) -> EntryCommit:
        """A commit of what is checked out with some files changed; nothing names it yet.

        Raises `HistoryError`, also as `require_ready` and `require_unchanged`.
        """
        self.require_ready()
        self.require_unchanged(files)
        parent = self.head()
        configured = ("-c", "i18n.commitEncoding=UTF-8")
        arguments = ("commit-tree", self._tree(parent, files), "-p", parent, "-F", "-")
        commit = self._git(*configured, *arguments, stdin=message.encode("utf-8"))
        return EntryCommit(self._branch_for(day), commit, parent)

    def stands(self, made: EntryCommit) -> bool:
        """Whether the work tree has every file as the commit has it, whoever wrote it."""
        prefix = self.prefix()
        return all(
            _has(self.root / path.removeprefix(prefix), blob) for path, blob in self._files(made)
        )

    def may_enter(self, made: EntryCommit) -> bool:
        """Whether nobody has gone on from the commit before it, by a commit or to a branch."""
        return self.head() in (made.parent, made.commit)

    def enter(self, made: EntryCommit) -> None:
        """Let the branch and the index have the commit, and check the branch out.

        The files are there already. It can be done again from wherever it was broken off. Raises
        `HistoryError`.
        """
        reference = f"refs/heads/{made.branch}"
        if not self.is_at(reference, made.commit):
            before = made.parent if self._commit(reference) else ""
            self._git("update-ref", "--create-reflog", reference, made.commit, before)
        if self.branch() != made.branch:
            self._git("symbolic-ref", "HEAD", reference)
        lines = _index_lines(self._files(made))
        self._git("update-index", "--add", "-z", "--index-info", stdin=lines)
        # Its status tells of files that others have changed.
        self._run("update-index", "-q", "--refresh")

    def branch(self) -> str:
        """The branch that is checked out; empty where a commit is."""
        done = self._run("symbolic-ref", "--quiet", "HEAD")
        return text_of_git(done.stdout).strip().removeprefix("refs/heads/")

    def _branch_for(self, day: date) -> str:
        """The branch that is checked out, where it is one of entries that is not approved yet."""
        current = self.branch()
        if current.startswith(ENTRIES) and not self._is_approved():
            return current
        taken = self._git("for-each-ref", "--format=%(refname)").split("\n")
        names = (f"{ENTRIES}{day.isoformat()}-{number}" for number in count(1))
        return next(name for name in names if not any(ref.endswith(f"/{name}") for ref in taken))

    def _is_approved(self) -> bool:
        """Whether the main branch has what is checked out."""
        main = self._main()
        if main is None:
            return False
        return not self._run("merge-base", "--is-ancestor", "HEAD", main).returncode

    def _tree(self, parent: str, files: Mapping[str, bytes]) -> str:
        """The tree of a commit with some files changed, by an index of its own."""
        prefix, own = self.prefix(), str(held(self.root).temporary())
        lines = _index_lines((f"{prefix}{name}", self._blob(data)) for name, data in files.items())
        self._git("read-tree", parent, GIT_INDEX_FILE=own)
        update = ("update-index", "--add", "-z", "--index-info")
        self._git(*update, stdin=lines, GIT_INDEX_FILE=own)
        return self._git("write-tree", GIT_INDEX_FILE=own)

    def _blob(self, data: bytes) -> str:
        return self._git("hash-object", "-w", "--stdin", "--no-filters", stdin=data)

    def _files(self, made: EntryCommit) -> Iterator[tuple[str, str]]:
        """What a commit changes: paths from the top of the repository, and blobs."""
        options = ("-r", "--no-renames", "--no-relative", "-z")
        fields = iter(
            text_of_git(self._bytes("diff-tree", *options, made.parent, made.commit)).split("\0")
        )
        for about, path in zip(fields, fields, strict=False):  # the last one is empty
            yield path, about.split()[3]


def _has(file: Path, blob: str) -> bool:
    is_file = file.is_file() and not file.is_symlink()
    return is_file and blob_id(file.read_bytes(), len(blob)) == blob


def _index_lines(blobs: Iterable[tuple[str, str]]) -> bytes:
    """What `git update-index --index-info` reads; paths from the top of the repository."""
    text = "".join(f"{_FILE} {blob}\t{path}\0" for path, blob in blobs)
    return text.encode("utf-8", "surrogateescape")
