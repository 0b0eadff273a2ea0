"""How many items were in order on each day of a round, assessed again as on that day.

Records carry their own history (`updated`, `reviews`, `published`), so no past assessment is kept.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from msgspec import Struct, json

from oit.assessment.assess_item import assess_item
from oit.assessment.basis import AssessmentBasis
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.statuses import FULL
from oit.findings import FAULTY
from oit.memory import Memory, content_of
from oit.periods import fiscal_periods

_DAY = timedelta(days=1)
_History: TypeAlias = tuple[tuple[date, bool], ...]
"""Days, in order, and whether an item was in order from each on."""
_HISTORY = json.Decoder(_History)


class Step(Struct, frozen=True):
    """From a day on, so many items were in order."""

    day: date
    full_count: int


def trend_of(round_: RoundAssessment, memory: Memory) -> tuple[Step, ...]:
    """A step for each day on which the number changed, from the opening to the assessed date.

    Empty while the round has not opened.
    """
    histories = [_remembered_history(item, round_, memory) for item in round_.items]
    days = sorted({day for history in histories for day, _ in history})
    steps = (Step(day, sum(_was_full(history, day) for history in histories)) for day in days)
    return tuple(_without_repetition(steps))


def _remembered_history(item: ItemAssessment, round_: RoundAssessment, memory: Memory) -> _History:
    def make() -> bytes:
        return json.encode(tuple(_history(item, round_)))

    return _HISTORY.decode(memory.recall("history", content_of(item.made_from), make))


def _history(item: ItemAssessment, round_: RoundAssessment) -> Iterator[tuple[date, bool]]:
    """Days, in order, and whether the item was in order from each day on.

    It is assessed only on the days on which its status can change: assessing is the costly part.
    """
    # Faults are of today's files: what is invalid now counts as invalid on every day.
    faults = [finding for finding in item.findings if finding.kind in FAULTY]
    opens = round_.policy.opens
    for day in sorted({opens, *(day for day in _days_of_change(item, round_) if day > opens)}):
        if day <= round_.as_of:
            basis = AssessmentBasis(
                as_of=day,
                policy=round_.policy,
                is_closed=False,
                recordings=round_.recordings,
            )
            assessed = assess_item(item.mandated, round_.contents, basis, faults)
            yield day, assessed.status in FULL


def _days_of_change(item: ItemAssessment, round_: RoundAssessment) -> Iterator[date]:
    """The days on which an item's status can change.

    A deadline and the last day of a waiver are still in time, so what follows from them comes a
    day later (design: one deadline for a period).
    """
    calendar = round_.policy.calendar
    for period in fiscal_periods(round_.fiscal_year, item.frequency):
        yield calendar.deadline(period) + _DAY
    for cell in item.cells:
        yield cell.due_on + _DAY
    for unit in item.units:
        disclosed = unit.unit.disclosed
        yield from (review.on for review in disclosed.reviews)
        yield from (evidence.published for evidence in disclosed.evidence)
        if disclosed.updated:
            yield disclosed.updated
    yield from round_.recordings.days_of_item(item.id)
    for waiver in round_.contents.waivers:
        if waiver.item == item.id:
            yield from filter(None, (waiver.approved_on, waiver.until and waiver.until + _DAY))


def _was_full(history: _History, day: date) -> bool:
    return next((is_full for start, is_full in reversed(history) if start <= day), False)


def _without_repetition(steps: Iterable[Step]) -> Iterator[Step]:
    last = None
    for step in steps:
        if last is None or step.full_count != last.full_count:
            yield step
            last = step
