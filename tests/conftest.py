"""Settings for all tests, and the one browser of a worker."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from helpers.compiled_templates import keep_compiled_templates

os.environ["OPENPYXL_LXML"] = "False"  # as in the process that reads evidence

keep_compiled_templates()
settings.register_profile(
    "steady",
    deadline=None,  # no wall-clock limits: a busy machine is no failure
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `scripts/test.py` found."""
    path = os.environ.get("OIT_CHROMIUM")
    assert path, "เรียกผ่าน python3 scripts/test.py (OIT_CHROMIUM is set by scripts/test.py)"
    assert Path(path).is_file()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
