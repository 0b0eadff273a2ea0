"""The page of an earlier year's results: by indicator, question, division, service and answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.scoring import rounded
from oit.contract.addresses import ita_path
from oit.outputs.charts import Bar, named_bar_chart, share_chart
from oit.outputs.page import Page, position, round_crumb
from oit.reporting.previous_results import ITA_SCHEMA_PREFIX, ItaResults, number

_FULL = 100.0

TOOL_WORDS = {
    "IIT": "แบบวัดบุคลากรภายใน",
    "EIT": "แบบวัดผู้รับบริการ",
    "OIT": "แบบตรวจข้อมูลที่เปิดเผย",
}


def ita_page(results: ItaResults, round_: RoundAssessment, environment: Environment) -> Page:
    """What the assessment of the year before found, with its figures."""
    path = ita_path(round_.fiscal_year, results.fiscal_year)
    context: dict[str, Any] = {
        **position(path, round_crumb(round_.fiscal_year)),
        "results": results,
        "source": _source(round_),
        "tool_words": TOOL_WORDS,
        "questions": questions_of(results),
        "sexes": sexes_of(results),
        **_charts(results),
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
            for requirement in one.mandated.requirements
            if any(name.startswith(ITA_SCHEMA_PREFIX) for name in requirement.tables)
        ),
        None,
    )


def _charts(results: ItaResults) -> dict[str, Any]:
    divisions = results.rows("ita-divisions")
    return {
        "indicators": _scores((_numbered(row), row["score"]) for row in _whole(results)),
        "divisions": {
            tool: _scores((row["name_th"], row[f"{tool.lower()}_score"]) for row in divisions)
            for tool in ("IIT", "EIT")
        },
        "services": _scores(
            (row["service_th"], row["eit_score"]) for row in results.rows("ita-services")
        ),
    }


def _whole(results: ItaResults) -> list[Mapping[str, str]]:
    """The indicators without their parts: 9, and not 9.1."""
    return [row for row in results.rows("ita-indicators") if "." not in row["indicator"]]


def _numbered(row: Mapping[str, str]) -> str:
    return f"{row['indicator']} {row['name_th']}"


def _scores(scores: Iterable[tuple[str, str]]) -> Markup:
    bars = [Bar(name, float(number(score)), score) for name, score in scores]
    return Markup(named_bar_chart(bars, most=_FULL))  # noqa: S704 -- drawn here


_SEXES = {"male": "ชาย", "female": "หญิง", "unspecified": "ไม่ระบุ"}


@dataclass(frozen=True, slots=True)
class Share:
    """What some of the people answered, or are."""

    name: str
    count: int
    percent: str
    """As it is printed, with two decimals."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All parts in their order, and the picture of them."""

    parts: tuple[Share, ...]
    chart: Markup

    @property
    def shown(self) -> list[Share]:
        """What the picture shows, in its order."""
        return [part for part in self.parts if part.count]

    @property
    def largest(self) -> Share:
        """What most people answered, or are."""
        return max(self.parts, key=lambda part: part.count)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its score; `None` where its answers are not disclosed."""

    id: str
    text: str
    score: str
    answers: Whole | None


def questions_of(results: ItaResults) -> dict[str, list[Question]]:
    """The questions of each tool with how they were answered."""
    answers = results.by("ita-answers", "question")
    return {
        tool: [_question(row, answers.get(row["question"], [])) for row in rows]
        for tool, rows in results.by("ita-questions", "tool").items()
    }


def _question(row: Mapping[str, str], answers: Sequence[Mapping[str, str]]) -> Question:
    parts = tuple(
        Share(answer["option_th"], int(number(answer["count"])), answer["percent"])
        for answer in sorted(answers, key=lambda answer: number(answer["option_number"]))
    )
    whole = _whole_of(parts) if parts else None
    return Question(row["question"], row["text_th"], row["score"], whole)


def sexes_of(results: ItaResults) -> dict[str, Whole]:
    """Who answered, by tool."""
    rows = results.rows("ita-respondents-sex")
    return {row["tool"]: _whole_of(_sexes(row)) for row in rows}


def _sexes(row: Mapping[str, str]) -> tuple[Share, ...]:
    counts = {name: int(number(row[column])) for column, name in _SEXES.items()}
    total = Decimal(sum(counts.values()) or 1)
    return tuple(
        Share(name, count, str(rounded(100 * count / total))) for name, count in counts.items()
    )


def _whole_of(parts: tuple[Share, ...]) -> Whole:
    svg = share_chart([part.count for part in parts])
    return Whole(parts, Markup(svg))  # noqa: S704 -- drawn here
