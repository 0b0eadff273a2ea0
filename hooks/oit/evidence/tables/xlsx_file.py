"""XLSX workbooks into sheets of text, by openpyxl: streamed and bounded."""

import io
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

import openpyxl

from oit.evidence.tables.bounds import CellBudget, open_workbook
from oit.evidence.tables.text import date_text, number_text
from oit.evidence.tables.values import Row, Sheet


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of a workbook, hidden ones included; formulas as the values last computed.

    Raises `CannotReadTableError` for one that is too large, and any exception for a broken one.
    """
    open_workbook(data)  # openpyxl opens the bytes itself, and bounds nothing
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        return tuple(_sheets(book, CellBudget()))


def _sheets(book: openpyxl.Workbook, budget: CellBudget) -> Iterator[Sheet]:
    for worksheet in book.worksheets:
        worksheet.reset_dimensions()  # they are the file's claim, and may be millions of cells
        rows = _rows(worksheet.iter_rows(values_only=True), worksheet.title, budget)
        yield Sheet(worksheet.title, tuple(rows), worksheet.sheet_state != "visible")


def _rows(source: Iterable[Iterable[object]], sheet: str, budget: CellBudget) -> Iterator[Row]:
    for number, values in enumerate(source, 1):
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
            budget.spend(1)
        row = budget.row(number, cells, sheet)
        if row.filled():
            yield row


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            return number_text(value)
        case datetime():
            is_day = value.time() == time()
            return date_text(value.date()) if is_day else value.isoformat(" ", "minutes")
        case date():
            return date_text(value)
    return str(value)
