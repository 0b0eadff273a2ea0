"""What each column of a table holds, and what it is for its reader: by its schema, or by its cells.

Without a schema little is taken for certain: a column holds figures only where every cell is one
and its heading names no number that counts nothing, such as that of a contract.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from oit.evidence.tables.conform import ORDINALS
from oit.evidence.tables.schema import Role, SchemaField, TableSchema
from oit.evidence.tables.text import (
    DASHES,
    arabic,
    heading_and_unit,
    heading_key,
    iso_date,
    plain_number,
)
from oit.evidence.tables.totals import has_no_sum
from oit.evidence.words import patterns_of
from oit.periods import BUDDHIST_OFFSET, FIRST_BUDDHIST_YEAR

_NO_AMOUNT = re.compile(patterns_of(__name__)["no_amount"])
# How a telephone number or a mark such as (1) begins, and numbers too long to count anything.
_IDENTIFIER = re.compile(r"0[0-9]|\(|[0-9]{12}")
_YEARS = range(1900, FIRST_BUDDHIST_YEAR + BUDDHIST_OFFSET)
_FIGURE_TYPES = frozenset({"number", "integer"})


class Kind(Enum):
    """What the cells of a column are."""

    TEXT = "text"
    FIGURE = "figure"
    DAY = "day"


class TableColumn(Struct, frozen=True, kw_only=True):
    """A column of a table that people read."""

    label: str
    """Its heading, without the unit."""
    unit: str = ""
    kind: Kind = Kind.TEXT
    role: Role = Role.PLAIN
    is_summed: bool = False
    """Whether its figures may be added up."""
    parts: tuple[str, ...] = ()
    """The headings of the columns into which it is parted."""


def columns_of(
    header: Sequence[str], rows: Sequence[Sequence[str]], schema: TableSchema | None
) -> tuple[TableColumn, ...]:
    """A column for each heading; exactly one of them names the rows, where there is any text.

    `rows` are as long as the header.
    """
    columns = [
        _known(field) if (field := _field(heading, schema)) else _guessed(heading, cells)
        for heading, cells in zip(header, _cells_by_column(header, rows), strict=True)
    ]
    return tuple(_with_key(columns))


def _cells_by_column(
    header: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[tuple[str, ...]]:
    return (tuple(row[index] for row in rows) for index in range(len(header)))


def _field(heading: str, schema: TableSchema | None) -> SchemaField | None:
    index = schema.field_index((heading,)) if schema else None
    return schema.fields[index] if schema and index is not None else None


def _known(field: SchemaField) -> TableColumn:
    kinds = {"date": Kind.DAY, **dict.fromkeys(_FIGURE_TYPES, Kind.FIGURE)}
    return TableColumn(
        label=field.short,
        unit=field.unit,
        kind=kinds.get(field.type, Kind.TEXT),
        role=field.role,
        is_summed=field.is_summed,
        parts=field.parts,
    )


def _guessed(heading: str, cells: Sequence[str]) -> TableColumn:
    label, unit = heading_and_unit(heading)
    if heading_key(heading) in ORDINALS:
        return TableColumn(label=heading, role=Role.ORDINAL)
    if _are_figures(heading, unit, cells):
        # What has no unit may be anything: it is not added up.
        is_summed = bool(unit) and not has_no_sum(label)
        return TableColumn(label=label, unit=unit, kind=Kind.FIGURE, is_summed=is_summed)
    kind = Kind.DAY if _all_days(cells) else Kind.TEXT
    return TableColumn(label=heading, kind=kind)


def _are_figures(heading: str, unit: str, cells: Sequence[str]) -> bool:
    filled = [arabic(cell) for cell in cells if cell and cell not in DASHES]
    if not filled or (not unit and _NO_AMOUNT.search(heading.casefold())):
        return False
    if any(_IDENTIFIER.match(cell) or plain_number(cell) is None for cell in filled):
        return False
    return bool(unit) or not all(cell.isdigit() and int(cell) in _YEARS for cell in filled)


def _all_days(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell and cell not in DASHES]
    return bool(filled) and all(map(iso_date, filled))


def _with_key(columns: list[TableColumn]) -> list[TableColumn]:
    """The columns, where the first of plain text names the rows if none else does."""
    if any(column.role is Role.KEY for column in columns):
        return columns
    plain = (
        index
        for index, column in enumerate(columns)
        if column.role is Role.PLAIN and column.kind is Kind.TEXT
    )
    if (first := next(plain, None)) is not None:
        columns[first] = replace(columns[first], role=Role.KEY)
    return columns
