"""Whether a stretch of text is Thai that a search can find, by signs that damage leaves behind.

Each sign is far from all clean Thai that was tried: names, tables, spaced headings, Pali. A text
that is too short for a sign does not show it. What the letters of clean Thai are like comes from
`thai_pairs.json`, counted in the engine's own texts.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import pairwise

from oit.evidence.characters import SARA_AM, with_sara_ae
from oit.evidence.words import patterns_of, words_of

# Old Thai fonts hold shifted tone marks here; U+FFFD replaces what could not be decoded.
_PRIVATE_THAI = "\uf700-\uf71a\ufffd"
# Private use without U+F020-F0FF, where symbol fonts put their bullets; codes that print nothing.
_NO_LETTERS = re.compile(
    f"[{_PRIVATE_THAI}\ue000-\uf01f\uf100-\uf6ff\uf71b-\uf8ff\U000f0000-\U0010fffd"
    "\x01-\x08\x0e-\x1f\x80-\x9f]"
)
_SYMBOLS = re.compile("[\uf020-\uf0ff]")
_LATIN_1 = re.compile("[\u00a1-\u00fb]")
_LETTER = re.compile(r"[^\W\d_]")
_COUNTED = json.loads(resources.files(__package__).joinpath("thai_pairs.json").read_text("utf-8"))
_ALPHABET: str = _COUNTED["alphabet"]
"""The end of a word, and the Thai letters and marks."""
_SURPRISE: Mapping[str, str] = _COUNTED["surprise"]
"""For each letter, the bits of each letter of the alphabet after it, a hexadecimal digit each."""
_SHARES: Mapping[str, int] = _COUNTED["shares"]
"""How many of 10,000 letters are this one."""
_WORDS = patterns_of(__name__)
_THAI = re.compile(_WORDS["letter"])
_WORD = re.compile(f"{_WORDS['letter']}+")
_MISPLACED = re.compile(_WORDS["misplaced"])
_TORN = re.compile(_WORDS["torn"])
_REPLACED = re.compile(_WORDS["replaced"])
_APART = re.compile(_WORDS["apart"])
_WHOLE = re.compile(_WORDS["whole"])
# Four letters apart are meant so, as headings are.
_SPACED = re.compile(rf"(?<!\S)(?:{_WORDS['cell']}[ \t\u00a0]+){{2,}}{_WORDS['cell']}(?!\S)")
_SLIPS = 2
"""Errors of each kind that anybody makes in typing."""
_UNREADABLE_SHARE = 0.02
_MISPLACED_SHARE = 0.005
_REPLACED_SHARE = 0.04
_FOREIGN_SHARE = 0.5
"""Of the letters that are of another code page, above which all the text is."""
_SPACED_SHARE = 0.5
_MOST_OF_A_COVER = 300
"""Thai letters that a page of nothing but spaced headings may have."""
_FEWEST_LETTERS = 20
"""A text with fewer letters says nothing about its code page."""
_FEWEST_THAI = 150
"""A text with fewer Thai letters, each word counted once, says nothing about what is likely."""
_FEWEST_OF_ONE = 40
"""Thai letters, of which one letter is more than half in no Thai."""
_MOST_BITS = 9
"""A pair counts no more: a rare name is full of pairs that no other text has."""
_LIKELY = 6.0
_EXPECTED = {
    "tones": 25,
    "first_tone": 30,
    "second_tone": 25,
    "vowels_above": 8,
    "vowels_below": 11,
}
"""How many of a group have to be expected before it says something that none is there."""
_EXPECTED_LETTERS = 15
"""How many of one letter."""


def as_typed(text: str) -> str:
    """The text with ำ and แ in one piece, as people search for them, and marks in normal order."""
    whole = _APART.sub(rf"\1\2{SARA_AM}", text)
    return unicodedata.normalize("NFC", with_sara_ae(whole))


def count_letters(text: str) -> int:
    """How many letters of any script, unreadable ones included, a text has."""
    return sum(_count(pattern, text) for pattern in (_LETTER, _NO_LETTERS, _SYMBOLS))


def count_thai(text: str) -> int:
    """How many Thai letters and marks a text has."""
    return _count(_THAI, text)


def is_damaged(text: str) -> bool:
    """Whether a text shows a sign that what a reader sees is not what it says.

    No sign is what `as_typed` puts right.
    """
    text = as_typed(text)
    letters = count_letters(text)
    joined = _SPACED.sub(" ", text)
    return (
        _count(_NO_LETTERS, text) > _UNREADABLE_SHARE * letters + _SLIPS
        or _is_of_another_code_page(text, letters)
        or _is_misplaced(joined)
        or _is_torn(joined)
        or _is_scattered(text, joined)
        or _is_unlikely(joined)
    )


def _is_of_another_code_page(text: str, letters: int) -> bool:
    """Thai bytes read as Latin-1, or every letter in a symbol font."""
    foreign = max(_count(_LATIN_1, text), _count(_SYMBOLS, text))
    return letters >= _FEWEST_LETTERS and foreign > _FOREIGN_SHARE * letters


def _is_misplaced(text: str) -> bool:
    """Marks and vowels in an order that Thai does not have, or signs in their places."""
    thai = count_thai(text)
    return (
        _count(_MISPLACED, text) > _MISPLACED_SHARE * thai + _SLIPS
        or _count(_REPLACED, text) > _REPLACED_SHARE * thai + _SLIPS
    )


def _is_torn(text: str) -> bool:
    """Letters with ำ are torn, doubled or lost to a sign; twice is a slip, unless none is whole."""
    torn = _count(_TORN, text)
    return torn > _SLIPS or (torn == _SLIPS and torn >= _count(_WHOLE, text))


def _is_scattered(text: str, joined: str) -> bool:
    """Nearly every letter stands alone, which no heading of a page does."""
    thai = count_thai(text)
    return thai > _MOST_OF_A_COVER and count_thai(joined) < (1 - _SPACED_SHARE) * thai


def _is_unlikely(text: str) -> bool:
    """Letters follow each other as in no Thai, or some that all Thai has are missing."""
    words = set(_WORD.findall(text))
    letters = Counter("".join(words))
    if letters.total() < _FEWEST_THAI:
        return _is_one_letter(Counter(_THAI.findall(text)))
    return _surprise(words) > _LIKELY or _is_any_lost(letters)


def _surprise(words: set[str]) -> float:
    """The mean bits of the pairs of letters in words."""
    pairs = Counter(pair for word in words for pair in pairwise(f" {word} "))
    return sum(_bits(*pair) * count for pair, count in pairs.items()) / pairs.total()


def _bits(first: str, second: str) -> int:
    return min(_MOST_BITS, int(_SURPRISE[first][_ALPHABET.index(second)], 16))


def _is_any_lost(letters: Counter[str]) -> bool:
    """Marks or letters that all Thai has are not there, though the text is long enough for them."""
    share = letters.total() / 10_000
    return any(
        not any(letter in letters for letter in group)
        and sum(_SHARES[letter] for letter in group) * share >= expected
        for group, expected in _always_there()
    )


def _always_there() -> Iterator[tuple[tuple[str, ...], int]]:
    """Groups of letters, each with how many have to be expected."""
    words = words_of(__name__)
    yield from ((words[name], expected) for name, expected in _EXPECTED.items())
    yield from (((letter,), _EXPECTED_LETTERS) for letter in words["letters"])


def _is_one_letter(letters: Counter[str]) -> bool:
    """One letter stands for all."""
    return letters.total() >= _FEWEST_OF_ONE and letters.most_common(1)[0][1] > letters.total() / 2


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
