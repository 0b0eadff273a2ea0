"""Days that a change moves or states, of the honest and of the others."""

from pathlib import Path

import pytest

from helpers.changes import (
    OTHER_TABLE,
    SUMMARY_FILE,
    Sent,
    confirm,
    nothing,
    replaces,
    with_announcement,
    with_february,
    without_february,
)
from helpers.edits import MANDATE, O1, O3, PUBLISHED, ROUND, UPDATED, WORKS, both, owing_figures
from helpers.support import Edit, as_of, copy_site, delete, judged, replace, write
from oit.assessment.gate import Verdict
from oit.findings import Finding, Kind

MOVED = replace(O1, UPDATED, "updated: 2025-04-29")
PARAGRAPH = "ตัวอย่าง – มิใช่ข้อมูลจริง ประกาศที่ 1"
SEVEN = "published: 2025-04-21"
"""Seven working days before 30 April."""


def failing(verdict: Verdict) -> list[str]:
    return [finding.rule for finding in verdict.failing]


def noticed(verdict: Verdict) -> list[str]:
    return [finding.rule for finding in verdict.notices]


@pytest.mark.parametrize(
    "unseen",
    [
        replace(O1, PARAGRAPH, f"{PARAGRAPH} "),
        replace(O1, PARAGRAPH, PARAGRAPH.replace(" 1", "  1")),
        replace(O1, PARAGRAPH, f"{PARAGRAPH}\u200b"),
        replace(O1, PARAGRAPH, f"{PARAGRAPH}\u2060\ufeff\u00ad"),
        replace(O1, PARAGRAPH, f"{PARAGRAPH}\n\n[unused]: https://example.org/"),
        replace(O1, PARAGRAPH, PARAGRAPH.replace("1", "&#49;")),
        replace(O1, PARAGRAPH, PARAGRAPH.replace("มิใช่", "\nมิใช่")),
        replace(O1, PARAGRAPH, PARAGRAPH.replace("ประกาศ", "**ประกาศ**")),
        replace(O1, PARAGRAPH, PARAGRAPH.replace("จ\u0e23", "จ\u200c\u0e23")),
        replace(O1, "title: แบบวัด EIT", "title: แบบวัดความเห็น"),
        replace(O1, "title: แบบวัด EIT\n", "title: แบบวัด EIT\n    # ตรวจแล้ว\n"),
        replace(O1, "https://example.go.th/eit", "https://EXAMPLE.go.th/eit/"),
        write(SUMMARY_FILE, "งาน,วงเงิน (บาท)\nจ้างทำป้ายตัวอย่าง,0\n"),
    ],
)
def test_a_day_does_not_move_with_what_nobody_sees(unseen: Edit, sent: Sent) -> None:
    """Blanks, marks, definitions, spellings, titles, comments, another way to write an address."""
    known = write(SUMMARY_FILE, "งาน,วงเงิน\nจ้างทำป้ายตัวอย่าง,0.00\n")
    assert "date-bumped" in failing(sent(known, both(MOVED, unseen)))


@pytest.mark.parametrize(
    "same",
    ["https://example.go.th:443/eit", "https://example.go.th./eit", "https://example.go.th/%65it"],
)
def test_a_day_does_not_move_with_another_way_to_write_an_address(same: str, sent: Sent) -> None:
    """The port that is taken anyway, the end of a host's name, a letter that is escaped."""
    written = replace(O1, "url: https://example.go.th/eit", f"url: {same}")
    assert "date-bumped" in failing(sent(nothing, both(MOVED, written)))


def test_a_comment_is_unsafe_and_no_content(sent: Sent) -> None:
    """It is raw HTML, which no gate lets through, and moves no day besides."""
    comment = replace(O1, PARAGRAPH, f"{PARAGRAPH}\n\n<!-- ปรับปรุงแล้ว -->")
    assert {"date-bumped", "raw-html"} <= set(failing(sent(nothing, both(MOVED, comment))))


