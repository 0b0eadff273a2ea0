"""Whether the text that a document yields is Thai that a machine can read."""

import re
from enum import StrEnum

# Old Thai fonts hold shifted tone marks here; U+FFFD replaces what could not be decoded.
_PRIVATE_THAI = re.compile("[\uf700-\uf71a\ufffd]")
# Private use without U+F020-F0FF, where symbol fonts put their bullets.
_PRIVATE = re.compile("[\ue000-\uf01f\uf100-\uf6ff\uf71b-\uf8ff\U000f0000-\U0010fffd]")
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
_TOLERATED_SHARE = 0.02
"""Of the Thai characters that may be wrong: more than a slip here and there is a broken font."""
_TYPING_ERRORS = 2
"""Misplaced marks that are tolerated besides, so that no short text fails for them."""
_FOREIGN_SHARE = 0.5
"""Of the letters that are of another code page, above which all the text is."""
_FEWEST_LETTERS = 20
"""A text with fewer letters says nothing about its code page."""


class TextLayer(StrEnum):
    """What a document's text is worth to a machine."""

    NONE = "none"
    THAI_BROKEN = "thai-broken"
    READABLE = "readable"


def count_letters(text: str) -> int:
    """How many letters of any script, private-use ones included, a text has."""
    return _count(_LETTER, text) + _count_private(text)


def text_layer_of(text: str) -> TextLayer:
    """`none` without any letter; `thai-broken` where too much of it cannot be Thai.

    A text is broken by private-use or replacement characters, by marks and vowels in an order
    that Thai does not have, or by standing in the letters of another code page.
    """
    letters = count_letters(text)
    if not letters:
        return TextLayer.NONE
    private = _count_private(text)
    tolerated = _TOLERATED_SHARE * (_count(_THAI, text) + private)
    is_misplaced = _count(_IMPOSSIBLE, text) > tolerated + _TYPING_ERRORS
    is_broken = private > tolerated or is_misplaced or _is_other_code_page(text, letters)
    return TextLayer.THAI_BROKEN if is_broken else TextLayer.READABLE


def _is_other_code_page(text: str, letters: int) -> bool:
    """Thai bytes read as Latin-1, or every letter in a symbol font."""
    foreign = max(_count(_LATIN_1, text), _count(_SYMBOLS, text))
    return letters >= _FEWEST_LETTERS and foreign > _FOREIGN_SHARE * letters


def _count_private(text: str) -> int:
    return _count(_PRIVATE_THAI, text) + _count(_PRIVATE, text)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
