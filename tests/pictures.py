"""Draws what `scripts/screenshots.py` asks for; Playwright and Pillow are in `.venv` alone."""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from screenshots import DAY, PAGES, PICTURES, SIZES
from setup.environment import ROOT

_COLOURS = 128
_SOCIAL = (1200, 630)
_SOCIAL_STYLE = """
  .md-tabs, .md-header, main > :not(.md-main__inner), .oit-home > :not(.oit-hero),
  .md-footer { display: none !important; }
  body { background: #0f4c5c; }
  .oit-hero h1, .oit-hero p { color: #fff !important; max-width: none !important; }
  .oit-hero { padding: 8rem 2rem 0 !important; font-size: 1.4rem; }
  .oit-hero h1 { font-size: 2.6rem !important; }
"""


def main() -> None:
    """Every page in every size, and the picture for links."""
    address, chromium = sys.argv[1:]
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for name, path in PAGES.items():
                target = PICTURES / f"{name}-{size}.png"
                _draw(browser, f"{address}/{path}", (width, height), target, "")
        _draw(browser, f"{address}/", _SOCIAL, ROOT / "docs/assets/social.png", _SOCIAL_STYLE)
        browser.close()


def _draw(browser: Browser, address: str, size: tuple[int, int], target: Path, style: str) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(f"{DAY}T05:00:00Z")
    page.goto(address, wait_until="networkidle")
    if style:
        page.add_style_tag(content=style)
    save_picture(page, target)
    context.close()


def save_picture(page: Page, target: Path) -> None:
    """What a page shows, small enough to be kept."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(_COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    main()
