"""Whatever a document says, validating it ends in a model or in findings."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.findings import Finding, Place
from oit.model.record import Part, Record
from oit.model.round import Holiday
from oit.records.strict_yaml import Document, parse_record, parse_yaml
from oit.records.validate import validate

STAND_INS = {"item": "O1", "owner": "finance", "frequency": "monthly", "division": "works"}
names = st.sampled_from(
    [
        *("item", "owner", "frequency", "updated", "reviews", "evidence", "division", "kind"),
        *("for", "periods", "file", "title", "published", "sample", "by", "note", "x"),
        *("date", "on"),
    ]
)
words = st.sampled_from(
    [
        "O1",
        "finance",
        "monthly",
        "2025-04-18",
        "2568-04-18",
        "๒๕๖๘-๐๔-๑๘",
        "file",
        "none",
        "true",
        "",
    ]
)
values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), words, st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=6)),
    max_leaves=25,
)


@given(st.dictionaries(names, values, max_size=9), st.sampled_from([Record, Part]))
def test_no_values_make_validation_raise(
    document: dict[str, Any], schema: type[Record | Part]
) -> None:
    """And what is not a model has a finding that says why."""
    stand_ins = {name: value for name, value in STAND_INS.items() if name in schema.model_fields}
    result = validate(schema, Document(document, {}), Place("x"), stand_ins)
    assert result.findings or result.model
    assert all(isinstance(finding, Finding) for finding in result.findings)


@pytest.mark.parametrize("wrong", ["frequency: yearly", "updated: 2568-01-01", "evidence: text"])
def test_one_wrong_field_does_not_hide_the_others(wrong: str) -> None:
    """The rest is read, so that all faults come in one run."""
    text = f"---\nitem: O1\nowner: finance\n{wrong}\nreviews:\n  - date: x\n---\n"
    result = validate(Record, parse_record(text), Place("x"), {"frequency": "monthly"})
    assert result.model is not None
    assert {finding.line for finding in result.findings} >= {4, 6}


def test_old_names_of_a_field_are_one_finding_with_the_line_to_write() -> None:
    """Wherever they stand in a document; other faults beside them are told as well."""
    text = (
        "---\nitem: O1\nowner: finance\nfrequency: monthly\nreviews:\n"
        "  - on: 2024-12-06\n    by: ก\n    note: ก\n"
        "  - on: 2025-01-06\n    by: ก\n    reason: ก\n---\n"
    )
    first, *others = validate(Record, parse_record(text), Place("x")).findings
    assert (first.rule, first.line) == ("field-renamed", 6)
    assert first.params == {"found": "on", "expected": "date: 2024-12-06", "count": 2}
    assert {finding.rule for finding in others} == {"field-missing", "field-unknown"}
    assert {finding.field_name for finding in others} == {"note", "reason"}


def test_an_old_name_beside_the_present_one_is_unknown() -> None:
    """Only where nothing has its place is the old name taken for the new."""
    document = parse_yaml("date: 2025-01-01\nname_th: ก\non: 2025-01-01\n")
    findings = validate(Holiday, document, Place("x")).findings
    assert [(finding.rule, finding.line) for finding in findings] == [("field-unknown", 3)]


def test_the_likely_name_of_an_unknown_field_is_told() -> None:
    """Of the fields that may stand at that place."""
    text = (
        "---\nitem: O1\nowner: finance\nfrequency: monthly\nupdate: 2025-01-01\n"
        "evidence:\n  - kind: file\n    publised: 2025-01-01\n---\n"
    )
    result = validate(Record, parse_record(text), Place("x"))
    likely = {
        finding.params["found"]: finding.params["likely"]
        for finding in result.findings
        if finding.rule == "field-unknown"
    }
    assert likely == {"update": "updated", "publised": "published"}
