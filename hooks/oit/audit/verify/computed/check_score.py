"""The score of a round in the index, on its day and on the assessor's cut-off, as computed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec.structs import replace

from oit.assessment.result import ItemAssessment
from oit.assessment.scoring import Outcome, rounded
from oit.audit.verify.computed.differences import Comparison, Depth, Difference, Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.contract.addresses import INDEX_PATH
from oit.contract.base import ScoreEntry


def check_scores(
    round_: PublishedRound, items: Mapping[str, ItemAssessment]
) -> Iterator[Difference]:
    """Where the means, tools, total and level do not follow from the items."""
    yield from _check(round_, "score", round_.entry.score, round_.outcome(items))
    filing = round_.rules.policy.filing
    if filing is None or filing > round_.basis.as_of:
        yield from _compare(round_).of(
            Place(), filing_score=(bool(round_.entry.filing_score), False)
        )
    elif round_.entry.filing_score is None:
        yield from _compare(round_).of(Place(), filing_score=(False, True))
    else:
        on_the_day = round_.judged(replace(round_.basis, as_of=filing))
        outcome = round_.outcome(on_the_day)
        yield from _check(round_, "filing_score", round_.entry.filing_score, outcome)


def _compare(round_: PublishedRound) -> Comparison:
    return Comparison(INDEX_PATH, round_.entry.fiscal_year, "round-score", Depth.ROUND)


def _check(
    round_: PublishedRound, name: str, entry: ScoreEntry, outcome: Outcome
) -> Iterator[Difference]:
    found = {indicator.id: indicator.mean for indicator in entry.indicators}
    means = {
        f"{name}.indicators.{indicator.id}.mean": (
            found.get(indicator.id),
            _text(outcome.indicators.get(indicator.id)),
        )
        for indicator in round_.rules.mandate.indicators
    }
    perception = round_.policy.rules.scoring.perception
    year = perception.fiscal_year if perception and "IIT" in outcome.tools else None
    values: dict[str, tuple[object, object]] = {
        "scored_count": (entry.scored_count, outcome.scored_count),
        "item_count": (entry.item_count, outcome.item_count),
        "oit": (entry.oit, _text(outcome.tools.get("OIT"))),
        "iit": (entry.iit, _text(outcome.tools.get("IIT"))),
        "eit": (entry.eit, _text(outcome.tools.get("EIT"))),
        "perception_fiscal_year": (entry.perception_fiscal_year, year),
        "total": (entry.total, _text(outcome.total)),
        "level": (entry.level and entry.level.id, outcome.level and outcome.level.id),
    }
    told = {f"{name}.{field}": value for field, value in values.items()}
    yield from _compare(round_).of(Place(), **told, **means)


def _text(value: Decimal | None) -> str | None:
    """A score as the documents have it."""
    return None if value is None else str(rounded(value))
