"""Whatever writes a record keeps what stands in it: comments, and the lines that did not change."""

import difflib
from datetime import date
from typing import Any

from hypothesis import given, reject
from hypothesis import strategies as st

from helpers.any_records import REVIEW_DAY, commented
from oit.editing.front_matter import formatted, read_valid_record, rewritten
from oit.editing.record_edit import with_evidence, with_review
from oit.editing.yaml_edit import edited
from oit.model.record import FIELD_ORDER, NoneEvidence, Part, Record, Review

TODAY = date(2026, 1, 15)
REVIEW = Review.model_validate({REVIEW_DAY: TODAY, "by": "หัวหน้าฝ่ายโยธา", "note": "ตรวจแล้ว"})
NONE = NoneEvidence.model_validate(
    {"kind": "none", "for": "a", "periods": ["2025-04"], "reason": "ไม่มี", "published": TODAY}
)


def record_of(text: str) -> tuple[bytes, Record | Part]:
    """The bytes of a record with these fields, and what it discloses."""
    data = f"---\n{text}---\n\nข้อความ # มิใช่หมายเหตุ\n".encode("utf-8", "replace")
    disclosed, _ = read_valid_record("record.md", data)
    if disclosed is None:
        reject()
    return data, disclosed


@given(commented())
def test_each_comment_is_kept_wherever_it_stands(case: tuple[str, list[str]]) -> None:
    """By `add` and `none`, by `confirm` and by `fmt`; each of them reads back what it wrote."""
    text, comments = case
    data, disclosed = record_of(text)
    results = {
        "evidence": rewritten(data, with_evidence(disclosed, NONE, TODAY)),
        "review": rewritten(data, with_review(disclosed, REVIEW)),
        "fmt": formatted("record.md", data).data,
    }
    for name, result in results.items():
        for comment in comments:
            assert result.decode().count(comment) == 1, (name, comment, result.decode())
    again = formatted("record.md", results["fmt"]).data
    assert again == results["fmt"]


@given(commented())
def test_nothing_changes_where_no_value_does(case: tuple[str, list[str]]) -> None:
    """However untidy it is written."""
    data, disclosed = record_of(case[0])
    assert rewritten(data, disclosed) == data


@given(commented(), st.data())
def test_a_changed_value_changes_its_line_alone(
    case: tuple[str, list[str]], data: st.DataObject
) -> None:
    """In a formatted record with comments: a line goes, a line comes, its comment stays."""
    raw, disclosed = record_of(case[0])
    tidy = formatted("record.md", raw).data
    changed = data.draw(st.sampled_from(list(_changed(disclosed))))
    gone, came = _difference(tidy, rewritten(tidy, changed))
    assert (len(gone), len(came)) == (1, 1), (gone, came)
    assert gone[0].partition(":")[0] == came[0].partition(":")[0]
    assert gone[0].partition("# หมายเหตุ")[2] == came[0].partition("# หมายเหตุ")[2]


def _changed(disclosed: Record | Part) -> Any:
    """The record with one value changed, for each that can be."""
    yield disclosed.model_copy(update={"owner": "changed"})
    for name in ("reviews", "evidence"):
        entries = getattr(disclosed, name)
        for place, entry in enumerate(entries):
            fields = {"note", "by"} if name == "reviews" else {"published", "title", "reason"}
            for field in fields & entry.model_fields_set:
                new = date(2000, 2, 3) if field == "published" else "เปลี่ยน: แล้ว"
                other = entry.model_copy(update={field: new})
                if other != entry:
                    all_of = (*entries[:place], other, *entries[place + 1 :])
                    yield disclosed.model_copy(update={name: all_of})


def _difference(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    old, new = (data.decode().split("\n") for data in (before, after))
    told = list(difflib.ndiff(old, new, linejunk=None, charjunk=None))
    gone = [line[2:] for line in told if line.startswith("- ")]
    return gone, [line[2:] for line in told if line.startswith("+ ")]


def test_a_comment_before_the_next_field_follows_the_dash_of_an_entry_that_lost_its_first() -> None:
    """A blank line between them goes; nothing is left at the end of the dash's line."""
    text = "reviews:\n- by: ก\n\n# ตรวจแล้ว\n  note: ข\n"
    before = {"reviews": [{"by": "ก", "note": "ข"}]}
    after = {"reviews": [{"note": "ข"}]}
    assert edited(text, before, after, FIELD_ORDER) == "reviews:\n- # ตรวจแล้ว\n  note: ข\n"
