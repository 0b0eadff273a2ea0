"""A file's bytes into the table it holds and the faults of it. No byte string makes it raise."""

from collections.abc import Iterator

from oit.evidence.limits import MAX_TABLE_BYTES
from oit.evidence.tables.csv_file import read_csv
from oit.evidence.tables.layout import guess_header, table_under, unnamed_columns
from oit.evidence.tables.text import shortened
from oit.evidence.tables.totals import total_faults
from oit.evidence.tables.values import (
    CannotReadTableError,
    Code,
    Header,
    Row,
    Sheet,
    Table,
    TableFacts,
    TableFault,
)


def _read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    from oit.evidence.tables.xlsx_file import read_xlsx  # heavy, and many sites have no workbook

    return read_xlsx(data)


def _read_ods(data: bytes) -> tuple[Sheet, ...]:
    from oit.evidence.tables.ods_file import read_ods  # the same

    return read_ods(data)


_WORKBOOKS = {"xlsx": _read_xlsx, "ods": _read_ods}
KINDS = frozenset({"csv", *_WORKBOOKS})
"""What can be read, by file extension."""


def read_table(name: str, data: bytes) -> TableFacts:
    """Sheets, first table and faults of a file, by its name or extension: csv, xlsx or ods."""
    kind = name.rpartition(".")[2].lower()
    try:
        sheets, faults = _sheets(kind, data)
    except CannotReadTableError as error:
        return TableFacts((error.fault,))
    except Exception:  # noqa: BLE001 -- a broken archive makes its readers raise anything at all
        return TableFacts((TableFault(Code.UNREADABLE),))
    return _first_table(kind, sheets, faults)


def _sheets(kind: str, data: bytes) -> tuple[tuple[Sheet, ...], tuple[TableFault, ...]]:
    if len(data) > MAX_TABLE_BYTES:
        raise CannotReadTableError(TableFault(Code.TOO_LARGE, detail=str(MAX_TABLE_BYTES)))
    if kind in _WORKBOOKS:
        return _WORKBOOKS[kind](data), ()
    if kind == "csv":
        sheet, faults = read_csv(data)
        return (sheet,), faults
    raise CannotReadTableError(TableFault(Code.UNREADABLE))


def _first_table(
    kind: str, sheets: tuple[Sheet, ...], faults: tuple[TableFault, ...]
) -> TableFacts:
    """The facts with the table of the first visible sheet that has one."""
    for sheet in sheets:
        header = None if sheet.is_hidden else guess_header(sheet.rows)
        if header:
            table = table_under(sheet, header)
            all_faults = (*faults, *_table_faults(kind, sheet, header, table))
            return TableFacts(all_faults, sheets, table)
    return TableFacts((*faults, TableFault(Code.NO_TABLE)), sheets)


def _table_faults(kind: str, sheet: Sheet, header: Header, table: Table) -> Iterator[TableFault]:
    width = len(sheet.rows[header.first].cells)
    if kind == "csv":
        yield from _ragged(sheet, width, table)
    # A CSV row beyond the heading's width is ragged already; a workbook has no such thing.
    for column, cell in unnamed_columns(sheet, table, width if kind == "csv" else None):
        at = (sheet.name, table.header_row, column)
        yield TableFault(Code.BLANK_HEADER, *at, shortened(cell))
    yield from _repeated(table)
    yield from total_faults(table)
    if not table.rows and not table.states_none:
        yield TableFault(Code.HEADER_ONLY, sheet.name, table.header_row)


def _repeated(table: Table) -> Iterator[TableFault]:
    """Names that stand over a second column."""
    for index, (column, name) in enumerate(zip(table.columns, table.header, strict=True)):
        if name in table.header[:index]:
            at = (table.sheet, table.header_row, column)
            yield TableFault(Code.REPEATED_HEADER, *at, shortened(name))


def _ragged(sheet: Sheet, width: int, table: Table) -> Iterator[TableFault]:
    """Rows of a CSV file with fewer cells than the heading, or with words beyond it."""
    for row in _source_rows(sheet, table):
        if len(row.cells) < width or any(row.cells[width:]):
            count = str(len(row.cells))
            yield TableFault(Code.RAGGED_ROW, sheet.name, row.number, None, count, str(width))


def _source_rows(sheet: Sheet, table: Table) -> Iterator[Row]:
    """The rows of the sheet that the table was made of."""
    numbers = {row.number for row in (*table.rows, *table.totals)}
    return (row for row in sheet.rows if row.number in numbers)
