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
from oit.assessment.result import Assessment
from oit.escaping import for_forge_log
from oit.evidence.inspect import Inspect
from oit.records.load import load_site
from oit.system.environment import Environment, refuse_unopened
from oit.system.evidence_cache import EvidenceInspector, cache_folder
from oit.system.git import History
from oit.system.git_proposed import ProposedHistory, RequestHistory, StagedHistory
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

    Raises `SettingError` where the day that is set lies before the first round.

    Facts of evidence files that look unchanged (size, times) come from the cache.
    """
    with EvidenceInspector.remembering(cache_folder()) as inspect:
        return _check(root, environment, inspect, History(root))


def check_before_publishing(root: Path, environment: Environment) -> GateResult:
    """The same, but hashes every evidence file again, and first restores what a killed run left."""
    recover(root)
    with EvidenceInspector.rereading(cache_folder()) as inspect:
        return _check(root, environment, inspect, History(root))


def check_staged(root: Path, environment: Environment) -> GateResult:
    """Judge what is staged in Git's index, whatever the work tree holds. Raises `HistoryError`."""
    return _check_proposed(environment, StagedHistory(root))


def check_request(root: Path, environment: Environment, request: str) -> GateResult:
    """Judge what a request would make of the version that is checked out. Raises `HistoryError`.

    The engine and the policy are those of that version; the request's files are read as data.
    """
    changed = replace(environment, gate=Gate.CHANGED)
    return _check_proposed(changed, RequestHistory(root, request))


def _check_proposed(environment: Environment, history: ProposedHistory) -> GateResult:
    with (
        EvidenceInspector.remembering(cache_folder()) as inspect,
        tempfile.TemporaryDirectory() as folder,
    ):
        return _check(history.export_proposed(Path(folder)), environment, inspect, history)


def _check(root: Path, environment: Environment, inspect: Inspect, history: History) -> GateResult:
    site = load_site(root, inspect=inspect)
    refuse_unopened((round_.policy.opens for round_ in site.rounds), environment)
    assessment = assess(site, environment.today)
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
            pins_engine=history.pins_engine(commit, touched),
        )
    return judge_change(change)
