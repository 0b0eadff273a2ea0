"""The gate: whether an assessed site may be published (design: "The gate")."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.comparison import item_pairs
from oit.assessment.new_rules import SINCE
from oit.assessment.result import Assessment, RoundAssessment, RoundState
from oit.assessment.rules import backdating, dates, recording, replaced, withdrawals
from oit.assessment.rules import change as change_rules
from oit.assessment.rules.requests import check_touched, check_upgrade, tell_upgrade
from oit.findings import FAULTY, Finding, Kind, in_order

NEVER_PUBLISHED = frozenset({Kind.UNSAFE, Kind.POLICY})
"""Kinds that every gate refuses, `report` too."""

_ITEM_RULES = (
    *(dates.check_updates, dates.check_published),
    *(backdating.check_days, replaced.check_replaced),
)
"""What is looked at for each item of a change."""


class Gate(StrEnum):
    """How strictly a build is judged."""

    ENFORCE = "enforce"
    """Any failing finding refuses the build."""
    CHANGED = "changed"
    """By what a change makes worse: see `judge_change`."""
    REPORT = "report"
    """Publishes what is late or invalid, and says so."""


class Verdict(Struct, frozen=True, kw_only=True):
    """What fails, and whether that refuses the build."""

    gate: Gate
    failing: tuple[Finding, ...]
    refused: bool
    listed: tuple[Finding, ...] = ()
    """What is late or wrong, but not by this change."""
    notices: tuple[Finding, ...] = ()
    """What the approver should know."""
    pins_engine: bool = False
    """Another engine has to judge the data: see `ProposedChange`."""


class ProposedChange(Struct, frozen=True, kw_only=True):
    """Two versions of a site, assessed on one day."""

    base: Assessment
    """Before the change."""
    head: Assessment
    """After the change, by the policy files of the base."""
    proposed: Assessment
    """After the change, by its own policy files."""
    touched: frozenset[str]
    """Paths, from the site's root, that were added, altered or removed."""
    pins_engine: bool = False
    """A request takes another engine than the one that judges it here.

    The other one judges its data; here it may touch nothing but what an upgrade writes.
    """


def judge(assessment: Assessment, gate: Gate) -> Verdict:
    """`enforce` refuses on anything that fails, `report` only on what must never be shown."""
    failing = tuple(_failing_of(assessment))
    refusing = failing
    if gate is Gate.REPORT:
        refusing = tuple(finding for finding in failing if finding.kind in NEVER_PUBLISHED)
    notices = tuple(_of_kind(Kind.NOTICE, assessment))
    return Verdict(gate=gate, failing=failing, refused=bool(refusing), notices=notices)


def judge_change(change: ProposedChange) -> Verdict:
    """Refuse what is new, and anything wrong in a touched bundle; list the rest."""
    judged = list(_left_by_change(change))
    compared = list(_compared(change))
    failing = in_order(_failing_of_change(change, judged, compared))
    listed = tuple(finding for finding in judged if finding not in failing)
    return Verdict(
        gate=Gate.CHANGED,
        failing=failing,
        refused=bool(failing),
        listed=listed,
        notices=in_order(_notices_of_change(change, compared)),
        pins_engine=change.pins_engine,
    )


def is_judged(assessment: Assessment, round_: RoundAssessment) -> bool:
    """Whether lateness in a round fails: the newest opened one, and any other until it closes."""
    return round_ is assessment.newest_opened or round_.state is RoundState.OPEN


def _failing_of(assessment: Assessment) -> Iterator[Finding]:
    """The findings that fail: faults in any round, lateness in those still judged."""
    judged = {round_.fiscal_year for round_ in assessment.rounds if is_judged(assessment, round_)}
    for finding in assessment.findings:
        is_late = finding.kind is not Kind.NOTICE and finding.fiscal_year in judged
        if finding.kind in FAULTY or is_late:
            yield finding


