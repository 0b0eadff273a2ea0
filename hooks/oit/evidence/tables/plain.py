"""Tables that no schema describes: numbers and dates made plain where they are certain."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from oit.evidence.tables.text import DASHES, arabic, iso_date, plain_number
from oit.evidence.tables.values import Table

_NO_AMOUNT = re.compile(r"0\d|\(")
"""How a telephone number or a mark such as (1) begins."""


def plainly(table: Table) -> Table:
    """The table with plain numbers and ISO dates in the columns that hold nothing else."""
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    plain = zip(*map(_plain, columns), strict=True)
    rows = (replace(row, cells=cells) for row, cells in zip(table.rows, plain, strict=True))
    return replace(table, rows=tuple(rows))


def _plain(cells: Sequence[str]) -> Sequence[str]:
    filled = [cell for cell in cells if cell and cell not in DASHES]
    if _are_all(plain_number, filled) and not any(_NO_AMOUNT.match(arabic(one)) for one in filled):
        return _converted(plain_number, cells)
    return _converted(iso_date, cells) if _are_all(iso_date, filled) else cells


def _are_all(convert: Callable[[str], str | None], cells: Iterable[str]) -> bool:
    return bool(cells) and all(convert(cell) for cell in cells)


def _converted(convert: Callable[[str], str | None], cells: Sequence[str]) -> list[str]:
    """Dashes and blanks become blank."""
    return [convert(cell) or "" for cell in cells]
