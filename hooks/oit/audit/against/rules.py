"""Whether the rules of a day that has passed are still told as they were."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from oit.audit.against.snapshot import Snapshot
from oit.audit.verify.differences import differences
from oit.audit.verify.values import MOST_REPORTED, Discrepancy
from oit.contract.addresses import policy_path
from oit.contract.policy import PolicyDocument, Rules


def rewritten_rules(older: Snapshot, newer: Snapshot) -> Iterator[Discrepancy]:
    """Rules in force on the day of the older index that the newer one tells otherwise."""
    for year, policy in older.policies.items():
        if now := newer.policies.get(year):
            yield from _rewritten(policy, now, year)


def _rewritten(before: PolicyDocument, after: PolicyDocument, year: int) -> Iterator[Discrepancy]:
    in_force = _in_force(after, before.as_of)
    if in_force is None:
        return  # the files of that day cannot be read, and the document says so
    expected = _as_told(before.rules, before.as_of)
    found = _as_told(in_force, before.as_of)
    for difference in list(differences(expected, found))[:MOST_REPORTED]:
        params = {
            "place": difference.place,
            "expected": difference.expected,
            "found": difference.found,
            "as_of": before.as_of.isoformat(),
        }
        yield Discrepancy(
            check="rules-rewritten", path=policy_path(year), subject=str(year), params=params
        )


def _in_force(policy: PolicyDocument, day: date) -> Rules | None:
    """The rules of a day; those of today where no history tells of others.

    `None` for a day of which the history has no rules that can be read.
    """
    for earlier in policy.earlier:
        if earlier.since <= day <= earlier.until:
            return earlier.rules
    return policy.rules


def _as_told(rules: Rules, day: date) -> Any:
    """Without waivers that were approved later: they excuse from then on; reasons are not kept."""
    told = [
        waiver.model_copy(update={"reason": None})
        for waiver in rules.waivers
        if waiver.approved_on is None or waiver.approved_on < day
    ]
    return rules.model_copy(update={"waivers": told}).model_dump(mode="json")
