"""How people hear of changes and of deadlines, read by parsers that are not ours."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar
from icalendar.cal.event import Event
from lxml import etree

from helpers.broken import BROKEN
from helpers.edits import O1, WAIVERS, waiver
from helpers.support import SAMPLE, as_of, copy_site, judged, published, replace, write
from oit.contract.addresses import ATOM_PATH, calendar_path
from oit.outputs.site_files import outputs_of
from oit.reporting.due import duties_in_force

pytestmark = pytest.mark.slow

SITE = "https://oit.example.go.th/"
OPEN = "2025-04-30"
MARCH = "summary-2025-03.csv"


def files_at(site: Path, day: str = OPEN, site_url: str | None = SITE) -> dict[str, bytes]:
    return dict(published(site, as_of(day), site_url).files)


def feed_of(site: Path, day: str = OPEN, site_url: str | None = SITE) -> Any:
    """The feed as feedparser reads it, without a complaint."""
    read = feedparser.parse(files_at(site, day, site_url)[ATOM_PATH])
    assert (read.bozo, read.version) == (False, "atom10")
    return read


def events_of(data: bytes) -> list[Event]:
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    return calendar.events


def due_of(site: Path, division: str | None = None, day: str = OPEN) -> list[Event]:
    return events_of(files_at(site, day)[calendar_path(division)])


def uids(events: list[Event]) -> list[str]:
    return [str(event["UID"]) for event in events]


def test_the_feed_tells_what_was_published_newest_first(tmp_path: Path) -> None:
    """With its day at noon in Bangkok, its address, its item, and its mark as a sample."""
    (first, *rest) = feed_of(copy_site("current", tmp_path)).entries
    assert first.title == "[ตัวอย่าง – มิใช่ข้อมูลจริง] O3 สถิติการจัดเก็บภาษี ไตรมาสที่ 2"
    assert (first.link, first.updated) == (f"{SITE}2568/o3/tax-q2.csv", "2025-04-11T12:00:00+07:00")
    assert (first.tags[0].term, first.published) == ("O3", first.updated)
    days = [entry.updated for entry in (first, *rest)]
    assert days == sorted(days, reverse=True)
    assert "O1 คะแนนปี 2567" in [entry.title for entry in rest]


def test_the_feed_has_what_atom_requires(tmp_path: Path) -> None:
    """An id, a title, an author and a day; the day of its newest entry."""
    read = feed_of(copy_site("current", tmp_path))
    assert read.feed.author == "สำนักงานเขตทดสอบ"
    assert read.feed.updated == read.entries[0].updated
    assert {link.rel: link.href for link in read.feed.links} == {
        "alternate": SITE,
        "self": f"{SITE}{ATOM_PATH}",
    }
    for one in (read.feed, *read.entries):
        assert one.id.startswith("urn:uuid:")
        assert one.title


def test_an_entry_keeps_its_id(tmp_path: Path) -> None:
    """On another day, at another address, under a corrected title; and no two share one."""
    site = copy_site("current", tmp_path)
    before = [entry.id for entry in feed_of(site, site_url=None).entries]
    assert len(set(before)) == len(before) == 9
    replace(O1, "title: แบบวัด EIT", "title: แบบวัด EIT ปี 2568")(site)
    assert [entry.id for entry in feed_of(site, "2030-01-01").entries] == before


def test_without_an_address_of_its_own_the_feed_s_links_are_relative_to_it(tmp_path: Path) -> None:
    """A reader resolves them against the feed's own address."""
    feed = files_at(copy_site("current", tmp_path), site_url=None)[ATOM_PATH]
    read = feedparser.parse(feed, response_headers={"content-location": f"{SITE}{ATOM_PATH}"})
    assert read.entries[0].link == f"{SITE}2568/o3/tax-q2.csv"
    assert read.feed.link == SITE


def test_what_is_withheld_or_of_a_later_day_is_not_in_the_feed(tmp_path: Path) -> None:
    """Only what counts on the assessed date."""
    site = copy_site("current", tmp_path)
    assert MARCH not in files_at(site, "2025-04-09")[ATOM_PATH].decode()
    assert MARCH in files_at(site)[ATOM_PATH].decode()
    write(f"oit_items/2568/O01/{MARCH}", b"")(site)
    assert MARCH not in files_at(site)[ATOM_PATH].decode()


def test_a_stated_nothing_is_news_too(tmp_path: Path) -> None:
    """It stands with its requirement."""
    found = [
        entry for entry in feed_of(copy_site("current", tmp_path)).entries if "ไม่มี" in entry.title
    ]
    assert [entry.link for entry in found] == [f"{SITE}2568/o1/#requirement-monthly-summary"]
    assert "ไม่มีรายการในงวดนี้: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้" in found[0].title


