"""What reading a table finds out, as values. Imports nothing, so that every room may use them."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

_LETTERS = 26
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")

Span: TypeAlias = tuple[int, int]
"""Indexes of columns, from 0: the first of a merged cell, and the one behind its last."""


class Code(StrEnum):
    """Faults of reading; those of checking carry the code that the Frictionless library gives."""

    ENCODING_CP874 = "encoding-cp874"
    ENCODING_UTF16 = "encoding-utf16"
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
    UNNAMED_COLUMN = "unnamed-column"
    SIMILAR_COLUMN = "similar-column"
    SIMILAR_OPTIONAL = "similar-optional-column"
    TOTAL_DIFFERS = "total-differs"


OTHER_BYTES = frozenset({Code.ENCODING_CP874, Code.ENCODING_UTF16, Code.DELIMITER})
"""Faults of a CSV file that can be read, but not by every program: its open copy can."""


class TableFault(Struct, frozen=True):
    """One thing wrong with a table. Rows and columns count from 1, as a spreadsheet shows them."""

    code: str
    """A `Code`, or an error type of Frictionless."""
    sheet: str = ""
    """Empty in a CSV file."""
    row: int | None = None
    column: int | None = None
    found: str = ""
    """The cell, by `text.shortened`: without numbers that may identify a person."""
    detail: str = ""
    """What was expected: a column's name, a type, a constraint, a count."""


class Row(Struct, frozen=True):
    """Cells of one row that is not blank, with where it stands."""

    number: int
    """From 1, as the spreadsheet shows it."""
    cells: tuple[str, ...]
    sheet: str = ""
    spans: tuple[Span, ...] = ()
    """The cells that are merged over several columns, where the file tells them."""

    def cell(self, index: int) -> str:
        """The text at an index from 0; empty beyond the last one."""
        return self.cells[index] if index < len(self.cells) else ""

    def filled(self) -> tuple[str, ...]:
        """The cells that are not empty."""
        return tuple(cell for cell in self.cells if cell)


class Sheet(Struct, frozen=True):
    """The text of a sheet; a CSV file is one sheet without a name."""

    name: str
    rows: tuple[Row, ...]
    """With what a reader sees: none where the sheet is hidden, and blank cells where they are."""
    is_hidden: bool = False


class Header(Struct, frozen=True):
    """Where the heading of a table stands in a list of rows, and what it says."""

    first: int
    """Index of its first row."""
    end: int
    """Index of the first row beneath it."""
    labels: tuple[tuple[str, ...], ...]
    """For each column the words over it, from top to bottom; none where it has no heading."""

    @property
    def names(self) -> tuple[str, ...]:
        """For each column its words as one name."""
        return tuple(" ".join(words) for words in self.labels)


class Table(Struct, frozen=True):
    """A table without titles, signatures and notes; a row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    """Rows of sums: no open copy has them."""
    states_none: bool = False
    """Whether it says that there was nothing, as a month without purchases does."""
    columns: tuple[int, ...] = ()
    """For each cell its column in the sheet, from 1; 0 where the sheet has none."""
    header_row: int = 1
    sheet: str = ""


class TableFacts(Struct, frozen=True):
    """The sheets of a file, the first table on a visible one, and what is wrong with it."""

    faults: tuple[TableFault, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    table: Table | None = None

    def visible(self) -> Iterator[Sheet]:
        """The sheets that are not hidden."""
        return (sheet for sheet in self.sheets if not sheet.is_hidden)


class CannotReadTableError(Exception):
    """A table reader gives a file up; `fault` says why. `read_table` returns it as a fact."""

    def __init__(self, fault: TableFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def column_name(number: int) -> str:
    """A column as spreadsheets name it: `G` of 7, `AA` of 27."""
    name = ""
    while number > 0:
        # Bijective base 26: there is no zero, hence the -1.
        number, letter = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


def cell_position(address: str) -> tuple[int, int] | None:
    """Row and column, from 1, of an address such as `AB12` or `$B$7`; `None` for what is none."""
    match = _ADDRESS.fullmatch(address)
    if not match:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(match[2]), column
