"""How a page ages: it goes on being read after the day of its last build.

A page of an open round carries its day, the deadlines that what it says depends on, and the day the
round closes. `theme/assets/aging.js` compares the reader's day with them once, and all parts of the
page age together: each is then true as of the day of the build, and says so. What a closed round
says stays true.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from oit.assessment.cells import CellState
from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState


class Ageing(Struct, frozen=True):
    """When what a page says stops being true."""

    as_of: date
    deadlines: tuple[date, ...]
    """The deadlines still to come on which something on the page may become late, in order."""
    closes: date
    """The last day of the round."""


def ageing_of_round(round_: RoundAssessment) -> Ageing | None:
    """The ageing of a page about all items; `None` for a round that ages no more."""
    return ageing_of(round_.items, round_)


def ageing_of(items: Iterable[ItemAssessment], round_: RoundAssessment) -> Ageing | None:
    """The ageing of a page about some items of a round; `None` for one that ages no more."""
    if round_.state is RoundState.CLOSED:
        return None
    days = {day for item in items for day in _deadlines(item)}
    ahead = (day for day in days if round_.as_of <= day <= round_.policy.closes)
    return Ageing(round_.as_of, tuple(sorted(ahead)), round_.policy.closes)


def _deadlines(item: ItemAssessment) -> Iterable[date]:
    """The deadlines of an item, of its units and empty cells, and the last day of a permission."""
    judged = (item.due_on, item.waived_until, *(unit.due_on for unit in item.units))
    yield from (day for day in judged if day)
    yield from (cell.due_on for cell in item.cells if cell.state is CellState.NOT_DUE)
