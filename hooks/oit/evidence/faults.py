"""Why a file could not be read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class FileFault(StrEnum):
    """What went wrong, coarse enough to be the same on every machine."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    TOO_COSTLY = "too-costly"


@dataclass(eq=False)
class CannotReadError(Exception):
    """Raised inside this package only; its public functions return the fault as a fact."""

    fault: FileFault = FileFault.UNREADABLE


def attempt(read: Callable[[], T]) -> T | FileFault:
    """What `read` returns, or the fault that any exception of a parser amounts to."""
    try:
        return read()
    except CannotReadError as error:
        return error.fault
    except MemoryError:
        return FileFault.TOO_COSTLY
    except Exception:  # noqa: BLE001 -- parsers of hostile files raise anything
        return FileFault.UNREADABLE
