"""The table of a file as people read it: its schema says what each column is for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from oit.catalog import Language
from oit.evidence.facts import TableReport
from oit.evidence.tables.columns import Kind, TableColumn, columns_of
from oit.evidence.tables.schema import Role, load_schema
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.folded import folded
from oit.outputs.pages.tables.model import NOTHING_SAID, Cell, Column, Table, table_of
from oit.outputs.pages.tables.purchases import award_cells, award_total
from oit.outputs.pages.tables.values import cell_of, figure_text, places_of, sum_of
from oit.reporting.disclosed_tables import rows_of

MOST_ROWS = 20
"""Rows of a file that its item's page shows; its table page shows them all."""
_FOLDED = frozenset({Role.DETAIL, Role.OFFERS})

Values = Sequence[str]
"""A row as its file has it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A column of the page: how its cells come from a row, and its total from all rows."""

    column: Column
    cell: Callable[[Values], Cell]
    total: Cell = NOTHING_SAID


def shown_table(
    report: TableReport,
    writer: PageWriter,
    caption: str,
    *,
    sample: str = "",
    most: int = MOST_ROWS,
    rest: Link | None = None,
) -> Table:
    """The table that a file holds; its caption names the unit of its figures.

    `sample` are the words that it is one, empty where it is none. Of its rows the first `most` are
    shown, with how many there are and the link to the `rest`; the total is that of all.
    """
    lines = rows_of(report)
    schema = load_schema(report.schema) if report.schema else None
    columns = columns_of(report.header, lines, schema)
    table = table_of_lines(columns, lines[:most], lines, writer, caption)
    if len(lines) > most:
        table = replace(
            table, more=writer.say("tables.more", shown=most, count=len(lines)), rest=rest
        )
    return replace(table, mark=sample)


def table_of_lines(
    columns: Sequence[TableColumn],
    shown: Sequence[Values],
    lines: Sequence[Values],
    writer: PageWriter,
    caption: str,
) -> Table:
    """A table of the `shown` ones of the lines that a file holds, with the total of them all."""
    unit = _shared_unit(columns)
    named = [column if unit else _with_unit(column) for column in columns]
    parts = list(_parts(named, lines, writer))
    rows = [[part.cell(line) for part in parts] for line in shown]
    total = [part.total for part in parts]
    table = table_of(
        f"{caption} ({unit})" if unit else caption,
        [part.column for part in parts],
        rows,
        total if _is_total(parts, lines) else (),
    )
    return replace(table, language="th" if writer.language is Language.EN else "")


def _shared_unit(columns: Iterable[TableColumn]) -> str:
    """The unit of all figures, which the caption says once; empty where they differ."""
    counting = [column for column in columns if column.kind is Kind.FIGURE or column.parts]
    units = {column.unit for column in counting if column.role is not Role.ORDINAL}
    return units.pop() if len(units) == 1 else ""


def _with_unit(column: TableColumn) -> TableColumn:
    label = f"{column.label} ({column.unit})" if column.unit else column.label
    return replace(column, label=label)


def _is_total(parts: Sequence[_Part], lines: Sequence[Values]) -> bool:
    """Whether there is anything to add up: figures of more than a single row."""
    is_summed = any(part.total.text for part in parts if part.column.role is not Role.KEY)
    return len(lines) > 1 and is_summed


def _parts(
    columns: Sequence[TableColumn], lines: Sequence[Values], writer: PageWriter
) -> Iterator[_Part]:
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
        yield _Part(Column(writer.say("tables.details"), role=Role.DETAIL), cell)


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
) -> _Part:
    """The column that names the rows, with their numbers where the table has such."""

    def cell(line: Values) -> Cell:
        number = "" if ordinal is None else _number(line[ordinal])
        return Cell(text=f"{number}{line[index]}", sort=line[index].casefold())

    total = Cell(text=writer.say("tables.total", count=len(lines)))
    return _Part(Column(column.label, column.kind, Role.KEY), cell, total)


def _number(ordinal: str) -> str:
    """The number of a row before its name: `1. `, and `9.3 ` where it is more than a number."""
    return f"{ordinal}{'.' if ordinal.isdigit() else ''} " if ordinal else ""


def _plain(index: int, column: TableColumn, lines: Sequence[Values], writer: PageWriter) -> _Part:
    """A column as it stands, its figures with as many decimals as any of them needs."""
    cells = [line[index] for line in lines]
    places = places_of(cells)
    summed = sum_of(cells) if column.is_summed else None
    total = Cell() if summed is None else Cell(text=figure_text(summed, places))

    def cell(line: Values) -> Cell:
        return cell_of(line[index], column, places, writer)

    return _Part(Column(column.label, column.kind, column.role), cell, total)


def _award(index: int, column: TableColumn, lines: Sequence[Values]) -> Iterator[_Part]:
    """Who was chosen, and at which price: two columns."""
    cells = [line[index] for line in lines]
    bidder, price = column.parts
    yield _Part(Column(bidder), lambda line: award_cells(line[index], cells)[0])
    yield _Part(
        Column(price, Kind.FIGURE, Role.AMOUNT),
        lambda line: award_cells(line[index], cells)[1],
        award_total(cells),
    )