def _left_by_change(change: ProposedChange) -> Iterator[Finding]:
    """What fails in `head`, but for faults of the base's policy that the change puts right."""
    policy = _of_kind(Kind.POLICY, change.proposed)
    left = {told.identity for finding in policy for told in finding.all_told}
    for finding in _failing_of(change.head):
        identities = {told.identity for told in finding.all_told}
        if finding.kind is not Kind.POLICY or identities & left:
            yield finding


def _failing_of_change(
    change: ProposedChange, judged: list[Finding], compared: list[Finding]
) -> Iterator[Finding]:
    if change.pins_engine:
        yield from check_upgrade(change.touched)
        yield from (finding for finding in judged if finding.kind is Kind.UNSAFE)
    else:
        yield from _failing_by_change(change, judged)
        yield from _faults_of_change(change, compared)


def _failing_by_change(change: ProposedChange, judged: list[Finding]) -> Iterator[Finding]:
    """Those of `judged` that the change has to answer for."""
    new = set(_new_findings(change.base.findings, judged))
    touched = {change_rules.bundle_of(path) for path in change.touched} - {None}
    for finding in judged:
        bundle = change_rules.bundle_of(finding.file)
        is_touched = finding.file in change.touched or bundle in touched
        is_wrong = finding.kind in FAULTY and is_touched
        if finding in new or is_wrong or finding.kind in NEVER_PUBLISHED:
            yield finding


def _faults_of_change(change: ProposedChange, compared: list[Finding]) -> Iterator[Finding]:
    """What only the comparison shows, and new faults of the proposed policy.

    `head` is assessed by the base's policy, so faults in proposed policy files show in `proposed`
    alone; merged, they would leave no policy to judge by.
    """
    yield from (finding for finding in compared if finding.kind is not Kind.NOTICE)
    yield from _new_findings(change.base.findings, _faults_of_policy(change.proposed))


def _compared(change: ProposedChange) -> Iterator[Finding]:
    """The findings, notices among them, of the rules that compare two versions."""
    base, head = change.base, change.head
    for item in item_pairs(base, head):
        for check in _ITEM_RULES:
            yield from check(item)
    yield from change_rules.check_reviews(base.site, head.site)
    yield from change_rules.check_confirmations(base.site, head.site)
    yield from change_rules.check_ledgers(base.site, change.proposed.site)
    yield from change_rules.check_adopted(base.site, change.proposed.site)
    yield from recording.check_kept(base.site, change.proposed.site)
    yield from withdrawals.check_kept(base.site, change.proposed.site)
    yield from withdrawals.check_counted(base, change.proposed.site)


def _faults_of_policy(proposed: Assessment) -> Iterator[Finding]:
    """What a change brings has no time to follow a new rule (`upgraded`), only what was there."""
    upcoming = {
        round_.fiscal_year for round_ in proposed.rounds if round_.state is RoundState.UPCOMING
    }
    for finding in proposed.findings:
        is_new_rule = finding.rule in SINCE and finding.fiscal_year not in upcoming
        if finding.kind in NEVER_PUBLISHED:
            yield finding
        elif is_new_rule:
            yield replace(finding, kind=Kind.POLICY)


def _notices_of_change(change: ProposedChange, compared: list[Finding]) -> Iterator[Finding]:
    yield from _of_kind(Kind.NOTICE, change.head)
    approver = change.base.site.policy.coordinator if change.base.site.policy else None
    yield from check_touched(change.touched, approver)
    if change.pins_engine:
        yield tell_upgrade(approver)
    yield from (finding for finding in compared if finding.kind is Kind.NOTICE)


def _of_kind(kind: Kind, assessment: Assessment) -> Iterator[Finding]:
    return (finding for finding in assessment.findings if finding.kind is kind)


def _new_findings(base: Iterable[Finding], head: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of `head` that `base` lacks, compared by identity.

    Identities repeat (two cells of one requirement may share one), so they are counted: a third
    of a kind that the base has twice is new. One is new too if anything is that is told with it.
    """
    known = Counter(told.identity for finding in base for told in finding.all_told)
    for finding in head:
        told = Counter(each.identity for each in finding.all_told)
        if told - known:
            yield finding
        known -= told
