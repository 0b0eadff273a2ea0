"""What is to be done by when: every deadline of an open round that is still to be met."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oit.assessment.gate import is_judged
from oit.assessment.result import (
    Assessment,
    ItemAssessment,
    RoundAssessment,
    RoundState,
    UnitAssessment,
)
from oit.model.mandate import Requirement
from oit.periods import Period, fiscal_periods


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """An item to confirm for a period, or a cell to fill, by a day."""

    due_on: date
    fiscal_year: int
    one: ItemAssessment
    division: str
    """Who answers for it: the lead for a record."""
    requirement: Requirement | None
    """`None` where an update or a confirmation is owed."""
    period: Period | None
    waived_until: date | None

    @property
    def order(self) -> tuple[date, int, str, bool]:
        """By day, then item, then division, confirmations first."""
        return (self.due_on, self.one.item.number, self.division, self.requirement is not None)


def duties_of(round_: RoundAssessment) -> list[Duty]:
    """Everything still to be done in a round, the most urgent first; nothing once it has closed."""
    if round_.state is RoundState.CLOSED:
        return []
    distinct = {(*duty.order, duty.requirement, duty.period): duty for duty in _duties(round_)}
    return sorted(distinct.values(), key=lambda duty: duty.order)


def duties_in_force(assessment: Assessment) -> list[Duty]:
    """The duties of all rounds that are judged."""
    rounds = (one for one in assessment.rounds if is_judged(assessment, one))
    return sorted((duty for one in rounds for duty in duties_of(one)), key=lambda duty: duty.order)


def _duties(round_: RoundAssessment) -> Iterator[Duty]:
    for one in round_.items:
        for unit in one.units:
            yield from _confirmations(unit, one, round_)
        yield from _empty_cells(one, round_)


def _confirmations(
    unit: UnitAssessment, one: ItemAssessment, round_: RoundAssessment
) -> Iterator[Duty]:
    first = unit.confirmation.first_unconfirmed
    calendar = round_.round.policy.calendar
    for period in fiscal_periods(round_.fiscal_year, one.frequency):
        if first and period.start >= first.start:
            yield Duty(
                due_on=calendar.deadline(period),
                fiscal_year=round_.fiscal_year,
                one=one,
                division=unit.division,
                requirement=None,
                period=period,
                waived_until=one.waived_until if unit.excused else None,
            )


def _empty_cells(one: ItemAssessment, round_: RoundAssessment) -> Iterator[Duty]:
    for cell in one.cells:
        if not cell.is_filled:
            yield Duty(
                due_on=cell.due_on,
                fiscal_year=round_.fiscal_year,
                one=one,
                division=cell.division or one.item.lead,
                requirement=cell.requirement,
                period=cell.period,
                waived_until=one.waived_until_of(cell),
            )
