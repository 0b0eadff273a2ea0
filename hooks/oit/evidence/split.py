"""A workbook of several sheets into workbooks of one sheet each: what a reader sees, and no more.

Each is written anew from the text, numbers and days of its sheet, with merged cells and widths.
Formulas are the values last computed; nothing hidden and nothing of another sheet can be in it.
"""

import io
import re
from collections.abc import Iterable
from datetime import date

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from oit.evidence.archive import Archive, pack
from oit.evidence.faults import FileFault
from oit.evidence.tables.layout import guess_header
from oit.evidence.tables.read import read_table
from oit.evidence.tables.text import number_text
from oit.evidence.tables.values import Row, Sheet

EXTENSION = "xlsx"
"""Of the workbooks that are written."""
_TIME = re.compile(rb"(?<=W3CDTF\">)[0-9T:.Z-]+(?=<)")
_WRITTEN = b"2000-01-01T00:00:00Z"
"""The time of all of them, as the same sheet gives the same bytes."""
_NARROWEST, _WIDEST = 8, 45
"""Widths of columns, in characters; longer texts take several lines."""
# What Excel does not take in the name of a sheet, and LibreOffice may have there.
_NO_NAME = re.compile(r"[\\*?:/\[\]]")
_LONGEST_NAME = 31
_DAY_FORMAT = "dd/mm/yyyy"


def split(data: bytes, extension: str, names: Iterable[str]) -> dict[str, bytes] | FileFault:
    """A workbook of its own for each of the named sheets of an xlsx or ods file.

    Hidden sheets have none. A fault where the file cannot be read.
    """
    sheets = {sheet.name: sheet for sheet in read_table(extension, data).visible()}
    if not sheets:
        return FileFault.UNREADABLE
    return {name: _workbook(sheets[name]) for name in names if name in sheets}


def _workbook(sheet: Sheet) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    written = book.worksheets[0]
    written.title = _NO_NAME.sub("-", sheet.name)[:_LONGEST_NAME]
    for row in sheet.rows:
        _write(written, row)
    _lay_out(written, sheet)
    book.properties.creator = None
    book.save(stream)
    archive = Archive(stream.getvalue())
    return pack({name: _TIME.sub(_WRITTEN, archive.read(name)) for name in archive.names})


def _write(sheet: Worksheet, row: Row) -> None:
    for column, text in enumerate(row.cells, 1):
        if text:
            cell = sheet.cell(row.number, column)
            if isinstance(cell, Cell):  # others are within a merged one, which has no own value
                _fill(cell, text)


def _fill(cell: Cell, text: str) -> None:
    """The text as a spreadsheet has it: a number and a day are themselves, all else is text."""
    if _is_number(text):
        cell.value = float(text) if "." in text else int(text)
    elif day := _day(text):
        cell.value, cell.number_format = day, _DAY_FORMAT
    else:
        cell.value = text
        cell.data_type = "s"  # a text that begins with = is no formula
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _is_number(text: str) -> bool:
    """Whether a text is written as a spreadsheet's number is read: `1000`, and not `007`."""
    try:
        return number_text(float(text)) == text
    except ValueError:
        return False


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text and day.year > 1900 else None


def _lay_out(written: Worksheet, sheet: Sheet) -> None:
    """Merged cells, a heading that stands out, and columns as wide as what they hold."""
    header = guess_header(sheet.rows)
    for row in sheet.rows[: header.end if header else 0]:
        for cell in written[row.number]:
            cell.font = Font(bold=True)
    for row in sheet.rows:
        for start, end in row.spans:
            letters = get_column_letter(start + 1), get_column_letter(end)
            written.merge_cells(f"{letters[0]}{row.number}:{letters[1]}{row.number}")
    body = sheet.rows[header.first :] if header else sheet.rows
    for column in range(max((len(row.cells) for row in body), default=0)):
        width = max((len(row.cell(column)) for row in body), default=0)
        letter = get_column_letter(column + 1)
        written.column_dimensions[letter].width = min(max(width + 2, _NARROWEST), _WIDEST)
