"""The sentences of status: the worst first, by name, with days and division, in both languages."""

from pathlib import Path

import pytest

from helpers.edits import MANDATE, O1, WAIVERS, waiver
from helpers.page_words import writer_of
from helpers.support import SAMPLE, SITES, copy_site, replace, write
from oit.catalog import Language
from oit.outputs.pages.blocks import State, Tone
from oit.outputs.pages.states import (
    parts_of_round,
    soon_of_round,
    state_of_division,
    state_of_item,
    state_of_round,
    tag_of_item,
)

CURRENT = SITES / "current"
NO_MARCH = replace(O1, "periods: [2025-03]", "periods: [2025-02]")


def round_state(site: Path, day: str, language: Language = Language.TH) -> State:
    """The state of the round that a site shows on a day."""
    writer, round_ = writer_of(site, day, language)
    return state_of_round(round_, writer)


def item_state(site: Path, day: str, item: str, language: Language = Language.TH) -> State:
    """The state of an item on a day."""
    writer, round_ = writer_of(site, day, language)
    return state_of_item(next(one for one in round_.items if one.id == item), round_, writer)


@pytest.fixture
def late(tmp_path: Path) -> Path:
    """The tiny site, whose summary of March is missing."""
    site = copy_site("current", tmp_path)
    NO_MARCH(site)
    return site


@pytest.mark.parametrize(
    ("language", "headline", "note"),
    [
        (
            Language.TH,
            "ค้าง 1 ข้อ: O1 สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนมีนาคม 2568 เกินมาแล้ว 3 วัน – ฝ่ายการคลัง",
            "ครบกำหนด 17 เม.ย. 2568",
        ),
        (
            Language.EN,
            "1 item is late: O1 Monthly summary, March 2025, 3 days – Finance Section",
            "due 17 Apr 2025",
        ),
    ],
)
def test_one_late_thing_is_told_with_period_days_and_division(
    late: Path, language: Language, headline: str, note: str
) -> None:
    """Nobody has to open a page to learn what is late, since when, and whose it is."""
    state = round_state(late, "2025-04-20", language)
    assert (state.tone, state.headline) == (Tone.LATE, headline)
    assert [link.note for link in state.links] == [note]
    assert state.is_sample


def test_a_day_late_is_one_day(late: Path) -> None:
    """English counts in the singular; the deadline itself is still in time."""
    assert "March 2025, 1 day – " in round_state(late, "2025-04-18", Language.EN).headline
    assert round_state(late, "2025-04-17", Language.EN).tone is not Tone.LATE


def test_many_late_items_are_named_up_to_three(tmp_path: Path) -> None:
    """The worst first; the rest is a number."""
    site = copy_site("sample", tmp_path)
    for number in ("04", "10", "15", "17"):
        record = f"oit_items/2568/O{number}/record.md"
        text = (site / record).read_text("utf-8")
        (site / record).write_text(text.replace("- 2025-02", "- 2025-01"), "utf-8")
    state = round_state(site, "2025-03-20")
    assert state.headline.startswith("ค้าง 4 ข้อ: ")
    assert state.headline.endswith("และอีก 1 ข้อ")
    assert len(state.links) == 3
    assert all("ครบกำหนด 17 มี.ค. 2568 เกินมาแล้ว 3 วัน – ฝ่าย" in link.note for link in state.links)


def test_nothing_late_counts_what_is_not_due_against_nobody() -> None:
    """Pending is told as a part, in the tone of what is in order."""
    state = round_state(SAMPLE, "2025-03-04")
    assert (state.tone, state.headline) == (Tone.OK, "ไม่มีข้อใดค้าง")
    assert "ยังไม่ถึงกำหนดบางเรื่อง" in state.detail


