"""What the outcome of a run follows from, as far as looking at files without reading them shows it.

Two runs of one state have one outcome. Files of the engine and of the site are known by size and
times, as for the facts of evidence (`evidence_cache`); what Git knows, by the bytes of its files.
Whatever is unusual has no state: a link, a file that cannot be looked at, a repository of a kind
that is not read here. It is asked for before anything else of the engine is imported.
"""

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from oit.system.engine_version import engine_look

_SETTLED_AFTER = 2_000_000_000
"""Nanoseconds: see `evidence_cache`."""
_SECONDS_OF_BANGKOK = 7 * 60 * 60
_KINDS_OF_VARIABLES = ("GIT_", "LANG", "LC_", "OIT_", "PYTHON", "XDG_")
_OTHER_VARIABLES = ("CI", "HOME", "PATH", "USERPROFILE")
_OF_NO_REPOSITORY = (
    *("GIT_ASKPASS", "GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_EDITOR", "GIT_EXEC_PATH", "GIT_HTTP_"),
    *("GIT_LFS_", "GIT_PAGER", "GIT_PREFIX", "GIT_SSH", "GIT_SSL_", "GIT_TERMINAL_PROMPT"),
)
"""Variables by which Git reads no other repository and no other settings."""
_INDEX = "GIT_INDEX_FILE"
_OF_CHECKOUT = ("HEAD", "index", "config.worktree")
_OF_REPOSITORY = ("config", "packed-refs", "shallow")
_UNFINISHED = ".oit-work/journal.json"
"""What a killed command had begun, which the next one puts back."""


class RunState(Struct, frozen=True):
    """A hash of all that was looked at, and the time of its last change in nanoseconds."""

    digest: str
    changed: int

    def is_settled(self, start: int) -> bool:
        """Whether nothing changed just before a run began: it could change again unseen."""
        return start - self.changed > _SETTLED_AFTER


class _UnusualError(Exception):
    """Something that is not looked into here."""


def run_state(
    root: Path, paths: Sequence[str], folder: Path, variables: Mapping[str, str]
) -> RunState | None:
    """The state of a run in `folder` that reads some paths of the site at `root`, and Git.

    `None` where something is unusual.
    """
    return _state_by(_Looked(root, folder, variables), paths)


def state_past_links(
    root: Path, paths: Sequence[str], variables: Mapping[str, str]
) -> RunState | None:
    """The same for a process that goes on, and that has linked to the files meanwhile.

    A hard link changes the time at which the system last changed what it knows of a file; so does
    whoever sets the other times back, which nobody does by mistake.
    """
    return _state_by(_LookedPastLinks(root, root, variables), paths)


def _state_by(looked: "_Looked", paths: Sequence[str]) -> RunState | None:
    try:
        return looked.state(paths)
    except (OSError, _UnusualError):
        return None


def folder_state(folder: Path) -> str | None:
    """A folder with all that it holds, as a hash: the same as long as nothing in it has changed.

    `None` where something is unusual, or could change again unseen, as it has just changed.
    """
    looked, start = _Looked(folder, folder, {}), time.time_ns()
    try:
        state = looked.of_folder()
    except (OSError, _UnusualError):
        return None
    return state.digest if state.is_settled(start) else None


