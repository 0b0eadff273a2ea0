"""Draw the pictures of the README and the guide again.

They show the site of an invented office, as on a day when one item is late, and go into
`docs/assets/pictures/`. Those of the desk and of the form belong to the engine's guide; those of
the form are drawn where Node and Git are there.
"""

import argparse
import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from maintain import driven_desk, driven_form
from maintain.copies import SAMPLE
from maintain.driven_form import DAY
from maintain.late_day import late_site
from maintain.training import training
from setup.chromium import chromium_or_exit
from setup.environment import ROOT
from setup.local_server import serving
from setup.node_tools import TRAINING, install

PICTURES = ROOT / "docs/assets/pictures"
GUIDE_PICTURES = ROOT / "hooks/oit/theme/assets/pictures"
PAGES = {"home": "", "round": "2568/", "item-current": "2568/o13/", "item-late": "2568/o15/"}
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
_COLOURS = 128
_FORM = (1100, 820)
_DESK = (1100, 900)
_FORM_FONTS = """
const letters = { unicodeRange: "U+0E00-0E7F" };
for (const family of ["Segoe UI", "Roboto", "Arial", "Helvetica"])
  for (const weight of ["400", "700"]) {
    const file = `url(/assets/fonts/sarabun-thai-${weight}-normal.woff2)`;
    document.fonts.add(new FontFace(family, file, { ...letters, weight }));
  }
"""
"""The form asks for fonts of the machine, which need not have Thai: the site's own stands in."""
_THAI_LOADED = """() => document.fonts.ready.then(() => [...document.fonts].some(
  (font) => font.status === "loaded" && /U\\+0?E0/i.test(font.unicodeRange)))"""
_SETTLED = 500
"""Milliseconds until a window has stopped moving."""


def main() -> int:
    """Build the site, then draw its pages, the desk and, where Node is there, the form."""
    argparse.ArgumentParser(prog="run.py screenshots", description=__doc__).parse_args()
    chromium = chromium_or_exit(sys.executable)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "copy"
        summary = late_site(site, SAMPLE)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with serving(site / "site") as address:
            _draw_pages(browser, address)
        _draw_desk(browser, site, summary)
        if tools := install(TRAINING):
            _draw_form(browser, site, tools, summary)
        browser.close()
    return 0


def _draw_pages(browser: Browser, address: str) -> None:
    """Every page in every size."""
    for size, room in SIZES.items():
        for name, path in PAGES.items():
            _draw_page(browser, f"{address}/{path}", room, PICTURES / f"{name}-{size}.png")


def _draw_page(browser: Browser, address: str, room: tuple[int, int], target: Path) -> None:
    context = browser.new_context(
        viewport={"width": room[0], "height": room[1]}, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(f"{DAY}T05:00:00Z")
    page.goto(address, wait_until="networkidle")
    _save(page, target)
    context.close()


def _draw_desk(browser: Browser, site: Path, summary: Path) -> None:
    """The desk step by step: an entry that is typed, what arrived, and the look before sending."""
    page = browser.new_page(viewport={"width": _DESK[0], "height": _DESK[1]}, locale="th-TH")
    with driven_desk.desk(site) as address:
        page.goto(address)
        driven_desk.begin_none(page)
        _save(page, GUIDE_PICTURES / "desk-entry.png", page.locator(".right"))
        driven_desk.choose_files(page, driven_desk.came(site, summary))
        _save(page, GUIDE_PICTURES / "desk-arrived.png", page.locator(".left"))
        driven_desk.look_again(page)
        _save(page, GUIDE_PICTURES / "desk-check.png", page.locator("main"))
    page.close()


def _draw_form(browser: Browser, site: Path, tools: Path, summary: Path) -> None:
    """The form step by step for its guide, from the list of items to what was sent."""
    page = browser.new_page(viewport={"width": _FORM[0], "height": _FORM[1]}, locale="th-TH")
    page.add_init_script(_FORM_FONTS)
    with training(site, tools, DAY) as address:
        driven_form.sign_in(page, address)
        _save_step(page, "list")
        driven_form.begin_entry(page)
        driven_form.say_what_for(page)
        driven_form.choose_file(page, summary)
        expect(page.get_by_role("button", name=driven_form.LABELS["use-file"])).to_be_enabled()
        _save_step(page, "file")
        driven_form.use_file(page)
        _draw_entry(page)


def _draw_entry(page: Page) -> None:
    driven_form.fill(page)
    last = page.get_by_label(driven_form.LABELS["published"]).last
    last.evaluate("(field) => field.scrollIntoView({ block: 'end' })")
    _save_step(page, "entry")
    driven_form.send(page)
    expect(page.get_by_text(driven_form.SENT)).to_be_visible()
    expect(page.get_by_role("button", name=driven_form.LABELS["status"])).to_be_visible()
    _save_step(page, "sent")


def _save_step(page: Page, step: str) -> None:
    page.wait_for_timeout(_SETTLED)
    _save(page, GUIDE_PICTURES / f"form-{step}.png")


def shows_thai(page: Page) -> bool:
    """Whether a page has loaded a font with Thai letters, which the machine may lack."""
    return bool(page.evaluate(_THAI_LOADED))


def _save(page: Page, target: Path, part: Locator | None = None) -> None:
    """What a page or a part of it shows, small enough. Raises `ValueError` where it has no Thai."""
    if not shows_thai(page):
        raise ValueError(f"{target.name}: no font with Thai letters is loaded")
    picture = Image.open(io.BytesIO((part or page).screenshot())).convert("RGB")
    picture.quantize(_COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
