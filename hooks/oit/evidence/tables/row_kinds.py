"""Rows of an office's table by what they say: data, sums, lines between them, or nothing."""

import re
from collections.abc import Sequence
from decimal import Decimal

from oit.evidence.tables.nothing import has_nothing, is_bare, is_not_yet, states_none
from oit.evidence.tables.text import DASHES, arabic, heading_key, is_amount, plain_number
from oit.evidence.tables.values import Header, Row
from oit.evidence.words import patterns_of

# (1), (2), (3) are column numbers; a bare 1, 2, 3 may be data, so it takes more of them.
_LEAST_IN_PARENTHESES, _LEAST_BARE = 3, 5
_WORDS = patterns_of(__name__)
_TOTAL = re.compile(_WORDS["total"])
_SUBTOTAL = re.compile(rf"(?:{_WORDS['sum']})\s*(?:{_WORDS['parts']}).*")
_GROUP = re.compile(rf"(?:\d+[.)]?\s*)?(?:{_WORDS['parts']}).*")
_LEAST_OF_GROUPS = 4
"""Columns of a table that offices divide by lines such as "ฝ่ายโยธา"."""


def width_of(header: Header) -> int:
    """How many columns a heading names."""
    return sum(map(bool, header.labels))


def totals_among(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that sum up others; the last one, too, if it is nothing but the sums of them."""
    totals = tuple(row for row in rows if is_total(row))
    others = [row for row in rows if row.filled() and not is_total(row)]
    is_sum = bool(others) and _is_sum_of(others[-1], others[:-1])
    return (*totals, others[-1]) if is_sum else totals


def is_total(row: Row) -> bool:
    """Whether a row sums up others: all of them, or those of a part."""
    first, *rest = (arabic(cell) for cell in row.filled()) if row.filled() else ("",)
    if _TOTAL.fullmatch(first):
        return True
    is_amounts = bool(rest) and all(plain_number(cell) or cell in DASHES for cell in rest)
    return is_amounts and bool(_SUBTOTAL.fullmatch(first))


def _is_sum_of(row: Row, others: Sequence[Row]) -> bool:
    """Whether each cell that is filled, none at the left, is the sum of the cells above.

    Of one row there is no sum, and nothing but zeros may be a row like the others.
    """
    stated = {index: plain_number(cell) for index, cell in enumerate(row.cells) if cell}
    is_blank = 0 in stated or not any(Decimal(number) for number in stated.values() if number)
    return (
        not is_blank
        and len(others) > 1
        and all(
            number is not None and Decimal(number) == _sum_of(index, others)
            for index, number in stated.items()
        )
    )


def _sum_of(index: int, rows: Sequence[Row]) -> Decimal | None:
    """The sum of a column; `None` where a cell is no number."""
    numbers = [plain_number(cell) for row in rows if (cell := row.cell(index))]
    known = [Decimal(number) for number in numbers if number is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) else None


def _names_a_group(row: Row, header: Header) -> bool:
    """Whether a row only says of which part those below it are: ฝ่ายโยธา, at the left."""
    filled = row.filled()
    is_alone = len(filled) == 1 and width_of(header) >= _LEAST_OF_GROUPS
    first = row.cell(0) or row.cell(1)
    return is_alone and bool(_GROUP.fullmatch(arabic(first)))


def numbers_the_columns(row: Row) -> bool:
    """Whether a row holds nothing but column numbers: (1), (2), (3) and so on."""
    filled = [arabic(cell) for cell in row.filled()]
    bare = [cell.strip("()") for cell in filled]
    is_series = bare == [str(number) for number in range(1, len(bare) + 1)]
    least = _LEAST_IN_PARENTHESES if filled and filled[0].startswith("(") else _LEAST_BARE
    return is_series and len(bare) >= least


def _repeats_header(row: Row, header: Header) -> bool:
    """Whether a row is the heading again, as at the top of a printed page."""
    names = [words[0] for words in header.labels if words]
    return list(map(heading_key, row.filled())) == list(map(heading_key, names))


def has_no_data(row: Row, header: Header) -> bool:
    """Whether a row between heading and end is dashes, printed, or a sentence of nothing."""
    is_blank = all(cell in DASHES for cell in row.filled())
    is_printed = _repeats_header(row, header) or numbers_the_columns(row)
    return is_blank or is_printed or states_none(row) or _names_a_group(row, header)


def lists_something(row: Row, header: Header) -> bool:
    """Whether a row is more than an ordinal that the form has printed in advance, or a sum."""
    if is_total(row) or has_no_data(row, header) or is_not_yet(row):
        return False
    has_words = any(not is_amount(cell) for cell in row.filled() if cell not in DASHES)
    return (has_words or not is_bare(row)) and not has_nothing(row, width_of(header))
