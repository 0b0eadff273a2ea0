"""The page of an item as values that are ready to print (`templates/item.html`)."""

from markupsafe import Markup
from msgspec import Struct

from oit.outputs.pages.blocks import Figure, Link, State, Tag
from oit.outputs.pages.dossier import Dossier
from oit.outputs.pages.notices import Notice
from oit.outputs.pages.tables.model import Table


class Passage(Struct, frozen=True, kw_only=True):
    """A part of the text of a record, in Thai."""

    html: Markup
    id: str = ""
    """By which programs know its text (`contract.marks.SECTION`)."""
    anchor: str = ""
    """The id of a passage whose heading is not shown again."""
    owner: str = ""
    """The division that wrote it, where nothing above it says so."""


class Picture(Struct, frozen=True, kw_only=True):
    """An image: its address, or the drawing itself, and the words for who cannot see it."""

    words: str
    address: str = ""
    drawing: Markup | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that is disclosed: a file, a link, a text, or the statement of nothing."""

    title: str
    """Of what has no link: the reason of a stated nothing."""
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    """Since when it counts, and what was replaced."""
    table: Table | None = None
    pictures: tuple[Picture, ...] = ()
    passage: Passage | None = None
    is_sample: bool = False


class Line(Struct, frozen=True, kw_only=True):
    """What is owed for a period or by a division: one line, which opens where it has content."""

    name: str
    amount: str = ""
    drawn: Markup | None = None
    """The amount as a bar, beside those of other periods."""
    tag: Tag | None = None
    note: str = ""
    entries: tuple[Entry, ...] = ()
    anchor: str = ""
    field: str = ""
    """Of the cell's state, as `contract.marks.VALUE` names it."""
    is_open: bool = False
    """Whether its content is short enough to stand there without a fold."""


class Latest(Struct, frozen=True, kw_only=True):
    """The newest period, open."""

    heading: str
    sentence: str
    """Of a newer period for which nothing was stated; else empty."""
    figure: Figure | None
    entries: tuple[Entry, ...]


class Section(Struct, frozen=True, kw_only=True):
    """What is disclosed for one requirement."""

    id: str
    anchor: str
    heading: str
    note: str
    latest: Latest | None
    newer: tuple[Line, ...]
    """Of the periods after the newest with content, newest first."""
    lines: tuple[Line, ...]
    """Of the older periods, newest first."""
    shares: tuple[Line, ...]
    """Of the divisions, in the order of the owners, or of what is owed once."""
    next_period: str
    """The sentence of the next period; empty where none is to come."""
    whole: Link | None
    """The page of all its tables in one, where there are several."""
    is_sample: bool


class Run(Struct, frozen=True, kw_only=True):
    """Sections that follow each other and are all samples, or none."""

    is_sample: bool
    sections: tuple[Section, ...]


class ItemView(Struct, frozen=True, kw_only=True):
    """The whole page."""

    key: str
    """`2568/O15`, by which programs know the item."""
    status: str
    crumbs: tuple[Link, ...]
    number: str
    name: str
    official: str
    """The sentence of the official title; empty where the heading is it."""
    state: State
    notices: tuple[Notice, ...]
    contents: tuple[Link, ...]
    """The list of sections; empty where they are few."""
    runs: tuple[Run, ...]
    about: tuple[str, ...]
    texts: tuple[Passage, ...]
    """The texts under no evidence's heading."""
    is_text_sample: bool
    see_also: tuple[Link, ...]
    dossier: Dossier
    report: str
    report_links: tuple[Link, ...]
    years: tuple[Link, ...]
    neighbours: tuple[Link, ...]
    words: dict[str, str]
    """Headings and names that stand on every page of an item."""
