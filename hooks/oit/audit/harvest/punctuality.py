"""How punctual an office is by its index: counts of what was owed, late and missing."""

from datetime import date
from statistics import median_high

from msgspec import Struct

from oit.assessment.statuses import FULL, Status
from oit.audit.verify.consistency import check_deadlines
from oit.contract.addresses import INDEX_PATH
from oit.contract.disclosed import CellEntry
from oit.contract.index import Index, RoundEntry

_NOTHING_LATE = FULL | {Status.PENDING}
"""Statuses of items of which nothing is late."""


class Punctuality(Struct, frozen=True, kw_only=True):
    """Counts of cells over all rounds of an index, and of items in its newest round."""

    judged_count: int
    """Cells that are filled, or past their deadline."""
    in_time_count: int
    late_count: int
    missing_count: int
    median_days_late: int | None
    """Of late and missing cells; the higher of two in the middle, `None` where there are none."""
    stale_count: int
    """Items that were stale, incomplete, invalid or waived, or have become so since."""


def punctuality_of(index: Index, today: date) -> Punctuality:
    """The figures of an index: of cells on its day, of items today."""
    judged = [
        (cell, round_.as_of)
        for round_, item in index.round_items()
        for _, cell in item.requirement_cells()
        if cell.state != "not-due"
    ]
    missing_count = sum(cell.state == "missing" for cell, _ in judged)
    days = [days for cell, as_of in judged if (days := _days_late(cell, as_of))]
    return Punctuality(
        judged_count=len(judged),
        in_time_count=len(judged) - len(days),
        late_count=len(days) - missing_count,
        missing_count=missing_count,
        median_days_late=median_high(days) if days else None,
        stale_count=_stale_count(index, today),
    )


def newest_round(index: Index) -> RoundEntry:
    """The newest round that has opened; the newest of all where none has."""
    opened = [round_ for round_ in index.rounds if round_.state != "upcoming"]
    return max(opened or index.rounds, key=lambda round_: round_.fiscal_year)


def _days_late(cell: CellEntry, as_of: date) -> int:
    """Of what is missing until the day of the index, which is after the deadline."""
    return (as_of - cell.due_on).days if cell.state == "missing" else cell.days_late


def _stale_count(index: Index, today: date) -> int:
    newest = newest_round(index)
    stale = {item.item for item in newest.items if item.status not in _NOTHING_LATE}
    passed = {
        found.subject.rpartition("/")[2] for found in check_deadlines(INDEX_PATH, newest, today)
    }
    return len(stale | passed)