class _Looked:
    """Looks at files, one after another."""

    def __init__(self, root: Path, folder: Path, variables: Mapping[str, str]) -> None:
        self._root = root
        self._folder = folder
        self._variables = variables
        self._hash = hashlib.sha256()
        self._changed = 0

    def state(self, paths: Sequence[str]) -> RunState:
        self._look_at_engine()
        self._note(self._root, self._folder, *paths)
        self._note(time.gmtime(time.time() + _SECONDS_OF_BANGKOK)[:3])
        self._note(*_that_count(self._variables))
        for path in (*paths, _UNFINISHED):
            self._look_at(self._root / path)
        self._look_for_sites()
        self._look_at_git()
        return RunState(self._hash.hexdigest(), self._changed)

    def of_folder(self) -> RunState:
        """The state of a folder alone."""
        self._look_at(self._root)
        return RunState(self._hash.hexdigest(), self._changed)

    def _look_at_engine(self) -> None:
        """Which is code, Python, and what is installed beside it."""
        engine = engine_look()
        if engine is None:
            raise _UnusualError
        self._changed = engine.changed
        self._note(engine)

    def _note(self, *values: object) -> None:
        self._hash.update(repr(values).encode("utf-8", "surrogateescape"))

    def _look_at(self, path: Path) -> None:
        """A file, or a folder with all that it holds; that nothing is there counts too."""
        try:
            status = path.lstat()
        except FileNotFoundError:
            self._note(path, None)
            return
        self._look(os.fspath(path), status)
        if stat.S_ISDIR(status.st_mode):
            for name, found in _below(os.fspath(path)):
                self._look(name, found)

    def _look(self, path: str, status: os.stat_result) -> None:
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise _UnusualError
        times = self._times(status)
        self._changed = max(self._changed, *times)
        self._note(path, status.st_mode, status.st_size, status.st_ino, *times)

    def _times(self, status: os.stat_result) -> tuple[int, ...]:
        return status.st_mtime_ns, status.st_ctime_ns

    def _look_for_sites(self) -> None:
        """Without `--root` the site is the nearest one upwards."""
        for folder in (self._folder, *self._folder.parents):
            self._note(*((folder / name).exists() for name in ("mkdocs.yml", "oit_items")))
            if folder == self._root:
                return

    def _look_at_git(self) -> None:
        """What is checked out, staged and configured, and all branches."""
        for folder in self._variables.get("PATH", "").split(os.pathsep):
            self._note(*(os.path.lexists(f"{folder}/{name}") for name in ("git", "git.exe")))
        home = Path.home()
        of_user = Path(self._variables.get("XDG_CONFIG_HOME") or home / ".config")
        for file in (home / ".gitconfig", of_user / "git/config", Path("/etc/gitconfig")):
            self._read(file)
        found = (parent / ".git" for parent in (self._root, *self._root.parents))
        checkout = next((path for path in found if os.path.lexists(path)), None)
        self._note(checkout)
        if checkout is not None:
            own = _named_by(checkout, checkout, "gitdir: ") if checkout.is_file() else checkout
            self._look_at_repository(own, _named_by(own, own / "commondir", ""))

    def _look_at_repository(self, own: Path, common: Path) -> None:
        if (common / "reftable").exists():
            raise _UnusualError
        for name in _OF_CHECKOUT:
            self._read(own / name)
        if _INDEX in self._variables:
            self._read(self._folder / self._variables[_INDEX])
        for name in _OF_REPOSITORY:
            self._read(common / name)
        for path, status in _below(os.fspath(common / "refs")):
            if stat.S_ISLNK(status.st_mode):
                raise _UnusualError
            if stat.S_ISREG(status.st_mode):
                self._read(Path(path))

    def _read(self, file: Path) -> None:
        data = file.read_bytes() if os.path.lexists(file) else None
        self._note(file, data and hashlib.sha256(data).hexdigest())


class _LookedPastLinks(_Looked):
    """Looks at files, but not at the time of a link."""

    def _times(self, status: os.stat_result) -> tuple[int, ...]:
        return (status.st_mtime_ns,)


def _that_count(variables: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in sorted(variables.items()):
        if name.startswith("GIT_") and name != _INDEX and not name.startswith(_OF_NO_REPOSITORY):
            raise _UnusualError
        if name.startswith(_KINDS_OF_VARIABLES) or name in _OTHER_VARIABLES:
            yield name, value


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """All files and folders below a folder, in their order; links are not followed."""
    with os.scandir(folder) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        yield entry.path, entry.stat(follow_symlinks=False)
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)


def _named_by(default: Path, file: Path, before: str) -> Path:
    """The folder that a file of Git names, seen from where it stands; `default` without it."""
    if not file.exists():
        return default
    return file.parent / file.read_text("utf-8").strip().removeprefix(before)
