"""The score of a round, as the office computes it, in the terms of the contract."""

from oit.assessment.result import RoundAssessment
from oit.assessment.scoring import Outcome
from oit.catalog import Language, say
from oit.contract import base as contract
from oit.model.mandate import Level
from oit.outputs.publication import score_text

_OF_SCORES = ("scoring", "indicator")
"""Fields of `mandate.yml` that a score follows from."""


def filing_score_entry(round_: RoundAssessment) -> contract.ScoreEntry | None:
    """The score as on the assessor's cut-off; `None` before that day, or without one."""
    return score_entry(round_, round_.filing_outcome) if round_.filing_outcome else None


def score_entry(round_: RoundAssessment, outcome: Outcome) -> contract.ScoreEntry:
    """An outcome with the names of its indicators and level; scores as text, two decimals."""
    previous = round_.policy.previous_results
    tools = outcome.tools
    return contract.ScoreEntry(
        label=contract.Name(
            # Wherever a score is: only the NACC (ป.ป.ช.) publishes results of the assessment.
            th=say("pages.score", Language.TH),
            en=say("pages.score", Language.EN),
        ),
        scored_count=outcome.scored_count,
        item_count=outcome.item_count,
        indicators=[
            contract.IndicatorEntry(
                id=indicator.id,
                name=contract.Name(th=indicator.name_th, en=indicator.name_en),
                mean=score_text(outcome.indicators.get(indicator.id)),
            )
            for indicator in round_.mandate.indicators
        ],
        oit=score_text(tools.get("OIT")),
        # IIT and EIT are surveys: until this year's are held, an earlier year's stand in for them.
        iit=score_text(tools.get("IIT")),
        eit=score_text(tools.get("EIT")),
        perception_fiscal_year=previous.fiscal_year if previous and "IIT" in tools else None,
        total=score_text(outcome.total),
        level=_level_entry(outcome.level) if outcome.level else None,
        notes=[note for note in policy_notes(round_) if note.field in _OF_SCORES],
    )


def policy_notes(round_: RoundAssessment) -> list[contract.NoteEntry]:
    """What the makers of the website decided or inferred in a round, by its policy files."""
    return [
        contract.NoteEntry(field=note.field, note=contract.Name(th=note.note_th, en=note.note_en))
        for note in (*round_.policy.policy, *round_.mandate.policy)
    ]


def _level_entry(level: Level) -> contract.LevelEntry:
    name = contract.Name(th=level.name_th, en=level.name_en)
    return contract.LevelEntry(id=level.id, name=name)
