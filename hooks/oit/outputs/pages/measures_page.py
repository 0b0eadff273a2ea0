"""The page of the office's measures for integrity, from `measures.yml`."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import measures_path
from oit.model.measures import Action, Measure, Measures
from oit.model.office import Division
from oit.outputs.page import Page, round_crumb, wide_page


@dataclass(frozen=True, slots=True)
class ProvenAction:
    """An action of a measure, with the item that discloses its proof; `None` without one."""

    action: Action
    proof: ItemAssessment | None


def measures_page(
    measures: Measures,
    round_: RoundAssessment,
    divisions: tuple[Division, ...],
    environment: Environment,
) -> Page:
    """The measures by indicator, and the order that appointed who carries them out."""
    owners = {owner for measure in _all_measures(measures) for owner in measure.owners}
    by_topic = {item.mandated.topic: item for item in round_.items}
    context = {
        "measures": measures,
        "owners": [
            (division.id, division.name_th) for division in divisions if division.id in owners
        ],
        "proven": {
            measure.questions: [
                ProvenAction(action, by_topic.get(action.proof or "")) for action in measure.actions
            ]
            for measure in _all_measures(measures)
        },
    }
    return wide_page(
        "measures.html",
        round_,
        environment,
        context,
        path=measures_path(round_.fiscal_year),
        title=say("pages.measures", Language.TH, year=round_.fiscal_year),
        description=say("pages.measures.about", Language.TH),
        above=(round_crumb(round_.fiscal_year),),
    )


def measures_proven_by(topic: str, measures: Measures | None) -> list[Measure]:
    """The measures that the item of a topic is a proof of, in the order of their questions."""
    if measures is None:
        return []
    return [
        measure
        for measure in _all_measures(measures)
        if any(action.proof == topic for action in measure.actions)
    ]


def _all_measures(measures: Measures) -> Iterator[Measure]:
    return (measure for analysis in measures.analysis for measure in analysis.measures)
