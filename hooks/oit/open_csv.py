"""The only writer of CSV: tables that every spreadsheet opens without change or harm."""

import csv
import io
from collections.abc import Iterable

from oit.escaping import for_spreadsheet


def csv_bytes(rows: Iterable[Iterable[object]]) -> bytes:
    """The rows as CSV (RFC 4180): UTF-8 with BOM, CRLF, no cell that would be computed.

    Excel takes a file without the byte-order mark for one in the system's own encoding, which
    garbles Thai. The same rows give the same bytes.
    """
    return plain_csv_bytes([for_spreadsheet(str(cell)) for cell in row] for row in rows)


def plain_csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """As `csv_bytes`, with every cell as it is: for an office's own file, which nothing changes."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")
