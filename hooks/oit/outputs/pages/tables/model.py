"""A table as people read it, ready to print by the macro `table` of `templates/_tables.html`.

`table_of` makes one of columns and cells, for any page: it says how the table keeps its place on a
phone, and gives each cell its label there. What files hold comes by `shown_table` of `shown`, what
stands in Markdown by `prose`.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from oit.evidence.tables.columns import Kind
from oit.evidence.tables.schema import Role
from oit.outputs.pages.blocks import Link, Tag

_MOST_KEPT = 4
"""Columns that may stay beside each other on a phone,"""
_KEPT_LETTERS = 15
"""and letters in all of them but the first: what a screen of 320 px has room for."""
_MOST_IN_THREE = 3
_MOST_AT_ONCE = 5
"""Rows of a table beside others that a phone shows at once; of more the first three."""


NOTHING_DRAWN = Markup()


class Layout(Enum):
    """How a table keeps its place on a phone, by its class names in `assets/tables.css`."""

    KEPT = "keep"
    """It stays a table, of few and narrow columns."""
    CARDS = "cards"
    """Each row becomes a card."""
    THREE = "cards three"
    """With two or three figures of equal weight side by side."""
    FOUR = "cards four"
    """With more of them."""


class Column(Struct, frozen=True):
    """A column: its heading, what its cells are, and what it is for."""

    heading: str
    kind: Kind = Kind.TEXT
    role: Role = Role.PLAIN

    @property
    def is_figure(self) -> bool:
        """Whether it stands at the right."""
        return self.kind is Kind.FIGURE

    @property
    def is_quoted(self) -> bool:
        """Whether its heading is that of the office's table."""
        return self.role is not Role.DETAIL


class Line(Struct, frozen=True):
    """A line of a detail."""

    text: str
    note: str = ""
    is_chosen: bool = False
    """Whether it is the one that counts among the others."""


class Detail(Struct, frozen=True):
    """What a row tells those who look closer, in a small fold."""

    name: str
    lines: tuple[Line, ...]


class Cell(Struct, frozen=True, kw_only=True):
    """A cell. Pages give what it says; `table_of` gives the rest."""

    text: str = ""
    href: str = ""
    """Where its text leads."""
    tag: Tag | None = None
    note: str = ""
    """Smaller, beneath."""
    drawn: Markup = NOTHING_DRAWN
    """A drawing beneath, made by the engine."""
    summary: str = ""
    """Of the details."""
    details: tuple[Detail, ...] = ()
    is_quoted: bool = False
    """Whether its words are those of the office."""
    sort: str = ""
    """What it is sorted by: ISO 8601 of a day, the plain figure."""
    label: str = ""
    """Its column's heading, on phones."""
    classes: str = ""
    is_heading: bool = False
    """Whether it names its row."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.text or self.tag or self.note or self.drawn or self.details)


NOTHING_SAID = Cell()
Row = tuple[Cell, ...]


class Table(Struct, frozen=True, kw_only=True):
    """A table with all that is printed of it."""

    caption: str
    """Empty where neither page nor file has words for it."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row = ()
    """Empty where nothing is added up."""
    layout: Layout
    mark: str = ""
    """The words that it is a sample; empty where it is none."""
    more: str = ""
    """How many rows are not shown, and where they are."""
    rest: Link | None = None
    """Where all rows are."""
    language: str = ""
    """BCP 47, of what the office wrote, where it is not that of the page."""
    id: str = ""
    is_sorted: bool = False
    """Whether its readers may sort it, for which its cells carry what they are sorted by."""
    is_named_above: bool = False
    """Whether a heading just above says what the caption says."""
    key: tuple[tuple[str, str], ...] = ()
    """What the bars drawn in it mean: a class of `assets/blocks.css`, and the words for it."""
    whole: str = ""
    """The words that show all its rows on a phone; empty where a phone shows them at once."""
    whole_language: str = ""
    """BCP 47, of these words, within a text of another language."""


def table_of(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    total: Sequence[Cell] = (),
) -> Table:
    """A table of cells as long as `columns`; what else it says is set by `dataclasses.replace`.

    The column of the role `KEY` names the rows, that of `AMOUNT` has the figure people came for;
    a `NOTE` may be long, a `DETAIL` is the fold.
    """
    layout = _layout(columns, (*rows, *([total] if total else ())))
    return Table(
        caption=caption,
        columns=tuple(columns),
        rows=tuple(_placed(row, columns, layout) for row in rows),
        total=_placed(total, columns, layout) if total else (),
        layout=layout,
    )


def shortened(table: Table, words: Callable[[int], str], language: str) -> Table:
    """A table beside others: of a long one, phones show the first rows until asked for all.

    `words` say so in a language, given how many rows there are.
    """
    count = len(table.rows)
    if count <= _MOST_AT_ONCE:
        return table
    return replace(table, whole=words(count), whole_language=language)


def _layout(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Layout:
    if len(columns) <= _MOST_KEPT and _letters(columns, rows) <= _KEPT_LETTERS:
        return Layout.KEPT
    roles = [column.role for column in columns]
    figures = sum(column.kind is Kind.FIGURE for column in columns)
    if figures > _MOST_IN_THREE + (Role.AMOUNT in roles):
        return Layout.FOUR
    return Layout.THREE if figures > 1 and Role.AMOUNT not in roles else Layout.CARDS


def _letters(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> int:
    """The letters that all columns but the key need side by side, at their longest."""
    return sum(
        max((_width(row[index]) for row in rows), default=0)
        for index, column in enumerate(columns)
        if column.role is not Role.KEY
    )


def _width(cell: Cell) -> int:
    """The letters of a cell that take a place in the line; of a fold more than there is room."""
    text = cell.text + cell.note + cell.summary
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _placed(row: Sequence[Cell], columns: Sequence[Column], layout: Layout) -> Row:
    return tuple(_cells(row, columns, layout))


def _cells(row: Sequence[Cell], columns: Sequence[Column], layout: Layout) -> Iterator[Cell]:
    has_amount = any(column.role is Role.AMOUNT for column in columns)
    for cell, column in zip(row, columns, strict=True):
        is_heading = column.role is Role.KEY
        # A short name shares its line of the card with the amount.
        name = "big" if is_heading and has_amount else _class_of(column, layout)
        names = [name, "hide" if cell.is_empty else ""]
        label = column.heading if _is_labelled(column, layout) else ""
        classes = " ".join(filter(None, names))
        yield replace(cell, classes=classes, label=label, is_heading=is_heading)


def _class_of(column: Column, layout: Layout) -> str:
    """The class of a column's cells: figures stand at the right, words take a line of a card."""
    if column.kind is Kind.FIGURE:
        return {Role.AMOUNT: "n big"}.get(column.role, _FIGURE_CLASSES[layout])
    if layout is Layout.KEPT:
        return ""
    if column.role is Role.NOTE or column.kind is Kind.DAY:
        return "full s m"
    return "full"


def _is_labelled(column: Column, layout: Layout) -> bool:
    speaks_for_itself = (Role.KEY, Role.AMOUNT, Role.NOTE, Role.DETAIL)
    return layout is not Layout.KEPT and column.role not in speaks_for_itself


_FIGURE_CLASSES = {
    Layout.KEPT: "n",
    Layout.CARDS: "n l",
    Layout.THREE: "n l",
    Layout.FOUR: "n",
}
