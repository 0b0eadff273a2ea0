"""The table of a file as people read it: its schema says what each column is for."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from oit.catalog import Language
from oit.evidence.facts import TableReport
from oit.evidence.tables.columns import columns_of
from oit.evidence.tables.schema import Role, load_schema
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.drawn import plan_bar
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Row, Table, shortened, table_of
from oit.outputs.pages.tables.parts import Part, Values, parts_of, shared_unit, with_unit
from oit.reporting.disclosed_tables import rows_of
from oit.reporting.figures import CountedRow, plan_headings, rows_against_plan

MOST_ROWS = 20
"""Rows of a file that its item's page shows; its table page shows them all."""


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
    parts, unit = parts_and_unit(report, lines, writer)
    table = table_of_parts(parts, lines[:most], lines, writer)
    table = replace(table, caption=f"{caption} ({unit})" if unit else caption, mark=sample)
    table = _with_plan_drawn(table, report)
    if len(lines) > most:
        table = replace(
            table, more=writer.say("tables.more", shown=most, count=len(lines)), rest=rest
        )
    return table


def short_on_phones(table: Table, writer: PageWriter) -> Table:
    """A table among others, of which phones show the first rows and then, at a touch, all."""
    return shortened(
        table, lambda count: writer.say("tables.whole", count=count), writer.language.value
    )


def parts_and_unit(
    report: TableReport, lines: Sequence[Values], writer: PageWriter
) -> tuple[list[Part], str]:
    """The columns of a page for a table with these lines, and the unit that its caption says."""
    schema = load_schema(report.schema) if report.schema else None
    columns = columns_of(report.header, lines, schema)
    unit = shared_unit(columns)
    named = [column if unit else with_unit(column) for column in columns]
    return list(parts_of(named, lines, writer)), unit


def table_of_parts(
    parts: Sequence[Part], shown: Sequence[Values], lines: Sequence[Values], writer: PageWriter
) -> Table:
    """A table of the `shown` ones of the lines, with the total of them all; no caption yet."""
    table = table_of(
        "",
        [part.column for part in parts],
        [[part.cell(line) for part in parts] for line in shown],
        [part.total for part in parts] if _is_total(parts, lines) else (),
    )
    return replace(table, language="th" if writer.language is Language.EN else "")


def _is_total(parts: Sequence[Part], lines: Sequence[Values]) -> bool:
    """Whether there is anything to add up: figures of more than a single row."""
    is_summed = any(part.total.text for part in parts if part.column.role is not Role.KEY)
    return len(lines) > 1 and is_summed


def _with_plan_drawn(table: Table, report: TableReport) -> Table:
    """The table of a file with its bars and what they mean; any other table as it is.

    The bars repeat figures of their row, so that screen readers need no words for them.
    """
    counted = rows_against_plan(report)
    figures = [figure for row in counted for figure in (row.value, row.beside) if figure]
    if not figures:
        return table
    plan, spent = plan_headings(report)
    rows = [_drawn(*pair, max(figures)) for pair in zip(table.rows, counted, strict=False)]
    return replace(table, rows=tuple(rows), key=(("t", plan), ("v", spent)))


def _drawn(row: Row, counted: CountedRow, most: Decimal) -> Row:
    bar = plan_bar(counted.value, counted.beside, most)
    return tuple(replace(cell, drawn=bar) if cell.is_heading else cell for cell in row)
