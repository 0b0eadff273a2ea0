"""Rules that joined with a version: an office that upgrades has time to follow them.

`oit upgrade` writes into the settings which version an office came from and on which day. For
`upgrade_days` after it, what newer rules find is a notice; then it fails like anything else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from oit.assessment import readiness
from oit.findings import Finding, Kind
from oit.model.office import SitePolicy, Upgrade

SINCE: Mapping[str, tuple[int, ...]] = dict.fromkeys(readiness.RULES, (0, 2, 0))
"""The version that a rule joined with; those of the first version are not here."""


def with_time_to_follow(
    findings: Iterable[Finding], policy: SitePolicy | None, today: date
) -> Iterator[Finding]:
    """The findings, those of rules that are new to the office as notices while it has time."""
    upgrade = policy.upgraded if policy else None
    new = _new_rules(upgrade) if policy and upgrade and _has_time(policy, upgrade, today) else ()
    for finding in findings:
        yield replace(finding, kind=Kind.NOTICE) if finding.rule in new else finding


def _new_rules(upgrade: Upgrade) -> frozenset[str]:
    before = tuple(int(part) for part in upgrade.version.split("."))
    return frozenset(rule for rule, since in SINCE.items() if since > before)


def _has_time(policy: SitePolicy, upgrade: Upgrade, today: date) -> bool:
    return upgrade.day <= today <= upgrade.day + timedelta(days=policy.upgrade_days)
