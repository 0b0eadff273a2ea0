"""Stretches of a file's text, each with its location: what is searched, and excerpted."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from oit.evidence.concealed import ActivePart, HiddenPart, InnerFile, UnreadPart
from oit.evidence.location import VISIBLE, Location, Where
from oit.evidence.personal import redact
from oit.findings import FieldPath

MAX_EXCERPT = 4000
"""Characters by which a document can be found; some two pages of it."""
MAX_VISIBLE = 1_000_000
"""Characters that are searched for the periods that a document names."""
MAX_TITLE = 300
"""Characters at the top of a document that are its title: some four lines."""
_EXCERPTED = frozenset({Where.PAGE, Where.BODY})
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
# Thirteen digits, as programs write what they took for a number with a fraction.
_COMPUTED = re.compile(
    r"(?<![\w.])(?:[1-9][0-9]{12}\.0|[1-9]\.[0-9]{1,12}[Ee]\+?12)(?![\w.])", re.ASCII
)
# One character for two letters, as PDF files have them; nobody types them into a search.
_LIGATURES = re.compile("[\ufb00-\ufb06]")

FactsT_co = TypeVar("FactsT_co", covariant=True)


class Passage(Struct, frozen=True):
    """Text that belongs together: a paragraph, a cell, a page, a line."""

    location: Location
    text: str


class Extract(Struct, Generic[FactsT_co], frozen=True):
    """What a reader takes from a file: its facts, all its text, and what is not plain to see."""

    facts: FactsT_co
    passages: tuple[Passage, ...]
    hidden: tuple[HiddenPart, ...] = ()
    active: tuple[ActivePart, ...] = ()
    unread: tuple[UnreadPart, ...] = ()
    inner: tuple[InnerFile, ...] = ()
    """Files in it, which are looked into like files of their own."""


def lines(text: str, *, is_escaped: bool = False) -> Iterator[Passage]:
    """A passage a line, numbered from 1; `is_escaped` where digits may be escaped, as in JSON.

    A number that a program wrote with a point or an exponent is shown as a whole one.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        plain = _unescaped(line) if is_escaped and "\\u" in line else line
        yield Passage(Location(Where.LINE, str(number)), _COMPUTED.sub(_whole, plain))


def _unescaped(line: str) -> str:
    units = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), line)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _whole(number: re.Match[str]) -> str:
    return str(round(float(number[0])))


def excerpt(passages: Iterable[Passage]) -> str:
    """How the pages or the body of a document begin, without line breaks."""
    words: list[str] = []
    length = 0
    for passage in passages:
        if passage.location.where in _EXCERPTED and length < MAX_EXCERPT:
            words += passage.text.split()
            length += len(passage.text)
    return _LIGATURES.sub(_letters, _as_typed(" ".join(words)[:MAX_EXCERPT]))


def visible_text(passages: Iterable[Passage]) -> str:
    """What a reader finds in the passages, a line each, with the names of sheets.

    No more of it than is looked through.
    """
    seen = [passage for passage in passages if passage.location.where in VISIBLE]
    sheets = (each.location.name for each in seen if each.location.where is Where.SHEET)
    return "\n".join((*dict.fromkeys(sheets), *(each.text for each in seen)))[:MAX_VISIBLE]


def beginning(passages: Iterable[Passage]) -> str:
    """The title of a document, as far as one can tell: the words that it begins with."""
    return _first(MAX_TITLE, (each for each in passages if each.location.where in _EXCERPTED))


def opening(passages: Iterable[Passage]) -> str:
    """The words with which any file begins, a table or a plain text too, without personal data.

    More of it is searched than is kept: a number that is cut in two is none any more.
    """
    seen = (each for each in passages if each.location.where in VISIBLE)
    return redact(_as_typed(_first(2 * MAX_TITLE, seen)))[:MAX_TITLE]


def _as_typed(text: str) -> str:
    """The text as people search for it (`thai_quality`)."""
    from oit.evidence.thai_quality import as_typed  # heavy, and no text of a record needs it

    return as_typed(text)


def _first(most: int, passages: Iterable[Passage]) -> str:
    """So many characters of the passages, a line each."""
    text = ""
    for passage in passages:
        text = f"{text}\n{passage.text[:most].strip()}".strip()
        if len(text) >= most:
            break
    return text[:most]


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


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
