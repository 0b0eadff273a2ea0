"""What the readers of office formats share: what they find, and how text is taken from XML."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.facts import Location, OfficeFacts, Where
from oit.evidence.passages import Passage
from oit.evidence.personal import redact

MAX_NAMES = 50
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp", ".svm")
_HARMLESS = (*_PICTURES, ".vml", ".ttf", ".odttf", ".fntdata", "/", "mimetype")
_PRINTER_SETTINGS = "printersettings"
_GROUPS = frozenset({"p", "h", "si", "text"})
_TELLING_ATTRIBUTES = frozenset(
    {"v", "title", "descr", "tooltip", "display", "Target", "href", "alias", "url", "string-value"}
)


@dataclass(frozen=True, slots=True)
class Office:
    """Facts of an office file, and all its text for looking through."""

    facts: OfficeFacts
    passages: tuple[Passage, ...]


@dataclass(slots=True)
class Found:
    """What the parts of a container yield while they are read."""

    authors: list[str] = field(default_factory=list)
    hidden_sheets: list[str] = field(default_factory=list)
    unread_parts: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def add(self, place: Location, text: str | None) -> None:
        """Keeps a passage, unless it is blank."""
        if text and text.strip():
            self.passages.append(Passage(place, text))

    def add_authors(self, names: list[str]) -> None:
        """Keeps names, also as text to look through."""
        for name in names:
            self.add(Location(Where.PROPERTY, "author"), name)
            self.authors += [name.strip()] if name.strip() else []

    def finished(self) -> Office:
        """The facts; names in them are redacted, few, and each once."""
        lists = (self.authors, self.hidden_sheets, self.unread_parts)
        return Office(OfficeFacts(*map(_names, lists)), tuple(self.passages))


def _names(names: list[str]) -> tuple[str, ...]:
    return tuple(redact(name)[:200] for name in dict.fromkeys(names))[:MAX_NAMES]


def xml_parts(archive: Archive, found: Found) -> Iterator[tuple[str, xml.Element]]:
    """The members that are XML, whatever they are called; notes those that nobody can read."""
    for name in archive.names:
        content = archive.read(name)
        if xml.is_probable(content):
            root = _root(name, content, found)
            if root is not None:
                yield name, root
        elif content and _is_unread(name.lower()):
            found.unread_parts.append(name)


def _root(name: str, content: bytes, found: Found) -> xml.Element | None:
    """The part's root; old drawings are no proper XML and are looked through as they stand."""
    if name.endswith((".xml", ".rels")):
        return xml.parse(content)
    root = xml.try_parse(content)
    if root is None:
        found.add(Location(Where.HIDDEN, name), content.decode("utf-8", "replace"))
    return root


def _is_unread(name: str) -> bool:
    return not name.endswith(_HARMLESS) and _PRINTER_SETTINGS not in name


def add_texts(root: xml.Element, place: Location, found: Found) -> None:
    """Adds each paragraph or string whole, every other text, and the telling attributes."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if xml.local(element.tag) in _GROUPS:
            found.add(place, xml.text_of(element))
        else:
            found.add(place, element.text if xml.local(element.tag) else None)
            waiting.extend(reversed(element))
    add_attributes(root, place, found)


def add_attributes(root: xml.Element, place: Location, found: Found) -> None:
    """Adds what stands in attributes that hold words or addresses."""
    for element in root.iter():
        for key, value in element.items():
            if xml.local(key) in _TELLING_ATTRIBUTES:
                found.add(place, str(value))


def whole_number(text: str) -> str | None:
    """A number as it reads in a cell, where it is a whole one: `1.23E3` is `1230`."""
    try:
        number = float(text)
    except ValueError:
        return text
    is_whole = number.is_integer() and abs(number) < _EXACT
    return str(int(number)) if is_whole else None


_EXACT = 2**53
