"""What many functions make is the same, and fails the same, whoever of two processes makes it."""

import _thread
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from helpers.caches import cache_in
from oit.memory import Asked
from oit.system.both_cores import make_all
from oit.system.cache import CacheMemory

COUNT = 40
only_with_copies = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs two cores of Linux"
)


def _slow(value: bytes) -> bytes:
    time.sleep(0.005)
    return value


def _makers() -> list[Callable[[], bytes]]:
    return [partial(_slow, bytes([number]) * number) for number in range(COUNT)]


def test_answers_come_in_the_order_of_the_questions() -> None:
    """Whatever made them, and however many there are."""
    for count in (0, 1, COUNT):
        assert list(make_all(_makers()[:count])) == [bytes([n]) * n for n in range(count)]


# A process of its own has one thread; one that runs tests beside others has not, and makes no copy.

_BEGIN = """
import os, time
from oit.system.both_cores import make_all
here = os.getpid()

def wait():
    time.sleep(0.005)
    return str(os.getpid()).encode()
"""
_SHARED = f"{_BEGIN}print(len(set(make_all([wait] * 40))))"
_FAILING = f"""{_BEGIN}
def fail():
    raise KeyError("of the seventh")

try:
    list(make_all([*[wait] * 7, fail, *[wait] * 32]))
except KeyError as error:
    print(*error.args)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no copy is left")
"""
_DYING = f"""{_BEGIN}
def make():
    if os.getpid() != here:
        os._exit(3)
    return wait()

print(set(make_all([make] * 40)) == {{str(here).encode()}})
"""


def _said_by(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@only_with_copies
def test_a_copy_has_its_share() -> None:
    """Both processes take the next of what is left."""
    assert _said_by(_SHARED) == "2\n"


_ORDERED = f"""{_BEGIN}

by = list(make_all([wait] * 40))
print(by[0] != str(here).encode() == by[-1])
made = make_all([wait] * 40)
next(made)
made.close()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no copy is left")
"""


@only_with_copies
def test_the_copy_makes_the_first_and_this_process_the_last() -> None:
    """So what stands first starts its library in the copy; it is over when nobody asks any more."""
    assert _said_by(_ORDERED) == "True\nno copy is left\n"


_HEAVY = f"""{_BEGIN}
by = list(make_all([wait] * 40, heavy=30))
print(sum(name != str(here).encode() for name in by) >= 30, by[29] != str(here).encode())
"""


@only_with_copies
def test_what_is_heavy_is_left_to_the_copy() -> None:
    """However soon this process has made all the rest: no library is to be started here too."""
    assert _said_by(_HEAVY) == "True True\n"


@only_with_copies
def test_an_error_is_raised_as_if_there_were_no_copy() -> None:
    """Whichever of the two met it, and with its own type; the copy is over then."""
    assert _said_by(_FAILING) == "of the seventh\nno copy is left\n"


@only_with_copies
def test_what_a_copy_that_dies_had_taken_is_made_here() -> None:
    """The system may end a process at any time; nothing is lost by it."""
    assert _said_by(_DYING) == "True\n"


@only_with_copies
def test_no_copy_is_made_beside_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even of threads that Python knows nothing of: a copy would wait for what they hold."""
    monkeypatch.delattr(os, "fork")
    over, begun = _thread.allocate_lock(), threading.Event()
    over.acquire()

    def wait() -> None:
        begun.set()
        over.acquire()

    _thread.start_new_thread(wait, ())
    begun.wait()
    try:
        assert list(make_all(_makers()))[1:3] == [b"\1", b"\2\2"]
    finally:
        over.release()


_KILLED = """
import fcntl, os, sys, time
from oit.system.both_cores import make_all
lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
here = os.getpid()

def make():
    if os.getpid() != here:
        print("at work", flush=True)
    time.sleep(0.1)
    return b""

list(make_all([make] * 1000))
"""


@only_with_copies
def test_a_copy_keeps_no_lock_of_a_process_that_was_killed(tmp_path: Path) -> None:
    """It holds the same open files, and has a minute of work before it here."""
    import fcntl  # there is none on Windows

    lock = tmp_path / "lock"
    command = [sys.executable, "-c", _KILLED, str(lock)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"at work\n"
        process.kill()
        process.wait()
        begun_since = process.stdout.read().count(b"at work")  # until nobody has it open
    assert begun_since < COUNT
    with lock.open("w") as again:
        fcntl.flock(again, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_what_is_known_is_not_made_again(tmp_path: Path) -> None:
    """Neither here nor by a copy; and what either has made is known from then on."""
    memory = CacheMemory(cache_in(tmp_path))
    asked = [Asked("kind", make(), make) for make in _makers()]
    made = list(memory.recall_all(asked))
    assert made == [each.content for each in asked]

    def never() -> bytes:
        raise AssertionError("it is known")

    assert list(memory.recall_all([Asked("kind", each, never) for each in made])) == made
