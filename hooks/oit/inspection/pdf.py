"""PDF files into facts, by pypdf within its own bounds."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from oit.inspection.faults import CannotReadError, Fault, attempt
from oit.inspection.passages import Passage
from oit.inspection.pdf_walk import Walk, walk
from oit.inspection.personal import redact
from oit.inspection.thai import TextLayer, count_letters, judge
from oit.inspection.values import PdfFacts, Place, Where

MAX_PAGES = 500
"""Text is taken from so many pages; the rest is counted."""
MAX_PAGE_CHARACTERS = 200_000
_STAMP_LETTERS = 60
"""A page with a picture and no more letters than this is a scan with a stamp on it."""
_TOLD = ("title", "author", "creator", "producer")
AUTHORS = ("/Author", "/Creator", "/Producer")

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
"""Its warnings quote the file, and a file may hold what nobody may print."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """Facts of a PDF, and its text for looking through."""

    facts: PdfFacts
    passages: tuple[Passage, ...]


def read_pdf(data: bytes) -> Pdf | Fault:
    """Facts and text of a PDF; `encrypted`, `unreadable` or `too-costly` otherwise."""
    return attempt(lambda: _read(data))


def open_pdf(data: bytes) -> PdfReader:
    """A reader of a PDF that is not encrypted. Raises `CannotReadError` and what pypdf raises."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise CannotReadError(Fault.ENCRYPTED)
    return reader


def _read(data: bytes) -> Pdf:
    try:
        return _facts(open_pdf(data))
    except LimitReachedError:
        raise CannotReadError(Fault.TOO_COSTLY) from None


def _facts(reader: PdfReader) -> Pdf:
    pages = list(islice(reader.pages, MAX_PAGES))
    texts = [page.extract_text() for page in pages]
    bare = [number for number, page in enumerate(pages, 1) if _is_bare(page, texts[number - 1])]
    seen = walk(reader)
    longest = max(map(len, texts), default=0)
    facts = PdfFacts(
        pages=len(reader.pages),
        **{name: _info(reader, f"/{name.title()}") for name in _TOLD},
        text_layer=TextLayer.NONE if len(bare) == len(pages) else judge("\n".join(texts)),
        pages_without_text=tuple(bare),
        has_actions=seen.has_actions,
        has_files=seen.has_files,
        is_partly_read=len(reader.pages) > len(pages) or longest > MAX_PAGE_CHARACTERS,
    )
    return Pdf(facts, tuple(_passages(reader, texts, seen)))


def _passages(reader: PdfReader, texts: list[str], seen: Walk) -> Iterator[Passage]:
    for number, text in enumerate(texts, start=1):
        yield Passage(Place(Where.PAGE, str(number)), text[:MAX_PAGE_CHARACTERS])
    for text in seen.texts:
        yield Passage(Place(Where.COMMENT), text)
    for key, value in _metadata(reader).items():
        yield Passage(Place(Where.PROPERTY, key.lstrip("/")), value)
    metadata = reader.root_object.get("/Metadata")
    if isinstance(stream := _plain(metadata), StreamObject):
        xmp = stream.get_data().decode("utf-8", "replace")
        yield Passage(Place(Where.PROPERTY, "XMP"), xmp)


def _info(reader: PdfReader, key: str) -> str:
    """A value of the document's information, fit to be shown."""
    return redact(_metadata(reader).get(key, "").strip())[:500]


def _metadata(reader: PdfReader) -> dict[str, str]:
    return {str(key): str(value) for key, value in (reader.metadata or {}).items()}


def _is_bare(page: PageObject, text: str) -> bool:
    letters = count_letters(text)
    return not letters or (letters < _STAMP_LETTERS and _has_picture(page))


def _has_picture(page: PageObject) -> bool:
    resources = _plain(page.get("/Resources"))
    drawn = _plain(resources.get("/XObject")) if isinstance(resources, DictionaryObject) else None
    if not isinstance(drawn, DictionaryObject):
        return False
    return any(_plain(one).get("/Subtype") == "/Image" for one in drawn.values())


def _plain(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value
