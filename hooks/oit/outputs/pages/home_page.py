"""The home page: what visitors come for, whether anything is late, and what is new."""

from collections.abc import Iterator

from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import CellEvidence, ItemAssessment, RoundAssessment
from oit.catalog import joined
from oit.contract.addresses import check_path, due_path, item_path, round_path
from oit.model.office import Task
from oit.outputs.evidence_files import evidence_path
from oit.outputs.page import Page
from oit.outputs.pages.ageing import ageing_of_round
from oit.outputs.pages.blocks import Figure, Link, State
from oit.outputs.pages.checklist import ItemMark, indicator_groups, indicator_name, item_mark
from oit.outputs.pages.contact import Contact, contact_of, division_links, telephone_of
from oit.outputs.pages.figures import headline_figures
from oit.outputs.pages.links import evidence_link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.score_view import results_figure, results_link
from oit.outputs.pages.states import state_of_round
from oit.outputs.pages.structured_data import home_data
from oit.outputs.publication import Publication
from oit.web_address import host_of

_LATEST = 4
"""Entries of what was published last."""


class ServedTask(Struct, frozen=True):
    """A visitor's task (`tasks` in `mkdocs.yml`), with the items that serve it."""

    task: Task
    items: tuple[ItemAssessment, ...]

    @property
    def has_real_channel(self) -> bool:
        """Whether anything of it is more than a sample."""
        return bool(self.task.url) or not all(item.is_all_sample for item in self.items)


class News(Struct, frozen=True):
    """Something that was published last."""

    item: str
    link: Link
    day: str
    is_sample: bool


class Theme(Struct, frozen=True):
    """The items of an indicator."""

    name: str
    items: tuple[ItemMark, ...]


class HomeView(Struct, frozen=True, kw_only=True):
    """What the template of home prints."""

    oit: str
    """The round of home, as marks name it."""
    items_title: str
    lead: str
    telephone: Link | None
    """So that nobody scrolls for it; `None` where the office shows none."""
    sample_words: str
    task_sample: str
    """What a task without a real channel is called."""
    tasks: tuple[Link, ...]
    task_note: str
    """How many tasks have no real channel; empty where all have one."""
    state: State
    state_links: tuple[Link, ...]
    adopted: str
    figures: tuple[Figure, ...]
    """The newest purchases, spending and complaints that are published."""
    figures_mark: str
    """How they are marked where any is a sample; empty where none is."""
    results: Figure | None
    """The score of an earlier year, apart from the samples."""
    news: tuple[News, ...]
    divisions: tuple[Link, ...]
    contact: Contact
    themes: tuple[Theme, ...]
    real: tuple[str, ...]
    """What is real and what is a sample; empty where nothing is a sample."""
    about: Link


def home_page(round_: RoundAssessment, writer: PageWriter, environment: Environment) -> Page:
    """Home in a language, by the round in force; the writer is of its address."""
    office = writer.publication.policy.office
    name = office.name_en if writer.is_english else office.name_th
    view = home_view(round_, writer)
    page = Page(
        path=writer.path,
        title=name,
        description=writer.say("pages.home.about", office=name),
        html=environment.get_template("home.html").render(page=view, say=writer.say),
        as_of=round_.as_of,
        style="home has-sample" if view.real else "home",
        ageing=ageing_of_round(round_),
    )
    # Search engines ask for the office once: on the page in its own language.
    data = None if writer.is_english else home_data(writer.publication)
    return replace(page, structured_data=data)


def home_view(round_: RoundAssessment, writer: PageWriter) -> HomeView:
    """What home says on the assessed date."""
    figures = headline_figures(round_, writer)
    has_sample = any(figure.is_sample for figure in figures)
    year, count = writer.year(round_.fiscal_year), len(round_.items)
    served = tuple(tasks_of(round_, writer.publication))
    adopted = round_.policy.adopted
    return HomeView(
        oit=str(round_.fiscal_year),
        items_title=writer.say("home.items", count=count),
        lead=writer.say("home.lead", count=count, year=year),
        telephone=telephone_of(writer),
        sample_words=writer.say("states.sample"),
        task_sample=writer.say("home.sample"),
        tasks=tuple(_task(task, round_, writer) for task in served),
        task_note=_task_note(served, writer),
        state=state_of_round(round_, writer),
        state_links=_state_links(round_, writer),
        adopted=writer.say("home.adopted", day=adopted) if adopted else "",
        figures=figures,
        figures_mark=writer.say("terms.sample") if has_sample else "",
        results=results_figure(round_, writer),
        news=tuple(_news(round_, writer)),
        divisions=division_links(writer),
        contact=contact_of(writer),
        themes=_themes(round_, writer),
        real=_real(round_, writer),
        about=Link(text=writer.say("home.about"), href=writer.href("about/")),
    )


