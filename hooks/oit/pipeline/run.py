"""The gate of what lies in a folder: for people, for a build, and for the site that was built."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.gate import Gate, Verdict, judge, judge_change
from oit.assessment.new_rules import with_time_to_follow
from oit.assessment.part import WHOLE, Part
from oit.assessment.reserved import reserved_names
from oit.assessment.result import Assessment
from oit.escaping import for_forge_log
from oit.findings import Finding, in_order
from oit.memory import RecentObjects
from oit.pipeline.change import Comparison
from oit.pipeline.readers import Readers, readers_of
from oit.system.cache import Cache, open_cache
from oit.system.earlier_versions import VersionReader
from oit.system.environment import Environment, refuse_set_day, refuse_unopened
from oit.system.evidence_cache import EvidenceInspector
from oit.system.git import History, HistoryError
from oit.wording.gate_text import gate_report


class GateResult(Struct, frozen=True):
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
        return judged(root, environment, readers_of(history, environment, inspect, cache), history)


def check_before_publishing(root: Path, environment: Environment, cache: Cache) -> GateResult:
    """The same for a build: of each file it hashes the bytes, whatever its size and times say.

    A real site is of today alone, unless it is rehearsed.
    """
    result = check_before_preview(root, environment, cache)
    if result.assessment.site.is_in_production:
        refuse_set_day(environment)
    return result


def check_before_preview(
    root: Path, environment: Environment, cache: Cache, recent: RecentObjects | None = None
) -> GateResult:
    """The same for a build that is only looked at; of `recent` builds rounds need no reading."""
    history = History(root)
    with EvidenceInspector.rereading(cache) as inspect:
        versions = VersionReader(root, inspect)
        readers = readers_of(history, environment, inspect, cache, versions, recent)
        return judged(root, environment, readers, history)


def verdict_on_built_site(
    assessment: Assessment, findings: Iterable[Finding], environment: Environment
) -> GateResult:
    """The verdict on what the last look found: every gate refuses what must never be published."""
    policy, day = assessment.site.policy, assessment.today.day
    followed = in_order(list(with_time_to_follow(findings, policy, day)))
    looked_at = replace(assessment, findings=followed)
    verdict = judge(looked_at, Gate.REPORT)
    return worded(looked_at, verdict, environment)


def judged(root: Path, environment: Environment, readers: Readers, history: History) -> GateResult:
    """The site in a folder by the gate of the run, which may compare it with its base."""
    assessment = assessed(root, environment, readers, history)
    if environment.gate is Gate.CHANGED:
        change = Comparison(history, environment.base, readers).of(root, assessment)
        return worded(assessment, judge_change(change), environment)
    return worded(assessment, judge(assessment, environment.gate), environment)


def assessed(
    root: Path, environment: Environment, readers: Readers, history: History, part: Part = WHOLE
) -> Assessment:
    """The site in a folder, or what is told of a part of it."""
    site = readers.versions(readers.site(root))
    opens = [round_.policy.opens for round_ in site.rounds]
    refuse_unopened([*opens, *(known.opens for known in part.known.values())], environment)
    reserved = reserved_names(_tracked(history))
    site = replace(site, findings=(*site.findings, *reserved))
    return part.of(readers.assessed(site, environment.today))


def worded(assessment: Assessment, verdict: Verdict, environment: Environment) -> GateResult:
    """The verdict with its text."""
    text = for_forge_log(gate_report(assessment, verdict, environment.language))
    return GateResult(assessment, verdict, text)


def _tracked(history: History) -> list[str]:
    """What came with commits; nothing where there is no repository."""
    try:
        return history.tracked()
    except HistoryError:
        return []
