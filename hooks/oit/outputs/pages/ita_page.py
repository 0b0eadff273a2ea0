"""The page of an earlier year's ITA results: the score, what is weak, and what is done about it.

The results come from tables that an item of the round discloses; their columns are those of the
schemas `ita-…`. The view is ready to print; the template loops over it.
"""

from collections.abc import Iterator

from jinja2 import Environment
from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language
from oit.catalog.catalog import joined
from oit.contract.addresses import ita_path, item_path
from oit.model.mandate import MandateItem
from oit.outputs.page import Page
from oit.outputs.pages.blocks import Figure, Link
from oit.outputs.pages.ita_measures import MeasuresPart, measures_part
from oit.outputs.pages.ita_plots import Plot, Tick, least_of, line_note, plots_of, ticks_of
from oit.outputs.pages.ita_tables import score_tables
from oit.outputs.pages.links import way_below_round
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Table
from oit.outputs.publication import Publication
from oit.reporting.previous_results import ITA_SCHEMA_PREFIX, ItaResults, ita_results_of
from oit.reporting.weak_scores import Score, Standing, standing_of, weakest


class WeakLine(Struct, frozen=True):
    """What is weak, and what makes it so."""

    name: str
    words: str


class Comments(Struct, frozen=True):
    """What was said about a subject, each with who said it."""

    subject: str
    said: tuple[tuple[str, str], ...]


class ItaView(Struct, frozen=True, kw_only=True):
    """What the template prints, all in the language of the page."""

    title: str
    crumbs: tuple[Link, ...]
    sample: str
    """The mark of a sample; empty where nothing is one."""
    figure: Figure
    source: Link | None
    weak: tuple[WeakLine, ...]
    weak_note: str
    ticks: tuple[Tick, ...]
    plots: tuple[Plot, ...]
    line_note: str
    measures: MeasuresPart | None
    tables: tuple[Table, ...]
    comments: tuple[Comments, ...]
    method: tuple[str, ...]


def ita_page(
    results: ItaResults,
    round_: RoundAssessment,
    publication: Publication,
    environment: Environment,
) -> Page:
    """The results in words, dots and tables, in Thai."""
    path = ita_path(round_.fiscal_year, results.fiscal_year)
    writer = PageWriter(publication, Language.TH, path)
    view = ita_view(results, round_, writer)
    return Page(
        path=path,
        title=view.title,
        description=writer.say("pages.ita.about"),
        html=environment.get_template("ita.html").render(page=view),
        as_of=round_.as_of,
        style="has-sample" if results.is_sample else "",
    )


def ita_view(results: ItaResults, round_: RoundAssessment, writer: PageWriter) -> ItaView:
    """All that the page says."""
    standing = standing_of(results, round_.mandate.scoring)
    weak = weakest(results, standing.line)
    least = least_of(results)
    plots = tuple(plots_of(results, standing.line, least, writer))
    return ItaView(
        title=writer.say("ita.title", year=f"{writer.year(results.fiscal_year)}"),
        crumbs=way_below_round(round_.fiscal_year, writer),
        sample=writer.say("terms.sample") if results.is_sample else "",
        figure=_figure(results, standing, writer),
        source=_source(round_, writer),
        weak=tuple(_weak_line(score, writer) for score in weak),
        weak_note=_weak_note(weak, standing, writer),
        ticks=tuple(ticks_of(least, standing.line)),
        plots=plots,
        line_note=line_note(standing, round_, least, writer),
        measures=measures_part(weak, round_, writer),
        tables=score_tables(results, writer),
        comments=_comments(results, writer),
        method=tuple(_method(round_, writer)),
    )


def results_path(round_: RoundAssessment) -> str | None:
    """The address of a round's page of earlier results; `None` where it has none."""
    results = ita_results_of(round_)
    return ita_path(round_.fiscal_year, results.fiscal_year) if results else None


def results_in(round_: RoundAssessment) -> tuple[ItemAssessment, ...]:
    """The items that disclose tables of earlier results."""
    return tuple(item for item in round_.items if discloses_results(item.mandated))


