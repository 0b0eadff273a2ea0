"""The search is used by keyboard as any list is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helpers.search_box import open_search

HITS = ".md-search-result__item a"


@pytest.fixture(params=[390, 1280])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An item's page on a phone, and on a desktop."""
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    page.goto(f"{address}/2568/o15/")
    yield page
    page.close()


@pytest.fixture
def searching(page: Page) -> Page:
    """Where the search was opened and something typed, which has hits."""
    open_search(page)
    page.keyboard.type("จัดซื้อ")
    page.locator(HITS).first.wait_for()
    return page


def test_the_closed_search_has_no_stop_that_nobody_sees(page: Page) -> None:
    """Its panel holds hits and shortcuts, which are there only when it is open."""
    page.keyboard.press("Shift")
    page.wait_for_load_state("networkidle")
    for _ in range(60):
        page.keyboard.press("Tab")
        assert not page.evaluate(
            "() => Boolean(document.activeElement.closest('.md-search__output'))"
        )


def test_opening_the_search_loads_each_script_once(browser: Browser, address: str) -> None:
    """Opening the search is a sign of use too; of a script loaded twice each key is heard twice."""
    page = browser.new_page()
    page.goto(f"{address}/2568/o15/")
    open_search(page)
    page.wait_for_load_state("networkidle")
    sources = page.eval_on_selector_all("script[src]", "all => all.map(one => one.src)")
    assert len(sources) == len(set(sources))
    assert any("bundle" in one for one in sources)
    page.close()


def test_tab_goes_through_the_hits_and_back(searching: Page) -> None:
    """As through any list."""
    searching.keyboard.press("Tab")
    expect(searching.locator(HITS).nth(0)).to_be_focused()
    searching.keyboard.press("Tab")
    expect(searching.locator(HITS).nth(0)).not_to_be_focused()
    assert searching.evaluate("() => Boolean(document.activeElement.closest('.md-search-result'))")
    searching.keyboard.press("Shift+Tab")
    searching.keyboard.press("Shift+Tab")
    expect(searching.locator("#oit-query")).to_be_focused()


def test_arrows_begin_with_the_first_hit_and_come_back(searching: Page) -> None:
    """Down from the box, up to it again."""
    searching.keyboard.press("ArrowDown")
    expect(searching.locator(HITS).nth(0)).to_be_focused()
    searching.keyboard.press("ArrowUp")
    expect(searching.locator("#oit-query")).to_be_focused()


def test_enter_opens_the_hit_that_has_the_focus(searching: Page) -> None:
    """Not the best of all."""
    for _ in range(3):
        searching.keyboard.press("ArrowDown")
    to = str(searching.evaluate("document.activeElement.href"))
    searching.keyboard.press("Enter")
    searching.wait_for_url(to)


def test_escape_goes_back_to_where_the_search_began(searching: Page) -> None:
    """The button on a phone; on a desktop the box, where typing opens the search again."""
    searching.keyboard.press("ArrowDown")
    searching.keyboard.press("Escape")
    expect(searching.locator("#__search")).not_to_be_checked()
    searching.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    expect(searching.locator("#__search")).not_to_be_checked()
    began = searching.locator(".oit-opener--search")
    if began.is_visible():
        expect(began).to_be_focused()
        searching.keyboard.press("Enter")
    expect(searching.locator("#oit-query")).to_be_focused()
    searching.keyboard.type("จ้าง")
    expect(searching.locator("#__search")).to_be_checked()
    expect(searching.locator(HITS).first).to_be_visible()


def test_hits_that_come_late_do_not_lose_the_focus(searching: Page) -> None:
    """A list drawn anew under who is in it gives the focus back to the box."""
    searching.keyboard.press("Tab")
    searching.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
    expect(searching.locator("#oit-query")).to_be_focused()


def test_leaving_the_search_closes_it(searching: Page) -> None:
    """What has the focus is never under it."""
    searching.keyboard.press("Shift+Tab")
    expect(searching.locator("#__search")).not_to_be_checked()
    assert not searching.evaluate("() => Boolean(document.activeElement.closest('.md-search'))")


def test_a_hit_on_the_page_itself_is_gone_to(searching: Page) -> None:
    """A phone's page, held still under the search, is not put back to where it was."""
    hit = searching.locator(".md-search-result__item a[href*='/2568/o15/#']").first
    searching.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    anchor = str(hit.get_attribute("href")).split("#")[1]
    hit.click()
    searching.evaluate("() => new Promise((done) => setTimeout(done, 600))")
    top = searching.locator(f"[id='{anchor}']").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 400


def test_the_button_that_empties_the_box_empties_the_list(searching: Page) -> None:
    """And leaves the reader in the box."""
    searching.locator(".md-search__form [type=reset]").click()
    expect(searching.locator(HITS)).to_have_count(0)
    expect(searching.locator("#oit-query")).to_be_focused()


def test_who_waits_for_the_index_is_told(browser: Browser, address: str) -> None:
    """And has the hits once it is there."""
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/search_index.json", lambda route: held.append(route))
    page.goto(address)
    with page.expect_request("**/search_index.json"):
        open_search(page)
    page.keyboard.type("ภาษี")
    expect(page.locator(".md-search-result__meta")).to_have_text("กำลังค้นหา…")
    (route,) = held
    route.continue_()
    expect(page.locator(".md-search-result__meta")).to_contain_text("รายการ")
    page.close()


def test_a_closed_search_opens_again_by_a_click_into_its_box(
    browser: Browser, address: str
) -> None:
    """Although the focus has not left it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    open_search(page)
    page.keyboard.type("ภาษี")
    page.locator(HITS).first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.locator("#oit-query").click()
    expect(page.locator(HITS).first).to_be_visible()
    page.close()