def pages_of(site: Path, day: str, site_url: str | None = SITE) -> dict[str, bytes]:
    """The pages of the feed by path, as they lead back from the newest."""
    files = files_at(site, day, site_url)
    found, path = {}, ATOM_PATH
    while path:
        found[path] = files[path]
        links = {link.rel: link.href for link in feedparser.parse(files[path]).feed.links}
        path = links.get("prev-archive", "").removeprefix(SITE)
    assert found.keys() == {path for path in files if path.endswith(".atom")}
    return found


def test_every_entry_is_in_exactly_one_page_of_the_feed() -> None:
    """Who follows the links back from the newest page reads the whole year, newest first."""
    pages = pages_of(SAMPLE, "2026-01-15")
    assert len(pages) > 2
    entries = [entry for data in pages.values() for entry in feedparser.parse(data).entries]
    ids = [entry.id for entry in entries]
    assert len(set(ids)) == len(ids) > 50
    days = [entry.published for entry in entries]
    assert days == sorted(days, reverse=True)


def test_a_page_of_the_feed_has_a_bounded_size() -> None:
    """The newest as well, which readers ask for most."""
    sizes = [
        len(feedparser.parse(data).entries) for data in pages_of(SAMPLE, "2026-01-15").values()
    ]
    assert all(0 < size <= 50 for size in sizes)


def test_archives_say_that_they_are_and_lead_to_their_neighbours() -> None:
    """And to the newest page, which is none; all share the feed's id."""
    newest, *archives = [etree.fromstring(d) for d in pages_of(SAMPLE, "2026-01-15").values()]
    names = {"a": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}
    assert newest.find("fh:archive", names) is None
    feed_ids = {page.findtext("a:id", namespaces=names) for page in (newest, *archives)}
    assert len(feed_ids) == 1
    ways = [
        {link.get("rel"): link.get("href") for link in page.iterfind("a:link", names)}
        for page in archives
    ]
    for page, way in zip(archives, ways, strict=True):
        assert page.find("fh:archive", names) is not None
        assert way["current"] == f"{SITE}{ATOM_PATH}"
    for later, earlier in pairwise(ways):
        assert (later["prev-archive"], earlier["next-archive"]) == (earlier["self"], later["self"])
    assert "next-archive" not in ways[0]
    assert "prev-archive" not in ways[-1]


def test_archives_keep_their_bytes() -> None:
    """On a later day; only the last one gained a link, to the one that followed."""
    before, after = pages_of(SAMPLE, "2025-03-04"), pages_of(SAMPLE, "2026-01-15")
    closed = [path for path in before if path != ATOM_PATH]
    assert closed
    assert len(after) > len(before)
    for path in closed[1:]:
        assert after[path] == before[path]
    lines = {line for line in after[closed[0]].splitlines() if b"next-archive" not in line}
    assert lines == set(before[closed[0]].splitlines())


def test_a_feed_of_nothing_is_still_a_feed() -> None:
    """On the first day of the round."""
    read = feed_of(SAMPLE, "2024-10-01")
    assert (read.entries, read.feed.updated) == ([], "2024-10-01T12:00:00+07:00")


@pytest.mark.parametrize(
    ("title", "told"), [('"a\\x07b\\x1bc"', 9), ('"a\\u202eb"', 8), ("'<b>&amp;</b> ]]>'", 9)]
)
def test_no_title_of_a_stranger_breaks_the_feed_or_a_calendar(
    title: str, told: int, tmp_path: Path
) -> None:
    """Control characters go, markup is text; what turns the direction of text does not count."""
    site = copy_site("current", tmp_path)
    replace(O1, "title: แบบวัด EIT", f"title: {title}")(site)
    entries = feed_of(site).entries
    assert len(entries) == told
    assert not re.search(r"[\x00-\x1f\u202e]", "".join(entry.title for entry in entries))


def test_each_deadline_of_a_division_is_one_entry_of_its_calendar(tmp_path: Path) -> None:
    """All day, on the day, with what is due, a link, and nobody busy."""
    site = copy_site("current", tmp_path)
    (first, *_) = due_of(site, "finance")
    assert str(first["SUMMARY"]) == "กำหนดเผยแพร่ OIT O1 – ฝ่ายการคลัง"
    assert (first.decoded("DTSTART"), first.decoded("DTEND")) == (
        date(2025, 6, 16),
        date(2025, 6, 17),
    )
    assert "เดือนพฤษภาคม 2568" in str(first["DESCRIPTION"])
    assert str(first["URL"]) == f"{SITE}2568/due/#due-2025-06-16"
    assert str(first["TRANSP"]) == "TRANSPARENT"


def test_the_page_that_an_entry_links_has_the_day(tmp_path: Path) -> None:
    """Its anchor is there."""
    outputs = published(copy_site("current", tmp_path), as_of(OPEN), SITE)
    page = next(page.html for page in outputs.pages if page.path == "2568/due/")
    for event in events_of(outputs.files[calendar_path()]):
        assert f'id="{str(event["URL"]).partition("#")[2]}"' in page


