"""What a file's tables say, as one hash: the same for every way to write the same figures."""

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal

from oit.evidence.tables.text import arabic, clean_cell, iso_date, plain_number
from oit.evidence.tables.values import Row, TableFacts


def fingerprint(facts: TableFacts) -> str:
    """SHA-256 of the rows of all visible sheets; empty where there are none.

    The first table goes without its titles, heading and notes, and all rows go without blanks,
    separators and order: a copy under another heading, or as another type of file, is the same.
    """
    rows = sorted(filter(None, map(_plain_row, _rows(facts))))
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest() if rows else ""


def _rows(facts: TableFacts) -> Iterator[Row]:
    table = facts.table
    if table:
        yield from (*table.rows, *table.totals)
    for sheet in facts.visible():
        if not table or sheet.name != table.sheet:
            yield from sheet.rows


def _plain_row(row: Row) -> list[str]:
    """The cells that hold something, in order: an empty column moves none of them."""
    return [cell for cell in map(_plain_cell, row.cells) if cell]


def _plain_cell(cell: str) -> str:
    text = arabic(clean_cell(cell))
    if number := plain_number(text):
        return f"{Decimal(number).normalize():f}"
    return iso_date(text) or text
