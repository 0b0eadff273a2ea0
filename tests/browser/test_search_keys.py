"""The search is used by keyboard as any list is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helpers.search_box import HITS, answers, open_search

BOX = "#search-words"


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
    answers(page, "จัดซื้อ")
    return page


def test_the_closed_search_has_no_stop_that_nobody_sees(page: Page) -> None:
    """Its panel is there only when it is open."""
    for _ in range(40):
        page.keyboard.press("Tab")
        assert not page.evaluate("() => Boolean(document.activeElement.closest('#search-panel'))")


def test_the_focus_alone_opens_nothing_and_a_letter_does(browser: Browser, address: str) -> None:
    """What is typed into the header's box goes on in the panel, and none of it is lost."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/2568/o15/")
    page.locator("#seek").focus()
    expect(page.locator("#search-panel")).to_be_hidden()
    page.keyboard.type("ร้องเรียน")
    expect(page.locator(BOX)).to_have_value("ร้องเรียน")
    assert "2568/o17/" in answers(page, "ร้องเรียน")
    page.close()


def test_control_and_slash_open_the_search_and_a_slash_alone_does_not(page: Page) -> None:
    """Single signs are no shortcuts, for people who speak to their machine (WCAG 2.1.4)."""
    page.keyboard.press("/")
    expect(page.locator("#search-panel")).to_be_hidden()
    page.keyboard.press("Control+/")
    expect(page.locator(BOX)).to_be_focused()


def test_an_empty_panel_offers_tasks_and_main_pages(page: Page) -> None:
    """Before anything is typed."""
    open_search(page)
    links = page.locator("#search-panel .shortcuts a")
    expect(links.first).to_be_visible()
    assert links.count() >= 6


def test_arrows_begin_with_the_first_hit_and_come_back(searching: Page) -> None:
    """Down from the box, up to it again."""
    searching.keyboard.press("ArrowDown")
    expect(searching.locator(HITS).first).to_be_focused()
    searching.keyboard.press("ArrowUp")
    expect(searching.locator(BOX)).to_be_focused()


def test_enter_opens_the_hit_that_has_the_focus(searching: Page) -> None:
    """Not the best of all."""
    for _ in range(3):
        searching.keyboard.press("ArrowDown")
    to = str(searching.evaluate("document.activeElement.href"))
    searching.keyboard.press("Enter")
    searching.wait_for_url(to)


def test_enter_in_the_box_opens_the_best_hit(searching: Page) -> None:
    """The first of the list."""
    to = str(searching.locator(HITS).first.evaluate("link => link.href"))
    searching.keyboard.press("Enter")
    searching.wait_for_url(to)


def test_escape_goes_back_to_where_the_search_began(searching: Page) -> None:
    """The tool on a phone, the box on a desktop; typing there searches again."""
    searching.keyboard.press("ArrowDown")
    searching.keyboard.press("Escape")
    expect(searching.locator("#search-panel")).to_be_hidden()
    tool = searching.locator("a.find")
    expect(tool if tool.is_visible() else searching.locator("#seek")).to_be_focused()


def test_escape_closes_the_panel_from_its_box_at_once(searching: Page) -> None:
    """Browsers would only empty the box first."""
    searching.keyboard.press("Escape")
    expect(searching.locator("#search-panel")).to_be_hidden()


def test_a_hit_on_the_page_itself_is_gone_to(searching: Page) -> None:
    """The panel closes, and the place is seen."""
    hit = searching.locator(f"{HITS}[href*='/2568/o15/']").first
    hit.click()
    expect(searching.locator("#search-panel")).to_be_hidden()
    assert "/2568/o15/" in searching.url


def test_who_waits_for_the_index_is_told(browser: Browser, address: str) -> None:
    """And has the hits once it is there."""
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/search_index.json", lambda route: held.append(route))
    page.goto(address)
    with page.expect_request("**/search_index.json"):
        open_search(page)
    page.keyboard.type("ภาษี")
    said = page.locator("#search-panel > .said")
    expect(said).to_have_text("กำลังค้นหา…")
    held[0].continue_()
    expect(said).to_contain_text("พบ")
    page.close()


def test_a_search_that_cannot_be_loaded_says_so(browser: Browser, address: str) -> None:
    """And the shortcuts still lead on."""
    page = browser.new_page()
    page.route("**/search_index.json", lambda route: route.abort())
    page.goto(address)
    open_search(page)
    page.keyboard.type("ภาษี")
    expect(page.locator("#search-panel > .said")).to_contain_text("ไม่สามารถเปิดการค้นหาได้")
    expect(page.locator("#search-panel .shortcuts a").first).to_be_visible()
    page.close()
