"""ODS spreadsheets into sheets of text: the one part `content.xml`, parsed as a stream."""

import io
from collections.abc import Iterator
from datetime import date
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from oit.evidence.tables.bounds import CellBudget, open_workbook
from oit.evidence.tables.text import date_text, number_text
from oit.evidence.tables.values import CannotReadTableError, Code, Row, Sheet, TableFault

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NUMBERS = frozenset({"float", "currency", "percentage"})
# What a sheet holds at most in LibreOffice and Excel.
_SHEET_COLUMNS = 16_384
_SHEET_ROWS = 1_048_576


def read_ods(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet, hidden ones included; repeated blanks are counted, not written out.

    Raises `CannotReadTableError` for a file that is too large, any exception for a broken one.
    """
    content = open_workbook(data).read("content.xml")
    return tuple(_OdsReader().sheets(io.BytesIO(content)))


class _OdsReader:
    """Collects rows while the elements of the document end, so that the tree stays small."""

    def __init__(self) -> None:
        self._budget = CellBudget()
        self._hidden_styles: set[str] = set()
        self._rows: list[Row] = []
        self._next_row = 1
        self._table = Element("")

    def sheets(self, stream: IO[bytes]) -> Iterator[Sheet]:
        # The styles stand before the tables in content.xml (ODF 1.3, part 3, 3.1.3.2).
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
            if event == "start" and element.tag == f"{_TABLE}table":
                self._table, self._rows, self._next_row = element, [], 1
            elif event == "end" and element.tag == f"{_STYLE}style":
                self._add_style(element)
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                self._add_row(element)
                element.clear()
            elif event == "end" and element.tag == f"{_TABLE}table":
                yield self._sheet(element)
                element.clear()

    def _add_style(self, style: Element) -> None:
        for properties in style.iter(f"{_STYLE}table-properties"):
            if properties.get(f"{_TABLE}display") == "false":
                self._hidden_styles.add(style.get(f"{_STYLE}name", ""))

    def _sheet(self, table: Element) -> Sheet:
        is_hidden = table.get(f"{_TABLE}style-name") in self._hidden_styles
        return Sheet(table.get(f"{_TABLE}name", ""), tuple(self._rows), is_hidden)

    def _add_row(self, element: Element) -> None:
        repeated = _count(element, "number-rows-repeated", _SHEET_ROWS)
        cells = self._cells(element)
        for number in range(self._next_row, self._next_row + repeated if cells else 0):
            name = self._table.get(f"{_TABLE}name", "")
            self._rows.append(self._budget.row(number, cells, name))
        self._next_row += repeated
        self._budget.spend(1)

    def _cells(self, row: Element) -> list[str]:
        cells: list[str] = []
        runs = [
            (_text(cell), _count(cell, "number-columns-repeated", _SHEET_COLUMNS)) for cell in row
        ]
        # A row usually ends with one blank cell, repeated to the end of the sheet.
        while runs and not runs[-1][0]:
            runs.pop()
        for text, repeated in runs:
            self._budget.spend(repeated, repeated if text else 0)
            cells.extend([text] * repeated)
        return cells


def _count(element: Element, name: str, limit: int) -> int:
    """How often a row or cell is repeated. Raises `CannotReadTableError` beyond `limit`."""
    count = int(element.get(f"{_TABLE}{name}", "1"))
    if not 1 <= count <= limit:
        raise CannotReadTableError(TableFault(Code.TOO_LARGE, detail=str(limit)))
    return count


def _text(cell: Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in _NUMBERS:
        return number_text(float(cell.get(f"{_OFFICE}value", "nan")))
    if kind == "date":
        return _date(cell.get(f"{_OFFICE}date-value", ""))
    return "\n".join("".join(part.itertext()) for part in cell.iterfind(f"{_TEXT}p"))


def _date(text: str) -> str:
    day, _, clock = text.partition("T")
    is_midnight = not clock.strip("0:")
    return date_text(date.fromisoformat(day)) if is_midnight else text.replace("T", " ")
