"""Deadlines: what an open round still owes by when, and how late a round's cells were filled."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

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

# What is still to be done


class Duty(Struct, frozen=True, kw_only=True):
    """An item to confirm for a period, or a cell to fill, by a day."""

    due_on: date
    fiscal_year: int
    item: ItemAssessment
    division: str
    """The division that owes it; the lead where a whole record does."""
    requirement: Requirement | None
    """`None` where an update or a confirmation is owed."""
    period: Period | None
    waived_until: date | None

    @property
    def order(self) -> tuple[date, int, str, bool]:
        """By day, then item, then division, confirmations first."""
        return (self.due_on, self.item.mandated.number, self.division, self.requirement is not None)


def duties_of(round_: RoundAssessment) -> list[Duty]:
    """All duties of a round, the earliest deadline first; none once it has closed."""
    duties = (duty for item in round_.items for duty in duties_of_item(item, round_))
    return sorted(duties, key=lambda duty: duty.order)


def duties_of_item(item: ItemAssessment, round_: RoundAssessment) -> list[Duty]:
    """The duties of an item, the earliest deadline first; none once its round has closed."""
    if round_.state is RoundState.CLOSED:
        return []
    found = (
        *(duty for unit in item.units for duty in _confirmations(unit, item, round_)),
        *_empty_cells(item, round_),
    )
    distinct = {(*duty.order, duty.requirement, duty.period): duty for duty in found}
    return sorted(distinct.values(), key=lambda duty: duty.order)


def duties_in_force(assessment: Assessment) -> list[Duty]:
    """The duties of the rounds that the gate judges, the earliest deadline first."""
    duties = (
        duty
        for round_ in assessment.rounds
        if is_judged(assessment, round_)
        for duty in duties_of(round_)
    )
    return sorted(duties, key=lambda duty: duty.order)


def _confirmations(
    unit: UnitAssessment, item: ItemAssessment, round_: RoundAssessment
) -> Iterator[Duty]:
    """One for each period of the item's frequency that the unit has not confirmed."""
    first = unit.confirmation.first_unconfirmed
    calendar = round_.policy.calendar
    for period in fiscal_periods(round_.fiscal_year, item.frequency):
        if first and period.start >= first.start:
            yield Duty(
                due_on=calendar.deadline(period),
                fiscal_year=round_.fiscal_year,
                item=item,
                division=unit.division,
                requirement=None,
                period=period,
                waived_until=item.waived_until if unit.excused else None,
            )


def _empty_cells(item: ItemAssessment, round_: RoundAssessment) -> Iterator[Duty]:
    for cell in item.cells:
        if not cell.is_filled:
            yield Duty(
                due_on=cell.due_on,
                fiscal_year=round_.fiscal_year,
                item=item,
                division=_owner_of(cell, item),
                requirement=cell.requirement,
                period=cell.period,
                waived_until=item.waived_until_of(cell),
            )


# How late it was


class LateCell(Struct, frozen=True):
    """A cell that was filled after its deadline, or is still empty past it."""

    item: ItemAssessment
    cell: Cell
    days: int
    """Up to the day it was filled; for an empty one, to the assessed date."""

    @property
    def division(self) -> str:
        """The division that owes the cell."""
        return _owner_of(self.cell, self.item)


class Lateness(Struct, frozen=True):
    """The late cells of a division in a round."""

    division: str
    late: tuple[LateCell, ...]
    owed_count: int
    """Cells that it owed by the assessed date, late or not."""

    @property
    def days(self) -> int:
        """The late days of all its cells, added up."""
        return sum(late_cell.days for late_cell in self.late)

    @property
    def longest(self) -> int:
        """The days of the latest cell; 0 where none was late."""
        return max((late_cell.days for late_cell in self.late), default=0)


def late_cells(round_: RoundAssessment) -> Iterator[LateCell]:
    """In the order of the mandate."""
    for item in round_.items:
        for cell in item.cells:
            if cell.state is CellState.LATE:
                yield LateCell(item, cell, cell.days_late)
            elif cell.state is CellState.MISSING:
                yield LateCell(item, cell, (round_.as_of - cell.due_on).days)


def lateness_of(round_: RoundAssessment, divisions: tuple[Division, ...]) -> tuple[Lateness, ...]:
    """The lateness of each of the divisions, in their order."""
    late = list(late_cells(round_))
    owners = [_owner_of(cell, item) for item in round_.items for cell in item.owed]
    return tuple(
        Lateness(
            division=division.id,
            late=tuple(late_cell for late_cell in late if late_cell.division == division.id),
            owed_count=owners.count(division.id),
        )
        for division in divisions
    )


def _owner_of(cell: Cell, item: ItemAssessment) -> str:
    """The division that owes a cell: its own where each owes one, else the lead."""
    return cell.division or item.mandated.lead
