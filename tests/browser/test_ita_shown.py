"""The page of the year before, in a real Chromium: everything fits, everything has a name."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

OUTSIDE = """all => all.filter(part => {
  const box = part.getBoundingClientRect();
  return box.left < 0 || box.right > innerWidth || box.width === 0;
}).length"""
CUT = """all => all.filter(part => {
  const frame = part.ownerSVGElement.getBoundingClientRect();
  const box = part.getBoundingClientRect();
  return box.left < frame.left - 1 || box.right > frame.right + 1;
}).map(part => part.textContent)"""


@pytest.fixture(scope="module", params=[(360, "light"), (1280, "light"), (1280, "dark")], ids=str)
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page with all of its tables open."""
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{address}/2568/ita-2567/", wait_until="networkidle")
    page.eval_on_selector_all("details", "all => all.forEach(fold => fold.open = true)")
    yield page
    page.close()


def test_no_plot_or_table_is_wider_than_the_page(page: Page) -> None:
    """Rows of tables become cards, and nothing scrolls sideways."""
    assert page.eval_on_selector_all(".dots svg, article table", OUTSIDE) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_number_of_an_axis_is_cut_off_or_too_small(page: Page) -> None:
    """Those at its ends too."""
    assert page.eval_on_selector_all(".dots text", CUT) == []
    sizes = page.eval_on_selector_all(
        ".dots text", "all => all.map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= 12


def test_what_a_colour_says_is_told_in_words(page: Page) -> None:
    """A red dot is below the line, and a screen reader is told so."""
    red = page.locator(".dots li:has(circle.w)")
    assert red.count() > 0
    assert all("ต่ำกว่า 95" in (row.text_content() or "") for row in red.all())
    assert page.locator(".dots li:not(:has(circle.w)) .vh").count() == 0
