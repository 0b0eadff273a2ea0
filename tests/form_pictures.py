"""Draws the form step by step for its guide, for `scripts/screenshots.py`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from helpers.driven_form import (
    SENT,
    begin_entry,
    choose_file,
    fill,
    send,
    sign_in,
    take_out_summary,
    use_file,
)
from pictures import save_picture
from screenshots import DAY, PICTURES
from training import training

_SIZE = (1100, 820)
_THAI = """
const letters = { unicodeRange: "U+0E00-0E7F" };
for (const family of ["Segoe UI", "Roboto", "Arial", "Helvetica"])
  for (const weight of ["400", "700"]) {
    const file = `url(/assets/fonts/sarabun-thai-${weight}-normal.woff2)`;
    document.fonts.add(new FontFace(family, file, { ...letters, weight }));
  }
"""
"""The form asks for fonts of the machine, which need not have Thai: the site's own stands in."""
_SETTLED = 500
"""Milliseconds until a window has stopped moving."""


def main() -> None:
    """From the list of items to what was sent."""
    site, chromium, tools = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = take_out_summary(Path(site), Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": _SIZE[0], "height": _SIZE[1]}, locale="th-TH")
        page.add_init_script(_THAI)
        with training(Path(site), Path(tools), sys.executable, DAY) as address:
            _draw(page, address, file)
        browser.close()


def _draw(page: Page, address: str, file: Path) -> None:
    sign_in(page, address)
    _save(page, "list")
    begin_entry(page)
    choose_file(page, file)
    expect(page.get_by_role("button", name="ใช้ไฟล์ที่เลือก")).to_be_enabled()
    _save(page, "file")
    use_file(page)
    fill(page)
    page.get_by_label("องค์ประกอบ").last.scroll_into_view_if_needed()
    _save(page, "entry")
    send(page)
    expect(page.get_by_text(SENT)).to_be_visible()
    expect(page.get_by_role("button", name="สถานะ")).to_be_visible()
    _save(page, "sent")


def _save(page: Page, step: str) -> None:
    page.wait_for_timeout(_SETTLED)
    save_picture(page, PICTURES / f"form-{step}.png")


if __name__ == "__main__":
    main()
