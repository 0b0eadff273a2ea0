"""The form names a file as `oit add` does, and sees in its old name what the gate's reader sees."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from helpers.file_names import MONTHS, NAMINGS, Naming
from helpers.support import ROOT
from oit.evidence.named_periods import names_others
from oit.evidence.period_labels import labelled_periods
from oit.periods import parse_period

PERIODS = ("2025-03", "2025-02", "FY2568-Q2", "FY2568-Q1", "FY2568-H1", "FY2568-H2", "FY2568")


@pytest.fixture(scope="module")
def names(browser: Browser) -> Iterator[Page]:
    """A page with the names of the form and nothing else of it."""
    page = browser.new_page()
    page.add_script_tag(path=ROOT / "hooks/oit/theme/admin/evidence-names.js")
    yield page
    page.close()


@pytest.mark.parametrize("case", NAMINGS, ids=lambda case: case.name)
def test_a_file_gets_the_name_that_the_command_gives_it(names: Page, case: Naming) -> None:
    """One table of examples, of which the command has a test too."""
    entries = [
        {"for": "monthly-summary", "file": file, "periods": [period], "published": "2025-01-01"}
        for file, period in case.known
    ]
    asked: dict[str, object] = {"source": case.source, "known": entries, "taken": case.taken}
    asked |= {"requirement": "monthly-summary", "period": "2025-03"}
    assert names.evaluate("(asked) => oitEvidenceNames.named(asked)", asked) == case.name


def test_a_file_of_no_period_is_named_after_its_requirement_alone(names: Page) -> None:
    """So is one of another requirement than its forerunners."""
    asked: dict[str, object] = {
        "source": "แผน.pdf",
        "requirement": "plan",
        "period": None,
        "known": [],
        "taken": [],
    }
    assert names.evaluate("(asked) => oitEvidenceNames.named(asked)", asked) == "plan.pdf"


@pytest.mark.parametrize(("name", "month"), MONTHS.items())
def test_the_month_in_a_name_is_seen(names: Page, name: str, month: str | None) -> None:
    """It may keep silent; what it sees, the gate's reader sees too, and nothing else."""
    assert names.evaluate("(name) => oitEvidenceNames.monthNamed(name)", name) == month
    if month:
        assert labelled_periods(name.rpartition(".")[0]) == {month}


@pytest.mark.parametrize("name", [name for name, month in MONTHS.items() if month])
def test_another_month_is_told_where_the_command_tells_it(names: Page, name: str) -> None:
    """By all lengths of periods; a month without a year may be of any."""
    named = labelled_periods(name.rpartition(".")[0])
    for period in PERIODS:
        asked = [name, [period]]
        told = names.evaluate(
            "([name, periods]) => oitEvidenceNames.otherMonth(name, periods)", asked
        )
        assert bool(told) == names_others((parse_period(period),), named), period
