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
    """Its first line, and the date at its foot; the sample beside what is said of it."""
    page.goto(f"{address}/2568/o15/")
    assert "เว็บไซต์สาธิต มิใช่เว็บไซต์ทางการ" in page.locator(".demo").first.inner_text()
    assert "30 เมษายน 2568" in page.locator(".foot").inner_text()
    assert page.locator(".mark").first.is_visible()


@pytest.mark.parametrize("path", ["2568/", "2568/o9/", "2568/due/", "divisions/revenue/"])
def test_a_late_item_is_told_on_the_first_screen(page: Page, address: str, path: str) -> None:
    """What is late and how many days, on the checklist, its own page and its owner's."""
    page.goto(f"{address}/{path}")
    state = page.locator("[data-state]")
    assert state.inner_text().startswith("ค้าง 1 ")
    assert "13 วัน" in state.inner_text()
    box = state.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 900


def test_home_says_what_is_late(page: Page, address: str) -> None:
    """With a link to it."""
    page.goto(address)
    state = page.locator("[data-state]")
    assert "ค้าง 1 ข้อ: O9" in state.inner_text()
    state.get_by_role("link").first.click()
    page.wait_for_url(f"{address}/2568/o9/")


def test_what_staff_have_to_do_is_folded_away_from_the_public(page: Page, address: str) -> None:
    """Whoever needs it opens it, without script too."""
    page.goto(f"{address}/2568/o9/")
    remedy = page.get_by_text("โปรดเผยแพร่ข้อมูลที่ค้าง")
    assert not remedy.is_visible()
    page.locator("#dossier > summary").click()
    assert remedy.is_visible()


@pytest.mark.parametrize("path", ["", "2568/", "2568/o9/", "2568/due/", "divisions/revenue/"])
def test_who_is_said_to_be_late_in_a_demonstration_is_said_to_be_a_sample(
    page: Page, address: str, path: str
) -> None:
    """In the same breath, so that a picture of it says so too."""
    page.goto(f"{address}/{path}")
    assert "ตัวอย่าง" in page.locator("[data-state]").inner_text()


def test_people_get_from_home_to_an_item_and_its_file_in_two_taps(page: Page, address: str) -> None:
    """The newest month is open, and its file lies beside its item under its own name."""
    page.goto(address)
    page.get_by_role("link", name="ดูการจัดซื้อจัดจ้าง").click()
    page.wait_for_url("**/2568/o15/")
    link = page.locator(".files a", has_text="เดือนมีนาคม 2568").first
    assert link.is_visible()
    response = page.request.get(str(link.evaluate("link => link.href")))
    assert response.url == f"{address}/2568/o15/summary-2025-03.csv"
    assert response.ok
    assert response.body().startswith(b"\xef\xbb\xbf")
