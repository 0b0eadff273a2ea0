"""Thai national ID numbers in a text: every way to write thirteen digits, and what only looks so.

All functions take a text without invisible characters, and give places in it. Which digits count:

- run together, or grouped 1-2345-67890-12-3 by dashes, dots, slashes or blanks: anywhere;
- grouped in another way, or over several lines: after words that announce an ID number;
- each digit by itself, as in the boxes of a form: where most such groups of a text are valid,
  since one in eleven rows of thirteen scores is valid by chance.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from oit.evidence import labels
from oit.evidence.characters import INVISIBLE
from oit.evidence.words import patterns_of

_MARKS = r"\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d./_\\·．／＿"
_GAP = rf"[\s{_MARKS}]{{1,4}}+"
_LOOSE_GAP = rf"[\s{_MARKS}|,;]"
_PARTED = "\0"
"""Stands within no number, and between no number and its label (`labels.BORDER`)."""
_UNREAD = rf"[\n{INVISIBLE.pattern[1:-1]}]*+"
# Whatever is found has thirteen digits, and no more between two of them than this, apart from what
# nobody sees; the end of a line may be read as nothing. Most texts have nothing of the kind.
_CANDIDATE = re.compile(rf"\d(?<!\d\d)(?:{_UNREAD}(?:(?!\n){_LOOSE_GAP}{_UNREAD}){{0,5}}+\d){{12}}")
_GROUPED = rf"{_GAP}\d{{4}}{_GAP}\d{{5}}{_GAP}\d{{2}}{_GAP}\d"
# 100.1234567890123 is a computed fraction or a coordinate, 1234567890123.5 an amount: no ID number.
_WHOLE = r"(?<!\d\.\d)\d{12}(?!\.\d)"
_GAPS = re.compile(r"\D+")
_SPACED = re.compile(rf"(?<!\d)\d(?!\d)(?:[\s{_MARKS}|]{{1,4}}+\d(?!\d))*+")
_DIGIT = re.compile(r"\d")
_HASH_LENGTHS = (32, 40, 56, 64, 96, 128)
"""Hexadecimal digits of MD5, SHA-1 and SHA-2: letters before a person's number are no hash."""
_HEXADECIMAL = "|".join(
    (
        *(f"[0-9A-Fa-f]{{{length}}}" for length in _HASH_LENGTHS),
        "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
    )
)
_NEAR = f"0-9A-Za-z\n{INVISIBLE.pattern[1:-1]}"
_LENGTH = 13
_SHORTEST_SPACED = 2 * _LENGTH - 1
_THAI_GOODS = [8, 8, 5]
"""How bar codes of Thai goods begin (GS1)."""


class Candidate(Struct, frozen=True):
    """Thirteen digits that are judged by their neighbours."""

    start: int
    end: int
    is_valid: bool


def may_be_in(text: str) -> bool:
    """Whether anything may be found in a text, whose invisible characters may stand in it still."""
    return bool(_next_candidate(text, 0))


def candidates_in(text: str) -> str:
    """Those of the texts parted by borders in which something may be found, parted in the same way.

    Their invisible characters may stand in them still, and the ends of their lines.
    """
    kept: list[str] = []
    end = 0
    while match := _next_candidate(text, end):
        start = max(end, text.rfind(_PARTED, end, match.start()) + 1)
        end = text.find(_PARTED, match.end())
        end = len(text) if end < 0 else end
        kept.append(text[start:end])
    return _PARTED.join(kept)


def written(visible: str) -> Iterator[tuple[int, int]]:
    """Where ID numbers stand that need no look at their neighbours."""
    found = {*_in_usual_form(visible), *_after_a_label(visible)}
    yield from sorted(found)


def spaced_out(visible: str) -> Iterator[Candidate]:
    """Where exactly thirteen digits stand, each by itself."""
    for match in _SPACED.finditer(visible):
        if match.end() - match.start() < _SHORTEST_SPACED:
            continue
        digits = digits_of(match[0])
        if len(digits) == _LENGTH:
            yield Candidate(*match.span(), is_valid(digits))


def set_aside(visible: str) -> Iterator[Candidate]:
    """Where thirteen digits run together that `written` leaves to the words before them."""
    for start in sorted(labels.numbers_of_things(visible)):
        end = start + _LENGTH
        if not is_in_a_hash(visible, start):
            yield Candidate(start, end, is_valid(digits_of(visible[start:end])))


def most_are_valid(valid: int, total: int, at_least: int = 1) -> bool:
    """Whether so many of the neighbours are valid that it is no chance."""
    return valid >= at_least and valid * 2 > total


