"""What can be chosen on the desk, and by which words and ids."""

from collections import Counter

import pytest

from helpers.support import SAMPLE, SITES, as_of, judged
from oit.desk.cells import Options, options_of, target_id
from oit.intake.shapes import Target
from oit.periods import parse_period

DAY = as_of("2025-04-20")


@pytest.fixture(scope="module")
def options() -> Options:
    """Of a site of three items."""
    return options_of(judged(SITES / "current", DAY))


def test_each_cell_can_be_chosen_once() -> None:
    """In a round of 22 items: no two options have one id, each id leads to its cell."""
    assessment = judged(SAMPLE, DAY)
    options = options_of(assessment)
    cells = [cell for item in assessment.rounds[-1].items for cell in item.cells]
    ids = [option.id for item in options.items for option in item.cells]
    assert len(ids) == len(cells)
    assert max(Counter(ids).values()) == 1
    assert all(options.cell(id_) for id_ in ids)
    assert len(options.items) == 22


def test_a_cell_is_called_by_period_requirement_and_state(options: Options) -> None:
    """The period first, so that typing it finds it in a list."""
    february = Target(2568, "O1", "monthly-summary", parse_period("2025-02"), None)
    option = options.cell(target_id(february))
    assert option
    assert option.target == february
    assert option.words.startswith("เดือนกุมภาพันธ์ 2568 · ")
    assert option.words.endswith(" – เปิดเผยแล้ว")


def test_what_can_be_confirmed_says_when_it_was(options: Options) -> None:
    """A record by its lead, a part by its division."""
    unit = options.items[0].units[0]
    assert options.unit(unit.id) == unit
    assert "ยืนยันล่าสุดวันที่" in unit.words
    assert unit.target == Target(2568, "O1", "", None, None)


def test_what_can_be_replaced_is_called_by_its_title(options: Options) -> None:
    """With its file, since two may have one title."""
    for item in options.items:
        for file in item.files:
            assert options.file(file.id) == file
            assert file.words.endswith(f"({file.name})")


@pytest.mark.parametrize("unknown", ["", "-", "2568/O1", "2568/O99/x/-/-", "../../etc/passwd"])
def test_any_other_id_is_nothing(unknown: str, options: Options) -> None:
    """Nothing is taken apart, so nothing can be smuggled in."""
    assert options.cell(unknown) is None
    assert options.unit(unknown) is None
    assert options.file(unknown) is None
