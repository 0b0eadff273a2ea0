"""Cells of an xlsx sheet that a reader does not see: hidden, filtered, covered, or invisible."""

from collections.abc import Iterator

from msgspec import Struct

from oit.evidence import xml
from oit.evidence.concealed import HiddenKind
from oit.evidence.office.marks import Mark
from oit.evidence.tables.values import cell_position
from oit.evidence.visibility import hidden_columns, is_hidden_row

_MOST = 2000
"""Rows of a merged block that are looked at; people merge a few."""


class Block(Struct, frozen=True):
    """A rectangle of cells; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Hiding(Struct, frozen=True):
    """What of a sheet is not shown, and how its formats are to be taken."""

    is_hidden: bool
    """The whole sheet."""
    rows: dict[int, HiddenKind]
    columns: frozenset[int]
    merged: dict[int, list[Block]]
    """The merged blocks by each of their rows."""
    coloured: tuple[Block, ...]
    """Where a table or a condition colours cells, so that their own format says little."""
    unseen: frozenset[int]
    """Indexes of formats that show nothing."""
    blank: frozenset[int]
    """Those of them that do so in whatever colour."""

    def block_at(self, row: int, column: int) -> Block | None:
        """The merged cells to which a cell belongs."""
        blocks = self.merged.get(row, ())
        return next((block for block in blocks if block.left <= column <= block.right), None)

    @property
    def hides_something(self) -> bool:
        """Whether any cell can be hidden at all."""
        return bool(self.is_hidden or self.rows or self.columns or self.merged or self.unseen)

    def kind_of(self, row: int, column: int, block: Block | None, form: str) -> HiddenKind | None:
        """How a cell with a format is hidden; `None` where a reader sees it."""
        if self.is_hidden or (block and (row, column) != (block.top, block.left)):
            return HiddenKind.CELLS
        if not (block and self._shows_some(block)):
            if column in self.columns:
                return HiddenKind.CELLS
            if row in self.rows:
                return self.rows[row]
        # The few formats that show nothing first: to look through all conditions takes long.
        number = int(form[:6]) if form.isdecimal() else -1
        if number not in self.unseen | self.blank:
            return None
        is_coloured = any(each.holds(row, column) for each in self.coloured)
        return HiddenKind.TEXT if number in self.blank or not is_coloured else None

    def _shows_some(self, block: Block) -> bool:
        """Whether any cell of a merged block is shown: the text of its first one stands there."""
        return any(row not in self.rows for row in range(block.top, block.bottom + 1)) and any(
            column not in self.columns for column in range(block.left, block.right + 1)
        )


def hiding_of(
    root: xml.Element,
    *,
    is_hidden: bool,
    tables: tuple[str, ...],
    unseen: frozenset[int],
    blank: frozenset[int],
) -> Hiding:
    """What a sheet hides; `tables` are the blocks of its tables, as `A1:C9`."""
    conditions = " ".join(
        xml.attribute(each, "sqref") or "" for each in xml.elements(root, "conditionalFormatting")
    )
    return Hiding(
        is_hidden=is_hidden,
        rows=dict(_hidden_rows(root)),
        columns=hidden_columns(xml.attributes(each) for each in xml.elements(root, "col")),
        merged=_merged(root),
        coloured=_blocks([*tables, *conditions.split()]),
        unseen=unseen,
        blank=blank,
    )


def _merged(root: xml.Element) -> dict[int, list[Block]]:
    by_row: dict[int, list[Block]] = {}
    references = [xml.attribute(each, "ref") or "" for each in xml.elements(root, "mergeCell")]
    for block in _blocks(references):
        for row in range(block.top, min(block.bottom, block.top + _MOST) + 1):
            by_row.setdefault(row, []).append(block)
    return by_row


def _hidden_rows(root: xml.Element) -> Iterator[tuple[int, HiddenKind]]:
    filtered = [
        block
        for each in xml.elements(root, "autoFilter")
        if next(xml.elements(each, "filterColumn"), None) is not None
        for block in _blocks([xml.attribute(each, "ref") or ""])
    ]
    for number, row in numbered_rows(root):
        if is_hidden_row(xml.attributes(row)):
            is_filtered = any(block.top < number <= block.bottom for block in filtered)
            yield number, HiddenKind.FILTERED if is_filtered else HiddenKind.CELLS


def _blocks(references: Iterator[str] | list[str]) -> tuple[Block, ...]:
    return tuple(block for each in references if (block := block_of(each)))


def block_of(reference: str) -> Block | None:
    """The rectangle of `A1:C9`, or of the one cell `A1`; `None` for anything else."""
    first, _, last = reference.partition(":")
    start, end = cell_position(first), cell_position(last or first)
    return Block(*start, *end) if start and end else None


def numbered_rows(root: xml.Element) -> Iterator[tuple[int, xml.Element]]:
    """The rows with their numbers; one that does not say its own follows the one before."""
    number = 0
    for row in xml.elements(root, "row"):
        said = xml.attribute(row, "r") or ""
        number = int(said) if said.isdecimal() and len(said) < 8 else number + 1
        yield number, row


def cells(root: xml.Element) -> Iterator[tuple[int, int, xml.Element]]:
    """The cells with their rows and columns."""
    for row_number, row in numbered_rows(root):
        column = 0
        for cell in row:
            if xml.local_name(cell.tag) == "c":
                said = cell_position(xml.attribute(cell, "r") or "")
                column = said[1] if said else column + 1
                yield row_number, column, cell


def value_of(cell: xml.Element) -> str:
    """What a cell holds as the file stores it: the same for equal values; empty for none."""
    parts = (each for each in cell if xml.local_name(each.tag) in ("v", "is"))
    text = "\n".join(xml.text_of(each) for each in parts).strip()
    return f"{cell.get('t', 'n')}:{text}" if text else ""


def marks(root: xml.Element, hiding: Hiding) -> Iterator[Mark]:
    """The cells with a value that the sheet does not show.

    Some programs write the text of merged cells into each of them: that is nothing hidden.
    """
    shown: dict[Block, str] = {}
    for row, column, cell in cells(root) if hiding.hides_something else ():
        block = hiding.block_at(row, column)
        kind = hiding.kind_of(row, column, block, cell.get("s") or "0")
        value = value_of(cell) if kind or block else ""
        is_first = block is not None and (row, column) == (block.top, block.left)
        if block and is_first:
            shown[block] = value
        is_repeated = block in shown and shown[block] == value and not hiding.is_hidden
        if kind and value and (is_first or not is_repeated):
            yield Mark(cell, kind, xml.attribute(cell, "r") or "")
