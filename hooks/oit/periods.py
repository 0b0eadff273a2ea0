"""Fiscal periods of a Bangkok office and the one deadline each of them has.

The fiscal year of B.E. 2568 runs from 1 October 2024 to 30 September 2025 and is named for the
year it ends in (Budget Procedures Act B.E. 2561, section 4); Q1 is October to December and H1 is
October to March.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from msgspec import Struct

BUDDHIST_OFFSET = 543
FIRST_BUDDHIST_YEAR = 2400
"""A year above this one, in a date field, is taken for a Buddhist year (B.E. 2400 is 1857)."""
LAST_BUDDHIST_YEAR = 2900
"""A fiscal year above this one is taken for a typing error."""

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_FISCAL = re.compile(r"FY(\d{4})(?:-(Q[1-4]|H[12]))?", re.ASCII)
_PART_MONTHS = {"": 12, "Q": 3, "H": 6}
_PART_LETTERS = {months: letter for letter, months in _PART_MONTHS.items()}


class Frequency(StrEnum):
    """How often an item owes a confirmation."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    ANNUAL = "annual"

    @property
    def months(self) -> int:
        """Length of one period of this frequency, in months."""
        return _MONTHS[self]


_MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.SEMIANNUAL: 6,
    Frequency.ANNUAL: 12,
}


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A month, quarter, half or whole of a fiscal year."""

    start: date
    months: int

    @property
    def end(self) -> date:
        """The last day of the period."""
        return _add_months(self.start, self.months) - timedelta(days=1)

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year the period lies in."""
        return fiscal_year_of(self.start)

    @property
    def ordinal(self) -> int:
        """1 for the first period of its length in the fiscal year."""
        # October, the tenth month of the calendar, is month 0 of the fiscal year.
        return (self.start.month - 10) % 12 // self.months + 1

    def __str__(self) -> str:
        if self.months == 1:
            return f"{self.start:%Y-%m}"
        if self.months == 12:
            return f"FY{self.fiscal_year}"
        return f"FY{self.fiscal_year}-{_PART_LETTERS[self.months]}{self.ordinal}"


def parse_period(text: str) -> Period:
    """Read `2025-03`, `FY2568-Q2`, `FY2568-H1` or `FY2568`.

    Raises `ValueError` for anything else, a month written with a Buddhist year included.
    """
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        if not 1900 <= year <= FIRST_BUDDHIST_YEAR:  # a month is written in the common era
            raise ValueError(text)
        return Period(date(year, month, 1), 1)
    if match := _FISCAL.fullmatch(text):
        return _fiscal_period(int(match[1]), match[2] or "")
    raise ValueError(text)


def _fiscal_period(year: int, part: str) -> Period:
    if not FIRST_BUDDHIST_YEAR <= year <= LAST_BUDDHIST_YEAR:
        raise ValueError(year)
    months = _PART_MONTHS[part[:1]]
    skipped = (int(part[1:] or 1) - 1) * months
    return Period(_add_months(fiscal_start(year), skipped), months)


def fiscal_year_of(day: date) -> int:
    """The Buddhist fiscal year that `day` falls in."""
    return day.year + BUDDHIST_OFFSET + (day.month >= 10)  # October begins the next fiscal year


def fiscal_start(fiscal_year: int) -> date:
    """The 1 October on which the Buddhist `fiscal_year` begins, in the calendar year before."""
    return date(fiscal_year - BUDDHIST_OFFSET - 1, 10, 1)


@cache
def fiscal_periods(fiscal_year: int, frequency: Frequency) -> tuple[Period, ...]:
    """All periods of one frequency in a Buddhist fiscal year, in order."""
    return tuple(_periods(fiscal_start(fiscal_year), frequency.months))


def _periods(start: date, months: int) -> Iterator[Period]:
    for skipped in range(0, 12, months):
        yield Period(_add_months(start, skipped), months)


def _add_months(day: date, months: int) -> date:
    """The first day of the month that is so many months after that of `day`."""
    # Months counted from year 0 with January as 0, so that `divmod` carries into the year.
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


@dataclass(frozen=True, slots=True)
class AskedPeriods:
    """The periods that a requirement asks for: listed, or those that a word stands for."""

    periods: tuple[Period, ...] = ()
    """With a word, none until its round says which (`Requirement.in_round`)."""
    word: Frequency | None = None

    def __bool__(self) -> bool:
        """Whether it asks by period at all, be it for none in this round."""
        return bool(self.periods or self.word)


class WorkingCalendar(Struct, frozen=True):
    """The working days of an office, which decide the deadline of a period."""

    days_after_period: int
    holidays: frozenset[date]
    earliest: date = date.min
    """A working day before which nothing is due: an office that begins mid-year has until then."""

    def deadline(self, period: Period) -> date:
        """The last day on which evidence and confirmation of `period` are in time."""
        unmoved = period.end + timedelta(days=self.days_after_period)
        return max(self.next_working_day(unmoved), self.earliest)

    def from_earliest(self, day: date) -> date:
        """A deadline that was set as a day: the day as it is, unless it is before `earliest`."""
        return max(day, self.earliest)

    def working_days_after(self, day: date, count: int) -> date:
        """The last of so many working days after `day`; `day` itself for none."""
        for _ in range(count):
            day = self.next_working_day(day + timedelta(days=1))
        return day

    def next_working_day(self, day: date) -> date:
        """`day` itself, or the first day after it that is no weekend and no holiday."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def last_working_day(self, period: Period) -> date:
        """The last day of a period on which the office works."""
        return self.working_days_before(period.end + timedelta(days=1), 1)

    def working_days_before(self, day: date, count: int) -> date:
        """The day so many working days before `day`; `day` itself for none."""
        while count > 0 and day > date.min:
            day -= timedelta(days=1)
            count -= self.is_working(day)
        return day

    def is_working(self, day: date) -> bool:
        """Whether a day is no weekend and no holiday."""
        return day.weekday() < 5 and day not in self.holidays  # 5 is Saturday, 6 is Sunday
