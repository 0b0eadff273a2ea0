"""What takes long is made by this process and a copy of it, so that two cores work.

A copy (`fork`) knows all that this process knows: nothing is sent to it, and nothing is read again.
It begins with the first, this process with the last as soon as it asks for the answers, until
nothing is left. What the copy has not made, whatever happened to it, is made here, so that an error
is raised as if there were no copy.

So what starts a large library stands first: the library starts in the copy alone. Its threads would
also keep this process from making another copy.
"""

import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NoReturn

from oit.memory import Make

_WORTH_A_COPY = 12
"""Answers. A changed record asks for fewer: they are made before a copy is at work."""
_THREADS = Path("/proc/self/task")
_TAKEN = b"."
"""One of what is left, in the file that both processes read."""


def make_all(makes: Sequence[Make]) -> list[bytes]:
    """What each of them returns, in their order. Raises what one of them raises."""
    with begun(makes) as made:
        return made()


@contextmanager
def begun(makes: Sequence[Make]) -> Iterator[Callable[[], list[bytes]]]:
    """A copy begins to make all of them, while this process goes on with something else.

    Gives what returns the answers, as `make_all` does. The copy ends with the context.
    """
    if len(makes) < _WORTH_A_COPY or not _can_copy():
        yield lambda: [make() for make in makes]
        return
    with tempfile.TemporaryFile() as left:
        left.write(_TAKEN * len(makes))
        left.seek(0)
        copy, answer = _begin_copy(makes, left.fileno())
        with os.fdopen(answer, "rb") as told:
            try:
                yield lambda: _made_together(makes, left.fileno(), told)
            finally:
                os.kill(copy, signal.SIGKILL)  # it has answered, or nobody waits for it
                os.waitpid(copy, 0)


def _can_copy() -> bool:
    """Whether a copy would be of use, and whole: of this process's threads it has one alone.

    Libraries start threads that Python does not know of, and wait for them. macOS makes copies,
    but its own libraries must not be used in them.
    """
    if sys.platform != "linux" or not _THREADS.exists():
        return False
    return len([*_THREADS.iterdir()]) == 1 and len(os.sched_getaffinity(0)) > 1


def _begin_copy(makes: Sequence[Make], left: int) -> tuple[int, int]:
    """The number of the copy, and where it will tell what it has made."""
    answer, answers = os.pipe()
    original = os.getpid()
    copy = os.fork()
    if copy == 0:
        _work_as_copy(makes, left, answers, original)
    os.close(answers)
    return copy, answer


def _made_together(makes: Sequence[Make], left: int, told: BinaryIO) -> list[bytes]:
    """All answers, of which this process makes those that the copy has not come to."""
    here = {number: makes[number]() for number in _taken(reversed(range(len(makes))), left)}
    made = here | _unpacked(told.read())
    return [made[number] if number in made else make() for number, make in enumerate(makes)]


def _work_as_copy(makes: Sequence[Make], left: int, answers: int, original: int) -> NoReturn:
    """Make what the other process leaves, tell it, and end at once, with nothing tidied up.

    It ends soon after a process that was killed: it holds the same locks.
    """
    try:
        made: dict[int, bytes] = {}
        for number in _taken(range(len(makes)), left):
            if os.getppid() != original:
                break
            with suppress(Exception):  # raised again where the other process makes it
                made[number] = makes[number]()
        with os.fdopen(answers, "wb") as telling:
            pickle.dump(made, telling)
    finally:
        os._exit(0)


def _taken(numbers: Iterable[int], left: int) -> Iterator[int]:
    """As many numbers as nobody has taken yet: both processes read on in one open file.

    They come from two ends, and together take as many as there are.
    """
    for number in numbers:
        if not os.read(left, len(_TAKEN)):
            return
        yield number


def _unpacked(told: bytes) -> dict[int, bytes]:
    """What a copy has told; nothing where it has not come to its end."""
    with suppress(EOFError, pickle.UnpicklingError):
        made: dict[int, bytes] = pickle.loads(told)  # noqa: S301 -- of our own copy
        return made
    return {}
