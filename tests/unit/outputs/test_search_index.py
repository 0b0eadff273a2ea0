"""Which index of the site's search holds what."""

import json
from typing import Any

import pytest

from helpers.support import SAMPLE, as_of, judged
from oit.outputs.search_index import (
    EARLIER_INDEX,
    NEWEST_INDEX,
    Entry,
    search_files,
    written_entry,
)
from oit.outputs.search_sections import Section
from oit.outputs.site_files import outputs_of


def test_rounds_before_the_shown_one_have_an_index_of_their_own() -> None:
    """Lasting pages and later rounds are always searched; an earlier page has its year."""
    paths = ("2567/o1/", "en/2567/", "2568/o1/", "2569/", "about/", "")
    files = search_files((Entry(path, "t", ()) for path in paths), 2568)
    newest, earlier = _read(files[NEWEST_INDEX]()), _read(files[EARLIER_INDEX]())
    assert [page["path"] for page in newest["pages"]] == ["", "2568/o1/", "2569/", "about/"]
    assert newest["hasEarlier"] is True
    assert [(page["path"], page["year"], page["of"]) for page in earlier["pages"]] == [
        ("2567/o1/", 2567, "ปีงบประมาณ พ.ศ. 2567"),
        ("en/2567/", 2567, "Fiscal year 2024 (B.E. 2567)"),
    ]


@pytest.mark.parametrize("shown", [2568, None])
def test_without_an_earlier_round_there_is_one_index(shown: int | None) -> None:
    """So that nobody is offered what is not there."""
    files = search_files([Entry("2568/", "t", ())], shown)
    assert list(files) == [NEWEST_INDEX]
    assert _read(files[NEWEST_INDEX]())["hasEarlier"] is False


def test_keywords_stand_once_a_page_and_an_index_has_no_escapes() -> None:
    """Thai is written as it is: six times as short."""
    sections = (Section(prose=["ก"]), Section("a", "ข", ["ค"]), Section("b", "ง", ["จ"]))
    entry = Entry("x/", "หน้า", sections, keywords=("คำสำคัญ",))
    data = search_files([entry], None)[NEWEST_INDEX]()
    assert data.decode().count("คำสำคัญ") == 1
    assert "\\u" not in data.decode()


def test_a_sample_is_told_and_its_mark_is_no_sentence() -> None:
    """Every hit of a page with samples says so; the words of the mark quote nothing."""
    prose = ["ตัวอย่าง – มิใช่ข้อมูลจริง", "เรื่องจริง"]
    [page] = _pages([Entry("x/", "หน้า", (Section(prose=prose),))])
    assert page["hasSample"] is True
    assert page["parts"] == [{"prose": ["เรื่องจริง"]}]


def test_a_sample_that_is_marked_outside_of_what_is_searched_is_told_too() -> None:
    """A mark may stand in what `data-search-exclude` leaves out."""
    [page] = _pages([Entry("x/", "หน้า", (), has_sample=True)])
    assert page["hasSample"] is True


def test_words_of_tables_stand_once_and_figures_with_decimals_never() -> None:
    """Nobody asks for 99.19; a telephone or a whole amount may be asked for."""
    other = ["คะแนน 99.19 1,234.50 02 คะแนน", "3,000"]
    [page] = _pages([Entry("x/", "หน้า", (Section(other=other),))])
    assert page["parts"] == [{"other": "คะแนน 02 3,000"}]


def test_what_a_page_says_already_is_not_said_by_its_tables_again() -> None:
    """Neither what another table has nor a sentence: a word found where it begins, not within."""
    sections = (
        Section(other=["ภาษี tax รายได้"]),
        Section("a", "ข", ["เก็บ ภาษีป้าย ตาม syntax"], ["รายได้ รายจ่าย tax"]),
    )
    [page] = _pages([Entry("x/", "หน้า", sections)])
    assert [part.get("other") for part in page["parts"]] == ["tax รายได้", "รายจ่าย"]


@pytest.mark.parametrize(
    ("matter", "is_last"),
    [({}, False), ({"search": {"boost": 0.5}}, True), ({"search": {"boost": 2}}, False)],
)
def test_a_page_in_markdown_may_come_last(matter: dict[str, Any], is_last: bool) -> None:
    """By its front matter."""
    entry = written_entry("about/", "t", "<p>x</p>", matter)
    assert entry is not None
    assert entry.is_last is is_last


@pytest.mark.parametrize("odd", [5, "boost", ["boost"], None, {"boost": "much"}])
def test_odd_front_matter_says_nothing_of_the_search(odd: object) -> None:
    """Whatever a person writes there."""
    entry = written_entry("about/", "t", "", {"search": odd, "tags": odd})
    assert entry is not None
    assert not entry.is_last


def test_a_page_in_markdown_may_be_left_out() -> None:
    """By its front matter; its tags are what it is known by."""
    assert written_entry("x/", "t", "", {"search": {"exclude": True}}) is None
    entry = written_entry("x/", "t", "", {"tags": ["ก", 2]})
    assert entry is not None
    assert entry.keywords == ("ก", "2")


def test_no_list_of_other_years_and_no_way_around_is_searched() -> None:
    """Each page would hold all years otherwise, which grows with their square."""
    outputs = outputs_of(judged(SAMPLE, as_of("2025-04-29")), None)
    (item,) = [entry for entry in outputs.entries if entry.path == "2568/o15/"]
    anchors = {section.anchor for section in item.sections}
    assert "details" in anchors
    assert not anchors & {"years", "see-also", "report"}


def _pages(entries: list[Entry]) -> list[dict[str, Any]]:
    pages: list[dict[str, Any]] = _read(search_files(entries, None)[NEWEST_INDEX]())["pages"]
    return pages


def _read(data: bytes) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(data)
    return index
