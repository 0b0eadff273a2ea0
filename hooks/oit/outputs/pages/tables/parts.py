"""The columns of a page that come from the columns of a file: what is joined, parted or folded."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from oit.evidence.tables.columns import Kind, TableColumn
from oit.evidence.tables.schema import Role
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.folded import folded
from oit.outputs.pages.tables.model import NOTHING_SAID, Cell, Column
from oit.outputs.pages.tables.purchases import award_places, award_total, bidder_cell, price_cell
from oit.outputs.pages.tables.values import cell_of, figure_text, places_of, sum_of

_FOLDED = frozenset({Role.DETAIL, Role.OFFERS})

Values = Sequence[str]
"""A row as its file has it."""


class Part(Struct, frozen=True):
    """A column of the page: how its cells come from a row, and its total from all rows."""

    column: Column
    cell: Callable[[Values], Cell]
    total: Cell = NOTHING_SAID


def shared_unit(columns: Iterable[TableColumn]) -> str:
    """The unit of all figures, which the caption says once; empty where they differ."""
    counting = [column for column in columns if column.kind is Kind.FIGURE or column.parts]
    units = {column.unit for column in counting if column.role is not Role.ORDINAL}
    return units.pop() if len(units) == 1 else ""


def with_unit(column: TableColumn) -> TableColumn:
    """A column that says the unit itself."""
    label = f"{column.label} ({column.unit})" if column.unit else column.label
    return replace(column, label=label)


def parts_of(
    columns: Sequence[TableColumn], lines: Sequence[Values], writer: PageWriter
) -> Iterator[Part]:
    """The columns of the page, in the order of the table; what is folded comes last, in one."""
    ordinal = next((at for at, column in enumerate(columns) if column.role is Role.ORDINAL), None)
    for index, column in enumerate(columns):
        if column.role is Role.KEY:
            yield _key(index, ordinal, column, lines, writer)
        elif column.role is Role.AWARD:
            yield from _award(index, column, lines)
        elif column.role not in {*_FOLDED, Role.ORDINAL} and not _is_said(index, column, lines):
            yield _plain(index, column, lines, writer)
    if details := [(at, column) for at, column in enumerate(columns) if column.role in _FOLDED]:
        cell = partial(folded, details, _award_index(columns), writer)
        yield Part(Column(writer.say("tables.details"), role=Role.DETAIL), cell)


def _award_index(columns: Sequence[TableColumn]) -> int | None:
    return next((at for at, column in enumerate(columns) if column.role is Role.AWARD), None)


def _is_said(index: int, column: TableColumn, lines: Sequence[Values]) -> bool:
    """Whether a column says of all rows what the caption says: the period."""
    return column.role is Role.PERIOD and len({line[index] for line in lines}) <= 1


def _key(
    index: int,
    ordinal: int | None,
    column: TableColumn,
    lines: Sequence[Values],
    writer: PageWriter,
) -> Part:
    """The column that names the rows, with their numbers where the table has such."""

    def cell(line: Values) -> Cell:
        number = "" if ordinal is None else _number(line[ordinal])
        name = line[index]
        return Cell(text=f"{number}{name}", is_quoted=True, sort=name.casefold())

    total = Cell(text=writer.say("tables.total", count=len(lines)))
    return Part(Column(column.label, column.kind, Role.KEY), cell, total)


def _number(ordinal: str) -> str:
    """The number of a row before its name: `1. `, and `9.3 ` where it is more than a number."""
    return f"{ordinal}{'.' if ordinal.isdigit() else ''} " if ordinal else ""


def _plain(index: int, column: TableColumn, lines: Sequence[Values], writer: PageWriter) -> Part:
    """A column as it stands, its figures with as many decimals as any of them needs."""
    cells = [line[index] for line in lines]
    places = places_of(cells)
    summed = sum_of(cells) if column.is_summed else None
    total = Cell() if summed is None else Cell(text=figure_text(summed, places))

    def cell(line: Values) -> Cell:
        return cell_of(line[index], column, places, writer)

    return Part(Column(column.label, column.kind, column.role), cell, total)


def _award(index: int, column: TableColumn, lines: Sequence[Values]) -> Iterator[Part]:
    """Who was chosen, and at which price: two columns."""
    cells = [line[index] for line in lines]
    bidder, price = column.parts
    places = award_places(cells)
    yield Part(Column(bidder), lambda line: bidder_cell(line[index]))
    yield Part(
        Column(price, Kind.FIGURE, Role.AMOUNT),
        lambda line: price_cell(line[index], places),
        award_total(cells),
    )
