"""The page of what the office does for integrity: why, what, who, when, and the proof."""

from dataclasses import dataclass

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import measures_path
from oit.model.measures import Action, Measure, Measures
from oit.model.office import Division
from oit.outputs.page import Page, position, round_crumb


@dataclass(frozen=True, slots=True)
class Proven:
    """An action, with the item that shows it, where one does."""

    action: Action
    proof: ItemAssessment | None


def measures_page(
    measures: Measures,
    round_: RoundAssessment,
    divisions: tuple[Division, ...],
    environment: Environment,
) -> Page:
    """The measures by indicator, and the order that appointed who sees to them."""
    owners = {owner for one in measures.analysis for it in one.measures for owner in it.owners}
    path = measures_path(round_.fiscal_year)
    by_topic = {one.item.topic: one for one in round_.items}
    context = {
        **position(path, round_crumb(round_.fiscal_year)),
        "measures": measures,
        "owners": [(one.id, one.name_th) for one in divisions if one.id in owners],
        "count": sum(len(one.measures) for one in measures.analysis),
        "proven": {
            measure.questions: [
                Proven(action, by_topic.get(action.proof or "")) for action in measure.actions
            ]
            for one in measures.analysis
            for measure in one.measures
        },
    }
    return Page(
        path=path,
        title=f"มาตรการ ITA ปี {round_.fiscal_year}",
        description="สำนักงานเขตทำอะไรเพื่อคุณธรรมและความโปร่งใส ใครทำ เมื่อใด และดูหลักฐานได้ที่ใด",
        html=environment.get_template("measures.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def measures_proven_by(topic: str, measures: Measures | None) -> list[Measure]:
    """The measures that an item is a proof of, in the order of their questions."""
    every = (one for analysis in measures.analysis for one in analysis.measures) if measures else ()
    return [one for one in every if any(action.proof == topic for action in one.actions)]
