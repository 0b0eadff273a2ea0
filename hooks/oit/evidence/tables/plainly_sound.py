"""Whether a table follows its schema beyond doubt, so that no library need be asked.

To load Frictionless and to check one table by it costs as much as all else that is read of thirty
tables, and most tables have nothing wrong. Only what is certain is decided here: a schema with
anything that this module does not know, and a cell that is not of the plainest form, are doubts.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from oit.evidence.tables.schema import TableSchema
from oit.evidence.tables.values import Table

_TOLD = frozenset({"$schema", "name", "title", "description", "fields"})
"""What a schema may say besides our own `oit:` words: all else may ask something of its rows."""
_FIELD_TOLD = frozenset({"name", "title", "description", "type", "constraints"})
_FORMS = {
    "string": re.compile(".*", re.DOTALL),
    "number": re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?"),
    "integer": re.compile(r"-?[0-9]{1,30}"),
    "date": re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""By the type of a field: how a cell is written that is certainly of it."""
_HOLDS: Mapping[str, Callable[[str, Any], bool]] = {
    "minimum": lambda cell, least: Decimal(cell) >= Decimal(str(least)),
    "maximum": lambda cell, most: Decimal(cell) <= Decimal(str(most)),
    "enum": lambda cell, allowed: cell in allowed,
    "pattern": lambda cell, pattern: re.fullmatch(pattern, cell) is not None,
}
"""By the name of a constraint: whether it holds for a cell that is not empty."""
_OF_FIGURES = frozenset({"minimum", "maximum"})
_FIGURES = frozenset({"number", "integer"})


def is_plainly_sound(table: Table, schema: TableSchema) -> bool:
    """Whether Frictionless would find nothing wrong; where this is false, it is to be asked."""
    fields = schema.descriptor["fields"]
    if not _is_known(schema.descriptor, _TOLD) or not all(map(_is_known_field, fields)):
        return False
    if table.header != tuple(field["name"] for field in fields):
        return False
    columns = zip(*(row.cells for row in table.rows), strict=True)
    return all(any(row.cells) for row in table.rows) and all(
        _is_sound(frozenset(cells), field) for cells, field in zip(columns, fields, strict=True)
    )


def _is_known(described: Mapping[str, Any], told: frozenset[str]) -> bool:
    return all(name in told or name.startswith("oit:") for name in described)


def _is_known_field(field: Mapping[str, Any]) -> bool:
    constraints = field.get("constraints", {}).keys() - {"required"}
    of_text = constraints - _OF_FIGURES if field["type"] in _FIGURES else constraints
    is_known = of_text <= ({"enum", "pattern"} if field["type"] == "string" else set())
    return is_known and field["type"] in _FORMS and _is_known(field, _FIELD_TOLD)


def _is_sound(cells: frozenset[str], field: Mapping[str, Any]) -> bool:
    """Whether the different cells of a column are all of its type and within its constraints."""
    asked = dict(field.get("constraints", {}))
    is_required, form = asked.pop("required", False), _FORMS[field["type"]]
    filled = cells - {""}
    if is_required and filled != cells:
        return False
    return all(
        form.fullmatch(cell)
        and (field["type"] != "date" or _is_day(cell))
        and all(_HOLDS[name](cell, value) for name, value in asked.items())
        for cell in filled
    )


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True
