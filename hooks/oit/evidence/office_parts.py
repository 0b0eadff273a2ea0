"""What the readers of OOXML and OpenDocument share: a collector, and text taken from XML."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.concealed import (
    ActivePart,
    HiddenKind,
    HiddenPart,
    InnerFile,
    UnreadPart,
)
from oit.evidence.facts import OfficeFacts
from oit.evidence.location import Location, Where
from oit.evidence.passages import Extract, Passage
from oit.evidence.personal import redact

MAX_NAMES = 50
"""Names of authors, sheets or parts that are kept of a file."""
_NAME_LENGTH = 200
_COUNT_DIGITS = 9
"""Digits of an index or repetition that is taken for one; longer ones are not meant seriously."""
_EXACT = 2**53
"""Below this a double holds every whole number: a national ID has 13 digits."""
# Parts that hold no text of people: pictures, drawings, fonts, folders.
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp", ".svm")
_HARMLESS = (*_PICTURES, ".vml", ".ttf", ".odttf", ".fntdata", "/", "mimetype")
_PRINTER_SETTINGS = "printersettings"
# Elements whose runs belong together: paragraphs, headings, shared strings, comments.
_GROUPS = frozenset({"p", "h", "si", "text"})
_TEXT_ATTRIBUTES = frozenset(
    {"v", "title", "descr", "tooltip", "display", "Target", "href", "alias", "url", "string-value"}
)


@dataclass(slots=True)
class OfficeCollector:
    """What the parts of a container yield while they are read."""

    authors: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    hidden: list[HiddenPart] = field(default_factory=list)
    active: list[ActivePart] = field(default_factory=list)
    unread: list[UnreadPart] = field(default_factory=list)
    inner: list[InnerFile] = field(default_factory=list)

    def add(self, location: Location, text: str | None) -> None:
        """Keeps a passage, unless it is blank."""
        if text and text.strip():
            self.passages.append(Passage(location, text))

    def add_authors(self, names: list[str]) -> None:
        """Keeps names, also as text to search through."""
        for name in names:
            self.add(Location(Where.PROPERTY, "author"), name)
            self.authors += [name.strip()] if name.strip() else []

    def extract(self) -> Extract[OfficeFacts]:
        """All of it; names in the facts are redacted, bounded, and each once."""
        return Extract(
            OfficeFacts(_names(self.authors)),
            tuple(self.passages),
            tuple(self.hidden),
            tuple(self.active),
            tuple(self.unread),
            tuple(self.inner),
        )

    def hide(self, kind: HiddenKind, location: Location, count: int = 1) -> None:
        """Notes something hidden; nothing where there is none of it."""
        if count:
            self.hidden.append(HiddenPart(kind, location, count))


def _names(names: list[str]) -> tuple[str, ...]:
    return tuple(redact(name)[:_NAME_LENGTH] for name in dict.fromkeys(names))[:MAX_NAMES]


# Parts of the container


def xml_parts(archive: Archive, collector: OfficeCollector) -> Iterator[tuple[str, xml.Element]]:
    """The members that are XML, whatever they are called; notes those that cannot be read.

    Raises `CannotReadError` for a broken part that the format says is XML.
    """
    for name in archive.names:
        content = archive.read(name)
        if "thumbnail" in name.lower():
            collector.hide(HiddenKind.THUMBNAIL, Location(Where.PROPERTY, name))
        if xml.looks_like_xml(content):
            root = _root(name, content, collector)
            if root is not None:
                yield name, root
        elif content and _is_unread(name.lower()):
            collector.inner.append(InnerFile(Location(Where.HIDDEN, name), content))


def _root(name: str, content: bytes, collector: OfficeCollector) -> xml.Element | None:
    """The part's root; old drawings are no proper XML and are searched through as they stand."""
    if name.endswith((".xml", ".rels")):
        return xml.parse(content)
    root = xml.try_parse(content)
    if root is None:
        collector.add(Location(Where.HIDDEN, name), content.decode("utf-8", "replace"))
    return root


def _is_unread(name: str) -> bool:
    return not name.endswith(_HARMLESS) and _PRINTER_SETTINGS not in name


# Text of a part


def add_texts(root: xml.Element, location: Location, collector: OfficeCollector) -> None:
    """Adds each paragraph or string whole, every other text, and the attributes that hold text."""
    # A stack and no recursion: text outside of paragraphs may be nested deeply.
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if xml.local_name(element.tag) in _GROUPS:
            collector.add(location, xml.text_of(element))
        else:
            # An XML comment has a text and no name, and no program shows it.
            collector.add(location, element.text if xml.local_name(element.tag) else None)
            waiting.extend(reversed(element))
    _add_attributes(root, location, collector)


def _add_attributes(root: xml.Element, location: Location, collector: OfficeCollector) -> None:
    for element in root.iter():
        for key, value in element.items():
            if xml.local_name(key) in _TEXT_ATTRIBUTES:
                collector.add(location, str(value))


# Numbers in a part


def cell_number(text: str) -> str | None:
    """A stored number as its cell shows it: `1.23E3` is `1230`; `None` for one with a fraction.

    What is no number comes back as it is.
    """
    try:
        number = float(text)
    except ValueError:
        return text
    is_whole = number.is_integer() and abs(number) < _EXACT
    return str(int(number)) if is_whole else None


def count_of(text: str, default: int) -> int:
    """An index or repetition that a file states; `default` where it is none, or absurdly large."""
    return int(text) if text.isdecimal() and len(text) <= _COUNT_DIGITS else default
