"""The gate for a pull request: what a change makes worse fails, what was late before is listed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from oit.assessment import Assessment
from oit.findings import FAULTY, Finding, Kind, in_order
from oit.gate import NEVER_PUBLISHED, Gate, Verdict, failing_of
from oit.rules import change as rules


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
