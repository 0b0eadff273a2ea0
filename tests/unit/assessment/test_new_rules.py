"""A rule that is new to an office points out, before it fails."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from helpers.changes import change_between
from helpers.real_office import make_real
from helpers.support import copy_site, judged, replace
from oit.assessment.gate import Gate, judge, judge_change
from oit.assessment.new_rules import SINCE
from oit.assessment.result import Today
from oit.findings import Kind
from oit.wording.messages import rules

DAY = date(2025, 4, 1)
IN_PRODUCTION = replace("mkdocs.yml", "mode: demonstration", "mode: production")


def kinds_of_new_rules(site: Path, day: date) -> set[Kind]:
    findings = judged(site, Today(day, is_set=True)).findings
    return {finding.kind for finding in findings if finding.rule in SINCE}


def upgraded(site: Path, version: str, settings: str = "") -> Path:
    """A real site that came from a version on the first of April."""
    IN_PRODUCTION(site)
    block = f"    upgraded: {{version: {version}, date: {DAY.isoformat()}}}\n{settings}"
    replace("mkdocs.yml", "    accepted_types:", f"{block}    accepted_types:")(site)
    return site


def test_every_rule_with_a_version_exists() -> None:
    """A misspelt one would never be given time."""
    assert SINCE.keys() <= set(rules())


@pytest.mark.parametrize(("days", "kind"), [(0, Kind.NOTICE), (30, Kind.NOTICE), (31, Kind.POLICY)])
def test_a_new_rule_is_a_notice_for_thirty_days(days: int, kind: Kind, tmp_path: Path) -> None:
    """From the day of the upgrade, both ends included; then it fails."""
    site = upgraded(copy_site("current", tmp_path), "0.1.0")
    day = DAY + timedelta(days=days)
    assert kinds_of_new_rules(site, day) == {kind}
    failing = judge(judged(site, Today(day, is_set=True)), Gate.REPORT).failing
    assert bool({finding.rule for finding in failing} & SINCE.keys()) is (kind is Kind.POLICY)


def test_an_office_that_had_the_rule_before_gets_no_time(tmp_path: Path) -> None:
    """A later upgrade does not soften what was a rule all along."""
    site = upgraded(copy_site("current", tmp_path), "0.2.0")
    assert kinds_of_new_rules(site, DAY) == {Kind.POLICY}


def test_the_number_of_days_is_the_office_s_policy(tmp_path: Path) -> None:
    """`upgrade_days: 0` gives the day of the upgrade alone."""
    site = upgraded(copy_site("current", tmp_path), "0.1.0", "    upgrade_days: 0\n")
    assert kinds_of_new_rules(site, DAY) == {Kind.NOTICE}
    assert kinds_of_new_rules(site, DAY + timedelta(days=1)) == {Kind.POLICY}


def test_without_an_upgrade_rules_fail_at_once(tmp_path: Path) -> None:
    """As for a new office."""
    site = copy_site("current", tmp_path)
    IN_PRODUCTION(site)
    assert kinds_of_new_rules(site, DAY) == {Kind.POLICY}


def test_a_day_to_come_gives_no_time(tmp_path: Path) -> None:
    """Nobody writes into the settings an upgrade that has not happened."""
    site = upgraded(copy_site("current", tmp_path), "0.1.0")
    assert kinds_of_new_rules(site, DAY - timedelta(days=1)) == {Kind.POLICY}


def test_a_change_gives_itself_no_time(tmp_path: Path) -> None:
    """Whoever takes the licence away and says that the rule is new has broken the rule."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    for site in (base, head):
        make_real(site)
    text = (head / "mkdocs.yml").read_text("utf-8")
    values = yaml.safe_load(text)
    del values["extra"]["oit"]["licence"]
    values["extra"]["oit"]["upgraded"] = {"version": "0.1.0", "date": DAY}
    (head / "mkdocs.yml").write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    verdict = judge_change(change_between(base, head, Today(DAY, is_set=True)))
    assert "setting-absent" in {finding.rule for finding in verdict.failing}


def test_a_change_that_corrects_what_a_newer_rule_finds_passes(tmp_path: Path) -> None:
    """It is not refused for what it takes away."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    for site in (base, head):
        make_real(site)
    values = yaml.safe_load((base / "mkdocs.yml").read_text("utf-8"))
    del values["extra"]["oit"]["licence"]
    (base / "mkdocs.yml").write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    verdict = judge_change(change_between(base, head, Today(DAY, is_set=True)))
    assert "setting-absent" not in {finding.rule for finding in verdict.failing}
