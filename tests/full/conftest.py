"""What the checkers of others look at, and where they are; the form over a repository."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from helpers.builds import built
from helpers.edits import LATE_O9
from helpers.form_training import Training
from helpers.support import copy_sample, replace
from maintain.driven_form import DAY, RECORD, sign_in, take_out_summary
from maintain.training import training


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder of the checkers."""
    path = os.environ.get("OIT_TOOLS")
    if not path:
        pytest.skip("Node, npm or Java is not there: run python3 scripts/test.py --full")
    return Path(path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, with one item late."""
    root = copy_sample(tmp_path_factory.mktemp("full"))
    replace(*LATE_O9)(root)
    return built(root, OIT_GATE="report", OIT_AS_OF="2025-04-29")


@pytest.fixture
def learnt(tmp_path: Path) -> Iterator[Training]:
    """The sample site without the summary of March, ready for entries, with comments."""
    tools = os.environ.get("OIT_TRAINING")
    if not tools:
        pytest.skip("Node, npm or Git is not there: run python3 scripts/test.py --full")
    site = copy_sample(tmp_path)
    take_out_summary(site, tmp_path)
    replace(RECORD, "evidence:\n", "# หมายเหตุของฝ่าย\nevidence:  # ถึงเดือนล่าสุด\n")(site)
    with training(site, Path(tools), DAY) as address:
        yield Training(address, site)


@pytest.fixture
def said() -> list[str]:
    """What boxes of the browser said; each is answered with a yes."""
    return []


@pytest.fixture
def record(browser: Browser, learnt: Training, said: list[str]) -> Iterator[Page]:
    """O15 as the form shows it, with nothing begun."""
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()

    def answer(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.accept()

    page.on("dialog", answer)
    sign_in(page, learnt.address)
    page.get_by_role("link", name="O15 ").click()
    yield page
    page.context.close()
