"""The site of another office on its first days, in a real Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from helpers.builds import built
from helpers.other_office import DAY, other_office
from helpers.support import serving, tree


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built."""
    return built(other_office(tmp_path_factory.mktemp("other")), **DAY)


@pytest.fixture(scope="module")
def empty_address(empty_site: Path) -> Iterator[str]:
    """Its address on this machine."""
    with serving(empty_site) as address:
        yield address


def paths_of(site: Path) -> list[str]:
    """The address of every page, that of the form too."""
    return [
        path.removesuffix("index.html")
        for path in tree(site)
        if path.rpartition("/")[2] == "index.html"
    ]


def troubles_of(page: Page) -> list[str]:
    """What goes wrong on a page from now on: warnings, errors, requests without an answer."""
    trouble: list[str] = []
    bad = ("error", "warning")
    page.on("console", lambda said: trouble.append(said.text) if said.type in bad else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("response", lambda one: trouble.append(one.url) if one.status >= 400 else None)
    return trouble


@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_opens_without_an_error_and_fits(
    browser: Browser, empty_site: Path, empty_address: str, width: int
) -> None:
    """On a phone and at a desk; nothing is wider than the window."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    trouble = troubles_of(page)
    for path in paths_of(empty_site):
        page.goto(f"{empty_address}/{path}", wait_until="networkidle")
        assert trouble == [], path
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, path
    page.close()