def test_the_parts_of_a_round_add_up_to_its_items() -> None:
    """A bar of named parts: no item is counted twice or left out where nothing is late."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04")
    counts = [
        int(word)
        for part in parts_of_round(round_, writer)
        for word in part.split()
        if word.isdigit()
    ]
    assert sum(counts) == len(round_.items)


def test_a_closed_round_that_is_whole_says_so_and_owes_nothing_more() -> None:
    """No deadline is told after the closing day."""
    writer, round_ = writer_of(SAMPLE, "2025-06-01")
    state = state_of_round(round_, writer)
    assert state.headline == "ครบทั้ง 22 ข้อ ไม่มีข้อใดค้าง"
    assert state.detail == "ณ วันปิดรอบ 30 เมษายน 2568"
    assert soon_of_round(round_, writer) is None
    for item in round_.items:
        assert "กำหนดถัดไป" not in state_of_item(item, round_, writer).detail


def test_a_round_that_has_not_opened_says_when_it_does() -> None:
    """It is neither late nor in order."""
    state = round_state(CURRENT, "2024-09-01")
    assert (state.tone, state.headline) == (Tone.WAIT, "รอบนี้เปิดวันที่ 1 ตุลาคม 2567")


def test_what_is_due_soon_is_named_with_its_day_and_division() -> None:
    """A day, and never a number of days: the page is read later than it is built."""
    writer, round_ = writer_of(SAMPLE, "2025-03-04")
    soon = soon_of_round(round_, writer)
    assert soon
    assert soon.tone is Tone.SOON
    assert "ภายใน 17 มี.ค. 2568 – " in soon.links[0].note
    assert "อีก" not in soon.links[0].note


def test_an_item_with_one_late_thing_says_what(late: Path) -> None:
    """The sentence of an item names the period; who answers for it stands beneath."""
    state = item_state(late, "2025-04-20", "O1")
    assert state.headline == "ค้าง 1 เรื่อง: สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนมีนาคม 2568"
    assert "เกินมาแล้ว 3 วัน ฝ่ายการคลังรับผิดชอบ" in state.detail


def test_a_faulty_item_is_to_be_corrected_and_not_called_late(tmp_path: Path) -> None:
    """What cannot be read is no lateness."""
    site = copy_site("current", tmp_path)
    replace(O1, "title: แบบวัด EIT", "title: [แบบวัด]")(site)
    assert round_state(site, "2025-04-20").headline == "ต้องแก้ไข 1 ข้อ: O1"
    state = item_state(site, "2025-04-20", "O1")
    assert (state.tone, state.headline) == (Tone.LATE, "ต้องแก้ไข 1 เรื่อง")


def test_a_waived_item_says_until_when_and_is_not_late(late: Path) -> None:
    """A permission to be late is told as such."""
    write(WAIVERS, waiver())(late)
    assert round_state(late, "2025-04-20").tone is Tone.OK
    state = item_state(late, "2025-04-20", "O1")
    assert (state.tone, state.headline) == (Tone.WAIT, "ได้รับการผ่อนผันถึง 30 เมษายน 2568")


def test_a_division_answers_for_its_own_alone(late: Path) -> None:
    """What another division is late with is not held against it."""
    writer, round_ = writer_of(late, "2025-04-20")
    assert state_of_division("finance", round_, writer).headline == (
        "ค้าง 1 เรื่อง: O1 สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนมีนาคม 2568 เกินมาแล้ว 3 วัน"
    )
    assert state_of_division("works", round_, writer).headline == "ไม่มีเรื่องใดค้าง"


def test_marks_speak_where_something_differs(late: Path) -> None:
    """The rule is silent: what is in order or not due yet has words for screen readers alone."""
    writer, round_ = writer_of(late, "2025-04-20")
    tags = {item.id: tag_of_item(item, writer) for item in round_.items}
    assert (tags["O1"].words, tags["O1"].is_quiet) == ("ค้าง 3 วัน", False)
    assert tags["O3"].is_quiet


def test_a_short_name_stands_in_the_sentence(late: Path) -> None:
    """Where the mandate has one; else the official title."""
    assert round_state(late, "2025-04-20").links[0].text == "O1 สรุปผลการจัดซื้อจัดจ้าง"
    replace(MANDATE, "    about_th: ดูว่า", "    short_th: การจัดซื้อ\n    about_th: ดูว่า")(late)
    assert round_state(late, "2025-04-20").links[0].text == "O1 การจัดซื้อ"
