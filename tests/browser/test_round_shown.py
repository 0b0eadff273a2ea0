"""The round's page in a real browser: narrowed to a division, without script, and on paper."""

import io

import pypdf
from playwright.sync_api import Browser, Page, expect

ROWS = "tbody tr[data-owners]"
IN_TIME = "2025-04-29T05:00:00Z"
"""A moment on which no deadline has passed."""
LINES = ".oit-filterable [data-owners]:visible"


def test_the_checklist_narrows_to_a_division_and_the_address_keeps_it(
    page: Page, address: str
) -> None:
    """What is counted is shown; a heading without rows is hidden; the choice can be sent."""
    page.goto(f"{address}/2568/")
    page.get_by_label("หน่วยงาน").select_option("finance")
    shown = page.locator(f"{ROWS}:visible")
    assert all("finance" in (row.get_attribute("data-owners") or "") for row in shown.all())
    expect(page.locator("form.filter output")).to_have_text(f"แสดง {shown.count()} จาก 22 ข้อ")
    assert page.locator("tr.group:visible").count() < page.locator("tr.group").count()
    assert page.url.endswith("?owners=finance")
    page.reload()
    expect(page.get_by_label("หน่วยงาน")).to_have_value("finance")


def test_the_checklist_narrows_without_script(browser: Browser, address: str) -> None:
    """The style alone hides what is another division's."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/2568/")
    page.get_by_label("หน่วยงาน").select_option("schools")
    assert 0 < page.locator(f"{ROWS}:visible").count() < 22
    context.close()


def test_the_deadlines_narrow_to_a_division(plain_page: Page, open_round: str) -> None:
    """With script or without; a day on which it owes nothing is not shown."""
    page = plain_page
    page.clock.set_fixed_time(IN_TIME)
    page.goto(f"{open_round}/2568/due/")
    page.locator("details").evaluate_all("all => all.forEach(part => { part.open = true; })")
    days = page.locator("[data-oit-group]:visible")
    before = days.count()
    page.get_by_label("หน่วยงาน").select_option("schools")
    owners = [line.get_attribute("data-owners") or "" for line in page.locator(LINES).all()]
    assert owners
    assert all("schools" in named.split() for named in owners)
    assert 0 < days.count() < before


def test_the_page_of_a_division_leads_to_its_own_deadlines(new_page: Page, open_round: str) -> None:
    """All of them, and none of another's."""
    new_page.clock.set_fixed_time(IN_TIME)
    new_page.goto(f"{open_round}/divisions/finance/")
    new_page.get_by_role("link", name="กำหนดทั้งหมดของหน่วยงานนี้").click()
    expect(new_page.get_by_label("หน่วยงาน")).to_have_value("finance")
    all_, shown = new_page.locator(".oit-filterable [data-owners]"), new_page.locator(LINES)
    assert 0 < shown.count() < all_.count()


def test_the_checklist_prints_on_one_landscape_page(page: Page, address: str) -> None:
    """With every item by its official title, for the wall and the file."""
    page.goto(f"{address}/2568/")
    (sheet,) = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert sheet.mediabox.width > sheet.mediabox.height


def test_nothing_scrolls_sideways_on_a_small_phone(page: Page, address: str) -> None:
    """Home and the round, in both languages, at 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("", "en/", "2568/", "en/2568/"):
        page.goto(f"{address}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
