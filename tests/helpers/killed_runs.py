"""Kills a command of `oit` at each of its dealings with the disk, one run a dealing.

Python's audit hooks tell of every file that is opened for writing, renamed, linked or removed, and
of every call looked up in the C library, before it happens; a child process ends itself there as
`kill -9` would. The product knows nothing of it. For each line of JSON, with `site`, `folder`,
`arguments` and `exchange`, it leaves in FOLDER/0 what a whole run makes of a copy of the site, in
FOLDER/1, FOLDER/2 … what each killed run makes of one, until a run comes to its end.
"""

import contextlib
import gc
import importlib
import json
import os
import shutil
import signal
import sys
from pathlib import Path

from oit.commands import cli
from oit.system import folders

_DEALINGS = (
    *("os.rename", "os.link", "os.symlink", "os.mkdir", "os.rmdir", "os.remove", "os.chmod"),
    *("os.utime", "os.truncate", "shutil.rmtree", "shutil.copytree", "shutil.move"),
    *("tempfile.mkstemp", "tempfile.mkdtemp", "ctypes.dlsym", "ctypes.dlopen"),
)
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _is_dealing(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether something of the site may change; the cache of evidence lies elsewhere."""
    place = arguments[0] if arguments else None
    if (
        isinstance(place, str)
        and Path(place).is_absolute()
        and not place.startswith(str(Path.cwd()))
    ):
        return False
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & _FOR_WRITING)
    return event in _DEALINGS


def _die_at(number: int) -> None:
    left = number

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if _is_dealing(event, arguments):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


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


def _run_whole(site: Path, arguments: list[str]) -> None:
    """A run that nobody kills; what it imports is imported here, and not again in each run."""
    reading, writing = os.pipe()
    child = _fork(site)
    if child == 0:
        with contextlib.suppress(SystemExit):
            cli.main(arguments)
        os.write(writing, "\n".join(sys.modules).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as names:
        for name in names.read().splitlines():
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
    os.waitpid(child, 0)


def _run_killed(number: int, site: Path, arguments: list[str]) -> bool:
    """Whether the run was killed; otherwise it came to its end."""
    child = _fork(site)
    if child == 0:
        _die_at(number)
        with contextlib.suppress(SystemExit):
            cli.main(arguments)
        os._exit(0)  # without taking the interpreter down, which costs more than the run
    return os.WTERMSIG(os.waitpid(child, 0)[1]) != 0


def _serve(site: Path, folder: Path, arguments: list[str]) -> None:
    """One run after another, until one comes to its end."""
    shutil.copytree(site, folder / "0")
    _run_whole(folder / "0", arguments)
    for number in range(1, 500):
        copy = folder / str(number)
        shutil.copytree(site, copy)
        if not _run_killed(number, copy, arguments):
            return


def main() -> None:
    """Answers each line of JSON with one, when its runs are done."""
    exchanged = folders._exchanged
    for line in sys.stdin:
        task = json.loads(line)
        folders._exchanged = exchanged if task["exchange"] else lambda *_: False
        _serve(Path(task["site"]), Path(task["folder"]), task["arguments"])
        sys.stdout.write("done\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
