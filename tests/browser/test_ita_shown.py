"""The page of the year before, in a real Chromium: everything fits, everything has a name."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

OUTSIDE = """all => all.filter(one => {
  const scrolled = one.closest('.oit-scroll');
  const box = (scrolled || one).getBoundingClientRect();
  return box.left < 0 || box.right > innerWidth || box.width === 0;
}).length"""
CUT = """all => all.filter(one => {
  const frame = one.ownerSVGElement.getBoundingClientRect();
  const box = one.getBoundingClientRect();
  return box.left < frame.left - 1 || box.right > frame.right + 1;
}).map(one => one.textContent)"""


@pytest.fixture(scope="module", params=[(360, "light"), (1280, "light"), (1280, "dark")], ids=str)
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page with all of its tables open."""
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{address}/2568/ita-2567/", wait_until="networkidle")
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    yield page
    page.close()


def test_no_chart_or_table_is_wider_than_the_page(page: Page) -> None:
    """Tables with many columns scroll within themselves."""
    assert page.eval_on_selector_all("figure svg, article table", OUTSIDE) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_word_in_a_chart_is_cut_off_or_too_small(page: Page) -> None:
    """Long names of divisions too."""
    assert page.eval_on_selector_all("figure svg text", CUT) == []
    sizes = page.eval_on_selector_all(
        "figure svg text",
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * one.getCTM().a)",
    )
    assert min(sizes) >= 12


def test_every_picture_is_named_and_told_in_words(page: Page) -> None:
    """What a screen reader says of it."""
    pictures = page.get_by_role("img").filter(has=page.locator("svg"))
    assert pictures.count() == page.locator("figure").count() > 0
    for picture in pictures.all():
        name, told = picture.evaluate(
            "one => [one.getAttribute('aria-label') || "
            "document.getElementById(one.getAttribute('aria-labelledby')).innerText, "
            "document.getElementById(one.getAttribute('aria-describedby') || 'no')?.innerText]"
        )
        assert len(name) > 10
        assert "ตาราง" in name or "%" in told
