"""The index of the site's own search: the newest round with all lasting pages, and earlier rounds.

Pages and documents are entries of one shape, which `theme/assets/search-worker.js` reads. What a
page says is made from its HTML (`search_sections.py`), before any theme stands around it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any

from msgspec import Struct, msgpack

from oit.catalog import Language, say
from oit.evidence.media_types import PDF
from oit.memory import NO_MEMORY, Kept, Memory
from oit.outputs.evidence_files import PublishedFile
from oit.outputs.page import ENGLISH, Page
from oit.outputs.search_sections import Section, one_line, sections_of
from oit.periods import BUDDHIST_OFFSET
from oit.wording.terms import SAMPLE_EN, SAMPLE_TH

NEWEST_INDEX, EARLIER_INDEX = "search/search_index.json", "search/earlier.json"
"""The paths of what every search reads, and of what a reader may ask for besides."""
_YEAR = re.compile(r"(?:en/)?(\d{4})/")
_FIGURE = re.compile(r"[\d,]+\.\d+")
_GUIDE = re.compile(r"(?:en/)?guide/")
_Key = tuple[bool, str, int]
"""Where an entry stands: Thai before English, by its address, and as it was given."""
_SAMPLE_MARKS = (SAMPLE_TH.casefold(), SAMPLE_EN.casefold())


class Entry(Struct, frozen=True):
    """What the search knows of a page or a document."""

    path: str
    """Its address from the site's root."""
    title: str
    sections: tuple[Section, ...]
    short_title: str = ""
    """What hits call it; empty where that is its title."""
    keywords: tuple[str, ...] = ()
    """The words that it is known by, besides its own."""
    is_last: bool = False
    """Whether it comes after all others, as pages for staff do."""
    has_sample: bool = False
    """Whether a sample is marked where the search does not look."""

    @property
    def year(self) -> int | None:
        """The round whose page or document it is; `None` for what belongs to none."""
        found = _YEAR.match(self.path)
        return int(found[1]) if found else None


