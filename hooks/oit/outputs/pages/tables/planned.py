"""What was spent beside its plan: a bar in the cell that names the row of a table."""

from dataclasses import replace
from decimal import Decimal

from oit.evidence.facts import TableReport
from oit.outputs.pages.drawn import plan_bar
from oit.outputs.pages.tables.model import Row, Table
from oit.reporting.figures import CountedRow, plan_headings, rows_against_plan


def with_plan_drawn(table: Table, report: TableReport) -> Table:
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
