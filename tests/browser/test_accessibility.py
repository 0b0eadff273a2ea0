"""WCAG 2.2 AA on every kind of page: by axe-core, and what axe cannot see."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from helpers.site_kinds import kinds_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}
"""Axe describes each element that passes, too, unless it is told what is wanted."""
ON_THE_DAY = "2025-04-29T05:00:00Z"


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


def test_axe_finds_nothing_on_any_kind_of_page(
    context: BrowserContext, late_site: Path, address: str
) -> None:
    """Previews opened, in both palettes, on a phone and on a desktop."""
    page = context.new_page()
    for path in kinds_of(late_site):
        page.goto(f"{address}/{path}")
        page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
        assert violations(page) == [], path


def test_axe_finds_nothing_in_the_open_search(context: BrowserContext, address: str) -> None:
    """With hits on the screen."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.getElementById('__search').click()")
    page.locator(".md-search__input").fill("จัดซื้อ")
    page.locator(".md-search-result__item").first.wait_for()
    assert violations(page) == []


WIDER = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""


@pytest.mark.parametrize(
    ("width", "zoom"), [(320, 1), (1280, 2)], ids=["320 pixels", "text of twice the size"]
)
def test_no_page_scrolls_sideways(
    browser: Browser, late_site: Path, address: str, width: int, zoom: int
) -> None:
    """WCAG 1.4.10 and 1.4.4: wide tables scroll within their own frame."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in kinds_of(late_site):
        page.goto(f"{address}/{path}")
        page.evaluate(
            "zoom => { document.documentElement.style.fontSize = `${125 * zoom}%`; }", zoom
        )
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, path
    page.close()


def test_letters_and_lines_may_be_set_wider(
    browser: Browser, late_site: Path, address: str
) -> None:
    """WCAG 1.4.12, on the narrowest screen."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    page = context.new_page()
    for path in kinds_of(late_site):
        page.goto(f"{address}/{path}")
        page.add_style_tag(content=WIDER)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, path
    context.close()


def test_the_script_takes_no_focus_from_who_has_come_to_the_search_meanwhile(
    browser: Browser, address: str
) -> None:
    """It is loaded by the first key, which may be the Tab that began the way there."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    held: list[Route] = []
    page.route("**/bundle*.js", lambda route: held.append(route))
    page.goto(f"{address}/2568/o15/")
    box = page.locator("#oit-query")
    for _ in range(6):
        if not page.evaluate("document.activeElement.matches('#oit-query')"):
            page.keyboard.press("Tab")
    expect(box).to_be_focused()
    (script,) = held
    with page.expect_response("**/bundle*.js"):
        script.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    expect(box).to_be_focused()
    page.close()


_FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const header = document.querySelector('.md-header').getBoundingClientRect();
  const ownMark = one.matches('.md-option, .md-search__input');
  return {
    name: one.outerHTML.slice(0, 100),
    marked: ownMark || getComputedStyle(one).outlineStyle !== 'none',
    seen: one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    covered: !one.closest('.md-header') && box.bottom <= header.bottom && box.bottom > 0,
  };
}"""
_MOVING = """() => {
  const lasts = (text) => text.split(',').some((part) => parseFloat(part) > 0.01);
  return [...document.querySelectorAll('*')].filter((one) => {
    const style = getComputedStyle(one);
    return lasts(style.transitionDuration) || lasts(style.animationDuration);
  }).map((one) => one.className.toString());
}"""
_SMALL = """() => {
  const tapped = 'button, select, summary, .oit-list > li > a, .oit-around a';
  return [...document.querySelectorAll(tapped)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 100)])
    .filter(([box]) => box.width && box.height < 24);
}"""


@pytest.mark.parametrize("scripts", ["**/no-such-script.js", "**/*.js"], ids=["with", "without"])
def test_a_keyboard_reaches_the_content_first_and_sees_where_it_is(
    browser: Browser, address: str, scripts: str
) -> None:
    """WCAG 2.4.1, 2.4.7, 2.4.11: what has focus is marked and not covered, script or none."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.route(scripts, lambda route: route.abort())
    page.goto(f"{address}/2568/o15/")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Tab")
    for _ in range(40):
        seen = page.evaluate(_FOCUSED)
        assert seen["marked"], seen
        assert seen["seen"], seen
        assert not seen["covered"], seen
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            page.keyboard.press("Tab")
            assert "md-skip" in page.evaluate("document.activeElement.className")
            break
    page.close()


def test_what_has_the_focus_within_a_wide_table_is_wholly_in_sight(
    browser: Browser, address: str
) -> None:
    """The grid of divisions scrolls on a phone."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{address}/divisions/")
    links = page.locator(".oit-grid thead a")
    links.first.focus()
    for _ in range(links.count() - 1):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
              const link = document.activeElement, frame = link.closest('.oit-scroll');
              return link.getBoundingClientRect().right - frame.getBoundingClientRect().right;
            }"""
        )
        assert hidden <= 0
    page.close()


def test_who_asks_for_less_motion_gets_none(browser: Browser, address: str) -> None:
    """WCAG 2.3.3, by the setting of the reader's own system."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/2568/")
    assert page.evaluate(_MOVING) == []
    context.close()


def test_what_people_tap_is_large_enough(browser: Browser, address: str) -> None:
    """WCAG 2.5.8: 24 pixels, save links within a sentence."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    for path in ("", "2568/", "2568/o15/"):
        page.goto(f"{address}/{path}")
        assert page.evaluate(_SMALL) == [], path
    page.close()
