"""Cells of an ods sheet that a reader does not see: hidden, filtered, covered, or invisible."""

from collections.abc import Iterator

from msgspec import Struct

from oit.evidence import xml
from oit.evidence.concealed import HiddenKind
from oit.evidence.office.odf_styles import OdfStyles
from oit.evidence.tables.values import column_name

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_DIGITS = 9
"""Digits of a repetition that is taken for one; longer ones are not meant seriously."""
_MOST_COLUMNS = 16_384
"""What a sheet holds at most in LibreOffice and Excel."""
_VISIBILITY = {"collapse": HiddenKind.CELLS, "filter": HiddenKind.FILTERED}


class OdfCell(Struct, frozen=True):
    """A cell with its address, and how it is hidden."""

    element: xml.Element
    address: str
    kind: HiddenKind | None


def tables_of(root: xml.Element) -> list[xml.Element]:
    """The sheets of a spreadsheet; none in a letter, whose tables are part of its text."""
    books = xml.elements(root, "spreadsheet")
    return [table for book in books for table in book if xml.local_name(table.tag) == "table"]


def is_hidden_table(table: xml.Element, styles: OdfStyles) -> bool:
    """Whether the style of a sheet hides it."""
    return styles.look("table", xml.attribute(table, "style-name")).display == "none"


def cells_of(table: xml.Element, styles: OdfStyles) -> Iterator[OdfCell]:
    """The cells of a sheet with something in them, in order."""
    is_hidden = is_hidden_table(table, styles)
    columns = list(_hidden_columns(table))
    row_number = 1
    for row in xml.elements(table, "table-row"):
        of_row = HiddenKind.CELLS if is_hidden else _hidden_by(row)
        column = 1
        for cell in row:
            if xml.local_name(cell.tag) in _CELLS:
                if _holds_something(cell):
                    kind = of_row or _kind_of(cell, column, columns, styles)
                    yield OdfCell(cell, f"{column_name(column)}{row_number}", kind)
                column += repeated(cell, "number-columns-repeated")
        row_number += repeated(row, "number-rows-repeated")


def _hidden_by(line: xml.Element) -> HiddenKind | None:
    """How a row or column, or the group that it is in, is hidden."""
    groups = line.iterancestors("{*}table-row-group", "{*}table-column-group")
    is_folded = any(xml.attribute(group, "display") == "false" for group in groups)
    said = _VISIBILITY.get(xml.attribute(line, "visibility") or "")
    return said or (HiddenKind.CELLS if is_folded else None)


def _hidden_columns(table: xml.Element) -> Iterator[range]:
    at = 1
    for column in xml.elements(table, "table-column"):
        count = repeated(column, "number-columns-repeated")
        if _hidden_by(column):
            yield range(at, at + count)
        at += count


def _kind_of(
    cell: xml.Element, column: int, hidden: list[range], styles: OdfStyles
) -> HiddenKind | None:
    if xml.local_name(cell.tag) == "covered-table-cell":
        return HiddenKind.CELLS
    width = min(repeated(cell, "number-columns-spanned"), _MOST_COLUMNS)
    if all(any(at in columns for columns in hidden) for at in range(column, column + width)):
        return HiddenKind.CELLS
    look = styles.look("table-cell", xml.attribute(cell, "style-name"))
    return HiddenKind.TEXT if look.is_hidden else None


def _holds_something(cell: xml.Element) -> bool:
    values = (xml.attribute(cell, name) for name in ("value", "string-value"))
    return any(values) or any(text.strip() for text in cell.itertext())


def repeated(element: xml.Element, name: str) -> int:
    """How often a row, column or cell is repeated, or what it spans; 1 where it says nothing."""
    text = xml.attribute(element, name) or ""
    return int(text) if text.isdecimal() and 0 < len(text) <= _DIGITS else 1
