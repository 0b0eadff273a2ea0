"""Where a table stands in a sheet: its heading, below titles, and its rows, above signatures.

Offices merge headings over up to three rows, number the columns, repeat the heading on each
printed page, and write sums, notes and signatures beneath.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from oit.evidence.tables.text import DASHES, arabic, heading_key, is_amount
from oit.evidence.tables.values import Header, Row, Sheet, Table

MAX_TITLES = 30
"""Rows at the top of a sheet that are looked through for a heading."""
MAX_HEIGHT = 3
"""Rows that a heading may have."""
_LEAST_COLUMNS = 2
_NEARLY_FULL = 0.6
"""Share of the widest row's cells that a heading fills at least."""
# (1), (2), (3) are column numbers; a bare 1, 2, 3 may be data, so it takes more of them.
_LEAST_IN_PARENTHESES, _LEAST_BARE = 3, 5
_TOTAL = re.compile(
    r"(?:รวม|ยอดรวม)(?:ทั้งหมด|ทั้งสิ้น|ทั้งสี้น|เงิน|เป็นเงิน|จำนวนเงิน|ยอด|สุทธิ)*"
    r"(?:ทั้งหมด|ทั้งสิ้น)?\s*(?:\(.*\)|\d+\s*(?:รายการ|ราย|เรื่อง))?\s*:?"
)
_NOTHING = re.compile(r"ไม่มี(?:การ|รายการ|เรื่อง|ข้อมูล|ผู้|เงิน|โครงการ|คำขอ)")
# How signatures and notes begin: signed, compiled or checked by, position, date, (Mr. …), dots.
_CLOSING = re.compile(
    r"\(?\s*(?:ลงชื่อ|ลงนาม|ผู้จัดทำ|ผู้รายงาน|ผู้ตรวจสอบ|ผู้รับรอง|หมายเหตุ|ข้อมูล ณ|ที่มา\s*:|\*)"
    r"|(?:ตำแหน่ง|วันที่)\s*[.…:]|\(\s*(?:นาย|นาง|น\.ส\.|ว่าที่|ดร\.|\.{3,}|…)|[.…_]{5,}"
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
    columns = [index for index, words in enumerate(header.labels) if words]
    body = sheet.rows[header.end : _end_of_data(sheet.rows, header, len(columns))]
    candidates = [
        Row(row.number, tuple(row.cell(index) for index in columns), sheet.name)
        for row in body
        if not _states_none(row) and not _has_no_data(row, header)
    ]
    is_none = any(map(_states_none, sheet.rows)) and not any(map(_has_words, candidates))
    rows = [] if is_none else candidates
    return Table(
        header=tuple(header.names[index] for index in columns),
        rows=tuple(row for row in rows if not _is_total(row) and row.filled()),
        totals=tuple(row for row in rows if _is_total(row)),
        states_none=is_none,
        columns=tuple(index + 1 for index in columns),
        header_row=sheet.rows[header.first].number,
        sheet=sheet.name,
    )


# Rows by what they say


def _is_total(row: Row) -> bool:
    """Whether a row sums up others."""
    filled = row.filled()
    return bool(filled) and bool(_TOTAL.fullmatch(arabic(filled[0])))


def _states_none(row: Row) -> bool:
    """Whether a row says that there is nothing to list, and nothing else but one number."""
    filled = [cell for cell in row.filled() if cell not in DASHES]
    words = [cell for cell in filled if not is_amount(cell)]
    return len(words) == 1 and bool(_NOTHING.search(words[0])) and len(filled) <= 2


def _numbers_the_columns(row: Row) -> bool:
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


def _has_no_data(row: Row, header: Header) -> bool:
    """Whether a row between heading and end is dashes, a repeated heading or column numbers."""
    is_blank = all(cell in DASHES for cell in row.filled())
    return is_blank or _repeats_header(row, header) or _numbers_the_columns(row)


def _has_words(row: Row) -> bool:
    """Whether a row is more than an ordinal that the form has printed in advance."""
    return any(not is_amount(cell) and cell not in DASHES for cell in row.filled())


# The heading


def _extended(rows: Sequence[Row], first: int, end: int) -> Header:
    """The heading with the rows that continue it; a row of column numbers is skipped."""
    while end < len(rows) and end - first < MAX_HEIGHT:
        if not _continues(rows[end], _header(rows, first, end)):
            break
        end += 1
    header = _header(rows, first, end)
    if end < len(rows) and _numbers_the_columns(rows[end]):
        return Header(first, end + 1, header.labels)
    return header


def _continues(row: Row, header: Header) -> bool:
    """Whether a row names parts of columns: words only, under a heading that spans them."""
    start = next((index for index, words in enumerate(header.labels) if words), 0)
    filled = {index for index, cell in enumerate(row.cells) if cell}
    is_words = not any(is_amount(cell) or cell in DASHES for cell in row.filled())
    if not filled or start in filled or not is_words or _is_total(row) or _states_none(row):
        return False
    spans = any(index >= len(header.labels) or not header.labels[index] for index in filled)
    return spans or all(cell.startswith("(") for cell in row.filled())


def _header(rows: Sequence[Row], first: int, end: int) -> Header:
    """The heading that the rows from `first` to before `end` make."""
    levels = [_unmerged(rows[at], rows[at + 1 : end]) for at in range(first, end)]
    width = max(map(len, levels))
    columns = ((level[at] if at < len(level) else "" for level in levels) for at in range(width))
    return Header(first, end, tuple(tuple(_unique(words)) for words in columns))


def _unmerged(row: Row, below: Sequence[Row]) -> list[str]:
    """The cells of a heading's row, each repeated over the columns that are split beneath it."""
    width = max(len(row.cells), *(len(lower.cells) for lower in below), 0)
    carried, labels = "", []
    for index in range(width):
        own = row.cell(index)
        is_split = any(lower.cell(index) for lower in below)
        carried = own or carried
        labels.append(own or (carried if is_split else ""))
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
