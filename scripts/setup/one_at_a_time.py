"""One set-up of `.venv` at a time, by a lock that the system frees. Standard library alone.

The engine has a library for this (`filelock`), which is not there before `.venv` is.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setup.words import beside

_SECONDS = 0.2
"""Between two looks whether the lock is free."""


@contextmanager
def one_at_a_time(file: Path) -> Iterator[None]:
    """Hold the lock of a file, which is made where it is not there, and never followed as a link.

    Waits until it is free, and says so. Raises `OSError` where there is no such lock.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if not _is_locked(handle):
            print(beside("setup.waiting"), file=sys.stderr, flush=True)
            while not _is_locked(handle):
                time.sleep(_SECONDS)
        yield
    finally:
        os.close(handle)  # which frees the lock, as the end of the process does


def _is_locked(handle: int) -> bool:
    """Take the lock; `False` while another process holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # only there

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # everywhere else

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
