"""What a page says once it has aged, and on which minute it does.

That all parts of a page age together is held by test_ageing_days.py.
"""

import pytest
from playwright.sync_api import Page, expect

ON_THE_DAY = "2025-04-29T05:00:00Z"
LONG_AFTER = "2025-07-01T05:00:00Z"


def visited(page: Page, address: str, at: str) -> Page:
    page.clock.set_fixed_time(at)
    page.goto(address)
    return page


def notice(page: Page) -> str:
    """What stands where the state of the page was."""
    return page.locator("main .state:not([data-state])").inner_text()


@pytest.mark.parametrize("path", ["", "2568/", "2568/o15/", "2568/due/"])
def test_an_aged_page_says_of_what_day_it_is_and_what_fell_due(
    page: Page, open_round: str, path: str
) -> None:
    """Its own day, how old it is, and the first deadline that has passed."""
    visited(page, f"{open_round}/{path}", LONG_AFTER)
    told = notice(page)
    assert "ข้อมูลนี้ ณ วันที่ 29 เมษายน 2568 (เก่า 63 วัน)" in told
    assert "ครบกำหนดวันที่ 15 พฤษภาคม 2568" in told


def test_an_english_page_ages_in_english(page: Page, open_round: str) -> None:
    """In the Common Era."""
    visited(page, f"{open_round}/en/2568/o15/", LONG_AFTER)
    told = notice(page)
    assert "This page is of 29 April 2025 (63 days old)" in told
    assert "due on 15 May 2025" in told


def test_the_deadline_itself_is_still_in_time(page: Page, open_round: str) -> None:
    """In Bangkok, where the day begins seven hours before it does in Greenwich."""
    visited(page, f"{open_round}/2568/o15/", "2025-05-15T16:59:00Z")
    expect(page.locator("[data-state]")).to_contain_text("ไม่มีเรื่องใดค้าง")
    visited(page, f"{open_round}/2568/o15/", "2025-05-15T17:01:00Z")
    expect(page.locator("[data-state]")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("", "รอบนี้ปิดเมื่อวันที่ 30 เมษายน 2568 หน้านี้จัดทำเมื่อวันที่ 29 เมษายน 2568"),
        ("2568/o15/", "รอบนี้ปิดเมื่อวันที่ 30 เมษายน 2568"),
        ("en/2568/o15/", "The round closed on 30 April 2025; this page is of 29 April 2025."),
    ],
)
def test_when_its_round_has_closed_a_page_says_so(
    page: Page, closing_round: str, path: str, says: str
) -> None:
    """Not before the last minute of its last day."""
    visited(page, f"{closing_round}/{path}", "2025-04-30T16:59:00Z")
    expect(page.locator("[data-state]")).to_have_count(1)
    visited(page, f"{closing_round}/{path}", "2025-04-30T17:01:00Z")
    assert says in notice(page)


def test_without_script_the_state_says_of_what_day_it_is(plain_page: Page, open_round: str) -> None:
    """With script, the notice says it in its place."""
    visited(plain_page, f"{open_round}/2568/o15/", LONG_AFTER)
    assert "ณ วันที่ 29 เมษายน 2568" in plain_page.locator("main .state").inner_text()