def is_in_a_hash(visible: str, start: int) -> bool:
    """Whether the digits from `start` on are part of a longer hexadecimal word, or of a UUID."""
    return _is_within(_hash(), visible, start, start + 1)


def digits_of(text: str) -> list[int]:
    """The decimal digits of a text, of any script."""
    return [int(digit) for digit in _DIGIT.findall(text)]


def is_valid(digits: list[int]) -> bool:
    """Whether thirteen digits have the check digit of the Department of Provincial Administration.

    The first twelve, weighted 13 to 2, are summed modulo 11. The first digit is the type of person,
    1 to 8; the tax number of a company begins with 0.
    """
    weighted = sum(digit * (13 - index) for index, digit in enumerate(digits[:12]))
    return 1 <= digits[0] <= 8 and digits[12] == (11 - weighted % 11) % 10


def _in_usual_form(visible: str) -> Iterator[tuple[int, int]]:
    of_things: frozenset[int] | None = None
    for match in _written().finditer(visible):
        start, end = match.start(), match.end(1)
        digits = digits_of(visible[start:end])
        if not is_valid(digits):
            continue
        if gaps := _GAPS.findall(match[1]):
            is_something_else = _is_of_columns(gaps)
        else:
            of_things = labels.numbers_of_things(visible) if of_things is None else of_things
            is_something_else = start in of_things or _is_code(visible, start, digits)
        if not is_something_else:
            yield start, end


def _after_a_label(visible: str) -> Iterator[tuple[int, int]]:
    for match in _labelled().finditer(labels.lowered(visible)):
        if is_valid(digits_of(match[1])) and not is_in_a_hash(visible, match.start(1)):
            yield match.span(1)


def _is_code(visible: str, start: int, digits: list[int]) -> bool:
    is_bar_code = digits[:3] == _THAI_GOODS and _is_bar_code(digits)
    return is_bar_code or is_in_a_hash(visible, start)


def _is_of_columns(gaps: list[str]) -> bool:
    """Whether the gaps are a table's: tabs, ends of lines, blanks between decimal numbers."""
    blank = [gap for gap in gaps if not gap.strip()]
    is_parted = any("\t" in gap for gap in gaps) or sum("\n" in gap for gap in blank) > 1
    return is_parted or ("." in gaps and bool(blank))


def _is_bar_code(digits: list[int]) -> bool:
    """Whether the last digit is the check digit of an EAN-13 (GS1 General Specifications, 7.9)."""
    weighted = sum(digit * (1 + 2 * (index % 2)) for index, digit in enumerate(digits[:12]))
    return digits[12] == -weighted % 10


def _next_candidate(text: str, start: int) -> re.Match[str] | None:
    """The first candidate from a place on that is no part of a hash."""
    while match := _CANDIDATE.search(text, start):
        if not _is_within(_certain_hash(), text, *match.span()):
            break
        start = match.end()
    return match


def _is_within(words: re.Pattern[str], text: str, start: int, end: int) -> bool:
    near = words.finditer(text, max(0, start - _HASH_LENGTHS[-1]), start + _HASH_LENGTHS[-1] + 1)
    return any(word.start() <= start and end <= word.end() for word in near)


# What most texts need not, as they hold no candidate, is compiled once it is asked for.


@cache
def _written() -> re.Pattern[str]:
    """The first digit, none before it, and by lookahead the rest: so matches may overlap."""
    return re.compile(rf"\d(?<!\d\d)(?=({_GROUPED}|{_WHOLE})(?!\d))")


@cache
def _labelled() -> re.Pattern[str]:
    of_length = patterns_of(__name__)["of_length"]
    return re.compile(
        rf"(?:{labels.OF_A_PERSON})(?:[^\d\0]{{0,40}}{of_length})?[^\d\0]{{0,60}}+"
        rf"(\d(?:{_LOOSE_GAP}{{0,5}}+\d){{12}})(?!\d)"
    )


@cache
def _hash() -> re.Pattern[str]:
    """A hash or a UUID (RFC 9562, 4)."""
    return re.compile(rf"(?<![0-9A-Za-z])(?:{_HEXADECIMAL})(?![0-9A-Za-z])")


@cache
def _certain_hash() -> re.Pattern[str]:
    """One that is a word of its own also where nobody sees the characters beside it."""
    return re.compile(rf"(?<![{_NEAR}])(?:{_HEXADECIMAL})(?![{_NEAR}])")
