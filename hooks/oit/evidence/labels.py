"""Words that say what the number or the value after them is: in a sentence, or as a heading.

A text that belongs to a heading is searched as the heading, `HEADED`, and the text.
"""

import re
from functools import cache

from oit.evidence.words import patterns_of

BORDER = "\n\0\n"
"""Between texts that are searched at once: part of no number, no label and no address."""
HEADED = "\x01"
"""Between the heading of a column and the text of a cell below it."""
LONGEST = 80
"""Characters of a cell that may be a heading; longer ones are texts."""

_WORDS = patterns_of(__name__)
OF_A_PERSON = _WORDS["of_a_person"]
"""Of a national ID number; like all of these for a text in lower case."""
OF_A_THING = _WORDS["of_a_thing"]
"""Of a project, a contract, an invoice, goods, a place or a moment."""
OF_A_PASSPORT = _WORDS["of_a_passport"]
OF_AN_ACCOUNT = _WORDS["of_an_account"]
OF_A_BIRTH = _WORDS["of_a_birth"]
OF_CREDENTIALS = _WORDS["of_credentials"]
_HEADINGS = (OF_A_PERSON, OF_A_THING, OF_A_PASSPORT, OF_AN_ACCOUNT, OF_A_BIRTH)


def lowered(text: str) -> str:
    """The text in lower case, as long as it was: the one letter that becomes two is an `i`."""
    return text.replace("\u0130", "i").lower()


def is_heading(text: str) -> bool:
    """Whether a short text is the heading of values that are searched for, or told from them."""
    lower = lowered(text[: LONGEST + 1])
    if len(lower) > LONGEST or not (
        _heading().search(lower) or _credentials_only().fullmatch(lower)
    ):
        return False
    return not _has_value(text)


def has_heading(line: str) -> bool:
    """Whether a line may name such values among others."""
    return bool(_line_of_headings().search(lowered(line)))


def is_of_credentials(heading: str) -> bool:
    """Whether passwords and nothing else stand below a heading."""
    return bool(_credentials_only().fullmatch(lowered(heading)))


def numbers_of_things(text: str) -> frozenset[int]:
    """Where thirteen digits begin that the words right before them call a thing's, and no person's.

    A heading that names both is one of persons, and so is the number after a name.
    """
    return frozenset(
        match.start(2)
        for match in _number_of_a_thing().finditer(lowered(text))
        if not (_person().search(match[0]) or _title().search(match[1]))
    )


def _has_value(text: str) -> bool:
    """Whether more digits stand in it than a heading has: `เลข 13 หลัก`, `(1)`."""
    return sum(character.isdecimal() for character in text) > 4


# Long lists of Thai words, which take a while to compile: only texts with digits need them.


@cache
def _credentials_only() -> re.Pattern[str]:
    """A heading of passwords and of nothing else: how many were changed is a figure."""
    of_credentials = rf"{OF_CREDENTIALS}|{_WORDS['of_codes']}"
    return re.compile(rf"\W*(?:{of_credentials})\s*(?:{_WORDS['of_which_credentials']})?\W*")


@cache
def _heading() -> re.Pattern[str]:
    return re.compile("|".join(_HEADINGS))


@cache
def _line_of_headings() -> re.Pattern[str]:
    return re.compile("|".join((*_HEADINGS, OF_CREDENTIALS, r"p(?<!\wp)in\b")))


@cache
def _person() -> re.Pattern[str]:
    return re.compile(OF_A_PERSON)


@cache
def _title() -> re.Pattern[str]:
    return re.compile(_WORDS["titles"])


@cache
def _number_of_a_thing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{OF_A_THING})([^\d\n\0{HEADED}]{{0,16}}+(?:{HEADED}[^\w\0]{{0,8}}+)?)(?=(\d{{13}})(?!\d))"
    )