def tasks_of(round_: RoundAssessment, publication: Publication) -> Iterator[ServedTask]:
    """The visitors' tasks that items of a round serve, in the order of the settings."""
    for task in publication.policy.tasks:
        items = tuple(item for item in round_.items if item.mandated.topic in task.topics)
        if items:
            yield ServedTask(task, items)


def _task(served: ServedTask, round_: RoundAssessment, writer: PageWriter) -> Link:
    """A task leads to where it is done, else to the first item that serves it."""
    task, item = served.task, served.items[0].mandated
    is_sample = writer.publication.policy.is_demonstration and not served.has_real_channel
    return Link(
        text=task.name_en if writer.is_english else task.name_th,
        href=task.url or writer.href(item_path(round_.fiscal_year, item)),
        note=writer.say("home.elsewhere", host=host_of(task.url))
        if task.url
        else f"{item.item} {writer.short_title(item)}",
        is_external=bool(task.url),
        is_sample=is_sample,
    )


def _task_note(served: tuple[ServedTask, ...], writer: PageWriter) -> str:
    without = sum(not task.has_real_channel for task in served)
    is_told = without and writer.publication.policy.is_demonstration
    return writer.say("home.only-shown", count=without) if is_told else ""


def _state_links(round_: RoundAssessment, writer: PageWriter) -> tuple[Link, ...]:
    """The checklist, who is late, and the results of an earlier year."""
    year = round_.fiscal_year
    checklist = writer.say("home.checklist", count=len(round_.items))
    results = results_link(round_, writer)
    return (
        Link(text=checklist, href=writer.href(round_path(year))),
        Link(text=writer.say("home.due"), href=writer.href(due_path(year))),
        Link(text=writer.say("home.check"), href=writer.href(check_path(year))),
        *([results] if results else []),
    )


def _news(round_: RoundAssessment, writer: PageWriter) -> Iterator[News]:
    """The evidence published last, newest first; an entry that fills two cells is there once."""
    latest: dict[tuple[int, int, str], CellEvidence] = {}
    for filling in round_.evidence():
        item = filling.item.mandated
        path = evidence_path(filling.disclosure, item_path(round_.fiscal_year, item))
        if path:
            # Sorted by these: the newest day first (hence the minus), then the item's number.
            day = -filling.evidence.published.toordinal()
            latest.setdefault((day, item.number, path), filling)
    for key in sorted(latest)[:_LATEST]:
        yield _entry(latest[key], round_, writer)


def _entry(filling: CellEvidence, round_: RoundAssessment, writer: PageWriter) -> News:
    evidence, item = filling.evidence, filling.item
    link = evidence_link(filling.disclosure, item_path(round_.fiscal_year, item.mandated), writer)
    return News(item.id, link, writer.short_day(evidence.published), evidence.sample)


def _themes(round_: RoundAssessment, writer: PageWriter) -> tuple[Theme, ...]:
    return tuple(
        Theme(
            indicator_name(indicator, writer),
            tuple(item_mark(item, round_, writer) for item in members),
        )
        for indicator, members in indicator_groups(round_)
    )


def _real(round_: RoundAssessment, writer: PageWriter) -> tuple[str, ...]:
    if not any(item.has_sample for item in round_.items):
        return ()
    real = [item.id for item in round_.items if item.units and not item.is_all_sample]
    named = joined(real, writer.language)
    told = writer.say("home.real-items", items=named) if real else writer.say("home.nothing-real")
    return told, writer.say("home.invented-days")
