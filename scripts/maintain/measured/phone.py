"""What a phone meets: the bytes of a first visit, and how long the first search blocks it."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maintain.grown.years import SAMPLE_YEAR
from setup.chromium import find_chromium
from setup.local_server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

_PAGES = {"home": "", "round": f"{SAMPLE_YEAR}/", "item": f"{SAMPLE_YEAR}/o15/"}
_QUERY = "procurement"
_SLOWER = 4
"""How many times slower than this machine the phone is."""
_WATCH = """
window.blocked = 0;
new PerformanceObserver(list => {
  for (const task of list.getEntries()) window.blocked = Math.max(window.blocked, task.duration);
}).observe({ type: "longtask" });
"""
_HIT = "#search-panel .hits a"
_SETTLED = 500
"""Milliseconds until the observer has told of the last task."""


def left_out() -> str:
    """Why nothing can be measured here: empty where it can."""
    if not find_spec("playwright"):
        return "Playwright is not installed; scripts/test.py sets it up."
    return "" if find_chromium() else "There is no Chromium here."


def phone_of(site: Path, turns: int) -> dict[str, list[float]]:
    """Kilobytes of the first visits, and of each turn the first search in milliseconds."""
    with serving(site) as address, _browser() as browser:
        visits = {
            f"first visit of {name}, kB": [_visit(browser, f"{address}/{page}")]
            for name, page in _PAGES.items()
        }
        searches = [_search(browser, address) for _ in range(turns)]
    longest, first = zip(*searches, strict=True)
    return {**visits, "longest blocked task, ms": [*longest], "first hit, ms": [*first]}


@contextmanager
def _browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def _phone(browser: "Browser") -> Iterator[tuple["Page", "CDPSession"]]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True)
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    context.close()


def _visit(browser: "Browser", address: str) -> float:
    """Kilobytes that come over the line."""
    arrived: list[float] = []

    def count(told: dict[str, Any]) -> None:
        arrived.append(told["encodedDataLength"])

    with _phone(browser) as (page, session):
        session.on("Network.loadingFinished", count)
        session.send("Network.enable")
        page.goto(address, wait_until="networkidle")
    return sum(arrived) / 1000


def _search(browser: "Browser", address: str) -> tuple[float, float]:
    """Milliseconds of the longest task, and from the last letter to the first hit."""
    with _phone(browser) as (page, session):
        page.goto(f"{address}/{_PAGES['round']}", wait_until="networkidle")
        session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        page.evaluate(_WATCH)
        page.locator("a.find").click()
        page.locator("#search-words").fill(_QUERY)
        begun = float(page.evaluate("performance.now()"))
        page.wait_for_selector(_HIT, timeout=120_000)
        hit = float(page.evaluate("performance.now()")) - begun
        page.wait_for_timeout(_SETTLED)
        return float(page.evaluate("window.blocked")), hit
