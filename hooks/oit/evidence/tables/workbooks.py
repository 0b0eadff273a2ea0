"""XLSX workbooks into sheets of text, streamed and bounded."""

import io
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal

import openpyxl

from oit.evidence.tables.bounds import Budget, unpacked
from oit.evidence.tables.text import gregorian
from oit.evidence.tables.values import Row, Sheet


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of a workbook, hidden ones included; formulas as the values last computed.

    Raises `Refusal` for one that is too large, and anything at all for one that is broken.
    """
    unpacked(data).close()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        budget = Budget()
        return tuple(_sheets(book, budget))


def _sheets(book: openpyxl.Workbook, budget: Budget) -> Iterator[Sheet]:
    for worksheet in book.worksheets:
        worksheet.reset_dimensions()  # they are the file's claim, and may be millions of cells
        rows = _rows(worksheet.iter_rows(values_only=True), worksheet.title, budget)
        yield Sheet(worksheet.title, tuple(rows), worksheet.sheet_state != "visible")


def _rows(found: Iterable[Iterable[object]], sheet: str, budget: Budget) -> Iterator[Row]:
    for number, values in enumerate(found, 1):
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


def number_text(value: float) -> str:
    """A number as its digits: no exponent, and no trace of how it is stored."""
    if value != value or abs(value) == float("inf"):
        return ""
    return f"{Decimal(f'{value:.15g}'):f}"


def date_text(day: date) -> str:
    """An ISO date; one that was typed with a Buddhist year is brought to the Gregorian one."""
    try:
        return day.replace(year=gregorian(day.year)).isoformat()
    except ValueError:
        return day.isoformat()
