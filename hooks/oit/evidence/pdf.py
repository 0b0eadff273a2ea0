"""PDF files into facts and text, by pypdf within its own bounds."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from oit.evidence.concealed import ActiveKind, ActivePart, HiddenKind, HiddenPart, UnreadPart
from oit.evidence.facts import PdfFacts
from oit.evidence.faults import CannotReadError, FileFault, attempt
from oit.evidence.limits import MAX_OBJECTS, MAX_PAGE_CHARACTERS, MAX_PAGES
from oit.evidence.location import Location, Where
from oit.evidence.passages import Extract, Passage
from oit.evidence.personal import redact
from oit.evidence.thai import TextLayer, broken_pages, text_layer_of
from oit.evidence.thai_quality import count_letters

AUTHOR_KEYS = ("/Author", "/Creator", "/Producer")
"""Entries of the document information that name a person or a program."""
_WHOLE = Location(Where.HIDDEN)
_AUTHOR_LENGTH = 500
_STAMP_LETTERS = 60
"""A page with a picture and fewer letters than this is a scan with a stamp on it."""
# Action types and entries by which a PDF runs something (ISO 32000-1, 12.6.4 and 12.7.8).
_ACTION_TYPES = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"})
_ACTION_KEYS = frozenset({"/JS", "/XFA"})
_FILE_KEYS = frozenset({"/EF", "/EmbeddedFiles", "/RichMediaContent"})
_TEXT_KEYS = ("/Contents", "/V", "/T", "/TU", "/RC", "/Title", "/URI", "/ActualText", "/Alt")

# pypdf's warnings quote the file, which may hold personal data that no log may print.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class ObjectScan:
    """What the objects of a PDF hold besides its pages."""

    has_actions: bool
    has_files: bool
    texts: tuple[str, ...]
    """Of comments, form fields, bookmarks and links."""


def read_pdf(data: bytes) -> Extract[PdfFacts] | FileFault:
    """Facts and text of a PDF; `encrypted`, `unreadable` or `too-costly` otherwise."""
    return attempt(lambda: _read(data))


def open_pdf(data: bytes) -> PdfReader:
    """A reader of a PDF that is not encrypted. Raises `CannotReadError` and what pypdf raises."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise CannotReadError(FileFault.ENCRYPTED)
    return reader


@contextmanager
def pypdf_limits() -> Iterator[None]:
    """Raises `CannotReadError` (`too-costly`) where pypdf gives up at a bound of its own."""
    try:
        yield
    except LimitReachedError:
        raise CannotReadError(FileFault.TOO_COSTLY) from None


def document_info(document: PdfReader | PdfWriter) -> dict[str, str]:
    """The document information (`/Title`, `/Author` …) as texts."""
    return {str(key): str(value) for key, value in (document.metadata or {}).items()}


def dictionaries(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """The dictionaries reachable from `root`, each once.

    Raises `CannotReadError` after `MAX_OBJECTS` steps.
    """
    waiting: list[Any] = [root]
    seen: set[int] = set()
    for _ in range(MAX_OBJECTS):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            value = None if value.idnum in seen else _follow(value, seen)
        if isinstance(value, DictionaryObject):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, ArrayObject):
            waiting.extend(value)
    raise CannotReadError(FileFault.TOO_COSTLY)


def _read(data: bytes) -> Extract[PdfFacts]:
    with pypdf_limits():
        reader = open_pdf(data)
        texts = [page.extract_text() for page in islice(reader.pages, MAX_PAGES)]
        scan = _scan_objects(reader)
        return Extract(
            _facts(reader, texts),
            tuple(_passages(reader, texts, scan)),
            hidden=tuple(_hidden(reader, scan)),
            active=(ActivePart(ActiveKind.ACTION, _WHOLE),) if scan.has_actions else (),
            unread=_unread(reader, texts),
        )


