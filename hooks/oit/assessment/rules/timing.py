"""An item is confirmed in time, and what it owes is there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from oit.assessment.cells import Cell, CellState
from oit.assessment.confirmation import Confirmation
from oit.findings import FieldPath, Finding, Kind
from oit.model.mandate import MandateItem
from oit.model.record import Record
from oit.periods import Frequency
from oit.records.site import Unit

_CONFIRMING = frozenset({"updated", "reviews"})


def check_stale(
    unit: Unit, confirmation: Confirmation, frequency: Frequency, as_of: date
) -> Iterator[Finding]:
    """A period's deadline has passed without a confirmation since the period began."""
    days = confirmation.days_overdue(as_of)
    if not days or _CONFIRMING & set(unit.left_out):
        return
    last = confirmation.last
    yield unit.place.of(Kind.STALE).finding(
        "stale" if last else "never-confirmed",
        unit.document.line(("updated",)),
        ("updated",),
        days=days,
        last=last,
        frequency=frequency,
        deadline=confirmation.deadline,
    )


def check_missing(cells: Iterable[Cell], unit: Unit, as_of: date) -> Iterator[Finding]:
    """A cell that the unit answers for is empty past its deadline."""
    for cell in cells:
        if cell.state is CellState.MISSING and not cell.is_claimed:
            yield _missing(cell, unit, as_of)


def _missing(cell: Cell, unit: Unit, as_of: date) -> Finding:
    finding = unit.place.of(Kind.MISSING).finding(
        "missing-or-none" if cell.requirement.may_be_none else "missing",
        unit.document.line(("evidence",)),
        ("evidence",),
        requirement=cell.requirement.id,
        period=cell.period,
        deadline=cell.due_on,
        days=(as_of - cell.due_on).days,
    )
    period = str(cell.period) if cell.period else None
    return replace(finding, requirement=cell.requirement.id, cell=period)


def check_frequency(unit: Unit, item: MandateItem) -> Iterator[Finding]:
    """A record may promise more often than the mandate, never less."""
    disclosed = unit.disclosed
    if isinstance(disclosed, Record) and disclosed.frequency.months > item.frequency.months:
        yield unit.place.of(Kind.LOOSER).finding(
            "frequency-looser",
            unit.document.line(("frequency",)),
            ("frequency",),
            found=disclosed.frequency,
            expected=item.frequency,
        )


def check_future(unit: Unit, today: date) -> Iterator[Finding]:
    """No date of a record lies after today."""
    for path, day in _dates(unit):
        if day > today:
            line = unit.document.line(path)
            yield unit.place.finding("date-future", line, path, found=day, expected=today)


def _dates(unit: Unit) -> Iterator[tuple[FieldPath, date]]:
    disclosed = unit.disclosed
    if disclosed.updated:
        yield ("updated",), disclosed.updated
    for number, review in enumerate(disclosed.reviews):
        yield ("reviews", number, "on"), review.on
    for number, evidence in unit.numbered():
        yield ("evidence", number, "published"), evidence.published
