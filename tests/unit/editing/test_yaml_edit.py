"""Where comments go when entries and fields are added, moved and taken out."""

from typing import Any

import pytest

from oit.editing.yaml_edit import edited
from oit.records.strict_yaml import parse_yaml

ORDER = ("item", "reviews", "evidence", "kind", "for", "sample", "by")
TEXT = """\
item: O1
reviews:
  - by: ก  # หนึ่ง
    # ท้ายหนึ่ง
  # ก่อนสอง
  - by: ข
  # ท้ายการยืนยัน

# ของหลักฐาน
evidence:
  - sample: true  # ตัวอย่าง
    # ของชนิด
    kind: none
    for: x
"""
NEW_REVIEW = "  - by: ค\n"


def changed(**values: Any) -> str:
    before = parse_yaml(TEXT).values
    return edited(TEXT, before, {**before, **values}, ORDER)


def reviews(*names: str) -> list[dict[str, str]]:
    return [{"by": name} for name in names]


def test_an_added_entry_stands_above_the_comment_of_the_next_field() -> None:
    """And above a comment at the end of its own list."""
    expected = TEXT.replace("  # ท้ายการยืนยัน", f"{NEW_REVIEW}  # ท้ายการยืนยัน")
    assert changed(reviews=reviews("ก", "ข", "ค")) == expected


def test_an_entry_moves_and_goes_with_its_comments() -> None:
    """Those above it, beside it, and indented deeper below it."""
    first, second = "  - by: ก  # หนึ่ง\n    # ท้ายหนึ่ง\n", "  # ก่อนสอง\n  - by: ข\n"
    assert changed(reviews=reviews("ข", "ก")) == TEXT.replace(first + second, second + first)
    assert changed(reviews=reviews("ข")) == TEXT.replace(first, "")
    assert changed(reviews=reviews("ก", "ค")) == TEXT.replace(second, NEW_REVIEW)


def test_of_a_list_that_becomes_empty_the_comments_stay() -> None:
    """They may say why."""
    text = changed(reviews=[])
    assert text.startswith("item: O1\nreviews: []\n  # หนึ่ง\n  # ท้ายหนึ่ง\n  # ก่อนสอง\n")
    assert parse_yaml(text).values["reviews"] == []


@pytest.mark.parametrize(
    ("left", "lines"),
    [
        (("kind", "for", "by"), "  - # ของชนิด\n    kind: none\n    for: x\n    by: ก # ข\n"),
        (("for", "by"), "  - for: x\n    by: ก # ข\n"),
        (("sample", "for"), "  - sample: true  # ตัวอย่าง\n    for: x\n"),
    ],
)
def test_fields_are_taken_out_with_their_comments(left: tuple[str, ...], lines: str) -> None:
    """After the dash of an entry the next field takes their place."""
    text = "evidence:\n" + TEXT.partition("evidence:\n")[2] + "    by: ก # ข\n"
    before = parse_yaml(text).values["evidence"][0]
    after = {name: before[name] for name in left}
    result = edited(text, {"evidence": [before]}, {"evidence": [after]}, ORDER)
    assert result == f"evidence:\n{lines}"


def test_a_new_field_stands_in_order_even_before_the_first() -> None:
    """After the last of those that precede it."""
    text = "evidence:\n  - for: x  # ก\n    by: ข\n"
    before = {"for": "x", "by": "ข"}
    after = {"kind": "none", "for": "x", "sample": True, "by": "ข"}
    result = edited(text, {"evidence": [before]}, {"evidence": [after]}, ORDER)
    expected = "evidence:\n  - kind: none\n    for: x  # ก\n    sample: true\n    by: ข\n"
    assert result == expected
