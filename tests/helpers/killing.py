"""Kills a command of `oit` at each of its dealings with the disk, one run a dealing.

Python's audit hooks tell of every file that is opened for writing, renamed, linked or removed, and
of every call looked up in the C library, before it happens; a child process ends itself there as
`kill -9` would. The product knows nothing of it. Started as `killing.py SITE FOLDER ARGUMENT…`,
it leaves in FOLDER/0 what a whole run makes of a copy of the site, in FOLDER/1, FOLDER/2 … what
each killed run makes of one, until a run comes to its end.
"""

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


def _run(number: int, site: Path, arguments: list[str]) -> int:
    """The signal that ended the run, 0 where it came to its end."""
    child = os.fork()
    if child:
        return os.WTERMSIG(os.waitpid(child, 0)[1])
    os.chdir(site)
    if os.environ.get("KILLING_WITHOUT_EXCHANGE"):
        folders._exchanged = lambda *_: False
    _die_at(number)
    cli.main(arguments)
    os._exit(0)


def main() -> None:
    """One run after another, until one comes to its end."""
    site, folder, arguments = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    for number in range(500):
        copy = folder / str(number)
        shutil.copytree(site, copy)
        if _run(number, copy, arguments) == 0 and number:
            return


if __name__ == "__main__":
    main()