def test_the_order_of_entries_is_no_content(sent: Sent) -> None:
    """What they disclose stays."""
    text = "  - kind: url\n    for: eit-link\n"
    url = f"{text}    url: https://example.go.th/eit\n    title: แบบวัด EIT\n"
    url += "    published: 2025-03-03\n    sample: true\n"
    first = both(replace(O1, url, ""), replace(O1, "evidence:\n", f"evidence:\n{url}"))
    assert failing(sent(nothing, both(MOVED, first))) == ["date-bumped"]


def test_a_part_is_held_to_the_same(sent: Sent) -> None:
    """Its division answers for its own days."""
    moved = replace(WORKS, "updated: 2025-03-12", "updated: 2025-04-29")
    spaced = replace(WORKS, "ขั้นตอนการทำงาน", "ขั้นตอนการทำงาน\u200b")
    (found,) = sent(nothing, both(moved, spaced)).failing
    assert (found.rule, found.division) == ("date-bumped", "works")


@pytest.mark.parametrize(
    "seen",
    [
        replace(O1, PARAGRAPH, PARAGRAPH.replace("ประกาศ", "ประกาส")),
        replace(O1, PARAGRAPH, f"{PARAGRAPH}\n\nประกาศที่ 2 เดือนมีนาคม 2568"),
        replace(O1, "url: https://example.go.th/eit", "url: https://example.go.th/eit-2568"),
    ],
)
def test_a_day_moves_with_any_visible_change(seen: Edit, sent: Sent) -> None:
    """A typing error corrected, a section extended in March, another address."""
    assert not sent(nothing, both(MOVED, seen)).refused


# Days of publication


@pytest.mark.parametrize("day", ["2025-04-29", "2025-04-01"])
@pytest.mark.parametrize("also", [nothing, replace(O1, "title: สรุปผล", "title: ผล")])
def test_a_published_day_does_not_move_alone(day: str, also: Edit, sent: Sent) -> None:
    """Forward it would look newer, and back it would look punctual; a title is no content."""
    moved = replace(O1, PUBLISHED, f"published: {day}")
    assert failing(sent(nothing, both(also, moved))) == ["published-moved"]


def test_a_published_day_does_not_move_with_a_copy_of_the_file(sent: Sent) -> None:
    """Under another name it is the same table."""
    table = "งาน,บาท\nจ้างซ่อมตัวอย่าง,1\n"
    renamed = both(
        delete(SUMMARY_FILE),
        write("oit_items/2568/O01/new.csv", table.replace("1", "1.00")),
        replace(O1, "file: summary-2025-03.csv", "file: new.csv"),
        replace(O1, "](summary-2025-03.csv)", "](new.csv)"),
        replace(O1, PUBLISHED, "published: 2025-04-29"),
    )
    assert failing(sent(write(SUMMARY_FILE, table), renamed)) == ["published-moved"]


def correction(new: str, *old: str) -> str:
    notes = "".join(
        f"      - reason: พิมพ์ผิด\n        published: {day}\n        date: 2025-04-30\n"
        for day in old
    )
    return f"published: {new}\n    replaces:\n{notes.rstrip()}"


def test_a_typing_error_of_a_day_is_corrected_with_its_reason(sent: Sent) -> None:
    """Whoever approves is told of it."""
    verdict = sent(nothing, replace(O1, PUBLISHED, correction("2025-04-09", "2025-04-10")))
    assert (failing(verdict), noticed(verdict)) == ([], ["published-corrected"])


def test_corrections_do_not_add_up(sent: Sent) -> None:
    """All of them together reach no further than one."""
    before = replace(O1, PUBLISHED, correction("2025-04-22", "2025-04-10"))
    after = correction("2025-04-29", "2025-04-10", "2025-04-22")
    further = replace(O1, correction("2025-04-22", "2025-04-10"), after)
    assert failing(sent(before, further)) == ["published-moved"]


def test_a_day_that_the_base_has_to_correct_needs_no_word(sent: Sent) -> None:
    """It was a finding there: before its period began."""
    wrong = replace(O1, PUBLISHED, "published: 2024-04-10")
    right = replace(O1, "published: 2024-04-10", PUBLISHED)
    assert not sent(wrong, right).refused


def test_an_entry_that_could_not_be_read_is_no_new_one(sent: Sent) -> None:
    """A year of the Buddhist era is corrected to the day that was meant, weeks later."""
    wrong = replace(O1, PUBLISHED, "published: 2568-04-10")
    assert not sent(wrong, replace(O1, "published: 2568-04-10", PUBLISHED)).refused


