"""Personal data in a text: where it stands, never what it is.

No value made here holds a number or an address, so that no message, log or cache can print one.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote

from msgspec import Struct

from oit.evidence import id_numbers, labelled_data
from oit.evidence.characters import INVISIBLE
from oit.evidence.facts import PersonalDataKind
from oit.evidence.labelled_data import Find
from oit.evidence.labels import BORDER, HEADED
from oit.findings import Finding, Kind, Place

_DASH = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_GAP = rf"(?:\s?[{_DASH}]\s?|[^\S\r\n])"
_MOBILE = re.compile(
    rf"(?<![\d.])(?:\+?(?:66|\u0e56\u0e56){_GAP}?(?:\([0\u0e50]\))?|[0\u0e50])[689\u0e56\u0e58\u0e59](?:{_GAP}?\d){{8}}(?!\d)"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@"
    r"(?:(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol"
    r"|windowslive|proton|protonmail|gmx|mail|zoho|qq|163|126)\.(?:com|net|me|co\.th|co\.uk)"
    r"|hotmail\.\w{2}|yahoo\.\w{2}|pm\.me)(?![\w-]|\.\w)",
    re.IGNORECASE,
)
# Nothing that is searched for is without one of these; most texts are.
_ANYTHING = re.compile(rf"[\d@#$%&!{HEADED}]")
_ENCODED = re.compile("(?:%[0-9A-Fa-f]{2})+")


class Span(Struct, frozen=True, order=True):
    """A stretch of a text, by its first character and the one after its last."""

    start: int
    end: int


def find_national_ids(text: str) -> tuple[Span, ...]:
    """Where checksum-valid Thai national ID numbers stand, by the rules of `id_numbers`.

    Digits of any script, not adjoined by a further digit; characters that nobody sees do not hide
    one. Digits within a decimal fraction, a coordinate or a hash are none.
    """
    return visible_spans(text, _national_ids)


def find_mobile_numbers(text: str) -> tuple[Span, ...]:
    """Where Thai mobile numbers stand: 06, 08 or 09 (or +66) and eight more digits.

    Digits within a hash or a UUID are none.
    """
    return visible_spans(text, _mobile_numbers)


def find_personal_emails(text: str) -> tuple[Span, ...]:
    """Where addresses at providers of personal e-mail stand."""
    return visible_spans(text, _matches(_EMAIL))


def _finder(find: Find) -> Callable[[str], tuple[Span, ...]]:
    return lambda text: visible_spans(text, find)


FINDERS: Mapping[PersonalDataKind, Callable[[str], tuple[Span, ...]]] = {
    PersonalDataKind.NATIONAL_ID: find_national_ids,
    PersonalDataKind.MOBILE: find_mobile_numbers,
    PersonalDataKind.EMAIL: find_personal_emails,
    PersonalDataKind.PASSPORT: _finder(labelled_data.passports),
    PersonalDataKind.ACCOUNT: _finder(labelled_data.accounts),
    PersonalDataKind.BIRTH_DATE: _finder(labelled_data.birth_dates),
    PersonalDataKind.CREDENTIALS: _finder(labelled_data.credentials),
}
PERSONAL_RULES: Mapping[PersonalDataKind, tuple[str, Kind]] = {
    PersonalDataKind.NATIONAL_ID: ("personal-id", Kind.UNSAFE),
    PersonalDataKind.MOBILE: ("personal-mobile", Kind.NOTICE),
    PersonalDataKind.EMAIL: ("personal-email", Kind.NOTICE),
    PersonalDataKind.PASSPORT: ("personal-passport", Kind.NOTICE),
    # The account into which citizens pay their dues is one too, and public.
    PersonalDataKind.ACCOUNT: ("personal-account", Kind.NOTICE),
    PersonalDataKind.BIRTH_DATE: ("personal-birth-date", Kind.NOTICE),
    PersonalDataKind.CREDENTIALS: ("credentials", Kind.UNSAFE),
}
"""The rule for each kind, in texts and in files, and the kind of its findings."""


def redact(text: str) -> str:
    """The text with all personal data and passwords in it covered by `•`."""
    for find in FINDERS.values():
        text = _covered(text, find(text))
    return text


def without_national_ids(text: str) -> str:
    """The text with the numbers of persons in it covered, and all else as it is."""
    return _covered(text, find_national_ids(text))


def _covered(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
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


def may_have_any(texts: Iterable[str]) -> bool:
    """Whether `personal_kinds` may find anything in one of these texts: most hold nothing."""
    return bool(_possible_kinds(reading for text in texts for reading in _readings(text)))


def id_digests(text: str) -> frozenset[str]:
    """A digest of each national ID number in a text as its reader sees it, to tell them apart."""
    return id_digests_in_parts([text])


def id_digests_in_parts(parts: Iterable[str]) -> frozenset[str]:
    """The same of a text that was cut at borders: of each part only what may be one is held."""
    written, decoded = list[str](), list[str]()
    for part in parts:
        written.append(id_numbers.candidates_in(part))
        decoded.append(_decoded_candidates(part) if "%" in part else written[-1])
    readings = {
        BORDER.join(filter(None, decoded)).replace("\n", " "),
        BORDER.join(filter(None, written)).replace("\n", ""),
    }
    return frozenset(
        hashlib.sha256(_digits(reading[span.start : span.end]).encode()).hexdigest()
        for reading in readings
        for span in find_national_ids(reading)
    )


def _decoded_candidates(text: str) -> str:
    return id_numbers.candidates_in(_decoded(text))


def _readings(text: str) -> tuple[str, str]:
    return _decoded(text).replace("\n", " "), text.replace("\n", "")


def _decoded(text: str) -> str:
    """As `unquote` has it, which takes long texts apart letter by letter."""
    return _ENCODED.sub(lambda found: unquote(found[0]), text) if "%" in text else text


def _digits(text: str) -> str:
    return "".join(map(str, id_numbers.digits_of(text)))


def personal_findings(text: str, place: Place) -> Iterator[Finding]:
    """A finding for each line and kind of personal data; it does not repeat the data."""
    lines = text.split("\n")
    possible = _possible_kinds(lines)
    for number, line in enumerate(lines if possible else (), 1):
        for personal in possible:
            if FINDERS[personal](line):
                rule, kind = PERSONAL_RULES[personal]
                yield place.of(kind).finding(rule, number, where=None)


def _possible_kinds(texts: Iterable[str]) -> tuple[PersonalDataKind, ...]:
    """The kinds of which something may be found in one of the texts, by one search of them all.

    Of ID numbers each text tells by itself how many are valid: here any candidate counts.
    """
    joined = BORDER.join(texts)
    return tuple(
        kind
        for kind, find in FINDERS.items()
        if (kind is PersonalDataKind.NATIONAL_ID and id_numbers.may_be_in(joined)) or find(joined)
    )


def _matches(pattern: re.Pattern[str]) -> Find:
    return lambda visible: (match.span() for match in pattern.finditer(visible))


def _mobile_numbers(visible: str) -> Iterator[tuple[int, int]]:
    for match in _MOBILE.finditer(visible):
        if not id_numbers.is_in_a_hash(visible, match.start()):
            yield match.span()


def _national_ids(visible: str) -> Iterator[tuple[int, int]]:
    if not id_numbers.may_be_in(visible):
        return
    yield from id_numbers.written(visible)
    spaced = tuple(id_numbers.spaced_out(visible))
    valid = [(each.start, each.end) for each in spaced if each.is_valid]
    yield from valid if id_numbers.most_are_valid(len(valid), len(spaced)) else ()


def visible_spans(text: str, find: Find) -> tuple[Span, ...]:
    """Spans of `text` that `find` finds once the invisible characters are left out."""
    if not _ANYTHING.search(text):
        return ()
    found = tuple(find(INVISIBLE.sub("", text)))
    place = _places_in(text) if found else int
    return tuple(Span(place(start), place(end - 1) + 1) for start, end in found)


def _places_in(text: str) -> Callable[[int], int]:
    """Where the characters that are seen stand in a text, by their number among these."""
    seen_before = [match.start() - at for at, match in enumerate(INVISIBLE.finditer(text))]
    return lambda number: number + bisect_right(seen_before, number)
