"""A table that `conform` made against its schema, by the Frictionless library."""

import re
from collections.abc import Iterator
from typing import Any

from oit.evidence.tables.conform import CONVERTERS
from oit.evidence.tables.plainly_sound import is_plainly_sound
from oit.evidence.tables.schema import TableSchema
from oit.evidence.tables.text import shortened
from oit.evidence.tables.values import Table, TableFault

MAX_ERRORS = 1000
"""Errors after which Frictionless stops checking a table."""
_CONSTRAINT = re.compile(r'constraint "(\w+)"')
# A figure with digits of another script; Thai ones have become 0 to 9 before.
_FOREIGN_FIGURE = re.compile(r"(?=.*(?![0-9])\d)[\d.,/+-]+")


def check(table: Table, schema: TableSchema) -> tuple[TableFault, ...]:
    """What Frictionless finds wrong in a table that `conform` made, at the cells it came from."""
    if not table.rows or is_plainly_sound(table, schema):
        return ()
    import frictionless  # heavy, and most tables have nothing wrong

    rows = [list(table.header), *(list(row.cells) for row in table.rows)]
    resource = frictionless.Resource(
        data=rows, schema=frictionless.Schema.from_descriptor(dict(schema.descriptor))
    )
    report = resource.validate(limit_errors=MAX_ERRORS)
    errors = (error.to_descriptor() for task in report.tasks for error in task.errors)
    return (*_foreign_figures(table, schema), *_schema_faults(errors, table, schema))


def _foreign_figures(table: Table, schema: TableSchema) -> Iterator[TableFault]:
    """Figures and dates in digits of other scripts, which Frictionless would take for numbers."""
    for row in table.rows:
        for index, (cell, field) in enumerate(zip(row.cells, schema.fields, strict=True)):
            if field.type in CONVERTERS and _FOREIGN_FIGURE.fullmatch(cell):
                place = (row.sheet, row.number, table.columns[index], shortened(cell))
                yield TableFault("type-error", *place, detail=field.type)


def _schema_faults(
    errors: Iterator[dict[str, Any]], table: Table, schema: TableSchema
) -> Iterator[TableFault]:
    for error in errors:
        # Frictionless counts the header as row 1, and fields from 1.
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
