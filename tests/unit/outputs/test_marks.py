"""What pages mark for programs, and the texts that are read there."""

import hashlib

import pytest

from helpers.support import ROOT
from oit.contract.marks import ALL, cell_subject
from oit.outputs.api.section_texts import section_texts
from oit.outputs.manifest import SUMS, checksums

TEMPLATES = ROOT / "hooks/oit/templates"
IN_CODE = (ROOT / "hooks/oit/outputs/pages/item/passages.py",)


@pytest.mark.parametrize("mark", ALL)
def test_every_mark_stands_in_a_template(mark: str) -> None:
    """What nobody writes is no promise to whoever reads."""
    files = (*sorted(TEMPLATES.glob("*.html")), *IN_CODE)
    assert any(f" {mark}" in file.read_text("utf-8") for file in files)


def test_a_text_is_what_a_reader_sees_with_single_blanks() -> None:
    """Without the asides in it; tags put no blank between letters, comments say nothing."""
    page = """<div data-oit-section="a"><h2 data-oit-aside>No</h2> <p>one<b>two</b>
      <!-- no --> three</p></div><div data-oit-section="b">four</div>"""
    assert section_texts(page) == {"a": "onetwo three", "b": "four"}


def test_of_two_texts_with_one_id_both_count() -> None:
    """Nobody adds to a text what its document does not have."""
    page = '<p data-oit-section="a">one</p><p data-oit-section="a">two</p>'
    assert section_texts(page) == {"a": "one two"}


def test_a_page_without_anything_has_no_texts() -> None:
    """As it comes from a server that answers with nothing."""
    assert section_texts("") == {}


def test_a_cell_is_named_by_what_it_is_owed_for() -> None:
    """A requirement that is owed once has its name alone."""
    assert cell_subject("2568/O1", "summary", "2025-03", "works") == "2568/O1/summary/2025-03/works"
    assert cell_subject("2568/O1", "manual", None, None) == "2568/O1/manual"


def test_sums_name_every_file_but_themselves() -> None:
    """In the form of `sha256sum`, by path."""
    one = hashlib.sha256(b"1").hexdigest()
    two = hashlib.sha256(b"2").hexdigest()
    built = [("b.html", b"1"), (SUMS, b"old"), ("a.csv", b"2")]
    assert checksums(built).decode() == f"{two}  a.csv\n{one}  b.html\n"
