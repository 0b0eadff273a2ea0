"""A file's table with plain cells: in the columns that a schema asks for, or as it stands.

`conform` brings it to a schema, and `check` of the module beside it validates the result;
`normalise` is for a table that no schema describes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from oit.evidence.tables.headings import similar_columns
from oit.evidence.tables.layout import best_header, guess_header, table_under, unnamed_columns
from oit.evidence.tables.nothing import states_none
from oit.evidence.tables.schema import SchemaField, TableSchema
from oit.evidence.tables.text import (
    DASHES,
    arabic,
    heading_key,
    iso_date,
    plain_number,
    shortened,
    whole_number,
)
from oit.evidence.tables.totals import total_faults
from oit.evidence.tables.values import Code, Header, Row, Sheet, Table, TableFacts, TableFault
from oit.evidence.words import either, words_of

_WORDS = words_of(__name__)
ORDINALS = frozenset(_WORDS["ordinals"])
"""Headings of a column that only numbers the rows: most schemas have none, and it is no fault."""
CONVERTERS = {"number": plain_number, "integer": whole_number, "date": iso_date}
"""By the type of a field: what turns a cell as offices write it into a plain value."""
# How a telephone number or a mark such as (1) begins: neither is an amount.
_NO_AMOUNT = re.compile(r"0[0-9]|\(")
_NOT_ONE = frozenset(_WORDS["not_one"])
"""Words for a figure that there need not be, such as the median price of a small purchase."""
# An ordinal as Word and Excel print lists: 1. or 1) or (1), which is no negative amount.
_ORDINAL = re.compile(rf"(?:{either(_WORDS['ordinal'])})?\s*\(?\s*(\d+)\s*[.)]?", re.ASCII)

Columns: TypeAlias = dict[int, tuple[int, ...]]
"""By the index of a schema's field: the columns of the sheet, from 1, that hold it."""


class Conformed(Struct, frozen=True):
    """The table under the schema's headings, and what stood in the way."""

    table: Table
    faults: tuple[TableFault, ...] = ()


# With a schema


def conform(facts: TableFacts, schema: TableSchema) -> Conformed | None:
    """The rows of all visible sheets whose heading is that of the schema, in its columns.

    `None` where no sheet has half the columns that are required. A column that is not there stays
    blank, with a fault; what the schema does not know is left out, with a fault. A file without
    any table that states nothing to list needs no heading.
    """
    parts = [part for sheet in facts.visible() if (part := _conformed_sheet(sheet, schema))]
    if not parts:
        return _stated_none(tuple(facts.visible()), schema)
    tables = [part.table for part in parts]
    table = replace(
        tables[0],
        rows=tuple(row for sheet_table in tables for row in sheet_table.rows),
        states_none=any(sheet_table.states_none for sheet_table in tables),
    )
    faults = [fault for part in parts for fault in part.faults]
    if not table.rows and not table.states_none:
        faults.append(TableFault(Code.HEADER_ONLY, table.sheet, table.header_row))
    return Conformed(table, tuple(faults))


def _stated_none(sheets: tuple[Sheet, ...], schema: TableSchema) -> Conformed | None:
    """The table of sheets that have none, where a sentence says that there was nothing."""
    rows = [row for sheet in sheets for row in sheet.rows]
    if not any(map(states_none, rows)) or any(guess_header(sheet.rows) for sheet in sheets):
        return None
    header = tuple(column.name for column in schema.fields)
    table = Table(header, (), states_none=True, columns=(0,) * len(header), sheet=rows[0].sheet)
    return Conformed(replace(table, header_row=rows[0].number))


def _conformed_sheet(sheet: Sheet, schema: TableSchema) -> Conformed | None:
    header = best_header(sheet.rows, lambda candidate: len(_columns(candidate, schema)))
    if not header:
        return None
    columns = _columns(header, schema)
    required = {index for index, column in enumerate(schema.fields) if column.is_required}
    if 2 * len(required & columns.keys()) < len(required):
        return None
    source = table_under(sheet, header)
    rows, totals = (
        [_row(row, source, columns, schema) for row in part]
        for part in (source.rows, source.totals)
    )
    table = Table(
        header=tuple(column.name for column in schema.fields),
        rows=tuple(_filled_down(_joined(rows, schema), schema)),
        totals=tuple(totals),
        states_none=source.states_none,
        columns=tuple(columns.get(index, (0,))[0] for index in range(len(schema.fields))),
        header_row=source.header_row,
        sheet=source.sheet,
    )
    of_columns = (*_column_faults(source, columns, schema), *_unnamed(sheet, source, header))
    return Conformed(table, (*of_columns, *total_faults(table)))


def _columns(header: Header, schema: TableSchema) -> Columns:
    """For each field the columns of the sheet that hold it; several only where it is text."""
    columns: Columns = {}
    for number, words in enumerate(header.labels, 1):
        index = schema.field_index(words) if words else None
        if index is None or (index in columns and schema.fields[index].type != "string"):
            continue
        columns[index] = (*columns.get(index, ()), number)
    return columns


