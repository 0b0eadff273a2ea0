"""ODS spreadsheets into sheets of text: the one part `content.xml`, parsed as a stream."""

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse
from msgspec.structs import replace

from oit.evidence.limits import MAX_COLUMNS
from oit.evidence.tables.bounds import CellBudget, open_workbook
from oit.evidence.tables.text import date_text, number_text
from oit.evidence.tables.values import (
    CannotReadTableError,
    Code,
    Row,
    Sheet,
    Span,
    TableFault,
)
from oit.evidence.visibility import is_hidden_in_odf

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_GROUPS = frozenset({"table-row-group", "table-column-group"})
_NUMBERS = frozenset({"float", "currency", "percentage"})
# What a sheet holds at most in LibreOffice and Excel.
_SHEET_COLUMNS = 16_384
_SHEET_ROWS = 1_048_576


def read_ods(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet with what its reader sees; repeated blanks are counted, not written out.

    A hidden sheet has no rows.

    Raises `CannotReadTableError` for a file that is too large, any exception for a broken one.
    """
    content = open_workbook(data).read("content.xml")
    return tuple(_OdsReader().sheets(io.BytesIO(content)))


class _OdsReader:
    """Collects rows while the elements of the document end, so that the tree stays small."""

    def __init__(self) -> None:
        self._budget = CellBudget()
        self._hidden_styles: set[str] = set()
        self._begin(Element(""))

    def _begin(self, table: Element) -> None:
        self._table = table
        self._rows: list[Row] = []
        self._next_row = 1
        self._columns_are_hidden: list[bool] = []
        self._hidden_groups = 0

    def sheets(self, stream: IO[bytes]) -> Iterator[Sheet]:
        # The styles stand before the tables in content.xml (ODF 1.3, part 3, 3.1.3.2).
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
            name = element.tag.rpartition("}")[2]
            if event == "start" and name == "table":
                self._begin(element)
            elif name in _GROUPS and element.get(f"{_TABLE}display") == "false":
                self._hidden_groups += 1 if event == "start" else -1
            elif event == "end" and name == "style":
                self._add_style(element)
            elif event == "end" and name in _STEPS:
                _STEPS[name](self, element)
                element.clear()
            elif event == "end" and name == "table":
                yield self._sheet(element)
                element.clear()

    def _add_style(self, style: Element) -> None:
        for properties in style.iter(f"{_STYLE}table-properties"):
            if properties.get(f"{_TABLE}display") == "false":
                self._hidden_styles.add(style.get(f"{_STYLE}name", ""))

    def _sheet(self, table: Element) -> Sheet:
        name = table.get(f"{_TABLE}name", "")
        if self._is_hidden_sheet():
            return Sheet(name, (), is_hidden=True)
        return Sheet(name, tuple(self._rows))

    def _is_hidden_sheet(self) -> bool:
        return self._table.get(f"{_TABLE}style-name") in self._hidden_styles

    def _is_hidden(self, element: Element) -> bool:
        """Whether a row or column is hidden, by itself or with its group or sheet."""
        by_itself = is_hidden_in_odf(element.get(f"{_TABLE}visibility"))
        return by_itself or self._hidden_groups > 0 or self._is_hidden_sheet()

    def _add_column(self, element: Element) -> None:
        repeated = _count(element, "number-columns-repeated", _SHEET_COLUMNS)
        left = _SHEET_COLUMNS - len(self._columns_are_hidden)
        self._columns_are_hidden += [self._is_hidden(element)] * min(repeated, left)

    def _add_row(self, element: Element) -> None:
        repeated = _count(element, "number-rows-repeated", _SHEET_ROWS)
        cells, spans = ([], []) if self._is_hidden(element) else self._cells(element)
        for number in range(self._next_row, self._next_row + repeated if cells else 0):
            row = self._budget.row(number, cells, self._table.get(f"{_TABLE}name", ""))
            self._rows.append(replace(row, spans=tuple(spans)))
        self._next_row += repeated
        self._budget.spend(1)

    def _cells(self, row: Element) -> tuple[list[str], list[Span]]:
        """The texts of a row's cells, and which of them are merged over several columns."""
        cells: list[str] = []
        spans: list[Span] = []
        for cell in _without_blank_end(row):
            text, repeated = _text(cell), _count(cell, "number-columns-repeated", _SHEET_COLUMNS)
            merged = _count(cell, "number-columns-spanned", _SHEET_COLUMNS)
            spans += [(len(cells), min(len(cells) + merged, MAX_COLUMNS))] if merged > 1 else []
            self._budget.spend(repeated, repeated if text else 0)
            cells.extend([text] * repeated)
        hidden = self._columns_are_hidden
        shown = ["" if at < len(hidden) and hidden[at] else text for at, text in enumerate(cells)]
        return (shown, spans) if any(shown) else ([], [])


def _without_blank_end(row: Element) -> list[Element]:
    """The cells of a row; it usually ends with a blank one, repeated to the end of the sheet."""
    cells = list(row)
    while cells and not _text(cells[-1]):
        cells.pop()
    return cells


_STEPS: Mapping[str, Callable[[_OdsReader, Element], None]] = {
    "table-column": _OdsReader._add_column,
    "table-row": _OdsReader._add_row,
}


def _count(element: Element, name: str, limit: int) -> int:
    """How often a row or cell is repeated. Raises `CannotReadTableError` beyond `limit`."""
    count = int(element.get(f"{_TABLE}{name}", "1"))
    if not 1 <= count <= limit:
        raise CannotReadTableError(TableFault(Code.TOO_LARGE, detail=str(limit)))
    return count


def _text(cell: Element) -> str:
    """The text of a cell; none of one that lies beneath a merged one."""
    if cell.tag == f"{_TABLE}covered-table-cell":
        return ""
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
