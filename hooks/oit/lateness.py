"""How late each division was: what came after its deadline, and what is still owed past it."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.assessment.cells import Cell, CellState
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.model.office import Division


@dataclass(frozen=True, slots=True)
class LateCell:
    """A cell that was filled late, or is still empty past its deadline."""

    one: ItemAssessment
    cell: Cell
    days: int

    @property
    def division(self) -> str:
        """Who answered for it."""
        return self.cell.division or self.one.item.lead


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
                (cell.division or one.item.lead) == division.id
                for one in round_.items
                for cell in one.owed
            ),
        )
        for division in divisions
    )
