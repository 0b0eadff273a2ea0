"""What the readers of OOXML and OpenDocument share: a collector, and text taken from XML."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence import xml
from oit.evidence.concealed import (
    ActiveKind,
    ActivePart,
    HiddenKind,
    HiddenPart,
    InnerFile,
    UnreadPart,
)
from oit.evidence.facts import OfficeFacts
from oit.evidence.location import VISIBLE, Location, Where
from oit.evidence.office.leftovers import plain
from oit.evidence.passages import Extract, Passage
from oit.evidence.personal import redact

MAX_NAMES = 50
"""Names of authors, sheets or parts that are kept of a file."""
_NAME_LENGTH = 200
_COUNT_DIGITS = 9
"""Digits of an index or repetition that is taken for one; longer ones are not meant seriously."""
_EXACT = 2**53
"""Below this a double holds every whole number: a national ID has 13 digits."""
_LONG, _SLIGHT = 10**12, 0.005
"""From where on a number may be a person's, and a fraction that nobody wrote."""
# Elements whose runs belong together: paragraphs, headings, shared strings, comments.
_GROUPS = frozenset({"p", "h", "si", "text"})
_TEXT_ATTRIBUTES = frozenset(
    {"v", "title", "descr", "tooltip", "display", "Target", "href", "alias", "url", "string-value"}
)


class OfficeCollector(Struct):
    """What the parts of a container yield while they are read."""

    authors: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    hidden: dict[tuple[HiddenKind, Where, str], HiddenPart] = field(default_factory=dict)
    leftovers: list[Passage] = field(default_factory=list)
    active: list[ActivePart] = field(default_factory=list)
    unread: list[UnreadPart] = field(default_factory=list)
    inner: list[InnerFile] = field(default_factory=list)

    def add(self, location: Location, text: str | None) -> None:
        """Keeps a passage, unless it is blank."""
        if text and text.strip():
            self.passages.append(Passage(location, text))

    def add_all(self, location: Location, texts: Iterable[str | None]) -> None:
        """Keeps a passage for each text."""
        for text in texts:
            self.add(location, text)

    def add_authors(self, names: list[str]) -> None:
        """Keeps names, also as text to search through."""
        for name in names:
            self.add(Location(Where.PROPERTY, "author"), name)
            self.authors += [name.strip()] if name.strip() else []

    def hide(self, kind: HiddenKind, location: Location, texts: Iterable[str | None]) -> None:
        """Keeps something that no reader sees; its texts are searched, and shown to nobody."""
        self.add_all(Location(Where.HIDDEN, location.name, location.cell), texts)
        self.note(kind, location)

    def note(self, kind: HiddenKind, location: Location, count: int = 1) -> None:
        """Counts what is hidden in a part or sheet; the first place of each kind is kept."""
        if count:
            key = (kind, location.where, location.name)
            first = self.hidden.get(key, HiddenPart(kind, location, 0))
            self.hidden[key] = replace(first, count=first.count + count)

    def add_leftover(self, location: Location, text: str) -> None:
        """Keeps what a cache or list of strings remembers, until all that is shown is known."""
        self.leftovers.append(Passage(location, text))

    def add_active(self, kind: ActiveKind, location: Location) -> None:
        """Notes something that acts."""
        self.active.append(ActivePart(kind, location))

    def add_inner(self, location: Location, data: bytes) -> None:
        """Keeps a file within the file, to be looked into like one of its own."""
        self.inner.append(InnerFile(location, data))

    def extract(self) -> Extract[OfficeFacts]:
        """All of it; names in the facts are redacted, bounded, and each once."""
        self._note_leftovers()
        return Extract(
            OfficeFacts(_names(self.authors)),
            tuple(self.passages),
            tuple(self.hidden.values()),
            tuple(self.active),
            tuple(self.unread),
            tuple(self.inner),
        )

    def _note_leftovers(self) -> None:
        """What is remembered and shown nowhere is hidden; a copy of what is shown is not."""
        shown = {plain(each.text) for each in self.passages if each.location.where in VISIBLE}
        for left in self.leftovers:
            if left.text.strip() and plain(left.text) not in shown:
                self.hide(HiddenKind.LEFTOVERS, left.location, [left.text])


def _names(names: list[str]) -> tuple[str, ...]:
    return tuple(redact(name)[:_NAME_LENGTH] for name in dict.fromkeys(names))[:MAX_NAMES]


# Text of a part


def add_texts(root: xml.Element, location: Location, collector: OfficeCollector) -> None:
    """Adds each paragraph or string whole, every other text, and the attributes that hold text."""
    collector.add_all(location, texts_of(root))


def texts_of(root: xml.Element) -> Iterator[str | None]:
    """Each paragraph or string whole, every other text, and the attributes that hold text."""
    # A stack and no recursion: text outside of paragraphs may be nested deeply.
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if xml.local_name(element.tag) in _GROUPS:
            yield xml.text_of(element)
        else:
            # An XML comment has a text and no name, and no program shows it.
            yield element.text if xml.local_name(element.tag) else None
            waiting.extend(reversed(element))
    for element in root.iter():
        for key, value in element.items():
            if xml.local_name(key) in _TEXT_ATTRIBUTES:
                yield str(value)


# Numbers in a part


def cell_number(text: str) -> str | None:
    """A stored number as its cell shows it: `1.23E3` is `1230`; `None` for one with a fraction.

    What is no number comes back as it is.
    """
    try:
        number = float(text)
    except ValueError:
        return text
    whole = round(number) if abs(number) < _EXACT else 0
    # A cell of a long number is as wide as its format, which shows no such fraction.
    is_whole = number.is_integer() or (abs(number) >= _LONG and abs(number - whole) < _SLIGHT)
    return str(whole) if is_whole and abs(number) < _EXACT else None


def count_of(text: str, default: int) -> int:
    """An index or repetition that a file states; `default` where it is none, or absurdly large."""
    return int(text) if text.isdecimal() and len(text) <= _COUNT_DIGITS else default
