"""What is to be done by when: every deadline of an open round that is still to be met."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oit.assessment.cells import Cell, CellState
from oit.assessment.gate import is_judged
from oit.assessment.result import (
    Assessment,
    ItemAssessment,
    RoundAssessment,
    RoundState,
    UnitAssessment,
)
from oit.model.mandate import Requirement
from oit.model.office import Division
from oit.periods import Period, fiscal_periods


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """An item to confirm for a period, or a cell to fill, by a day."""

    due_on: date
    fiscal_year: int
    item: ItemAssessment
    division: str
    """Who answers for it: the lead for a record."""
    requirement: Requirement | None
    """`None` where an update or a confirmation is owed."""
    period: Period | None
    waived_until: date | None

    @property
    def order(self) -> tuple[date, int, str, bool]:
        """By day, then item, then division, confirmations first."""
        return (self.due_on, self.item.mandated.number, self.division, self.requirement is not None)


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
    calendar = round_.policy.calendar
    for period in fiscal_periods(round_.fiscal_year, one.frequency):
        if first and period.start >= first.start:
            yield Duty(
                due_on=calendar.deadline(period),
                fiscal_year=round_.fiscal_year,
                item=one,
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
                item=one,
                division=cell.division or one.mandated.lead,
                requirement=cell.requirement,
                period=cell.period,
                waived_until=one.waived_until_of(cell),
            )


@dataclass(frozen=True, slots=True)
class LateCell:
    """A cell that was filled late, or is still empty past its deadline."""

    item: ItemAssessment
    cell: Cell
    days: int

    @property
    def division(self) -> str:
        """Who answered for it."""
        return self.cell.division or self.item.mandated.lead


@dataclass(frozen=True, slots=True)
class Lateness:
    """The late cells of a division in a round."""

    division: str
    late: tuple[LateCell, ...]
    owed_count: int
    """Cells that it owed by now, late or not."""

    @property
    def days(self) -> int:
        """All late days together."""
        return sum(one.days for one in self.late)

    @property
    def longest(self) -> int:
        """Days of the latest of them."""
        return max((one.days for one in self.late), default=0)


def late_cells(round_: RoundAssessment) -> Iterator[LateCell]:
    """In the order of the mandate."""
    for one in round_.items:
        for cell in one.cells:
            if cell.state is CellState.LATE:
                yield LateCell(one, cell, cell.days_late)
            elif cell.state is CellState.MISSING:
                yield LateCell(one, cell, (round_.as_of - cell.due_on).days)


def lateness_of(round_: RoundAssessment, divisions: tuple[Division, ...]) -> tuple[Lateness, ...]:
    """For each division, in the order given."""
    late = list(late_cells(round_))
    return tuple(
        Lateness(
            division.id,
            tuple(one for one in late if one.division == division.id),
            sum(
                (cell.division or one.mandated.lead) == division.id
                for one in round_.items
                for cell in one.owed
            ),
        )
        for division in divisions
    )
