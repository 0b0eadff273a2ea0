"""The sample site in a real Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from helpers.builds import built
from helpers.edits import LATE_O9
from helpers.support import copy_sample, replace, serving


@pytest.fixture(scope="session")
def late_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built with one item late."""
    site = copy_sample(tmp_path_factory.mktemp("browser"))
    replace(*LATE_O9)(site)
    return built(site, OIT_GATE="report")


@pytest.fixture(scope="session")
def address(late_site: Path) -> Iterator[str]:
    """Its address on this machine."""
    with serving(late_site) as address:
        yield address


@pytest.fixture(scope="session")
def open_round(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the sample site, in order, on a day on which its round is open for long."""
    site = copy_sample(tmp_path_factory.mktemp("open"))
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2026-03-31")(site)
    with served_as_of(site, "2025-04-29") as address:
        yield address


@pytest.fixture(scope="session")
def closing_round(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the sample site on the day before its round closes, on 30 April 2025."""
    with served_as_of(copy_sample(tmp_path_factory.mktemp("closing")), "2025-04-29") as address:
        yield address


@pytest.fixture(scope="session")
def late_open_round(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site of that day with one item late."""
    site = copy_sample(tmp_path_factory.mktemp("late-open"))
    replace(*LATE_O9)(site)
    with served_as_of(site, "2025-04-29", OIT_GATE="report") as address:
        yield address


@contextmanager
def served_as_of(site: Path, day: str, **settings: str) -> Iterator[str]:
    """A site, built as on a day."""
    with serving(built(site, OIT_AS_OF=day, **settings)) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def plain_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with script, and one without."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """The page of a reader with script, who goes from test to test of a file.

    A new page costs Chromium as much as two visits: only who leaves something behind, such as a
    setting that is kept or a view for print, takes `new_page`.
    """
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Page]:
    """The page of a reader with script who was never here."""
    page = browser.new_page()
    yield page
    page.close()
