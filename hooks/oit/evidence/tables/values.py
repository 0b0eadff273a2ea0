"""What reading a table finds out, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MAX_FILLED = 200_000
"""Filled cells of a file; one with more is not read on."""

MAX_CELLS = 1_200_000
"""Cells a file makes a reader walk, blank ones included."""

MAX_COLUMNS = 1000
"""Columns of a sheet that reach as far as its last filled one."""

MAX_UNPACKED = 40_000_000
"""Bytes of a file, or of all that a workbook packs."""


class Code(StrEnum):
    """Faults of reading; those of checking carry the code that the Frictionless library gives."""

    ENCODING_CP874 = "encoding-cp874"
    ENCODING_BROKEN = "encoding-broken"
    DELIMITER = "delimiter"
    QUOTES_BROKEN = "quotes-broken"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    NO_TABLE = "no-table"
    HEADER_ONLY = "header-only"
    RAGGED_ROW = "ragged-row"
    BLANK_HEADER = "blank-header"
    REPEATED_HEADER = "repeated-header"
    MISSING_COLUMN = "missing-column"
    UNKNOWN_COLUMN = "unknown-column"


@dataclass(frozen=True, slots=True)
class TableFault:
    """One thing wrong with a table. Rows and columns count from 1, as a spreadsheet shows them."""

    code: str
    sheet: str = ""
    """Empty in a CSV file."""
    row: int | None = None
    column: int | None = None
    found: str = ""
    """The cell, shortened, without numbers that may name a person."""
    detail: str = ""
    """What was expected: a column's name, a type, a constraint, a count."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row that is not blank, with where it stands."""

    number: int
    cells: tuple[str, ...]
    sheet: str = ""

    def cell(self, index: int) -> str:
        """The text at an index from 0; empty beyond the last one."""
        return self.cells[index] if index < len(self.cells) else ""

    def filled(self) -> tuple[str, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All text of a sheet, hidden ones included: what another scan may want to see."""

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Where the heading of a table stands, in a list of rows, and what it says."""

    first: int
    end: int
    labels: tuple[tuple[str, ...], ...]
    """For each column the words over it, from top to bottom; none where it has no heading."""

    @property
    def names(self) -> tuple[str, ...]:
        """For each column its words as one name."""
        return tuple(" ".join(words) for words in self.labels)


@dataclass(frozen=True, slots=True)
class Table:
    """A table without what stands around it; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    """Rows of sums, which an open table leaves out."""
    states_none: bool = False
    """Whether it says that there was nothing, as a month without purchases does."""
    columns: tuple[int, ...] = ()
    """Which column of the sheet each one comes from, from 1; 0 for one that is not there."""
    header_row: int = 1
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What was found in a file."""

    kind: str
    faults: tuple[TableFault, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    table: Table | None = None
    """The first table of a sheet that is not hidden."""

    def visible(self) -> Iterator[Sheet]:
        """The sheets that a reader of the file sees."""
        return (sheet for sheet in self.sheets if not sheet.is_hidden)


class Refusal(Exception):  # noqa: N818 -- a decision of a reader, not an error of the program
    """Why a file is not read, or not read on."""

    def __init__(self, fault: TableFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


_LETTERS = 26


def column_name(number: int) -> str:
    """G of 7, `AA` of 27."""
    name = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name
