"""Which months and fiscal years a text names, in Thai, English or figures, in either era.

A month is `2025-03`, or `03` where no year stands beside it; a fiscal year is `FY2568`. Quarters
and halves are their months. A single day names nothing: reports of a month are dated in the next.
"""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from oit.evidence.tables.text import THAI_MONTHS, THAI_SHORT_MONTHS, arabic, gregorian
from oit.evidence.words import patterns_of, words_of
from oit.periods import (
    BUDDHIST_OFFSET,
    FIRST_BUDDHIST_YEAR,
    Frequency,
    Period,
    fiscal_periods,
    parse_period,
)

_WORDS = patterns_of(__name__)
_ENGLISH_MONTHS = words_of(__name__)["months"]
# Without the last full stop, which people leave out.
_SHORT_THAI = tuple(name.removesuffix(".") for name in THAI_SHORT_MONTHS)
_SHORT_ENGLISH = tuple(name[:3] for name in _ENGLISH_MONTHS)
_NUMBERS = {
    spelt: number
    for names in (THAI_MONTHS, _SHORT_THAI, _ENGLISH_MONTHS, _SHORT_ENGLISH)
    for number, name in enumerate(names, 1)
    for spelt in (name, name.upper())
}
# The longest first: `March` before `Mar`. No other words begin so, save in English.
_NAME = re.compile("|".join(map(re.escape, sorted(_NUMBERS, key=len, reverse=True))))
_ERA = rf"(?:{_WORDS['era']})?"
_YEAR = rf"(?: ?(?:{_WORDS['year']})? ?{_ERA}(?P<year>[12]\d{{3}})(?!\d))?"
_DAYS_BEFORE = re.compile(
    r"(?:(?<![\d.])\d{1,2} ?([-–—]) ?)?(?<![\d.])\d{1,2} ?(?:st|nd|rd|th)? ?\Z"
)
_AFTER = re.compile(
    rf"[A-Za-z]*\.?(?P<day> \d{{1,2}},? (?=\d{{4}}))?[ -]?{_ERA}(?P<year>[12]\d{{3}}(?!\d))?"
)
_REACH = 12
"""Characters before a month in which a day may stand: `28 - 31st `."""
_FIGURES = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>[12]\d{3})-(?P<m1>\d{1,2})|(?P<m2>\d{1,2})/(?P<year>[12]\d{3}))(?![\d/-])"
)
_QUARTER = re.compile(
    rf"(?:{_WORDS['quarter']}|(?:FY(?P<before>\d{{4}})-)?\bQ)(?P<part>[1-4])(?!\d) ?/?" + _YEAR
)
_HALF = re.compile(
    rf"(?:{_WORDS['half']})(?P<word>{_WORDS['first']}|{_WORDS['second']})"
    + _YEAR
    + r"|(?:FY(?P<before>\d{4})-)?\bH(?P<part>[12])\b"
)
_FISCAL_YEAR = re.compile(rf"(?:{_WORDS['fiscal_year']}) ?{_ERA}(?P<year>[12]\d{{3}})(?!\d)")
_UNTIL = re.compile(rf" ?(?:{_WORDS['until']}) ?(?:{_WORDS['before_the_last']})? ?")
# A line ends what stands on it: in a workbook each cell is a line.
_BLANKS = re.compile(r"[^\S\n]+")
_MONTH_LENGTH = 2
"""Characters of a month without a year: `03`."""
_YEAR_LENGTH = 12
"""Months of a period that is a fiscal year."""


class _Month(Struct, frozen=True):
    """A month where it stands in a text; a Gregorian year, or none."""

    number: int
    year: int | None
    is_day: bool
    start: int
    end: int


def named_periods(text: str) -> frozenset[str]:
    """The months and fiscal years that a text names."""
    plain = _BLANKS.sub(" ", arabic(text))
    told = (*_months_in_words(plain), *_months_in_figures(plain), *_parts(plain), *_years(plain))
    return frozenset(filter(_is_possible, told))


def _is_possible(name: str) -> bool:
    """Whether a name is a month without a year, or a period: `1/1000` is a share, and no month."""
    if len(name) == _MONTH_LENGTH:
        return True
    try:
        return bool(parse_period(name))
    except ValueError:
        return False


