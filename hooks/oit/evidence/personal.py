"""Personal data in a text: where it stands, never what it is.

No value made here holds a number or an address, so that no message, log or cache can print one.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote

from oit.evidence.characters import INVISIBLE
from oit.evidence.facts import PersonalDataKind
from oit.findings import Finding, Kind, Place

_DASH = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_GAP = rf"(?:\s?[{_DASH}]\s?|[^\S\r\n])"
_GROUPED = rf"{_GAP}\d{{4}}{_GAP}\d{{5}}{_GAP}\d{{2}}{_GAP}\d"
# 100.1234567890123 is a computed fraction or a coordinate, 1234567890123.5 an amount: no ID number.
_WHOLE = r"(?<!\d\.\d)\d{12}(?!\.\d)"
# The first digit, none before it, and by lookahead the rest: so matches may overlap.
_NATIONAL_ID = re.compile(rf"\d(?<!\d\d)(?=({_GROUPED}|{_WHOLE})(?!\d))")
_HASH_LENGTHS = (32, 40, 56, 64, 96, 128)
"""Hexadecimal digits of MD5, SHA-1 and SHA-2: letters before a person's number are no hash."""
_HASH = re.compile(
    "|".join(rf"(?<![0-9A-Za-z])[0-9A-Fa-f]{{{length}}}(?![0-9A-Za-z])" for length in _HASH_LENGTHS)
)
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

_Find: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, by its first character and the one after its last."""

    start: int
    end: int


def find_national_ids(text: str) -> tuple[Span, ...]:
    """Where checksum-valid Thai national ID numbers stand.

    Thirteen digits in any script, run together or grouped 1-2345-67890-12-3 by dashes or spaces,
    not adjoined by a further digit; characters that nobody sees do not hide one. Digits within a
    decimal fraction, a coordinate or a hash are none.
    """
    return _visible_spans(text, _national_ids)


def find_mobile_numbers(text: str) -> tuple[Span, ...]:
    """Where Thai mobile numbers stand: 06, 08 or 09 (or +66) and eight more digits."""
    return _visible_spans(text, _matches(_MOBILE))


def find_personal_emails(text: str) -> tuple[Span, ...]:
    """Where addresses at providers of personal e-mail stand."""
    return _visible_spans(text, _matches(_EMAIL))


FINDERS: Mapping[PersonalDataKind, Callable[[str], tuple[Span, ...]]] = {
    PersonalDataKind.NATIONAL_ID: find_national_ids,
    PersonalDataKind.MOBILE: find_mobile_numbers,
    PersonalDataKind.EMAIL: find_personal_emails,
}
PERSONAL_RULES: Mapping[PersonalDataKind, tuple[str, Kind]] = {
    PersonalDataKind.NATIONAL_ID: ("personal-id", Kind.UNSAFE),
    PersonalDataKind.MOBILE: ("personal-mobile", Kind.NOTICE),
    PersonalDataKind.EMAIL: ("personal-email", Kind.NOTICE),
}
"""The rule for each kind, in texts and in files, and the kind of its findings."""


def redact(text: str) -> str:
    """The text with every national ID, mobile number and personal e-mail covered by `•`."""
    for find in FINDERS.values():
        for span in find(text):
            text = text[: span.start] + "•" * (span.end - span.start) + text[span.end :]
    return text


def personal_kinds(text: str) -> tuple[PersonalDataKind, ...]:
    """The kinds of personal data in a text as its reader sees it.

    The end of a line is a blank, or nothing where a number goes on; `%20` in an address is a blank.
    """
    shown, unbroken = _readings(text)
    found = [kind for kind, find in FINDERS.items() if find(shown)]
    if PersonalDataKind.NATIONAL_ID not in found and find_national_ids(unbroken):
        found.append(PersonalDataKind.NATIONAL_ID)
    return tuple(found)


def id_digests(text: str) -> frozenset[str]:
    """A digest of each national ID number in a text as its reader sees it, to tell them apart."""
    return frozenset(
        hashlib.sha256(_digits(reading[span.start : span.end]).encode()).hexdigest()
        for reading in _readings(text)
        for span in find_national_ids(reading)
    )


def _readings(text: str) -> tuple[str, str]:
    return " ".join(unquote(text).split("\n")), text.replace("\n", "")


def _digits(text: str) -> str:
    return "".join(str(int(character)) for character in text if character.isdecimal())


def personal_findings(text: str, place: Place) -> Iterator[Finding]:
    """A finding for each line and kind of personal data; it does not repeat the data."""
    for number, line in enumerate(text.split("\n"), 1):
        for personal, find in FINDERS.items():
            if find(line):
                rule, kind = PERSONAL_RULES[personal]
                yield place.of(kind).finding(rule, number, where=None)


def _matches(pattern: re.Pattern[str]) -> _Find:
    return lambda visible: (match.span() for match in pattern.finditer(visible))


def _national_ids(visible: str) -> Iterator[tuple[int, int]]:
    for match in _NATIONAL_ID.finditer(visible):
        start, end = match.start(), match.end(1)
        digits = [int(digit) for digit in _digits(visible[start:end])]
        if _is_valid(digits) and not _is_in_a_hash(visible, start):
            yield start, end


def _is_in_a_hash(visible: str, start: int) -> bool:
    """Whether the digits from `start` on are part of a longer hexadecimal word."""
    before = max(0, start - _HASH_LENGTHS[-1])
    words = _HASH.finditer(visible, before, start + _HASH_LENGTHS[-1] + 1)
    return any(word.start() <= start < word.end() for word in words)


def _is_valid(digits: list[int]) -> bool:
    """Whether thirteen digits have the check digit of the Department of Provincial Administration.

    The first twelve, weighted 13 to 2, are summed modulo 11. The first digit is the type of person,
    1 to 8.
    """
    weighted = sum(digit * (13 - index) for index, digit in enumerate(digits[:12]))
    return 1 <= digits[0] <= 8 and digits[12] == (11 - weighted % 11) % 10


def _visible_spans(text: str, find: _Find) -> tuple[Span, ...]:
    """Spans of `text` that `find` finds once the invisible characters are left out."""
    if not INVISIBLE.search(text):
        return tuple(Span(*span) for span in find(text))
    kept = [index for index, character in enumerate(text) if not INVISIBLE.match(character)]
    visible = "".join(text[index] for index in kept)
    return tuple(Span(kept[start], kept[end - 1] + 1) for start, end in find(visible))
