"""The search box finds Thai, which has no spaces between words."""

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

QUERIES = {
    "จัดซื้อจัดจ้าง": "o15",
    "จัดซื้อ": "o15",
    "ร้องเรียน": "o17",
    "ใบอนุญาต": "o11",
    "งบประมาณ": "o13",
    "ภาษี": "o9",
    "โรงเรียน": "o3",
    "คู่มือการปฏิบัติหน้าที่": "o6",
    "สินบน": "o19",
    "ของกลาง": "o21",
    "ดุลยพินิจ": "o20",
    "สขร.1": "o15",
    "O15": "o15",
    "o 15": "o15",
    "๑๕": "o15",
    "BMA OSS": "o22",
}


def first_hits(page: Page) -> list[str]:
    """The pages of the first three hits."""
    links = page.locator(".md-search-result__item > .md-search-result__link")
    links.first.wait_for()
    return [str(link.get_attribute("href")) for link in links.all()[:3]]


def open_search(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address, wait_until="networkidle")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input[placeholder]").wait_for()
    return page


@pytest.mark.parametrize(("query", "item"), QUERIES.items())
def test_the_right_item_is_among_the_first_hits_of_what_is_pasted(
    browser: Browser, address: str, query: str, item: str
) -> None:
    """Words inside unspaced text, parts of words, item numbers, English."""
    page = open_search(browser, address)
    page.locator(".md-search__input").fill(query)
    assert any(f"/2568/{item}/" in hit for hit in first_hits(page))
    assert not page.locator(".md-search-result__terms").first.is_visible()
    page.close()


def test_typing_finds_what_pasting_finds(browser: Browser, address: str) -> None:
    """Key by key."""
    page = open_search(browser, address)
    page.locator(".md-search__input").press_sequentially("ร้องเรียน")
    assert any("/2568/o17/" in hit for hit in first_hits(page))
    page.close()


def test_a_word_that_is_nowhere_has_no_hit(browser: Browser, address: str) -> None:
    """Nothing is better than something wrong."""
    page = open_search(browser, address)
    page.locator(".md-search__input").fill("ปักกิ่ง")
    page.get_by_text("ไม่พบเอกสารที่ตรงกัน").wait_for()
    assert page.locator(".md-search-result__item").count() == 0
    page.close()
