"""Days and periods in words: Thai with Buddhist years, English with those of the Common Era."""

from datetime import date
from functools import cache

from oit.catalog.fluent import message_text
from oit.catalog.sources import Language
from oit.periods import BUDDHIST_OFFSET, Period

_PARTS = {1: "month", 3: "quarter", 6: "half", 12: "year"}
"""The name of a period in the catalogue, by its months."""


def _months(message_id: str, language: Language) -> tuple[str, ...]:
    """The names of the months, from January."""
    return tuple(message_text(message_id, language, {}).split())


# Not from Babel: reading the data of two locales takes longer than many a command.
THAI_MONTHS = _months("periods.months", Language.TH)
THAI_SHORT_MONTHS = _months("periods.months.short", Language.TH)
ENGLISH_MONTHS = _months("periods.months", Language.EN)
ENGLISH_SHORT_MONTHS = _months("periods.months.short", Language.EN)


def date_words(day: date, language: Language) -> str:
    """17 มีนาคม 2568, 17 March 2025."""
    return english_date(day) if language is Language.EN else thai_date(day)


def period_words(period: Period, language: Language) -> str:
    """A period of the fiscal year in words of the language."""
    return english_period(period) if language is Language.EN else thai_period(period)


def thai_date(day: date) -> str:
    """17 มีนาคม 2568."""
    return f"{day.day} {THAI_MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"


def thai_short_date(day: date) -> str:
    """17 มี.ค. 2568, for tables."""
    return f"{day.day} {THAI_SHORT_MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"


def thai_month(day: date) -> str:
    """The month alone, as มี.ค."""
    return THAI_SHORT_MONTHS[day.month - 1]


def month_words(day: date, language: Language) -> str:
    """The month alone, as มี.ค. or Mar, for the axis of a chart."""
    if language is Language.EN:
        return ENGLISH_SHORT_MONTHS[day.month - 1]
    return thai_month(day)


@cache
def thai_period(period: Period) -> str:
    """เดือนมีนาคม 2568, ไตรมาสที่ 2, ครึ่งปีแรก or the year, with the fiscal year."""
    values = {
        "month": THAI_MONTHS[period.start.month - 1],
        "calendar_year": str(period.start.year + BUDDHIST_OFFSET),
        "year": str(period.fiscal_year),
    }
    return message_text(_message_of(period), Language.TH, {**values, **_ordinal(period)})


@cache
def thai_short_period(period: Period) -> str:
    """มี.ค. 68, ไตรมาส 2, ครึ่งปี 1 or ปี 2568, for the axis of a chart."""
    values = {
        "month": THAI_SHORT_MONTHS[period.start.month - 1],
        "calendar_year": f"{(period.start.year + BUDDHIST_OFFSET) % 100:02d}",
        "year": str(period.fiscal_year),
    }
    return message_text(f"{_message_of(period)}.short", Language.TH, {**values, **_ordinal(period)})


def english_date(day: date) -> str:
    """17 March 2025."""
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def english_short_date(day: date) -> str:
    """17 Mar 2025, for tables."""
    return f"{day.day} {ENGLISH_SHORT_MONTHS[day.month - 1]} {day.year}"


@cache
def english_period(period: Period) -> str:
    """March 2025, quarter 2, first half or the year, with the fiscal year."""
    values = {
        "month": ENGLISH_MONTHS[period.start.month - 1],
        "calendar_year": str(period.start.year),
        "year": str(period.fiscal_year - BUDDHIST_OFFSET),
        "buddhist_year": str(period.fiscal_year),
    }
    return message_text(_message_of(period), Language.EN, {**values, **_ordinal(period)})


def _message_of(period: Period) -> str:
    return f"periods.{_PARTS[period.months]}"


def _ordinal(period: Period) -> dict[str, int]:
    """Which quarter or half it is; a month and a year have no number."""
    return {} if period.months in (1, 12) else {"ordinal": period.ordinal}
