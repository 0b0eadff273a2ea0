"""Which sheet of a workbook is to fill which period, and why the others are left out; as values."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from oit.evidence.named import SheetFacts
from oit.evidence.named_periods import is_named, names_others
from oit.model.mandate import Requirement
from oit.periods import Period, WorkingCalendar


class LeftOut(StrEnum):
    """Why a sheet fills no period."""

    NO_PERIOD = "no-period"
    """It names none, or several: a summary, a list of names."""
    FOREIGN = "foreign"
    """It names one that the round does not ask for."""
    EMPTY = "empty"
    """It has no rows and does not say that there was nothing."""
    EARLY = "early"
    """Its period has not ended."""
    FILLED = "filled"
    """Its period has evidence already."""


class YearPlan(Struct, frozen=True):
    """What a workbook with a sheet for each of several periods fills."""

    sheets: tuple[tuple[Period, str], ...]
    """The name of the sheet for each period, in order of the periods."""
    left_out: tuple[tuple[str, LeftOut], ...]
    """The other sheets, in order."""
    twice: tuple[tuple[str, str], ...]
    """Pairs of sheets for one period: nobody but their author knows which is meant."""


def is_of_several(sheets: Iterable[SheetFacts], requirement: Requirement) -> bool:
    """Whether a workbook has sheets for several periods that a requirement asks for."""
    found = {_period(sheet, requirement.periods) for sheet in sheets if not sheet.is_empty}
    return len(found - {None}) > 1


class Owed(Struct, frozen=True):
    """What is asked for, and what of it is there on a day."""

    requirement: Requirement
    filled: Collection[Period]
    """The periods that have evidence already."""
    calendar: WorkingCalendar
    today: date


def year_plan(sheets: Collection[SheetFacts], owed: Owed) -> YearPlan:
    """The sheets for the periods of a requirement that have ended and have no evidence yet."""
    planned: dict[Period, str] = {}
    left_out: list[tuple[str, LeftOut]] = []
    twice: list[tuple[str, str]] = []
    for sheet, period, why in _judged(sheets, owed):
        if why or period is None:
            left_out.append((sheet.name, why or LeftOut.NO_PERIOD))
        elif period in planned:
            twice.append((planned[period], sheet.name))
        else:
            planned[period] = sheet.name
    return YearPlan(tuple(sorted(planned.items())), tuple(left_out), tuple(twice))


def _judged(
    sheets: Collection[SheetFacts], owed: Owed
) -> Iterator[tuple[SheetFacts, Period | None, LeftOut | None]]:
    """Each sheet with its period, and why it is left out, where it is.

    Where sheets are called by months, one that is not is no month, whatever its title copies.
    """
    are_named = sum(bool(sheet.by_name) for sheet in sheets) > 1
    for sheet in sheets:
        is_month = bool(sheet.by_name) or not are_named
        period = _period(sheet, owed.requirement.periods) if is_month else None
        yield sheet, period, _why_not(sheet, period, owed)


def _period(sheet: SheetFacts, periods: Collection[Period]) -> Period | None:
    """The one period that a sheet names; `None` where it names none or several of them."""
    named = [period for period in periods if is_named(period, sheet.periods)]
    return named[0] if len(named) == 1 else None


def _why_not(sheet: SheetFacts, period: Period | None, owed: Owed) -> LeftOut | None:
    if period is None:
        is_foreign = names_others(owed.requirement.periods, sheet.periods)
        return LeftOut.FOREIGN if is_foreign else LeftOut.NO_PERIOD
    if sheet.is_empty:
        return LeftOut.EMPTY
    begins = owed.calendar.last_working_day(period) if owed.requirement.sums_up else period.start
    if owed.today < begins:
        return LeftOut.EARLY
    return LeftOut.FILLED if period in owed.filled else None
