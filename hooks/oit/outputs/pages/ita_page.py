"""The page of an earlier year's ITA results: by indicator, question, division, service and answer.

The results come from tables that an item of the round discloses; their columns are those of the
schemas `ita-…`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.scoring import rounded
from oit.catalog import Language, say
from oit.contract.addresses import ita_path
from oit.model.mandate import MandateItem
from oit.outputs.charts import Bar, named_bar_chart, share_chart
from oit.outputs.page import Page, round_crumb, wide_page
from oit.reporting.previous_results import ITA_SCHEMA_PREFIX, ItaResults, ita_results_of, number

_FULL_SCORE = 100.0
_SURVEYS = ("IIT", "EIT")
"""The tools that ask people."""
_SEXES = ("male", "female", "unspecified")
"""Columns of `ita-respondents-sex`."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many respondents gave an answer, or are of a sex."""

    name: str
    count: int
    percent: str
    """With two decimals, as it is printed."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """All respondents divided into shares, in their order, and the chart of them."""

    shares: tuple[Share, ...]
    chart: Markup

    @property
    def drawn(self) -> list[Share]:
        """The shares that the chart has, in its order."""
        return [share for share in self.shares if share.count]

    @property
    def largest(self) -> Share:
        """The largest share; the first of several."""
        return max(self.shares, key=lambda share: share.count)


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question of a survey with its score; `None` where its answers are not disclosed."""

    id: str
    text: str
    score: str
    answers: Breakdown | None


def ita_page(results: ItaResults, round_: RoundAssessment, environment: Environment) -> Page:
    """The results as tables and charts."""
    context: dict[str, Any] = {
        "results": results,
        "source": _source(round_),
        "tool_words": tool_names(),
        "questions": _questions(results),
        "sexes": _respondents_by_sex(results),
        **_score_charts(results),
    }
    return wide_page(
        "ita.html",
        round_,
        environment,
        context,
        path=ita_path(round_.fiscal_year, results.fiscal_year),
        title=say("pages.ita", Language.TH, year=results.fiscal_year),
        description=say("pages.ita.about", Language.TH),
        above=(round_crumb(round_.fiscal_year),),
    )


def tool_names() -> dict[str, str]:
    """The names of the three tools of the assessment, by their short names."""
    return {
        "IIT": say("pages.tool-iit", Language.TH),
        "EIT": say("pages.tool-eit", Language.TH),
        "OIT": say("pages.tool-oit", Language.TH),
    }


def results_path(round_: RoundAssessment) -> str | None:
    """The address of a round's page of earlier results; `None` where it has none."""
    results = ita_results_of(round_)
    return ita_path(round_.fiscal_year, results.fiscal_year) if results else None


def discloses_results(item: MandateItem) -> bool:
    """Whether an item asks for tables of earlier results."""
    tables = (name for requirement in item.requirements for name in requirement.tables)
    return any(name.startswith(ITA_SCHEMA_PREFIX) for name in tables)


def _source(round_: RoundAssessment) -> ItemAssessment | None:
    """The first item that discloses tables of results."""
    return next((item for item in round_.items if discloses_results(item.mandated)), None)


def _score_charts(results: ItaResults) -> dict[str, Any]:
    indicators = results.rows("ita-indicators")
    divisions = results.rows("ita-divisions")
    services = results.rows("ita-services")
    return {
        "indicators": _score_chart(
            (f"{row['indicator']} {row['name_th']}", row["score"])
            for row in indicators
            if "." not in row["indicator"]  # 9, and not its part 9.1
        ),
        "divisions": {
            tool: _score_chart((row["name_th"], row[f"{tool.lower()}_score"]) for row in divisions)
            for tool in _SURVEYS
        },
        "services": _score_chart((row["service_th"], row["eit_score"]) for row in services),
    }


def _score_chart(scores: Iterable[tuple[str, str]]) -> Markup:
    bars = [Bar(name, float(number(score)), score) for name, score in scores]
    return Markup(named_bar_chart(bars, most=_FULL_SCORE))  # noqa: S704 -- drawn here


def _questions(results: ItaResults) -> dict[str, list[SurveyQuestion]]:
    """The questions of each tool, with the answers to them."""
    answers = results.by("ita-answers", "question")
    return {
        tool: [_question(row, answers.get(row["question"], [])) for row in rows]
        for tool, rows in results.by("ita-questions", "tool").items()
    }


def _question(row: Mapping[str, str], answers: Sequence[Mapping[str, str]]) -> SurveyQuestion:
    shares = tuple(
        Share(answer["option_th"], int(number(answer["count"])), answer["percent"])
        for answer in sorted(answers, key=lambda answer: number(answer["option_number"]))
    )
    breakdown = _breakdown(shares) if shares else None
    return SurveyQuestion(row["question"], row["text_th"], row["score"], breakdown)


def _respondents_by_sex(results: ItaResults) -> dict[str, Breakdown]:
    """The respondents of each tool."""
    rows = results.rows("ita-respondents-sex")
    return {row["tool"]: _breakdown(_sexes(row)) for row in rows}


def _sexes(row: Mapping[str, str]) -> tuple[Share, ...]:
    counts = {say(f"pages.{column}", Language.TH): int(number(row[column])) for column in _SEXES}
    total = Decimal(sum(counts.values()) or 1)  # without respondents each share is 0.00
    return tuple(
        Share(name, count, str(rounded(100 * count / total))) for name, count in counts.items()
    )


def _breakdown(shares: tuple[Share, ...]) -> Breakdown:
    svg = share_chart([share.count for share in shares])
    return Breakdown(shares, Markup(svg))  # noqa: S704 -- drawn here
