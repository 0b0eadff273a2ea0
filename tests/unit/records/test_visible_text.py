"""What a reader sees of a record's text, apart from how it is written."""

import pytest

from oit.records.markup import parse_markdown

TEXT = "## ประกาศ {#news}\n\nสำนักงานเขตเผยแพร่ประกาศ 3 ฉบับ\n\n| ก | ข |\n| --- | --- |\n| 1 | 23 |\n"


def visible(text: str) -> str:
    return parse_markdown(text).visible


@pytest.mark.parametrize(
    "written",
    [
        TEXT + " \n\n",
        TEXT.replace("ประกาศ 3", "ประกาศ\u200b 3"),
        TEXT.replace("ประกาศ 3", "ประกาศ\u00a0 3"),
        TEXT.replace("เผยแพร่ประกาศ", "เผยแพร่\nประกาศ"),
        TEXT.replace("ประกาศ 3", "ประกาศ &#51;"),
        TEXT.replace("ประกาศ 3", "ประกาศ **3**"),
        TEXT.replace("สำนัก", "ส\u0e4d\u0e32นัก"),
        TEXT.replace("{#news}", "{#announcements}"),
        TEXT + "\n[unused]: https://example.org/\n",
        TEXT + "\n<!-- ปรับปรุงแล้ว -->\n",
        TEXT.replace(" 3 ฉบับ", " 3<!-- x --> ฉบับ"),
        TEXT.replace("3 ฉบับ", "3\ufe0f\u2060\u00ad ฉบับ"),
    ],
)
def test_what_nobody_sees_is_no_other_text(written: str) -> None:
    """Blanks, invisible characters, spellings, comments, definitions that nothing uses."""
    assert visible(written) == visible(TEXT)


@pytest.mark.parametrize(
    "written",
    [
        TEXT.replace("3 ฉบับ", "4 ฉบับ"),
        TEXT.replace("| 1 | 23 |", "| 12 | 3 |"),
        TEXT.replace("ประกาศ 3 ฉบับ", "[ประกาศ](https://example.org/) 3 ฉบับ"),
        "\n\n".join(reversed(TEXT.split("\n\n"))),
    ],
)
def test_what_somebody_sees_is_another_text(written: str) -> None:
    """Figures, their places in a table, links, order."""
    assert visible(written) != visible(TEXT)


def test_a_link_to_elsewhere_is_another_text() -> None:
    """Although its words are the same."""
    assert visible("[x](https://a.org/)") != visible("[x](https://b.org/)")


def test_a_heading_is_read_without_its_id() -> None:
    """It may name the period that its section is for."""
    sections = parse_markdown("# ผลงาน *มีนาคม* {#a}\n\nข้อความ\n").sections
    assert (sections["a"].heading, sections["a"].text) == ("ผลงาน มีนาคม", "ข้อความ")
