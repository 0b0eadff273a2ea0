"""All that is found of a published site by what was kept of it earlier."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from oit.audit.against.disappeared import disappeared
from oit.audit.against.rewritten import rewritten
from oit.audit.against.snapshot import Snapshot, snapshot_of
from oit.audit.against.told import Told
from oit.audit.verify.differences import differences
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import MOST_REPORTED, Discrepancy
from oit.contract.addresses import INDEX_PATH, policy_path
from oit.contract.policy import PolicyDocument, Rules


def check_against(older: Snapshot, site: PublishedSite) -> Iterator[Discrepancy]:
    """Whether nothing disappeared, and no past was rewritten, since an index was kept."""
    yield from compared(older, snapshot_of(site.index, site.data))


def compared(older: Snapshot, newer: Snapshot) -> Iterator[Discrepancy]:
    """The same of two snapshots; an older site than the one kept is told, and judged no further."""
    if older.day is None:
        return
    if newer.day is not None and newer.day < older.day:
        params = {"as_of": older.day.isoformat(), "due_on": newer.day.isoformat()}
        yield Discrepancy(check="older-than-kept", path=INDEX_PATH, params=params)
        return
    told = Told(newer, older.day)
    yield from disappeared(older, newer, told)
    yield from rewritten(older, newer, told)
    yield from _rewritten_rules(older, newer)


def _rewritten_rules(older: Snapshot, newer: Snapshot) -> Iterator[Discrepancy]:
    """Rules in force on the day of the older index that the newer one tells otherwise."""
    for year, policy in older.policies.items():
        now = newer.policies.get(year)
        rules = _in_force(now, policy.as_of) if now else None
        if rules:
            yield from islice(_differing(policy, rules, year), MOST_REPORTED)


def _differing(before: PolicyDocument, after: Rules, year: int) -> Iterator[Discrepancy]:
    expected, found = _as_told(before.rules, before.as_of), _as_told(after, before.as_of)
    for difference in differences(expected, found):
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
    """The rules of a day, `None` where they are not told; today's where no history has others."""
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
