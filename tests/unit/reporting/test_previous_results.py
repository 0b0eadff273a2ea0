"""The page of the year before says what the office's document says, table by table."""

import csv
import io
import itertools
import re
from decimal import Decimal

import pytest

from helpers.support import SAMPLE, SITES, judged
from oit.outputs.site_files import outputs_of
from oit.reporting.previous_results import ItaResults, ita_results_of

ASSESSMENT = judged(SAMPLE)
FOLDER = SAMPLE / "oit_items/2568/O22"


@pytest.fixture(scope="module")
def results() -> ItaResults:
    """The results that the sample round discloses."""
    found = ita_results_of(ASSESSMENT.rounds[0])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def page() -> str:
    """The page's words."""
    pages = {page.path: page.html for page in outputs_of(ASSESSMENT, None).pages}
    assert 'href="../2568/ita-2567/"' in pages["2568/"]
    assert 'href="../../2568/ita-2567/"' in pages["2568/o22/"]
    return pages["2568/ita-2567/"]


def test_the_total_and_the_level_are_those_of_the_document(results: ItaResults) -> None:
    """97.38, ผ่านดี, of FY2567."""
    assert (results.fiscal_year, results.total) == (2567, Decimal("97.38"))
    assert results.level is not None
    assert results.level.name_th == "ผ่านดี"


def test_every_table_is_there_with_every_row(results: ItaResults, page: str) -> None:
    """What stands in the files stands on the page."""
    for file in sorted(FOLDER.glob("*.csv")):
        text = file.read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        shown = results.rows(file.stem.replace("-2567", ""))
        assert [dict(row) for row in shown] == rows, file.name
    for figure in ("89.38", "99.30", "100.00", "626", "617"):
        assert figure in page


def test_what_people_said_is_grouped_by_what_it_is_about(results: ItaResults, page: str) -> None:
    """18 comments of the document: five of staff, thirteen of citizens."""
    themes = results.by("ita-comments", "theme_th")
    said = [row["tool"] for rows in themes.values() for row in rows]
    assert (said.count("IIT"), said.count("EIT")) == (5, 13)
    assert len(themes["สถานที่"]) == 5
    for theme in themes:
        assert f" data-as-written>{theme}</h3>" in page


def test_every_score_that_is_drawn_stands_beside_it(page: str) -> None:
    """A drawing says nothing alone, and is hidden from who cannot see it."""
    dots = re.findall(r'<svg aria-hidden="true">.*?</svg>\s*<span class="n">(\d+\.\d\d)', page)
    assert len(dots) == 11 + 11 + 6 + 10
    assert page.count("<svg") == len(dots) + page.count('class="axis" aria-hidden="true"')
    assert page.count("<caption>") == page.count("<table") == 9


def test_headings_go_down_by_one_and_tables_have_headers(page: str) -> None:
    """For who reads by headings."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert page.count("<table") == page.count("<thead")


def test_a_round_without_such_tables_has_no_such_page() -> None:
    """The scores of the tiny site have no schema."""
    assert ita_results_of(judged(SITES / "current").rounds[0]) is None
