"""May the site be published? The verdict on an assessment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oit.assessment.result import Assessment, RoundAssessment, RoundState
from oit.assessment.rules import change as rules
from oit.findings import FAULTY, Finding, Kind, in_order

NEVER_PUBLISHED = frozenset({Kind.UNSAFE, Kind.POLICY})
"""What no gate lets through."""


class Gate(StrEnum):
    """How strictly a build is judged."""

    ENFORCE = "enforce"
    CHANGED = "changed"
    """By what a change makes worse: see `judge_change`."""
    REPORT = "report"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What fails, and whether that refuses the build."""

    gate: Gate
    failing: tuple[Finding, ...]
    refused: bool
    listed: tuple[Finding, ...] = ()
    """What is late or wrong, but not by this change."""
    notices: tuple[Finding, ...] = ()
    """What whoever approves should know."""


def judge(assessment: Assessment, gate: Gate) -> Verdict:
    """`enforce` refuses on anything that fails, `report` only on what must never be shown."""
    failing = tuple(failing_of(assessment))
    counted = failing
    if gate is Gate.REPORT:
        counted = tuple(finding for finding in failing if finding.kind in NEVER_PUBLISHED)
    notices = tuple(one for one in assessment.findings if one.kind is Kind.NOTICE)
    return Verdict(gate=gate, failing=failing, refused=bool(counted), notices=notices)


def is_judged(assessment: Assessment, round_: RoundAssessment) -> bool:
    """Whether lateness in a round fails: the newest opened one, and any other until it closes."""
    return round_ is assessment.newest_opened or round_.state is RoundState.OPEN


def failing_of(assessment: Assessment) -> Iterator[Finding]:
    """The findings that fail: what is wrong in any round, what is late in those still judged."""
    judged = {one.fiscal_year for one in assessment.rounds if is_judged(assessment, one)}
    for finding in assessment.findings:
        late = finding.kind is not Kind.NOTICE and finding.fiscal_year in judged
        if finding.kind in FAULTY or late:
            yield finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """Two versions of a site, judged on one day."""

    base: Assessment
    """As it was."""
    head: Assessment
    """As it would be, by the policy files of the base."""
    proposed: Assessment
    """As it would be, by its own policy files."""
    touched: frozenset[str]
    """Paths, from the site's root, that were added, altered or removed."""
    first_added: Mapping[str, date]
    """The day on which touched files first came in, where history tells."""


def judge_change(change: Change) -> Verdict:
    """Refuse what is new, and anything wrong in a touched bundle; list the rest."""
    judged = list(failing_of(change.head))
    failing = in_order([*_failing(change, judged), *_faults_of_change(change)])
    listed = tuple(finding for finding in judged if finding not in failing)
    return Verdict(
        gate=Gate.CHANGED,
        failing=failing,
        refused=bool(failing),
        listed=listed,
        notices=in_order(list(_notices(change))),
    )


def _failing(change: Change, judged: list[Finding]) -> Iterator[Finding]:
    new = set(new_findings(change.base.findings, judged))
    touched = {rules.bundle_of(path) for path in change.touched} - {None}
    for finding in judged:
        in_touched = finding.file in change.touched or rules.bundle_of(finding.file) in touched
        is_wrong = finding.kind in FAULTY and in_touched
        if finding in new or is_wrong or finding.kind in NEVER_PUBLISHED:
            yield finding


def _faults_of_change(change: Change) -> Iterator[Finding]:
    """What only the comparison shows, and policy that nobody could be judged by afterwards."""
    base, head, proposed = change.base, change.head, change.proposed
    yield from rules.check_updates(base.site, head.site)
    yield from rules.check_reviews(base.site, head.site)
    yield from rules.check_ledgers(base.site, proposed.site)
    policy = [one for one in proposed.findings if one.kind is Kind.POLICY]
    yield from new_findings(base.findings, policy)


def _notices(change: Change) -> Iterator[Finding]:
    yield from (one for one in change.head.findings if one.kind is Kind.NOTICE)
    yield from rules.check_policy(change.touched)
    yield from rules.check_confirmations(change.base.site, change.head.site)
    yield from rules.check_published(change.base.site, change.head.site, change.first_added)


def new_findings(base: Iterable[Finding], head: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of the head that the base has not: by identity, as often as it has it."""
    known = Counter(finding.identity for finding in base)
    for finding in head:
        if known[finding.identity]:
            known[finding.identity] -= 1
        else:
            yield finding
