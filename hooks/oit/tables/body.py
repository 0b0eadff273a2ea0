"""The rows of a table, without the signatures and notes below it."""

import re
from collections.abc import Sequence

from oit.tables.header import counts_columns, is_total, repeats, states_none
from oit.tables.text import DASHES, is_amount
from oit.tables.values import Header, Row, Sheet, Table

_CLOSING = re.compile(
    r"\(?\s*(?:ลงชื่อ|ลงนาม|ผู้จัดทำ|ผู้รายงาน|ผู้ตรวจสอบ|ผู้รับรอง|หมายเหตุ|ข้อมูล ณ|ที่มา\s*:|\*)"
    r"|(?:ตำแหน่ง|วันที่)\s*[.…:]|\(\s*(?:นาย|นาง|น\.ส\.|ว่าที่|ดร\.|\.{3,}|…)|[.…_]{5,}"
)


def table_of(sheet: Sheet, header: Header) -> Table:
    """The table under a heading; its rows have a cell for each column that has a name."""
    columns = [index for index, words in enumerate(header.labels) if words]
    body = sheet.rows[header.end : _end(sheet.rows, header, len(columns))]
    found = [
        Row(row.number, tuple(row.cell(index) for index in columns), sheet.name)
        for row in body
        if not states_none(row) and not _is_furniture(row, header)
    ]
    is_none = any(map(states_none, sheet.rows)) and not any(map(_has_words, found))
    rows = [] if is_none else found
    return Table(
        header=tuple(header.names[index] for index in columns),
        rows=tuple(row for row in rows if not is_total(row) and row.filled()),
        totals=tuple(row for row in rows if is_total(row)),
        states_none=is_none,
        columns=tuple(index + 1 for index in columns),
        header_row=sheet.rows[header.first].number,
        sheet=sheet.name,
    )


def _is_furniture(row: Row, header: Header) -> bool:
    """Whether a row between heading and end holds no data."""
    is_blank = all(cell in DASHES for cell in row.filled())
    return is_blank or repeats(row, header) or counts_columns(row)


def _has_words(row: Row) -> bool:
    """Whether a row is more than a number that was written in advance."""
    return any(not is_amount(cell) and cell not in DASHES for cell in row.filled())


def _end(rows: Sequence[Row], header: Header, width: int) -> int:
    """Where the signatures and notes begin: nothing after that fills half a row."""
    most = max(2, width // 2)
    start = len(rows)
    while start > header.end and len(rows[start - 1].filled()) <= most:
        start -= 1
    for index in range(start, len(rows)):
        if any(_CLOSING.match(cell) for cell in rows[index].filled()):
            return index
    return len(rows)
