"""Words that people write and type, read as the values that they stand for.

What is recognised stands in `written_words.yml`. Nothing is guessed: what could mean two things,
or nothing, is `None`.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import Any, NamedTuple

from oit.catalog.sources import texts_of

_THAI_DIGITS = {0x0E50 + digit: str(digit) for digit in range(10)}
"""By their code points, which Unicode has in a row."""
_LIKE = 0.6
"""From here on `difflib` calls two words close."""
_CLEAR = 0.8
"""From here on a misspelt word means the one it resembles, unless another resembles it as much."""
_SCHEME = re.compile(r"\s*(?:h?t{1,2}ps?\s*[:;]?\s*/{1,3})?(\S+)\s*", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


def in_western_digits(text: str) -> str:
    """The text with its Thai digits as 0 to 9."""
    return text.translate(_THAI_DIGITS)


def normalised(text: str) -> str:
    """The text in lower case, without blanks, with Western digits, and Thai vowels in one form."""
    text = "".join(in_western_digits(text.casefold()).split())
    for apart, together in known_words()["letters"].items():
        text = text.replace(apart, together)
    return text


def without_stops(text: str) -> str:
    """The same without full stops, as abbreviations are compared."""
    return normalised(text).replace(".", "")


@cache
def known_words() -> Mapping[str, Any]:
    """The words by what they are about. They ship with the package."""
    words: Mapping[str, Any] = texts_of("oit.model", "written_words.yml")
    return words


def read_item(text: str) -> str | None:
    """The id of an item: `O15` of `15`, `o15`, `O๑๕`, `ข้อ 15`."""
    match = _item_pattern().fullmatch(normalised(text))
    return f"O{match[1]}" if match else None


def read_frequency(text: str) -> str | None:
    """`monthly` of รายเดือน, ทุกเดือน or Monthly."""
    return _meaning("frequencies", text)


def read_truth(text: str) -> str | None:
    """`true` of ใช่ and yes, `false` of ไม่ใช่ and no."""
    return _meaning("truths", text)


def read_kind(text: str) -> str | None:
    """The kind of an entry of evidence: `file` of ไฟล์, `url` of ลิงก์."""
    return _meaning("kinds", text)


def read_address(text: str) -> str | None:
    """A web address whose scheme is left out or misspelt, with one; `None` for what has no host."""
    match = _SCHEME.fullmatch(text)
    if not match or not _HOST.fullmatch(match[1]):
        return None
    is_plain = text.strip().lower().startswith(("http:", "http/", "htp:"))
    return f"{'http' if is_plain else 'https'}://{match[1]}"


class Nearest(NamedTuple):
    """The name that a misspelt one resembles most."""

    name: str
    is_clear: bool
    """Whether nothing else was meant, as far as anybody can tell."""


def nearest(text: str, known: Iterable[str]) -> Nearest | None:
    """The nearest of the known names; `None` where none is near."""
    wanted = normalised(text)
    ratios = sorted(
        ((SequenceMatcher(None, wanted, normalised(name)).ratio(), name) for name in known),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not ratios or ratios[0][0] < _LIKE:
        return None
    best, others = ratios[0], ratios[1:]
    is_alone = not others or best[0] - others[0][0] >= (1 - best[0]) / 2
    return Nearest(best[1], best[0] >= _CLEAR and is_alone)


def either(*names: str) -> str:
    """A pattern of any of the words of these names, the longest first."""
    words = [word for name in names for word in known_words()[name]]
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('item')})?o?0*([1-9][0-9]?)")


def _meaning(group: str, text: str) -> str | None:
    """The value of the group that a text stands for."""
    wanted, values = without_stops(text), known_words()[group]
    found = [value for value, words in values.items() if wanted in (value, *words)]
    return found[0] if len(found) == 1 else None
