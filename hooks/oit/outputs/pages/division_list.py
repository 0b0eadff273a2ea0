"""The list of divisions: what people come to each for, what it leads, and whether it is late."""

from jinja2 import Environment
from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.catalog import Language
from oit.contract.addresses import division_path
from oit.evidence.tables.schema import Role
from oit.model.office import Division
from oit.outputs.page import Page
from oit.outputs.pages.ageing import ageing_of_round
from oit.outputs.pages.blocks import Link, Tag
from oit.outputs.pages.contact import does_of
from oit.outputs.pages.links import home_link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.states import state_of_division
from oit.outputs.pages.tables.model import Cell, Column, Table, table_of
from oit.outputs.publication import Publication

DIVISIONS = "divisions/"
"""The address of the list."""


class DivisionListView(Struct, frozen=True, kw_only=True):
    """What `divisions.html` prints."""

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    is_sample: bool
    table: Table


def division_list_page(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """All divisions on one page, in the order of the settings."""
    writer = PageWriter(publication, Language.TH, DIVISIONS)
    view = division_list_view(round_, writer)
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("pages.divisions.about"),
        html=environment.get_template("divisions.html").render(page=view, writer=writer),
        as_of=round_.as_of,
        style="has-sample" if view.is_sample else "",
        ageing=ageing_of_round(round_),
    )


def list_link(writer: PageWriter) -> Link:
    """The link to the list, for the pages below it."""
    return Link(text=writer.say("pages.divisions"), href=writer.href(DIVISIONS))


def division_list_view(round_: RoundAssessment, writer: PageWriter) -> DivisionListView:
    """The divisions on the assessed date."""
    rows = [_row(division, round_, writer) for division in writer.publication.divisions]
    caption = writer.say("division.caption", day=round_.as_of)
    return DivisionListView(
        title=writer.say("pages.divisions"),
        crumbs=(home_link(writer),),
        lead=writer.say("division.list", day=round_.as_of),
        is_sample=any(item.has_sample for item in round_.items),
        table=table_of(caption, _columns(writer), rows),
    )


def _columns(writer: PageWriter) -> list[Column]:
    return [
        Column(writer.say("labels.division"), role=Role.KEY),
        Column(writer.say("labels.status")),
        Column(writer.say("division.leads-column")),
        Column(writer.say("division.joint-column")),
    ]


def _row(division: Division, round_: RoundAssessment, writer: PageWriter) -> list[Cell]:
    owned = [item for item in round_.items if division.id in item.mandated.owners]
    leads = [item.id for item in owned if item.mandated.lead == division.id]
    joint = [item.id for item in owned if item.mandated.lead != division.id]
    return [
        Cell(
            text=writer.division(division.id),
            href=writer.href(division_path(division.id)),
            note=" · ".join(does_of(division, writer)),
        ),
        Cell(tag=_tag(division, round_, writer)),
        Cell(text=" ".join(leads)),
        Cell(text=" ".join(joint)),
    ]


def _tag(division: Division, round_: RoundAssessment, writer: PageWriter) -> Tag:
    """The sentence of the division's own page as a mark."""
    state = state_of_division(division.id, round_, writer)
    field = f"{round_.fiscal_year}/{division.id}/state"
    return Tag(tone=state.tone, words=state.headline, field=field)
