"""Table schemas: what a table must hold, in the Table Schema standard of Frictionless Data.

They are files of this package. Beside what the standard knows, a field has `oit:aliases`, the
headings under which Thai offices write it; `oit:dash`, what a dash in its cells stands for; and
`oit:merged`, that a blank cell is part of a merged one and means what stands above it. For pages
there are `oit:role`, what the column is for (`Role`); `oit:short`, its heading; `oit:unit`, of its
figures, where its title does not end with it; `oit:parts`, the headings of the two columns into
which it is parted; `oit:total`, that its figures may be added up. For programs there are `oit:name`
and `oit:parted` (`machine_columns`). A schema has `oit:figure` where people come for a number: the
columns that name, count, and are compared with.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from msgspec import Struct

from oit.escaping import csv_bytes
from oit.evidence.tables.text import heading_and_unit, heading_key

_FOLDER = resources.files("oit.evidence.tables").joinpath("schemas")
_SUFFIX = ".json"


class Role(StrEnum):
    """What a column is for its reader."""

    PLAIN = "plain"
    ORDINAL = "ordinal"
    """It only numbers the rows."""
    KEY = "key"
    """It names the row."""
    AMOUNT = "amount"
    """The figure that people came for."""
    NOTE = "note"
    """Words about the row, which may be long."""
    DETAIL = "detail"
    """For those who look closer: folded."""
    PERIOD = "period"
    """When the row was; said once over the table where all rows agree."""
    OFFERS = "offers"
    """Who offered which prices, in one cell; folded."""
    AWARD = "award"
    """Who was chosen at which price, in one cell."""


class SchemaField(Struct, frozen=True, kw_only=True):
    """A column."""

    name: str
    """The heading it has in the form and in an open table."""
    type: str
    """Of the standard: `string`, `number`, `integer`, `date` …"""
    is_required: bool
    headings: frozenset[str]
    """Name, title and aliases, each by `heading_key`."""
    dash: str
    """What a dash in its cells stands for."""
    is_merged: bool
    """Whether a blank cell means what stands above it."""
    role: Role
    short: str
    """Its heading on pages."""
    unit: str
    """Of its figures; empty where none is named."""
    parts: tuple[str, ...]
    """The headings of the columns into which it is parted on pages; most are not."""
    is_summed: bool
    """Whether its figures may be added up."""


class FigureColumns(Struct, frozen=True, kw_only=True):
    """What the number is that people come to a table for (`oit:figure` of its schema)."""

    kind: str
    """What is counted, which chooses the words: `spent`."""
    name: str
    """The column that names the rows."""
    value: str
    """The column that is added up: of figures, or of those who were chosen with their prices."""
    beside: str = ""
    """The column it is compared with: what was planned, how many were closed."""


class TableSchema(Struct, frozen=True, kw_only=True, eq=False):
    """A table as a mandate asks for it."""

    name: str
    title: str
    fields: tuple[SchemaField, ...]
    descriptor: Mapping[str, Any]
    """The document, as any Frictionless tool reads it."""

    @property
    def figure(self) -> FigureColumns | None:
        """What it counts; `None` where people come for no number."""
        figure = self.descriptor.get("oit:figure")
        return FigureColumns(**figure) if figure else None

    def field_index(self, words: tuple[str, ...]) -> int | None:
        """The index of the field that a heading means; `words` stand over one column, top down.

        All words together go before each of them.
        """
        candidates = ("".join(words), *words)
        for heading in map(heading_key, candidates):
            for index, column in enumerate(self.fields):
                if heading in column.headings:
                    return index
        return None


def empty_form(schema: TableSchema) -> bytes:
    """The form to fill in for a schema: its headings as open CSV, and nothing beneath."""
    return csv_bytes([[field.name for field in schema.fields]])


@cache
def schema_names() -> tuple[str, ...]:
    """The names by which a mandate may ask for a schema, in order."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


@cache
def load_schema(name: str) -> TableSchema:
    """The schema of that name. Raises `KeyError` for an unknown one."""
    if name not in schema_names():
        raise KeyError(name)
    return _schema(json.loads(_FOLDER.joinpath(name + _SUFFIX).read_text("utf-8")))


def _schema(descriptor: Mapping[str, Any]) -> TableSchema:
    """A schema from its document. Raises `KeyError` where a part of it is missing."""
    return TableSchema(
        name=descriptor["name"],
        title=descriptor["title"],
        fields=tuple(map(_field, descriptor["fields"])),
        descriptor=descriptor,
    )


def _field(descriptor: Mapping[str, Any]) -> SchemaField:
    label, unit = heading_and_unit(descriptor["title"])
    headings = (descriptor["name"], descriptor["title"], *descriptor.get("oit:aliases", ()))
    return SchemaField(
        name=descriptor["name"],
        type=descriptor["type"],
        is_required=descriptor.get("constraints", {}).get("required", False),
        headings=frozenset(map(heading_key, headings)),
        dash=descriptor.get("oit:dash", ""),
        is_merged=descriptor.get("oit:merged", False),
        role=Role(descriptor.get("oit:role", Role.PLAIN)),
        short=descriptor.get("oit:short", label),
        unit=descriptor.get("oit:unit", unit),
        parts=tuple(descriptor.get("oit:parts", ())),
        is_summed=descriptor.get("oit:total", False),
    )
