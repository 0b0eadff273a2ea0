"""The dates of a record are possible, and it promises no less than the mandate."""

from collections.abc import Iterator
from datetime import date

from oit.findings import FieldPath, Finding, Kind
from oit.model.policy import MandateItem
from oit.model.record import Record
from oit.site import Unit


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
