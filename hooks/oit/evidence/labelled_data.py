"""Personal data that is known by the words before it: passports, accounts, births, passwords.

All functions take a text without invisible characters, and give places in it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from oit.evidence.labels import (
    HEADED,
    LONGEST,
    OF_A_BIRTH,
    OF_A_PASSPORT,
    OF_AN_ACCOUNT,
    OF_CREDENTIALS,
    is_of_credentials,
    lowered,
)
from oit.evidence.words import patterns_of

Find: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]

_WORDS = patterns_of(__name__)
_DASH = r"\-\u2010-\u2015"
_PASSPORT = re.compile(
    rf"(?:{OF_A_PASSPORT})[^\0]{{0,60}}?(?<![a-z0-9])([a-z]{{1,2}}[ -]?\d{{6,8}})(?!\d)"
)
# Run together, or 123-4-56789-0 and its like; 1,234,567,890.50 is an amount.
_ACCOUNT = re.compile(
    rf"(?:{OF_AN_ACCOUNT})[^\0]{{0,80}}?(?<![\d.,{_DASH}])"
    rf"(\d{{10,15}}|\d{{3}}[{_DASH}]\d{{6,7}}[{_DASH}]\d"
    rf"|\d{{3,4}}[{_DASH} ]\d{{1,2}}[{_DASH} ]\d{{4,7}}(?:[{_DASH} ]\d{{1,2}})?)"
    rf"(?!\d|[.,]\d)"
)
_DATE = (
    r"\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{4}[-/]\d{1,2}[-/]\d{1,2}"
    rf"|\d{{1,2}}\s*(?:{_WORDS['month']})\.?\s*(?:{_WORDS['era']}\s*)?\d{{2,4}}"
)
_NAMED = rf"(?:{_WORDS['person']})[^\d\n\0]{{2,60}}{_WORDS['born']}"
# Workbooks store a date as the number of days since 1900: the heading alone tells it from others.
_BIRTH = re.compile(
    rf"(?:(?:{OF_A_BIRTH})[^\d\0{HEADED}]{{0,40}}+(?:{HEADED}\s*(\d{{4,5}}(?!\d))|{HEADED}?\s*({_DATE}))"
    rf"|{_NAMED}[^\d\n\0]{{0,10}}({_DATE}))(?!\d)"
)
# With a digit or a sign in it, so that no sentence about passwords is one.
_CREDENTIAL = re.compile(
    rf"(?:{OF_CREDENTIALS})\s*(?:{_WORDS['is']})\s*[\"'“]?"
    r"((?=[^\s\"'“”<]{0,63}[\d@#$%&!])(?![a-z]+://)[!-~]{4,64})"
    rf"(?!\s*(?:{_WORDS['length']}))"
)
_HEADED_TEXT = re.compile(rf"{HEADED}([^\0]+)")
_NOTHING = re.compile(_WORDS["nothing"])


def passports(visible: str) -> Iterator[tuple[int, int]]:
    """One or two letters and some seven digits, near the word for it."""
    return _groups(_PASSPORT, visible)


def accounts(visible: str) -> Iterator[tuple[int, int]]:
    """Ten to fifteen digits, or as a bank groups them, near the word for it."""
    return _groups(_ACCOUNT, visible)


def birth_dates(visible: str) -> Iterator[tuple[int, int]]:
    """A date after the words for a birth; what happened to a named person counts as one."""
    return _groups(_BIRTH, visible)


def credentials(visible: str) -> Iterator[tuple[int, int]]:
    """A password after the word for it, and whatever stands below such a heading."""
    yield from _groups(_CREDENTIAL, visible)
    for match in _HEADED_TEXT.finditer(visible):
        before = visible[max(0, match.start() - LONGEST) : match.start()]
        is_headed = is_of_credentials(before.rpartition("\n")[2])
        if is_headed and not _NOTHING.fullmatch(match[1].strip().lower()):
            yield match.span(1)


def _groups(pattern: re.Pattern[str], visible: str) -> Iterator[tuple[int, int]]:
    """The one group of the pattern that matched, each time."""
    for match in pattern.finditer(lowered(visible)):
        yield match.span(match.lastindex or 0)
