"""The tables of a requirement as one, for people: newest period first, each row with its file."""

from collections.abc import Sequence
from itertools import starmap

from msgspec.structs import replace

from oit.evidence.tables.columns import Kind
from oit.evidence.tables.schema import Role
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Cell, Column, Table, table_of
from oit.outputs.pages.tables.parts import Part, Values
from oit.outputs.pages.tables.shown import parts_and_unit
from oit.reporting.joined_tables import JoinedTable, Source

MOST_ON_PAGE = 1000
"""Rows that a page shows; its file has them all."""
TABLE_ID = "table"


def joined_table(joined: JoinedTable, writer: PageWriter, caption: str, item_page: str) -> Table:
    """All rows with period and file; a sample among files that are none is marked at its rows.

    `item_page` is the address, from the site's root, of the page beside which the files stand.
    """
    rows = list(joined.rows)
    lines = [line for _, line in rows]
    parts, unit = parts_and_unit(joined.report, lines, writer)
    parts = [part for part in parts if part.column.role is not Role.PERIOD]
    before, after = _columns(joined, writer)
    columns = [*before, *(part.column for part in parts), *after]

    def row_of(source: Source, line: Values) -> list[Cell]:
        first = [_period_cell(source, writer), *_division_cells(joined, source, writer)]
        own = [part.cell(line) for part in parts]
        return [*first, *own, _file_cell(joined, source, writer, item_page)]

    blank = [Cell()] * len(before)
    total = [*blank, *(part.total for part in parts), Cell()] if _adds_up(parts, lines) else ()
    table = table_of("", columns, list(starmap(row_of, rows[:MOST_ON_PAGE])), total)
    more = writer.say("tables.more", shown=MOST_ON_PAGE, count=len(rows))
    return replace(
        table,
        caption=f"{caption} ({unit})" if unit else caption,
        mark=writer.say("tables.sample") if joined.is_sample else "",
        more=more if len(rows) > MOST_ON_PAGE else "",
        id=TABLE_ID,
        is_sorted=True,
    )


def _columns(joined: JoinedTable, writer: PageWriter) -> tuple[list[Column], list[Column]]:
    """The columns before those of the files, and after them."""
    period = Column(writer.say("tables.period"), role=Role.NOTE)
    division = Column(writer.say("labels.division"), role=Role.NOTE)
    file = Column(writer.say("tables.file"), role=Role.NOTE)
    return [period, *([division] if joined.has_divisions else [])], [file]


def _adds_up(parts: Sequence[Part], lines: Sequence[Values]) -> bool:
    sums = [part.total for part in parts if part.column.kind is Kind.FIGURE]
    return len(lines) > 1 and any(total.text for total in sums)


def _period_cell(source: Source, writer: PageWriter) -> Cell:
    names = " ".join(writer.short_period(period) for period in source.periods)
    day = writer.short_day(source.evidence.published)
    return Cell(text=names or day, sort=" ".join(map(str, source.periods)))


def _division_cells(joined: JoinedTable, source: Source, writer: PageWriter) -> list[Cell]:
    name = writer.division(source.division)
    return [Cell(text=name, sort=name)] if joined.has_divisions else []


def _file_cell(joined: JoinedTable, source: Source, writer: PageWriter, item_page: str) -> Cell:
    """The file's title; that it is a sample is said at each row where other files are none."""
    is_mixed = not all(other.evidence.sample for other in joined.sources)
    mark = writer.say("tables.sample") if is_mixed and source.evidence.sample else ""
    href = writer.href(item_page + source.evidence.file)
    return Cell(text=source.evidence.title, href=href, note=mark)
