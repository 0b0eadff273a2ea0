"""What is kept of a table in a file: its faults, its first rows, and its open twin."""

from oit.evidence.facts import TableReport
from oit.evidence.tables.conform import check, conform
from oit.evidence.tables.plain import plainly
from oit.evidence.tables.read import read_table
from oit.evidence.tables.schema import TableSchema, load_schema, schema_names
from oit.evidence.tables.values import Code, Table, TableFacts, TableFault
from oit.open_csv import csv_bytes

PREVIEW_ROWS = 8
MAX_FAULTS = 50
"""So many faults of a file are told; whoever mends them sees the next."""

_OF_THE_FILE = frozenset(
    {
        Code.ENCODING_CP874,
        Code.ENCODING_BROKEN,
        Code.DELIMITER,
        Code.QUOTES_BROKEN,
        Code.UNREADABLE,
        Code.TOO_LARGE,
        Code.RAGGED_ROW,
    }
)
"""Faults that a schema's own reading does not tell again."""


def report_table(name: str, data: bytes, schemas: tuple[str, ...]) -> TableReport:
    """What to keep of a csv, xlsx or ods file that is to follow one of the schemas, if any."""
    facts = read_table(name, data)
    known = [load_schema(one) for one in schemas if one in schema_names()]
    if not known:
        return _report(facts.faults, facts.table and plainly(facts.table), None)
    found = [one for schema in known if (one := _under(facts, schema))]
    of_file = tuple(fault for fault in facts.faults if fault.code in _OF_THE_FILE)
    if not found:
        missing = TableFault(Code.MISSING_COLUMN, detail=_columns(known[0]))
        return _report((*of_file, missing), facts.table, None)
    best = min(found, key=lambda one: len(one[1]))
    return _report((*of_file, *best[1]), best[0], best[2])


def _under(
    facts: TableFacts, schema: TableSchema
) -> tuple[Table, tuple[TableFault, ...], TableSchema] | None:
    """The table under a schema with all its faults; `None` where it is another table."""
    conformed = conform(facts, schema)
    if conformed is None:
        return None
    return conformed.table, (*conformed.faults, *check(conformed.table, schema)), schema


def _columns(schema: TableSchema) -> str:
    return ", ".join(one.name for one in schema.fields if one.is_required)


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
        states_none=table.states_none,
        twin=open_twin(table).decode("utf-8-sig"),
    )


def open_twin(table: Table) -> bytes:
    """The table as open CSV: its header and rows, without sums. The same bytes every time."""
    return csv_bytes([table.header, *(row.cells for row in table.rows)])
