"""Cells as Thai offices write them, into plain text, numbers and dates.

Each converter answers `None` where the meaning is not certain: the cell then stays as it is, and
the check against the schema points it out.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

from oit.evidence.characters import (
    ABBREVIATED,
    BAHT,
    NIKHAHIT,
    THAI_DIGITS,
    with_sara_ae,
    with_whole_sara_am,
)
from oit.evidence.words import THAI, patterns_of, words_of
from oit.periods import BUDDHIST_OFFSET, FIRST_BUDDHIST_YEAR

DASHES = frozenset({"-", "–", "—", "--", "- -"})
"""What is written into a cell that holds nothing."""

THAI_MONTHS = words_of(__name__)["months"]
THAI_SHORT_MONTHS = words_of(__name__)["short_months"]
"""Names of the months, from January."""
_WORDS = patterns_of(__name__)
_DIGITS = str.maketrans(THAI_DIGITS, "0123456789")
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_PARENTHESIS = re.compile(r"\([^()]*\)")
# Thai vowels and tone marks above and below are no `\w`, and are part of a word all the same.
_NO_LETTER = re.compile(r"[^\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
_UNIT = re.compile(rf"(?:{_WORDS['unit']})$")
_IN_PARENTHESES = re.compile(r"\([^()\d]*[^()\d\s][^()\d]*\)$")
"""Words behind an amount: (รวมภาษีมูลค่าเพิ่ม)."""
_HEADING_WITH_UNIT = re.compile(r"(?P<label>.*\S)\s*\((?P<unit>[^()\d%]+)\)")
_AMOUNT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_FIGURES = re.compile(r"\(?-?[0-9\u0e50-\u0e59][0-9\u0e50-\u0e59,.]*\)?")
# Nine digits and more: telephone, bank account and national ID numbers.
_LONG_NUMBER = re.compile(r"(?:[0-9\u0e50-\u0e59][ -]*){9,}")
_WITHOUT_STOPS = tuple(name.replace(".", "") for name in THAI_SHORT_MONTHS)
_MONTH_NUMBERS = {
    name: number for names in (THAI_MONTHS, _WITHOUT_STOPS) for number, name in enumerate(names, 1)
}
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_IN_WORDS = re.compile(
    rf"(?:{_WORDS['on_the_day']})?(\d{{1,2}})([{THAI}.]+?)(?:{_WORDS['era']})?(\d{{4}}|\d{{2}})",
    re.ASCII,
)
_IN_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def clean_cell(text: str) -> str:
    """One line of text: no invisible characters, single spaces, ำ as one character."""
    # Most cells are clean: this test is several times cheaper than the substitutions.
    if text.isprintable() and "  " not in text and NIKHAHIT not in text:
        return unicodedata.normalize("NFC", text).strip()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return with_whole_sara_am(" ".join(text.split()))


def arabic(text: str) -> str:
    """The text with Thai digits written as 0 to 9."""
    return text.translate(_DIGITS)


@lru_cache(maxsize=4096)
def heading_key(label: str) -> str:
    """A heading as it is compared: without units in parentheses, spaces, marks, ฯ and case.

    A heading that is nothing but a parenthesis keeps its words.
    """
    text = with_sara_ae(arabic(clean_cell(label)).casefold()).replace(ABBREVIATED, "")
    return _NO_LETTER.sub("", _PARENTHESIS.sub("", text)) or _NO_LETTER.sub("", text)


def heading_and_unit(heading: str) -> tuple[str, str]:
    """`จำนวนเงิน (บาท)` as `จำนวนเงิน` and `บาท`; the unit is empty where there is none."""
    match = _HEADING_WITH_UNIT.fullmatch(heading)
    return (match["label"], match["unit"]) if match else (heading, "")


def plain_number(text: str) -> str | None:
    """`๑,๒๓๔.๕๐ บาท` as `1234.50`, `(5)` as `-5`; `None` for what is no number."""
    text = _IN_PARENTHESES.sub("", arabic(text).replace(" ", ""))
    is_negative = text.startswith(("-", "−", "(")) and text != "-"
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    text = _UNIT.sub("", text.lstrip(f"-−{BAHT}"))
    if not _AMOUNT.fullmatch(text):
        return None
    return f"{'-' if is_negative else ''}{text.replace(',', '')}"


def whole_number(text: str) -> str | None:
    """As `plain_number`, without zero satang: `1,000.00` as `1000`."""
    number = plain_number(text)
    return re.sub(r"\.0+$", "", number) if number else None


def iso_date(text: str) -> str | None:
    """`8 พ.ย. 2567` and `8/11/2567` as `2024-11-08`; `None` where the day is not certain."""
    text = arabic(text).replace(" ", "")
    if match := _ISO.fullmatch(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _IN_WORDS.fullmatch(text):
        month = _MONTH_NUMBERS.get(match[2].replace(".", ""), 0)
        # Two digits are a Buddhist year: 67 is 2567.
        year = int(match[3]) if len(match[3]) == 4 else 2500 + int(match[3])
        return _iso(year, month, int(match[1]))
    if match := _IN_FIGURES.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        # 8/11/2024 may be American: a Buddhist year, or a day above 12, shows the Thai order.
        return _iso(year, month, day) if year > FIRST_BUDDHIST_YEAR or day > 12 else None
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(gregorian(year), month, day).isoformat()
    except ValueError:
        return None


def gregorian(year: int) -> int:
    """A year as it is stored: one above 2400 is a Buddhist one (design, "The gate")."""
    return year - BUDDHIST_OFFSET if year > FIRST_BUDDHIST_YEAR else year


def number_text(value: float) -> str:
    """A number of a workbook as its digits: no exponent; empty for what is no finite number."""
    if value != value or abs(value) == float("inf"):
        return ""
    # Fifteen digits are what a double holds: 0.1 + 0.2 is 0.3 in a spreadsheet, too.
    return f"{Decimal(f'{value:.15g}'):f}"


def date_text(day: date) -> str:
    """A day of a workbook as ISO date, in the Gregorian year where it has a Buddhist one."""
    try:
        return day.replace(year=gregorian(day.year)).isoformat()
    except ValueError:  # 29 February of a year that has one in only one of the two calendars
        return day.isoformat()


def is_amount(text: str) -> bool:
    """Whether a cell holds nothing but figures."""
    return _FIGURES.fullmatch(text) is not None


def shortened(text: str, length: int = 40) -> str:
    """A cell as a message may show it: cut, and without a number that could be a person's."""
    text = _LONG_NUMBER.sub("…", text)
    return text if len(text) <= length else f"{text[: length - 1]}…"
