"""What a PDF holds besides its pages: texts, files, thumbnails, data of programs."""

import re
from typing import Any

from msgspec import Struct, field
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from oit.evidence.concealed import ActivePart, HiddenKind, HiddenPart, InnerFile, UnreadPart
from oit.evidence.faults import CannotReadError, attempt
from oit.evidence.location import Location, Where
from oit.evidence.passages import Passage
from oit.evidence.pdf.active import active_parts
from oit.evidence.pdf.objects import content_of, is_text, objects, reference_of, resolved, text_of

_COMMENT = Location(Where.COMMENT)
_TEXT = Location(Where.HIDDEN, "text")
_FILE_KEYS = ("/UF", "/F", "/Unix", "/Mac", "/DOS")
_XML = ("/Metadata", "/XML")
_PLAIN = (NameObject, NumberObject)
LONG_NUMBER = re.compile(rb"(?<![0-9A-Za-z.])[1-8][0-9]{12}(?![0-9A-Za-z]|\.[0-9])")
"""What may be a person's number, as bytes."""
_UNNAMED = "attachment"


class Contents(Struct):
    """What the objects yield while they are walked."""

    passages: list[Passage] = field(default_factory=list)
    hidden: list[HiddenPart] = field(default_factory=list)
    numbers: list[Passage] = field(default_factory=list)
    """Long numbers that say nothing to readers where they stand."""
    active: list[ActivePart] = field(default_factory=list)
    unread: list[UnreadPart] = field(default_factory=list)
    inner: list[InnerFile] = field(default_factory=list)
    forms: list[StreamObject] = field(default_factory=list)
    """What pages can draw by name, and need not."""
    seen: set[tuple[int, int]] = field(default_factory=set)
    """Numbers and generations of the objects that something leads to."""
    _files: dict[Any, str] = field(default_factory=dict)
    """Names of embedded files, by their references."""
    _streams: dict[Any, StreamObject] = field(default_factory=dict)

    def read(self, reader: PdfReader) -> None:
        """All that the trailer leads to. Raises `CannotReadError`, and what pypdf raises."""
        # Properties are read by themselves.
        self.seen |= {key for key in (reference_of(reader.trailer.get("/Info")),) if key}
        for value in objects(reader.trailer, self.seen):
            self.add(value)
        self.take_files()

    def add(self, value: Any) -> None:
        """A dictionary, or a text."""
        if isinstance(value, DictionaryObject):
            self.active += active_parts(value)
            self._add_dictionary(value)
        elif text := text_of(value):
            self.passages.append(Passage(_TEXT, text))

    def take_files(self) -> None:
        """The embedded files that were met, each once."""
        for key, stream in self._streams.items():
            name = self._files.get(key, _UNNAMED)
            location = Location(Where.HIDDEN, name)
            try:
                self.inner.append(InnerFile(location, content_of(stream)))
            except CannotReadError as error:
                self.hidden.append(HiddenPart(HiddenKind.FILE, location))
                self.unread.append(UnreadPart(location, error.fault))
        self._streams.clear()

    def _add_dictionary(self, entries: DictionaryObject) -> None:
        if "/Thumb" in entries:
            self.hidden.append(HiddenPart(HiddenKind.THUMBNAIL, Location(Where.HIDDEN, "Thumb")))
        if "/PieceInfo" in entries and _has_streams(entries["/PieceInfo"]):
            self.hidden.append(
                HiddenPart(HiddenKind.LEFTOVERS, Location(Where.HIDDEN, "PieceInfo"))
            )
        self._note_files(entries)
        self._note_forms(entries)
        if isinstance(entries, StreamObject) and _is_xml(entries):
            text = content_of(entries).decode("utf-8", "replace")
            self.passages.append(Passage(Location(Where.PROPERTY, "XMP"), text))
        self._add_numbers(entries)
        place = _COMMENT if "/Rect" in entries else _TEXT
        self.passages += [
            Passage(place, text_of(each)) for each in entries.values() if is_text(each)
        ]

    def _add_numbers(self, entries: DictionaryObject) -> None:
        """Long numbers in what says nothing to readers: keys, names, and streams of any kind.

        Contents of pages too: a comment among operators, and what none of them shows.
        """
        said = [*entries, *(each for each in entries.values() if isinstance(each, _PLAIN))]
        self.passages += [Passage(_TEXT, text) for text in map(str, said) if len(text) > 12]
        if isinstance(entries, StreamObject) and entries.get("/Subtype") != "/Image":
            content = attempt(lambda: content_of(entries))
            numbers = LONG_NUMBER.findall(content) if isinstance(content, bytes) else ()
            self.numbers += [Passage(_TEXT, number.decode("ascii")) for number in numbers]

    def _note_forms(self, entries: DictionaryObject) -> None:
        named = resolved(entries.get("/XObject"))
        values = named.values() if isinstance(named, DictionaryObject) else ()
        for form in map(resolved, values):
            if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
                self.forms.append(form)

    def _note_files(self, entries: DictionaryObject) -> None:
        """The files of a file specification (7.11.3), or an embedded file as it stands."""
        embedded = resolved(entries.get("/EF"))
        if isinstance(embedded, DictionaryObject):
            name = next(filter(None, (text_of(resolved(entries.get(k))) for k in _FILE_KEYS)), "")
            for value in (embedded.raw_get(key) for key in embedded):
                self._note_file(value, name)
        elif isinstance(entries, StreamObject) and entries.get("/Type") == "/EmbeddedFile":
            self._note_file(getattr(entries, "indirect_reference", None) or entries, "")

    def _note_file(self, value: Any, name: str) -> None:
        stream = resolved(value)
        if isinstance(stream, StreamObject):
            key = reference_of(value) or id(stream)
            self._streams[key] = stream
            self._files[key] = name or self._files.get(key, _UNNAMED)


def _is_xml(stream: StreamObject) -> bool:
    return str(stream.get("/Type")) in _XML or str(stream.get("/Subtype")) in _XML


def _has_streams(value: Any) -> bool:
    return any(isinstance(each, StreamObject) for each in objects(value, set()))
