"""When Python searches for garbage: for objects that only refer to each other, in circles.

Loading the engine makes hundreds of thousands of objects that stay, and so does a run of it. To
look at them again and again takes a tenth of a short run, and to look once more at all that is
left, three times as Python ends, a fifth of a staged check.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 100_000
"""After how many new objects a command looks for circles."""
_SEARCHED_BY = "duckdb"
"""Its binding to Python counts what the last search leaves, and tells of it as a leak."""


def search_rarely() -> None:
    """To be called first, by a process that may run for long."""
    gc.set_threshold(_OBJECTS)


@contextmanager
def without_search() -> Iterator[None]:
    """No search meanwhile, nor as the process ends: for work that is all a process does."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        end_unsearched()


def end_unsearched() -> None:
    """To be called last: let Python end without a search, unless a library needs it.

    Whatever has to be done as a run ends is done by `with` and `atexit`, and waits for no search.
    """
    if _SEARCHED_BY not in sys.modules:
        gc.freeze()
