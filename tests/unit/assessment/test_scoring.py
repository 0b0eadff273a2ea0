"""The scoring agrees with the figures that the assessor printed for fiscal year 2567."""

import csv
import io
from decimal import Decimal

import pytest

from helpers.support import SAMPLE
from oit.assessment.scoring import (
    level_of,
    mean,
    outcome_of,
    question_scores,
    rounded,
    tool_scores,
    weighted_total,
)
from oit.model.mandate import Mandate
from oit.records.strict_yaml import parse_yaml

BUNDLE = SAMPLE / "oit_items/2568/O22"


def sample_mandate() -> Mandate:
    text = (SAMPLE / "oit_items/2568/mandate.yml").read_text("utf-8")
    return Mandate.model_validate(parse_yaml(text).values)


def rows(name: str) -> list[dict[str, str]]:
    text = (BUNDLE / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def questions() -> bytes:
    return (BUNDLE / "ita-2567-questions.csv").read_bytes()


def test_the_published_questions_give_the_printed_total_and_level() -> None:
    """97.38 and ผ่านดี: over 95 in all, but EIT is under 95."""
    scoring = sample_mandate().scoring
    tools = tool_scores(question_scores(questions()))
    total = weighted_total(scoring, tools)
    assert total == Decimal("97.38")
    level = level_of(scoring, total, tools)
    assert level is not None
    assert level.name_th == "ผ่านดี"
    assert {tool: rounded(score) for tool, score in tools.items()} == {
        "IIT": Decimal("98.88"),
        "EIT": Decimal("92.38"),
        "OIT": Decimal("100.00"),
    }


def test_six_level_and_yes_no_answers_give_the_printed_iit_scores() -> None:
    """A six-level question scores 0 to 100 in steps of 20; its good end may be ไม่มีเลย."""
    printed = {row["question"]: Decimal(row["score"]) for row in rows("ita-2567-questions.csv")}
    answers: dict[str, list[int]] = {}
    for row in rows("ita-2567-answers.csv"):
        answers.setdefault(row["question"], []).append(int(row["count"]))
    good_is_none = {"I5", "I7", "I8", "I9", "I10"}
    for question in (f"I{number}" for number in range(1, 13)):
        counts = answers[question][::-1] if question in good_is_none else answers[question]
        points = sum(index * count for index, count in enumerate(counts))
        score = Decimal(points * 100) / (len(counts) - 1) / sum(counts)
        assert rounded(score) == printed[question], question


def test_halves_round_up_in_decimals() -> None:
    """Binary floats give 98.63 where 98.64 is printed."""
    for row in rows("ita-2567-divisions.csv"):
        score = mean([Decimal(row["iit_score"]), Decimal(row["eit_score"])])
        assert score is not None
        assert rounded(score) == Decimal(row["mean_score"]), row["division"]


@pytest.mark.parametrize(
    ("total", "least", "level"),
    [
        ("95.00", "95.00", "excellent"),
        ("99.00", "94.99", "good"),
        ("94.99", "94.99", "good"),
        ("99.00", "84.99", "pass"),
        ("85.00", "0.00", "pass"),
        ("84.99", "84.99", "improve"),
        ("69.99", "69.99", "improve-urgently"),
        ("0.00", "0.00", "improve-urgently"),
    ],
)
def test_a_level_asks_for_the_total_and_for_each_tool(total: str, least: str, level: str) -> None:
    """The rating table of section 3."""
    scoring = sample_mandate().scoring
    found = level_of(scoring, Decimal(total), {"IIT": Decimal(least), "EIT": Decimal(100)})
    assert found is not None
    assert found.id == level


def test_there_is_no_total_until_every_item_is_scored() -> None:
    """Unknown is never counted as good."""
    mandate = sample_mandate()
    scores: dict[str, Decimal | None] = {item.item: Decimal(100) for item in mandate.items}
    scores["O9"] = None
    outcome = outcome_of(mandate, scores, question_scores(questions()))
    assert (outcome.scored_count, outcome.total, outcome.level) == (21, None, None)
    assert "OIT" not in outcome.tools


@pytest.mark.parametrize(
    "data",
    [b"", b"tool,question\n", b"tool,question,indicator,score\nIIT,I1,1,x\n", b"\xff\xfe"],
)
def test_unreadable_scores_are_unknown_not_guessed(data: bytes) -> None:
    """A mean of what happens to be readable would mislead."""
    assert question_scores(data) == ()
