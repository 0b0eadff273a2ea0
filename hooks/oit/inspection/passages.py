"""Stretches of a file's text, each with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from oit.inspection import personal
from oit.inspection.faults import CannotReadError, Fault
from oit.inspection.xml import cut

MAX_CHARACTERS = 50_000_000
MAX_SPOTS = 100
"""After so many spots of one kind a file is known for what it is."""


class Where(StrEnum):
    """What kind of place a passage stands in."""

    LINE = "line"
    PAGE = "page"
    SHEET = "sheet"
    BODY = "body"
    HEADER = "header"
    COMMENT = "comment"
    NOTE = "note"
    PROPERTY = "property"
    HIDDEN = "hidden"
    """Text that no reader sees: unused strings, caches, link targets, markup of a drawing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands. Names never hold personal data: they are redacted."""

    where: Where
    name: str = ""
    """Of the sheet, the property or the part; the number of a page or line."""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that belongs together: a paragraph, a cell, a page, a line."""

    place: Place
    text: str


class Personal(StrEnum):
    """Kinds of personal data."""

    NATIONAL_ID = "national-id"
    MOBILE = "mobile"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Spot:
    """Personal data of a kind is in a place; what it is, is not kept."""

    kind: Personal
    place: Place


_FINDERS = {
    Personal.NATIONAL_ID: personal.find_national_ids,
    Personal.MOBILE: personal.find_mobile_numbers,
    Personal.EMAIL: personal.find_personal_emails,
}


def spots(passages: Iterable[Passage]) -> tuple[Spot, ...]:
    """Where personal data stands in the passages, each place once, in order."""
    found: dict[Spot, None] = {}
    counts = dict.fromkeys(Personal, 0)
    for passage in bounded(passages):
        for kind, find in _FINDERS.items():
            if counts[kind] < MAX_SPOTS and any(find(piece) for piece in cut(passage.text)):
                place = passage.place
                clean = Place(place.where, personal.redact(place.name), place.cell)
                found[Spot(kind, clean)] = None
                counts[kind] += 1
    return tuple(found)


def bounded(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages. Raises `CannotReadError` where they are more than anybody writes."""
    left = MAX_CHARACTERS
    for passage in passages:
        left -= len(passage.text)
        if left < 0:
            raise CannotReadError(Fault.TOO_COSTLY)
        yield passage


def lines(text: str) -> Iterator[Passage]:
    """A passage a line, numbered from 1."""
    for number, line in enumerate(text.splitlines(), start=1):
        yield Passage(Place(Where.LINE, str(number)), line)
