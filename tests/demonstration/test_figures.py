"""What the shipped round says of the year before is what the office's document says."""

import re
from decimal import Decimal

import pytest

from helpers.support import ROOT, judged
from oit.outputs.site_files import outputs_of
from oit.records.load import load_site
from oit.reporting.previous_results import ItaResults, ita_results_of

ASSESSMENT = judged(ROOT)


@pytest.fixture(scope="module")
def results() -> ItaResults:
    """The results that the round discloses."""
    found = ita_results_of(ASSESSMENT.rounds[0])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def page() -> str:
    """The page that shows them."""
    pages = {page.path: page.html for page in outputs_of(ASSESSMENT, None).pages}
    return pages["2568/ita-2567/"]


def words(page: str, name: str) -> str:
    """The words under a heading of the page, or in its fold."""
    section = page.split(f' id="{name}"')[1].split("</section>")[0]
    whole = re.sub(r'<span class="nb">([^<]*)</span>', r"\1", section)
    return " ".join(re.sub(r"<[^>]+>", " ", whole).split())


def test_the_total_and_the_level_are_those_of_the_document(results: ItaResults) -> None:
    """97.38, ผ่านดี, of FY2567."""
    assert (results.fiscal_year, results.total) == (2567, Decimal("97.38"))
    assert results.level is not None
    assert results.level.name_th == "ผ่านดี"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("indicators", "7 ประสิทธิภาพการสื่อสาร 89.38"),
        ("questions", "10.2 มาตรการภายในเพื่อป้องกันการทุจริต 100.00"),
        ("questions", "มี 9 คน (1.44%) ไม่มี 617 คน (98.56%)"),
        ("questions", "มากที่สุด 461 คน (74.72%)"),
        ("divisions-eit", "ฝ่ายการศึกษา 55 คน 76.00"),
        ("questions", "ฝ่ายการศึกษา 14 99.76 55 76.00 87.88"),
        ("questions", "งานจัดซื้อจัดจ้าง 26 79.85 82.83 81.92 100.00 71.92 71.92 70.51"),
        ("questions", "EIT 236 380 1 617"),
        ("questions", "ไทย 617 อังกฤษ 0"),
    ],
)
def test_figures_are_those_of_the_document(page: str, name: str, said: str) -> None:
    """Scores stand beside their dots, and tables repeat them."""
    assert said in words(page, name)


def test_all_that_people_said_is_there(results: ItaResults) -> None:
    """18 comments of the document: five of staff, thirteen of citizens."""
    said = [row["tool"] for rows in results.by("ita-comments", "theme_th").values() for row in rows]
    assert (said.count("IIT"), said.count("EIT")) == (5, 13)


def test_every_question_has_a_measure_and_every_indicator_an_analysis() -> None:
    """I1–I12 and E1–E6 once each, indicators 1–10 in order."""
    measures = load_site(ROOT).rounds[0].measures
    assert measures
    asked = [
        question
        for part in measures.analysis
        for measure in part.measures
        for question in measure.questions
    ]
    assert asked == [*(f"I{n}" for n in range(1, 13)), *(f"E{n}" for n in range(1, 7))]
    assert [part.indicator for part in measures.analysis] == [str(n) for n in range(1, 11)]
