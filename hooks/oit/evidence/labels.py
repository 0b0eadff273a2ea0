"""Words that say what the number or the value after them is: in a sentence, or as a heading.

A text that belongs to a heading is searched as the heading, `HEADED`, and the text.
"""

import re

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
_CREDENTIALS_ONLY = re.compile(
    rf"\W*(?:{OF_CREDENTIALS}|{_WORDS['of_codes']})\s*(?:{_WORDS['of_which_credentials']})?\W*"
)
"""A heading of passwords and of nothing else: how many were changed is a figure."""
_HEADING = re.compile("|".join((OF_A_PERSON, OF_A_THING, OF_A_PASSPORT, OF_AN_ACCOUNT, OF_A_BIRTH)))
_LINE_OF_HEADINGS = re.compile(rf"{_HEADING.pattern}|{OF_CREDENTIALS}|p(?<!\wp)in\b")
_OF_A_PERSON = re.compile(OF_A_PERSON)
_TITLE = re.compile(_WORDS["titles"])
_NUMBER_OF_A_THING = re.compile(
    rf"(?:{OF_A_THING})([^\d\n\0{HEADED}]{{0,16}}+(?:{HEADED}[^\w\0]{{0,8}}+)?)(?=(\d{{13}})(?!\d))"
)


def lowered(text: str) -> str:
    """The text in lower case, as long as it was: the one letter that becomes two is an `i`."""
    return text.replace("\u0130", "i").lower()


def is_heading(text: str) -> bool:
    """Whether a short text is the heading of values that are searched for, or told from them."""
    lower = lowered(text[: LONGEST + 1])
    if len(lower) > LONGEST or not (_HEADING.search(lower) or _CREDENTIALS_ONLY.fullmatch(lower)):
        return False
    return not _has_value(text)


def has_heading(line: str) -> bool:
    """Whether a line may name such values among others."""
    return bool(_LINE_OF_HEADINGS.search(lowered(line)))


def is_of_credentials(heading: str) -> bool:
    """Whether passwords and nothing else stand below a heading."""
    return bool(_CREDENTIALS_ONLY.fullmatch(lowered(heading)))


def numbers_of_things(text: str) -> frozenset[int]:
    """Where thirteen digits begin that the words right before them call a thing's, and no person's.

    A heading that names both is one of persons, and so is the number after a name.
    """
    return frozenset(
        match.start(2)
        for match in _NUMBER_OF_A_THING.finditer(lowered(text))
        if not (_OF_A_PERSON.search(match[0]) or _TITLE.search(match[1]))
    )


def _has_value(text: str) -> bool:
    """Whether more digits stand in it than a heading has: `เลข 13 หลัก`, `(1)`."""
    return sum(character.isdecimal() for character in text) > 4
