"""Cells as Thai offices write them, into plain text, numbers and dates."""

import re
import unicodedata
from datetime import date
from functools import lru_cache, partial

from oit.periods import BUDDHIST_OFFSET, FIRST_BUDDHIST_YEAR

DASHES = frozenset({"-", "–", "—", "--", "- -"})
"""What is written into a cell that holds nothing."""

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_NO_LETTER = re.compile(r"[^\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
_UNIT = re.compile(r"(?:\.-|\.?บาท(?:ถ้วน)?|฿|คน|ราย|เรื่อง|รายการ)$")
_AMOUNT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_LONG_NUMBER = re.compile(r"(?:[0-9๐-๙][ -]*){9,}")

_MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
_SHORT_MONTHS = (
    *("มค", "กพ", "มีค", "เมย", "พค", "มิย"),
    *("กค", "สค", "กย", "ตค", "พย", "ธค"),
)
_MONTH_NUMBERS = {
    name: number for names in (_MONTHS, _SHORT_MONTHS) for number, name in enumerate(names, 1)
}
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_IN_WORDS = re.compile(r"(?:วันที่)?(\d{1,2})([ก-์.]+?)(?:พ\.?ศ\.?)?(\d{4}|\d{2})")
_IN_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def clean(text: str) -> str:
    """One line of text: no invisible characters, single spaces, ำ as one character."""
    if text.isprintable() and "  " not in text and "\u0e4d" not in text:
        return unicodedata.normalize("NFC", text).strip()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _SARA_AM.sub("\\1\u0e33", " ".join(text.split()))


def arabic(text: str) -> str:
    """The text with Thai digits written as 0 to 9."""
    return text.translate(_DIGITS)


@lru_cache(maxsize=4096)
def folded(label: str) -> str:
    """A heading as it is compared: without units in parentheses, spaces, marks and case."""
    text = arabic(clean(label)).casefold().replace("เเ", "แ")
    return _NO_LETTER.sub("", _PARENTHESIS.sub("", text)) or _NO_LETTER.sub("", text)


def plain_number(text: str) -> str | None:
    """`๑,๒๓๔.๕๐ บาท` as `1234.50`, `(5)` as `-5`; `None` for what is no number."""
    text = arabic(text).replace(" ", "")
    is_negative = text.startswith(("-", "−", "(")) and text != "-"
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    text = _UNIT.sub("", text.lstrip("-−฿"))
    if not _AMOUNT.fullmatch(text):
        return None
    return f"{'-' if is_negative else ''}{text.replace(',', '')}"


def whole_number(text: str) -> str | None:
    """The same where only a count is meant: `1,000.00` as `1000`."""
    number = plain_number(text)
    return re.sub(r"\.0+$", "", number) if number else None


def iso_date(text: str) -> str | None:
    """`8 พ.ย. 2567` and `8/11/2567` as `2024-11-08`; `None` where the day is not certain."""
    text = arabic(text).replace(" ", "")
    if match := _ISO.fullmatch(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _IN_WORDS.fullmatch(text):
        month = _MONTH_NUMBERS.get(match[2].replace(".", ""), 0)
        year = int(match[3]) if len(match[3]) == 4 else 2500 + int(match[3])
        return _iso(year, month, int(match[1]))
    if match := _IN_FIGURES.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        return _iso(year, month, day) if year > FIRST_BUDDHIST_YEAR or day > 12 else None
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(gregorian(year), month, day).isoformat()
    except ValueError:
        return None


def gregorian(year: int) -> int:
    """A year as it is stored: one above 2400 is a Buddhist one."""
    return year - BUDDHIST_OFFSET if year > FIRST_BUDDHIST_YEAR else year


def shortened(text: str, length: int = 40) -> str:
    """A cell as a message may show it: cut, and without a number that could be a person's."""
    text = _LONG_NUMBER.sub("…", text)
    return text if len(text) <= length else f"{text[: length - 1]}…"


is_amount = partial(re.compile(r"\(?-?[\d๐-๙][\d๐-๙,.]*\)?").fullmatch)
"""Whether a cell holds nothing but figures."""
