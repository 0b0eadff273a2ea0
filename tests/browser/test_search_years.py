"""Earlier rounds are searched when a reader wants it; the page itself never searches."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helpers.search_box import HITS, asked, open_search

PAST = "#search-panel .earlier"
NO_SEGMENTER = "Intl.Segmenter = class { constructor() { throw new Error('on the page'); } };"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose own thread cannot cut words, of a site with two rounds before the shown one."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.add_init_script(NO_SEGMENTER)
    page.route("**/search_index.json", _with_earlier)
    page.route("**/earlier.json", lambda route: route.fulfill(json={"pages": _earlier_pages()}))
    page.goto(f"{address}/2568/o15/")
    open_search(page)
    yield page
    page.close()


def test_the_page_itself_cuts_no_words(page: Page) -> None:
    """A worker does, so that no phone freezes while somebody types."""
    assert asked(page, "ภาษีป้าย")[0] == "2568/o9/"


def test_earlier_years_are_fetched_when_they_are_wanted(page: Page) -> None:
    """The newest year first, each hit with its year, and of each year what answers best."""
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    asked(page, "ภาษี")
    newest = page.locator(HITS).count()
    assert not any("earlier" in url for url in requested)
    page.get_by_role("button", name="ค้นในปีก่อน").click()
    hits = page.locator(f"{PAST} li")
    expect(hits).to_have_count(4)
    expect(page.locator(f"{PAST} .said")).to_have_text("พบ 6 หน้าในปีก่อน · แสดงปีละไม่เกิน 3 หน้า")
    assert page.locator(f"{PAST} .year").all_inner_texts() == ["ปี 2567"] * 3 + ["ปี 2566"]
    assert page.locator(HITS).count() == newest + 4
    asked(page, "ภาษีป้าย")
    assert len([url for url in requested if "earlier" in url]) == 1


def test_who_is_told_that_nothing_is_found_may_still_ask_for_earlier_years(page: Page) -> None:
    """Something may have been disclosed once; the button is reached by keyboard."""
    assert asked(page, "ดาวอังคาร") == []
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="ค้นในปีก่อน")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"{PAST} li a")).to_have_text("จรวด")
    expect(page.locator("#search-words")).to_be_focused()


def test_what_no_earlier_year_has_is_said(page: Page) -> None:
    """And the question after it is asked of them too."""
    asked(page, "ร้องเรียน")
    page.get_by_role("button", name="ค้นในปีก่อน").click()
    expect(page.locator(f"{PAST} .said")).to_have_text("ไม่พบข้อมูลที่ค้นหาในปีก่อน")
    asked(page, "ภาษี")
    expect(page.locator(f"{PAST} li")).to_have_count(4)


def test_earlier_years_that_cannot_be_loaded_may_be_asked_again(page: Page) -> None:
    """What was found of the newest round stays."""
    page.route("**/earlier.json", lambda route: route.abort(), times=1)
    asked(page, "ภาษี")
    button = page.get_by_role("button", name="ค้นในปีก่อน")
    button.click()
    expect(page.locator(f"{PAST} .said")).to_contain_text("ไม่สามารถเปิดข้อมูลของปีก่อนได้")
    assert page.locator(HITS).count() > 0
    button.click()
    expect(page.locator(f"{PAST} li")).to_have_count(4)


def test_an_english_page_asks_in_english(browser: Browser, address: str) -> None:
    """As all words of its panel."""
    page = browser.new_page()
    page.route("**/search_index.json", _with_earlier)
    page.goto(f"{address}/en/")
    open_search(page)
    asked(page, "budget")
    expect(page.get_by_role("button", name="Search earlier years")).to_be_visible()
    page.close()


def test_a_site_of_one_round_offers_no_earlier_years(browser: Browser, address: str) -> None:
    """There is nothing to fetch."""
    page = browser.new_page()
    page.goto(address)
    open_search(page)
    asked(page, "ภาษี")
    expect(page.locator(f"{PAST} button")).to_have_count(0)
    page.close()


def _with_earlier(route: Route) -> None:
    index = route.fetch().json()
    route.fulfill(json={**index, "hasEarlier": True})


def _earlier_pages() -> list[dict[str, Any]]:
    """One page of 2566, five of 2567 with the same word, and one with a word of its own."""
    taxes = [
        _page(2566, "o9", "ภาษี"),
        *(_page(2567, f"o{number}", "ภาษี") for number in range(1, 6)),
    ]
    return [*taxes, _page(2567, "o8", "จรวด", "ไปดาวอังคาร")]


def _page(year: int, item: str, title: str, text: str = "") -> dict[str, Any]:
    parts = [{"prose": [text]}]
    path = f"{year}/{item}/"
    return {"path": path, "title": title, "parts": parts, "year": year, "of": f"ปี {year}"}
