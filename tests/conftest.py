"""Settings for all tests, the fast ring, and the one browser of a worker."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from demonstration.shipped import why_left_out
from helpers.compiled_templates import keep_compiled_templates
from helpers.differences import explained
from helpers.support import ROOT

os.environ["OPENPYXL_LXML"] = "False"  # as in the process that reads evidence
os.environ.pop("CI", None)  # with it a build knows no cache; tests that mean it say so

FAST = ("unit", "rules", "golden", "demonstration", "test_architecture.py")
"""Below `tests/`: what needs neither a built site nor a browser; what is marked `slow` does not."""

LEFT_OUT = why_left_out(ROOT)
"""Why `tests/demonstration/` is no part of this run, where another office's records stand."""

keep_compiled_templates()
settings.register_profile(
    "steady",
    deadline=None,  # no wall-clock limits: a busy machine is no failure
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("ordinary", parent=settings.get_profile("steady"), max_examples=30)
settings.load_profile("steady" if "OIT_TOOLS" in os.environ else "ordinary")  # --full sets it


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `-m fast`, nothing else is even imported; nor is a demonstration that is not there."""
    below = collection_path.relative_to(Path(__file__).parent).parts
    if LEFT_OUT and below[:1] == ("demonstration",):
        return True
    is_asked = config.getoption("markexpr") == "fast"
    return True if is_asked and below and below[0] not in FAST else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out, and why."""
    if LEFT_OUT:
        terminalreporter.section("tests/demonstration")
        terminalreporter.write_line(LEFT_OUT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the fast ring."""
    for item in items:
        below = item.path.relative_to(Path(__file__).parent).parts
        if below[0] in FAST and not item.get_closest_marker("slow"):
            item.add_marker("fast")


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """A failure prints what differs, not two whole assessments."""
    return explained(left, right) if op == "==" else None


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
