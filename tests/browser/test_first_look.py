"""What people see, at phone and desktop width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

PAGES = (
    "",
    "2568/",
    "2568/o15/",
    "2568/o9/",
    "2568/o6/",
    "2568/o10/",
    "2568/o17/",
    "2568/due/",
    "2568/ita-2567/",
    "divisions/",
    "divisions/finance/",
    "data/",
)


@pytest.fixture(scope="module", params=[360, 1280])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a phone's and of a desktop's width."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.clock.set_fixed_time("2025-04-30T05:00:00Z")
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_complains_of_nothing_and_asks_no_other_host(
    page: Page, address: str, path: str
) -> None:
    """No sideways scroll, no console message, no failed or foreign request."""
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("requestfailed", lambda request: trouble.append(request.url))
    page.on(
        "request",
        lambda request: (
            trouble.append(request.url) if not request.url.startswith((address, "data:")) else None
        ),
    )
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert not trouble
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "th"
    assert page.evaluate("document.fonts.check('16px Sarabun', 'ก')")


def test_every_page_says_that_it_is_a_demonstration_and_of_what_day(
    page: Page, address: str
) -> None:
    """The banner, and the date in the footer."""
    page.goto(f"{address}/2568/o15/")
    assert "เว็บไซต์สาธิต มิใช่เว็บไซต์ทางการ" in page.locator(".md-banner").inner_text()
    assert "30 เมษายน 2568" in page.locator(".oit-footer").last.inner_text()
    assert page.locator(".oit-sample").first.is_visible()


def test_a_late_item_cannot_be_missed(page: Page, address: str) -> None:
    """In words, on home, the checklist, its own page and its owner's."""
    for path in ("", "2568/", "2568/o9/", "divisions/revenue/"):
        page.goto(f"{address}/{path}")
        late = page.locator(".oit-badge--stale").first
        assert late.is_visible(), path
        assert late.inner_text() == "เกินกำหนดปรับปรุง"
    page.goto(f"{address}/2568/o9/")
    assert page.locator(".oit-notice").first.is_visible()


def test_what_staff_have_to_do_is_folded_away_from_the_public(page: Page, address: str) -> None:
    """Whoever needs it opens it, without script too."""
    page.goto(f"{address}/2568/o9/")
    remedy = page.locator(".oit-findings li").first
    assert not remedy.is_visible()
    page.get_by_text("สำหรับเจ้าหน้าที่: สิ่งที่ต้องดำเนินการ").click()
    assert remedy.is_visible()


@pytest.mark.parametrize(
    "path", ["", "2568/", "2568/o9/", "2568/due/", "divisions/", "divisions/revenue/"]
)
def test_a_demonstration_says_that_its_days_are_invented(
    page: Page, address: str, path: str
) -> None:
    """Wherever somebody is said to be late or in time."""
    page.goto(f"{address}/{path}")
    assert page.get_by_text("สมมุติขึ้นทั้งหมด").is_visible()


def test_people_get_from_home_to_an_item_and_its_file_in_two_taps(page: Page, address: str) -> None:
    """Evidence lies beside its item under its own name."""
    page.goto(address)
    page.locator(".oit-task", has_text="ดูการจัดซื้อจัดจ้าง").get_by_role("link").click()
    page.wait_for_url("**/2568/o15/")
    link = page.get_by_role("link", name="สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนมีนาคม 2568")
    assert link.get_attribute("href") is not None
    response = page.request.get(f"{address}/2568/o15/summary-2025-03.csv")
    assert response.ok
    assert response.body().startswith(b"\xef\xbb\xbf")
