"""The sums of a table's columns of figures: by them, one period is compared with others."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from oit.evidence.tables.conform import ORDINALS
from oit.evidence.tables.schema import TableSchema
from oit.evidence.tables.text import heading_key
from oit.evidence.tables.values import Table

_FIGURES = frozenset({"number", "integer"})


def column_sums(table: Table, schema: TableSchema) -> tuple[tuple[str, str], ...]:
    """The name of each column of figures with the sum of its cells, in the schema's order.

    `table` has the schema's columns. A column that only numbers the rows has none, and so has one
    with a cell that is no figure: that is a fault of its own.
    """
    return tuple(_sums(table, schema))


def _sums(table: Table, schema: TableSchema) -> Iterator[tuple[str, str]]:
    for index, field in enumerate(schema.fields):
        if field.type in _FIGURES and heading_key(field.name) not in ORDINALS:
            cells = [row.cells[index] for row in table.rows if row.cells[index]]
            total = _sum(cells)
            if total is not None:
                yield field.name, f"{total:f}"


def _sum(cells: list[str]) -> Decimal | None:
    try:
        total = sum(map(Decimal, cells), Decimal())
    except InvalidOperation:
        return None
    return total if cells and total.is_finite() else None
