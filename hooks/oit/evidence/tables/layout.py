"""Where a table stands in a sheet: its heading, below titles, and its rows, above signatures.

Offices merge headings over up to three rows, number the columns, repeat the heading on each
printed page, and write sums, notes and signatures beneath.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from oit.evidence.tables.nothing import has_nothing, is_not_yet, states_none
from oit.evidence.tables.row_kinds import (
    has_no_data,
    is_total,
    lists_something,
    numbers_the_columns,
    totals_among,
    width_of,
)
from oit.evidence.tables.text import DASHES, is_amount
from oit.evidence.tables.values import Header, Row, Sheet, Table
from oit.evidence.words import patterns_of

MAX_TITLES = 30
"""Rows at the top of a sheet that are looked through for a heading."""
MAX_HEIGHT = 3
"""Rows that a heading may have."""
_LEAST_COLUMNS = 2
_NEARLY_FULL = 0.6
"""Share of the widest row's cells that a heading fills at least."""
_WORDS = patterns_of(__name__)
# How signatures and notes begin.
_CLOSING = re.compile(
    rf"\(?\s*(?:{_WORDS['signed']})"
    rf"|(?:{_WORDS['line']})\s*[.…:]|\(\s*(?:{_WORDS['name']})|[.…_]{{5,}}"
)

Score: TypeAlias = Callable[[Header], int]
"""How well a heading fits; 0 where it does not."""


def guess_header(rows: Sequence[Row]) -> Header | None:
    """The heading of a table without schema: the first row nearly as wide as the widest."""
    width = max((len(row.filled()) for row in rows), default=0)
    if width < _LEAST_COLUMNS:
        return None
    for first, row in enumerate(rows[:MAX_TITLES]):
        filled = row.filled()
        is_wide = len(filled) >= max(_LEAST_COLUMNS, _NEARLY_FULL * width)
        if is_wide and not all(map(is_amount, filled)):
            return _extended(rows, first, first + 1)
    return None


def best_header(rows: Sequence[Row], score: Score) -> Header | None:
    """The heading that scores highest; of equals the one with fewer rows, then the upper one."""
    best, best_score = None, 0
    for height in range(1, MAX_HEIGHT + 1):
        for first in range(min(MAX_TITLES, len(rows) - height + 1)):
            scored = score(_header(rows, first, first + height))
            if scored > best_score:
                best, best_score = (first, first + height), scored
    return _extended(rows, *best) if best else None


def table_under(sheet: Sheet, header: Header) -> Table:
    """The table under a heading; its rows have a cell for each column that has a name."""
    named = [index for index, words in enumerate(header.labels) if words]
    body = sheet.rows[header.end : _end_of_data(sheet.rows, header, len(named))]
    held = {index for row in body for index, cell in enumerate(row.cells) if cell}
    columns = [index for index in named if index in held or _is_own(header, index)]
    is_listing = any(lists_something(row, header) for row in body)
    is_none = not is_listing and _states_none(sheet, header)
    rows = [
        Row(row.number, tuple(row.cell(index) for index in columns), sheet.name)
        for row in (() if is_none else body)
        if not has_no_data(row, header) and (is_listing or not is_not_yet(row))
    ]
    totals = totals_among(rows)
    summed = {row.number for row in totals}
    return Table(
        header=tuple(header.names[index] for index in columns),
        rows=tuple(row for row in rows if row.number not in summed and row.filled()),
        totals=totals,
        states_none=is_none,
        columns=tuple(index + 1 for index in columns),
        header_row=sheet.rows[header.first].number,
        sheet=sheet.name,
    )


def unnamed_columns(sheet: Sheet, table: Table, width: int | None) -> Iterator[tuple[int, str]]:
    """Columns that have cells but no name, from 1, each with a cell; among the first `width`."""
    known = set(table.columns)
    numbers = {row.number for row in (*table.rows, *table.totals)}
    for row in sheet.rows:
        for column, cell in enumerate(row.cells[:width] if row.number in numbers else (), 1):
            if cell and column not in known:
                known.add(column)
                yield column, cell


def _is_own(header: Header, index: int) -> bool:
    """Whether a column has a heading by itself, not one that is merged over it, too."""
    return index == 0 or header.labels[index] != header.labels[index - 1]


def _states_none(sheet: Sheet, header: Header) -> bool:
    """Whether a sheet states anywhere that there was nothing, or shows it beneath its heading."""
    below = sheet.rows[header.end :]
    width = width_of(header)
    return any(map(states_none, sheet.rows)) or any(has_nothing(row, width) for row in below)


# The heading


def _extended(rows: Sequence[Row], first: int, end: int) -> Header:
    """The heading with the rows that continue it; a row of column numbers is skipped."""
    while end < len(rows) and end - first < MAX_HEIGHT:
        if not _continues(rows[end], rows[first:end]):
            break
        end += 1
    header = _header(rows, first, end)
    if end < len(rows) and numbers_the_columns(rows[end]):
        return Header(first, end + 1, header.labels)
    return header


def _continues(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row names parts of columns: words only, under a heading that spans them."""
    start = min(index for upper in above for index, cell in enumerate(upper.cells) if cell)
    filled = {index for index, cell in enumerate(row.cells) if cell}
    is_words = not any(is_amount(cell) or cell in DASHES for cell in row.filled())
    if not filled or start in filled or not is_words or is_total(row) or has_nothing(row, 0):
        return False
    own = set().union(*map(_own_columns, above))
    return not filled <= own or all(cell.startswith("(") for cell in row.filled())


def _own_columns(row: Row) -> set[int]:
    """The columns that have a heading of their own: not one that is merged over several."""
    merged = {index for start, end in row.spans for index in range(start, end)}
    return {index for index, cell in enumerate(row.cells) if cell} - merged


def _header(rows: Sequence[Row], first: int, end: int) -> Header:
    """The heading that the rows from `first` to before `end` make."""
    levels = [_unmerged(rows[at], rows[at + 1 : end]) for at in range(first, end)]
    width = max(map(len, levels))
    columns = ((level[at] if at < len(level) else "" for level in levels) for at in range(width))
    return Header(first, end, tuple(tuple(_unique(words)) for words in columns))


def _unmerged(row: Row, below: Sequence[Row]) -> list[str]:
    """The cells of a heading's row, each repeated over the columns that it spans.

    Where the file does not tell them, these are the columns that are split beneath it.
    """
    ends = (end for _, end in row.spans)
    width = max(len(row.cells), *(len(lower.cells) for lower in below), *ends, 0)
    if row.spans:
        return _spread(row, width)
    carried, labels = "", []
    for index in range(width):
        own = row.cell(index)
        is_split = any(lower.cell(index) for lower in below)
        carried = own or carried
        labels.append(own or (carried if is_split else ""))
    return labels


def _spread(row: Row, width: int) -> list[str]:
    labels = [row.cell(index) for index in range(width)]
    for start, end in row.spans:
        labels[start:end] = [row.cell(start)] * (end - start)
    return labels


def _unique(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word for word in words if word)


# The end


def _end_of_data(rows: Sequence[Row], header: Header, width: int) -> int:
    """Index at which signatures and notes begin, below the last row that is half full."""
    most = max(2, width // 2)
    start = len(rows)
    while start > header.end and len(rows[start - 1].filled()) <= most:
        start -= 1
    for index in range(start, len(rows)):
        if any(_CLOSING.match(cell) for cell in rows[index].filled()):
            return index
    return len(rows)