def _row(row: Row, source: Table, columns: Columns, schema: TableSchema) -> Row:
    """The row with a cell for each field."""
    cells = dict(zip(source.columns, row.cells, strict=True))
    texts = (
        " ".join(filter(None, (cells[number] for number in columns.get(index, ()))))
        for index in range(len(schema.fields))
    )
    return replace(row, cells=tuple(map(_plain, texts, schema.fields)))


def _plain(text: str, field: SchemaField) -> str:
    """A cell as the field's type is written; as it was where it is not certain."""
    if text in DASHES:
        return field.dash
    if heading_key(field.name) in ORDINALS and (ordinal := _ORDINAL.fullmatch(arabic(text))):
        return ordinal[1]
    convert = CONVERTERS.get(field.type)
    if convert and not field.is_required and text in _NOT_ONE:
        return field.dash
    return (convert(text) if convert else None) or text


def _joined(rows: list[Row], schema: TableSchema) -> list[Row]:
    """The rows, where one that only continues the texts of the row above is joined to it."""
    joined: list[Row] = []
    for row in rows:
        if joined and _continues(row, schema):
            pairs = zip(joined[-1].cells, row.cells, strict=True)
            cells = tuple("; ".join(filter(None, pair)) for pair in pairs)
            joined[-1] = replace(joined[-1], cells=cells)
        else:
            joined.append(row)
    return joined


def _continues(row: Row, schema: TableSchema) -> bool:
    """Whether a row is the second of merged ones: words only, and most that is required blank."""
    pairs = list(zip(row.cells, schema.fields, strict=True))
    required = [cell for cell, field in pairs if field.is_required]
    is_words = all(field.type == "string" for cell, field in pairs if cell)
    return is_words and not required[0] and 2 * sum(map(bool, required)) < len(required)


def _filled_down(rows: Iterable[Row], schema: TableSchema) -> Iterator[Row]:
    """The rows, with the words of a merged cell in each row over which it is merged."""
    above = [""] * len(schema.fields)
    for row in rows:
        triples = zip(row.cells, above, schema.fields, strict=True)
        above = [cell or (upper if field.is_merged else "") for cell, upper, field in triples]
        yield replace(row, cells=tuple(above))


def _column_faults(source: Table, columns: Columns, schema: TableSchema) -> Iterator[TableFault]:
    """Fields that no column holds, and columns that are no field; those alike side by side."""
    at = (source.sheet, source.header_row)
    missing = [index for index in range(len(schema.fields)) if index not in columns]
    unknown = _unknown_columns(source, columns)
    similar = similar_columns(schema, missing, unknown)
    for number, index in similar.items():
        field = schema.fields[index]
        code = Code.SIMILAR_COLUMN if field.is_required else Code.SIMILAR_OPTIONAL
        yield TableFault(code, *at, number, shortened(unknown[number]), field.name)
    for index in missing:
        if schema.fields[index].is_required and index not in similar.values():
            yield TableFault(Code.MISSING_COLUMN, *at, detail=schema.fields[index].name)
    for number, name in unknown.items():
        if number not in similar:
            yield TableFault(Code.UNKNOWN_COLUMN, *at, number, shortened(name))


def _unknown_columns(source: Table, columns: Columns) -> dict[int, str]:
    """The headings of columns that are no field, by number; one that numbers the rows is none."""
    known = {number for numbers in columns.values() for number in numbers}
    named = zip(source.columns, source.header, strict=True)
    return {
        number: name
        for number, name in named
        if number not in known and heading_key(name) not in ORDINALS
    }


def _unnamed(sheet: Sheet, source: Table, header: Header) -> Iterator[TableFault]:
    """Columns that hold something under no heading: no open copy has them."""
    # A CSV row beyond the heading's width is ragged already.
    width = None if sheet.name else len(header.labels)
    for column, cell in unnamed_columns(sheet, source, width):
        at = (source.sheet, source.header_row, column)
        yield TableFault(Code.UNNAMED_COLUMN, *at, shortened(cell))


# Without a schema


def normalise(table: Table) -> Table:
    """The table with plain numbers and ISO dates in the columns that hold nothing else."""
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    normal = zip(*map(_normal_column, columns), strict=True)
    rows = (replace(row, cells=cells) for row, cells in zip(table.rows, normal, strict=True))
    return replace(table, rows=tuple(rows))


def _normal_column(cells: Sequence[str]) -> Sequence[str]:
    filled = [cell for cell in cells if cell and cell not in DASHES]
    if not any(_NO_AMOUNT.match(arabic(cell)) for cell in filled) and _all(plain_number, filled):
        return _converted(plain_number, cells)
    return _converted(iso_date, cells) if _all(iso_date, filled) else cells


def _all(convert: Callable[[str], str | None], cells: Sequence[str]) -> bool:
    """Whether there are cells, and every one of them converts."""
    return bool(cells) and all(map(convert, cells))


def _converted(convert: Callable[[str], str | None], cells: Sequence[str]) -> list[str]:
    """Dashes and blanks become blank."""
    return [convert(cell) or "" for cell in cells]
