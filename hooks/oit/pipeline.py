"""One run of the gate: read the site, assess it, judge it, word the verdict. Read this first.

    records + evidence -> assessment -> gate -> wording

`oit check` and every build go through here. The commands and `mkdocs_plugin` stand above; each
room that is called here stands below and knows nothing of it.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from oit.assessment.assess import assess, assess_beside
from oit.assessment.comparison import bundles_of_change
from oit.assessment.gate import Gate, ProposedChange, Verdict, judge, judge_change
from oit.assessment.new_rules import with_time_to_follow
from oit.assessment.reserved import RULE as RESERVED
from oit.assessment.reserved import reserved_names
from oit.assessment.result import Assessment, Today
from oit.escaping import for_forge_log
from oit.evidence.inspect import Inspect
from oit.findings import Finding, in_order
from oit.memory import Memory
from oit.records.disk import Disk
from oit.records.load import begin_site
from oit.records.other_bundles import with_bundles
from oit.records.site import Site
from oit.system.cache import Cache, CacheMemory, open_cache
from oit.system.earlier_versions import VersionReader, WithVersions, without_versions
from oit.system.environment import Environment, refuse_set_day, refuse_unopened
from oit.system.evidence_cache import EvidenceInspector
from oit.system.git import History, HistoryError
from oit.system.git_proposed import ProposedHistory, RequestHistory, StagedHistory
from oit.system.witness import WitnessReader
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
    history, cache = History(root), open_cache()
    with EvidenceInspector.remembering(cache) as inspect:
        readers = _Readers(inspect, _witnessed(history, environment, cache), CacheMemory(cache))
        return _check(root, environment, readers, history)


def check_before_publishing(root: Path, environment: Environment, cache: Cache) -> GateResult:
    """The same for a build: of each file it hashes the bytes, whatever its size and times say.

    A real site is of today alone, unless it is rehearsed.
    """
    result = check_before_preview(root, environment, cache)
    if result.assessment.site.is_in_production:
        refuse_set_day(environment)
    return result


def check_before_preview(root: Path, environment: Environment, cache: Cache) -> GateResult:
    """The same for a build that is only looked at."""
    history = History(root)
    with EvidenceInspector.rereading(cache) as inspect:
        witnessed = _witnessed(history, environment, cache)
        versions = VersionReader(root, inspect)
        readers = _Readers(inspect, witnessed, CacheMemory(cache), versions)
        return _check(root, environment, readers, history)


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
    return _check_proposed(environment, StagedHistory(root))


def check_request(root: Path, environment: Environment, request: str) -> GateResult:
    """Judge what a request would make of the version that is checked out. Raises `HistoryError`.

    The engine and the policy are those of that version; the request's files are read as data.
    """
    changed = replace(environment, gate=Gate.CHANGED)
    return _check_proposed(changed, RequestHistory(root, request))


def _check_proposed(environment: Environment, history: ProposedHistory) -> GateResult:
    cache = open_cache()
    with (
        EvidenceInspector.remembering(cache) as inspect,
        tempfile.TemporaryDirectory() as folder,
    ):
        readers = _Readers(inspect, _witnessed(history, environment, cache), CacheMemory(cache))
        return _check(history.export_proposed(Path(folder)), environment, readers, history)


@dataclass(frozen=True, slots=True)
class _Readers:
    """What reads sites: facts of evidence files, and with them the witnesses of their rounds."""

    inspect: Inspect
    witnessed: WitnessReader
    memory: Memory
    versions: WithVersions = without_versions
    """Gives the site that is published the earlier versions of its files."""

    def site(self, root: Path, policy_root: Path | None = None) -> Site:
        begun = begin_site(root, policy_root, self.inspect, self.memory)
        if begun.is_witnessed:
            self.witnessed.read()
        return self.witnessed(begun.site())

    def beside(self, known: Assessment, root: Path, bundles: frozenset[str]) -> Assessment:
        """An assessed site with some bundles as they are below another root, if they are there."""
        site = with_bundles(known.site, Disk(root), bundles, self.inspect, self.memory)
        return assess_beside(site, known)


def _witnessed(history: History, environment: Environment, cache: Cache) -> WitnessReader:
    """The history up to the base of a change, else up to the main branch."""
    base = environment.base if environment.gate is Gate.CHANGED else None
    return WitnessReader(history, cache, base)


def _check(root: Path, environment: Environment, readers: _Readers, history: History) -> GateResult:
    site = readers.versions(readers.site(root))
    refuse_unopened((round_.policy.opens for round_ in site.rounds), environment)
    reserved = reserved_names(_tracked(history))
    site = replace(site, findings=(*site.findings, *reserved))
    assessment = assess(site, environment.today)
    verdict = _verdict(root, assessment, environment, readers, history)
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
    readers: _Readers,
    history: History,
) -> Verdict:
    if environment.gate is not Gate.CHANGED:
        return judge(assessment, environment.gate)
    commit = history.start_of_change(environment.base)
    touched = history.touched_since(commit)
    with tempfile.TemporaryDirectory() as folder:
        bundles = _bundles_alone(assessment, history.differing_from(commit))
        if bundles is None:
            exported = history.export(commit, Path(folder))
            base, head = _base_and_head(root, exported, assessment.today, readers)
        else:
            # All else is the same, policy files too: only these are read of the base.
            exported = history.export(commit, Path(folder), bundles) if bundles else Path(folder)
            base = readers.beside(assessment, exported, bundles)
            head = assessment
        change = ProposedChange(
            base=base,
            head=head,
            proposed=assessment,
            touched=touched,
            pins_engine=history.pins_engine(commit, touched),
        )
    return judge_change(change)


def _bundles_alone(proposed: Assessment, differing: frozenset[str] | None) -> frozenset[str] | None:
    """The bundles by which a change differs from its base, where nothing else does."""
    site = proposed.site
    # A reserved name stands in what is proposed alone, and no round may be read in thought.
    is_unusual = site.guessed_rounds or any(found.rule == RESERVED for found in site.findings)
    if differing is None or is_unusual:
        return None
    return bundles_of_change(site, differing)


def _base_and_head(
    root: Path, exported: Path, today: Today, readers: _Readers
) -> tuple[Assessment, Assessment]:
    """Before the change, and after it by the policy files of the base.

    A change cannot loosen its own rules.
    """
    head = readers.site(root, exported)
    return assess(readers.site(exported), today), assess(head, today)
