"""One run of the gate: read the site, assess it, judge it, word the verdict. Read this first.

    records + evidence -> assessment -> gate -> wording

`oit check` and every build go through here. The commands and `mkdocs_plugin` stand above; each
room that is called here stands below and knows nothing of it.
"""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from oit.assessment.assess import assess
from oit.assessment.gate import Gate, ProposedChange, Verdict, judge, judge_change
from oit.assessment.reserved import reserved_names
from oit.assessment.result import Assessment
from oit.escaping import for_forge_log
from oit.evidence.inspect import Inspect
from oit.records.load import load_site
from oit.system.environment import Environment
from oit.system.evidence_cache import EvidenceInspector, cache_folder
from oit.system.git import History, HistoryError, StagedHistory
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
    """The same, but hashes every evidence file again."""
    with EvidenceInspector.rereading(cache_folder()) as inspect:
        return _check(root, environment, inspect, History(root))


def check_staged(root: Path, environment: Environment) -> GateResult:
    """Judge what is staged in Git's index, whatever the work tree holds. Raises `HistoryError`."""
    history = StagedHistory(root)
    with (
        EvidenceInspector.remembering(cache_folder()) as inspect,
        tempfile.TemporaryDirectory() as folder,
    ):
        return _check(history.export_staged(Path(folder)), environment, inspect, history)


def _check(root: Path, environment: Environment, inspect: Inspect, history: History) -> GateResult:
    site = load_site(root, inspect=inspect)
    reserved = reserved_names(_tracked(history))
    site = replace(site, findings=(*site.findings, *reserved))
    assessment = assess(site, environment.today)
    verdict = _verdict(root, assessment, environment, inspect, history)
    text = for_forge_log(gate_report(assessment, verdict, environment.language))
    return GateResult(assessment, verdict, text)


def _tracked(history: History) -> list[str]:
    """What came with commits; nothing where there is no repository."""
    try:
        return history.tracked()
    except HistoryError:
        return []


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
