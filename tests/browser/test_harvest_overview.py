"""The overview of a harvest stands alone, and everybody can read it."""

from collections.abc import Iterator
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from helpers.harvest_sites import made_site
from oit.audit.harvest.overview import overview_page

READERS = [(scheme, width) for scheme in ("light", "dark") for width in (360, 1280)]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG = "สำนักงานเขตที่มีชื่อยาวมาก" * 5


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with every kind of site."""
    sites = [
        made_site("punctual"),
        made_site("late", late=3, days=12, stale=2),
        made_site("unknown", fault="harvest.no-year"),
        made_site("twice", fault="harvest.office-repeated", title=LONG),
        made_site("sample", mode="demonstration"),
        made_site("x" * 60, title="<img src=https://x.example/y onerror=alert(1)>"),
    ]
    file = tmp_path_factory.mktemp("overview") / "index.html"
    file.write_bytes(overview_page(sites, date(2025, 4, 30)))
    return file.as_uri()


@pytest.fixture(params=READERS, ids=str)
def page(browser: Browser, request: pytest.FixtureRequest, overview: str) -> Iterator[Page]:
    """The page for a reader with a palette and a width; axe is let in past its policy."""
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(overview)
    yield page
    context.close()


def test_axe_finds_nothing_and_nothing_is_cut_off(page: Page) -> None:
    """In both palettes, on a phone and on a desktop, with names of any length."""
    found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]}).response
    assert [finding["id"] for finding in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_comes_from_elsewhere_and_nothing_runs(browser: Browser, overview: str) -> None:
    """One file: what an index holds is text, and the policy of the page refuses all else."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(overview)
    loaded = page.evaluate("document.fonts.ready.then(all => [...all].map(font => font.status))")
    assert "loaded" in loaded
    assert [url for url in asked if not url.startswith("data:font/")] == [overview]
    assert told == []
    assert page.locator("img, script, iframe").count() == 0
    context.close()


def test_a_red_site_is_told_in_words(page: Page) -> None:
    """Colour alone says nothing; its figures say of which day they are."""
    row = page.locator("tr.red").first
    assert "ต้องตรวจสอบ" in row.inner_text()
    assert "ข้อมูลเดิม ณ วันที่ 30 เมษายน 2568" in row.inner_text()
