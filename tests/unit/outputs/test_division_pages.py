"""The page of a division and the list of all of them."""

from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.page_words import writer_of
from helpers.support import SAMPLE, SITES, as_of, copy_site, published
from oit.catalog import Language
from oit.contract.addresses import division_path
from oit.outputs.pages.blocks import Tone
from oit.outputs.pages.division_list import division_list_view
from oit.outputs.pages.division_pages import DivisionView, division_view

CURRENT = SITES / "current"
IN_MARCH = "2025-03-04"
CLOSED = "2025-05-02"


def view_of(site: Path, division: str, day: str, language: Language = Language.TH) -> DivisionView:
    """What the page of a division says on a day."""
    writer, round_ = writer_of(site, day, language, division_path(division))
    divisions = {known.id: known for known in writer.publication.divisions}
    return division_view(divisions[division], round_, writer)


def test_a_division_reads_on_its_own_page_what_it_has_to_send(tmp_path: Path) -> None:
    """Also while the whole part is absent; the others read that nothing of theirs is missing."""
    site = copy_site("current", tmp_path)
    BROKEN["part-absent"](site)
    works, finance = (view_of(site, division, "2026-01-15") for division in ("works", "finance"))
    assert works.to_do[0].startswith("ข้อ O2 ไม่มีข้อมูลของฝ่ายโยธา")
    assert works.state.tone is Tone.LATE
    assert works.waits_for == ""
    assert finance.to_do == ()
    assert finance.waits_for == "ฝ่ายการคลังไม่มีเรื่องที่ต้องแก้ไข เว็บไซต์ยังรอข้อมูลข้อ O2"


def test_what_a_division_leads_stands_apart_from_what_it_contributes_to() -> None:
    """Together they are all items that it owns."""
    view = view_of(SAMPLE, "finance", IN_MARCH)
    assert [own.item.id for own in view.leads] == ["O13", "O14", "O15", "O21"]
    assert view.joint_numbers == "O1 O2 O4 O5 O6 O7 O10 O19 O22"
    assert view.joint.endswith("9 ข้อ")
    assert view_of(SAMPLE, "schools", IN_MARCH).joint == ""


def test_the_next_days_are_those_of_the_division_before_the_round_closes() -> None:
    """Its own deadlines alone; a closed round has none."""
    view = view_of(SAMPLE, "finance", IN_MARCH)
    assert [day.iso for day in view.days] == ["2025-03-17", "2025-04-17"]
    assert [line.number for line in view.days[0].lines] == ["O15"]
    assert {line.owner_names for day in view.days for line in day.lines} == {"ฝ่ายการคลัง"}
    closed = view_of(SAMPLE, "finance", CLOSED)
    assert closed.days == ()
    assert "จึงไม่มีกำหนดถัดไป" in closed.ahead


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            Language.TH,
            "สูงกว่าคะแนนของทั้งสำนักงานเขต (92.38) บุคลากรของหน่วยงาน 12 คนให้คะแนน IIT 94.44",
        ),
        (
            Language.EN,
            "Higher than the score of the whole office (92.38). "
            "12 members of staff score it 94.44 (IIT).",
        ),
    ],
)
def test_visitors_scores_stand_beside_those_of_the_office(
    language: Language, sentence: str
) -> None:
    """With how many people answered, since a mean of few changes easily."""
    survey = view_of(SAMPLE, "finance", IN_MARCH, language).survey
    assert survey
    assert survey.value == "95.81"
    assert "47" in survey.caption
    assert survey.sentence == sentence


def test_a_round_without_results_says_nothing_of_scores() -> None:
    """No score is made up."""
    assert view_of(CURRENT, "finance", IN_MARCH).survey is None


def test_a_sample_is_said_where_a_division_answers_for_one() -> None:
    """In its sentence of status, and at its figures."""
    view = view_of(SAMPLE, "finance", IN_MARCH)
    assert view.is_sample
    assert view.state.is_sample
    assert all(figure.is_sample for figure in view.figures)


def test_the_list_has_the_judgement_of_each_division_s_own_page() -> None:
    """In the words of its sentence of status."""
    writer, round_ = writer_of(SAMPLE, IN_MARCH, path="divisions/")
    rows = division_list_view(round_, writer).table.rows
    assert len(rows) == len(writer.publication.divisions)
    marks = {row[0].text: (row[1].tag.tone, row[1].tag.words) for row in rows if row[1].tag}
    assert marks["ฝ่ายการคลัง"] == (Tone.SOON, "ใกล้ครบกำหนด 1 เรื่อง")
    assert marks["ฝ่ายโยธา"] == (Tone.OK, "ไม่มีเรื่องใดค้าง")


def test_the_pages_age_with_what_the_division_owes() -> None:
    """On the deadlines of its items and when the round closes."""
    pages = {page.path: page for page in published(SAMPLE, as_of(IN_MARCH)).pages}
    for path in ("divisions/", "divisions/finance/"):
        assert pages[path].ageing, path
