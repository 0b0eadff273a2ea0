"""Forms of records whose lines of dashes are missing or mistyped."""

from collections.abc import Sequence
from time import process_time

import pytest

from oit.findings import Finding, Place
from oit.records.document_reader import DocumentReader
from oit.records.frame import framed
from oit.records.strict_yaml import Document, parse_record

FORM = """item: O1
evidence:
  - kind: file
    for: plan

    # ตรวจแล้ว
    published: 2025-04-10"""
TEXTS = {
    "a paragraph": "ที่นี่มีแผน",
    "a heading": "# แผน\n\nnote ที่นี่มีแผน",
    "a section": "## แผน {#plan}\n\nข้อความ: ข้อความ",
    "a list": "- ข้อแรก\n- ข้อที่สอง: แผน",
    "a numbered list": "1. ข้อแรก\n2. ข้อที่สอง",
    "a link": "[แผน](plan.csv)",
    "an address": "https://example.go.th/plan",
    "a table": "| แผน | ผล |\n| --- | --- |",
    "bold text": "**แผน**: ปี 2568",
    "a quotation": "> แผน",
    "HTML": "<p>แผน</p>",
    "a rule of Markdown": "ข้อความ\n\n***\n\nข้อความ",
    "parts between rules": "ข้อความ\n\nข้อความ\n\n---\n\nข้อความ",
    "a section and a rule": "## แผน\n\nข้อความ\n\n---\n\nข้อความ",
    "nothing": "",
}


def read(text: str) -> tuple[Document | None, Sequence[Finding]]:
    """The document of a record's text, and what is told of it."""
    reader = DocumentReader([])
    found = reader.read(text.encode, parse_record, Place("record.md"))
    return found.document if found else None, reader.findings


def expected(text: str) -> tuple[object, str]:
    """What a record with these fields and this text says."""
    document = parse_record(f"---\n{FORM}\n---\n{text}")
    return document.values, document.body.strip()


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("name", TEXTS)
def test_without_a_closing_line_the_text_is_no_field(name: str, gap: str) -> None:
    """One finding, at the last field, whatever the text begins with and however far below."""
    text = TEXTS[name]
    document, found = read(f"---\n{FORM}{gap}{text}")
    assert document is not None
    assert (document.values, document.body.strip()) == expected(text)
    assert document.guess is not None
    assert [(finding.rule, finding.line) for finding in found] == [("front-matter-open", 8)]
    assert found[0].correction is None


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "nothing"])
@pytest.mark.parametrize("closing", ["\n---\n", "\n"])
def test_without_an_opening_line_the_lines_are_those_of_the_file(name: str, closing: str) -> None:
    """One finding, at the first line, and every field and the text where it stands."""
    text = TEXTS[name]
    document, found = read(f"{FORM}{closing}{text}")
    assert document is not None
    assert (document.values, document.body.strip()) == expected(text)
    assert (document.line(("item",)), document.line(("evidence", 0, "published"))) == (1, 7)
    assert document.body_line == (9 if "-" in closing else 8)
    assert [(finding.rule, finding.line) for finding in found] == [("no-front-matter", 1)]


@pytest.mark.parametrize("dashes", ["--", "—", "––", "- - -", "-—", " ---", "***", "___"])
def test_dashes_that_were_typed_otherwise_are_told_at_their_line(dashes: str) -> None:
    """With the line to write, which nothing else can mean."""
    for text, number in (
        (f"---\n{FORM}\n{dashes}\nข้อความ", 9),
        (f"{dashes}\n{FORM}\n---\nข้อความ", 1),
    ):
        document, found = read(text)
        assert document is not None
        assert (document.values, document.body.strip()) == expected("ข้อความ")
        assert [finding.line for finding in found] == [number]
        assert found[0].correction is not None
        assert (found[0].correction.text, found[0].correction.is_certain) == ("---", True)


def test_blank_lines_above_the_form_are_told_at_the_first_line() -> None:
    """The fields keep their lines."""
    document, found = read(f"\n\n---\n{FORM}\n---\nข้อความ")
    assert document is not None
    assert document.line(("item",)) == 4
    assert [(finding.rule, finding.line) for finding in found] == [("no-front-matter", 1)]


def test_other_slips_of_a_form_without_an_end_are_told_at_their_lines() -> None:
    """A broken line, and marks in the text below, are told beside the missing line."""
    form = FORM.replace("for: plan", 'for: "plan')
    _, found = read(f"---\n{form}\nข้อความ\u202e")
    told = [(finding.rule, finding.line) for finding in found]
    assert told == [("yaml-broken", 5), ("front-matter-open", 8), ("text-direction", 9)]


@pytest.mark.parametrize(
    "text", ["ข้อความ\n", "# หัวข้อ\n\nitem: O1\n", "- รายการ\n", "***\n\nข้อความ\n"]
)
def test_a_text_that_begins_with_no_field_has_no_form(text: str) -> None:
    """Nothing is read of it."""
    document, found = read(text)
    assert document is None
    assert [finding.rule for finding in found] == ["no-front-matter"]


@pytest.mark.parametrize("line", ["_" * 50_000 + "x", "- " * 25_000 + "x", " " * 50_000 + "x"])
def test_a_long_line_takes_no_longer_than_it_is_long(line: str) -> None:
    """A stranger's line must not keep the gate busy."""
    begun = process_time()
    for text in (line, f"---\nitem: O1\n{line}", f"{line}\nitem: O1"):
        framed(text)
    assert process_time() - begun < 2
