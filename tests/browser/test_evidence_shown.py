"""Charts and tables are to be seen, at phone and desktop width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module", params=[360, 1280])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a phone's and of a desktop's width."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    yield page
    page.close()


def test_a_chart_fits_can_be_read_and_is_named(page: Page, address: str) -> None:
    """Its words are large enough, its marks visible, and it has a name for who cannot see it."""
    page.goto(f"{address}/2568/")
    charts = page.get_by_role("img").filter(has=page.locator("svg"))
    assert charts.count() == 1
    box = charts.first.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    accessible = charts.first.evaluate(
        "one => one.getAttribute('aria-label')"
        " || document.getElementById(one.getAttribute('aria-labelledby')).textContent"
    )
    assert len(accessible) > 20
    heights = charts.first.locator("text").evaluate_all(
        "all => all.filter(one => one.textContent.trim())"
        ".map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 10
    fills = charts.first.locator(".mark-rect path, .mark-area path").evaluate_all(
        "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert fills
    assert "none" not in fills


def test_a_table_opens_in_place_and_scrolls_within_itself(page: Page, address: str) -> None:
    """By mouse or keyboard, with its rows and its heading."""
    page.goto(f"{address}/2568/o15/")
    older = page.locator(".ledger details").filter(has=page.locator("table")).first
    expect(older.locator("table")).not_to_be_visible()
    older.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(older.locator("table")).to_be_visible()
    assert older.locator("tbody tr").count() > 0
    assert older.locator("th[scope=col]").count() > 0
    # Shown as cards, it is a table for screen readers still.
    roles = older.locator("table.cards, table.cards tbody, table.cards tr, table.cards td")
    assert None not in [each.get_attribute("role") for each in roles.all()]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_form_is_downloaded_with_its_headings(page: Page, address: str) -> None:
    """As a CSV that Excel opens in Thai."""
    page.goto(f"{address}/2568/o15/")
    page.locator("#dossier > summary").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="แบบกรอกข้อมูลสรุปผลการดำเนินการจัดซื้อจัดจ้าง").click()
    data = started.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(data.decode("utf-8-sig").split(",")) == 9
