"""A site that nobody rebuilds does not go on claiming to be current."""

import re

import pytest
from playwright.sync_api import Page

ON_THE_DAY = "2025-04-29T05:00:00Z"
LONG_AFTER = "2025-07-01T05:00:00Z"


def visited(page: Page, address: str, at: str) -> Page:
    page.clock.set_fixed_time(at)
    page.goto(address)
    return page


def as_rgb(hexadecimal: str) -> str:
    red, green, blue = (int(hexadecimal.strip()[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def test_a_page_claims_to_be_current_only_until_its_deadline(page: Page, open_round: str) -> None:
    """A site that nobody rebuilds says so by itself."""
    visited(page, f"{open_round}/2568/o15/", ON_THE_DAY)
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เป็นปัจจุบัน"
    visited(page, f"{open_round}/2568/o15/", LONG_AFTER)
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เกินกำหนดปรับปรุง"
    notice = page.locator("h1 + .oit-notice").inner_text()
    assert "ครบกำหนดวันที่ 15 พฤษภาคม 2568" in notice
    assert "จัดทำเมื่อวันที่ 29 เมษายน 2568" in notice


@pytest.mark.parametrize("path", ["", "2568/", "en/"])
def test_the_count_of_what_is_current_falls_with_the_marks(
    page: Page, open_round: str, path: str
) -> None:
    """The first figure on a page is not the last to be true."""
    for at, marked in ((ON_THE_DAY, 22), (LONG_AFTER, None)):
        visited(page, f"{open_round}/{path}", at)
        current = page.locator(
            "#items ~ ul .oit-badge--current, .oit-checklist .oit-badge--current"
        ).count()
        assert marked in (current, None)
        assert page.locator("[data-oit-full-until]").inner_text() == str(current)


@pytest.mark.parametrize(
    "path",
    ["2568/o10/", "2568/itap/", "2568/measures/", "2568/due/", "divisions/", "divisions/finance/"],
)
def test_marks_turn_wherever_they_stand(page: Page, open_round: str, path: str) -> None:
    """Whatever is due again in this round."""
    visited(page, f"{open_round}/{path}", ON_THE_DAY)
    lasting = page.locator(".oit-badge--current:not([data-oit-due-on])").count()
    turning = page.locator("[data-oit-due-on]").count()
    assert turning > lasting
    visited(page, f"{open_round}/{path}", "2026-01-01T05:00:00Z")
    assert page.locator(".oit-badge--current").count() == lasting
    assert page.locator(".oit-badge--stale").count() == turning
    assert page.locator("h1 + .oit-notice").is_visible()


def test_the_day_on_which_a_status_is_true_stands_beside_it(
    plain_page: Page, open_round: str
) -> None:
    """For who has no script; the mark that a script has turned is of no such day."""
    visited(plain_page, f"{open_round}/2568/o15/", ON_THE_DAY)
    assert "ณ วันที่ 29 เม.ย. 2568" in plain_page.locator(".oit-lead").inner_text()
    visited(plain_page, f"{open_round}/2568/o15/", LONG_AFTER)
    lead = plain_page.locator(".oit-lead").inner_text()
    assert ("เกินกำหนดปรับปรุง" in lead) != ("ณ วันที่ 29 เม.ย. 2568" in lead)


@pytest.mark.parametrize("path", ["2568/", "divisions/finance/"])
def test_what_has_to_be_done_turns_with_the_mark(page: Page, open_round: str, path: str) -> None:
    """No dash stands beside what is overdue."""
    visited(page, f"{open_round}/{path}", ON_THE_DAY)
    assert page.locator("[data-oit-once-due]").first.inner_text() == "–"
    visited(page, f"{open_round}/{path}", "2026-01-01T05:00:00Z")
    rows = page.locator("tr[data-oit-aged]")
    assert rows.count() > 0
    for row in rows.all():
        assert "–" not in row.locator("[data-label=สิ่งที่ต้องดำเนินการ]").inner_text()


@pytest.mark.parametrize("path", ["divisions/finance/", "2568/due/"])
def test_sentences_on_lateness_say_the_day_they_are_true_on(
    page: Page, open_round: str, path: str
) -> None:
    """They do not turn, so they must stay true."""
    visited(page, f"{open_round}/{path}", LONG_AFTER)
    for sentence in page.get_by_text(re.compile("ไม่มีรายการ(ที่เผยแพร่)?ล่าช้า")).all():
        section = sentence.locator("xpath=ancestor::section[1]").inner_text()
        assert "วันที่ 29 เมษายน 2568" in section


def test_the_deadline_itself_is_still_in_time(page: Page, open_round: str) -> None:
    """In Bangkok, where the day begins seven hours before it does in Greenwich."""
    visited(page, f"{open_round}/2568/o15/", "2025-05-15T16:59:00Z")
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เป็นปัจจุบัน"
    visited(page, f"{open_round}/2568/o15/", "2025-05-15T17:01:00Z")
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เกินกำหนดปรับปรุง"


def test_a_closed_round_never_ages(page: Page, address: str) -> None:
    """It is what it was on the day it closed."""
    visited(page, f"{address}/2568/o15/", LONG_AFTER)
    assert page.locator(".oit-lead .oit-badge").inner_text().startswith("ครบถ้วน ณ วันปิดรอบ")
    assert page.locator("[data-oit-due-on], h1 + .oit-notice").count() == 0


@pytest.mark.parametrize("path", ["2568/", "2568/o9/", "2568/due/", "divisions/revenue/"])
def test_what_was_late_when_the_site_was_built_says_of_what_day_its_days_are(
    page: Page, late_open_round: str, path: str
) -> None:
    """It stays late when the round has closed, and the count of its days is dated."""
    visited(page, f"{late_open_round}/{path}", LONG_AFTER)
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    article = page.locator("article")
    assert "O9" in article.inner_text()
    assert "เกินกำหนด" in article.inner_text()
    for sentence in page.get_by_text("เกินกำหนดปรับปรุง 12 วัน").all():
        around = sentence.locator("xpath=ancestor::*[self::td or self::details][1]").inner_text()
        assert "ณ วันที่ 29 เม.ย. 2568" in around
    assert "รอบนี้ปิดเมื่อวันที่ 30 เมษายน 2568" in page.locator("h1 + .oit-notice").inner_text()


def test_a_filter_goes_by_what_the_marks_say(page: Page, open_round: str) -> None:
    """Those that have turned are found among what is overdue."""
    visited(page, f"{open_round}/2568/", LONG_AFTER)
    turned = page.locator("tr[data-oit-aged]").count()
    page.select_option("select[name=status]", "stale")
    rows = page.locator("tr[data-owners]:visible")
    assert rows.count() == turned > 0
    page.select_option("select[name=status]", "current")
    assert page.locator("tr[data-oit-aged]:visible").count() == 0


def test_how_far_off_a_day_is_is_reckoned_when_it_is_read(page: Page, open_round: str) -> None:
    """Without script it is not said."""
    visited(page, f"{open_round}/2568/due/", "2025-07-01T05:00:00Z")
    assert "อีก 14 วัน" in page.locator("#due-2025-07-15").inner_text()
    visited(page, f"{open_round}/2568/due/", "2025-07-15T05:00:00Z")
    assert "ครบกำหนดวันนี้" in page.locator("#due-2025-07-15").inner_text()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("", "เป็นปัจจุบัน ณ วันที่ 29 เม.ย. 2568"),
        ("2568/", "เป็นปัจจุบัน ณ วันที่ 29 เม.ย. 2568"),
        ("2568/o5/", "เป็นปัจจุบัน ณ วันที่ 29 เม.ย. 2568"),
        ("2568/o15/", "เป็นปัจจุบัน ณ วันที่ 29 เม.ย. 2568"),
        ("2568/o9/", "เป็นปัจจุบัน ณ วันที่ 29 เม.ย. 2568"),
        ("2568/measures/", "ณ วันที่ 29 เม.ย. 2568"),
        ("divisions/", "ณ วันที่ 29 เม.ย. 2568"),
        ("2568/due/", "รอบนี้ปิดแล้ว จึงไม่มีกำหนดถัดไป"),
        ("divisions/finance/", "รอบนี้ปิดแล้ว จึงไม่มีกำหนดถัดไป"),
        ("en/", "current on 29 Apr 2025"),
        ("en/2568/o15/", "Current as of 29 Apr 2025"),
    ],
)
def test_when_its_round_has_closed_a_page_says_of_what_day_it_is(
    page: Page, closing_round: str, path: str, says: str
) -> None:
    """What falls due later is not owed in it, and nothing goes on being current."""
    visited(page, f"{closing_round}/{path}", "2025-04-30T16:59:00Z")
    assert page.locator("h1 + .oit-notice").count() == 0
    visited(page, f"{closing_round}/{path}", "2025-04-30T17:01:00Z")
    notice = page.locator("h1 + .oit-notice").inner_text()
    assert "30 เมษายน 2568" in notice or "30 April 2025" in notice
    text = str(page.locator("article").text_content())
    assert says in text
    assert "อยู่ระหว่างรอบ" not in text
    assert page.locator(".oit-badge--stale").count() == 0
    green = page.locator("article").evaluate(
        "one => getComputedStyle(one).getPropertyValue('--oit-good')"
    )
    seen = page.eval_on_selector_all(
        ".oit-badge--current", "all => all.map(one => getComputedStyle(one).color)"
    )
    assert as_rgb(green) not in seen


def test_an_english_page_ages_in_english(page: Page, open_round: str) -> None:
    """In the Common Era."""
    visited(page, f"{open_round}/en/2568/o15/", LONG_AFTER)
    assert page.locator(".oit-lead .oit-badge").inner_text() == "Overdue for update"
    assert "due on 15 May 2025" in page.locator("h1 + .oit-notice").inner_text()
