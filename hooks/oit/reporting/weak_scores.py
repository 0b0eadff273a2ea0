"""What is weak in an earlier year's results (ITA): against the level above, the weakest first."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from oit.model.mandate import Level, Scoring
from oit.reporting.previous_results import ItaResults, number

Kind = Literal["division", "service", "indicator"]
_NAMED = 3
"""How many divisions and services are named, and after them the indicators in one line,"""
_INDICATORS = 2
"""which names so many."""


class Score(Struct, frozen=True, kw_only=True):
    """The score of a division, a service or an indicator."""

    kind: Kind
    name: str
    score: Decimal
    respondents: int | None = None
    """How many people it is the mean of; `None` where the tables do not say."""
    rank_of: int = 0
    """Among how many it is the lowest; 0 where it is not."""
    question: str = ""
    """The question with its lowest answer, where the tables have scores of questions."""
    question_score: Decimal | None = None


class Gap(Struct, frozen=True):
    """A tool that is below what the level above asks of each tool."""

    tool: str
    score: Decimal
    missing: Decimal


class Standing(Struct, frozen=True, kw_only=True):
    """How far the results are from the level above."""

    above: Level | None
    """`None` at the highest level, and where the results have no total."""
    line: Decimal | None
    """What the level asks of each tool: that above, or the highest where it is reached."""
    gaps: tuple[Gap, ...]
    """The largest first."""
    missing_total: Decimal | None
    """What the total lacks; `None` where it is enough."""


def standing_of(results: ItaResults, scoring: Scoring) -> Standing:
    """The level above that of the results, and what keeps them from it."""
    if results.total is None:
        return Standing(above=None, line=None, gaps=(), missing_total=None)
    above = _level_above(results.level, scoring)
    level = above or results.level
    line = level.each_tool if level else None
    below = [
        Gap(tool, score, line - score)
        for tool, score in results.tools.items()
        if line is not None and score < line
    ]
    lacking = above.at_least - results.total if above else Decimal()
    return Standing(
        above=above,
        line=line,
        gaps=tuple(sorted(below, key=lambda gap: -gap.missing)),
        missing_total=lacking if lacking > 0 else None,
    )


def _level_above(level: Level | None, scoring: Scoring) -> Level | None:
    """The levels of a mandate stand from the highest down."""
    levels = list(scoring.levels)
    index = levels.index(level) if level else len(levels)
    return levels[index - 1] if index else None


def divisions(results: ItaResults, tool: str) -> tuple[Score, ...]:
    """The scores that a survey gives the divisions, the lowest first."""
    prefix = tool.lower()
    return _sorted(
        Score(
            kind="division",
            name=row["name_th"],
            score=number(row[f"{prefix}_score"]),
            respondents=int(number(row[f"{prefix}_respondents"])),
        )
        for row in results.rows("ita-divisions")
    )


def services(results: ItaResults) -> tuple[Score, ...]:
    """The scores of services, the lowest first, each with its lowest question."""
    texts = {row["question"]: row["text_th"] for row in results.rows("ita-questions")}
    return _sorted(_service(row, texts) for row in results.rows("ita-services"))


def indicators(results: ItaResults) -> tuple[Score, ...]:
    """The scores of whole indicators, 9 and not its part 9.1, the lowest first."""
    return _sorted(
        Score(
            kind="indicator",
            name=f"{row['indicator']} {row['name_th']}",
            score=number(row["score"]),
        )
        for row in results.rows("ita-indicators")
        if "." not in row["indicator"]
    )


def weakest(results: ItaResults, line: Decimal | None) -> tuple[Score, ...]:
    """What is below the line: the lowest divisions and services by their visitors, then indicators.

    Empty without a line.
    """
    if line is None:
        return ()
    groups = (_ranked(divisions(results, "EIT")), _ranked(services(results)))
    by_visitors = sorted((score for group in groups for score in group), key=_score)
    below = [score for score in by_visitors if score.score < line][:_NAMED]
    lowest = [score for score in indicators(results) if score.score < line][:_INDICATORS]
    return (*below, *lowest)


def _service(row: Mapping[str, str], texts: Mapping[str, str]) -> Score:
    asked = {name.upper(): number(value) for name, value in row.items() if name[1:].isdigit()}
    lowest = min(asked, key=lambda name: asked[name], default="")
    return Score(
        kind="service",
        name=row["service_th"],
        score=number(row["eit_score"]),
        respondents=int(number(row["respondents"])),
        question=f"{lowest} {texts.get(lowest, '')}".strip(),
        question_score=asked.get(lowest),
    )


def _ranked(scores: Sequence[Score]) -> list[Score]:
    first = [replace(scores[0], rank_of=len(scores))] if scores else []
    return [*first, *scores[1:]]


def _sorted(scores: Iterable[Score]) -> tuple[Score, ...]:
    return tuple(sorted(scores, key=_score))


def _score(score: Score) -> Decimal:
    return score.score
