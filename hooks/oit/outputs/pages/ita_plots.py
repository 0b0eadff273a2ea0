"""The dot plots of an earlier year's results (ITA): the lowest score first, on one scale.

One meaning a colour: a red dot is below what the level above asks of each tool, which is the line.
"""

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup
from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.outputs.pages.drawn import dot, place
from oit.outputs.pages.ita_tables import SURVEYS
from oit.outputs.pages.page_writer import PageWriter
from oit.reporting.previous_results import ItaResults
from oit.reporting.weak_scores import Score, Standing, divisions, indicators, services

FULL = Decimal(100)
_TEN = Decimal(10)
_FINE = 50
"""An axis that begins here or above has room for every tenth and the line."""


class Dot(Struct, frozen=True):
    """A score of a plot; `below` says in words what its colour says."""

    name: str
    note: str
    score: str
    drawing: Markup
    below: str


class Tick(Struct, frozen=True):
    """A number of an axis and where it stands."""

    text: str
    at: str


class Plot(Struct, frozen=True):
    """Scores as dots on one scale, the lowest first."""

    id: str
    heading: str
    dots: tuple[Dot, ...]


def least_of(results: ItaResults) -> Decimal:
    """Where the axis of all plots begins: the tens below the lowest score."""
    scores = [
        *(score.score for tool in SURVEYS for score in divisions(results, tool)),
        *(score.score for score in (*services(results), *indicators(results))),
    ]
    return min((min(scores, default=FULL) // _TEN) * _TEN, FULL - _TEN)


def plots_of(
    results: ItaResults, line: Decimal | None, least: Decimal, writer: PageWriter
) -> Iterator[Plot]:
    """Of divisions by each survey, of services, and of indicators; `least` begins the axis."""
    # By visitors before staff: whom the office serves says more of it than it does itself.
    for tool in reversed(SURVEYS):
        heading = writer.say("ita.divisions", tool=tool, who=writer.say(f"ita.who-{tool}"))
        anchor = f"divisions-{tool.lower()}"
        yield Plot(anchor, heading, _dots(divisions(results, tool), line, least, writer))
    of_services = _dots(services(results), line, least, writer)
    yield Plot("services", writer.say("ita.services"), of_services)
    of_indicators = _dots(indicators(results), line, least, writer)
    yield Plot("indicators", writer.say("ita.indicators"), of_indicators)


def _dots(
    scores: tuple[Score, ...], line: Decimal | None, least: Decimal, writer: PageWriter
) -> tuple[Dot, ...]:
    return tuple(_dot(score, line, least, writer) for score in scores)


def _dot(score: Score, line: Decimal | None, least: Decimal, writer: PageWriter) -> Dot:
    people = score.respondents
    is_weak = line is not None and score.score < line
    return Dot(
        name=score.name,
        note=writer.say("ita.people", count=people) if people is not None else "",
        score=f"{score.score}",
        drawing=dot(score.score, line, least, FULL),
        below=writer.say("ita.below", line=f"{line}") if is_weak else "",
    )


def ticks_of(least: Decimal, line: Decimal | None) -> Iterator[Tick]:
    """The ends of the axis, every tenth or every quarter, and the line where there is room."""
    step = 10 if least >= _FINE else 25
    marks = {*range(int(least), 100, step), 100}
    if line is not None and least >= _FINE:
        marks.add(int(line))
    for mark in sorted(marks):
        yield Tick(f"{mark}", place(Decimal(mark), least, FULL))


def line_note(
    standing: Standing, round_: RoundAssessment, least: Decimal, writer: PageWriter
) -> str:
    """What line, colour and axis mean; empty without a line."""
    if standing.line is None:
        return ""
    level = standing.above or round_.mandate.scoring.levels[0]
    name = level.name_en if writer.is_english else level.name_th
    return writer.say("ita.line", line=f"{standing.line}", level=name, least=f"{least}")
