"""What inspection finds out, as values that fit into JSON. Imports no reader of files.

A cache keeps them and a child process sends them, so no value holds the personal data that was
found, and names are redacted.
"""

from enum import StrEnum

from msgspec import Struct

from oit.evidence.concealed import ActivePart, HiddenPart, Part, UnreadPart, is_refused
from oit.evidence.faults import FileFault
from oit.evidence.location import Location
from oit.evidence.media_types import CSV, GEOJSON, JSON, PICTURES, Sniffed
from oit.evidence.named import NOTHING_NAMED, Named, SheetFacts
from oit.evidence.tables.values import TableFault

_OPEN_FORMATS = frozenset(sniffed.media_type for sniffed in (CSV, JSON, GEOJSON))


class PersonalDataKind(StrEnum):
    """Kinds of personal data that are searched for."""

    NATIONAL_ID = "national-id"
    MOBILE = "mobile"
    EMAIL = "email"
    PASSPORT = "passport"
    ACCOUNT = "account"
    BIRTH_DATE = "birth-date"
    CREDENTIALS = "credentials"
    """Passwords: whoever reads one can be somebody else."""


class PersonalDataMatch(Struct, frozen=True):
    """Where personal data stands, and of which kind; the data itself is not kept."""

    kind: PersonalDataKind
    location: Location


# What a file is


class TextLayer(StrEnum):
    """What a document's text is worth to a machine."""

    NONE = "none"
    THAI_BROKEN = "thai-broken"
    READABLE = "readable"


class PdfFacts(Struct, frozen=True):
    """What a PDF is, and whether a machine can read its text."""

    pages: int
    author: str
    text_layer: TextLayer
    pages_without_text: tuple[int, ...]
    """Numbers of the pages that are pictures or empty."""
    pages_broken: tuple[int, ...]
    """Numbers of the pages whose text is not what their readers see (`evidence.thai`)."""


class OfficeFacts(Struct, frozen=True):
    """What an office file says about those who made it."""

    authors: tuple[str, ...]
    """Names of people and companies in properties, comments and tracked changes."""


class ContentFacts(Struct, frozen=True, kw_only=True):
    """What a file is, what it discloses about people, and how it begins."""

    sniffed: Sniffed
    fault: FileFault | None = None
    """Why it could not be read, where it could not."""
    pdf: PdfFacts | None = None
    office: OfficeFacts | None = None
    hidden: tuple[HiddenPart, ...] = ()
    """What it carries that its reader does not see."""
    active: tuple[ActivePart, ...] = ()
    """What it does by itself, or fetches from elsewhere."""
    unread: tuple[UnreadPart, ...] = ()
    """Parts of it that could not be looked into."""
    personal: tuple[PersonalDataMatch, ...] = ()
    excerpt: str = ""
    """How a document begins, for the search; empty with personal data, or where unreadable."""
    named_periods: tuple[str, ...] = ()
    """The months and fiscal years that its visible text names (`evidence.named_periods`)."""
    title: Named = NOTHING_NAMED
    """What a document names where it begins; nothing of a file that is a table."""
    heading: str = ""
    """The visible words that it begins with, tables and plain texts too, without personal data."""

    @property
    def authors(self) -> tuple[str, ...]:
        """Names of people and companies in the file's properties."""
        if self.pdf:
            return (self.pdf.author,) if self.pdf.author else ()
        return self.office.authors if self.office else ()


class TableReport(Struct, frozen=True, kw_only=True):
    """A file's table, small enough to be kept."""

    faults: tuple[TableFault, ...]
    schema: str | None = None
    """The schema under which it was read; `None` without one, or where none fits."""
    row_count: int = 0
    header: tuple[str, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
    """The first rows."""
    open_csv: str = ""
    """The whole table as open CSV, without its byte-order mark."""
    fingerprint: str = ""
    """Of what its rows say (`evidence.tables.fingerprint`); empty where they say nothing."""
    sheets: tuple[SheetFacts, ...] = ()
    """What each of its visible sheets says that it is."""
    sums: tuple[tuple[str, str], ...] = ()
    """For each column of figures that its schema has: its name, and the sum of its cells."""


class Inspection(Struct, frozen=True, kw_only=True):
    """All that the readers find out about a file."""

    content: ContentFacts
    table: TableReport | None = None


class InspectionRequest(Struct, frozen=True):
    """A file to inspect, and the table schemas of which it is to follow one."""

    path: str
    schemas: tuple[str, ...] = ()


class FileFacts(Struct, frozen=True):
    """What is known of an evidence file."""

    sha256: str
    bytes: int
    media_type: str
    """By its content; by its name where it was not inspected."""
    inspection: Inspection | None = None
    """`None` for a file that is too large to inspect."""

    @property
    def table(self) -> TableReport | None:
        """The table in it."""
        return self.inspection.table if self.inspection else None

    @property
    def content(self) -> str:
        """By what the file is known: what its table says, else its bytes."""
        return (self.table.fingerprint if self.table else "") or self.sha256

    @property
    def named_periods(self) -> tuple[str, ...]:
        """The months and fiscal years that its text names."""
        return self.inspection.content.named_periods if self.inspection else ()

    @property
    def refused_parts(self) -> tuple[Part, ...]:
        """What it hides or does by itself, and is not published with."""
        content = self.inspection.content if self.inspection else None
        parts: tuple[Part, ...] = (*content.hidden, *content.active) if content else ()
        return tuple(filter(is_refused, parts))


# What a program can do with it


class Readability(StrEnum):
    """What a program can do with a file, the least first."""

    SCAN = "scan"
    TEXT = "text"
    TABLE = "table"
    OPEN_TABLE = "open-table"
    """A table whose columns are those of a published schema."""


def readability_of(facts: FileFacts) -> Readability | None:
    """The grade of a file; `None` where it was not inspected or cannot be read."""
    if facts.inspection is None or facts.inspection.content.fault:
        return None
    if facts.media_type in PICTURES:
        return Readability.SCAN
    if (pdf := facts.inspection.content.pdf) and pdf.text_layer is not TextLayer.READABLE:
        return Readability.SCAN
    if facts.table and facts.table.header:
        return Readability.OPEN_TABLE if facts.table.schema else Readability.TABLE
    return Readability.TABLE if facts.media_type in _OPEN_FORMATS else Readability.TEXT
