"""Items are confirmed in time, what they owe is published, and no date lies in the future."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from oit.assessment.cells import Cell
from oit.assessment.confirmation import Confirmation
from oit.assessment.rules.located import unit_finding
from oit.findings import FieldPath, Finding, Kind
from oit.model.mandate import MandateItem
from oit.model.record import Record
from oit.periods import Frequency
from oit.records.site import Unit

_CONFIRMING_FIELDS = frozenset({"updated", "reviews"})


def check_stale(
    unit: Unit, confirmation: Confirmation, frequency: Frequency, as_of: date
) -> Iterator[Finding]:
    """A period's deadline has passed without a confirmation since the period began.

    Silent where reviews were left out as a whole: the last confirmation is then unknown.
    """
    days = confirmation.days_overdue(as_of)
    if not days or _CONFIRMING_FIELDS & set(unit.left_out):
        return
    yield unit_finding(
        unit,
        "stale" if confirmation.last else "never-confirmed",
        ("updated",),
        Kind.STALE,
        days=days,
        last=confirmation.last,
        frequency=frequency,
        deadline=confirmation.deadline,
    )


def missing(cell: Cell, unit: Unit, as_of: date) -> Finding:
    """A cell that the unit owes is empty past its deadline."""
    finding = unit_finding(
        unit,
        "missing-or-none" if cell.requirement.may_be_none else "missing",
        ("evidence",),
        Kind.MISSING,
        requirement=cell.requirement.id,
        period=cell.period,
        deadline=cell.due_on,
        days=(as_of - cell.due_on).days,
        **_told_of_later(cell),
    )
    period = str(cell.period) if cell.period else None
    return replace(finding, requirement=cell.requirement.id, cell=period)


def _told_of_later(cell: Cell) -> dict[str, object]:
    """From when the evidence counts that a cell has, where that is later than the day judged."""
    later = min(cell.later, key=lambda entry: entry.counting.counts_from, default=None)
    if later is None:
        return {}
    return {"later": later.counting.counts_from, "later_line": later.line}


def check_frequency(unit: Unit, item: MandateItem) -> Iterator[Finding]:
    """A record may promise more often than the mandate, never less."""
    disclosed = unit.disclosed
    if isinstance(disclosed, Record) and disclosed.frequency.months > item.frequency.months:
        yield unit_finding(
            unit,
            "frequency-looser",
            ("frequency",),
            Kind.LOOSER,
            found=disclosed.frequency,
            expected=item.frequency,
        )


def check_future(unit: Unit, today: date) -> Iterator[Finding]:
    """A date of a record lies after today."""
    for path, day in _dates(unit):
        if day > today:
            yield unit_finding(unit, "date-future", path, found=day, expected=today)


def _dates(unit: Unit) -> Iterator[tuple[FieldPath, date]]:
    disclosed = unit.disclosed
    if disclosed.updated:
        yield ("updated",), disclosed.updated
    for number, review in enumerate(disclosed.reviews):
        yield ("reviews", number, "date"), review.on
    for number, evidence in unit.numbered():
        yield ("evidence", number, "published"), evidence.published
        for index, replaced in enumerate(evidence.replaces):
            yield ("evidence", number, "replaces", index, "date"), replaced.on
