"""A record's fields are written in one form; its words are never touched."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, reject
from hypothesis import strategies as st
from pydantic import ValidationError

from helpers.support import SAMPLE
from oit.editing.front_matter import formatted, rewritten
from oit.findings import DocumentError
from oit.model.record import FIELD_ORDER, Part, Record
from oit.records.strict_yaml import decode, parse_record
from oit.records.validate import field_names
from oit.wording.vocabulary import FIELD_LABELS

RECORDS = sorted((SAMPLE / "oit_items").glob("*/O*/*.md"))
UNTIDY = """---
evidence:
- {published: 2025-04-10, kind: none, for: summary, periods: [2025-03], reason: 'ไม่มี'}
# หมายเหตุ
item:   "O1"
owner: finance
frequency: monthly
---

ข้อความ  \n\n- ท้าย"""
TIDY = """---
item: O1
owner: finance
frequency: monthly
evidence:
  - kind: none
    for: summary
    periods:
      - 2025-03
    reason: ไม่มี
    published: 2025-04-10
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
    """Order, quotes, flow lists and comments go; meaning, blanks at line ends and the end stay."""
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


words = st.text(min_size=1, max_size=120)
days = st.dates(date(1900, 1, 1), date(2399, 12, 31))
periods = st.sampled_from(["2025-03", "FY2568-Q2", "FY2568-H1", "FY2568"])
slugs = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)
evidence = st.one_of(
    *(
        st.fixed_dictionaries(
            {"kind": st.just(kind), "for": slugs, "published": days.map(str), **needs},
            optional={"periods": st.lists(periods), "sample": st.sampled_from(["true", "false"])},
        )
        for kind, needs in {
            "file": {"title": words, "file": words},
            "url": {"title": words, "url": words},
            "section": {"title": words, "section": slugs},
            "none": {"reason": words},
        }.items()
    )
)
records = st.fixed_dictionaries(
    {"item": st.just("O7"), "owner": slugs, "frequency": st.just("annual")},
    optional={
        "updated": days.map(str),
        "reviews": st.lists(
            st.fixed_dictionaries({"date": days.map(str), "by": words, "note": words}), max_size=3
        ),
        "evidence": st.lists(evidence, max_size=3),
    },
)
styles = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "default_flow_style": st.sampled_from([True, False, None]),
        "allow_unicode": st.booleans(),
        "width": st.sampled_from([20, 80, 1000]),
        "sort_keys": st.booleans(),
        "indent": st.sampled_from([2, 4]),
    }
)


class Untagged(yaml.SafeDumper):
    """Writes text as text, whatever it looks like: our reader takes every scalar for text."""


@given(records, styles, st.text(), st.booleans(), st.booleans())
def test_formatting_keeps_the_meaning_and_formatting_again_changes_nothing(
    values: dict[str, object], style: dict[str, Any], body: str, crlf: bool, bom: bool
) -> None:
    """However the YAML was written, and whatever the words below are."""
    front = yaml.dump(values, Dumper=Untagged, **style).removesuffix("...\n")
    text = f"---\n{front}---\n{body}".encode("utf-8", "replace")
    data = (b"\xef\xbb\xbf" if bom else b"") + (as_crlf(text) if crlf else text)
    try:
        before = model_of(data)
    except (DocumentError, ValidationError):
        reject()
    once = rewritten(data, before)
    assert model_of(once) == before
    assert parse_record(decode(once)).body == parse_record(decode(data)).body
    assert rewritten(once, before) == once
    assert formatted("record.md", once).data == once
