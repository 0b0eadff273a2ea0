"""Numbers, dates and headings as Thai offices write them."""

import pytest

from oit.evidence.tables.text import (
    clean_cell,
    heading_key,
    iso_date,
    plain_number,
    shortened,
    whole_number,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑,๒๓๔.๕๐ บาท", "1234.50"),
        ("1,234,567", "1234567"),
        ("500.-", "500"),
        ("฿ 500", "500"),
        ("(1,000)", "-1000"),
        ("- 5", "-5"),
        ("−5", "-5"),
        ("12 ราย", "12"),
        ("1,00", None),
        ("１，２３４", None),
        ("１２", None),
        ("١٢", None),
        ("1.2.3", None),
        ("ไม่มี", None),
        ("-", None),
        ("", None),
        ("(", None),
        ("1101700-230", None),
    ],
)
def test_numbers(text: str, expected: str | None) -> None:
    """Understood where they are certain, and left alone where not."""
    assert plain_number(text) == expected


def test_a_count_has_no_satang() -> None:
    """As a spreadsheet may show it."""
    assert (whole_number("1,000.00"), whole_number("1.5"), whole_number("x")) == (
        "1000",
        "1.5",
        None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-11-08", "2024-11-08"),
        ("2567-11-08", "2024-11-08"),
        ("２５６７-１１-０８", None),
        ("٨ พ.ย. ٢٥٦٧", None),
        ("8 พฤศจิกายน 2567", "2024-11-08"),
        ("วันที่ ๘ พ.ย. ๒๕๖๗", "2024-11-08"),
        ("8 พ.ย. 67", "2024-11-08"),
        ("8 พฤศจิกายน พ.ศ. 2567", "2024-11-08"),
        ("8/11/2567", "2024-11-08"),
        ("29/02/2567", "2024-02-29"),
        ("18/11/2024", "2024-11-18"),
        ("8/11/2024", None),
        ("8/11/67", None),
        ("30 ก.พ. 2567", None),
        ("8 xx 2567", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    """ISO where the day is certain."""
    assert iso_date(text) == expected


def test_headings_are_compared_without_units_spaces_and_marks() -> None:
    """A sara am of two characters and a line break are no difference."""
    assert heading_key("จ\u0e4d\u0e32นวนเงิน\n(บาท)") == heading_key("จำนวนเงิน") == "จำนวนเงิน"
    assert heading_key("ไตรมาสที่ ๑") == heading_key("ไตรมาสที่1")
    assert heading_key("(บาท)") == "บาท"


def test_cleaning_keeps_the_words() -> None:
    """One line, no invisible characters."""
    assert clean_cell("\ufeff ก\u200b\u00a0 ข\r\nค\t") == "ก ข ค"


def test_a_cell_in_a_message_is_short() -> None:
    """Forty characters."""
    assert len(shortened("ก" * 100)) == 40
