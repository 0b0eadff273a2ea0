"""How statuses on a page age: the page goes on being read after the day of its last build.

A mark of an open round carries the deadline on which it stops being true and the day on which the
round closes; `theme/assets/aging.js` changes it in the browser. What is late already stays late
until the next build, so it carries nothing.
"""

from datetime import date
from typing import NamedTuple, Protocol

from oit.assessment.cells import Cell, CellState
from oit.assessment.result import RoundAssessment, RoundState
from oit.assessment.statuses import FULL, Status


class HasStatus(Protocol):
    """An item, a record, a part, or an item as one division answers for it."""

    @property
    def status(self) -> Status:
        """The status on the assessed date."""

    @property
    def due_on(self) -> date | None:
        """The next deadline; `None` where nothing more is due."""


class Ageing(NamedTuple):
    """When a mark on a page stops being true."""

    due_on: date | None
    """The deadline after which it is overdue; `None` where nothing more is due in the round."""
    closes: date
    """The last day of the round, after which the mark says `as_of` instead."""
    as_of: date


def ageing_of(judged: HasStatus, round_: RoundAssessment) -> Ageing | None:
    """The ageing of a status; `None` where it is late already, and in a closed round."""
    is_fine = judged.status in (*FULL, Status.PENDING)
    return _ageing(judged.due_on, round_) if is_fine and _is_open(round_) else None


def ageing_of_cell(cell: Cell, round_: RoundAssessment) -> Ageing | None:
    """The ageing of a cell that is not due yet; `None` for any other, and in a closed round."""
    is_waiting = cell.state is CellState.NOT_DUE
    return _ageing(cell.due_on, round_) if is_waiting and _is_open(round_) else None


def full_until(round_: RoundAssessment) -> str:
    """The deadlines of the items that score in full, as ISO days with spaces between.

    The browser subtracts those that have passed from the number of such items.
    """
    ageings = (ageing_of(item, round_) for item in round_.items if item.status in FULL)
    return " ".join(ageing.due_on.isoformat() for ageing in ageings if ageing and ageing.due_on)


def _ageing(due_on: date | None, round_: RoundAssessment) -> Ageing:
    """What falls due after the round closes is not owed in it."""
    closes = round_.policy.closes
    is_owed = due_on is not None and due_on <= closes
    return Ageing(due_on if is_owed else None, closes, round_.as_of)


def _is_open(round_: RoundAssessment) -> bool:
    return round_.state is RoundState.OPEN
