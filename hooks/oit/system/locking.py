"""One lock a checkout: builds and commands that write never run beside each other.

The system frees the lock when its holder ends, however it ends. The next holder puts back what
the journal of a killed one names, and removes its folder, before it does anything of its own.
"""

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from oit.catalog import both
from oit.system.clock import SettingError, now_in_bangkok
from oit.system.journal import JOURNAL, is_interrupted, undo
from oit.system.workspace import (
    HOLDER,
    Workspace,
    begin,
    end,
    open_work,
    remove_dead,
    told,
    workspace_told,
)

if TYPE_CHECKING:
    from filelock import BaseFileLock

WAIT = "OIT_WAIT"
"""The variable that says how many seconds a command waits for another to end."""
PART_OF = "OIT_PART_OF"
"""Set for the processes that a holder starts: the name of its workspace, which they share."""
_SECONDS = 15
_LONGEST = 86_400
_HELD: dict[Path, Workspace] = {}
"""What this process holds: a command that calls another one does not wait for itself."""


class HeldElsewhereError(Exception):
    """Another command works in the checkout; the text says which, and since when."""


@contextmanager
def alone_in(root: Path, command: str, say: Callable[[str], None]) -> Iterator[Workspace]:
    """Work in a checkout alone, by the name of a command; what is left of a killed one is undone.

    Waits as `OIT_WAIT` says, and lets `say` tell that it does. Raises `HeldElsewhereError`,
    `SettingError`, and `OSError` where nothing can be written or locked.
    """
    root = root.resolve()
    if workspace := _HELD.get(root) or _shared_by_parent(root):
        yield workspace
        return
    with _lock(root, say):
        undo(root)
        remove_dead(root, spared=JOURNAL)
        _HELD[root] = workspace = begin(root, _holder(command))
        try:
            yield workspace
        finally:
            del _HELD[root]
            if not is_interrupted(root):  # else the next one needs what is kept there
                end(workspace)


@contextmanager
def building_into(site: Path, root: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Let MkDocs build alone where it writes into the checkout; within `oit build` by its lock.

    `mkdocs serve` builds elsewhere, and only waits until what it reads is whole. Raises as
    `alone_in`.
    """
    if site.is_relative_to(root):
        with alone_in(root, "mkdocs build", say):
            yield
    else:
        restore_interrupted(root, "mkdocs serve", say)
        yield


def held(root: Path) -> Workspace:
    """The workspace of a checkout that this process works in alone.

    Raises `LookupError` where it does not: whatever writes has to take the lock first.
    """
    return _HELD[root.resolve()]


def restore_interrupted(root: Path, command: str, say: Callable[[str], None]) -> None:
    """Put back what a killed command had begun to change; for commands that only read.

    Where the one that changes it still works, this waits for it. Raises as `alone_in`.
    """
    if is_interrupted(root.resolve()):
        with alone_in(root, command, say):
            pass


@contextmanager
def _lock(root: Path, say: Callable[[str], None]) -> Iterator[None]:
    """The lock of a checkout, free at once or after some waiting."""
    from filelock import FileLock, Timeout  # heavy; most commands only look whether one was killed

    # A lock that the system does not free would outlive its holder: no such one is used instead.
    lock = FileLock(open_work(root) / "lock", fallback_to_soft=False, preserve_lock_file=True)
    seconds = _seconds_to_wait(os.environ)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        if seconds:
            say(_about_holder(root, "locking.waiting"))
        _wait(lock, root, seconds)
    except OSError as error:  # of a disk that has no locks, it names no file
        raise OSError(error.errno, error.strerror, lock.lock_file) from error
    try:
        yield
    finally:
        lock.release()


def _wait(lock: "BaseFileLock", root: Path, seconds: int) -> None:
    from filelock import Timeout  # as above

    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        raise HeldElsewhereError(_about_holder(root, "locking.refused")) from None


def _shared_by_parent(root: Path) -> Workspace | None:
    """The workspace of the command that started this process, such as MkDocs for a build.

    Nobody else knows the name in the variable, so that the file need not be believed.
    """
    workspace = workspace_told(told(root, HOLDER), root)
    return workspace if workspace and workspace.name == os.environ.get(PART_OF) else None


def _seconds_to_wait(variables: Mapping[str, str]) -> int:
    text = variables.get(WAIT, "")
    if text and not (text.isascii() and text.isdecimal() and int(text) <= _LONGEST):
        values = {"name": WAIT, "found": text}
        raise SettingError(both("environment.no-seconds", seconds=_SECONDS, **values))
    return int(text) if text else _SECONDS


def _holder(command: str) -> dict[str, Any]:
    since = now_in_bangkok().isoformat(timespec="seconds")
    return {"command": command, "since": since, "pid": os.getpid(), "host": socket.gethostname()}


def _about_holder(root: Path, message: str) -> str:
    """A message about who holds the lock, and its `unknown` where that is not told."""
    holder = told(root, HOLDER) or {}
    shown = {name: _plain(holder.get(name)) for name in ("command", "pid", "host")}
    since = _since(holder.get("since"))
    if since is None or not all(shown.values()):
        return both(f"{message}.unknown")
    time = {"hour": f"{since:%H}", "minute": f"{since:%M}"}
    return both(message, day=since.date(), **time, **shown)


def _plain(value: object) -> str:
    """What somebody may have written into a file of ours, without what would act on a terminal."""
    return "".join(char for char in str(value or "") if char.isprintable())[:100]


def _since(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None
