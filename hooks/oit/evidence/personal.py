"""Personal data in a text: where it stands, never what it is.

No value made here holds a number or an address, so that no message, log or cache can print one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from oit.evidence.facts import Personal
from oit.findings import Finding, Kind, Place

_Find: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

_DASH = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"

_GAP = rf"(?:\s?[{_DASH}]\s?|[^\S\r\n])"

_GROUPED = rf"{_GAP}\d{{4}}{_GAP}\d{{5}}{_GAP}\d{{2}}{_GAP}\d"

_FRACTION = r"(?<!\b[0๐]\.\d)"

_NATIONAL_ID = re.compile(rf"\d(?<!\d\d)(?=({_GROUPED}|{_FRACTION}\d{{12}})(?!\d))")
"""The first digit, none before it, and looking ahead the rest: matches may overlap."""

_MOBILE = re.compile(
    rf"(?<![\d.])(?:\+?(?:66|๖๖){_GAP}?(?:\([0๐]\))?|[0๐])[689๖๘๙](?:{_GAP}?\d){{8}}(?!\d)"
)

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@"
    r"(?:(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol"
    r"|windowslive|proton|protonmail|gmx|mail|zoho|qq|163|126)\.(?:com|net|me|co\.th|co\.uk)"
    r"|hotmail\.\w{2}|yahoo\.\w{2}|pm\.me)(?![\w-]|\.\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A stretch of a text, by its first character and the one after its last."""

    start: int
    end: int


def find_national_ids(text: str) -> tuple[Position, ...]:
    """Where checksum-valid Thai national ID numbers stand.

    Thirteen digits in any script, run together or grouped 1-2345-67890-12-3 by dashes or spaces,
    not adjoined by a further digit; characters that nobody sees do not hide one.
    """
    return _found(text, _national_ids)


def find_mobile_numbers(text: str) -> tuple[Position, ...]:
    """Where Thai mobile numbers stand: 06, 08 or 09 (or +66) and eight more digits."""
    return _found(text, lambda seen: (match.span() for match in _MOBILE.finditer(seen)))


def find_personal_emails(text: str) -> tuple[Position, ...]:
    """Where addresses at providers of personal e-mail stand."""
    return _found(text, lambda seen: (match.span() for match in _EMAIL.finditer(seen)))


def redact(text: str) -> str:
    """The text with every national ID, mobile number and personal e-mail covered by `•`."""
    for find in (find_national_ids, find_mobile_numbers, find_personal_emails):
        for place in find(text):
            text = text[: place.start] + "•" * (place.end - place.start) + text[place.end :]
    return text


def _national_ids(seen: str) -> Iterator[tuple[int, int]]:
    for match in _NATIONAL_ID.finditer(seen):
        start, end = match.start(), match.end(1)
        if _is_valid([int(one) for one in seen[start:end] if one.isdecimal()]):
            yield start, end


def _is_valid(digits: list[int]) -> bool:
    weighted = sum(digit * (13 - place) for place, digit in enumerate(digits[:12]))
    return 1 <= digits[0] <= 8 and digits[12] == (11 - weighted % 11) % 10


def _found(text: str, find: _Find) -> tuple[Position, ...]:
    """Positions in `text` of what `find` finds once the invisible characters are left out."""
    if not _INVISIBLE.search(text):
        return tuple(Position(*span) for span in find(text))
    kept = [index for index, one in enumerate(text) if not _INVISIBLE.match(one)]
    seen = "".join(text[index] for index in kept)
    return tuple(Position(kept[start], kept[end - 1] + 1) for start, end in find(seen))


FINDERS: Mapping[Personal, Callable[[str], tuple[Position, ...]]] = {
    Personal.NATIONAL_ID: find_national_ids,
    Personal.MOBILE: find_mobile_numbers,
    Personal.EMAIL: find_personal_emails,
}

PERSONAL_RULES: Mapping[Personal, tuple[str, Kind]] = {
    Personal.NATIONAL_ID: ("personal-id", Kind.UNSAFE),
    Personal.MOBILE: ("personal-mobile", Kind.NOTICE),
    Personal.EMAIL: ("personal-email", Kind.NOTICE),
}
"""The rule that answers each kind, in texts and in files, and what it means for the gate."""


def personal_findings(text: str, place: Place) -> Iterator[Finding]:
    """A finding for each line that holds personal data; what it is, is not told."""
    for number, line in enumerate(text.split("\n"), 1):
        for personal, find in FINDERS.items():
            if find(line):
                rule, kind = PERSONAL_RULES[personal]
                yield place.of(kind).finding(rule, number, where=None)
