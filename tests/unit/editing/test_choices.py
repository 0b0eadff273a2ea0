"""People choose by number, by id, or by the Thai name, however they type it."""

import pytest

from oit.editing.choices import Choice, listing, period_choices, pick, pick_period
from oit.model.mandate import Requirement
from oit.periods import parse_period

ITEMS = [Choice("O1", "ข้อมูลพื้นฐาน"), Choice("O15", "ประกาศจัดซื้อจัดจ้าง")]
PERIODS = [parse_period(text) for text in ("2025-02", "2025-03", "FY2568-Q2")]
OWED = Requirement(id="a", label_th="ก", label_en="a", periods=tuple(PERIODS))


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("O15", "O15"),
        ("o15", "O15"),
        ("o๑๕", "O15"),
        ("2", "O15"),
        ("๒", "O15"),
        (" ประกาศ จัดซื้อจัดจ้าง ", "O15"),
        ("3", None),
        ("0", None),
        ("-1", None),
        ("²", None),
        ("", None),
        ("O2", None),
        ("9" * 5000, None),
    ],
)
def test_an_answer_names_a_choice_or_none(answer: str, chosen: str | None) -> None:
    """Nothing is guessed."""
    found = pick(answer, ITEMS)
    assert (found.id if found else None) == chosen


@pytest.mark.parametrize(
    ("answer", "period"),
    [
        ("2025-03", "2025-03"),
        ("๒๐๒๕-๐๓", "2025-03"),
        ("มีนาคม 2568", "2025-03"),
        ("เดือนมีนาคม ๒๕๖๘", "2025-03"),
        ("ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568", "FY2568-Q2"),
        ("fy2568-q2", "FY2568-Q2"),
        ("2025-04", None),
        ("2", None),
        ("", None),
    ],
)
def test_a_period_is_named_by_its_id_or_in_thai(answer: str, period: str | None) -> None:
    """But not by its place in a list that nobody was shown."""
    found = pick_period(answer, OWED)
    assert (str(found) if found else None) == period


def test_periods_are_offered_as_they_are_spoken_of() -> None:
    """Numbered, with what the program calls them beside."""
    assert listing(period_choices(PERIODS[:2])) == (
        "   1. เดือนกุมภาพันธ์ 2568 (2025-02)\n   2. เดือนมีนาคม 2568 (2025-03)"
    )
