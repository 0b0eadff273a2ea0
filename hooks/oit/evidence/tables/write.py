"""Tables as open CSV: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would compute."""

import csv
import io
import re
from collections.abc import Iterable

from oit.evidence.tables.schema import TableSchema
from oit.evidence.tables.values import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def open_csv(table: Table) -> bytes:
    """The open twin of a table: its header and rows, without sums. The same bytes every time."""
    return _csv([table.header, *(row.cells for row in table.rows)])


def empty_form(schema: TableSchema) -> bytes:
    """The form to fill in for a schema: its headings, and nothing beneath."""
    return _csv([[field.name for field in schema.fields]])


def defused(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula."""
    is_formula = cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(defused, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")
