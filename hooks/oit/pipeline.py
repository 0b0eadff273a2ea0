"""One run of the gate: read the site, assess it, judge it, word the verdict. Read this first.

    records + evidence -> assessment -> gate -> wording

`oit check` and every build go through here. The commands and `mkdocs_plugin` stand above; each
room that is called here stands below and knows nothing of it.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from oit.assessment.assess import assess
from oit.assessment.gate import Gate, ProposedChange, Verdict, judge, judge_change
from oit.assessment.new_rules import with_time_to_follow
from oit.assessment.result import Assessment
from oit.escaping import for_forge_log
from oit.evidence.inspect import Inspect
from oit.findings import Finding, in_order
from oit.records.load import load_site
from oit.system.cache import cache_folder
from oit.system.environment import Environment
from oit.system.evidence_cache import EvidenceInspector
from oit.system.git import History, StagedHistory
from oit.system.writing import recover
from oit.wording.gate_text import gate_report


@dataclass(frozen=True, slots=True)
class GateResult:
    """The assessment of a site, the verdict of the gate, and its text for people."""

    assessment: Assessment
    verdict: Verdict
    text: str


def check_site(root: Path, environment: Environment) -> GateResult:
    """Judge the site in a folder. Raises `HistoryError` where a comparison cannot be made.

    Facts of evidence files that look unchanged (size, times) come from the cache.
    """
    with EvidenceInspector.remembering(cache_folder()) as inspect:
        return _check(root, environment, inspect, History(root))


def check_before_publishing(root: Path, environment: Environment) -> GateResult:
    """The same, but trusts no cache, and first restores what a killed run left.

    Whoever can write into the cache (a step of CI, a program on the machine) decides nothing.
    """
    recover(root)
    with EvidenceInspector.trusting_nothing() as inspect:
        return _check(root, environment, inspect, History(root))


def check_before_preview(root: Path, environment: Environment) -> GateResult:
    """The same for a build that is only looked at: it knows evidence that it has seen."""
    recover(root)
    with EvidenceInspector.rereading(cache_folder()) as inspect:
        return _check(root, environment, inspect, History(root))


def verdict_on_built_site(
    assessment: Assessment, findings: Iterable[Finding], environment: Environment
) -> GateResult:
    """The verdict on what the last look found: every gate refuses what must never be published."""
    policy, day = assessment.site.policy, assessment.today.day
    followed = in_order(list(with_time_to_follow(findings, policy, day)))
    looked_at = replace(assessment, findings=followed)
    verdict = judge(looked_at, Gate.REPORT)
    text = for_forge_log(gate_report(looked_at, verdict, environment.language))
    return GateResult(looked_at, verdict, text)


def check_staged(root: Path, environment: Environment) -> GateResult:
    """Judge what is staged in Git's index, whatever the work tree holds. Raises `HistoryError`."""
    history = StagedHistory(root)
    with (
        EvidenceInspector.remembering(cache_folder()) as inspect,
        tempfile.TemporaryDirectory() as folder,
    ):
        return _check(history.export_staged(Path(folder)), environment, inspect, history)


def _check(root: Path, environment: Environment, inspect: Inspect, history: History) -> GateResult:
    assessment = assess(load_site(root, inspect=inspect), environment.today)
    verdict = _verdict(root, assessment, environment, inspect, history)
    text = for_forge_log(gate_report(assessment, verdict, environment.language))
    return GateResult(assessment, verdict, text)


def _verdict(
    root: Path,
    assessment: Assessment,
    environment: Environment,
    inspect: Inspect,
    history: History,
) -> Verdict:
    if environment.gate is not Gate.CHANGED:
        return judge(assessment, environment.gate)
    commit = history.start_of_change(environment.base)
    touched = history.touched_since(commit)
    with tempfile.TemporaryDirectory() as folder:
        base = history.export(commit, Path(folder))
        # The head's records by the base's policy files: a change cannot loosen its own rules.
        head = load_site(root, base, inspect)
        change = ProposedChange(
            base=assess(load_site(base, inspect=inspect), environment.today),
            head=assess(head, environment.today),
            proposed=assessment,
            touched=touched,
            first_added=history.first_added(touched, environment.today.day),
        )
    return judge_change(change)
