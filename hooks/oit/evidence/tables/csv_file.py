"""A CSV file into rows of text, in whichever encoding and with whichever delimiter it was saved."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from oit.escaping import plain_csv_bytes
from oit.evidence.limits import MAX_CELLS
from oit.evidence.tables.bounds import CellBudget
from oit.evidence.tables.decoding import decoded
from oit.evidence.tables.values import CannotReadTableError, Code, Row, Sheet, TableFault

_DELIMITERS = ",\t;|"
"""In the order in which they are preferred where nothing tells between them."""

_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_MARKS = {"\t": "Tab"}
"""What is called by its key, as it cannot be seen."""
_ENCODINGS = {Code.ENCODING_CP874: "Windows-874", Code.ENCODING_UTF16: "UTF-16"}


def read_csv(data: bytes) -> tuple[Sheet, tuple[TableFault, ...]]:
    """The one sheet of a CSV file, with faults that do not hinder reading.

    Raises `CannotReadTableError`.
    """
    text, encoding = decoded(data)
    delimiter = delimiter_of(text)
    faults = (TableFault(encoding, row=1, detail=_ENCODINGS[encoding]),) if encoding else ()
    if delimiter != ",":
        mark = _MARKS.get(delimiter, delimiter)
        faults = (*faults, TableFault(Code.DELIMITER, row=1, found=mark))
    return Sheet("", _rows(text, delimiter)), faults


def as_open_csv(data: bytes) -> bytes | None:
    """A CSV file with the same cells in UTF-8, between commas, by RFC 4180.

    `None` where it is so already, or cannot be read: then nothing is certain enough to be changed.
    """
    try:
        text, encoding = decoded(data)
        delimiter = delimiter_of(text)
        if encoding is None and delimiter == ",":
            return None
        return plain_csv_bytes(_parsed(text, delimiter))
    except (CannotReadTableError, csv.Error):
        return None


def delimiter_of(text: str) -> str:
    """The mark between the cells of a text, judged by all its rows.

    It is the one that makes most rows equally wide: a mark within amounts or names makes some rows
    wide and their heading narrow. Of equals it is the one that tears fewer amounts, then the one
    whose rows begin earliest.
    """
    marks = [mark for mark in _DELIMITERS if mark in text]
    fits = {mark: fit for mark in marks if (fit := _fit(text, mark))}
    return max(fits, key=lambda mark: fits[mark], default=",")


def _fit(text: str, delimiter: str) -> tuple[int, int, int, int] | None:
    """How many rows are of the usual width, how many of them whole, from where on, how wide."""
    widths: list[int] = []
    whole: Counter[int] = Counter()
    try:
        for cells in _first_rows(text, delimiter):
            widths.append(len(cells) if any(cells) else 0)
            whole[widths[-1]] += not _is_torn(cells)
    except csv.Error:
        return None
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return None
    usual, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return count, whole[usual], -widths.index(usual), usual


def _first_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows up to the bound of what is read at all: beyond it nothing is left to judge."""
    left = MAX_CELLS
    for cells in _parsed(text, delimiter):
        left -= len(cells) + 1
        if left < 0:
            return
        yield cells


def _is_torn(cells: list[str]) -> bool:
    """Whether a row falls apart within amounts, as `1,000` does at its comma."""
    return any(left[-1:].isdecimal() and _THOUSANDS.match(right) for left, right in pairwise(cells))


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _rows(text: str, delimiter: str) -> tuple[Row, ...]:
    budget = CellBudget()
    rows: list[Row] = []
    try:
        for number, cells in enumerate(_parsed(text, delimiter), 1):
            rows.append(budget.row(number, cells))
    except csv.Error:
        fault = TableFault(Code.QUOTES_BROKEN, row=len(rows) + 1)
        raise CannotReadTableError(fault) from None
    return tuple(row for row in rows if row.filled())
