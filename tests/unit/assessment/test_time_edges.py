"""Leap years, year ends, Songkran, and weekends before holidays (design: Time)."""

from datetime import date

import pytest

from oit.editing.new_round import proposed_holidays
from oit.periods import (
    Frequency,
    Period,
    WorkingCalendar,
    fiscal_periods,
    fiscal_year_of,
    parse_period,
)


def calendar(first: int, last: int) -> WorkingCalendar:
    """The working days between 1 October of one year and 30 November of another."""
    listed = proposed_holidays(date(first, 10, 1), date(last, 11, 30))
    return WorkingCalendar(15, frozenset(finding.on for finding in listed))


@pytest.mark.parametrize(
    ("period", "deadline", "why"),
    [
        ("2028-02", date(2028, 3, 15), "a leap year: 29 February and 15 days"),
        ("2027-02", date(2027, 3, 15), "28 February and 15 days"),
        ("2026-12", date(2027, 1, 15), "across the end of a year"),
        ("2028-03", date(2028, 4, 18), "Saturday 15 April, Sunday, and Songkran's substitute"),
        ("2027-03", date(2027, 4, 16), "Thursday 15 April is Songkran"),
        ("FY2571-H1", date(2028, 4, 18), "a half ends with its last month"),
        ("FY2570-Q1", date(2027, 1, 15), "so does a quarter"),
        ("FY2570", date(2027, 10, 15), "and the year"),
        ("2027-01", date(2027, 2, 15), "a Monday"),
        ("2026-10", date(2026, 11, 16), "Sunday 15 November moves to Monday"),
    ],
)
def test_a_deadline_falls_where_the_calendar_puts_it(period: str, deadline: date, why: str) -> None:
    """By the holidays that a new round proposes."""
    days = calendar(2026, 2028)
    assert days.deadline(parse_period(period)) == deadline, why


def test_a_sunday_before_a_monday_holiday_moves_to_tuesday() -> None:
    """Both days are skipped, and no more."""
    sunday, monday = date(2026, 11, 15), date(2026, 11, 16)
    assert sunday.weekday() == 6
    days = WorkingCalendar(15, frozenset({monday}))
    assert days.deadline(Period(date(2026, 10, 1), 1)) == date(2026, 11, 17)


def test_a_fiscal_year_with_a_leap_day_is_whole() -> None:
    """366 days, in months, quarters, halves and the year alike."""
    for frequency in Frequency:
        periods = fiscal_periods(2571, frequency)
        assert sum((period.end - period.start).days + 1 for period in periods) == 366
    assert fiscal_year_of(date(2028, 2, 29)) == 2571
    assert fiscal_year_of(date(2028, 9, 30)) == 2571
    assert fiscal_year_of(date(2028, 10, 1)) == 2572
