"""What the guide and the page of data name as examples: an item, a month and a part of a round."""

from msgspec import Struct

from oit.assessment.cells import Cell
from oit.assessment.result import RoundAssessment
from oit.model.mandate import MandateItem, Requirement
from oit.periods import Frequency, Period, fiscal_periods, parse_period

_Owed = tuple[MandateItem, Cell]


class Examples(Struct, frozen=True, kw_only=True):
    """Examples from one round."""

    item: MandateItem
    """An item that asks for something by months, if there is one."""
    requirement: Requirement
    """What it asks for."""
    period: Period
    """The latest period of it that has ended, or else its first."""
    earlier: Period
    """The one before, or else the same."""
    month: Period
    """A month as people write it: the last one of `period`."""
    part: MandateItem | None
    """An item to which each of its divisions sends its own part; `None` where there is none."""

    @property
    def quarter(self) -> Period:
        """The quarter of `month`."""
        return self._around(Frequency.QUARTERLY)

    @property
    def half(self) -> Period:
        """The half of the year of `month`."""
        return self._around(Frequency.SEMIANNUAL)

    def _around(self, frequency: Frequency) -> Period:
        periods = fiscal_periods(self.month.fiscal_year, frequency)
        return next(period for period in periods if self.month.end <= period.end)


def examples_of(round_: RoundAssessment) -> Examples:
    """The examples of a round whose mandate asks for anything at all."""
    owed = [(item.mandated, cell) for item in round_.items for cell in item.cells]
    item, chosen = min(owed, key=_unfitness)
    periods = _periods_like(item, chosen, owed) or [parse_period(f"FY{round_.fiscal_year}")]
    ended = [period for period in periods if period.end <= round_.as_of] or periods[:1]
    return Examples(
        item=item,
        requirement=chosen.requirement,
        period=ended[-1],
        earlier=ended[-2:][0],
        month=parse_period(f"{ended[-1].end:%Y-%m}"),
        part=next((item for item, cell in owed if cell.division), None),
    )


def _unfitness(owed: _Owed) -> tuple[bool, ...]:
    """Best is a table of each month that may also be stated to be empty; the first of several."""
    _, cell = owed
    is_monthly = cell.period is not None and cell.period.months == 1
    requirement = cell.requirement
    return not is_monthly, not requirement.may_be_none, not requirement.tables


def _periods_like(item: MandateItem, chosen: Cell, owed: list[_Owed]) -> list[Period]:
    """All periods of the requirement of a cell, in their order."""
    return [
        cell.period
        for other, cell in owed
        if other is item and cell.requirement == chosen.requirement and cell.period
    ]
