"""An auditor's program agrees with the library on the day of the documents, whatever the site."""

from pathlib import Path

import pytest

from helpers.auditors import check_agreement, verified
from helpers.edits import O1
from helpers.support import SAMPLE, Edit, as_of, copy_site, replace
from oit.assessment.assess import assess
from oit.records.load import load_site
from oit.records.site import Site

DAYS = ("2024-10-15", "2024-12-30", "2025-03-04", "2025-04-30", "2025-07-20", "2026-01-15")


@pytest.fixture(scope="module")
def sample() -> Site:
    """The site of an invented office with 22 items."""
    return load_site(SAMPLE)


@pytest.mark.parametrize("day", DAYS)
def test_it_agrees_on_the_sample_office(sample: Site, day: str) -> None:
    """Every status, deadline, state and score, from the opening of the round to its end."""
    assessment = assess(sample, as_of(day))
    check_agreement(assessment)
    assert verified(assessment) == []


FAULTS: dict[str, Edit] = {
    "none": replace(O1, "item: O1", "item: O1"),
    "an unknown kind": replace(O1, "  - kind: none\n", "  - kind: nothing\n"),
    "a file that is absent": replace(O1, "file: scores.csv", "file: absent.csv"),
    "a period that has not begun": replace(O1, "periods: [2025-03]", "periods: [2025-09]"),
    "a promise that is looser": replace(O1, "frequency: monthly", "frequency: annual"),
    "no update": replace(O1, "updated: 2025-04-18\n", ""),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("day", ["2025-03-20", "2025-05-20"])
def test_it_agrees_where_records_have_faults(tmp_path: Path, fault: str, day: str) -> None:
    """What has a fault fills nothing, and its item is invalid by the findings of the index."""
    site = copy_site("current", tmp_path)
    FAULTS[fault](site)
    assessment = assess(load_site(site), as_of(day))
    check_agreement(assessment)
    assert verified(assessment) == []
