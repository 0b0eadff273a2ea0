"""The number with which a page opens is said with its unit, its change and a sentence."""

from decimal import Decimal

import pytest

from helpers.support import SAMPLE, judged
from oit.assessment.result import ItemAssessment
from oit.catalog import Language
from oit.model.mandate import Requirement
from oit.outputs.pages.blocks import Figure
from oit.outputs.pages.drawn import amount_bar, dot
from oit.outputs.pages.figures import amount_of, answer_of, headline_figures, money_of
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import publication_of
from oit.reporting.figures import figures_of

ASSESSMENT = judged(SAMPLE)
ROUND = ASSESSMENT.rounds[0]
PUBLICATION = publication_of(ASSESSMENT, None)
THAI, ENGLISH = (PageWriter(PUBLICATION, language, "2568/o15/") for language in Language)


def found(name: str, requirement: str) -> tuple[ItemAssessment, Requirement]:
    item = next(item for item in ROUND.items if item.id == name)
    return item, next(asked for asked in item.mandated.requirements if asked.id == requirement)


def newest(name: str, requirement: str, writer: PageWriter = THAI) -> Figure:
    item, asked = found(name, requirement)
    figure = answer_of(item, asked, figures_of(item, asked)[-1].period, writer)
    assert figure is not None
    return figure


@pytest.mark.parametrize(
    ("name", "requirement", "number", "change", "sentence"),
    [
        (
            *("O15", "monthly-summary", "7,000 บาท"),
            "เพิ่มขึ้น 4,000 บาท จากเดือนก่อน",
            "มากที่สุดคือ “งานตัวอย่างที่ 12” 4,000 บาท",
        ),
        (
            *("O13", "spending-report", "6,000 บาท", ""),
            "เบิกจ่าย 6,000 จาก 7,000 บาท (ร้อยละ 85.7 ของแผนในงวดนี้) คงเหลือ 1,000 บาท "
            "คิดเป็นร้อยละ 50.0 ของแผนทั้งปี 12,000 บาท เบิกจ่ายต่ำกว่าแผนมากที่สุดคือ “งานตัวอย่าง ข”",
        ),
        (
            *("O17", "statistics", "1 เรื่อง"),
            "ลดลง 1 เรื่อง จากเดือนก่อน",
            "ในงวดเดียวกันดำเนินการแล้วเสร็จ 2 เรื่อง ตั้งแต่ต้นรอบรับ 5 เรื่อง แล้วเสร็จ 4 เรื่อง",
        ),
        (
            *("O9", "tax-statistics", "6,000 บาท"),
            "เพิ่มขึ้น 3,000 บาท จากไตรมาสก่อน",
            "มากที่สุดคือ “ภาษีป้าย” 4,000 บาท",
        ),
    ],
)
def test_a_figure_says_what_changed_and_what_it_means(
    name: str, requirement: str, number: str, change: str, sentence: str
) -> None:
    """In Thai, marked as a sample where its tables are."""
    figure = newest(name, requirement)
    assert (f"{figure.value} {figure.unit}", figure.change) == (number, change)
    assert figure.sentence == sentence
    assert figure.is_sample


def test_english_says_the_same_without_what_is_written_in_thai() -> None:
    """Names of works are the office's own words."""
    figure = newest("O13", "spending-report", ENGLISH)
    assert figure.sentence == (
        "6,000 of 7,000 baht was spent (85.7 per cent of the plan for this period). "
        "1,000 baht is left. It is 50.0 per cent of the year’s plan of 12,000 baht."
    )
    assert (
        newest("O15", "monthly-summary", ENGLISH).change == "4,000 baht more than the month before"
    )


def test_a_line_of_a_ledger_has_a_short_amount() -> None:
    """A declared nothing in words; what is not there is empty."""
    item, asked = found("O15", "monthly-summary")
    periods = [figure.period for figure in figures_of(item, asked)]
    amounts = [amount_of(item, asked, period, THAI) for period in periods]
    assert amounts[1:4] == ["7,000 บาท", "ไม่มีรายการ", "3,000 บาท"]
    assert amount_of(*found("O15", "announcements"), None, THAI) == ""


def test_home_has_purchases_spending_and_complaints() -> None:
    """In this order, each with the way to its item."""
    shown = headline_figures(ROUND, THAI)
    assert [(figure.value, figure.unit) for figure in shown] == [
        ("7,000", "บาท"),
        ("85.7", "% ของแผน"),
        ("1", "เรื่อง"),
    ]
    assert shown[0].link is not None
    assert shown[0].link.text == "ซื้อและจ้าง เดือนมีนาคม 2568"
    assert shown[0].link.href == "../../2568/o15/"
    assert shown[1].caption == "6,000 จาก 7,000 บาท"


def test_a_million_is_said_in_millions() -> None:
    """With two decimals; what is less stays as it is, with satang where there are any."""
    assert money_of(Decimal(1_234_567), THAI) == ("1.23", "ล้านบาท")
    assert money_of(Decimal("999999.50"), THAI) == ("999,999.50", "บาท")


def test_bars_are_as_long_as_their_share() -> None:
    """Of the largest; nothing for what is unknown or 0."""
    assert amount_bar(None, Decimal(4)) == ""
    assert amount_bar(Decimal(0), Decimal(4)) == ""
    assert 'width="25.0%"' in amount_bar(Decimal(1), Decimal(4))


def test_a_dot_below_the_line_is_marked() -> None:
    """On a scale from 70 to 100 with the line at 95."""
    weak, good = (dot(Decimal(s), Decimal(95), Decimal(70), Decimal(100)) for s in (76, 95))
    assert '<circle class="w" cx="20.0%"' in weak
    assert '<circle class="v" cx="83.3%"' in good
    assert 'x1="83.3%"' in weak
