"""Home and the round's page: what they say, in Thai and in English, from one view each."""

import re
from pathlib import Path

import pytest

from helpers.edits import MANDATE, O1
from helpers.page_words import writer_of
from helpers.real_office import make_real
from helpers.support import SAMPLE, as_of, copy_sample, copy_site, published, replace
from oit.catalog import Language
from oit.outputs.pages.blocks import Tone
from oit.outputs.pages.home_page import home_view
from oit.outputs.pages.round_page import round_view


def html_of(site: Path, path: str, day: str = "2025-03-04") -> str:
    """The HTML of a page on a day."""
    return next(page.html for page in published(site, as_of(day)).pages if page.path == path)


@pytest.mark.parametrize("path", ["", "en/", "2568/", "en/2568/"])
def test_every_item_is_there_once_with_its_status(path: str) -> None:
    """As auditors read it: each of the 22, marked with the status that the index gives."""
    marks = re.findall(r'data-oit="2568/(O\d+)" data-oit-status="([a-z]+)"', html_of(SAMPLE, path))
    _, round_ = writer_of(SAMPLE, "2025-03-04")
    assert dict(marks) == {item.id: item.status for item in round_.items}
    assert len(marks) == 22


def test_ticks_stand_only_where_items_differ() -> None:
    """Home says nothing of an item that is in order or not due yet."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04")
    spoken = [item for theme in home_view(round_, writer).themes for item in theme.items]
    assert {item.status for item in spoken if not item.tag.is_quiet} == {"due"}
    assert html_of(SAMPLE, "").count('class="tag ') == 4


def test_lists_use_short_names_and_the_checklist_has_the_official_beneath() -> None:
    """On paper the official title is what counts."""
    assert ">การจัดซื้อจัดจ้าง</a>" in re.sub(r"</?span[^>]*>", "", html_of(SAMPLE, ""))
    writer, round_ = writer_of(SAMPLE, "2025-03-04")
    rows = [row for group in round_view(round_, (), writer).groups for row in group.rows]
    named = {row.item.id: (row.item.name, row.item.official) for row in rows}
    assert named["O8"] == ("บริการออนไลน์ (E-Service)", "E-Service")


def test_a_mandate_without_short_names_uses_the_official_titles(tmp_path: Path) -> None:
    """Older mandates work as they are."""
    site = copy_site("current", tmp_path)
    writer, round_ = writer_of(site, "2025-03-04")
    assert round_view(round_, (), writer).tiles[1].name == "คู่มือการปฏิบัติหน้าที่"
    replace(MANDATE, "title_en: Work manuals", "title_en: Work manuals\n    short_en: Manuals")(
        site
    )
    writer, round_ = writer_of(site, "2025-03-04", Language.EN, "en/2568/")
    assert round_view(round_, (), writer).tiles[1].name == "Manuals"


def test_tiles_and_rows_tell_the_same_of_an_item(tmp_path: Path) -> None:
    """One judgement: a red tile and a row that is in order cannot stand on a page."""
    site = copy_site("current", tmp_path)
    replace(O1, "periods: [2025-03]", "periods: [2025-02]")(site)
    writer, round_ = writer_of(site, "2025-04-20")
    view = round_view(round_, (), writer)
    rows = {row.item.id: row.item.tag for group in view.groups for row in group.rows}
    assert {tile.id: tile.tag for tile in view.tiles} == rows
    assert rows["O1"].tone is Tone.LATE
    assert view.states[0].tone is Tone.LATE


def test_a_closed_round_lists_no_deadline() -> None:
    """Nothing is due in it any more, and nothing is soon."""
    writer, round_ = writer_of(SAMPLE, "2025-06-01")
    view = round_view(round_, (), writer)
    assert not view.has_due
    assert len(view.states) == 1
    assert view.lead == "แบบตรวจความครบถ้วนและเป็นปัจจุบัน ณ วันปิดรอบ 30 เมษายน 2568"


def test_the_score_says_that_it_is_the_office_s_own() -> None:
    """Wherever it stands, and that samples made it."""
    for path, label in (("2568/", "คะแนนคำนวณภายใน"), ("en/2568/", "calculated")):
        section = html_of(SAMPLE, path).split('id="score"')[1].split("</section>")[0]
        assert label in section, path
        assert 'class="smp"' in section, path


def test_home_names_what_is_real_in_a_demonstration_alone(tmp_path: Path) -> None:
    """A site without samples has nothing to tell apart."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04")
    assert home_view(round_, writer).real
    site = copy_site("current", tmp_path)
    record = site / O1
    record.write_text(record.read_text("utf-8").replace("    sample: true\n", ""), "utf-8")
    for other in site.rglob("O0[23]/*.md"):
        other.write_text(other.read_text("utf-8").replace("    sample: true\n", ""), "utf-8")
    writer, round_ = writer_of(site, "2025-04-20")
    assert not home_view(round_, writer).real


def test_a_task_leads_to_where_it_is_done_and_a_sample_says_so() -> None:
    """One tap; what has no real channel is marked on its card."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04")
    tasks = home_view(round_, writer).tasks
    assert all(task.is_external or task.href.startswith("2568/o") for task in tasks)
    assert any(task.is_sample for task in tasks)


@pytest.mark.parametrize(
    ("language", "path", "caption"),
    [
        (Language.TH, "", "เต็ม 100 ระดับ “ผ่านดี”"),
        (Language.EN, "en/", "out of 100, level “Pass, good”"),
    ],
)
def test_the_last_score_is_a_figure_of_home(language: Language, path: str, caption: str) -> None:
    """As the ITA page tells it, said to be real beside the samples, with a link to its page."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04", language, path)
    results = home_view(round_, writer).results
    assert results
    assert (results.value, results.caption, results.is_sample) == ("97.38", caption, False)
    assert results.link
    assert results.link.note == writer.say("home.real-score")
    assert results.link.href.endswith("2568/ita-2567/")
    shown = html_of(SAMPLE, path).split('<div class="kpis">')[-1].split("</section>")[0]
    assert "97.38" in shown
    assert 'class="smp"' not in shown


def test_an_office_without_results_shows_no_score(tmp_path: Path) -> None:
    """No number is better than an unknown one."""
    site = copy_site("current", tmp_path)
    writer, round_ = writer_of(site, "2025-04-20")
    assert home_view(round_, writer).results is None


def test_home_shows_the_telephone_of_an_office_that_tells_it(tmp_path: Path) -> None:
    """A tap calls; a demonstration shows none."""
    assert 'href="tel:' not in html_of(SAMPLE, "")
    site = copy_sample(tmp_path)
    make_real(site)
    top = html_of(site, "").split("<section")[0]
    assert '<p>โทร. <a href="tel:020000000">0 2000 0000</a></p>' in top


def test_what_was_published_last_is_newest_first() -> None:
    """By its day; titles of the office stay Thai on the English page, and say so."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04", Language.EN, "en/")
    news = home_view(round_, writer).news
    assert news[0].day == "3 Mar 2025"
    assert {entry.link.language for entry in news} == {"th"}


def test_the_checklist_can_be_narrowed_to_each_division() -> None:
    """Every row names its owners, and every division is a choice."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04")
    view = round_view(round_, (), writer)
    offered = {division for division, _ in view.divisions}
    assert offered >= {
        owner for group in view.groups for row in group.rows for owner in row.owners.split()
    }
