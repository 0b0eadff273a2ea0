"""Whether the rows of sums in a table are the sums of its rows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from oit.evidence.tables.text import DASHES, plain_number, shortened
from oit.evidence.tables.values import Code, Row, Table, TableFault
from oit.evidence.words import patterns_of

_NO_SUM = re.compile(patterns_of(__name__)["no_sum"])
_SATANG = Decimal("0.01")


def total_faults(table: Table) -> Iterator[TableFault]:
    """The sums that differ from what they sum up, each with both figures.

    A row of sums may sum all rows above it, those since the last such row, or those sums. A column
    counts only where every cell that is filled is a figure, so that nothing is told without need.
    """
    for index, name in enumerate(table.header):
        if not has_no_sum(name):
            yield from _column_faults(table, index)


def has_no_sum(heading: str) -> bool:
    """Whether the total of a column is no sum, by its heading: a share, a mean, a balance."""
    return _NO_SUM.search(heading.casefold()) is not None


def _column_faults(table: Table, index: int) -> Iterator[TableFault]:
    amounts = [(row.number, _amount(row.cell(index))) for row in table.rows]
    if any(amount is None for _, amount in amounts) or not any(amount for _, amount in amounts):
        return
    known = [(number, amount) for number, amount in amounts if amount is not None]
    last, sums = 0, Decimal(0)
    for total in table.totals:
        stated = _stated(total, index)
        above = [amount for number, amount in known if number < total.number]
        since = [amount for number, amount in known if last < number < total.number]
        last = total.number
        if stated is None:
            continue
        if not any(_is_near(stated, sum(way), len(above)) for way in (above, since, [sums])):
            yield _fault(table, total, index, sum(since or above, Decimal(0)))
        sums += stated


def _amount(cell: str) -> Decimal | None:
    """The figure of a cell, 0 of a blank one; `None` where it is something else."""
    if not cell or cell in DASHES:
        return Decimal(0)
    number = plain_number(cell)
    return Decimal(number) if number else None


def _stated(total: Row, index: int) -> Decimal | None:
    return _amount(total.cell(index)) if total.cell(index) not in {"", *DASHES} else None


def _is_near(stated: Decimal, summed: Decimal | int, rows: int) -> bool:
    """Whether two sums differ by no more than rounding: to satang in each row, to baht at last."""
    is_whole = stated == stated.to_integral_value()
    return abs(stated - summed) < (1 if is_whole and summed % 1 else _SATANG * max(rows, 1))


def _fault(table: Table, total: Row, index: int, summed: Decimal) -> TableFault:
    place = (total.sheet, total.number, table.columns[index], shortened(total.cell(index)))
    return TableFault(Code.TOTAL_DIFFERS, *place, detail=f"{summed.normalize():,f}")
