"""Wholes and their parts in an earlier year's results: answers to a question, who answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from oit.assessment.scoring import rounded
from oit.ita_results import ItaResults, number
from oit.outputs.charts import share_chart

_SEXES = {"male": "ชาย", "female": "หญิง", "unspecified": "ไม่ระบุ"}


@dataclass(frozen=True, slots=True)
class Part:
    """What some of the people answered, or are."""

    name: str
    count: int
    percent: str
    """As it is printed, with two decimals."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All parts in their order, and the picture of them."""

    parts: tuple[Part, ...]
    chart: Markup

    @property
    def shown(self) -> list[Part]:
        """What the picture shows, in its order."""
        return [part for part in self.parts if part.count]

    @property
    def largest(self) -> Part:
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
        Part(answer["option_th"], int(number(answer["count"])), answer["percent"])
        for answer in sorted(answers, key=lambda answer: number(answer["option_number"]))
    )
    whole = _whole(parts) if parts else None
    return Question(row["question"], row["text_th"], row["score"], whole)


def sexes_of(results: ItaResults) -> dict[str, Whole]:
    """Who answered, by tool."""
    rows = results.rows("ita-respondents-sex")
    return {row["tool"]: _whole(_sexes(row)) for row in rows}


def _sexes(row: Mapping[str, str]) -> tuple[Part, ...]:
    counts = {name: int(number(row[column])) for column, name in _SEXES.items()}
    total = Decimal(sum(counts.values()) or 1)
    return tuple(
        Part(name, count, str(rounded(100 * count / total))) for name, count in counts.items()
    )


def _whole(parts: tuple[Part, ...]) -> Whole:
    svg = share_chart([part.count for part in parts])
    return Whole(parts, Markup(svg))  # noqa: S704 -- drawn here
