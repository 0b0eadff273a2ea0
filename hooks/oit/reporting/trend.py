"""How many items were in order on each day of a round, judged again from their own dates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from oit.assessment.assess_item import assess_item
from oit.assessment.cells import AssessmentBasis
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.statuses import FULL
from oit.findings import FAULTY
from oit.periods import fiscal_periods

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """From a day on, so many items were in order."""

    day: date
    full_count: int


def trend_of(round_: RoundAssessment) -> tuple[Step, ...]:
    """A step for each day on which the number changed, from the opening to the assessed date.

    Empty while the round has not opened.
    """
    courses = [list(_course(one, round_)) for one in round_.items]
    changes = sorted({day for course in courses for day, _ in course})
    counts = (Step(day, sum(_at(course, day) for course in courses)) for day in changes)
    return tuple(_without_repetition(counts))


def _course(one: ItemAssessment, round_: RoundAssessment) -> Iterator[tuple[date, bool]]:
    """From which day on an item was, or was not, in order.

    Between the days on which something of it happens or falls due nothing can change.
    """
    faults = [finding for finding in one.findings if finding.kind in FAULTY]
    opens = round_.policy.opens
    for day in sorted({opens, *(day for day in _turns(one, round_) if day > opens)}):
        if day <= round_.as_of:
            basis = AssessmentBasis(as_of=day, policy=round_.policy, is_closed=False)
            judged = assess_item(one.mandated, round_.contents, basis, faults)
            yield day, judged.status in FULL


def _turns(one: ItemAssessment, round_: RoundAssessment) -> Iterator[date]:
    """The days on which an item's standing can change."""
    calendar = round_.policy.calendar
    for period in fiscal_periods(round_.fiscal_year, one.frequency):
        yield calendar.deadline(period) + _DAY
    for cell in one.cells:
        yield cell.due_on + _DAY
    for unit in one.units:
        disclosed = unit.unit.disclosed
        yield from (review.on for review in disclosed.reviews)
        yield from (evidence.published for evidence in disclosed.evidence)
        if disclosed.updated:
            yield disclosed.updated
    for waiver in round_.contents.waivers:
        if waiver.item == one.id:
            yield from filter(None, (waiver.approved_on, waiver.until and waiver.until + _DAY))


def _at(course: list[tuple[date, bool]], day: date) -> bool:
    """What held on a day."""
    return next((full for start, full in reversed(course) if start <= day), False)


def _without_repetition(steps: Iterable[Step]) -> Iterator[Step]:
    last = None
    for step in steps:
        if last is None or step.full_count != last.full_count:
            yield step
            last = step
