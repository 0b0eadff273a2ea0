"""Which periods a text names: what decides whether a file may stand for a second one."""

import pytest

from oit.evidence.named_periods import is_named, named_periods, periods_named
from oit.periods import parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("ประจำเดือนมีนาคม 2568", "2025-03"),
        ("ประจำเดือน มีนาคม พ.ศ. ๒๕๖๘", "2025-03"),
        ("สรุป มี.ค. 68", "2025-03"),
        ("แบบ สขร.1 มี.ค. 68", "2025-03"),
        ("เดือนมีนาคม จำนวน 12 ราย", "2025-03"),
        ("March 2025", "2025-03"),
        ("MARCH 2025", "2025-03"),
        ("งวด 2568-03", "2025-03"),
        ("งวด 3/2568", "2025-03"),
        ("ระหว่างวันที่ 1–31 มีนาคม 2568", "2025-03"),
        ("กุมภาพันธ์ – เมษายน 2568", "2025-03"),
        ("ตุลาคม 2567 ถึง มีนาคม 2568", "FY2568-H1"),
        ("1 ตุลาคม 2567 – 31 มีนาคม 2568", "FY2568-H1"),
        ("รอบ 6 เดือนแรก ปีงบประมาณ พ.ศ. 2568", "FY2568-H1"),
        ("ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568", "FY2568-Q2"),
        ("ไตรมาส 2/2568", "FY2568-Q2"),
        ("FY2568-Q2", "FY2568-Q2"),
        ("ไตรมาสที่ 2", "2025-03"),
        ("ปีงบประมาณ พ.ศ. 2568", "FY2568"),
        ("fiscal year 2025", "FY2568"),
    ],
)
def test_a_period_is_named_as_people_write_it(text: str, period: str) -> None:
    """In Thai, English or figures, in either era, alone, in a range or in what holds it."""
    assert is_named(parse_period(period), named_periods(text))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("ประจำเดือนมีนาคม 2568", "2025-04"),
        ("ประจำเดือนมีนาคม 2567", "2025-03"),
        ("ข้อมูล ณ วันที่ 9 เมษายน 2568", "2025-04"),
        ("9 April 2025", "2025-04"),
        ("April 9, 2025", "2025-04"),
        ("2025-04-09", "2025-04"),
        ("09/04/2568", "2025-04"),
        ("มีค่าธรรมเนียม 3 เรื่อง", "2025-03"),
        ("ปีงบประมาณ พ.ศ. 2568", "2025-03"),
        ("เดือนมกราคม 2568", "FY2568-Q2"),
        ("ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2568", "FY2568-Q2"),
        ("", "2025-03"),
    ],
)
def test_another_period_or_a_single_day_names_it_not(text: str, period: str) -> None:
    """A report of March that is dated in April is none of April."""
    assert not is_named(parse_period(period), named_periods(text))


def test_years_beyond_any_calendar_are_no_error() -> None:
    """A text may hold any figures."""
    assert named_periods("FY9999-Q1 ไตรมาส 4/1000 มีนาคม 2999 13/2568") == frozenset()


@pytest.mark.parametrize(
    "text", ["มกราคม 1000", "ม.ค. 1899", "ใบสั่งซื้อ 1/1000", "FY2399", "ปีงบประมาณ 1000", "มกราคม 2999"]
)
def test_what_no_round_can_have_is_no_period(text: str) -> None:
    """A share or a number of a contract looks like one; all that is named can be read again."""
    near = parse_period("2025-03")
    assert periods_named(named_periods(f"{text} และมีนาคม 2568"), near) == (near,)
