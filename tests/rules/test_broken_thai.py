"""A PDF whose Thai is damaged is told by its pages, and its text leads no search astray."""

from itertools import islice
from pathlib import Path

import pytest

from helpers.clean_thai import pages
from helpers.edits import file, owing_figures
from helpers.support import copy_site, judged, published
from helpers.thai_damage import DAMAGES
from helpers.thai_pdfs import pdf_of_pages, pdf_with_wrong_table
from oit.catalog import Language
from oit.evidence.facts import TextLayer
from oit.evidence.read import read_content
from oit.findings import Finding, Kind
from oit.wording.sentences import words_of
from oit.wording.terms import number_ranges
from oit.wording.vocabulary import vocabulary_of

RULE = "pdf-thai-broken"
GOOD = tuple(page.replace("\n", " ") for page in islice(pages(seed=3), 12))
TORN = tuple(map(DAMAGES["ำ torn apart"], GOOD))
MIXED = pdf_of_pages((*GOOD[:9], *TORN[9:11], GOOD[11]))
WHOLLY = pdf_of_pages(TORN[:3])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site("current", tmp_path)


def told(site: Path) -> list[Finding]:
    return [finding for finding in judged(site).findings if finding.rule == RULE]


def test_the_finding_names_the_pages(site: Path) -> None:
    """As ranges, in both languages; a notice, as people read the file all the same."""
    file("a.pdf", MIXED)(site)
    [finding] = told(site)
    assert finding.kind is Kind.NOTICE
    vocabulary = vocabulary_of(judged(site).site)
    assert "หน้า 10–11 แสดงภาษาไทย" in words_of(finding, vocabulary, Language.TH).what
    assert "page 10–11," in words_of(finding, vocabulary, Language.EN).what


def test_only_a_wholly_broken_file_fails_where_figures_are_owed(site: Path) -> None:
    """Two broken pages of twelve do not make its figures unreadable."""
    owing_figures(file("a.pdf", MIXED))(site)
    assert [finding.kind for finding in told(site)] == [Kind.NOTICE]
    (site / "oit_items/2568/O01/a.pdf").write_bytes(WHOLLY)
    assert [finding.kind for finding in told(site)] == [Kind.INVALID]


def test_the_excerpt_is_made_of_the_pages_that_can_be_trusted() -> None:
    """A page with torn words is passed over; the good ones around it are found."""
    content = read_content(pdf_of_pages((TORN[0], GOOD[1])))
    assert content.pdf
    assert content.pdf.pages_broken == (1,)
    assert content.excerpt.split() == GOOD[1].split()[: len(content.excerpt.split())]
    assert read_content(WHOLLY).excerpt == ""


def test_a_table_of_characters_that_is_off_is_told() -> None:
    """What is seen on paper is right, and no search finds a word of it."""
    content = read_content(pdf_with_wrong_table(GOOD[0]))
    assert content.pdf
    assert content.pdf.text_layer is TextLayer.THAI_BROKEN
    assert content.excerpt == ""


def test_the_search_falls_back_to_the_title(site: Path) -> None:
    """The document is found by what the record calls it, and by nothing garbled."""
    file("a.pdf", WHOLLY)(site)
    [entry] = [each for each in published(site).entries if each.path == "2568/o1/a.pdf"]
    assert entry.title.startswith("สรุปผล")
    assert entry.sections == ()


@pytest.mark.parametrize(
    ("numbers", "words"), [((), ""), ((4,), "4"), ((3, 4, 5, 12), "3–5, 12"), ((1, 3, 4), "1, 3–4")]
)
def test_pages_in_a_row_are_told_together(numbers: tuple[int, ...], words: str) -> None:
    """However many there are."""
    assert number_ranges(numbers) == words
