"""Headings that nearly say what a column of the form is called."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from oit.evidence.tables.schema import SchemaField, TableSchema
from oit.evidence.tables.text import heading_key

_LEAST = 0.72
"""Of 1, which is the same: how alike two headings are that are asked about."""
_SHORTEST = 5
"""Letters of a heading that may stand for a longer one that begins with it: เหตุผล."""
_LONGEST = 200
"""Characters of a heading; longer ones are no heading, and would be costly to compare."""
_MOST = 40
"""Columns that are compared."""


def similar_columns(
    schema: TableSchema, missing: Sequence[int], unknown: Mapping[int, str]
) -> dict[int, int]:
    """By its number the unknown column that probably is a missing one, with that field's index.

    `missing` are indexes of fields, `unknown` the headings of columns by their numbers. The most
    alike are paired first, each once.
    """
    pairs = sorted(
        (
            (_likeness(heading_key(name), schema.fields[index]), -number, -index)
            for number, name in list(unknown.items())[:_MOST]
            for index in missing
            if len(name) <= _LONGEST
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for likeness, number, index in pairs:
        if likeness >= _LEAST and -number not in found and -index not in found.values():
            found[-number] = -index
    return found


def _likeness(key: str, field: SchemaField) -> float:
    return max((_alike(key, heading) for heading in field.headings), default=0)


def _alike(key: str, heading: str) -> float:
    """How alike two headings are; one that the other begins with is a short form of it."""
    shorter, longer = sorted((key, heading), key=len)
    if len(shorter) >= _SHORTEST and longer.startswith(shorter):
        return _LEAST
    return SequenceMatcher(None, key, heading, autojunk=False).ratio()
