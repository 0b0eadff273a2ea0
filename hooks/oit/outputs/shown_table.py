"""The first rows of a table as people read them; its file keeps what programs read."""

import re
from datetime import date
from decimal import Decimal
from itertools import chain, repeat

from oit.catalog.dates import thai_short_date
from oit.evidence.facts import TableReport
from oit.evidence.tables.schema import load_schema

_FIGURE = re.compile(r"-?\d+(\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def shown_rows(report: TableReport) -> tuple[tuple[str, ...], ...]:
    """The rows of a report's preview, with days in Thai and commas in figures.

    Only in columns whose schema says that they hold such: a number of a contract stays as it is.
    """
    kinds = _kinds(report)
    return tuple(
        # A row may be longer than its heading, or shorter.
        tuple(_shown(*pair) for pair in zip(row, chain(kinds, repeat("")), strict=False))
        for row in report.preview
    )


def _kinds(report: TableReport) -> tuple[str, ...]:
    """The type of each column; nothing where the table follows no schema that knows it."""
    if report.schema is None:
        return ("",) * len(report.header)
    schema = load_schema(report.schema)
    indexes = (schema.field_index((heading,)) for heading in report.header)
    return tuple("" if index is None else schema.fields[index].type for index in indexes)


def _shown(cell: str, kind: str) -> str:
    if kind == "date" and _DAY.fullmatch(cell):
        return thai_short_date(date.fromisoformat(cell))
    if kind in ("number", "integer") and _FIGURE.fullmatch(cell):
        return f"{Decimal(cell):,}"
    return cell
