"""Runs commands of `oit` that are killed, find no room on the disk, or run beside each other.

Python's audit hooks tell of every file that is opened for writing, renamed, linked or removed, and
of every call looked up in the C library, before it happens; a child process ends itself there as
`kill -9` would, or is told that the disk is full. The product knows nothing of it. A process of
its own answers one line of JSON with another, so that Python and the engine start only once:
`together` runs commands on one site, each in a child; any other fault runs one command again and
again on copies of a site, in FOLDER/1, FOLDER/2 …, until a run comes to its end unharmed. FOLDER/0
has what a whole run makes of it. The answer is the exit status of each run, by folder.
"""

import contextlib
import errno
import gc
import importlib
import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from oit.commands import build, cli
from oit.system import folders

TRACEBACK = 99
"""The status of a run that ended in an exception nobody caught."""
_MAKING = ("os.link", "os.symlink", "os.mkdir", "tempfile.mkstemp", "tempfile.mkdtemp")
"""What takes room on a disk, besides opening a file for writing."""
_DEALINGS = (
    *_MAKING,
    *("os.rename", "os.rmdir", "os.remove", "os.chmod", "os.utime", "os.truncate"),
    *("shutil.rmtree", "shutil.copytree", "shutil.move", "ctypes.dlsym", "ctypes.dlopen"),
)
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_MANY = 2000
"""Runs of one command; none has so many dealings with the disk."""


def _is_dealing(event: str, arguments: tuple[object, ...], dealings: Iterable[str]) -> bool:
    """Whether something of the site may change; the cache of evidence lies elsewhere."""
    place = arguments[0] if arguments else None
    if isinstance(place, int):
        return False  # what is open already, such as a pipe
    if (
        isinstance(place, str)
        and Path(place).is_absolute()
        and not place.startswith(str(Path.cwd()))
    ):
        return False
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & _FOR_WRITING)
    return event in dealings


def _kill_at(number: int) -> None:
    left = number

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if _is_dealing(event, arguments, _DEALINGS):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def _fill_at(number: int) -> None:
    """From there on the disk has no room for anything new; what is there can be moved."""
    left = number

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if _is_dealing(event, arguments, _MAKING):
            left -= 1
            if left <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    sys.addaudithook(count)


def _limit(number: int) -> None:
    """No file can have more bytes than 0, 1, 2, 4, 8 …: a write fails in its middle."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = 2 ** (number - 2) if number > 1 else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


_FAULTS: Mapping[str, Callable[[int], None]] = {
    "killed": _kill_at,
    "full": _fill_at,
    "limited": _limit,
}


def _fork(site: Path) -> int:
    """In the child 0, which is silent and in the folder of the site; in the parent its number."""
    gc.freeze()  # what parent and child share is not looked at again, and so not copied
    child = os.fork()
    if child == 0:
        os.chdir(site)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    return child


def _status_of_run(arguments: list[str]) -> int:
    try:
        cli.main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except BaseException:  # noqa: BLE001 -- the test is told of it
        return TRACEBACK
    return 0


def _run_whole(site: Path, arguments: list[str]) -> None:
    """A run without a fault; what it imports is imported here, and not again in each run."""
    reading, writing = os.pipe()
    child = _fork(site)
    if child == 0:
        _status_of_run(arguments)
        os.write(writing, "\n".join(sys.modules).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as names:
        for name in names.read().splitlines():
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
    os.waitpid(child, 0)


def _run_at_fault(fault: str, number: int, site: Path, arguments: list[str]) -> int:
    child = _fork(site)
    if child == 0:
        _FAULTS[fault](number)
        # Without taking the interpreter down, which costs more than the run.
        os._exit(_status_of_run(arguments))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _repeated(task: Mapping[str, Any]) -> dict[str, int]:
    """One run after another, until one comes to its end unharmed."""
    site, folder, arguments = Path(task["site"]), Path(task["folder"]), task["arguments"]
    shutil.copytree(site, folder / "0", symlinks=True)
    _run_whole(folder / "0", arguments)
    found: dict[str, int] = {}
    for number in range(1, _MANY, task["stride"]):
        copy = folder / str(number)
        shutil.copytree(site, copy, symlinks=True)
        found[str(number)] = _run_at_fault(task["fault"], number, copy, arguments)
        if found[str(number)] == 0:
            break
    return found


def _together(task: Mapping[str, Any]) -> dict[str, int]:
    """Commands that begin at the same moment, in one folder; each by its place in the list."""
    reading, writing = os.pipe()
    children = []
    for arguments in task["commands"]:
        child = _fork(Path(task["site"]))
        if child == 0:
            os.close(writing)
            os.read(reading, 1)  # ends for all when the parent closes its end
            os._exit(_status_of_run(arguments))
        children.append(child)
    os.close(reading)
    os.close(writing)
    ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return {str(place): status for place, status in enumerate(ended)}


def _copying(built: str, mark: Callable[[], str]) -> Callable[..., int]:
    """In the place of MkDocs: a site that is there already, with a mark on each page."""

    def run_mkdocs(_: Path, folder: Path, __: object) -> int:
        shutil.copytree(built, folder)
        for page in folder.rglob("*"):
            if page.is_file():
                page.write_text(mark(), "utf-8")
        return 0

    return run_mkdocs


def main() -> None:
    """Answers each line of JSON with one, when its runs are done."""
    exchanged, run_mkdocs = folders._exchanged, build.run_mkdocs
    for line in sys.stdin:
        task = json.loads(line)
        folders._exchanged = exchanged if task.get("exchange", True) else lambda *_: False
        is_together = task["fault"] == "together"
        mark = (lambda: str(os.getpid())) if is_together else lambda: "new"
        build.run_mkdocs = _copying(task["built"], mark) if task["built"] else run_mkdocs
        answer = _together if is_together else _repeated
        sys.stdout.write(f"{json.dumps(answer(task))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
