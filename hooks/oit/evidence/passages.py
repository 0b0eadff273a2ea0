"""Stretches of a file's text, each with its place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from oit.evidence.facts import Location, Personal, Spot, Where
from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.personal import FINDERS, redact

MAX_CHARACTERS = 110_000_000
MAX_EXCERPT = 4000
"""Characters by which a document can be found; some two pages of it."""
_WRITTEN = frozenset({Where.PAGE, Where.BODY})
_LIGATURES = re.compile("[\ufb00-\ufb06]")
"""One sign for two letters, as PDF files have them; nobody types them into a search."""
_BATCH = 1000
_BORDER = "\n\0\n"
"""Between passages: part of no number and no address."""
MAX_SPOTS = 100
"""After so many spots of one kind a file is known for what it is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that belongs together: a paragraph, a cell, a page, a line."""

    place: Location
    text: str


def spots(passages: Iterable[Passage]) -> tuple[Spot, ...]:
    """Where personal data stands in the passages, each place once, in order."""
    found: dict[Spot, None] = {}
    counts = dict.fromkeys(Personal, 0)
    for batch in _batches(bounded(passages)):
        for kind in _kinds_in(_BORDER.join(passage.text for passage in batch)):
            for passage in batch:
                if counts[kind] < MAX_SPOTS and FINDERS[kind](passage.text):
                    found[Spot(kind, _redacted(passage.place))] = None
                    counts[kind] += 1
    return tuple(found)


def excerpt(passages: Iterable[Passage]) -> str:
    """How what is written in a document begins, without line breaks."""
    words: list[str] = []
    length = 0
    for passage in passages:
        if passage.place.where in _WRITTEN and length < MAX_EXCERPT:
            words += passage.text.split()
            length += len(passage.text)
    return _LIGATURES.sub(_letters, " ".join(words)[:MAX_EXCERPT])


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _batches(passages: Iterator[Passage]) -> Iterator[list[Passage]]:
    """Passages by the thousand: most hold nothing, and that is seen sooner of many at once."""
    while batch := list(islice(passages, _BATCH)):
        yield batch


def _kinds_in(text: str) -> list[Personal]:
    return [kind for kind, find in FINDERS.items() if find(text)]


def _redacted(place: Location) -> Location:
    return Location(place.where, redact(place.name), place.cell)


def bounded(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages. Raises `CannotReadError` where they are more than anybody writes."""
    left = MAX_CHARACTERS
    for passage in passages:
        left -= len(passage.text)
        if left < 0:
            raise CannotReadError(FileFault.TOO_COSTLY)
        yield passage


def lines(text: str) -> Iterator[Passage]:
    """A passage a line, numbered from 1."""
    for number, line in enumerate(text.splitlines(), start=1):
        yield Passage(Location(Where.LINE, str(number)), line)
