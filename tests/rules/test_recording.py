"""A round keeps its witness, unless somebody with the right to decide has said otherwise before."""

from datetime import date
from pathlib import Path

import pytest

from helpers.changes import change_between
from helpers.commands import run
from helpers.edits import ROUND, WAIVERS, both
from helpers.recorded_office import MARCH, WITNESSED, RecordedOffice, given
from helpers.repositories import git
from helpers.support import Edit, as_of, copy_site, replace, write
from oit.assessment.gate import judge_change

DROPPED = replace(ROUND, "witness: git\n", "")
APPROVED = write(WAIVERS, "waivers: []\nwitness:\n  reason: ย้ายระบบ\n  approved_by: ผู้อำนวยการเขต\n")


def rules_of(before: Edit, change: Edit, folder: Path) -> set[str]:
    """The rules that refuse a change of the site `current`."""
    base, head = copy_site("current", folder / "base"), copy_site("current", folder / "head")
    before(base)
    both(before, change)(head)
    return rules_between(base, head, "2025-04-30")


def rules_between(base: Path, head: Path, day: str = "2025-09-15") -> set[str]:
    """The rules that refuse a change from one site to another."""
    verdict = judge_change(change_between(base, head, as_of(day)))
    return {finding.rule for finding in verdict.failing}


@pytest.mark.parametrize("change", [DROPPED, replace(ROUND, "witness: git", "witness: none")])
def test_a_witness_is_not_dropped_by_a_change(change: Edit, tmp_path: Path) -> None:
    """Whether the field goes or says none."""
    assert "witness-dropped" in rules_of(WITNESSED, change, tmp_path)


@pytest.mark.parametrize("told", ["", "witness: none\n"])
def test_no_new_round_of_a_witnessed_office_is_without_a_witness(told: str, tmp_path: Path) -> None:
    """Every date of it would be believed."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    for site in (base, head):
        WITNESSED(site)
    done = run("oit", "new-round", "2569", cwd=head, OIT_AS_OF="2025-09-15")
    assert done.returncode == 0, done.stdout + done.stderr
    assert rules_between(base, head) == set()
    replace("oit_items/2569/round.yml", "witness: git\n", told)(head)
    assert rules_between(base, head) == {"witness-dropped"}


def test_a_round_without_records_keeps_its_witness_too(tmp_path: Path) -> None:
    """It would be filled later."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    for site in (base, head):
        run("oit", "new-round", "2569", cwd=site, OIT_AS_OF="2025-09-15")
    replace("oit_items/2569/round.yml", "witness: git\n", "")(head)
    assert rules_between(base, head) == {"witness-dropped"}


def test_an_approval_that_was_there_before_lets_it_go(tmp_path: Path) -> None:
    """Not one that comes in the same change."""
    assert "witness-dropped" in rules_of(WITNESSED, both(DROPPED, APPROVED), tmp_path)
    assert rules_of(both(WITNESSED, APPROVED), DROPPED, tmp_path / "approved") == set()


@pytest.mark.parametrize(("sent_on", "days_late"), [("2025-04-24", 0), ("2025-04-29", 12)])
def test_a_request_is_judged_by_the_history_of_its_base(
    sent_on: str, days_late: int, tmp_path: Path
) -> None:
    """What it brings is recorded on the day of the check, and late if its date is long past."""
    office = RecordedOffice(tmp_path)
    git(office.top, "checkout", "--quiet", "-b", "request")
    office.record(date(2025, 4, 11), given(MARCH))
    settings = {"OIT_AS_OF": sent_on, "OIT_GATE": "changed", "OIT_BASE": "main"}
    done = run("oit", "check", "--format", "json", cwd=office.site, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert office.cell(date.fromisoformat(sent_on), "2025-03").days_late == days_late
