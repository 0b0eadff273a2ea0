"""Dates, months, periods and years in every form that offices write them, read as values.

Thai or English, Buddhist or Common Era, Thai or Western digits, with or without blanks. The day
stands before the month, and a year of two digits is Buddhist. Nothing is guessed: what has two
readings even so, or none, or lies far from our time, is `None`.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale
from msgspec import Struct

from oit.model.written_words import (
    either,
    in_western_digits,
    known_words,
    normalised,
    without_stops,
)
from oit.periods import (
    BUDDHIST_OFFSET,
    FIRST_BUDDHIST_YEAR,
    LAST_BUDDHIST_YEAR,
    Period,
    parse_period,
)

_FIRST_COMMON_YEAR = 1900
"""The last is where Buddhist years begin, as in records."""
_FIRST_DAY, _LAST_DAY = date(1997, 1, 1), date(2096, 12, 31)
"""A day outside the hundred years from B.E. 2540, when offices began to disclose, is a slip."""
_CENTURY, _FIRST_SHORT_YEAR = 2500, 40
"""68 is B.E. 2568; 25 may be a common year as well, and is none."""

_TIME = re.compile(r"([^\n]*\d)(?:[tT]|\s+|\s*,\s*)\d{1,2}[:.]\d{2}.*", re.DOTALL | re.ASCII)
_YEAR_FIRST_DAY = re.compile(r"(\d{4}|\d{2})([-/.–])(\d{1,2})\2(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.–])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_EIGHT_DIGITS = re.compile(r"\d{8}", re.ASCII)
_YEAR_AND_MONTH = re.compile(r"(?P<year>\d{4}|\d{2})[-/.](?P<month>\d{1,2})", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})", re.ASCII)


_SAME_YEAR = re.compile(r"\(be[0-9]{4}\)$")
"""The Buddhist year in brackets, as our English texts have it behind that of the Common Era."""

_WORDS = ("date", "ordinal", "month", "fiscal_year", "year", "quarter", "half_year", "of")
_YEARS = {
    "LONG": "(?P<era>%(eras)s)?(?P<year>[0-9]{4})",
    "SHORT": "(?:%(year)s)?(?P<era>%(eras)s)?(?P<year>[0-9]{4}|[0-9]{2})",
    "FISCAL": "(?:%(fiscal_year)s|%(year)s)?(?P<era>%(eras)s)?(?P<year>[0-9]{4})",
}
_FORMS = {
    "fiscal_year": "FISCAL",
    "named_year": "(?:%(fiscal_year)s)LONG",
    "month": r"(?:%(month)s)?(?P<name>\D+?)SHORT",
    "quarter": "(?:%(quarter)s)(?P<part>[1-4])(?:%(of)s)?FISCAL",
    "half": "(?:%(half_year)s)?(?P<part>%(halves)s)(?:%(of)s)?FISCAL",
    "year_first": "FISCAL-?/?(?P<letter>[qh])(?P<part>[1-4])",
    "day_of_month": r"(?:(?:%(date)s)?(?P<weekday>%(weekdays)s)?(?:%(ordinal)s)?)?"
    r"(?P<day>[0-9]{1,2})(?:%(ordinal)s)?(?:%(month)s|%(of)s)?(?P<name>\D+?)SHORT",
    "month_day": "(?P<name>[a-z]+?)(?P<day>[0-9]{1,2})(?:%(ordinal)s)?LONG",
}
"""The forms of dates and periods; capitals and names stand for patterns of years and words."""


class YearRead(Struct, frozen=True):
    """A year, and the era that it was typed in."""

    buddhist: int
    is_common_era: bool


def read_date(text: str) -> date | None:
    """A day: `9 เม.ย. 68`, `๙ เมษายน ๒๕๖๘`, `9/4/2568`, `2568-04-09`, `April 9, 2025`.

    A time after it is left out.
    """
    day = _without_time(text)
    readings = {*_days_of_figures(normalised(day)), *_days_of_words(_run_together(day))}
    return readings.pop() if len(readings) == 1 else None


def read_year(text: str) -> YearRead | None:
    """A fiscal year: `2568`, `๒๕๖๘`, `ปีงบประมาณ พ.ศ. 2568`, `FY2568`; `2025` is that of 2568."""
    match = _pattern("fiscal_year").fullmatch(without_stops(text))
    year = _year(match) if match else None
    return year if year and year.buddhist <= LAST_BUDDHIST_YEAR else None


def read_month(text: str) -> Period | None:
    """A month: `2025-03`, `2568-03`, `3/2568`, `03/68`, `มีนาคม 2568`, `มี.ค.68`, `March 2025`."""
    numbers = re.sub(rf"^(?:{either('month')})", "", normalised(text))
    matches = (pattern.fullmatch(numbers) for pattern in (_YEAR_AND_MONTH, _MONTH_AND_YEAR))
    found = {_month(_year(match), int(match["month"])) for match in matches if match}
    named = _pattern("month").fullmatch(without_stops(text))
    if named and named["name"] in _months():
        found.add(_month(_year_of_name(named), _months()[named["name"]]))
    months = [month for month in found if month]
    return months[0] if len(months) == 1 else None


def read_period(text: str) -> Period | None:
    """A month; or `FY2568-Q2`, `ไตรมาส 2/2568`, `6 เดือนแรก ปี 2568`, `FY2568`, `ปีงบประมาณ 2568`."""
    if month := read_month(text):
        return month
    words = _SAME_YEAR.sub("", without_stops(text))
    if match := _pattern("quarter").fullmatch(words):
        return _fiscal_period(match, "q", int(match["part"]))
    if match := _pattern("half").fullmatch(words):
        is_first = match["part"] in known_words()["first_half"]
        return _fiscal_period(match, "h", 1 if is_first else 2)
    if match := _pattern("year_first").fullmatch(words):
        return _fiscal_period(match, match["letter"], int(match["part"]))
    match = _pattern("named_year").fullmatch(words)
    return _fiscal_period(match) if match else None


# Days


def _without_time(written: str) -> str:
    text = in_western_digits(written)
    words = rf"\s*(?:{either('time')})?\s*\d{{1,2}}[:.]\d{{2}}(?:\s*(?:{either('hour')})\.?)?\s*$"
    spoken = re.sub(rf"\s{words}", "", text.strip(), flags=re.IGNORECASE)
    if spoken != text.strip() and re.search(r"\d$", spoken):
        return spoken
    match = _TIME.fullmatch(text.strip())
    return match[1] if match else text


def _run_together(text: str) -> str:
    """The words of a day without blanks, stops, commas and dashes between them."""
    return re.sub(r"[,\-/–]", "", without_stops(text))


def _days_of_figures(text: str) -> Iterator[date]:
    """The days that figures alone may mean."""
    if match := _YEAR_FIRST_DAY.fullmatch(text):
        yield from _day(match[1], int(match[3]), int(match[4]))
    if match := _DAY_FIRST.fullmatch(text):
        day_first = [*_day(match[4], int(match[3]), int(match[1]))]
        yield from day_first or _day(match[4], int(match[1]), int(match[3]))
    if _EIGHT_DIGITS.fullmatch(text):
        yield from _day(text[:4], int(text[4:6]), int(text[6:]))
        yield from _day(text[4:], int(text[2:4]), int(text[:2]))


def _days_of_words(text: str) -> Iterator[date]:
    """The days that figures around the name of a month may mean."""
    for form in ("day_of_month", "month_day"):
        match = _pattern(form).fullmatch(text)
        if match and match["name"] in _months() and (year := _year_of_name(match)):
            days = _day(str(year.buddhist), _months()[match["name"]], int(match["day"]))
            yield from (day for day in days if _is_on(match.groupdict().get("weekday"), day))


def _is_on(weekday: str | None, day: date) -> bool:
    """Whether a day falls on a weekday that stands beside it."""
    return weekday is None or _weekdays()[weekday] == day.weekday()


def _day(year: str, month: int, day: int) -> Iterator[date]:
    """The day of a year in either era; none where the calendar, or our time, has no such day."""
    number = int(year)
    if len(year) == 2:
        if number < _FIRST_SHORT_YEAR:
            return
        number += _CENTURY
    common = number - BUDDHIST_OFFSET if number > FIRST_BUDDHIST_YEAR else number
    try:
        found = date(common, month, day)
    except ValueError:
        return
    if _FIRST_DAY <= found <= _LAST_DAY:
        yield found


# Years and periods


def _year(match: re.Match[str]) -> YearRead | None:
    """The year of a match with the groups `year` and, perhaps, `era`; of two digits, a Buddhist."""
    year, era = int(match["year"]), match.groupdict().get("era") or ""
    eras = known_words()["eras"]
    if len(match["year"]) == 2:
        is_clear = year >= _FIRST_SHORT_YEAR and era not in eras["common"]
        return YearRead(_CENTURY + year, is_common_era=False) if is_clear else None
    if FIRST_BUDDHIST_YEAR < year <= LAST_BUDDHIST_YEAR and era not in eras["common"]:
        return YearRead(year, is_common_era=False)
    if _FIRST_COMMON_YEAR <= year <= FIRST_BUDDHIST_YEAR and era not in eras["buddhist"]:
        return YearRead(year + BUDDHIST_OFFSET, is_common_era=True)
    return None


def _year_of_name(match: re.Match[str]) -> YearRead | None:
    """The year beside the name of a month; of two digits it stands beside a Thai name alone."""
    is_english = match["name"].isascii()
    return None if len(match["year"]) == 2 and is_english else _year(match)


def _month(year: YearRead | None, month: int) -> Period | None:
    if year is None or not 1 <= month <= 12:
        return None
    return Period(date(year.buddhist - BUDDHIST_OFFSET, month, 1), 1)


def _fiscal_period(match: re.Match[str], letter: str = "", part: int = 0) -> Period | None:
    """The quarter or half of that number, or the year without a letter; `None` if there is none."""
    year = _year(match)
    if year is None:
        return None
    suffix = f"-{letter.upper()}{part}" if letter else ""
    try:
        return parse_period(f"FY{year.buddhist}{suffix}")
    except ValueError:  # there is no third half
        return None


# Words


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A form of a date or period, of texts that `without_stops` has made."""
    eras = "|".join(word for words in known_words()["eras"].values() for word in words)
    weekdays = "|".join(map(re.escape, _weekdays()))
    more = {"halves": either("first_half", "second_half"), "eras": eras, "weekdays": weekdays}
    words = {name: either(name) for name in _WORDS}
    pattern = _FORMS[form]
    for name, year in _YEARS.items():
        pattern = pattern.replace(name, year)
    return re.compile(pattern % {**words, **more})


@cache
def _months() -> dict[str, int]:
    """The number of a month by each of its names, as `without_stops` has them."""
    spoken = known_words()["months"].items()
    names = {name: int(number) for number, more in spoken for name in more}
    for locale in map(Locale, ("th", "en")):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months["format"][width].items():
                names[without_stops(name)] = number
    return names


@cache
def _weekdays() -> dict[str, int]:
    """The number of a weekday, Monday being 0, by its name with and without วัน."""
    named = [
        (name, number)
        for locale in map(Locale, ("th", "en"))
        for number, name in locale.days["format"]["wide"].items()
    ]
    names = {without_stops(name): number for name, number in named}
    return {re.sub(rf"^(?:{either('date')})", "", name): at for name, at in names.items()}
