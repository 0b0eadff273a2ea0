"""A value that ` #` cuts off is told with the line to write; a remark beside a word is none."""

import pytest

from oit.records.cut_values import cut_values
from oit.records.form_lines import form_of
from oit.records.strict_yaml import CutValue, parse_record, parse_yaml


def cut(form: str) -> list[CutValue]:
    return list(cut_values(form, parse_yaml(form)))


@pytest.mark.parametrize(
    ("line", "found", "written"),
    [
        ("title: ประกาศ #3 เดือนมีนาคม", "ประกาศ", 'title: "ประกาศ #3 เดือนมีนาคม"'),
        ("title: #3 เดือนมีนาคม", "", 'title: "#3 เดือนมีนาคม"'),
        ("title: ประกาศ # 3", "ประกาศ", 'title: "ประกาศ # 3"'),
        ("title: ประกาศ\t#3", "ประกาศ", 'title: "ประกาศ\\t#3"'),
        ("title: Plan #3", "Plan", 'title: "Plan #3"'),
        ("title: Plan of 2025 # 3", "Plan of 2025", 'title: "Plan of 2025 # 3"'),
        ('title: ข้อ "ก" #3', 'ข้อ "ก"', 'title: "ข้อ \\"ก\\" #3"'),
    ],
)
def test_a_text_that_is_cut_off_is_told(line: str, found: str, written: str) -> None:
    """With what is left of it, and the whole in quotation marks."""
    is_of_the_text = "# " not in line
    assert cut(f"item: O1\n{line}\n") == [
        CutValue(2, ("title",), found, written, 0, is_of_the_text)
    ]


def test_values_in_lists_and_over_lines_have_their_fields() -> None:
    """At any depth."""
    form = "evidence:\n  - title: ก #1\n    note: ข\n      ค #2\n  - ง #3\n"
    assert [(each.line, each.path, each.written) for each in cut(form)] == [
        (2, ("evidence", 0, "title"), '- title: "ก #1"'),
        (4, ("evidence", 0, "note"), 'note: "ข ค #2"'),
        (5, ("evidence", 1), '- "ง #3"'),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "frequency: monthly # ทุกเดือน\n",
        "updated: 2025-04-09  # วันประชุม\n",
        "updated: 9 เม.ย. 2568  # วันประชุม\n",
        "sample: true #\n",
        "url: https://example.go.th/a#b # หน้าแรก\n",
        "periods: [2025-01, # ยังไม่ถึง\n  2025-02]\n",
        "reviews: # ทบทวน\n  - date: 2025-04-09\n",
        "updated: # ยังไม่ถึง\n",
        "# ทั้งบรรทัด #3\ntitle: แผน\n",
        "title: 'ก #3'\n",
        'title: "ก" # ข\n',
        "note: |\n  ก #3 ข\n",
        "title: ก#3\n",
    ],
)
def test_a_remark_is_no_part_of_a_value(form: str) -> None:
    """Beside a word, a date, an address, a quoted text; on a line of its own; within a block."""
    assert cut(form) == []


def test_what_stands_below_the_form_is_not_looked_at() -> None:
    """Headings begin with the same sign."""
    text = "---\ntitle: แผน\n---\nข้อความ #3\n\n# หัวข้อ: ก\n"
    assert list(cut_values(form_of(text), parse_record(text))) == []
