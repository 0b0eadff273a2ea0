"""What a file's tables say, as one hash: the same for every way to write the same figures."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from oit.evidence.tables.text import arabic, clean_cell, iso_date, plain_number
from oit.evidence.tables.values import Row, TableFacts


def fingerprint(facts: TableFacts) -> str:
    """SHA-256 of the cells of all visible sheets; empty where there are none.

    The first table goes without its titles, heading and notes; blanks, separators, running numbers,
    and the order of rows and columns do not count: a copy under another heading, or as another type
    of file, is the same.
    """
    tables = [columns for rows in _tables(facts) if (columns := _columns(rows))]
    return hashlib.sha256(json.dumps(tables).encode()).hexdigest() if tables else ""


def _tables(facts: TableFacts) -> Iterator[tuple[Row, ...]]:
    table = facts.table
    if table:
        yield (*table.rows, *table.totals)
    for sheet in facts.visible():
        if not table or sheet.name != table.sheet:
            yield tuple(sheet.rows)


def _columns(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """The columns that hold something, in an order of their own, over rows in theirs."""
    plain = [[_plain_cell(cell) for cell in row.cells] for row in rows]
    known = [column for column in zip_longest(*plain, fillvalue="") if not _is_numbering(column)]
    told = {cells for cells in zip(*known, strict=True) if any(cells)}
    # By what a row holds, wherever it stands: so the order of the columns decides nothing.
    in_order = sorted(told, key=lambda cells: (sorted(filter(None, cells)), cells))
    return sorted(column for column in zip(*in_order, strict=True) if any(column))


def _is_numbering(column: Iterable[str]) -> bool:
    """Whether a column has nothing but the numbers of its rows, from the first to the last."""
    told = [cell for cell in column if cell]
    return len(told) > 1 and told == [str(number) for number in range(1, len(told) + 1)]


@lru_cache(maxsize=65_536)  # a long table has most of its cells many times
def _plain_cell(cell: str) -> str:
    text = arabic(clean_cell(cell))
    if number := plain_number(text):
        return f"{Decimal(number).normalize():f}"
    return iso_date(text) or text
