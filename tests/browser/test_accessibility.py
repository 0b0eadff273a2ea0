"""WCAG 2.2 AA on every kind of page: by axe-core, and what axe cannot see."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from helpers.search_box import asked, open_search
from helpers.site_kinds import kinds_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}
"""Axe describes each element that passes, too, unless it is told what is wanted."""
ON_THE_DAY, AFTER_A_DEADLINE = "2025-04-29T05:00:00Z", "2025-06-01T05:00:00Z"
JUDGING = ("", "en/", "2568/", "2568/due/", "2568/o9/", "2568/o13/", "2568/o15/", "2568/o22/")
"""Pages with marks of every colour while a round is open."""
READERS = [
    ("light", 360),
    ("dark", 1280),
    pytest.param(("dark", 360), marks=pytest.mark.full),
    pytest.param(("light", 1280), marks=pytest.mark.full),
]


@pytest.fixture(params=READERS, ids=str)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A reader with a palette and a width; axe is let in past the site's policy."""
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    context.clock.set_fixed_time(ON_THE_DAY)
    yield context
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds: rule, and where."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{finding['id']}: {node['html'][:120]}" for finding in found for node in finding["nodes"]
    ]


def opened(page: Page, address: str) -> Page:
    """A page with all that is folded open."""
    page.goto(address)
    page.eval_on_selector_all("details", "all => all.forEach(part => { part.open = true; })")
    return page


def test_axe_finds_nothing_on_any_kind_of_page(
    context: BrowserContext, late_site: Path, address: str
) -> None:
    """With folded parts open, in both palettes, on a phone and on a desktop."""
    page = context.new_page()
    for path in kinds_of(late_site):
        assert violations(opened(page, f"{address}/{path}")) == [], path


@pytest.mark.parametrize("now", [ON_THE_DAY, AFTER_A_DEADLINE], ids=["of today", "aged"])
def test_axe_finds_nothing_where_statuses_have_colours(
    context: BrowserContext, late_open_round: str, now: str
) -> None:
    """In an open round: late, soon and waiting; and neutral once the page has aged."""
    context.clock.set_fixed_time(now)
    page = context.new_page()
    for path in JUDGING:
        assert violations(opened(page, f"{late_open_round}/{path}")) == [], path


def test_axe_sees_what_is_wrong(context: BrowserContext, address: str) -> None:
    """The judge of these tests is no blind one: pale words on white."""
    page = context.new_page()
    page.goto(address)
    page.add_style_tag(content="main p { color: #bbb !important; background: #fff !important; }")
    assert any(found.startswith("color-contrast") for found in violations(page))


def test_axe_finds_nothing_in_the_open_search(context: BrowserContext, address: str) -> None:
    """With hits on the screen."""
    page = context.new_page()
    page.goto(address)
    open_search(page)
    assert asked(page, "จัดซื้อ")
    assert violations(page) == []


def sideways(page: Page) -> int:
    """By how many pixels a page is wider than its screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_no_page_scrolls_sideways_on_the_narrowest_screen(
    browser: Browser, late_site: Path, address: str
) -> None:
    """WCAG 1.4.10: 320 pixels, with what is folded shut and open."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    for path in kinds_of(late_site):
        page.goto(f"{address}/{path}")
        assert sideways(page) <= 0, path
        assert sideways(opened(page, f"{address}/{path}")) <= 0, path
    page.close()


def test_letters_of_twice_the_size_make_no_page_scroll_sideways(
    browser: Browser, late_site: Path, address: str
) -> None:
    """WCAG 1.4.4."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for path in kinds_of(late_site):
        page.goto(f"{address}/{path}")
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        assert sideways(page) <= 0, path
    page.close()


WIDER = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""


def test_letters_and_lines_may_be_set_wider(
    browser: Browser, late_site: Path, address: str
) -> None:
    """WCAG 1.4.12, on the narrowest screen."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    page = context.new_page()
    for path in kinds_of(late_site):
        page.goto(f"{address}/{path}")
        page.add_style_tag(content=WIDER)
        assert sideways(page) <= 0, path
    context.close()


_FOCUSED = """() => {
  const stop = document.activeElement, box = stop.getClientRects()[0];
  const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    name: stop.outerHTML.slice(0, 100),
    isMarked: getComputedStyle(stop).outlineStyle !== 'none',
    isSeen: stop.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    isUncovered: Boolean(above) && (stop.contains(above) || above.contains(stop)),
    isWithin: box.left >= 0 && box.right <= innerWidth,
  };
}"""
_MOVING = """() => {
  const lasts = (text) => text.split(',').some((part) => parseFloat(part) > 0.01);
  return [...document.querySelectorAll('*')].filter((part) => {
    const style = getComputedStyle(part);
    return lasts(style.transitionDuration) || lasts(style.animationDuration);
  }).map((part) => part.className.toString());
}"""
_SMALL = """() =>
  [...document.querySelectorAll('a[href], button, select, summary, input:not([type=hidden])')]
    .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((part) => [part.getBoundingClientRect(), part.outerHTML.slice(0, 100)])
    .filter(([box]) => box.right > 0 && box.width && box.height < 24)
"""
MOST_STOPS = 400


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """How each place looks to which Tab goes, until it leaves the page."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return
        yield page.evaluate(_FOCUSED)


@pytest.mark.parametrize("path", ["", "2568/o15/", "2568/o13/", "divisions/", "guide/form/"])
@pytest.mark.parametrize("scripts", ["**/no-such-script.js", "**/*.js"], ids=["with", "without"])
def test_a_keyboard_reaches_the_content_first_and_sees_where_it_is(
    browser: Browser, address: str, scripts: str, path: str
) -> None:
    """WCAG 2.4.1, 2.4.7, 2.4.11: what has focus is marked and not covered, script or none."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.route(scripts, lambda route: route.abort())
    page.goto(f"{address}/{path}")
    first, *others = stops(page)
    assert 'class="skip"' in first["name"]
    assert 10 < len(others) < MOST_STOPS - 1
    assert [stop for stop in others if False in stop.values()] == []
    page.close()


def test_who_skips_is_at_the_content(page: Page, address: str) -> None:
    """The next Tab goes to its first link."""
    page.goto(f"{address}/2568/o15/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main a:focus")).to_have_count(1)


def test_who_asks_for_less_motion_gets_none(browser: Browser, address: str) -> None:
    """WCAG 2.3.3, by the setting of the reader's own system."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for path in ("2568/", "guide/form/"):
        page.goto(f"{address}/{path}")
        assert page.evaluate(_MOVING) == [], path
    context.close()


def test_what_people_tap_is_large_enough(browser: Browser, late_site: Path, address: str) -> None:
    """WCAG 2.5.8: 24 pixels high, even where a link stands in a sentence."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    for path in kinds_of(late_site):
        assert opened(page, f"{address}/{path}").evaluate(_SMALL) == [], path
    page.close()
