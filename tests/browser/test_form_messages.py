"""What the form says beside a field that is to be corrected."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from helpers.form_backend import FormBackend
from helpers.support import copy_sample


def test_small_letters_that_are_asked_for_are_shown_small(
    browser: Browser, open_round: str, tmp_path: Path
) -> None:
    """Decap CMS sets its messages in capitals, and so asked for `A–Z` in small letters."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    FormBackend(copy_sample(tmp_path)).serve(page)
    page.goto(f"{open_round}/admin/#/collections/oit-2568/entries/o15?entry=1&field=section")
    page.get_by_role("button", name="เข้าสู่ระบบ").click()
    page.get_by_label("หัวข้อในหน้า").fill("ประกาศ")
    page.get_by_role("button", name="ส่งเข้าระบบ").click()
    told = page.get_by_text("หัวข้อในหน้า ต้องแก้ไข")
    expect(told).to_contain_text("ใช้อักษร a–z ตัวเล็ก")
    expect(told).to_have_css("text-transform", "none")
    page.close()
