"""What is invented of a real office says so: each paragraph, confirmation and entry of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from demonstration.shipped import YEAR, copy_shipped
from helpers.support import ROOT, Edit, replace
from oit.records.load import load_site
from oit.records.site import Bundle, Unit

MARK = re.compile("ตัวอย่าง|สมมุติ")
HEADING = re.compile(r"#+ .*\{#([\w-]+)\}$")
TABLE_OR_LIST = re.compile(r"\||- |\d+\. ")
"""How a block begins that the paragraph above it introduces."""
OF_THE_DOCUMENT = {("O3", "school-names")}
"""What is no evidence, and tells what the office's own document says."""
RECORDS = f"oit_items/{YEAR}"


def unmarked(site: Path) -> list[str]:
    """What is invented in the round of a site and does not say that it is, by item."""
    return [
        f"{bundle.item}: {words}"
        for bundle in load_site(site).rounds[0].bundles.values()
        for unit in bundle.units
        for words in (*_paragraphs(bundle, unit), *_confirmations(unit), *_reasons(unit))
        if not MARK.search(words)
    ]


def _reasons(unit: Unit) -> Iterator[str]:
    """Why there is nothing; the other entries have the mark of the page."""
    yield from (piece.reason for piece in unit.disclosed.evidence if piece.kind == "none")


def _confirmations(unit: Unit) -> Iterator[str]:
    yield from (review.note for review in unit.disclosed.reviews)


def _paragraphs(bundle: Bundle, unit: Unit) -> Iterator[str]:
    """Those of what is a sample, without the tables and lists that they introduce."""
    pieces = unit.disclosed.evidence or [p for u in bundle.units for p in u.disclosed.evidence]
    samples = {piece.section for piece in pieces if piece.kind == "section" and piece.sample}
    is_sample = all(piece.sample for piece in pieces)
    for section, block in _blocks(unit.document.body):
        is_told = (bundle.item, section) in OF_THE_DOCUMENT
        if (section in samples or is_sample) and not is_told and not TABLE_OR_LIST.match(block):
            yield block


def _blocks(body: str) -> Iterator[tuple[str, str]]:
    """Each paragraph, table and list, with the id of its section; none above the first heading."""
    section = ""
    for block in body.strip().split("\n\n"):
        heading = HEADING.match(block)
        if heading:
            section = heading[1]
        else:
            yield section, block


def test_all_that_is_invented_is_marked() -> None:
    """Who reads a sentence anywhere, or copies it, sees that it is a sample."""
    assert unmarked(ROOT) == []


@pytest.mark.parametrize(
    "planted",
    [
        replace(f"{RECORDS}/O16/record.md", "จริง พิจารณา", "จริง\n\nพิจารณา"),
        replace(f"{RECORDS}/O06/works.md", "ส่วนนี้แสดงตัวอย่างคู่มือ", "ส่วนนี้แสดงคู่มือ"),
        replace(f"{RECORDS}/O21/record.md", "ตัวอย่าง – มิใช่ข้อมูลจริง แนว", "แนว"),
        replace(f"{RECORDS}/O19/record.md", "note: ตัวอย่าง – ทุกฝ่ายทบทวนแล้ว เพิ่ม", "note: เพิ่ม"),
        replace(f"{RECORDS}/O08/enforcement.md", "ของฝ่าย (ตัวอย่าง)", "ของฝ่าย"),
    ],
    ids=["a second paragraph", "a part", "one section of a record", "a confirmation", "a reason"],
)
def test_what_is_planted_without_a_mark_is_found(planted: Edit, tmp_path: Path) -> None:
    """The test above can fail, for each kind of text that it looks at."""
    site = copy_shipped(tmp_path)
    planted(site)
    assert len(unmarked(site)) == 1
