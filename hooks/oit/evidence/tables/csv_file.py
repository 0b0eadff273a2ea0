"""A CSV file into rows of text, in whichever encoding the office saved it."""

import csv
import io
import re

from oit.evidence.tables.bounds import CellBudget
from oit.evidence.tables.values import CannotReadTableError, Code, Row, Sheet, TableFault

_THAI = re.compile("[\u0e01-\u0e5b]")
# Neither ASCII nor Thai nor the punctuation of Windows-874: bytes of another code page.
_FOREIGN = re.compile("[^\x00-\x7f\u0e01-\u0e5b\u00a0\u2010-\u2026]")
# Thai in UTF-8 that was once read as Windows-874, or as Latin-1, and saved again.
_MANGLED = re.compile("เ[ธน][^\x00-\x7f]|à[¸¹]")
_MANGLED_LENGTH = 3
"""Characters into which such an error turns one Thai letter: it has three bytes in UTF-8."""
_MANY_MANGLED = 10
_SAMPLE = 20_000
"""Characters at the start that show the delimiter and a wrong encoding."""
_SAMPLE_LINES = 20


def read_csv(data: bytes) -> tuple[Sheet, tuple[TableFault, ...]]:
    """The one sheet of a CSV file, with faults that do not hinder reading.

    Raises `CannotReadTableError`.
    """
    text, faults = _decoded(data)
    delimiter = _delimiter(text)
    if delimiter != ",":
        faults = (*faults, TableFault(Code.DELIMITER, row=1, found=delimiter))
    return Sheet("", _rows(text, delimiter)), faults


def _decoded(data: bytes) -> tuple[str, tuple[TableFault, ...]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _in_windows_874(data, error.start), (TableFault(Code.ENCODING_CP874, row=1),)
    _refuse_mangled(text)
    return text, ()


def _in_windows_874(data: bytes, fault_at: int) -> str:
    """The text, where the bytes are Thai in Windows-874 (TIS-620 is part of it)."""
    # UTF-8 with a few wrong bytes is damaged UTF-8, although Windows-874 could decode it too.
    loose = data.decode("utf-8", "replace")
    if len(_THAI.findall(loose)) > loose.count("\ufffd"):
        raise _broken(data, fault_at)
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError as error:
        raise _broken(data, error.start) from None
    if not _THAI.search(text) or _FOREIGN.search(text) or "\0" in text:
        raise _broken(data, fault_at)
    return text


def _refuse_mangled(text: str) -> None:
    """Raises `CannotReadTableError` for text that lost characters or was decoded wrongly."""
    if match := re.search("[\0\ufffd]", text):
        raise _broken(text.encode(), len(text[: match.start()].encode()))
    sample = text[:_SAMPLE]
    count = len(_MANGLED.findall(sample))
    beyond_ascii = sum(character > "\x7f" for character in sample)
    if count > _MANY_MANGLED and 2 * _MANGLED_LENGTH * count > beyond_ascii:
        raise _broken(text.encode(), 0)


def _broken(data: bytes, at: int) -> CannotReadTableError:
    """The fault at the line that holds the byte `at`."""
    row = data.count(b"\n", 0, at) + 1
    return CannotReadTableError(TableFault(Code.ENCODING_BROKEN, row=row))


def _delimiter(text: str) -> str:
    """The comma, unless none of the first lines has one and some have a tab or semicolon."""
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:_SAMPLE_LINES]
    if any("," in line for line in lines):
        return ","
    return next((mark for mark in "\t;" if any(mark in line for line in lines)), ",")


def _rows(text: str, delimiter: str) -> tuple[Row, ...]:
    budget = CellBudget()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(reader, 1):
            rows.append(budget.row(number, cells))
    except csv.Error:
        fault = TableFault(Code.QUOTES_BROKEN, row=len(rows) + 1)
        raise CannotReadTableError(fault) from None
    return tuple(row for row in rows if row.filled())