# What comes in by a change


@pytest.mark.parametrize("day", ["2025-03-10", "2025-03-17", "2025-04-18"])
def test_a_back_dated_nothing_does_not_make_a_late_month_punctual(day: str, sent: Sent) -> None:
    """February was due on 17 March; on 30 April it is late, whatever it says."""
    (found,) = sent(without_february, with_february(day)).failing
    assert (found.rule, found.cell) == ("back-dated", "2025-02")
    assert str(found.params["expected"]) == "2025-04-30"


@pytest.mark.parametrize("day", ["2025-04-21", "2025-04-30"])
def test_a_request_may_wait_seven_working_days(day: str, sent: Sent) -> None:
    """Songkran and weekends are none of them."""
    verdict = sent(without_february, with_february(day))
    assert (failing(verdict), noticed(verdict)) == ([], [])


def test_a_request_that_was_approved_five_working_days_later_passes(sent: Sent) -> None:
    """A summary published in time on 17 April, approved on 24 April."""
    march = replace(O1, PUBLISHED, "published: 2025-04-17")
    without = replace(O1, "    periods: [2025-03]\n", "    periods: [2025-02]\n")
    filled = replace(O1, "    periods: [2025-02]\n    file", "    periods: [2025-03]\n    file")
    verdict = sent(both(march, without), filled, as_of("2025-04-24"))
    assert (failing(verdict), noticed(verdict)) == ([], [])


def test_an_old_announcement_is_pointed_out(sent: Sent) -> None:
    """Nothing of it was late, so nothing is gained."""
    verdict = sent(nothing, with_announcement("2025-04-18"))
    assert (failing(verdict), noticed(verdict)) == ([], ["recorded-late"])
    assert not noticed(sent(nothing, with_announcement("2025-04-21")))


def test_another_period_on_an_old_entry_is_new(sent: Sent) -> None:
    """The month that is added to an entry did not come in on the entry's day."""
    both_months = replace(O1, "periods: [2025-03]", "periods: [2025-02, 2025-03]")
    named = write(SUMMARY_FILE, OTHER_TABLE)
    verdict = sent(both(without_february, named), both_months)
    assert failing(verdict) == ["back-dated"]


STALE = both(
    replace(O3, "updated: 2025-04-11", "updated: 2024-12-20"),
    replace(ROUND, "closes: 2025-04-30", "closes: 2025-05-14"),
)


def test_a_back_dated_review_does_not_make_a_stale_item_current(sent: Sent) -> None:
    """It is confirmed on the day that somebody looked, not on an earlier one."""
    assert "back-dated" in failing(sent(STALE, confirm(O3, "evidence:", "2025-04-10")))
    assert not sent(STALE, confirm(O3, "evidence:", "2025-04-29")).refused


def test_an_older_review_beside_a_new_one_is_pointed_out(sent: Sent) -> None:
    """The new one alone makes the item current."""
    verdict = sent(STALE, confirm(O3, "evidence:", "2025-04-10", "2025-04-29"))
    assert (failing(verdict), noticed(verdict)) == ([], ["recorded-late"])


def test_the_first_records_of_a_round_are_taken_at_their_word(sent: Sent) -> None:
    """A repository that was moved brings its days along."""

    def emptied(site: Path) -> None:
        for path in sorted((site / "oit_items/2568").glob("*/*")):
            path.unlink()

    verdict = sent(emptied, lambda site: copy_back(site))
    assert not {"back-dated", "recorded-late"} & {*failing(verdict), *noticed(verdict)}


def copy_back(site: Path) -> None:
    """The records of `current` as they were."""
    source = copy_site("current", site.parent / "again")
    for path in sorted((source / "oit_items/2568").glob("*/*")):
        write(path.relative_to(source).as_posix(), path.read_bytes())(site)


# Files in the place of others


