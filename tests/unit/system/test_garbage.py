"""What Python looks through as a process ends."""

import ctypes
import subprocess
import sys

import pytest

PROGRAM = """
import gc
{first}
from oit.system.garbage import leave_to_the_end
made = [[number] for number in range(100_000)]
leave_to_the_end()
print(gc.get_freeze_count() >= len(made))
"""


@pytest.mark.parametrize(("first", "left"), [("", "True"), ("import duckdb", "False")])
def test_what_was_made_is_not_searched_for_garbage_and_nobody_complains(
    first: str, left: str
) -> None:
    """DuckDB lists on standard error what is left of it, as after `oit verify`."""
    command = [sys.executable, "-c", PROGRAM.format(first=first)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (left, "")


GIVING = """
from oit.system.garbage import give_back
def held():
    return int(open("/proc/self/statm").read().split()[1])
made = [bytes(100_000) for _ in range(1_000)]
kept = made[::50]
del made
before = held()
give_back()
print(held() < before / 2)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"),
    reason="only glibc keeps what is free",
)
def test_what_is_free_between_values_that_stay_goes_back_to_the_system() -> None:
    """Large files leave holes as they are made one after the other: a site is full of them."""
    done = subprocess.run(
        [sys.executable, "-c", GIVING], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True"
