"""Stretches of a file's text, each with its location: searched for personal data, and excerpted."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Generic, TypeVar

from oit.evidence.concealed import ActivePart, HiddenPart, InnerFile, UnreadPart
from oit.evidence.facts import PersonalDataKind, PersonalDataMatch
from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.limits import MAX_CHARACTERS
from oit.evidence.location import VISIBLE, Location, Where
from oit.evidence.personal import FINDERS, redact
from oit.evidence.thai_quality import as_typed
from oit.findings import FieldPath

MAX_EXCERPT = 4000
"""Characters by which a document can be found; some two pages of it."""
MAX_VISIBLE = 1_000_000
"""Characters that are searched for the periods that a document names."""
MAX_MATCHES = 100
"""Matches of one kind in a file; more of them tell nobody anything new."""
_EXCERPTED = frozenset({Where.PAGE, Where.BODY})
# One character for two letters, as PDF files have them; nobody types them into a search.
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_BATCH = 1000
# Between passages of a batch: part of no number and no address, so none spans two passages.
_BORDER = "\n\0\n"


FactsT_co = TypeVar("FactsT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that belongs together: a paragraph, a cell, a page, a line."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Extract(Generic[FactsT_co]):
    """What a reader takes from a file: its facts, all its text, and what is not plain to see."""

    facts: FactsT_co
    passages: tuple[Passage, ...]
    hidden: tuple[HiddenPart, ...] = ()
    active: tuple[ActivePart, ...] = ()
    unread: tuple[UnreadPart, ...] = ()
    inner: tuple[InnerFile, ...] = ()
    """Files in it, which are looked into like files of their own."""


def lines(text: str) -> Iterator[Passage]:
    """A passage a line, numbered from 1."""
    for number, line in enumerate(text.splitlines(), start=1):
        yield Passage(Location(Where.LINE, str(number)), line)


def find_personal_data(passages: Iterable[Passage]) -> tuple[PersonalDataMatch, ...]:
    """Where personal data stands in the passages, each location once, in order.

    Raises `CannotReadError` beyond `MAX_CHARACTERS`.
    """
    matches: dict[PersonalDataMatch, None] = {}
    counts = dict.fromkeys(PersonalDataKind, 0)
    for batch in _batches(_bounded(passages)):
        for kind in _kinds_in(_BORDER.join(passage.text for passage in batch)):
            for passage in batch:
                if counts[kind] < MAX_MATCHES and FINDERS[kind](passage.text):
                    matches[PersonalDataMatch(kind, redacted(passage.location))] = None
                    counts[kind] += 1
    return tuple(matches)


def excerpt(passages: Iterable[Passage]) -> str:
    """How the pages or the body of a document begin, without line breaks."""
    words: list[str] = []
    length = 0
    for passage in passages:
        if passage.location.where in _EXCERPTED and length < MAX_EXCERPT:
            words += passage.text.split()
            length += len(passage.text)
    return _LIGATURES.sub(_letters, as_typed(" ".join(words)[:MAX_EXCERPT]))


def visible_text(passages: Iterable[Passage]) -> str:
    """What a reader finds in the passages, a line each, with the names of sheets.

    No more of it than is looked through.
    """
    seen = [passage for passage in passages if passage.location.where in VISIBLE]
    sheets = (each.location.name for each in seen if each.location.where is Where.SHEET)
    return "\n".join((*dict.fromkeys(sheets), *(each.text for each in seen)))[:MAX_VISIBLE]


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _bounded(passages: Iterable[Passage]) -> Iterator[Passage]:
    left = MAX_CHARACTERS
    for passage in passages:
        left -= len(passage.text)
        if left < 0:
            raise CannotReadError(FileFault.TOO_COSTLY)
        yield passage


def _batches(passages: Iterator[Passage]) -> Iterator[list[Passage]]:
    """Passages by the thousand: one search of the joined text rules most batches out."""
    while batch := list(islice(passages, _BATCH)):
        yield batch


def _kinds_in(text: str) -> list[PersonalDataKind]:
    return [kind for kind, find in FINDERS.items() if find(text)]


def redacted(location: Location) -> Location:
    """The place, without personal data in its names."""
    return replace(location, name=redact(location.name), inside=redact(location.inside))


def texts_in(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in nested maps and lists, keys too, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key), str(key)
            yield from texts_in(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_in(inner, (*path, number))
