"""Whether the text that a document yields is Thai that a machine can read."""

import re
from enum import StrEnum

_PRIVATE_THAI = re.compile("[\uf700-\uf71a\ufffd]")
_PRIVATE = re.compile("[\ue000-\uf01f\uf100-\uf6ff\uf71b-\uf8ff\U000f0000-\U0010fffd]")
"""Private-use characters without U+F020-F0FF, where symbol fonts put their bullets."""
_SYMBOLS = re.compile("[\uf020-\uf0ff]")
_MARK = "ัิ-ฺ็-๎"
_IMPOSSIBLE = re.compile(
    rf"(?<![ก-ฮ{_MARK}◌])[{_MARK}]"  # a mark on nothing that carries one
    "|[่-๋][ัิ-ฺ็]"  # a tone mark before the vowel it stands above
    "|[่-๋]{2}|[ัิ-ื็]{2}"  # two in one place
    "|[เ-ไ](?!เ?[ก-ฮ])"  # a leading vowel that leads nothing
    f"|(?<![ก-ฮ{_MARK}])ำ"
)
_THAI = re.compile("[ก-ฺเ-๎]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_1 = re.compile("[\u00a1-\u00fb]")
_TOLERATED = 0.02
_TYPING_ERRORS = 2
"""People misplace a mark now and then, and no short text is broken by that."""
_MOSTLY = 0.5
_FEW = 20


class TextLayer(StrEnum):
    """What a document's text is worth to a machine."""

    NONE = "none"
    THAI_BROKEN = "thai-broken"
    READABLE = "readable"


def count_letters(text: str) -> int:
    """How many letters of any script, private-use ones included, a text has."""
    return _count(_LETTER, text) + sum(_count(one, text) for one in (_PRIVATE_THAI, _PRIVATE))


def judge(text: str) -> TextLayer:
    """`none` without any letter; `thai-broken` where too much of it cannot be Thai.

    A text is broken by private-use or replacement characters, by marks and vowels in an order
    that Thai does not have, or by standing in the letters of another code page.
    """
    letters = count_letters(text)
    if not letters:
        return TextLayer.NONE
    private = sum(_count(one, text) for one in (_PRIVATE_THAI, _PRIVATE))
    tolerated = _TOLERATED * (_count(_THAI, text) + private)
    is_misplaced = _count(_IMPOSSIBLE, text) > tolerated + _TYPING_ERRORS
    is_broken = private > tolerated or is_misplaced or _is_other_code_page(text, letters)
    return TextLayer.THAI_BROKEN if is_broken else TextLayer.READABLE


def _is_other_code_page(text: str, letters: int) -> bool:
    """Thai bytes read as Latin-1, or every letter in a symbol font."""
    strange = max(_count(_LATIN_1, text), _count(_SYMBOLS, text))
    return letters >= _FEW and strange > _MOSTLY * letters


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
