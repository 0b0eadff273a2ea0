"""Days that a change states for what comes in by it: no further back than its policy allows.

A request may wait some days for its approval (`recording_days`). What is dated before that is
pointed out. Where Git is no witness, and every day is believed, it fails if the early day would
make something look in time that is late.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from oit.assessment.cells import Cell
from oit.assessment.comparison import ItemPair, UnitPair
from oit.assessment.content import Entry
from oit.assessment.rules.located import unit_finding
from oit.assessment.versions import Version
from oit.findings import FieldPath, Finding, Kind
from oit.records.site import Claim, Unit

_HIDING = ("back-dated", Kind.INVALID)
_OLD = ("recorded-late", Kind.NOTICE)


def check_days(item: ItemPair) -> Iterator[Finding]:
    """New entries, reviews and updates that are dated further back than they may be.

    Not where a round discloses its first records: what stood there before has no witness.
    """
    if item.is_first:
        return
    for version in item.versions:
        if version.now.evidence.published < _earliest(item) and _is_new(version, item):
            yield _entry_finding(version.now, item)
    for pair in item.units:
        rule = _HIDING if _hides_staleness(pair, item) else _OLD
        for path, day in _new_confirmations(pair):
            if day < _earliest(item):
                yield _finding(rule, pair.unit, path, day, item)


def _earliest(item: ItemPair) -> date:
    """The first day that what comes in today may state."""
    today, calendar = item.base.today.day, item.policy.calendar
    recorded = calendar.next_working_day(today)
    return min(today, calendar.working_days_before(recorded, item.policy.recording_days))


def _is_new(version: Version, item: ItemPair) -> bool:
    """Whether the base does not have the entry, not even as one that cannot be read."""
    if not version.is_new:
        return False
    entry = version.now.evidence
    claims = {Claim(entry.requirement, period) for period in entry.periods or (None,)}
    unreadable = (unit.unit.broken_claims for unit in item.old.units)
    return not any(claims & broken for broken in unreadable)


def _entry_finding(entry: Entry, item: ItemPair) -> Finding:
    evidence = entry.evidence
    rule = _HIDING if _hides_lateness(entry, item) else _OLD
    path = ("evidence", entry.number, "published")
    found = _finding(rule, entry.unit, path, evidence.published, item)
    cell = str(evidence.periods[0]) if len(evidence.periods) == 1 else None
    return replace(found, requirement=evidence.requirement, cell=cell)


def _hides_lateness(entry: Entry, item: ItemPair) -> bool:
    """Whether a cell that was empty or late counts from the entry's early day."""
    if item.policy.is_witnessed:
        return False  # it counts from the day on which it is recorded, whatever it states
    before = {_key(cell): cell for cell in item.old.cells}
    return any(
        _is_better(before.get(_key(cell)), cell, item.base.today.day)
        for cell in item.new.cells
        if any(_is_filled_by(entry, cell))
    )


def _is_filled_by(entry: Entry, cell: Cell) -> Iterator[bool]:
    for disclosure in cell.disclosures:
        yield disclosure.unit is entry.unit and disclosure.number == entry.number


def _key(cell: Cell) -> tuple[object, ...]:
    return (cell.requirement.id, cell.period, cell.division)


def _is_better(before: Cell | None, cell: Cell, today: date) -> bool:
    """Whether a cell past its deadline has become less late."""
    was_late = before is None or not before.is_filled or before.days_late > cell.days_late
    return cell.due_on < today and was_late


def _new_confirmations(pair: UnitPair) -> Iterator[tuple[FieldPath, date]]:
    """Reviews that were added, and a day of `updated` that was changed."""
    old, new = pair.old.unit.disclosed, pair.unit.disclosed
    known = Counter(old.reviews)
    for number, review in enumerate(new.reviews):
        known[review] -= 1
        if known[review] < 0:
            yield ("reviews", number, "date"), review.on
    if new.updated and new.updated != old.updated:
        yield ("updated",), new.updated


def _hides_staleness(pair: UnitPair, item: ItemPair) -> bool:
    """Whether early days alone make a unit current that was overdue."""
    as_of, last = item.round.as_of, pair.new.confirmation.last
    was_overdue = pair.old.confirmation.days_overdue(as_of) > 0
    is_overdue = pair.new.confirmation.days_overdue(as_of) > 0
    is_early = last is not None and last < _earliest(item)
    return was_overdue and not is_overdue and is_early and not item.policy.is_witnessed


def _finding(
    rule: tuple[str, Kind], unit: Unit, path: FieldPath, day: date, item: ItemPair
) -> Finding:
    return unit_finding(
        unit,
        rule[0],
        path,
        rule[1],
        found=day,
        expected=item.base.today.day,
        earliest=_earliest(item),
        days=item.policy.recording_days,
    )
