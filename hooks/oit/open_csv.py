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
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([for_spreadsheet(str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
