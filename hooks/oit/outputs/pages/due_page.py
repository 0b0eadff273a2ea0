"""The page of deadlines: what is late first, then day by day until the round closes."""

from datetime import timedelta

from jinja2 import Environment
from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.catalog import Language
from oit.contract.addresses import ATOM_PATH, calendar_path, check_path, due_path
from oit.outputs.page import Page, root_of
from oit.outputs.pages.ageing import ageing_of_round
from oit.outputs.pages.blocks import Link, State
from oit.outputs.pages.checklist import divisions_of
from oit.outputs.pages.due_lines import DueDay, DueLine, ahead_words, days_ahead, late_lines
from oit.outputs.pages.links import way_below_round
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.punctuality import Punctuality, punctuality_of
from oit.outputs.pages.states import state_of_round
from oit.outputs.publication import Publication

_HORIZON = timedelta(days=60)
"""How far the page looks ahead; what comes later is folded."""


class DueView(Struct, frozen=True, kw_only=True):
    """What `due.html` prints."""

    root: str
    """The relative way to the site's root, for the files of the filter."""
    title: str
    crumbs: tuple[Link, ...]
    state: State
    divisions: tuple[tuple[str, str], ...]
    """The ids and names of those that the deadlines can be narrowed to."""
    is_sample: bool
    late: tuple[DueLine, ...]
    ahead: str
    """How many days are still to come before the round closes, in a sentence."""
    days: tuple[DueDay, ...]
    later: tuple[DueDay, ...]
    after: tuple[DueDay, ...]
    punctuality: Punctuality
    calendars: tuple[Link, ...]
    check: Link


def due_page(round_: RoundAssessment, publication: Publication, environment: Environment) -> Page:
    """Every deadline still to be met, by day, and who was late."""
    writer = PageWriter(publication, Language.TH, due_path(round_.fiscal_year))
    view = due_view(round_, writer)
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("pages.due.about"),
        html=environment.get_template("due.html").render(page=view, writer=writer),
        as_of=round_.as_of,
        style="has-sample" if view.is_sample else "",
        ageing=ageing_of_round(round_),
    )


def due_view(round_: RoundAssessment, writer: PageWriter) -> DueView:
    """The view of a round's deadlines."""
    ahead = days_ahead(round_, writer)
    horizon = min(round_.as_of + _HORIZON, round_.policy.closes).isoformat()
    closes = round_.policy.closes.isoformat()
    before = tuple(day for day in ahead if day.iso <= closes)
    return DueView(
        root=root_of(writer.path),
        title=writer.say("pages.due", year=writer.year(round_.fiscal_year)),
        crumbs=way_below_round(round_.fiscal_year, writer),
        state=state_of_round(round_, writer),
        divisions=divisions_of(writer),
        is_sample=any(item.has_sample for item in round_.items),
        late=late_lines(round_, writer),
        ahead=ahead_words(len(before), round_, writer),
        days=tuple(day for day in before if day.iso <= horizon),
        later=tuple(day for day in before if day.iso > horizon),
        after=tuple(day for day in ahead if day.iso > closes),
        punctuality=punctuality_of(round_, writer),
        calendars=_calendars(writer),
        check=Link(
            text=writer.say("truth.title"), href=writer.href(check_path(round_.fiscal_year))
        ),
    )


def _calendars(writer: PageWriter) -> tuple[Link, ...]:
    return (
        Link(text=writer.say("deadlines.calendar"), href=writer.href(calendar_path())),
        Link(text=writer.say("deadlines.calendars"), href=writer.href("divisions/")),
        Link(text=writer.say("deadlines.news"), href=writer.href(ATOM_PATH)),
    )
