"""What Python looks through as a process ends."""

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
