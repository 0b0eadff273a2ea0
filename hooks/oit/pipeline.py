"""One run of the gate: read, judge, and say so in words."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from oit.assessment.assess import assess
from oit.assessment.gate import Change, Gate, Verdict, judge, judge_change
from oit.assessment.result import Assessment
from oit.escaping import for_forge_log
from oit.evidence.inspect import Inspect
from oit.records.load import load_site
from oit.system.environment import Environment
from oit.system.evidence_cache import EvidenceInspector, cache_folder
from oit.system.git import History, StagedHistory
from oit.system.writing import recover
from oit.wording.gate_text import report


@dataclass(frozen=True, slots=True)
class GateResult:
    """What was found, what it means, and the text for people."""

    assessment: Assessment
    verdict: Verdict
    text: str


def ask(root: Path, environment: Environment) -> GateResult:
    """Judge the site in a folder. Raises `HistoryError` where a comparison cannot be made."""
    with EvidenceInspector.remembering(cache_folder()) as inspect:
        return _ask(root, environment, inspect, History(root))


def ask_to_publish(root: Path, environment: Environment) -> GateResult:
    """The same, by the bytes of every evidence file as they are now; mends a killed run first."""
    recover(root)
    with EvidenceInspector.rereading(cache_folder()) as inspect:
        return _ask(root, environment, inspect, History(root))


def ask_about_staged(root: Path, environment: Environment) -> GateResult:
    """Judge what is staged in Git's index, whatever the work tree holds. Raises `HistoryError`."""
    history = StagedHistory(root)
    with (
        EvidenceInspector.remembering(cache_folder()) as inspect,
        tempfile.TemporaryDirectory() as folder,
    ):
        return _ask(history.export_staged(Path(folder)), environment, inspect, history)


def _ask(root: Path, environment: Environment, inspect: Inspect, history: History) -> GateResult:
    assessment = assess(load_site(root, inspect=inspect), environment.today)
    verdict = _verdict(root, assessment, environment, inspect, history)
    text = for_forge_log(report(assessment, verdict, environment.language))
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
        head = load_site(root, base, inspect)
        change = Change(
            base=assess(load_site(base, inspect=inspect), environment.today),
            head=assess(head, environment.today),
            proposed=assessment,
            touched=touched,
            first_added=history.first_added(touched, environment.today.day),
        )
    return judge_change(change)
