"""The round's page in a real browser: narrowed to a division, without script, and on paper."""

import io

import pypdf
from playwright.sync_api import Browser, Page, expect

ROWS = "tbody tr[data-owners]"


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
