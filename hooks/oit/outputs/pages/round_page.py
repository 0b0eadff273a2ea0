"""The page of a round: what is late, what is due soon, all items at a glance, and the checklist."""

from collections.abc import Iterator

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct

from oit.assessment.result import RoundAssessment, RoundState
from oit.assessment.statuses import FAILED, Status
from oit.contract.addresses import answers_path, due_path, measures_path
from oit.outputs.page import Page, root_of
from oit.outputs.pages.ageing import ageing_of_round
from oit.outputs.pages.blocks import Link, State, Tag
from oit.outputs.pages.checklist import (
    Group,
    ItemMark,
    checklist_of,
    divisions_of,
    item_mark,
)
from oit.outputs.pages.links import home_link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.score_view import Score, note_words, score_of
from oit.outputs.pages.states import parts_of_round, soon_of_round, state_of_round, tags_of_legend
from oit.outputs.round_charts import trend_chart
from oit.reporting.trend import Step


class Trend(Struct, frozen=True):
    """How many items were in order on each day of the round."""

    chart: Markup
    words: str
    steps: tuple[tuple[str, str], ...]


class RoundView(Struct, frozen=True, kw_only=True):
    """What the template of a round prints."""

    oit: str
    root: str
    """The relative way to the site's root, for the files of the filter."""
    crumbs: tuple[Link, ...]
    title: str
    lead: str
    sample_words: str
    sample_mark: str
    """How the sample evidence is marked that the list rests on; empty where there is none."""
    states: tuple[State, ...]
    others: str
    parts: str
    tiles: tuple[ItemMark, ...]
    legend: tuple[Tag, ...]
    divisions: tuple[tuple[str, str], ...]
    """The ids and names of those that the checklist can be narrowed to."""
    caption: str
    groups: tuple[Group, ...]
    has_due: bool
    trend: Trend | None
    score: Score
    links: tuple[Link, ...]
    policy: tuple[str, ...]
    notes: tuple[str, ...]


def round_page(
    round_: RoundAssessment, steps: tuple[Step, ...], writer: PageWriter, environment: Environment
) -> Page:
    """The page of a round in a language; the writer is of its address, `steps` are its trend."""
    view = round_view(round_, steps, writer)
    html = environment.get_template("round.html").render(page=view, say=writer.say)
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("pages.round.about", count=len(round_.items)),
        html=html,
        as_of=round_.as_of,
        style="as-list has-sample" if view.sample_mark else "as-list",
        ageing=ageing_of_round(round_),
    )


def round_view(round_: RoundAssessment, steps: tuple[Step, ...], writer: PageWriter) -> RoundView:
    """What the page of a round says on the assessed date."""
    count, groups = len(round_.items), checklist_of(round_, writer)
    has_sample = any(item.has_sample for item in round_.items)
    soon = soon_of_round(round_, writer)
    return RoundView(
        oit=str(round_.fiscal_year),
        root=root_of(writer.path),
        crumbs=(home_link(writer),),
        title=writer.say("round.title", count=count, year=writer.year(round_.fiscal_year)),
        lead=_lead(round_, writer),
        sample_words=writer.say("states.sample"),
        sample_mark=writer.say("terms.sample") if has_sample else "",
        states=(state_of_round(round_, writer), *([soon] if soon else [])),
        others=_others(round_, writer),
        parts=" · ".join(parts_of_round(round_, writer)),
        tiles=tuple(item_mark(item, round_, writer) for item in round_.items),
        legend=tags_of_legend(writer),
        divisions=divisions_of(writer),
        caption=writer.say("round.caption", count=count, day=round_.as_of),
        groups=groups,
        has_due=any(row.due for group in groups for row in group.rows),
        trend=_trend(round_, steps, writer),
        score=score_of(round_, writer),
        links=_links(round_, writer),
        policy=tuple(_policy(round_, writer)),
        notes=tuple(
            note_words(note, writer) for note in (*round_.policy.policy, *round_.mandate.policy)
        ),
    )


def _lead(round_: RoundAssessment, writer: PageWriter) -> str:
    closes = round_.policy.closes
    if round_.state is RoundState.CLOSED:
        return writer.say("round.lead-closed", closes=closes)
    return writer.say("round.lead", day=round_.as_of, closes=closes)


def _others(round_: RoundAssessment, writer: PageWriter) -> str:
    """How many items are not late, where any is; else that all of them are listed below."""
    failed = sum(item.status in FAILED for item in round_.items)
    soon = sum(item.status is Status.DUE for item in round_.items)
    others = len(round_.items) - failed - soon
    return writer.say(
        "round.others" if failed or soon else "round.all", count=others, day=round_.as_of
    )


def _trend(round_: RoundAssessment, steps: tuple[Step, ...], writer: PageWriter) -> Trend | None:
    if not steps:
        return None
    first, last = steps[0], steps[-1]
    words = writer.say(
        "round.trend-words",
        first=first.full_count,
        opens=first.day,
        last=last.full_count,
        day=round_.as_of,
    )
    chart = trend_chart(round_, steps, writer.language, writer.publication.memory)
    listed = tuple(_step(step, writer) for step in steps)
    return Trend(Markup(chart), words, listed)  # noqa: S704 -- drawn here


def _step(step: Step, writer: PageWriter) -> tuple[str, str]:
    return writer.short_day(step.day), writer.number(step.full_count)


def _links(round_: RoundAssessment, writer: PageWriter) -> tuple[Link, ...]:
    """What assessors and the public look for next to the checklist."""
    year = round_.fiscal_year
    pages = [
        ("round.link-answers", answers_path(year)),
        ("round.link-due", due_path(year)),
        *([("round.link-measures", measures_path(year))] if round_.measures else []),
    ]
    files = [
        ("round.link-csv", "api/v1/index.csv"),
        ("round.link-json", "api/v1/checklist.json"),
    ]
    return (
        *(
            Link(text=writer.say(words, year=writer.year(year)), href=writer.href(path))
            for words, path in pages
        ),
        *(
            Link(text=writer.say(words), href=writer.href(path), is_file=True)
            for words, path in files
        ),
    )


def _policy(round_: RoundAssessment, writer: PageWriter) -> Iterator[str]:
    """By which days a round is judged, in sentences."""
    policy = round_.policy
    yield writer.say(
        "round.deadlines",
        days=policy.days_after_period,
        opens=policy.opens,
        closes=policy.closes,
    )
    if policy.adopted and policy.calendar.earliest:
        yield writer.say("round.adopted", day=policy.adopted, moved=policy.calendar.earliest)
    if waiver := round_.contents.adoption_waiver:
        yield writer.say("round.adoption-waived", by=waiver.approved_by, why=waiver.reason)
    yield from _witness(round_, writer)


def _witness(round_: RoundAssessment, writer: PageWriter) -> Iterator[str]:
    """Who knows when something was recorded, where that is not simply the day it names."""
    policy, contents = round_.policy, round_.contents
    if policy.is_witnessed and contents.witness is None:
        yield writer.say("round.no-history")
    elif policy.is_witnessed:
        yield writer.say("round.recorded", days=policy.recording_days)
    elif waiver := contents.witness_waiver:
        yield writer.say("round.witness-waived", by=waiver.approved_by, why=waiver.reason)
