"""When cells were empty after their deadline, by how long everything in a round stood.

What stood on a day counts on it, whatever was found wrong with it later: `contract/events.py` has
the same rules for programs of others.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.cells import Cell
from oit.assessment.lifetimes import ConfirmationLife, EntryLife, Lifetimes, UnitLife, stands


class Late(Struct, frozen=True, kw_only=True):
    """A time for which something was late."""

    due_on: date
    day: date
    """The first day after the deadline, or on which it was empty again."""
    until: date | None
    """The first day on which it was late no more; `None` while it is late."""


def late_times(cell: Cell, item: str, lifetimes: Lifetimes, as_of: date) -> Iterator[Late]:
    """The times up to a day for which a cell was empty after its deadline."""
    lives = lives_of(cell, item, lifetimes)
    first = cell.due_on + timedelta(days=1)
    changes = {first, *changes_of(lives)}
    days = sorted(day for day in changes if first <= day <= as_of)
    yield from times_of(days, lambda day: cell.due_on if filled_from(lives, day) is None else None)


def lives_of(cell: Cell, item: str, lifetimes: Lifetimes) -> list[EntryLife]:
    """What could ever fill a cell; what a division owes alone, from its own part."""
    found = lifetimes.by_requirement.get((item, cell.requirement.id, cell.period), ())
    return [life for life in found if cell.division in (None, life.key.division)]


def filled_from(lives: Iterable[EntryLife], day: date) -> date | None:
    """From when a cell counts as filled on a day; `None` where it is empty on it."""
    known = [life for life in lives if _is_known(life, day)]
    if not any(stands(life, day) and life.rule is None for life in known):
        return None
    first = min(life.counting.counts_from for life in known if _has_counted(life))
    return first if first <= day else None


def _is_known(life: EntryLife, day: date) -> bool:
    """Whether it has stood by a day, and is not void on it."""
    is_void = life.void_from is not None and life.void_from <= day
    return not is_void and (life.since is None or life.since <= day)


def _has_counted(life: EntryLife) -> bool:
    """What has a fault has a day of its own only where the history has seen it."""
    return life.rule is None or life.is_recorded


def changes_of(lives: Iterable[EntryLife | ConfirmationLife | UnitLife]) -> Iterator[date]:
    """The days on which what stands, or counts, may change."""
    for life in lives:
        counts_from = None if isinstance(life, UnitLife) else life.counting.counts_from
        yield from filter(None, (life.since, life.until, counts_from))


def times_of(days: Iterable[date], missed: Callable[[date], date | None]) -> Iterator[Late]:
    """The times that begin where a deadline is missed that was not before, and end where none is.

    `days` are those on which anything may change, in order; `missed` tells the deadline.
    """
    begun: Late | None = None
    for day in days:
        due_on = missed(day)
        if begun and due_on != begun.due_on:
            yield replace(begun, until=day)
            begun = None
        if due_on and begun is None:
            begun = Late(due_on=due_on, day=day, until=None)
    if begun:
        yield begun
