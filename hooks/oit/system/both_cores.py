"""What takes long is made by this process and a copy of it, so that two cores work.

A copy (`fork`) knows all that this process knows: nothing is sent to it, and nothing is read again.
It begins with the first, this process with the last, until nothing is left. What the copy has not
made, whatever happened to it, is made here, so that an error is raised as if there were no copy.

What starts a large library stands first, and is the copy's to make: the library starts there alone.
Its threads would also keep this process from making another copy.
"""

import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NoReturn

from oit.memory import Make
from oit.system.aside import Aside, Place

_WORTH_A_COPY = 12
"""Answers. A changed record asks for fewer: they are made before a copy is at work."""
_THREADS = Path("/proc/self/task")
_TAKEN = b"."
"""One of what is left, in the file that both processes read."""


def make_all(makes: Sequence[Make], heavy: int = 0) -> Iterator[bytes]:
    """What each of them returns, in their order. Raises what one of them raises.

    The first ones, as many as are `heavy`, are left to the copy, where there is one.
    What two processes make stands on the disk until it is given, not in memory. The copy is over
    when nothing more is asked for.
    """
    if len(makes) < _WORTH_A_COPY or not _can_copy():
        yield from (make() for make in makes)
        return
    with Aside() as here, Aside() as there, tempfile.TemporaryFile() as left:
        left.write(_TAKEN * len(makes))
        left.seek(0)
        copy, answer = _begin_copy(makes, left.fileno(), there)
        with os.fdopen(answer, "rb") as told:
            try:
                shared = range(heavy, len(makes))
                yield from _made_together(makes, shared, left.fileno(), told, here, there)
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


def _begin_copy(makes: Sequence[Make], left: int, there: Aside) -> tuple[int, int]:
    """The number of the copy, and where it will tell what it has made."""
    answer, answers = os.pipe()
    original = os.getpid()
    copy = os.fork()
    if copy == 0:
        _work_as_copy(makes, left, there, answers, original)
    os.close(answers)
    return copy, answer


def _made_together(
    makes: Sequence[Make], shared: range, left: int, told: BinaryIO, here: Aside, there: Aside
) -> Iterator[bytes]:
    """All answers, of which this process makes those of the `shared` that the copy has not come to.

    Each process puts aside what it makes in a file of its own.
    """
    taken = _taken(reversed(shared), left)
    made = {number: here.put(makes[number]()) for number in taken}
    made |= {number: there.at(place) for number, place in _unpacked(told.read()).items()}
    for number, make in enumerate(makes):
        yield made[number]() if number in made else make()


def _work_as_copy(
    makes: Sequence[Make], left: int, there: Aside, answers: int, original: int
) -> NoReturn:
    """Make what the other process leaves, tell where it stands, and end with nothing tidied up.

    It ends soon after a process that was killed: it holds the same locks.
    """
    try:
        places: dict[int, Place] = {}
        for number in _taken(range(len(makes)), left):
            if os.getppid() != original:
                break
            with suppress(Exception):  # raised again where the other process makes it
                places[number] = there.write(makes[number]())
        with os.fdopen(answers, "wb") as telling:
            pickle.dump(places, telling)
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


def _unpacked(told: bytes) -> dict[int, Place]:
    """Where a copy has put what; nothing where it has not come to its end."""
    with suppress(EOFError, pickle.UnpicklingError):
        places: dict[int, Place] = pickle.loads(told)  # noqa: S301 -- of our own copy
        return places
    return {}
