"""The shipped round is in order, on every day of it and since."""

from datetime import date
from pathlib import Path

import pytest

from demonstration.shipped import YEAR
from helpers.commands import run
from helpers.oracle import Oracle
from helpers.support import CLOSED_TODAY, ROOT, judged
from oit.assessment.assess import assess
from oit.assessment.result import Today
from oit.assessment.statuses import Status
from oit.editing.front_matter import formatted
from oit.records.load import load_site
from oit.records.site import Site

RECORDS = sorted((ROOT / "oit_items").glob("*/O*/*.md"))
DAYS = range(date(2024, 10, 1).toordinal(), date(2025, 5, 2).toordinal())


@pytest.fixture(scope="module")
def site() -> Site:
    """What the office has written."""
    return load_site(ROOT)


@pytest.mark.slow
def test_it_is_in_order_on_every_day_but_the_one_it_was_late(site: Site) -> None:
    """February's revenue was published on 19 March, two days after its deadline."""
    failing = [
        day
        for day in map(date.fromordinal, DAYS)
        if assess(site, Today(day, is_set=True)).rounds[0].findings
    ]
    assert failing == [date(2025, 3, 18)]


@pytest.mark.slow
def test_its_statuses_are_those_of_the_oracle_on_every_day(site: Site) -> None:
    """All 22, with the day on which each is due next."""
    oracle = Oracle(ROOT / "oit_items" / YEAR)
    for day in map(date.fromordinal, DAYS):
        items = assess(site, Today(day, is_set=True)).rounds[0].items
        found = {item.id: (item.status.value, item.due_on) for item in items}
        assert found == oracle.verdicts(day), day


def test_all_of_22_are_complete_since_it_has_closed() -> None:
    """And nothing is pointed out but that a demonstration names no main website."""
    assessment = judged(ROOT, CLOSED_TODAY)
    assert [item.status for item in assessment.rounds[0].items] == [Status.COMPLETE] * 22
    assert [finding.rule for finding in assessment.findings] == ["official-home-unset"]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: "-".join(path.parts[-2:]))
def test_its_records_are_in_the_form(path: Path) -> None:
    """A save in the browser form, or `oit fmt`, changes nothing that nobody changed."""
    assert formatted(path.name, path.read_bytes()).data == path.read_bytes()


def test_every_file_is_read_as_well_as_its_kind_allows(site: Site) -> None:
    """Statistics are open tables that follow their schema."""
    grades = {
        requirement.id: facts.table.schema
        for item in site.rounds[0].mandate.items
        for requirement in item.requirements
        if requirement.statistics
        for unit in site.rounds[0].bundles[item.item].units
        for evidence in unit.disclosed.evidence
        if evidence.kind == "file" and evidence.requirement == requirement.id
        if (facts := site.rounds[0].bundles[item.item].facts[evidence.file]).table
    }
    assert len(grades) == 7
    assert all(grades.values())


def test_only_what_the_document_states_is_no_sample(site: Site) -> None:
    """Online services of O8, a course of O21, measures and results of O22; all else is marked."""
    stated = {
        (item, evidence.requirement)
        for item, bundle in site.rounds[0].bundles.items()
        for unit in bundle.units
        for evidence in unit.disclosed.evidence
        if not evidence.sample
    }
    assert {requirement for item, requirement in stated if item == "O22"} == {
        *("working-group", "briefing", "analysis", "measures", "communication"),
        *("service-image", "oss-promotion", "director-follow-up"),
    }
    assert {(item, requirement) for item, requirement in stated if item != "O22"} == {
        ("O8", "e-service"),
        ("O21", "staff-education"),
    }


def test_whoever_owns_a_file_is_named_in_codeowners() -> None:
    """`oit codeowners` writes it again."""
    assert run("oit", "codeowners", "--check", cwd=ROOT).returncode == 0
