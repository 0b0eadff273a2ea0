"""The page of a requirement's table: all its periods, to be sorted, filtered and downloaded."""

from collections.abc import Iterator

from jinja2 import Environment
from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language
from oit.contract.addresses import (
    item_path,
    requirement_anchor,
    table_csv_path,
    table_page_path,
)
from oit.evidence.tables.columns import Kind
from oit.evidence.tables.schema import Role
from oit.outputs.page import Page
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.links import item_link, way_below_round
from oit.outputs.pages.machine_files import machine_links
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.joined import TABLE_ID, joined_table
from oit.outputs.pages.tables.model import Table
from oit.outputs.publication import Publication
from oit.reporting.joined_tables import JoinedTable, joined_tables_of

_SORT_WORDS = {
    Kind.TEXT: ("tables.sort-text", ""),
    Kind.FIGURE: ("tables.sort-most", "tables.sort-least"),
    Kind.DAY: ("tables.sort-newest", "tables.sort-oldest"),
}
"""By what a column holds: in the order that people look for first, and in the other."""
_UP = {Kind.TEXT: ("up",), Kind.FIGURE: ("down", "up"), Kind.DAY: ("down", "up")}


class Order(Struct, frozen=True):
    """A choice of how to sort the rows, as `assets/table.js` reads it: `3 down figure`."""

    value: str
    words: str


class TablePage(Struct, frozen=True, kw_only=True):
    """What the template `table.html` prints."""

    way: str
    crumbs: tuple[Link, ...]
    title: str
    lead: str
    download: Link
    find: str
    order: str
    orders: tuple[Order, ...]
    shown: str
    """How many rows are shown, with `{shown}` and `{all}` for the figures."""
    none_shown: str
    table_id: str
    table: Table
    programs: str
    programs_about: str
    machine_files: tuple[Link, ...]
    """Files for programs; empty where there is none but the download."""
    how_to: Link
    script: str
    sample: str


def table_pages(
    item: ItemAssessment,
    round_: RoundAssessment,
    publication: Publication,
    environment: Environment,
) -> Iterator[Page]:
    """A page for each requirement of an item whose tables fit together."""
    for joined in joined_tables_of(item):
        year, requirement = round_.fiscal_year, joined.requirement
        path = table_page_path(year, item.mandated, requirement.id)
        writer = PageWriter(publication, Language.TH, path)
        view = _view(joined, item, round_, writer)
        yield Page(
            path=path,
            title=f"{item.id} {view.title}",
            description=view.lead,
            html=environment.get_template("table.html").render(page=view),
            as_of=round_.as_of,
            style="has-sample" if joined.is_sample else "",
            # The search finds the rows in their files; the item's page leads here.
            weight=0,
        )


def _view(
    joined: JoinedTable, item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> TablePage:
    year = round_.fiscal_year
    title = writer.label(joined.requirement)
    page = item_path(year, item.mandated)
    csv = table_csv_path(year, item.mandated, joined.requirement.id)
    table = joined_table(joined, writer, title, page)
    return TablePage(
        way=writer.say("tables.way"),
        crumbs=_crumbs(joined, item, year, writer),
        title=title,
        lead=writer.say("tables.lead", count=len(joined.sources), year=writer.year(year)),
        download=Link(
            text=writer.say("tables.download"),
            href=writer.href(csv),
            note=writer.say("tables.download-note"),
            is_file=True,
            is_sample=joined.is_sample,
        ),
        find=writer.say("tables.find"),
        order=writer.say("tables.order"),
        orders=tuple(_orders(table, writer)),
        shown=writer.say("tables.shown"),
        none_shown=writer.say("tables.none-shown"),
        table_id=TABLE_ID,
        table=table,
        programs=writer.say("tables.programs"),
        programs_about=writer.say("tables.programs.about"),
        machine_files=machine_links(joined, item, round_, writer),
        how_to=Link(text=writer.say("tables.how-to"), href=writer.href("data/#tables")),
        script=writer.href("assets/table.js"),
        sample=writer.say("tables.sample"),
    )


def _crumbs(
    joined: JoinedTable, item: ItemAssessment, year: int, writer: PageWriter
) -> tuple[Link, ...]:
    anchor = f"#{requirement_anchor(joined.requirement.id)}"
    return *way_below_round(year, writer), item_link(item.mandated, year, writer, anchor=anchor)


def _orders(table: Table, writer: PageWriter) -> Iterator[Order]:
    """As the table stands, then each column that is worth sorting by."""
    yield Order("", writer.say("tables.as-listed"))
    for index, column in enumerate(table.columns):
        if column.role is Role.DETAIL or not any(row[index].sort for row in table.rows):
            continue
        for direction, words in zip(_UP[column.kind], _SORT_WORDS[column.kind], strict=False):
            value = f"{index} {direction} {column.kind.value}"
            yield Order(value, writer.say(words, column=column.heading))
