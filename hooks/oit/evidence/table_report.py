"""What is kept of a table in a file: its faults, its first rows, and its open CSV copy."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from msgspec.structs import replace

from oit.escaping import csv_bytes
from oit.evidence.facts import TableReport
from oit.evidence.sheet_facts import sheet_facts
from oit.evidence.tables.conform import ORDINALS, normalise
from oit.evidence.tables.fingerprint import fingerprint
from oit.evidence.tables.read import read_table
from oit.evidence.tables.schema import TableSchema
from oit.evidence.tables.sheets import best_reading, known_schemas
from oit.evidence.tables.text import heading_key
from oit.evidence.tables.values import OTHER_BYTES, Code, Table, TableFacts, TableFault

_FIGURES = frozenset({"number", "integer"})
PREVIEW_ROWS = 8
MAX_FAULTS = 50
"""Faults of a file that are reported; the others show once these are fixed."""
# Faults of the file itself; `conform` and `check` report all others by the schema's columns.
_FILE_CODES = frozenset(
    {
        *OTHER_BYTES,
        Code.ENCODING_BROKEN,
        Code.QUOTES_BROKEN,
        Code.UNREADABLE,
        Code.TOO_LARGE,
        Code.RAGGED_ROW,
    }
)


def report_table(name: str, data: bytes, schemas: tuple[str, ...]) -> TableReport:
    """What to keep of a csv, xlsx or ods file that is to follow one of the schemas, if any.

    Of several schemas that fit, the one with the fewest faults counts. Unknown names are left out.
    """
    facts = read_table(name, data)
    report = _report_of(facts, known_schemas(schemas))
    return replace(report, fingerprint=fingerprint(facts), sheets=sheet_facts(facts))


def _report_of(facts: TableFacts, schemas: tuple[TableSchema, ...]) -> TableReport:
    if not schemas:
        return _report(facts.faults, facts.table and normalise(facts.table), None)
    file_faults = tuple(fault for fault in facts.faults if fault.code in _FILE_CODES)
    best = best_reading(facts, schemas)
    if best is None:
        if not facts.sheets:
            return _report(file_faults, None, None)
        missing = TableFault(Code.MISSING_COLUMN, detail=_required_columns(schemas[0]))
        return _report((*file_faults, missing), facts.table, None)
    return _report((*file_faults, *best.faults), best.table, best.schema)


def _required_columns(schema: TableSchema) -> str:
    return ", ".join(field.name for field in schema.fields if field.is_required)


def _report(
    faults: tuple[TableFault, ...], table: Table | None, schema: TableSchema | None
) -> TableReport:
    kept = faults[:MAX_FAULTS]
    if table is None:
        return TableReport(faults=kept)
    return TableReport(
        faults=kept,
        schema=schema.name if schema else None,
        row_count=len(table.rows),
        header=table.header,
        preview=tuple(row.cells for row in table.rows[:PREVIEW_ROWS]),
        open_csv=open_csv(table).decode("utf-8-sig"),
        sums=_column_sums(table, schema) if schema else (),
    )


def open_csv(table: Table) -> bytes:
    """The table as open CSV: its header and rows, without sums. The same bytes every time."""
    return csv_bytes([table.header, *(row.cells for row in table.rows)])


def _column_sums(table: Table, schema: TableSchema) -> tuple[tuple[str, str], ...]:
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
