"""Why a file could not be read: exceptions of parsers into one small set of facts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class FileFault(StrEnum):
    """What went wrong, coarse enough to be the same on every machine."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"
    """Damaged, or no file of its type."""
    ENCRYPTED = "encrypted"
    """Protected by a password."""
    TOO_COSTLY = "too-costly"
    """Beyond a bound of size, memory or time (`limits`)."""


@dataclass(eq=False)
class CannotReadError(Exception):
    """A file, or a part of it, cannot be read. Raised within this room only: see `attempt`."""

    fault: FileFault = FileFault.UNREADABLE


def attempt(read: Callable[[], T]) -> T | FileFault:
    """What `read` returns, or the fault that its exception amounts to; never raises."""
    try:
        return read()
    except CannotReadError as error:
        return error.fault
    except MemoryError:
        return FileFault.TOO_COSTLY
    except Exception:  # noqa: BLE001 -- parsers of hostile files raise anything
        return FileFault.UNREADABLE
