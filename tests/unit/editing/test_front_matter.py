"""A record's fields are written in one form; its words are never touched."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from pydantic import ValidationError

from helpers.any_records import written
from helpers.support import SAMPLE
from oit.editing import front_matter, yaml_edit
from oit.editing.front_matter import formatted, rewritten
from oit.findings import DocumentError
from oit.model.record import FIELD_ORDER, Part, Record
from oit.records.strict_yaml import decode, parse_record
from oit.records.validate import field_names
from oit.wording.vocabulary import FIELD_LABELS

RECORDS = sorted((SAMPLE / "oit_items").glob("*/O*/*.md"))
UNTIDY = """---
evidence:
# รายการแรก
- {published: 2025-04-10, kind: none, for: summary, periods: [2025-03], reason: 'ไม่มี'} # จบ
# หมายเหตุ

item:   "O1"  # ข้อ
owner: finance
frequency: monthly
---

ข้อความ  \n\n- ท้าย"""
TIDY = """---
# หมายเหตุ

item: O1  # ข้อ
owner: finance
frequency: monthly
evidence:
  # รายการแรก
  - kind: none
    for: summary
    periods:
      - 2025-03
    reason: ไม่มี
    published: 2025-04-10
    # จบ
---

ข้อความ  \n\n- ท้าย"""


def model_of(data: bytes, name: str = "record.md") -> Record | Part:
    values = parse_record(decode(data)).values
    return (Record if name == "record.md" else Part).model_validate(values)


def as_crlf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: "-".join(path.parts[-2:]))
def test_what_the_sample_discloses_is_in_the_form_in_either_kind_of_line_ends(path: Path) -> None:
    """A save in the browser form, or `oit fmt`, changes nothing that nobody changed."""
    data = path.read_bytes()
    assert formatted(path.name, data).data == data
    assert formatted(path.name, as_crlf(data)).data == as_crlf(data)


def test_every_field_has_its_place() -> None:
    """A new field is given one, or it could not be written."""
    assert set(FIELD_ORDER) == set(FIELD_LABELS)
    assert {*field_names(Record), *field_names(Part)} < set(FIELD_ORDER)


def test_untidy_fields_are_put_in_order_and_the_words_stay() -> None:
    """Order, quotes and flow lists go; comments, meaning, blanks at line ends and the end stay."""
    assert formatted("record.md", UNTIDY.encode()).data.decode() == TIDY


def test_line_ends_are_those_of_the_file() -> None:
    """CRLF in the fields where the file has it; the words as they were, even mixed."""
    mixed = as_crlf(UNTIDY.encode()) + b"\nlf\r\ncrlf"
    assert formatted("record.md", mixed).data == as_crlf(TIDY.encode()) + b"\nlf\r\ncrlf"


@pytest.mark.parametrize(
    "data", [b"", b"x", b"---\nitem: O1\n", b"---\nitem: O1\nx: 1\n---\n", "ก".encode("cp874")]
)
def test_what_cannot_be_read_whole_stays_and_says_why(data: bytes) -> None:
    """Nothing is lost by formatting a record with a fault in it."""
    result = formatted("record.md", data)
    assert result.data == data
    assert result.findings


@given(written(), st.text(), st.booleans(), st.booleans())
def test_formatting_keeps_the_meaning_and_formatting_again_changes_nothing(
    front: str, body: str, crlf: bool, bom: bool
) -> None:
    """However the YAML was written, and whatever the words below are."""
    text = f"---\n{front}---\n{body}".encode("utf-8", "replace")
    data = (b"\xef\xbb\xbf" if bom else b"") + (as_crlf(text) if crlf else text)
    try:
        before = model_of(data)
    except (DocumentError, ValidationError):
        reject()
    once = formatted("record.md", data).data
    assert once.startswith(b"\xef\xbb\xbf") == bom
    assert model_of(once) == before
    assert parse_record(decode(once)).body == parse_record(decode(data)).body
    assert formatted("record.md", once).data == once


@pytest.mark.parametrize(
    "owner",
    ["? owner # ก\n: a", "?\n  owner # ก: ข\n: a", "'owner' : a # ก", "owner: # ก\n  a"],
)
def test_a_rare_style_is_changed_and_formatted_too(owner: str) -> None:
    """A key with a question mark is YAML as well, and comments anywhere stay."""
    data = f"---\n# ข้อ\nitem: O1\n{owner}\nfrequency: annual # ปี\n---\n".encode()
    record = model_of(data)
    for changed in (
        rewritten(data, record.model_copy(update={"owner": "b"})),
        rewritten(data, record.model_copy(update={"updated": date(2025, 4, 1)})),
        formatted("record.md", data).data,
    ):
        for comment in ("# ข้อ\n", "# ก", "# ปี\n"):
            assert changed.decode().count(comment) == 1


@pytest.mark.parametrize(
    "damage", [("owner: b", "owner: c"), ("owner: b", "owner: [b"), ("O1", "O2")]
)
def test_a_record_that_would_not_read_back_is_not_written(
    damage: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard against errors of the writer itself."""
    data = b"---\nitem: O1\nowner: a\nfrequency: annual\n---\n"
    monkeypatch.setattr(
        front_matter, "edited", lambda *given: yaml_edit.edited(*given).replace(*damage)
    )
    with pytest.raises((ValueError, DocumentError)):
        rewritten(data, model_of(data).model_copy(update={"owner": "b"}))
