"""Tables in texts, as Markdown makes them: cards on phones, figures at the right, a caption.

It works on the tags of HTML, one by one: what stands in an attribute is never taken for a tag, or
text of a record would become markup. A table that Markdown does not make is left as it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import unescape

from jinja2 import Template
from markupsafe import Markup
from msgspec.structs import replace

from oit.escaping import tags_and_texts
from oit.evidence.tables.columns import Kind, TableColumn, columns_of
from oit.evidence.tables.row_kinds import is_total
from oit.evidence.tables.schema import Role
from oit.evidence.tables.values import Row
from oit.outputs.pages.tables.model import Cell, Column, Table, table_of
from oit.outputs.pages.tables.values import figure_of, figure_text, places_of
from oit.outputs.templating import strict_environment

_HEADING = re.compile(r"<(/?)h[1-6]\b")
_CELL = re.compile(r'<t[hd](?: style="text-align: ?\w+;?")?>')
_AROUND_CELLS = frozenset({"<thead>", "</thead>", "<tbody>", "</tbody>", "</tr>"})
_PERMALINK = "\u00b6"
_PRINTED = '{% from "_tables.html" import table %}{{ table(view) }}'

Pieces = Sequence[str]
"""Tags and the texts between them."""
Shortened = Callable[[Table], Table]


def with_readable_tables(html: str, shortened: Shortened = lambda table: table) -> str:
    """The HTML of a text with its tables for people: sanitised, or written by the office itself.

    A table is named by the heading above it, and printed as `shortened` gives it. HTML whose tags
    cannot be told for certain is returned as it is.
    """
    pieces = tags_and_texts(html) if "<table>" in html else []
    return "".join(_printed(pieces, shortened)) if pieces else html


def _printed(pieces: Pieces, shortened: Shortened) -> Iterator[str]:
    heading: list[str] = []
    is_heading, start = False, None
    for index, piece in enumerate(pieces):
        if match := _HEADING.match(piece):
            is_heading = not match[1]
            heading = [] if is_heading else heading
        elif is_heading:
            heading.append(piece)
        if piece == "<table>" and start is None:
            start = index
        elif piece == "</table>" and start is not None:
            yield _table(pieces[start : index + 1], _plain(heading), shortened)
            start = None
        elif start is None:
            yield piece
    yield from pieces[start:] if start is not None else ()


def _table(pieces: Pieces, heading: str, shortened: Shortened) -> str:
    """A table printed for people; as it was where its rows are not those of Markdown."""
    is_nested = any(piece.startswith("<table") for piece in pieces[1:])
    rows = [] if is_nested else _rows(pieces[1:-1])
    if not rows or len({len(row) for row in rows}) != 1 or not rows[0]:
        return "".join(pieces)
    return _template().render(view=shortened(_view(rows[0], rows[1:], heading)))


@cache
def _template() -> Template:
    return strict_environment().from_string(_PRINTED)


def _rows(pieces: Pieces) -> list[list[Pieces]]:
    """The cells of each row; nothing where other tags stand around them."""
    rows: list[list[list[str]]] = []
    cell: list[str] | None = None
    for piece in pieces:
        if piece in ("</td>", "</th>"):
            cell = None
        elif cell is not None:
            cell.append(piece)
        elif piece == "<tr>":
            rows.append([])
        elif _CELL.fullmatch(piece) and rows:
            cell = []
            rows[-1].append(cell)
        elif piece.strip() and piece not in _AROUND_CELLS:
            return []
    return [list(row) for row in rows]


def _view(header: Sequence[Pieces], rows: Sequence[Sequence[Pieces]], heading: str) -> Table:
    texts = [[_plain(cell) for cell in row] for row in rows]
    total = [at for at, row in enumerate(texts) if at and is_total(Row(at, tuple(row)))][-1:]
    is_last = total == [len(rows) - 1]
    listed = texts[:-1] if is_last else texts
    columns = columns_of([_plain(cell) for cell in header], listed, None)
    places = [places_of(cells) for cells in zip(*texts, strict=True)] or [0] * len(columns)
    cells = [list(map(_cell, row, columns, places)) for row in rows]
    table = table_of(
        heading,
        [_column(column) for column in columns],
        cells[:-1] if is_last else cells,
        cells[-1] if is_last else (),
    )
    return replace(table, is_named_above=True)


def _column(column: TableColumn) -> Column:
    label = f"{column.label} ({column.unit})" if column.unit else column.label
    # The number of a row stays in a column of its own, as it was written.
    return Column(label, column.kind, Role.PLAIN if column.role is Role.ORDINAL else column.role)


def _cell(pieces: Pieces, column: TableColumn, places: int) -> Cell:
    """A cell with its links and emphasis; a figure alone gets its separators."""
    is_plain = not any(piece.startswith("<") for piece in pieces)
    figure = figure_of(_plain(pieces)) if is_plain and column.kind is Kind.FIGURE else None
    if figure is not None:
        return Cell(text=figure_text(figure, places))
    return Cell(text=Markup("".join(pieces)))  # noqa: S704 -- whole tags of HTML that was safe


def _plain(pieces: Pieces) -> str:
    """The text between tags, as people read it."""
    text = "".join(piece for piece in pieces if not piece.startswith("<"))
    return " ".join(unescape(text).replace(_PERMALINK, "").split())
