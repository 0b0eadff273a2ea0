"""What a file carries that its reader does not see, does by itself, or keeps from inspection.

Values for facts: no text that was found stands in them.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from oit.evidence.faults import FileFault
from oit.evidence.location import Location


class HiddenKind(StrEnum):
    """In what way something is hidden."""

    TRACKED = "tracked-text"
    """Text that was deleted, added or moved while changes were tracked."""
    TEXT = "hidden-text"
    """Text that is marked as hidden, has the colour of its ground, or stands under something."""
    CELLS = "hidden-cells"
    """Values in hidden sheets, rows and columns."""
    FILTERED = "filtered-cells"
    """Values in rows that a filter leaves out."""
    FILE = "inner-file"
    """A workbook, document or other file inside, attachments too."""
    LEFTOVERS = "leftovers"
    """Text that a program kept and no place shows: unused strings, caches, earlier versions."""
    COMMENT = "comment"
    LAYER = "layer"
    """A layer that can be switched off."""
    EMPTY = "empty-part"
    """A hidden sheet, row or column without anything in it."""
    AUTHOR = "author"
    """A name of a person or program in properties."""
    THUMBNAIL = "thumbnail"
    """A small picture of how the file once looked."""
    POSITION = "position"
    """Where on earth a picture was taken."""


REFUSED = frozenset(
    {
        HiddenKind.TRACKED,
        HiddenKind.TEXT,
        HiddenKind.CELLS,
        HiddenKind.FILTERED,
        HiddenKind.FILE,
        HiddenKind.LEFTOVERS,
    }
)
"""Kinds in which something that somebody wrote is hidden; the others are pointed out."""


class ActiveKind(StrEnum):
    """What a file does by itself, or by what it fetches."""

    SCRIPT = "script"
    """JavaScript, macros, scripts of ODF."""
    ACTION = "action"
    """An action that starts a program, opens a file, or sends or imports data."""
    TEMPLATE = "template"
    """A template on another machine."""
    FIELD = "field"
    """A field code that fetches: DDE, INCLUDETEXT."""
    LINK = "external-link"
    """A link to a file or picture elsewhere that opens with the document."""
    CONNECTION = "connection"
    """A connection to a database or a web query."""
    OBJECT = "object"
    """An object of OLE or ActiveX that runs a program; media."""
    FORMULA = "formula"
    """A formula that fetches, such as WEBSERVICE."""
    FORM = "form"
    """A form that runs by itself (XFA)."""


class HiddenPart(Struct, frozen=True):
    """Something hidden, and where."""

    kind: HiddenKind
    location: Location
    count: int = 1
    """How many of them: changes, cells, comments."""


class ActivePart(Struct, frozen=True):
    """Something that acts, and where."""

    kind: ActiveKind
    location: Location


Part: TypeAlias = HiddenPart | ActivePart


def is_refused(part: Part) -> bool:
    """Whether a file with it is not published, unless a person allows it."""
    return isinstance(part, ActivePart) or part.kind in REFUSED


class UnreadPart(Struct, frozen=True):
    """Something that could not be looked into, where, and why."""

    location: Location
    fault: FileFault = FileFault.UNREADABLE


class InnerFile(Struct, frozen=True):
    """A file within a file."""

    location: Location
    """Where it stands; its name is the inner file's."""
    data: bytes