def is_named(period: Period, named: Collection[str]) -> bool:
    """Whether the months of a period, or its fiscal year, are among those that a text names."""
    if str(period) in named:
        return True
    months = _months_of(period)
    return all(month in named or month[5:] in named for month in months)


def is_touched(period: Period, named: Collection[str]) -> bool:
    """Whether a text names a period, or any month of it."""
    months = _months_of(period)
    return str(period) in named or any(month in named or month[5:] in named for month in months)


def names_others(periods: Collection[Period], named: Collection[str]) -> bool:
    """Whether a text names periods as long as these, or months, and nothing of any of these.

    Fiscal years say nothing of a month: they are the round's, or the budget's.
    """
    is_of_years = any(period.months == _YEAR_LENGTH for period in periods)
    told = [name for name in named if is_of_years or not name.startswith("FY")]
    return bool(told) and not any(is_touched(period, named) for period in periods)


def periods_named(named: Collection[str], near: Period) -> tuple[Period, ...]:
    """The periods of their names, in order; a month without a year is that of a fiscal year."""
    months = {str(month)[5:]: month for month in _months_around(near)}
    return tuple(sorted({months.get(name) or parse_period(name) for name in named}))


def _months_around(period: Period) -> tuple[Period, ...]:
    return fiscal_periods(period.fiscal_year, Frequency.MONTHLY)


def _months_of(period: Period) -> list[str]:
    year, month = period.start.year, period.start.month
    return [_key(year, month + skipped) for skipped in range(period.months)]


def _key(year: int | None, month: int) -> str:
    """`2025-03`; a month beyond the twelfth is one of the next year."""
    carried, number = divmod(month - 1, 12)
    return f"{year + carried}-{number + 1:02}" if year else f"{number + 1:02}"


def _months_in_words(text: str) -> Iterator[str]:
    """Months by name, and those between two that `–` or `ถึง` joins."""
    before: _Month | None = None
    for match in _NAME.finditer(text):
        month = _month(match)
        if before and _UNTIL.fullmatch(text, before.end, month.start):
            yield from _between(before, month)
        elif not month.is_day:
            yield _key(month.year, month.number)
        before = month


def _month(match: re.Match[str]) -> _Month:
    text, start = match.string, match.start()
    days = _DAYS_BEFORE.search(text, max(0, start - _REACH), start)
    after = _AFTER.match(text, match.end())
    year = after and _year(after["year"])
    is_day = bool((days and not days[1]) or (after and after["day"]))
    begin, end = days.start() if days else start, after.end() if after else match.end()
    return _Month(_NUMBERS[match[0]], year, is_day, begin, end)


def _year(text: str | None) -> int | None:
    return gregorian(int(text)) if text else None


def _between(first: _Month, last: _Month) -> Iterator[str]:
    """The months from one to another; a first one without a year is in that of the last."""
    count = (last.number - first.number) % 12 + 1
    began = last.year and last.year - (first.number > last.number)
    for skipped in range(count):
        yield _key(first.year or began, first.number + skipped)


def _months_in_figures(text: str) -> Iterator[str]:
    for match in _FIGURES.finditer(text):
        month = int(match["m1"] or match["m2"])
        if 1 <= month <= 12:
            yield _key(_year(match["iso"] or match["year"]), month)


def _parts(text: str) -> Iterator[str]:
    """The months of quarters and halves of a fiscal year."""
    for match in _QUARTER.finditer(text):
        yield from _part(int(match["part"]), 3, match["before"] or match["year"])
    for match in _HALF.finditer(text):
        half = int(match["part"] or 1 + (match["word"] == _WORDS["second"]))
        yield from _part(half, 6, match["before"] or match["year"])


def _part(number: int, months: int, fiscal_year: str | None) -> Iterator[str]:
    """The months of one part of a fiscal year, which begins in October of the year before."""
    began = _fiscal(fiscal_year) - BUDDHIST_OFFSET - 1 if fiscal_year else None
    for skipped in range((number - 1) * months, number * months):
        yield _key(began, 10 + skipped)


def _years(text: str) -> Iterator[str]:
    for match in _FISCAL_YEAR.finditer(text):
        yield f"FY{_fiscal(match['year'])}"


def _fiscal(year: str) -> int:
    """A fiscal year in the Buddhist era; one of the common era has its number less 543."""
    return int(year) + (BUDDHIST_OFFSET if int(year) < FIRST_BUDDHIST_YEAR else 0)
