"""A process that runs cases: `python -m fuzz.worker KIND FIRST STOP STEP`.

It says as lines of JSON which case it begins, and what is wrong with it. A case that takes longer
than `SECONDS` is a fault; where it hears no timer, the process is ended, and the runner says so.
"""

import faulthandler
import json
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from fuzz.cases import case_of
from fuzz.commands import command_fault
from fuzz.oracle import judge_case

SECONDS: float = 10
_COMMAND_SECONDS: float = 90
"""A command starts a reader of files, which has its own bound, 60 seconds, and a busy machine."""
_GRACE: float = 20
"""Seconds after which a process that heard no timer is ended."""
_SHOWN_EVERY = 500
"""Outputs take as long as hundreds of judgements."""
_COMMAND_EVERY = 25


class HangError(BaseException):
    """A case took too long. No `Exception`, which readers of hostile files catch."""


def main() -> None:
    """Run the cases that the arguments name."""
    kind, first, stop, step = sys.argv[1], *map(int, sys.argv[2:])
    memory = Path("/dev/shm")  # noqa: S108 -- files in memory, where the system has that
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        for number in range(first, stop, step):
            _say({"begun": number})
            for text in faults_of(kind, number, Path(folder)):
                _say({"number": number, "fault": text})
    _say({"done": True})


def faults_of(kind: str, number: int, folder: Path) -> Iterator[str]:
    """What is wrong with how a case is judged, an exception with where it was raised."""
    case = case_of(kind, number)
    try:
        site, before = case.base.written(folder / "case"), folder / "base"
        case.applied(site)
        with _within(SECONDS):
            is_shown = number % _SHOWN_EVERY == 0
            yield from judge_case(case, site, before, is_shown=is_shown)
        if number % _COMMAND_EVERY == 0:
            with _within(_COMMAND_SECONDS):
                yield from command_fault(case, number, site)
    except (Exception, HangError):  # noqa: BLE001 -- whatever is raised is what is looked for
        yield traceback.format_exc(limit=-6)


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raises `HangError` after some seconds."""
    signal.signal(signal.SIGALRM, _too_late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


def _too_late(_signal: int, _frame: FrameType | None) -> None:
    raise HangError("no answer in time")


def _say(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
