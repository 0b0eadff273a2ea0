"""PDF files into facts, by pypdf within its own bounds."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from oit.evidence.facts import Location, PdfFacts, Where
from oit.evidence.faults import CannotReadError, FileFault, attempt
from oit.evidence.passages import Passage
from oit.evidence.personal import redact
from oit.evidence.thai import TextLayer, count_letters, judge

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


def read_pdf(data: bytes) -> Pdf | FileFault:
    """Facts and text of a PDF; `encrypted`, `unreadable` or `too-costly` otherwise."""
    return attempt(lambda: _read(data))


def open_pdf(data: bytes) -> PdfReader:
    """A reader of a PDF that is not encrypted. Raises `CannotReadError` and what pypdf raises."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise CannotReadError(FileFault.ENCRYPTED)
    return reader


def _read(data: bytes) -> Pdf:
    try:
        return _facts(open_pdf(data))
    except LimitReachedError:
        raise CannotReadError(FileFault.TOO_COSTLY) from None


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


@dataclass(frozen=True, slots=True)
class Walk:
    """What was met on the way."""

    has_actions: bool
    has_files: bool
    texts: tuple[str, ...]
    """Of comments, form fields, bookmarks and links."""


def _passages(reader: PdfReader, texts: list[str], seen: Walk) -> Iterator[Passage]:
    for number, text in enumerate(texts, start=1):
        yield Passage(Location(Where.PAGE, str(number)), text[:MAX_PAGE_CHARACTERS])
    for text in seen.texts:
        yield Passage(Location(Where.COMMENT), text)
    for key, value in _metadata(reader).items():
        yield Passage(Location(Where.PROPERTY, key.lstrip("/")), value)
    metadata = reader.root_object.get("/Metadata")
    if isinstance(stream := _plain(metadata), StreamObject):
        xmp = stream.get_data().decode("utf-8", "replace")
        yield Passage(Location(Where.PROPERTY, "XMP"), xmp)


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


MAX_OBJECTS = 300_000

_RUNNING = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"})

_RUNNING_KEYS = frozenset({"/JS", "/XFA"})

_CARRYING_KEYS = frozenset({"/EF", "/EmbeddedFiles", "/RichMediaContent"})

_WORDS = ("/Contents", "/V", "/T", "/TU", "/RC", "/Title", "/URI", "/ActualText", "/Alt")


def walk(reader: PdfReader) -> Walk:
    """Goes through every dictionary once. Raises `CannotReadError` where there is no end."""
    has_actions = has_files = False
    texts: list[str] = []
    for found in dictionaries(reader.root_object):
        is_running = str(found.get("/S")) in _RUNNING or not _RUNNING_KEYS.isdisjoint(found)
        has_actions = has_actions or is_running
        has_files = has_files or not _CARRYING_KEYS.isdisjoint(found)
        texts += _texts(found)
    return Walk(has_actions, has_files, tuple(texts))


def dictionaries(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """The dictionaries reachable from `root`, each once. Raises `CannotReadError`."""
    waiting: list[Any] = [root]
    seen: set[int] = set()
    for _ in range(MAX_OBJECTS):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            one = None if one.idnum in seen else _follow(one, seen)
        if isinstance(one, DictionaryObject):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, ArrayObject):
            waiting.extend(one)
    raise CannotReadError(FileFault.TOO_COSTLY)


def _follow(reference: IndirectObject, seen: set[int]) -> Any:
    seen.add(reference.idnum)
    return reference.get_object()


def _texts(found: DictionaryObject) -> list[str]:
    values = [found.get(key) for key in _WORDS]
    return [str(value) for value in values if isinstance(value, str)]
