"""The folder `.oit-work/` at the root of a site, in which a command keeps what it is working on.

It holds the lock, who holds it, the journal, and a folder of an unguessable name for whatever the
holder writes on the way. It tells Git to leave it out. Whoever opens a pull request can commit a
folder of that name all the same: what Git tracks in it, what is a link, and what was written for
another checkout is believed in nothing.
"""

import contextlib
import json
import os
import re
import secrets
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from oit.assessment.reserved import is_reserved
from oit.catalog import beside
from oit.system.git import History, HistoryError

WORK = ".oit-work"
HOLDER = "holder.json"
"""Who holds the lock, since when, and what its folder is called."""
_TELLING = "telling.json"
"""What is being written; after a killed run the next holder begins with writing it again."""
_CHECKOUT = "checkout"
_LARGEST = 10_000_000
"""Bytes; ours are far smaller."""
_NAME = re.compile(r"[0-9a-f]{32}")


class Workspace(Struct, frozen=True):
    """The checkout that a command works on alone, and the name of its own folder there."""

    root: Path
    name: str

    @property
    def folder(self) -> Path:
        """Where it writes on the way; on the disk of the records, so that renames are possible."""
        return self.root / WORK / self.name

    def temporary(self) -> Path:
        """A path that nothing has, in the folder."""
        return self.folder / secrets.token_hex(8)


class ReservedNameError(OSError):
    """A link stands where a command works, or leads where it may not; its file name says where."""


def open_work(root: Path) -> Path:
    """The folder, made where it is not there. Raises `OSError`, also where a link stands there."""
    work = root / WORK
    _refuse_link(work)
    work.mkdir(exist_ok=True)
    ignore = work / ".gitignore"
    if not os.path.lexists(ignore):
        ignore.write_text("*\n", "utf-8")
    _refuse_link(work / "lock")
    return work


def begin(root: Path, holder: Mapping[str, Any]) -> Workspace:
    """A workspace of a new name, told to whoever comes next. Only for who holds the lock."""
    workspace = Workspace(root, secrets.token_hex(16))
    tell(root, HOLDER, {**holder, "folder": workspace.name})
    workspace.folder.mkdir()
    return workspace


def end(workspace: Workspace) -> None:
    """Remove the folder, and then what is told of it. Only for who holds the lock.

    What cannot be removed, as a file that another program has open, is left in what Git leaves out.
    """
    shutil.rmtree(workspace.folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        forget(workspace.root, HOLDER)


def lasting_folder(root: Path, name: str) -> Path | None:
    """A folder of `.oit-work/` that outlives commands, made where it is not there, for its user.

    `None` where names of ours came with a commit: nothing that lies there is believed. Raises
    `OSError`, also where a link stands there. Whoever uses it sees to it that nobody else does.
    """
    folder = open_work(root) / name
    _refuse_link(folder)
    if _is_tracked(root):
        return None
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def remove_dead(root: Path, spared: str) -> None:
    """Remove the folders of holders that were killed. Only for who holds the lock.

    What a file of the name `spared` tells of stays, and everything where names came with a commit.
    """
    kept = workspace_told(told(root, spared), root)
    dead = [path for path in (root / WORK).iterdir() if _NAME.fullmatch(path.name)]
    if dead and not _is_tracked(root):
        for path in dead:
            if kept is None or path.name != kept.name:
                shutil.rmtree(path, ignore_errors=True)


def workspace_told(told: Mapping[str, Any] | None, root: Path) -> Workspace | None:
    """The workspace that a file tells of; `None` where it tells of none."""
    name = str(told.get("folder")) if told else ""
    return Workspace(root, name) if _NAME.fullmatch(name) else None


def tell(root: Path, name: str, values: Mapping[str, Any]) -> None:
    """Write a file of `.oit-work/` so that it is there as a whole, and on the disk, or not at all.

    Raises `OSError`, with the one before still there.
    """
    (root / WORK / _TELLING).unlink(missing_ok=True)
    text = json.dumps({**values, _CHECKOUT: _checkout(root)}, ensure_ascii=False)
    write_through(root / WORK / name, text.encode("utf-8"), _TELLING)


def write_through(file: Path, data: bytes, fresh: str) -> None:
    """Replace a file so that it is there as a whole, and on the disk; by way of a new name beside.

    Raises `OSError`, with the one before still there, and `FileExistsError` where something has the
    name `fresh`.
    """
    beside_it = file.with_name(fresh)
    with beside_it.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside_it.replace(file)
    _flush_folder(file.parent)


def told(root: Path, name: str) -> dict[str, Any] | None:
    """What a file of `.oit-work/` tells, whoever wrote it; `None` where it is not readable."""
    path = root / WORK / name
    try:
        if path.parent.is_symlink() or not _is_small_file(path):
            return None
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def believed(root: Path, name: str) -> dict[str, Any] | None:
    """The same, and `None` where no command of ours wrote it in this checkout."""
    values = told(root, name)
    if values is None or values.get(_CHECKOUT) != _checkout(root) or _is_tracked(root):
        return None
    return values


def forget(root: Path, name: str) -> None:
    """Remove a file of `.oit-work/`; the change is on the disk afterwards. Raises `OSError`."""
    (root / WORK / name).unlink(missing_ok=True)
    _flush_folder(root / WORK)


def _is_small_file(path: Path) -> bool:
    status = path.lstat()
    return stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST


def _checkout(root: Path) -> str:
    """What a copy or a clone of the folder does not share with it, and no commit can foresee."""
    return str(root.stat().st_ino)


def _is_tracked(root: Path) -> bool:
    """Whether names of ours came with a commit: Git never tracks what we write there."""
    try:
        names = History(root).tracked()
    except HistoryError:  # no repository, or no Git: then nothing came with a commit
        return False
    return any(is_reserved(name.partition("/")[0]) for name in names)


def _refuse_link(path: Path) -> None:
    if path.is_symlink():
        raise ReservedNameError(0, beside("locking.reserved"), str(path))


def _flush_folder(folder: Path) -> None:
    """Let a rename reach the disk; Windows opens no folder, and needs no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
