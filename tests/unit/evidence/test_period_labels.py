"""Which periods the name of a sheet or of a file names."""

import pytest

from oit.evidence.period_labels import labelled_periods


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("ม.ค.", "01"),
        ("มค", "01"),
        ("มกราคม", "01"),
        ("Jan", "01"),
        ("มกราคม 68", "2025-01"),
        ("มกราคม2568", "2025-01"),
        ("ม.ค. ๖๘", "2025-01"),
        ("มค68", "2025-01"),
        ("ต.ค.67", "2024-10"),
        ("01-68", "2025-01"),
        ("1/2568", "2025-01"),
        ("68-01", "2025-01"),
        ("2568_01", "2025-01"),
        ("2025-01", "2025-01"),
        ("Jan-25", "2025-01"),
        ("Jan 68", "2025-01"),
        ("1. ต.ค.67", "2024-10"),
        ("01_ตค67", "2024-10"),
        ("สขร.1 ม.ค. 68", "2025-01"),
        ("สขร1_01_2568", "2025-01"),
        ("O15 มกราคม ๖๘", "2025-01"),
        ("summary-2025-01", "2025-01"),
        ("1-31 ม.ค. 68", "2025-01"),
    ],
)
def test_a_label_names_its_month(label: str, period: str) -> None:
    """In any of the ways that people call a sheet or a file."""
    assert labelled_periods(label) == {period}


@pytest.mark.parametrize("label", ["สรุป", "Sheet1", "รวม", "10", "แผ่นงาน 1", "หน้า 1-25", "กคศ", ""])
def test_what_names_no_month_names_none(label: str) -> None:
    """A number alone may be anything."""
    assert labelled_periods(label) == set()


def test_a_label_may_name_several() -> None:
    """A quarter from its first to its last month."""
    assert labelled_periods("ต.ค.67-ธ.ค.67") == {"2024-10", "2024-11", "2024-12"}
