"""Tables by their schemas: that of a whole file, and those of its sheets, each by itself.

A workbook of a year has a sheet a month: `sheets_with_tables` tells what each of them holds.
"""

from msgspec import Struct

from oit.evidence.tables.check import check
from oit.evidence.tables.conform import Conformed, conform, normalise
from oit.evidence.tables.layout import MAX_TITLES, guess_header, table_under
from oit.evidence.tables.schema import TableSchema, load_schema, schema_names
from oit.evidence.tables.values import Sheet, Table, TableFacts, TableFault


class Reading(Struct, frozen=True):
    """The table under one of the schemas, and what is wrong with it."""

    table: Table
    faults: tuple[TableFault, ...]
    schema: TableSchema


class SheetTable(Struct, frozen=True):
    """What one visible sheet holds."""

    name: str
    """Of the sheet; empty in a CSV file."""
    titles: tuple[str, ...]
    """The texts above the heading, from the top; without a table, those at the top of the sheet."""
    table: Table | None
    """In the columns of its schema where there is one; `None` where the sheet has no such table."""
    faults: tuple[TableFault, ...] = ()
    """Of this sheet alone; those of the file are in `TableFacts.faults`."""


def known_schemas(names: tuple[str, ...]) -> tuple[TableSchema, ...]:
    """The schemas of these names; unknown names are left out."""
    return tuple(load_schema(name) for name in names if name in schema_names())


def best_reading(facts: TableFacts, schemas: tuple[TableSchema, ...]) -> Reading | None:
    """The table under the schema that fits with the fewest faults; `None` where none fits."""
    conformed = [(schema, found) for schema in schemas if (found := conform(facts, schema))]
    # One with no fault at all is the best: the cells of what only half fits need no check then.
    whole = (_checked(found, schema) for schema, found in conformed if not found.faults)
    if best := next((reading for reading in whole if not reading.faults), None):
        return best
    readings = (_checked(found, schema) for schema, found in conformed)
    return min(readings, key=lambda reading: len(reading.faults), default=None)


def _checked(conformed: Conformed, schema: TableSchema) -> Reading:
    """The table under a schema with all its faults."""
    faults = (*conformed.faults, *check(conformed.table, schema))
    return Reading(conformed.table, faults, schema)


def sheets_with_tables(facts: TableFacts, schemas: tuple[str, ...] = ()) -> tuple[SheetTable, ...]:
    """Every visible sheet of a file with its titles, and with its table under one of the schemas.

    `facts` are those of `read_table`. Without schemas the table is the one that the sheet seems to
    hold. Of several schemas that fit a sheet, the one with the fewest faults counts.
    """
    known = known_schemas(schemas)
    return tuple(_sheet_table(sheet, known) for sheet in facts.visible())


def _sheet_table(sheet: Sheet, schemas: tuple[TableSchema, ...]) -> SheetTable:
    reading = best_reading(TableFacts(sheets=(sheet,)), schemas)
    if reading:
        titles = _titles(sheet, reading.table)
        return SheetTable(sheet.name, titles, reading.table, reading.faults)
    table = None if schemas else _plain_table(sheet)
    return SheetTable(sheet.name, _titles(sheet, table), table)


def _plain_table(sheet: Sheet) -> Table | None:
    header = guess_header(sheet.rows)
    return normalise(table_under(sheet, header)) if header else None


def _titles(sheet: Sheet, table: Table | None) -> tuple[str, ...]:
    rows = sheet.rows[:MAX_TITLES]
    above = [row for row in rows if table is None or row.number < table.header_row]
    return tuple(cell for row in above for cell in row.filled())
