"""The number of a period is added up from its tables, or not said at all."""

from decimal import Decimal
from pathlib import Path

import pytest

from helpers.support import SAMPLE, Edit, copy_sample, judged, replace
from oit.assessment.result import Assessment, ItemAssessment
from oit.reporting.figures import (
    PeriodFigure,
    change_of,
    figure_of,
    figures_of,
    percent,
    planned_year,
)

ASSESSMENT = judged(SAMPLE)
MARCH = "oit_items/2568/O15/summary-2025-03.csv"


def item(name: str, assessment: Assessment = ASSESSMENT) -> ItemAssessment:
    return next(found for found in assessment.rounds[0].items if found.id == name)


def figures(
    name: str, requirement: str, assessment: Assessment = ASSESSMENT
) -> tuple[PeriodFigure, ...]:
    found = item(name, assessment)
    asked = next(asked for asked in found.mandated.requirements if asked.id == requirement)
    return figures_of(found, asked)


@pytest.fixture
def changed(tmp_path: Path) -> "type[_Changed]":
    """A copy of the sample site, judged after something was changed in it."""
    _Changed.folder = tmp_path
    return _Changed


class _Changed:
    folder: Path

    @classmethod
    def by(cls, *edits: Edit) -> Assessment:
        site = copy_sample(cls.folder)
        for edit in edits:
            edit(site)
        return judged(site)


@pytest.mark.parametrize(
    ("name", "requirement", "kind", "total", "beside", "rows"),
    [
        ("O9", "tax-statistics", "collected", 6000, None, 2),
        ("O10", "revenue-statistics", "collected", 9000, None, 5),
        ("O13", "spending-report", "spent", 6000, 7000, 3),
        ("O13", "spending-plan", "planned", 12000, None, 3),
        ("O14", "community-subsidies", "subsidies", 4000, None, 3),
        ("O15", "monthly-summary", "purchases", 7000, None, 3),
        ("O17", "statistics", "complaints", 1, 2, 2),
    ],
)
def test_the_newest_figure_is_the_sum_of_its_tables(
    name: str, requirement: str, kind: str, total: int, beside: int | None, rows: int
) -> None:
    """Of all files of the period, and of prices that stand behind a name."""
    newest = figures(name, requirement)[-1]
    assert (newest.kind, len(newest.rows)) == (kind, rows)
    assert newest.total == total
    assert newest.beside == beside
    assert newest.is_sample


def test_the_change_is_against_the_period_just_before() -> None:
    """Purchases of February were 3,000 baht; before the first month nothing is known."""
    months = figures("O15", "monthly-summary")
    assert change_of(months, months[-1]) == 4000
    assert change_of(months, months[0]) is None
    assert change_of(months[:1] + months[-1:], months[-1]) is None


def test_a_declared_nothing_is_a_figure_of_nothing() -> None:
    """December had no purchases, so January's are all more than that."""
    december, january = figures("O15", "monthly-summary")[2:4]
    assert december.is_nothing
    assert december.total == 0
    assert change_of((december, january), january) == 3000


def test_the_row_furthest_below_its_plan_is_told() -> None:
    """งานตัวอย่าง ข is 1,000 below; where nothing is below there is none."""
    furthest = figures("O13", "spending-report")[-1].furthest_below
    assert furthest is not None
    assert furthest.name == "งานตัวอย่าง ข"
    assert (furthest.value, furthest.beside) == (Decimal(3000), Decimal(4000))
    assert figures("O9", "tax-statistics")[-1].furthest_below is None


def test_the_plan_of_the_year_is_found_beside_the_report() -> None:
    """In another requirement of the same item."""
    plan = planned_year(item("O13"))
    assert plan is not None
    assert plan.total == 12000
    assert planned_year(item("O15")) is None


def test_a_price_that_cannot_be_read_leaves_no_sum(changed: type[_Changed]) -> None:
    """The rows are still counted, and the next month has nothing to be compared with."""
    unclear = replace(MARCH, "ผู้เสนอราคาตัวอย่าง ข 4000 บาท,คุณ", "ผู้เสนอราคาตัวอย่าง ข,คุณ")
    newest = figures("O15", "monthly-summary", changed.by(unclear))[-1]
    assert newest.total is None
    assert len(newest.rows) == 3


def test_what_is_no_table_leaves_no_sum(changed: type[_Changed]) -> None:
    """One of three files of a month is elsewhere, so the others are not the month's revenue."""
    works = "oit_items/2568/O10/works.md"
    elsewhere = replace(
        works, "    file: revenue-works-2025-03.csv", "    url: https://example.org/"
    )
    as_url = replace(works, "kind: file", "kind: url")
    newest = figures("O10", "revenue-statistics", changed.by(elsewhere, as_url))[-1]
    assert newest.total is None


def test_a_table_for_two_months_is_the_sum_of_neither(changed: type[_Changed]) -> None:
    """Which part of it belongs to which month is not known."""
    record = "oit_items/2568/O15/record.md"
    both = replace(
        record, "      - 2025-03\n    file", "      - 2025-02\n      - 2025-03\n    file"
    )
    february, march = figures("O15", "monthly-summary", changed.by(both))[-2:]
    assert (february.total, march.total) == (None, None)


def test_without_a_table_there_is_no_figure() -> None:
    """Texts, and tables of things that are not counted."""
    assert figures("O15", "announcements") == ()
    assert figures("O14", "budget-ordinance") == ()
    missing = item("O17")
    asked = next(kept for kept in missing.mandated.requirements if kept.id == "channel")
    assert figure_of(missing, asked, None) is None


def test_of_nothing_there_is_no_percentage() -> None:
    """Else it is rounded to one decimal."""
    assert percent(Decimal(6000), Decimal(7000)) == Decimal("85.7")
    assert percent(Decimal(6000), Decimal(0)) is None
