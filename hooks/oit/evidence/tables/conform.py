"""A file's table, brought to the columns and the plain cells that a schema asks for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from oit.evidence.tables.layout import best_header, table_of
from oit.evidence.tables.schema import SchemaField, TableSchema
from oit.evidence.tables.text import DASHES, folded, iso_date, plain_number, shortened, whole_number
from oit.evidence.tables.values import Code, Header, Row, Sheet, Table, TableFacts, TableFault

_ORDINALS = frozenset({"ที่", "ลำดับ", "ลำดับที่"})
"""Headings of a column that only numbers the rows: no schema needs it, and none minds it."""

_PLAIN = {"number": plain_number, "integer": whole_number, "date": iso_date}


@dataclass(frozen=True, slots=True)
class Conformed:
    """The table under the schema's headings, and what stood in the way."""

    table: Table
    faults: tuple[TableFault, ...] = ()


def conform(facts: TableFacts, schema: TableSchema) -> Conformed | None:
    """The rows of all visible sheets whose heading is that of the schema, in its columns.

    `None` where no sheet has half the columns that are required. A column that is not there stays
    blank, with a fault; what the schema does not know is left out, with a fault.
    """
    found = [one for sheet in facts.visible() if (one := _sheet(sheet, schema))]
    if not found:
        return None
    tables = [one.table for one in found]
    table = replace(
        tables[0],
        rows=tuple(row for one in tables for row in one.rows),
        totals=tuple(row for one in tables for row in one.totals),
        states_none=any(one.states_none for one in tables),
    )
    faults = [fault for one in found for fault in one.faults]
    if not table.rows and not table.states_none:
        faults.append(TableFault(Code.HEADER_ONLY, table.sheet, table.header_row))
    return Conformed(table, tuple(faults))


def _sheet(sheet: Sheet, schema: TableSchema) -> Conformed | None:
    header = best_header(sheet.rows, lambda one: len(_mapped(one, schema)))
    if not header:
        return None
    mapped = _mapped(header, schema)
    required = {index for index, one in enumerate(schema.fields) if one.is_required}
    if 2 * len(required & mapped.keys()) < len(required):
        return None
    source = table_of(sheet, header)
    rows = [_row(row, source, mapped, schema) for row in source.rows]
    table = replace(
        source,
        header=tuple(one.name for one in schema.fields),
        rows=tuple(_filled_down(_joined(rows, schema), schema)),
        totals=tuple(_row(row, source, mapped, schema) for row in source.totals),
        columns=tuple(mapped.get(at, (0,))[0] for at in range(len(schema.fields))),
    )
    return Conformed(table, tuple(_faults(source, mapped, schema)))


def _mapped(header: Header, schema: TableSchema) -> dict[int, tuple[int, ...]]:
    """For each field the columns of the sheet that hold it; several only where it is text."""
    mapped: dict[int, tuple[int, ...]] = {}
    for column, words in enumerate(header.labels, 1):
        index = schema.column_of(words) if words else None
        if index is None or (index in mapped and schema.fields[index].type != "string"):
            continue
        mapped[index] = (*mapped.get(index, ()), column)
    return mapped


def _row(row: Row, source: Table, mapped: dict[int, tuple[int, ...]], schema: TableSchema) -> Row:
    cells = dict(zip(source.columns, row.cells, strict=True))
    texts = (
        " ".join(filter(None, (cells[column] for column in mapped.get(index, ()))))
        for index in range(len(schema.fields))
    )
    plain = (_plain(text, one) for text, one in zip(texts, schema.fields, strict=True))
    return replace(row, cells=tuple(plain))


def _plain(text: str, one: SchemaField) -> str:
    """A cell as the schema's type is written; as it was where it is not certain."""
    if text in DASHES:
        return one.dash
    to_plain = _PLAIN.get(one.type)
    return (to_plain(text) if to_plain else None) or text


def _joined(rows: list[Row], schema: TableSchema) -> list[Row]:
    """The rows, where one that only goes on with texts of the row above is joined to it."""
    joined: list[Row] = []
    for row in rows:
        if joined and _goes_on(row, schema):
            pairs = zip(joined[-1].cells, row.cells, strict=True)
            cells = tuple("; ".join(filter(None, pair)) for pair in pairs)
            joined[-1] = replace(joined[-1], cells=cells)
        else:
            joined.append(row)
    return joined


def _filled_down(rows: Iterable[Row], schema: TableSchema) -> Iterator[Row]:
    """The rows, with the words of a merged cell in each row that it stood beside."""
    above = [""] * len(schema.fields)
    for row in rows:
        triples = zip(row.cells, above, schema.fields, strict=True)
        above = [cell or (old if one.is_merged else "") for cell, old, one in triples]
        yield replace(row, cells=tuple(above))


def _goes_on(row: Row, schema: TableSchema) -> bool:
    """Whether a row is the second of merged ones: words only, and most that is required blank."""
    pairs = list(zip(row.cells, schema.fields, strict=True))
    required = [cell for cell, one in pairs if one.is_required]
    is_words = all(one.type == "string" for cell, one in pairs if cell)
    return is_words and not required[0] and 2 * sum(map(bool, required)) < len(required)


def _faults(
    source: Table, mapped: dict[int, tuple[int, ...]], schema: TableSchema
) -> Iterator[TableFault]:
    place = (source.sheet, source.header_row)
    for index, one in enumerate(schema.fields):
        if one.is_required and index not in mapped:
            yield TableFault(Code.MISSING_COLUMN, *place, detail=one.name)
    known = {column for columns in mapped.values() for column in columns}
    for column, name in zip(source.columns, source.header, strict=True):
        if column not in known and folded(name) not in _ORDINALS:
            yield TableFault(Code.UNKNOWN_COLUMN, *place, column, shortened(name))


MAX_ERRORS = 1000

_CONSTRAINT = re.compile(r'constraint "(\w+)"')


def check(table: Table, schema: TableSchema) -> tuple[TableFault, ...]:
    """What the library finds wrong in a table that `conform` made, at the cells it came from."""
    if not table.rows:
        return ()
    import frictionless  # half a second, which only this needs

    rows = [list(table.header), *(list(row.cells) for row in table.rows)]
    resource = frictionless.Resource(
        data=rows, schema=frictionless.Schema.from_descriptor(dict(schema.descriptor))
    )
    report = resource.validate(limit_errors=MAX_ERRORS)
    found = (error.to_descriptor() for task in report.tasks for error in task.errors)
    return tuple(_schema_faults(found, table, schema))


def _schema_faults(
    found: Iterator[dict[str, Any]], table: Table, schema: TableSchema
) -> Iterator[TableFault]:
    for error in found:
        row = table.rows[error["rowNumber"] - 2] if "rowNumber" in error else None
        index = error["fieldNumber"] - 1 if "fieldNumber" in error else None
        if index is not None and not table.columns[index]:
            continue  # the column is not there, which `conform` has said once
        yield TableFault(
            code=error["type"],
            sheet=row.sheet if row else table.sheet,
            row=row.number if row else table.header_row,
            column=None if index is None else table.columns[index],
            found=shortened(str(error.get("cell", ""))),
            detail=_expected(error, index, schema),
        )


def _expected(error: dict[str, Any], index: int | None, schema: TableSchema) -> str:
    """The constraint that was broken, or the type a cell should have had."""
    if match := _CONSTRAINT.search(error["note"]):
        return match[1]
    return "" if index is None else schema.fields[index].type
