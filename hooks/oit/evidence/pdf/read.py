"""PDF files into facts and text: what their readers see, and all that the files carry besides."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from pypdf import PdfReader

from oit.evidence.concealed import HiddenKind, HiddenPart, UnreadPart
from oit.evidence.facts import PdfFacts, TextLayer
from oit.evidence.faults import FileFault, attempt
from oit.evidence.limits import MAX_OPERATORS, MAX_TEXT_OPERATORS
from oit.evidence.location import Location, Where
from oit.evidence.passages import Extract, Passage
from oit.evidence.pdf.canvas import Ink
from oit.evidence.pdf.contents import Contents
from oit.evidence.pdf.layers import Layers
from oit.evidence.pdf.leftovers import (
    Earlier,
    around,
    bare_numbers,
    earlier_versions,
    lines_of,
    unreachable,
)
from oit.evidence.pdf.objects import document_info, open_pdf, pypdf_limits
from oit.evidence.pdf.pages import PageText, read_pages
from oit.evidence.personal import redact
from oit.evidence.thai import broken_pages, text_layer_of
from oit.evidence.thai_quality import count_letters

_AUTHOR_LENGTH = 500
_LONG = re.compile(r"[0-9]{13}")
_STAMP_LETTERS = 60
"""A page with a picture and fewer letters than this is a scan with a stamp on it."""


def read_pdf(data: bytes) -> Extract[PdfFacts] | FileFault:
    """Facts and text of a PDF; `encrypted`, `unreadable` or `too-costly` otherwise."""
    return attempt(lambda: _read(data))


def _read(data: bytes) -> Extract[PdfFacts]:
    with pypdf_limits():
        reader = open_pdf(data)
        contents = Contents()
        ink = Ink(Layers(reader.root_object), MAX_OPERATORS, MAX_TEXT_OPERATORS)
        pages = list(read_pages(reader.pages, ink))
        contents.read(reader)
        around(data, contents)
        shown = "\n".join(line for page in pages for line in lines_of(page))
        contents.numbers += bare_numbers(data)
        earlier = [
            *earlier_versions(data, ink, shown),
            *unreachable(reader, ink, shown, contents),
        ]
        return _extract(reader, pages, contents, earlier)


def _extract(
    reader: PdfReader, pages: list[PageText], contents: Contents, earlier: list[Earlier]
) -> Extract[PdfFacts]:
    kept = [passage for each in earlier for passage in each.passages()]
    said = (*_passages(reader, pages), *contents.passages, *kept)
    return Extract(
        _facts(reader, pages),
        (*said, *_unsaid(contents.numbers, said)),
        hidden=(
            *_hidden(reader, pages),
            *contents.hidden,
            *(part for each in earlier for part in each.hidden()),
        ),
        active=tuple(contents.active),
        unread=(
            *_unread(pages),
            *contents.unread,
            *(part for each in earlier for part in each.unread()),
        ),
        inner=tuple(contents.inner),
    )


def _unsaid(numbers: Iterable[Passage], said: Iterable[Passage]) -> Iterator[Passage]:
    """The bare numbers that stand in no text."""
    known = {number for passage in said for number in _LONG.findall(passage.text)}
    return (passage for passage in numbers if passage.text not in known)


def _facts(reader: PdfReader, pages: list[PageText]) -> PdfFacts:
    texts = [page.seen for page in pages]
    without_text = tuple(page.number for page in pages if _has_no_text(page))
    is_scan = len(without_text) == len(texts)
    broken = broken_pages(texts)
    return PdfFacts(
        pages=len(pages),
        author=redact(document_info(reader).get("/Author", "").strip())[:_AUTHOR_LENGTH],
        text_layer=TextLayer.NONE if is_scan else text_layer_of(texts, broken),
        pages_without_text=without_text,
        pages_broken=() if is_scan else broken,
    )


def _has_no_text(page: PageText) -> bool:
    """Whether a page is a picture or empty; one that could not be read is neither."""
    letters = count_letters(page.seen)
    is_empty = not letters or (letters < _STAMP_LETTERS and page.has_picture)
    return is_empty and page.fault is None


def _passages(reader: PdfReader, pages: Iterable[PageText]) -> Iterator[Passage]:
    for page in pages:
        hidden = Location(Where.HIDDEN, f"p. {page.number}")
        yield Passage(Location(Where.PAGE, str(page.number)), page.seen)
        for text in (*page.hidden, page.replacements):
            yield Passage(hidden, text)
    for key, value in document_info(reader).items():
        yield Passage(Location(Where.PROPERTY, key.lstrip("/")), value)


def _hidden(reader: PdfReader, pages: Iterable[PageText]) -> Iterator[HiddenPart]:
    for page in pages:
        place = Location(Where.PAGE, str(page.number))
        if page.lost:
            yield HiddenPart(HiddenKind.TEXT, place, len(page.lost))
        if page.comments:
            yield HiddenPart(HiddenKind.COMMENT, place, page.comments)
    if "/OCProperties" in reader.root_object:
        yield HiddenPart(HiddenKind.LAYER, Location(Where.HIDDEN))


def _unread(pages: Iterable[PageText]) -> Iterator[UnreadPart]:
    """The pages that could not be read, or not all of them, in ranges: 5, or 501-900."""
    for fault, each in groupby(pages, key=lambda page: page.fault):
        if fault:
            numbers = [page.number for page in each]
            name = "-".join(map(str, dict.fromkeys((numbers[0], numbers[-1]))))
            yield UnreadPart(Location(Where.PAGE, name), fault)
