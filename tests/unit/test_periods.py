"""Periods are fiscal, and each has one deadline (design: Time)."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.support import SAMPLE
from oit.model.round import RoundPolicy
from oit.periods import (
    Frequency,
    Period,
    WorkingCalendar,
    fiscal_periods,
    fiscal_start,
    fiscal_year_of,
    parse_period,
)
from oit.records.strict_yaml import parse_yaml


def sample_calendar() -> WorkingCalendar:
    text = (SAMPLE / "oit_items/2568/round.yml").read_text("utf-8")
    return RoundPolicy.model_validate(parse_yaml(text).values).calendar


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2025-03", date(2025, 3, 1), date(2025, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("FY2568-Q1", date(2024, 10, 1), date(2024, 12, 31)),
        ("FY2568-Q4", date(2025, 7, 1), date(2025, 9, 30)),
        ("FY2568-H1", date(2024, 10, 1), date(2025, 3, 31)),
        ("FY2568", date(2024, 10, 1), date(2025, 9, 30)),
    ],
)
def test_a_period_has_the_days_of_the_fiscal_year(period: str, start: date, end: date) -> None:
    """The fiscal year 2568 is October 2024 to September 2025."""
    read = parse_period(period)
    assert (read.start, read.end, str(read)) == (start, end, period)


@pytest.mark.parametrize("text", ["2568-03", "2025-13", "2025-3", "FY68", "FY2568-Q5", "H1", ""])
def test_anything_else_is_no_period(text: str) -> None:
    """A month in the Buddhist Era is not guessed at."""
    with pytest.raises(ValueError):  # noqa: PT011 -- its callers word the fault
        parse_period(text)


@pytest.mark.parametrize(
    ("period", "deadline"),
    [
        ("2024-10", date(2024, 11, 15)),
        ("2024-11", date(2024, 12, 16)),
        ("2025-02", date(2025, 3, 17)),
        ("2025-03", date(2025, 4, 17)),
        ("FY2568-H1", date(2025, 4, 17)),
        ("FY2568-H2", date(2025, 10, 15)),
    ],
)
def test_a_deadline_is_15_days_after_the_period_moved_to_a_working_day(
    period: str, deadline: date
) -> None:
    """15 March 2025 is a Saturday; 13 to 16 April are Songkran."""
    assert sample_calendar().deadline(parse_period(period)) == deadline


def test_a_sunday_before_a_monday_holiday_moves_to_tuesday() -> None:
    """Weekends and holidays in a row are passed over together."""
    calendar = WorkingCalendar(15, frozenset({date(2024, 12, 16)}))
    assert calendar.deadline(parse_period("2024-11")) == date(2024, 12, 17)


@given(st.sampled_from(list(Frequency)), st.integers(2450, 2700))
def test_the_periods_of_a_year_follow_each_other_without_gap(
    frequency: Frequency, year: int
) -> None:
    """Every day of a fiscal year lies in exactly one period of a frequency."""
    periods = fiscal_periods(year, frequency)
    assert periods[0].start == fiscal_start(year)
    assert all(
        one.end.toordinal() + 1 == following.start.toordinal()
        for one, following in pairwise(periods)
    )
    assert fiscal_year_of(periods[-1].end) == year
    assert sum(period.months for period in periods) == 12


@given(st.dates(date(1950, 1, 1), date(2300, 1, 1)), st.sampled_from([1, 3, 6, 12]))
def test_the_name_of_a_period_reads_as_the_same_period(day: date, months: int) -> None:
    """Writing and reading a period are inverse."""
    period = next(
        one
        for one in (
            Period(start.start, months)
            for start in fiscal_periods(fiscal_year_of(day), Frequency.MONTHLY)
        )
        if (one.start.month - 10) % 12 % months == 0
    )
    assert parse_period(str(period)) == period
