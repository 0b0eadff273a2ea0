"""Scores of the assessment (ITA): means by indicator, the three tools, the total and its level.

Weights and levels come from the mandate. Arithmetic is decimal and rounds half up, as the
assessor's printed figures do (binary floats give 98.63 where 98.64 is printed).
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from msgspec import Struct

from oit.model.mandate import Level, Mandate, Scoring

_SURVEY_TOOLS = ("IIT", "EIT")
"""Tools whose scores come from a survey; the third, OIT, is computed from the items."""
_QUESTION_COLUMNS = frozenset({"tool", "question", "indicator", "score"})


class Outcome(Struct, frozen=True, kw_only=True):
    """The office's own score of a round, not the assessor's result; `None` is unknown."""

    scored_count: int
    item_count: int
    indicators: Mapping[str, Decimal]
    """Mean by indicator and sub-indicator, of the items that are scored."""
    tools: Mapping[str, Decimal]
    """Score by tool: IIT and EIT as last known, OIT once every item is scored."""
    total: Decimal | None
    level: Level | None


def rounded(value: Decimal) -> Decimal:
    """Two decimals, half up."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def mean(values: Iterable[Decimal]) -> Decimal | None:
    """The plain mean, not rounded; `None` of nothing."""
    listed = list(values)
    return sum(listed, Decimal(0)) / len(listed) if listed else None


def outcome_of(
    mandate: Mandate,
    scores: Mapping[str, Decimal | None],
    previous: Iterable["QuestionScore"],
) -> Outcome:
    """The outcome of a round's item scores (0 to 100 by item id, `None` while pending).

    `previous` are an earlier year's scores by question, for the last known IIT and EIT.
    """
    known = {item: score for item, score in scores.items() if score is not None}
    tools = tool_scores(previous)
    # An earlier year's OIT says nothing of this round.
    tools = {tool: tools[tool] for tool in _SURVEY_TOOLS if tool in tools}
    if len(known) == len(mandate.items) and (oit := mean(known.values())) is not None:
        tools["OIT"] = oit
    total = weighted_total(mandate.scoring, tools)
    return Outcome(
        scored_count=len(known),
        item_count=len(mandate.items),
        indicators=_indicator_means(mandate, known),
        tools={tool: rounded(score) for tool, score in tools.items()},
        total=total,
        level=level_of(mandate.scoring, total, tools) if total is not None else None,
    )


def _indicator_means(mandate: Mandate, known: Mapping[str, Decimal]) -> dict[str, Decimal]:
    means = {}
    for indicator in mandate.indicators:
        scores = (
            known[item.item]
            for item in mandate.items
            if item.item in known and _is_within(item.indicator, indicator.id)
        )
        if (value := mean(scores)) is not None:
            means[indicator.id] = rounded(value)
    return means


def _is_within(indicator: str, group: str) -> bool:
    """Whether an indicator is `group` or one below it: `9.1` is within `9`."""
    return indicator == group or indicator.startswith(f"{group}.")


def weighted_total(scoring: Scoring, tools: Mapping[str, Decimal]) -> Decimal | None:
    """The weighted sum of the tools, to two decimals; `None` while one of them is unknown."""
    if scoring.weights.keys() - tools.keys():
        return None
    return rounded(
        sum((scoring.weights[tool] * tools[tool] for tool in scoring.weights), Decimal(0))
    )


def level_of(scoring: Scoring, total: Decimal, tools: Mapping[str, Decimal]) -> Level | None:
    """The highest level whose total and whose least score of any tool are reached."""
    least = rounded(min(tools.values()))
    for level in scoring.levels:
        if total >= level.at_least and (level.each_tool is None or least >= level.each_tool):
            return level
    return None


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """The score of one survey question in an earlier year."""

    tool: str
    score: Decimal


def question_scores(data: bytes | None) -> tuple[QuestionScore, ...]:
    """Rows of a CSV with the columns tool, question, indicator and score; empty if it has others.

    A row whose score is no number makes the whole unknown: a mean of the rest would mislead.
    """
    if data is None:
        return ()
    try:
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        if not _QUESTION_COLUMNS.issubset(rows.fieldnames or ()):
            return ()
        return tuple(QuestionScore(row["tool"], _score(row["score"])) for row in rows)
    except (UnicodeDecodeError, csv.Error, InvalidOperation):
        return ()


def _score(text: str | None) -> Decimal:
    """The number from 0 to 100 in a cell. Raises `InvalidOperation` for anything else."""
    score = Decimal(text or "")
    if not (score.is_finite() and 0 <= score <= 100):
        raise InvalidOperation(text)
    return score


def tool_scores(questions: Iterable[QuestionScore]) -> dict[str, Decimal]:
    """The mean of the questions of each tool, not rounded."""
    by_tool: dict[str, list[Decimal]] = {}
    for question in questions:
        by_tool.setdefault(question.tool, []).append(question.score)
    return {tool: sum(scores, Decimal(0)) / len(scores) for tool, scores in by_tool.items()}
