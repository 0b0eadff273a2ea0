"""When Python looks for garbage: a run loads, reads and makes what it keeps until it ends.

Only what refers to itself in a circle waits for such a search, and only `mkdocs serve`, which goes
on for hours, would ever run out of memory without one.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 100_000
"""After how many new objects Python looks for circles: loading the engine makes hundreds of
thousands that stay, and looking at them again and again takes a tenth of a short run."""
_COUNTS_WHAT_IS_LEFT = "duckdb"
"""A library that tells on standard error, as Python ends, of all that was not cleared away."""


def collect_seldom() -> None:
    """Look for garbage after many more objects than Python does by itself."""
    gc.set_threshold(_OBJECTS)


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for garbage meanwhile: a build keeps what it makes, and so a tenth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def give_back() -> None:
    """Give the system what is free between values that stay, so that what comes next has it.

    Only Linux's usual library (glibc) keeps it; others have no such call.
    """
    import ctypes  # takes a tenth of a short command, which gives nothing back

    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def leave_to_the_end() -> None:
    """Look for garbage nowhere in what a run has made: Python does so thrice more as it ends.

    That takes a twentieth of a small build, and a fifth of a check. Nothing happens once DuckDB is
    loaded, which would complain.
    """
    if _COUNTS_WHAT_IS_LEFT not in sys.modules:
        gc.freeze()
