"""What inspection finds out, as values that fit into JSON. Imports no reader of files."""

from dataclasses import dataclass
from enum import StrEnum

from oit.evidence.faults import FileFault
from oit.evidence.media_types import Sniffed
from oit.evidence.tables import values as tables
from oit.evidence.thai import TextLayer


class Where(StrEnum):
    """What kind of place a passage stands in."""

    LINE = "line"
    PAGE = "page"
    SHEET = "sheet"
    BODY = "body"
    HEADER = "header"
    COMMENT = "comment"
    NOTE = "note"
    PROPERTY = "property"
    HIDDEN = "hidden"
    """Text that no reader sees: unused strings, caches, link targets, markup of a drawing."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a passage stands. Names never hold personal data: they are redacted."""

    where: Where
    name: str = ""
    """Of the sheet, the property or the part; the number of a page or line."""
    cell: str = ""


class Personal(StrEnum):
    """Kinds of personal data."""

    NATIONAL_ID = "national-id"
    MOBILE = "mobile"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Spot:
    """Personal data of a kind is in a place; what it is, is not kept."""

    kind: Personal
    place: Location


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF is; of its text, what it is worth."""

    pages: int
    title: str
    author: str
    creator: str
    producer: str
    text_layer: TextLayer
    pages_without_text: tuple[int, ...]
    """Numbers of the pages, among the first `MAX_PAGES`, that are pictures or empty."""
    has_actions: bool
    """JavaScript, launch, submit or import actions, or a dynamic form."""
    has_files: bool
    """Embedded files or media."""
    is_partly_read: bool
    """More pages or characters than were looked through."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """A picture's size in pixels, and what its camera told of it."""

    width: int
    height: int
    has_exif: bool
    has_position: bool
    """Whether EXIF says where on earth it was taken."""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What an office file tells besides its contents."""

    authors: tuple[str, ...]
    """Names of people and companies in properties, comments and tracked changes."""
    hidden_sheets: tuple[str, ...]
    unread_parts: tuple[str, ...]
    """Embedded objects and files that were not looked into."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ContentFacts:
    """What a file is and tells. It holds no personal number."""

    sniffed: Sniffed
    fault: FileFault | None = None
    """Why it could not be read, where it could not."""
    pdf: PdfFacts | None = None
    office: OfficeFacts | None = None
    image: ImageFacts | None = None
    personal: tuple[Spot, ...] = ()
    excerpt: str = ""
    """How a document begins, for finding it; empty where it exposes anybody or cannot be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TableReport:
    """A file's table, small enough to be kept."""

    faults: tuple[tables.TableFault, ...]
    schema: str | None = None
    """The schema under which it was read; `None` without one, or where none fits."""
    row_count: int = 0
    header: tuple[str, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
    states_none: bool = False
    twin: str = ""
    """The table as open CSV, without its byte-order mark."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection:
    """What a file is and tells, and the table in it."""

    content: ContentFacts
    table: TableReport | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A file to look into, and the table schemas of which it is to follow one."""

    path: str
    schemas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What inspection found out about an evidence file."""

    sha256: str
    bytes: int
    media_type: str
    """By its content; by its name where it was not looked into."""
    inspection: Inspection | None = None
    """`None` for a file too large to look into."""

    @property
    def table(self) -> TableReport | None:
        """The table in it."""
        return self.inspection.table if self.inspection else None


_OPEN = frozenset({"text/csv", "application/json", "application/geo+json"})

_PICTURES = frozenset({"image/png", "image/jpeg"})


class Readability(StrEnum):
    """What a program can do with a file, the least first."""

    SCAN = "scan"
    TEXT = "text"
    TABLE = "table"
    OPEN_TABLE = "open-table"
    """A table whose columns are those of a published schema."""


def readability_of(facts: FileFacts) -> Readability | None:
    """The grade of a file; `None` where it was not looked into."""
    if facts.inspection is None or facts.inspection.content.fault:
        return None
    if facts.media_type in _PICTURES:
        return Readability.SCAN
    if (pdf := facts.inspection.content.pdf) and pdf.text_layer is not TextLayer.READABLE:
        return Readability.SCAN
    if facts.table and facts.table.header:
        return Readability.OPEN_TABLE if facts.table.schema else Readability.TABLE
    return Readability.TABLE if facts.media_type in _OPEN else Readability.TEXT