class KeptEntries:
    """Entries that a memory has put aside: each is read when it comes to its turn."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._kept: list[Kept] = []

    def add(self, entry: Entry) -> None:
        """Put an entry aside."""
        self._kept.append(self._memory.put_aside(_ENTRY.encode(entry)))

    def __iter__(self) -> Iterator[Entry]:
        return (_READ.decode(kept()) for kept in self._kept)


_ENTRY, _READ = msgpack.Encoder(), msgpack.Decoder(Entry)


def page_entry(page: Page) -> Entry | None:
    """A generated page; `None` for one of weight 0."""
    if not page.weight:
        return None
    return Entry(
        page.path,
        page.title,
        tuple(sections_of(page.html, _said_elsewhere(page.path))),
        page.short_title,
        page.keywords,
        page.weight < 1,
        _has_sample(page.html),
    )


def document_entries(published: Iterable[PublishedFile]) -> tuple[Entry, ...]:
    """The published files whose text is known, and PDFs by their title alone, in their order."""
    return tuple(
        Entry(file.path, _title(file), _sections_of_text(_text(file)))
        for file in published
        if _text(file) or file.facts.media_type == PDF.media_type
    )


def _sections_of_text(text: str) -> tuple[Section, ...]:
    return (Section(prose=[one_line(text)]),) if text else ()


def written_entry(path: str, title: str, html: str, matter: Mapping[str, Any]) -> Entry | None:
    """A page written in Markdown; `None` where its front `matter` has `search: {exclude: true}`.

    `search: {boost: …}` below 1 puts it last, and `tags` are its keywords, as Material for MkDocs
    reads them; what is written otherwise says nothing.
    """
    written = matter.get("search")
    settings = written if isinstance(written, Mapping) else {}
    if settings.get("exclude"):
        return None
    boost = settings.get("boost", 1)
    is_last = bool(_GUIDE.match(path)) or (isinstance(boost, int | float) and boost < 1)
    tags = matter.get("tags")
    keywords = tuple(map(str, tags)) if isinstance(tags, list) else ()
    sections = tuple(sections_of(html))
    return Entry(path, title, sections, keywords=keywords, is_last=is_last)


def _said_elsewhere(path: str) -> str:
    """The language of what a page shows besides its own: an English page repeats Thai records."""
    return Language.TH.value if path.startswith(ENGLISH) else ""


def search_files(
    entries: Iterable[Entry], shown: int | None, memory: Memory = NO_MEMORY
) -> dict[str, Kept]:
    """The index of the `shown` year, of later ones and of lasting pages; and that of the others.

    The second is there only if a round is earlier. Pages stand by their addresses, with those that
    have words in common side by side, so that the index becomes small when it is compressed. What
    is said of each is put aside, and put together whenever an index is asked for.
    """
    newest: dict[_Key, Kept] = {}
    earlier: dict[_Key, Kept] = {}
    for number, entry in enumerate(entries):
        key = (entry.path.startswith(ENGLISH), entry.path, number)
        if entry.year is not None and shown is not None and entry.year < shown:
            earlier[key] = memory.put_aside(_json(_said_of_year(entry)))
        else:
            newest[key] = memory.put_aside(_json(_said(entry)))
    has_earlier = b"true" if earlier else b"false"
    beginning = b'{"hasEarlier":%s,"pages":[' % has_earlier
    files: dict[str, Kept] = {NEWEST_INDEX: partial(_index, beginning, newest)}
    if earlier:
        files[EARLIER_INDEX] = partial(_index, b'{"pages":[', earlier)
    return files


def _index(beginning: bytes, said: Mapping[_Key, Kept]) -> bytes:
    """A page a line, so that nobody who searches an index needs to take all of it at once."""
    between = chain.from_iterable((b",\n", kept()) for _, kept in sorted(said.items()))
    return b"".join((beginning, *islice(between, 1, None), b"]}"))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _said(entry: Entry) -> dict[str, Any]:
    """An entry as the worker reads it; what is empty is left out."""
    values = {
        "name": entry.short_title,
        "words": entry.keywords,
        "isLast": entry.is_last,
        "hasSample": entry.has_sample or any(map(_has_sample, _texts(entry))),
        "parts": list(_parts(entry.sections)),
    }
    said = {name: value for name, value in values.items() if value}
    return {"path": entry.path, "title": entry.title, **said}


def _said_of_year(entry: Entry) -> dict[str, Any]:
    """The same with the year, which hits of earlier rounds show."""
    year = entry.year or 0
    language = Language.EN if entry.path.startswith(ENGLISH) else Language.TH
    words = say("search.year", language, year=year, english_year=year - BUDDHIST_OFFSET)
    return {**_said(entry), "year": year, "of": words}


def _parts(sections: Sequence[Section]) -> Iterator[dict[str, Any]]:
    """What is said of each section that says anything.

    Of tables and the like only the words, each once a page, and none that a sentence of the page
    begins or has after a space: the worker looks for a word in all text of a page alike.
    """
    lines = [_lines(section) for section in sections]
    sentences = " ".join(("", *chain.from_iterable(lines)))
    told: set[str] = set()
    for section, prose in zip(sections, lines, strict=True):
        words = dict.fromkeys(filter(_is_asked, " ".join(section.other).split()))
        other = [word for word in words if word not in told and f" {word}" not in sentences]
        told.update(other)
        if part := _part(section, prose, other):
            yield part


def _lines(section: Section) -> list[str]:
    return [line for line in section.prose if line.casefold() not in _SAMPLE_MARKS]


def _part(section: Section, prose: Iterable[str], other: Iterable[str]) -> dict[str, Any]:
    values = {
        "at": section.anchor,
        "heading": section.heading,
        "prose": prose,
        "other": " ".join(other),
    }
    return {name: value for name, value in values.items() if value}


def _is_asked(word: str) -> bool:
    """Whether anybody would search for it: figures with decimals fill tables of scores."""
    return not _FIGURE.fullmatch(word)


def _texts(entry: Entry) -> Iterator[str]:
    yield entry.title
    for section in entry.sections:
        yield from (section.heading, *section.prose, *section.other)


def _has_sample(text: str) -> bool:
    return any(mark in text.casefold() for mark in _SAMPLE_MARKS)


def _title(file: PublishedFile) -> str:
    mark = f" ({SAMPLE_TH})" if file.evidence.sample else ""
    return say("pages.document", Language.TH, title=f"{file.evidence.title}{mark}", item=file.item)


def _text(file: PublishedFile) -> str:
    """The excerpt that inspection kept: empty where no text of the document can be relied on."""
    return file.facts.inspection.content.excerpt if file.facts.inspection else ""