def test_the_office_s_calendar_holds_those_of_all_divisions() -> None:
    """And every duty of the register is in one of its entries."""
    assessment = judged(SAMPLE, as_of("2025-01-20"))
    files = outputs_of(assessment, SITE).files
    office = events_of(files[calendar_path()])
    divisions = [division.id for division in assessment.site.divisions]
    parts = [
        uid for division in divisions for uid in uids(events_of(files[calendar_path(division)]))
    ]
    assert sorted(uids(office)) == sorted(parts)
    assert len(set(parts)) == len(parts)
    lines = sum(len(str(event["DESCRIPTION"]).splitlines()) - 1 for event in office)
    assert lines == len(duties_in_force(assessment))


def test_a_deadline_rings_seven_days_before_at_nine(tmp_path: Path) -> None:
    """By an alarm that shows itself."""
    for event in due_of(copy_site("current", tmp_path)):
        (alarm,) = event.walk("VALARM")
        assert str(alarm["ACTION"]) == "DISPLAY"
        assert alarm["DESCRIPTION"]
        assert alarm.decoded("TRIGGER") == timedelta(days=-7, hours=9)


def test_an_entry_keeps_its_uid_until_its_duties_are_done(tmp_path: Path) -> None:
    """On another day it is the same; what is fulfilled leaves the calendar."""
    site = copy_site("current", tmp_path)
    before = uids(due_of(site))
    assert uids(due_of(site, day="2025-04-25")) == before
    assert uids(events_of(files_at(site, site_url=None)[calendar_path()])) == before
    BROKEN["missing"](site)
    (overdue, *rest) = due_of(site)
    assert uids(rest) == before
    assert str(overdue["SUMMARY"]).startswith("เกินกำหนดเผยแพร่ OIT O3")
    assert overdue.decoded("DTSTART") == date(2025, 4, 17)


def test_a_waived_duty_stays_and_is_not_called_overdue(tmp_path: Path) -> None:
    """It says until when it is excused."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    write(WAIVERS, waiver(item="O3"))(site)
    (first, *_) = due_of(site, "finance")
    assert str(first["SUMMARY"]).startswith("กำหนดเผยแพร่ OIT O3")
    assert "ได้รับการผ่อนผันถึง 30 เมษายน 2568" in str(first["DESCRIPTION"])


def test_a_closed_round_has_a_calendar_without_entries(tmp_path: Path) -> None:
    """Valid all the same: a calendar holds one component at least."""
    files = files_at(copy_site("current", tmp_path), "2026-01-15")
    for path in (calendar_path(), calendar_path("finance")):
        calendar = Calendar.from_ical(files[path])
        assert [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]


def test_a_calendar_is_fit_for_outlook_and_google(tmp_path: Path) -> None:
    """Lines of at most 75 bytes ended by CR LF, no METHOD, a name, and a day between fetches."""
    data = files_at(copy_site("current", tmp_path))[calendar_path("finance")]
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no character is parted by a fold
    whole = data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    assert "METHOD" not in {line.partition(":")[0] for line in whole}
    assert "X-WR-CALNAME:กำหนดเผยแพร่ OIT – ฝ่ายการคลัง (เว็บไซต์สาธิต)" in whole
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in whole
    assert "X-PUBLISHED-TTL:P1D" in whole
    assert whole[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert whole.count("X-MICROSOFT-CDO-BUSYSTATUS:FREE") == whole.count("BEGIN:VEVENT") > 0


def test_a_calendar_follows_the_assessed_date_and_no_clock(tmp_path: Path) -> None:
    """Its stamps are of that day, and two makings are the same bytes."""
    site = copy_site("current", tmp_path)
    assert {event.decoded("DTSTAMP") for event in due_of(site)} == {
        datetime(2025, 4, 30, tzinfo=UTC)
    }
    assert files_at(site) == files_at(site)


def test_a_deadline_of_many_items_names_the_first_in_its_title() -> None:
    """And all of them beneath."""
    crowded = next(
        event
        for event in due_of(SAMPLE, "admin", "2024-10-15")
        if event.decoded("DTSTART") == date(2025, 4, 17)
    )
    assert re.search(r"และอีก \d+ ข้อ – ฝ่ายปกครอง$", str(crowded["SUMMARY"]))
    assert "O22" in str(crowded["DESCRIPTION"])


def test_a_division_without_duties_has_a_calendar_too(tmp_path: Path) -> None:
    """Its link on the division's page is never dead."""
    site = copy_site("current", tmp_path)
    files = files_at(site, "2026-01-15")
    pages = {page.path: page.html for page in published(site, site_url=SITE).pages}
    for division in ("admin", "works", "finance"):
        assert calendar_path(division) in files
        assert f"../../{calendar_path(division)}" in pages[f"divisions/{division}/"]
    assert f"../../{calendar_path()}" in pages["2568/due/"]
