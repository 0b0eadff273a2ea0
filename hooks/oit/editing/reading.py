"""What people type for years, months, periods, items and divisions, read as values.

Thai or English, Buddhist or Common Era, Thai or Western digits, with or without blanks. Nothing is
guessed: what could mean two things, or nothing, is `None`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from oit.catalog.dates import english_period, thai_month, thai_period
from oit.model.office import Division
from oit.periods import (
    BUDDHIST_OFFSET,
    FIRST_BUDDHIST_YEAR,
    LAST_BUDDHIST_YEAR,
    Period,
    parse_period,
)

_FIRST_COMMON_YEAR = 1900
"""The last is where Buddhist years begin, as in records."""

# Patterns are of texts that `normalised` has made, those with `_YEAR` without full stops as well.
_YEAR = r"(?:ปีงบประมาณ|ปีงบ|ปี|fiscalyear|fy)?(?P<era>พศ|คศ|be|ce)?(?P<year>[0-9]{4})"
_FISCAL_YEAR = re.compile(_YEAR)
_QUARTER = re.compile(rf"(?:ไตรมาส(?:ที่)?|quarter|q)(?P<part>[1-4])(?:/|of)?{_YEAR}")
_HALF = re.compile(rf"(?:(?:รอบ)?6เดือน|ครึ่งปี)?(?P<part>แรก|หลัง|firsthalf|secondhalf)(?:of)?{_YEAR}")
_NAMED_YEAR = re.compile(rf"(?=ปีงบ|f){_YEAR}")
_YEAR_FIRST = re.compile(rf"{_YEAR}-?(?P<letter>[qh])(?P<part>[1-4])")
_YEAR_AND_MONTH = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})")
_MONTH_AND_YEAR = re.compile(r"(?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})")
_NAME_AND_YEAR = re.compile(r"(?P<name>\D+?)(?P<era>พศ|คศ|be|ce)?(?P<year>[0-9]{4}|[0-9]{2})")
_SAME_YEAR = re.compile(r"\(be[0-9]{4}\)$")
"""The Buddhist year in brackets, as our English texts have it behind that of the Common Era."""
_ITEM = re.compile(r"(?:ข้อ(?:ที่)?|item)?o?0*([1-9][0-9]?)")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_PARTS = {"แรก": 1, "หลัง": 2, "firsthalf": 1, "secondhalf": 2}


@dataclass(frozen=True, slots=True)
class YearRead:
    """A year, and the era that it was typed in."""

    buddhist: int
    is_common_era: bool


def normalised(text: str) -> str:
    """The text in lower case, without blanks, with Western digits, and Thai vowels in one form."""
    western = text.casefold().translate(_THAI_DIGITS)
    return "".join(western.split()).replace("ํา", "ำ").replace("เเ", "แ")


def read_year(text: str) -> YearRead | None:
    """A fiscal year: `2568`, `๒๕๖๘`, `ปีงบประมาณ พ.ศ. 2568`, `FY2568`; `2025` is that of 2568."""
    match = _FISCAL_YEAR.fullmatch(_without_stops(text))
    year = _year(match) if match else None
    return year if year and year.buddhist <= LAST_BUDDHIST_YEAR else None


def read_month(text: str) -> Period | None:
    """A month: `2025-03`, `2568-03`, `3/2568`, `มีนาคม 2568`, `มี.ค. 68`, `March 2025`."""
    numbers = normalised(text).removeprefix("เดือน")
    match = _YEAR_AND_MONTH.fullmatch(numbers) or _MONTH_AND_YEAR.fullmatch(numbers)
    if match:
        return _month(_year(match), int(match["month"]))
    named = _NAME_AND_YEAR.fullmatch(_without_stops(text).removeprefix("เดือน"))
    if not named or named["name"] not in _MONTHS:
        return None
    return _month(_year_of_name(named), _MONTHS[named["name"]])


def read_period(text: str) -> Period | None:
    """A month; or `FY2568-Q2`, `ไตรมาส 2/2568`, `6 เดือนแรก ปี 2568`, `FY2568`, `ปีงบประมาณ 2568`."""
    if month := read_month(text):
        return month
    words = _SAME_YEAR.sub("", _without_stops(text))
    if match := _QUARTER.fullmatch(words):
        return _fiscal_period(match, "q", int(match["part"]))
    if match := _HALF.fullmatch(words):
        return _fiscal_period(match, "h", _PARTS[match["part"]])
    if match := _YEAR_FIRST.fullmatch(words):
        return _fiscal_period(match, match["letter"], int(match["part"]))
    match = _NAMED_YEAR.fullmatch(words)
    return _fiscal_period(match) if match else None


def read_item(text: str) -> str | None:
    """The id of an item: `O15` of `15`, `o15`, `O๑๕`, `ข้อ 15`."""
    match = _ITEM.fullmatch(normalised(text))
    return f"O{match[1]}" if match else None


def read_division(text: str, divisions: Iterable[Division]) -> Division | None:
    """The division of an id or a name in Thai or English, with or without ฝ่าย or Section."""
    known, wanted = tuple(divisions), normalised(text)
    for names in (_full_names, names_of):
        found = [division for division in known if wanted in map(normalised, names(division))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def names_of(division: Division) -> tuple[str, ...]:
    """The names by which a division is known, besides its id."""
    short = (division.name_th.removeprefix("ฝ่าย"), division.name_en.removesuffix(" Section"))
    return (division.name_th, division.name_en, *short)


def _full_names(division: Division) -> tuple[str, ...]:
    return (division.id, division.name_th, division.name_en)


def _without_stops(text: str) -> str:
    return normalised(text).replace(".", "")


def _year(match: re.Match[str]) -> YearRead | None:
    """The year of a match with the groups `year` and, perhaps, `era`."""
    year, era = int(match["year"]), match.groupdict().get("era") or ""
    if FIRST_BUDDHIST_YEAR < year <= LAST_BUDDHIST_YEAR and era not in ("คศ", "ce"):
        return YearRead(year, is_common_era=False)
    if _FIRST_COMMON_YEAR <= year <= FIRST_BUDDHIST_YEAR and era not in ("พศ", "be"):
        return YearRead(year + BUDDHIST_OFFSET, is_common_era=True)
    return None


def _year_of_name(match: re.Match[str]) -> YearRead | None:
    """The year beside the name of a month: of two digits it is Buddhist, and the name is Thai."""
    if len(match["year"]) == 4:
        return _year(match)
    is_clear = not match["name"].isascii() and match["era"] in (None, "พศ")
    return YearRead(2500 + int(match["year"]), is_common_era=False) if is_clear else None


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


def _month_names() -> dict[str, int]:
    """The number of a month by each of its names, as `_without_stops` has them."""
    names = {}
    for number in range(1, 13):
        month = Period(date(2000, number, 1), 1)
        english = english_period(month).split()[0]
        thai = thai_period(month).removeprefix("เดือน").split()[0]
        for name in (thai, thai_month(month.start), english, english[:3]):
            names[_without_stops(name)] = number
    return names


_MONTHS = _month_names()
