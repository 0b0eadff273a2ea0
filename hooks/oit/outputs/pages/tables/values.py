"""The plain cells of a table as people read them: figures with separators, days of the B.E."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from oit.evidence.tables.columns import Kind, TableColumn
from oit.evidence.tables.text import DASHES, iso_date, plain_number
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Cell

_SATANG = 2
NOTHING = "–"
"""What is shown where an office wrote a dash."""


def places_of(cells: Iterable[str]) -> int:
    """The decimals of a column: none, or for all its figures what any of them needs."""
    figures = [figure for cell in cells if (figure := figure_of(cell)) is not None]
    needed = max(map(decimals, figures), default=0)
    return max(_SATANG, needed) if needed else 0


def decimals(figure: Decimal) -> int:
    """The decimals of a figure without the zeros at its end."""
    exponent = figure.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def figure_of(cell: str) -> Decimal | None:
    """The figure in a cell; `None` where it holds none."""
    number = plain_number(cell)
    return None if number is None else Decimal(number)


def figure_text(figure: Decimal, places: int) -> str:
    """A figure with separators and that many decimals."""
    return f"{figure:,.{places}f}"


def cell_of(text: str, column: TableColumn, places: int, writer: PageWriter) -> Cell:
    """A cell for people; one that is not what its column holds stays as it is."""
    if text in DASHES:
        return Cell(text=NOTHING)
    if column.kind is Kind.FIGURE and (figure := figure_of(text)) is not None:
        return Cell(text=figure_text(figure, places), sort=str(figure))
    if column.kind is Kind.DAY and (day := iso_date(text)):
        return Cell(text=writer.short_day(date.fromisoformat(day)), sort=day)
    return Cell(text=text, sort=text.casefold())


def sum_of(cells: Sequence[str]) -> Decimal | None:
    """The sum of a column; `None` where a cell that is filled is no figure, or none is filled."""
    filled = [cell for cell in cells if cell and cell not in DASHES]
    figures = [figure for cell in filled if (figure := figure_of(cell)) is not None]
    return sum(figures, Decimal()) if figures and len(figures) == len(filled) else None
