"""XLSX workbooks into sheets of text: each sheet's XML is read as a stream, within bounds."""

from bisect import bisect_left, bisect_right

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence import xml
from oit.evidence.faults import CannotReadError
from oit.evidence.limits import MAX_COLUMNS
from oit.evidence.tables.bounds import CellBudget, open_workbook
from oit.evidence.tables.values import Row, Sheet, cell_position
from oit.evidence.tables.xlsx_cell import cell_text
from oit.evidence.tables.xlsx_package import Package, SheetPart, read_package
from oit.evidence.visibility import hidden_columns, is_hidden_row


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of a workbook with what its reader sees; formulas as the values last computed.

    A hidden sheet has no rows. Raises `CannotReadTableError` for a workbook that is too large,
    `CannotReadError` and what Python raises for values out of all bounds for a broken one.
    """
    archive = open_workbook(data)
    package, budget = read_package(archive), CellBudget()
    if not package.sheets:
        raise CannotReadError
    return tuple(
        Sheet(sheet.name, (), is_hidden=True)
        if sheet.is_hidden
        else Sheet(sheet.name, _SheetReader(sheet, package, budget).rows(archive.read(sheet.part)))
        for sheet in package.sheets
    )


class _SheetReader(Struct):
    """Collects the rows of a sheet that is shown."""

    sheet: SheetPart
    package: Package
    budget: CellBudget
    hidden: frozenset[int] = frozenset()
    """Its hidden columns: they stand before the rows."""
    found: list[Row] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Top row, index of the left column, bottom row, and index behind the right column."""
    next_row: int = 1

    def rows(self, data: bytes) -> tuple[Row, ...]:
        """The rows of the sheet's part that hold something, in order."""
        steps = {
            "col": self._add_column,
            "row": self._add_row,
            "mergeCell": self._add_merged,
        }
        for element in xml.streamed(data, *steps):
            steps[xml.local_name(element.tag)](element)
        self.found.sort(key=lambda row: row.number)
        for block in self.merged:
            self._merge(block)
        return tuple(row for row in self.found if row.filled())

    def _add_column(self, element: xml.Element) -> None:
        self.budget.spend(1)
        self.hidden |= hidden_columns([xml.attributes(element)])

    def _add_merged(self, element: xml.Element) -> None:
        self.budget.spend(1)
        first, _, last = (element.get("ref") or "").partition(":")
        start, end = cell_position(first), cell_position(last or first)
        if start and end and 0 < start[0] <= end[0] and start[1] <= end[1]:
            self.merged.append((start[0], start[1] - 1, end[0], min(end[1], MAX_COLUMNS)))

    def _merge(self, block: tuple[int, int, int, int]) -> None:
        """Notes over which columns a cell is merged, and blanks what it covers."""
        top, left, bottom, right = block
        first = bisect_left(self.found, top, key=lambda row: row.number)
        end = bisect_right(self.found, bottom, key=lambda row: row.number)
        for at in range(first, end):
            row = self.found[at]
            self.budget.spend(len(row.cells) + 1)
            kept = left + (row.number == top)
            cells = tuple(
                "" if kept <= index < right else cell for index, cell in enumerate(row.cells)
            )
            is_wide = row.number == top and right > left + 1
            spans = (*row.spans, (left, right)) if is_wide else row.spans
            self.found[at] = replace(row, cells=cells, spans=spans)

    def _add_row(self, element: xml.Element) -> None:
        number = int(element.get("r") or self.next_row)
        self.next_row = number + 1
        is_hidden = is_hidden_row(xml.attributes(element))
        cells = {} if is_hidden else self._cells(element)
        last = max((column for column, text in cells.items() if text), default=0)
        self.budget.spend(max(cells, default=0) - last)
        texts = (cells.get(column, "") for column in range(1, last + 1))
        row = self.budget.row(number, texts, self.sheet.name)
        if row.filled():
            self.found.append(row)

    def _cells(self, row: xml.Element) -> dict[int, str]:
        """The texts of a row's cells by their columns, from 1."""
        cells: dict[int, str] = {}
        column = 0
        for cell in row:
            if xml.local_name(cell.tag) == "c":
                said = cell_position(cell.get("r") or "")
                column = said[1] if said else column + 1
                is_seen = column not in self.hidden
                cells[column] = cell_text(cell, self.package) if is_seen else ""
        return cells
