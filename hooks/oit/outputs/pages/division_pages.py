"""The page of each division: what it does, how to reach it, and what it has to publish."""

from collections.abc import Iterator

from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, joined
from oit.contract.addresses import calendar_path, division_path, due_path
from oit.model.office import Division
from oit.outputs.page import Page
from oit.outputs.pages.ageing import ageing_of
from oit.outputs.pages.blocks import Figure, Link, State
from oit.outputs.pages.checklist import ItemMark, item_mark
from oit.outputs.pages.contact import Contact, division_contact_of, does_of
from oit.outputs.pages.division_list import list_link
from oit.outputs.pages.division_survey import survey_of
from oit.outputs.pages.due_lines import DueDay, ahead_words, days_ahead
from oit.outputs.pages.figures import headline_figures
from oit.outputs.pages.ita_page import discloses_results
from oit.outputs.pages.links import home_link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.punctuality import punctuality_words
from oit.outputs.pages.states import state_of_division
from oit.outputs.publication import Publication
from oit.reporting.due import lateness_of
from oit.reporting.waiting import blocking_divisions
from oit.wording.sentences import words_of

_NEXT = 3
"""How many of the next days the page lists; the calendar has them all."""


class OwnItem(Struct, frozen=True):
    """An item that the division leads, and how often it is updated."""

    item: ItemMark
    frequency: str


class DivisionView(Struct, frozen=True, kw_only=True):
    """What `division.html` prints."""

    id: str
    key: str
    """By which marks name it in its round."""
    title: str
    crumbs: tuple[Link, ...]
    does: str
    """What people come to it for; empty where its settings do not say."""
    contact: Contact
    state: State
    waits_for: str
    """That nothing of it has to be fixed, and which items the site waits for; mostly empty."""
    to_do: tuple[str, ...]
    is_sample: bool
    leads: tuple[OwnItem, ...]
    figures: tuple[Figure, ...]
    survey: Figure | None
    contributes: tuple[ItemMark, ...]
    joint: str
    joint_numbers: str
    ahead: str
    days: tuple[DueDay, ...]
    punctuality: str
    links: tuple[Link, ...]


def seen_by(division: Division, round_: RoundAssessment) -> tuple[ItemAssessment, ...]:
    """The items that the page of a division tells of: its own, what fails, and its scores."""
    return tuple(
        item
        for item in round_.items
        if division.id in item.mandated.owners
        or item.is_failing
        or discloses_results(item.mandated)
    )


def division_page(
    division: Division, round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """What a division answers for, and how to reach it."""
    writer = PageWriter(publication, Language.TH, division_path(division.id))
    view = division_view(division, round_, writer)
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("pages.division-about", division=view.title),
        html=environment.get_template("division.html").render(page=view, writer=writer),
        as_of=round_.as_of,
        keywords=_keywords(division),
        style="has-sample" if view.is_sample else "",
        ageing=ageing_of(_owned(division, round_), round_),
    )


def division_view(division: Division, round_: RoundAssessment, writer: PageWriter) -> DivisionView:
    """What a division answers for on the assessed date."""
    owned = _owned(division, round_)
    leads = tuple(item for item in owned if item.mandated.lead == division.id)
    joint = tuple(item for item in owned if item.mandated.lead != division.id)
    days = days_ahead(round_, writer, division.id)
    closes = round_.policy.closes.isoformat()
    before = tuple(day for day in days if day.iso <= closes)
    return DivisionView(
        id=division.id,
        key=f"{round_.fiscal_year}/{division.id}",
        title=writer.division(division.id),
        crumbs=(home_link(writer), list_link(writer)),
        does=_does(division, writer),
        contact=division_contact_of(division, writer),
        state=state_of_division(division.id, round_, writer),
        waits_for=_waits_for(division, round_, writer),
        to_do=tuple(_to_do(division, owned, writer)),
        is_sample=any(item.has_sample for item in owned),
        leads=tuple(
            OwnItem(item_mark(item, round_, writer), writer.frequency(item.frequency))
            for item in leads
        ),
        figures=headline_figures(replace(round_, items=leads), writer),
        survey=survey_of(division.id, round_, writer),
        contributes=tuple(item_mark(item, round_, writer) for item in joint),
        joint=writer.say("division.joint", count=len(joint)) if joint else "",
        joint_numbers=" ".join(item.id for item in joint),
        ahead=ahead_words(len(before), round_, writer),
        days=before[:_NEXT],
        punctuality=punctuality_words(lateness_of(round_, (division,)), round_, writer),
        links=_links(division, round_, writer),
    )


def _keywords(division: Division) -> tuple[str, ...]:
    """The words by which the search knows a division; its page answers in English too."""
    thai = (*division.does_th, *division.keywords_th)
    return (*thai, division.name_en, *division.does_en, *division.keywords_en)


def _owned(division: Division, round_: RoundAssessment) -> tuple[ItemAssessment, ...]:
    """The items that a division leads or contributes to."""
    return tuple(item for item in round_.items if division.id in item.mandated.owners)


def _does(division: Division, writer: PageWriter) -> str:
    does = does_of(division, writer)
    return writer.say("division.does", things=joined(does, writer.language)) if does else ""


def _to_do(
    division: Division, owned: tuple[ItemAssessment, ...], writer: PageWriter
) -> Iterator[str]:
    """What the division has to fix: of its own items all, of the others what names it."""
    for item in owned:
        is_lead = item.mandated.lead == division.id
        for finding in item.to_do:
            if is_lead or finding.division == division.id:
                yield words_of(finding, writer.publication.vocabulary, writer.language).what


def _waits_for(division: Division, round_: RoundAssessment, writer: PageWriter) -> str:
    """The failing items of others, where nothing of the division's own has to be fixed."""
    failed = round_.failed
    if not failed or any(division.id in blocking_divisions(item) for item in failed):
        return ""
    return writer.say(
        "division.waits",
        division=writer.division(division.id),
        items=joined([item.id for item in failed], writer.language),
    )


def _links(division: Division, round_: RoundAssessment, writer: PageWriter) -> tuple[Link, ...]:
    name = writer.division(division.id)
    due = writer.href(due_path(round_.fiscal_year))
    return (
        Link(text=writer.say("division.own-deadlines"), href=f"{due}?owners={division.id}"),
        Link(text=writer.say("division.all-deadlines"), href=due),
        Link(
            text=writer.say("division.calendar", division=name),
            href=writer.href(calendar_path(division.id)),
        ),
    )