def test_a_file_that_changes_says_why(sent: Sent) -> None:
    """Under its name or under another, for the same month and on the same day."""
    old = "งาน,บาท\nจ้างซ่อมตัวอย่าง,2\n"
    known, other = write(SUMMARY_FILE, old), write(SUMMARY_FILE, OTHER_TABLE)
    assert failing(sent(known, other)) == ["replacement-unexplained"]
    told = replace(O1, PUBLISHED, f"{PUBLISHED}\n{replaces(old)}")
    assert not sent(known, both(other, told)).refused
    wrong = replace(O1, PUBLISHED, f"{PUBLISHED}\n{replaces('another')}")
    assert failing(sent(known, both(other, wrong))) == ["replacement-unexplained"]


def test_another_file_for_the_same_month_says_why(sent: Sent) -> None:
    """An entry is known by what it is for, not by the name of its file."""
    exchanged = both(
        delete(SUMMARY_FILE),
        write("oit_items/2568/O01/new.csv", OTHER_TABLE),
        replace(O1, "file: summary-2025-03.csv", "file: new.csv"),
        replace(O1, "](summary-2025-03.csv)", "](new.csv)"),
    )
    assert failing(sent(nothing, exchanged)) == ["replacement-unexplained"]


def test_a_cleaned_file_keeps_its_day(sent: Sent) -> None:
    """Its bytes changed and its table did not; the note says why."""
    old = "\ufeffงาน,บาท\r\nจ้างซ่อมตัวอย่าง,1\r\n"
    told = replace(O1, PUBLISHED, f"{PUBLISHED}\n{replaces(old)}")
    cleaned = both(write(SUMMARY_FILE, OTHER_TABLE), told)
    verdict = sent(write(SUMMARY_FILE, old), cleaned)
    assert (failing(verdict), noticed(verdict)) == ([], [])


def test_a_section_extended_in_march_keeps_its_day_without_a_word(sent: Sent) -> None:
    """A text shows itself."""
    extended = replace(O1, PARAGRAPH, f"{PARAGRAPH}\n\nประกาศที่ 2")
    verdict = sent(nothing, both(extended, MOVED))
    assert (failing(verdict), noticed(verdict)) == ([], [])


# Summaries


def found_early(site: Path) -> list[Finding]:
    return [found for found in judged(site).findings if found.rule == "summary-early"]


@pytest.mark.parametrize(
    ("day", "is_early"), [("2025-03-28", True), ("2025-03-31", False), ("2025-04-10", False)]
)
def test_a_summary_comes_out_from_the_last_working_day_of_its_month(
    day: str, is_early: bool, tmp_path: Path
) -> None:
    """31 March 2025 is a Monday; the finding names it."""
    site = copy_site("current", tmp_path)
    owing_figures(replace(O1, PUBLISHED, f"published: {day}"))(site)
    found = found_early(site)
    assert bool(found) is is_early
    assert all(str(finding.params["expected"]) == "2025-03-31" for finding in found)


def test_a_month_that_ends_on_a_weekend_is_summed_up_on_its_last_friday(tmp_path: Path) -> None:
    """November 2024 ended on a Saturday; a stated nothing is a summary, too."""
    site = copy_site("current", tmp_path)
    november = replace(MANDATE, "[2025-02, 2025-03]", "[2024-11, 2025-02, 2025-03]")
    entry = (
        "  - kind: none\n    for: monthly-summary\n    periods: [2024-11]\n"
        "    reason: ไม่มี\n    published: 2024-11-{}\n"
    )
    both(november, owing_figures(nothing))(site)
    replace(O1, "evidence:\n", f"evidence:\n{entry.format(28)}")(site)
    assert [finding.cell for finding in found_early(site)] == ["2024-11"]
    replace(O1, "2024-11-28", "2024-11-29")(site)
    assert not found_early(site)


def test_news_of_a_running_month_may_come_out_during_it(tmp_path: Path) -> None:
    """Where the mandate says so, and where nothing is summed up."""
    site = copy_site("current", tmp_path)
    replace(O1, PUBLISHED, "published: 2025-03-07")(site)
    assert not found_early(site), "no tables and no statistics"
    owing_figures(nothing)(site)
    assert [finding.kind for finding in found_early(site)] == [Kind.INVALID]
    replace(MANDATE, "statistics: true", "statistics: true\n        during: true")(site)
    assert not found_early(site)
