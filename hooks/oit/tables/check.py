"""A conformed table against its schema, by the Frictionless library."""

import re
from collections.abc import Iterator
from typing import Any

from oit.tables.schema import TableSchema
from oit.tables.text import shortened
from oit.tables.values import Fault, Table

MAX_ERRORS = 1000
_CONSTRAINT = re.compile(r'constraint "(\w+)"')


def check(table: Table, schema: TableSchema) -> tuple[Fault, ...]:
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
    return tuple(_faults(found, table, schema))


def _faults(found: Iterator[dict[str, Any]], table: Table, schema: TableSchema) -> Iterator[Fault]:
    for error in found:
        row = table.rows[error["rowNumber"] - 2] if "rowNumber" in error else None
        index = error["fieldNumber"] - 1 if "fieldNumber" in error else None
        if index is not None and not table.columns[index]:
            continue  # the column is not there, which `conform` has said once
        yield Fault(
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
