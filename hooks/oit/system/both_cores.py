"""What takes long is made by this process and a copy of it, so that two cores work.

A copy (`fork`) knows all that this process knows: nothing is sent to it, and nothing is read again.
Both take the next of what is left until nothing is. What the copy has not made, whatever happened
to it, is made here, so that an error is raised as if there were no copy.
"""

import os
import pickle
import signal
import struct
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from oit.memory import Kept, Make
from oit.system.aside import Aside, Place

_WORTH_A_COPY = 12
"""Answers. A changed record asks for fewer: they are made before a copy is at work."""
_THREADS = Path("/proc/self/task")
_NUMBER = struct.Struct("<I")


def make_all(makes: Sequence[Make]) -> Iterator[bytes]:
    """What each of them returns, in their order. Raises what one of them raises.

    All is made before the first is given, and stands on the disk until then: not in memory.
    """
    with Aside() as here, Aside() as there:
        is_shared = len(makes) >= _WORTH_A_COPY and _can_copy()
        made = _made_by_two(makes, here, there) if is_shared else {}
        for number, make in enumerate(makes):
            yield made[number]() if number in made else make()


def _can_copy() -> bool:
    """Whether a copy would be of use, and whole: of this process's threads it has one alone.

    Libraries start threads that Python does not know of, and wait for them. macOS makes copies,
    but its own libraries must not be used in them.
    """
    if sys.platform != "linux" or not _THREADS.exists():
        return False
    return len([*_THREADS.iterdir()]) == 1 and len(os.sched_getaffinity(0)) > 1


def _made_by_two(makes: Sequence[Make], here: Aside, there: Aside) -> dict[int, Kept]:
    """What was made, by its number; each process puts aside what it makes in a file of its own."""
    with tempfile.TemporaryFile() as left:
        left.writelines(map(_NUMBER.pack, range(len(makes))))
        left.seek(0)
        answer, answers = os.pipe()
        original = os.getpid()
        copy = os.fork()
        if copy == 0:
            _work_as_copy(makes, left.fileno(), there, answers, original)
        os.close(answers)
        with os.fdopen(answer, "rb") as told:
            try:
                made = {number: here.put(makes[number]()) for number in _taken(left.fileno())}
                places = _unpacked(told.read())
            finally:
                os.kill(copy, signal.SIGKILL)  # it has answered, or nobody waits for it
                os.waitpid(copy, 0)
    return made | {number: there.at(place) for number, place in places.items()}


def _work_as_copy(
    makes: Sequence[Make], left: int, there: Aside, answers: int, original: int
) -> NoReturn:
    """Make what the other process leaves, tell where it stands, and end with nothing tidied up.

    It ends soon after a process that was killed: it holds the same locks.
    """
    try:
        places: dict[int, Place] = {}
        for number in _taken(left):
            if os.getppid() != original:
                break
            with suppress(Exception):  # raised again where the other process makes it
                places[number] = there.write(makes[number]())
        there.flush()
        with os.fdopen(answers, "wb") as telling:
            pickle.dump(places, telling)
    finally:
        os._exit(0)


def _taken(left: int) -> Iterator[int]:
    """Numbers that nobody has taken yet: both processes read on in one open file."""
    while taken := os.read(left, _NUMBER.size):
        yield _NUMBER.unpack(taken)[0]


def _unpacked(told: bytes) -> dict[int, Place]:
    """Where a copy has put what; nothing where it has not come to its end."""
    with suppress(EOFError, pickle.UnpicklingError):
        places: dict[int, Place] = pickle.loads(told)  # noqa: S301 -- of our own copy
        return places
    return {}
