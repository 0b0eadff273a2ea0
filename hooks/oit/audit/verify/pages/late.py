"""What of a round is late by its index: what the sentences of pages are made of."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from oit.audit.verify.pages.language import Speaker
from oit.contract.disclosed import CellEntry
from oit.contract.index import FindingEntry, ItemEntry, PartEntry, RoundEntry
from oit.periods import Frequency, Period, fiscal_periods

_CELL_RULES = frozenset({"missing", "missing-or-none"})
_UNIT_RULES = frozenset({"stale", "never-confirmed"})


class Late(Struct, frozen=True):
    """Something past its deadline."""

    item: ItemEntry
    division: str
    what: str
    due_on: date
    days: int


def late_of(item: ItemEntry, round_: RoundEntry, speaker: Speaker) -> list[Late] | None:
    """What of an item is late, the longest first; `None` where the index does not tell since when.

    A confirmation has no deadline of its own in an index: it is that of cells of its period, or
    that of the whole record where no cell is empty.
    """
    found = [_late(finding, item, round_, speaker) for finding in _findings(item)]
    late = [each for each in found if each]
    if len(late) < len(found):
        return None
    return sorted(late, key=lambda each: -each.days)


def is_late(item: ItemEntry) -> bool:
    """Whether an item has something past its deadline."""
    return bool(_findings(item))


def owner_of(cell: CellEntry, item: ItemEntry) -> str:
    """The division that owes a cell."""
    return cell.division or item.owner


def days_late(cell: CellEntry, round_: RoundEntry) -> int:
    """Days up to when a cell was filled; of an empty one, to the assessed date."""
    return (round_.as_of - cell.due_on).days if cell.state == "missing" else cell.days_late


def _findings(item: ItemEntry) -> list[FindingEntry]:
    return [finding for finding in item.findings if finding.rule in _CELL_RULES | _UNIT_RULES]


def _late(
    finding: FindingEntry, item: ItemEntry, round_: RoundEntry, speaker: Speaker
) -> Late | None:
    division = finding.division or item.owner
    told = _of_cell(finding, item, speaker)
    if finding.rule in _UNIT_RULES:
        told = speaker.say("states.confirmation"), _confirmation_due(division, item, round_)
    what, due_on = told
    return Late(item, division, what, due_on, (round_.as_of - due_on).days) if due_on else None


def _of_cell(finding: FindingEntry, item: ItemEntry, speaker: Speaker) -> tuple[str, date | None]:
    for requirement, cell in item.requirement_cells():
        is_meant = (requirement.id, cell.period) == (finding.requirement, finding.period)
        if is_meant and cell.division in (None, finding.division):
            return speaker.owed(requirement, cell), cell.due_on
    return "", None


def _confirmation_due(division: str, item: ItemEntry, round_: RoundEntry) -> date | None:
    parts = (part for part in item.parts if part.division == division)
    part = next(parts, None)
    if part is None:
        return None
    known = _deadlines(round_).get(str(_first_unconfirmed(part, item, round_)))
    has_empty = any(cell.state == "missing" for _, cell in item.requirement_cells())
    return known or (None if has_empty else part.due_on)


def _first_unconfirmed(part: PartEntry, item: ItemEntry, round_: RoundEntry) -> Period | None:
    last = max(filter(None, (part.updated, part.reviewed)), default=None)
    periods = fiscal_periods(round_.fiscal_year, Frequency(item.frequency))
    return next((period for period in periods if last is None or last < period.start), None)


def _deadlines(round_: RoundEntry) -> dict[str, date]:
    """The deadline of each period for which anything is owed in a round."""
    return dict(_periods(round_))


def _periods(round_: RoundEntry) -> Iterator[tuple[str, date]]:
    for item in round_.items:
        for _, cell in item.requirement_cells():
            if cell.period:
                yield cell.period, cell.due_on
