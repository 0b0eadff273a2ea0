"""What the office does this year about the indicators with low scores."""

from collections.abc import Sequence

from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.catalog import joined
from oit.contract.addresses import measures_path
from oit.evidence.tables.schema import Role
from oit.model.measures import Analysis, Measure
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Cell, Column, Table, table_of
from oit.reporting.weak_scores import Score
from oit.wording.posts import is_section


class MeasuresPart(Struct, frozen=True):
    """The measures for what is weak, and the way to all of them."""

    table: Table
    all_measures: Link


def measures_part(
    weak: tuple[Score, ...], round_: RoundAssessment, writer: PageWriter
) -> MeasuresPart | None:
    """The measures of the weak indicators, in the order of `weak`; `None` where there are none.

    The name of an indicator's score begins with its number, as in the tables of results.
    """
    if round_.measures is None:
        return None
    numbers = [score.name.partition(" ")[0] for score in weak if score.kind == "indicator"]
    by_number = {analysis.indicator: analysis for analysis in round_.measures.analysis}
    chosen = [by_number[digits] for digits in numbers if digits in by_number]
    rows = [_row(analysis, measure, writer) for analysis in chosen for measure in analysis.measures]
    if not rows:
        return None
    year = f"{writer.year(round_.fiscal_year)}"
    href = writer.href(measures_path(round_.fiscal_year))
    link = Link(text=writer.say("ita.measures.all", year=year), href=href)
    return MeasuresPart(table_of(writer.say("ita.measures.caption"), _columns(writer), rows), link)


def _columns(writer: PageWriter) -> list[Column]:
    return [
        Column(writer.say("ita.indicator"), role=Role.KEY),
        Column(writer.say("ita.measure")),
        Column(writer.say("ita.owners")),
        Column(writer.say("ita.when")),
    ]


def _row(analysis: Analysis, measure: Measure, writer: PageWriter) -> list[Cell]:
    return [
        Cell(text=f"{analysis.indicator} {analysis.name}", note=measure.about),
        Cell(text=" · ".join(action.what for action in measure.actions)),
        Cell(text=owner_names(measure.owners, writer)),
        Cell(text=measure.when),
    ]


def owner_names(owners: Sequence[str], writer: PageWriter) -> str:
    """The names of divisions; all sections by one word."""
    sections = {
        division.id for division in writer.publication.divisions if is_section(division.name_th)
    }
    if sections <= set(owners):
        return writer.say("ita.all-sections")
    return joined([writer.division(owner) for owner in owners], writer.language)