def _facts(reader: PdfReader, texts: list[str]) -> PdfFacts:
    """The facts; `texts` are those of the first pages."""
    pages = zip(islice(reader.pages, MAX_PAGES), texts, strict=True)
    without_text = [number for number, page in enumerate(pages, 1) if _has_no_text(*page)]
    is_scan = len(without_text) == len(texts)
    broken = broken_pages(texts)
    return PdfFacts(
        pages=len(reader.pages),
        author=redact(document_info(reader).get("/Author", "").strip())[:_AUTHOR_LENGTH],
        text_layer=TextLayer.NONE if is_scan else text_layer_of(texts, broken),
        pages_without_text=tuple(without_text),
        pages_broken=() if is_scan else broken,
    )


def _hidden(reader: PdfReader, scan: ObjectScan) -> Iterator[HiddenPart]:
    if scan.has_files:
        yield HiddenPart(HiddenKind.FILE, _WHOLE)
    if "/OCProperties" in reader.root_object:
        yield HiddenPart(HiddenKind.LAYER, _WHOLE)


def _unread(reader: PdfReader, texts: list[str]) -> tuple[UnreadPart, ...]:
    """The pages whose text was not, or not all, taken."""
    too_long = [number for number, text in enumerate(texts, 1) if len(text) > MAX_PAGE_CHARACTERS]
    left = range(len(texts) + 1, len(reader.pages) + 1)
    return tuple(
        UnreadPart(Location(Where.PAGE, str(number)), FileFault.TOO_COSTLY)
        for number in (*too_long, *left)
    )


def _has_no_text(page: PageObject, text: str) -> bool:
    letters = count_letters(text)
    return not letters or (letters < _STAMP_LETTERS and _has_picture(page))


def _has_picture(page: PageObject) -> bool:
    resources = _resolved(page.get("/Resources"))
    if not isinstance(resources, DictionaryObject):
        return False
    drawn = _resolved(resources.get("/XObject"))
    if not isinstance(drawn, DictionaryObject):
        return False
    return any(_resolved(value).get("/Subtype") == "/Image" for value in drawn.values())


def _passages(reader: PdfReader, texts: list[str], scan: ObjectScan) -> Iterator[Passage]:
    for number, text in enumerate(texts, start=1):
        yield Passage(Location(Where.PAGE, str(number)), text[:MAX_PAGE_CHARACTERS])
    for text in scan.texts:
        yield Passage(Location(Where.COMMENT), text)
    for key, value in document_info(reader).items():
        yield Passage(Location(Where.PROPERTY, key.lstrip("/")), value)
    stream = _resolved(reader.root_object.get("/Metadata"))
    if isinstance(stream, StreamObject):
        xmp = stream.get_data().decode("utf-8", "replace")
        yield Passage(Location(Where.PROPERTY, "XMP"), xmp)


def _scan_objects(reader: PdfReader) -> ObjectScan:
    """Actions, files and texts of every dictionary. Raises `CannotReadError`."""
    has_actions = has_files = False
    texts: list[str] = []
    for dictionary in dictionaries(reader.root_object):
        is_action = str(dictionary.get("/S")) in _ACTION_TYPES
        has_actions = has_actions or is_action or not _ACTION_KEYS.isdisjoint(dictionary)
        has_files = has_files or not _FILE_KEYS.isdisjoint(dictionary)
        texts += _texts(dictionary)
    return ObjectScan(has_actions, has_files, tuple(texts))


def _texts(dictionary: DictionaryObject) -> list[str]:
    values = [dictionary.get(key) for key in _TEXT_KEYS]
    return [str(value) for value in values if isinstance(value, str)]


def _follow(reference: IndirectObject, seen: set[int]) -> Any:
    seen.add(reference.idnum)
    return reference.get_object()


def _resolved(value: Any) -> Any:
    """The object itself where the value is a reference to it."""
    return value.get_object() if isinstance(value, IndirectObject) else value
