"""The checklist of a round as tiles and rows, and how lists are narrowed to one division."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.assessment.statuses import Status
from oit.contract.addresses import item_path
from oit.model.mandate import Indicator
from oit.outputs.pages.blocks import Tag
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.states import tag_of_item
from oit.outputs.publication import Publication

FILTERS = "assets/filters.css"
"""The address of the style sheet that `filter_style` makes."""


class ItemMark(Struct, frozen=True, kw_only=True):
    """An item in a list: its number, names, address and mark."""

    id: str
    anchor: str
    oit: str
    """`2568/O15`, by which auditors find what a page says of an item."""
    status: Status
    href: str
    name: str
    official: str
    tag: Tag


class Row(Struct, frozen=True, kw_only=True):
    """A row of the checklist."""

    item: ItemMark
    owners: str
    """The ids of its divisions, by which the list is filtered."""
    lead: str
    frequency: str
    published: str
    updated: str
    confirmed: str
    due: str
    """The next deadline; empty where nothing more is due."""


class Group(Struct, frozen=True):
    """The rows of an indicator."""

    name: str
    rows: tuple[Row, ...]


def indicator_groups(
    round_: RoundAssessment,
) -> Iterator[tuple[Indicator, tuple[ItemAssessment, ...]]]:
    """The items by indicator, in the mandate's order; no indicator without items."""
    for indicator in round_.mandate.indicators:
        members = tuple(item for item in round_.items if item.mandated.indicator == indicator.id)
        if members:
            yield indicator, members


def indicator_name(indicator: Indicator, writer: PageWriter) -> str:
    """The name of an indicator in the page's language."""
    return indicator.name_en if writer.is_english else indicator.name_th


def item_mark(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> ItemMark:
    """An item as lists show it."""
    mandated = item.mandated
    return ItemMark(
        id=item.id,
        anchor=mandated.slug,
        oit=f"{round_.fiscal_year}/{item.id}",
        status=item.status,
        href=writer.href(item_path(round_.fiscal_year, mandated)),
        name=writer.short_title(mandated),
        official=writer.title(mandated),
        tag=tag_of_item(item, writer),
    )


def checklist_of(round_: RoundAssessment, writer: PageWriter) -> tuple[Group, ...]:
    """The rows of all items, by indicator."""
    return tuple(
        Group(
            f"{indicator.id} {indicator_name(indicator, writer)}",
            tuple(_row(item, round_, writer) for item in members),
        )
        for indicator, members in indicator_groups(round_)
    )


def _row(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Row:
    mandated, oldest = item.mandated, item.oldest

    def day(value: date | None) -> str:
        return writer.short_day(value) if value else ""

    return Row(
        item=item_mark(item, round_, writer),
        owners=" ".join(mandated.owners),
        lead=writer.division(mandated.lead),
        frequency=writer.frequency(item.frequency),
        published=writer.say("round.of", filled=item.filled_count, owed=len(item.owed)),
        updated=day(oldest.updated if oldest else None),
        confirmed=day(oldest.last if oldest else None),
        due=day(None if round_.state is RoundState.CLOSED else item.due_on),
    )


def divisions_of(writer: PageWriter) -> tuple[tuple[str, str], ...]:
    """The ids and names of the divisions that a list can be narrowed to."""
    divisions = writer.publication.divisions
    return tuple((division.id, writer.division(division.id)) for division in divisions)


def filter_style(publication: Publication) -> bytes:
    """The style sheet that filters lists, with a rule for each division.

    A choice in the form hides, by `:has()`, every row whose owners are others, and groups without
    any other row. `filter.js` adds the count, and keeps the choice in the address.
    """
    return "".join(_filter_rule(division.id) for division in publication.divisions).encode()


def _filter_rule(division: str) -> str:
    chosen = f'.oit-filterable:has(select[name="owners"] option[value="{division}"]:checked)'
    row = f'[data-owners~="{division}"]'
    hidden = f"[data-owners]:not({row}), [data-oit-group]:not(:has({row}))"
    return f"{chosen} :is({hidden}) {{ display: none; }}\n"
