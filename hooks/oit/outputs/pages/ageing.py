"""TODO."""

from datetime import date
from typing import NamedTuple, Protocol

from oit.assessment.cells import Cell, CellState
from oit.assessment.result import RoundAssessment, RoundState
from oit.assessment.statuses import FULL, Status


class Standing(Protocol):
    """How an item, a record, a part or a division's share of an item stands."""

    @property
    def status(self) -> Status:
        """The word for it."""

    @property
    def due_on(self) -> date | None:
        """The next deadline; `None` where nothing more is due."""


class Ageing(NamedTuple):
    """What a mark of an open round is to say by itself, on a page that nobody rebuilds."""

    due_on: date | None
    """The deadline after which it must not go on calling a thing in order; `None` for never."""
    closes: date
    """The last day of the round, after which it says the day that it is true on instead."""
    as_of: date


def ages_on(one: Standing, round_: RoundAssessment) -> Ageing | None:
    """How the mark of something in order ages; what is late already says so, and is `None`.

    A closed round does not age, and what falls due after a round closes is not owed in it.
    """
    is_fine = round_.state is RoundState.OPEN and one.status in (*FULL, Status.PENDING)
    return _ageing(one.due_on, round_) if is_fine else None


def cell_ages_on(cell: Cell, round_: RoundAssessment) -> Ageing | None:
    """How the mark of a cell that is not due ages; of any other it is `None`."""
    waits = round_.state is RoundState.OPEN and cell.state is CellState.NOT_DUE
    return _ageing(cell.due_on, round_) if waits else None


def _ageing(due_on: date | None, round_: RoundAssessment) -> Ageing:
    closes = round_.policy.closes
    is_owed = due_on is not None and due_on <= closes
    return Ageing(due_on if is_owed else None, closes, round_.as_of)


def full_until(round_: RoundAssessment) -> str:
    """The deadlines of what is in order and ages, as ISO days with spaces between."""
    ageing = (ages_on(one, round_) for one in round_.items if one.status in FULL)
    return " ".join(one.due_on.isoformat() for one in ageing if one and one.due_on)
