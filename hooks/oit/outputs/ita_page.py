"""The page of an earlier year's results: by indicator, question, division, service and answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment import ItemAssessment, RoundAssessment
from oit.ita_results import PREFIX, ItaResults, number
from oit.outputs.addresses import ita_path, round_path
from oit.outputs.bars import Bar, bar_chart
from oit.outputs.page import Page, root_of
from oit.outputs.shares import Share, share_chart

_FULL = 100.0
_NAMES = 40


def ita_page(results: ItaResults, round_: RoundAssessment, environment: Environment) -> Page:
    """What the assessment of the year before found, with its figures."""
    path = ita_path(round_.fiscal_year, results.fiscal_year)
    context: dict[str, Any] = {
        "root": root_of(path),
        "crumbs": [
            ("หน้าแรก", ""),
            (f"OIT ปี {round_.fiscal_year}", round_path(round_.fiscal_year)),
        ],
        "results": results,
        "source": _source(round_),
        "indicators": _scores(_whole(results), "indicator", _NAMES),
        "services": _scores(
            results.rows("ita-services"), "service_number", _NAMES, score="eit_score"
        ),
        "answers": _answers(results),
    }
    return Page(
        path=path,
        title=f"ผลประเมิน ITA ปี {results.fiscal_year}",
        description="คะแนนรายตัวชี้วัด รายข้อคำถาม รายหน่วยงาน รายบริการ และความคิดเห็นของผู้ตอบ",
        html=environment.get_template("ita.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def _source(round_: RoundAssessment) -> ItemAssessment | None:
    """The item that discloses the tables."""
    return next(
        (
            one
            for one in round_.items
            for requirement in one.item.requirements
            if any(name.startswith(PREFIX) for name in requirement.tables)
        ),
        None,
    )


def _whole(results: ItaResults) -> list[Mapping[str, str]]:
    """The indicators without their parts: 9, and not 9.1."""
    return [row for row in results.rows("ita-indicators") if "." not in row["indicator"]]


def _scores(
    rows: Iterable[Mapping[str, str]], name: str, left: int, score: str = "score"
) -> Markup:
    bars = [Bar(row[name], float(number(row[score])), row[score]) for row in rows]
    return Markup(bar_chart(bars, left=left, most=_FULL))  # noqa: S704 -- drawn here


def _answers(results: ItaResults) -> dict[str, Markup]:
    """For each tool a picture of how the answers to its questions are shared out."""
    return {
        tool: Markup(share_chart([_share(row) for row in rows]))  # noqa: S704 -- drawn here
        for tool, rows in results.by("ita-answers", "tool").items()
    }


def _share(row: Mapping[str, str]) -> Share:
    return Share(row["question"], int(number(row["option_number"])), float(number(row["percent"])))
