"""An auditor's program agrees with the library on the shipped site."""

import pytest

from helpers.auditors import check_agreement
from helpers.support import ROOT, as_of
from oit.assessment.assess import assess
from oit.records.load import load_site
from oit.records.site import Site


@pytest.fixture(scope="module")
def shipped() -> Site:
    """The records of this repository."""
    return load_site(ROOT)


@pytest.mark.parametrize("day", ["2024-12-20", "2025-03-04", "2025-05-20", "2026-01-15"])
def test_an_auditors_program_agrees(shipped: Site, day: str) -> None:
    """Every status, deadline, state and score, from `policy.json` and `events.json` alone."""
    check_agreement(assess(shipped, as_of(day)))
