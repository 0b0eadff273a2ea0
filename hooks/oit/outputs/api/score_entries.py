"""The office's own reckoning in the terms of the contract."""

from oit.assessment.result import RoundAssessment
from oit.assessment.scoring import Outcome
from oit.contract import index as contract
from oit.outputs.publication import score_text

SCORE_TH = "คะแนนคำนวณภายใน มิใช่ผลการประเมินของสำนักงาน ป.ป.ช."
SCORE_EN = "The office's own reckoning, not the result of the assessment by the NACC."


def filing_score_entry(one: RoundAssessment) -> contract.ScoreEntry | None:
    """The reckoning as on the assessor's cut-off, once that day has come."""
    return score_entry(one, one.filing_outcome) if one.filing_outcome else None


def score_entry(one: RoundAssessment, outcome: Outcome) -> contract.ScoreEntry:
    """The office's own reckoning of a round."""
    previous = one.policy.previous_results
    tools = outcome.tools
    level = outcome.level
    return contract.ScoreEntry(
        label=contract.Name(th=SCORE_TH, en=SCORE_EN),
        scored_count=outcome.scored_count,
        item_count=outcome.item_count,
        indicators=[
            contract.IndicatorEntry(
                id=indicator.id,
                name=contract.Name(th=indicator.name_th, en=indicator.name_en),
                mean=score_text(outcome.indicators.get(indicator.id)),
            )
            for indicator in one.mandate.indicators
        ],
        oit=score_text(tools.get("OIT")),
        iit=score_text(tools.get("IIT")),
        eit=score_text(tools.get("EIT")),
        perception_fiscal_year=previous.fiscal_year if previous and "IIT" in tools else None,
        total=score_text(outcome.total),
        level=contract.LevelEntry(
            id=level.id, name=contract.Name(th=level.name_th, en=level.name_en)
        )
        if level
        else None,
    )