def discloses_results(item: MandateItem) -> bool:
    """Whether an item asks for tables of earlier results."""
    tables = (name for requirement in item.requirements for name in requirement.tables)
    return any(name.startswith(ITA_SCHEMA_PREFIX) for name in tables)


def _source(round_: RoundAssessment, writer: PageWriter) -> Link | None:
    """The first item that discloses tables of results."""
    item = next(iter(results_in(round_)), None)
    if item is None:
        return None
    href = writer.href(item_path(round_.fiscal_year, item.mandated))
    return Link(text=writer.say("ita.source", item=item.id), href=href)


def _figure(results: ItaResults, standing: Standing, writer: PageWriter) -> Figure:
    """The total, and why it is not at the level above."""
    level = results.level
    name = (level.name_en if writer.is_english else level.name_th) if level else ""
    return Figure(
        value=f"{results.total}" if results.total is not None else writer.say("pages.unknown"),
        unit="",
        caption=writer.say("ita.level", level=name) if name else writer.say("ita.full"),
        sentence=" ".join(_reasons(results, standing, writer)),
    )


def _reasons(results: ItaResults, standing: Standing, writer: PageWriter) -> Iterator[str]:
    if results.total is None:
        return
    above, line = standing.above, f"{standing.line}"
    if above is None:
        yield writer.say("ita.highest")
    else:
        yield writer.say("ita.not-yet", level=above.name_en if writer.is_english else above.name_th)
    for gap in standing.gaps:
        values = {"tool": gap.tool, "score": f"{gap.score}", "missing": f"{gap.missing}"}
        yield writer.say("ita.gap", who=writer.say(f"ita.who-{gap.tool}"), line=line, **values)
    if standing.missing_total and above:
        missing, total = f"{standing.missing_total}", f"{above.at_least}"
        yield writer.say("ita.gap-total", line=total, missing=missing)
    told = {gap.tool for gap in standing.gaps}
    others = [
        writer.say("ita.tool-score", tool=tool, who=writer.say(f"ita.who-{tool}"), score=f"{score}")
        for tool, score in results.tools.items()
        if tool not in told
    ]
    if others:
        yield writer.say("ita.others", scores=joined(others, writer.language))


def _weak_line(score: Score, writer: PageWriter) -> WeakLine:
    return WeakLine(score.name, " ".join(_weak_words(score, writer)))


def _weak_words(score: Score, writer: PageWriter) -> Iterator[str]:
    if score.respondents is None:
        yield writer.say("ita.as-indicator", score=f"{score.score}")
        return
    yield writer.say("ita.by-visitors", count=score.respondents, score=f"{score.score}")
    if score.rank_of:
        yield writer.say(f"ita.lowest-{score.kind}", count=score.rank_of)
    if score.question:
        lowest = f"{score.question_score}"
        yield writer.say("ita.lowest-question", question=score.question, score=lowest)


def _weak_note(weak: tuple[Score, ...], standing: Standing, writer: PageWriter) -> str:
    if weak:
        return writer.say("ita.weak-few")
    return writer.say("ita.weak-none", line=f"{standing.line}") if standing.line else ""


def _comments(results: ItaResults, writer: PageWriter) -> tuple[Comments, ...]:
    return tuple(
        Comments(
            subject,
            tuple((row["comment_th"], writer.say(f"ita.said-{row['tool']}")) for row in rows),
        )
        for subject, rows in results.by("ita-comments", "theme_th").items()
    )


def _method(round_: RoundAssessment, writer: PageWriter) -> Iterator[str]:
    scoring = round_.mandate.scoring
    formula = " + ".join(f"{tool} × {weight}" for tool, weight in scoring.weights.items())
    yield writer.say("ita.method.total", formula=formula)
    for level in scoring.levels:
        if level.each_tool is not None:
            name = level.name_en if writer.is_english else level.name_th
            asked = {"total": f"{level.at_least}", "each": f"{level.each_tool}"}
            yield writer.say("ita.method.level", level=name, **asked)
    for note in round_.mandate.policy:
        if note.field == "scoring":
            yield note.note_en if writer.is_english else note.note_th
