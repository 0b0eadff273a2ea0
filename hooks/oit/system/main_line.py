"""The commits of the main branch: on which day each changed what of a round.

Paths count by their end, `oit_items/<year>/O15/record.md`, so that a site that was moved into
another folder of its repository keeps its history.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct, field

from oit.system.clock import BANGKOK

_PATH = re.compile(
    r"(?P<site>(?:.*/)?)oit_items/(?P<year>2[4-9]\d\d)/(?:O(?P<item>\d\d)/)?(?P<file>[^/]+)",
    re.DOTALL,
)
_REGULAR = ("100644", "100755")
"""The modes of files; a link or another repository holds nothing that is read."""


class Folder(NamedTuple):
    """The folder of an item, or of a round, somewhere in the repository."""

    site: str
    fiscal_year: int
    item: str | None
    """`None` for the folder of the round: its policy files."""


class Change(Struct, frozen=True):
    """What a commit did to a file."""

    folder: Folder
    file: str
    blob: str | None
    """`None` where the file was removed."""


class Commit(Struct):
    """A commit of the first-parent line, with what it changed of rounds."""

    day: date
    """In Bangkok, and never before that of an earlier commit."""
    is_first: bool
    changes: list[Change] = field(default_factory=list)


def commits_of(log: str, last: date) -> Iterator[Commit]:
    """The commits of `History.main_line`, read on a day."""
    stated: list[date | None] = []
    changes: list[list[Change]] = []
    fields = iter(log.split("\0"))
    for told in fields:
        if told.startswith("\x01"):
            stated.append(_day(told[1:], last))
            changes.append([])
        elif told.lstrip("\n").startswith(":") and changes:
            changes[-1].extend(_change(told.lstrip("\n"), next(fields)))
    for number, (day, changed) in enumerate(zip(_days(stated, last), changes, strict=True)):
        yield Commit(day, is_first=number == 0, changes=changed)


def _day(seconds: str, last: date) -> date | None:
    """The day that a commit states; `None` where nobody can have lived it yet, or it is none."""
    try:
        day = datetime.fromtimestamp(int(seconds), BANGKOK).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if day <= last else None


def _days(stated: Sequence[date | None], last: date) -> Iterable[date]:
    """Each commit's day, never before that of an earlier one.

    One that states no day that has been is no later than the next one that does, or than today: so
    it moves neither its own content nor what follows into a time to come.
    """
    following, known = last, []
    for day in reversed(stated):
        following = day or following
        known.append(following)
    return accumulate(reversed(known), max)


def _change(told: str, path: str) -> Iterator[Change]:
    """The change of a file in the folder of an item or a round; nothing for any other."""
    if match := _PATH.fullmatch(path):
        _, mode, _, blob, _ = told.split(" ")
        item = f"O{int(match['item'])}" if match["item"] else None
        folder = Folder(match["site"], int(match["year"]), item)
        yield Change(folder, match["file"], blob if mode in _REGULAR else None)
