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
    from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

_PAGES = {"home": "", "round": f"{SAMPLE_YEAR}/", "item": f"{SAMPLE_YEAR}/o15/"}
_SCREEN: "ViewportSize" = {"width": 390, "height": 844}
_QUERY = "procurement"
_SLOWER = 4
"""How many times slower than this machine the phone is."""
_WATCH = """
window.seen = { longest: 0, tapped: 0, hit: 0 };
addEventListener("pointerdown", event => { seen.tapped ||= event.timeStamp; }, true);
new PerformanceObserver(list => {
  for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
}).observe({ type: "longtask" });
new MutationObserver(() => {
  if (document.querySelector("#search-panel .hits a")) seen.hit ||= performance.now();
}).observe(document.querySelector("#search-panel .hits"), { childList: true });
"""
"""What the page notes of itself: to ask it from outside while it works would be work of its own."""
_IS_SHOWN = "() => seen.hit"
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
            f"first visit of {name}, KB": [_visit(browser, f"{address}/{page}")]
            for name, page in _PAGES.items()
        }
        searches = [first_search(browser, address) for _ in range(turns)]
    longest, first = zip(*searches, strict=True)
    return {**visits, "longest blocked task, ms": [*longest], "first hit, ms": [*first]}


def first_search(browser: "Browser", address: str) -> tuple[float, float]:
    """Milliseconds of the longest task, and from the tap that opens the search to the first hit.

    The phone is slow once the page is there. Chromium slows the page's own thread alone.
    """
    with _phone(browser) as (page, session):
        page.goto(f"{address}/{_PAGES['round']}", wait_until="networkidle")
        tool = page.locator("a.find").bounding_box()
        assert tool  # noqa: S101 -- every page of a phone has it
        page.evaluate(_WATCH)
        session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        page.touchscreen.tap(tool["x"] + tool["width"] / 2, tool["y"] + tool["height"] / 2)
        page.keyboard.insert_text(_QUERY)
        page.wait_for_timeout(_SETTLED)
        page.wait_for_function(_IS_SHOWN, timeout=120_000)
        page.wait_for_timeout(_SETTLED)
        seen = page.evaluate("seen")
    return seen["longest"], seen["hit"] - seen["tapped"]


@contextmanager
def _browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def _phone(browser: "Browser") -> Iterator[tuple["Page", "CDPSession"]]:
    context = browser.new_context(viewport=_SCREEN, is_mobile=True, has_touch=True)
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    context.close()


def _visit(browser: "Browser", address: str) -> float:
    """Kilobytes (of 1,024) that come over the line."""
    arrived: list[float] = []

    def count(told: dict[str, Any]) -> None:
        arrived.append(told["encodedDataLength"])

    with _phone(browser) as (page, session):
        session.on("Network.loadingFinished", count)
        session.send("Network.enable")
        page.goto(address, wait_until="networkidle")
    return sum(arrived) / 1024
