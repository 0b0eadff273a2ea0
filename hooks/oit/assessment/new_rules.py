"""Rules that joined with a version: an office that upgrades has time to follow them.

`oit upgrade` writes into the settings which version an office came from and on which day. For
`upgrade_days` after it, what newer rules find is a notice; then it fails like anything else.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from oit.assessment import readiness
from oit.findings import Finding, Kind
from oit.model.office import SitePolicy, Upgrade

_HAND_WRITTEN = ("docs-active", "docs-foreign", "docs-hidden", "docs-outside", "docs-unread")
_CONCEALED = ("hidden-tracked", "hidden-text", "hidden-cells", "hidden-leftovers", "file-unread")
_HONEST_TEXT = ("text-direction", "text-invisible", "text-lookalike", "text-form")
_NAMED_OTHERWISE = ("workbook-of-periods", "period-named-otherwise", "office-named-otherwise")
_WHOLE_TEXT = ("text-cut", "text-conflict")
SINCE: Mapping[str, str] = {
    **dict.fromkeys((*readiness.RULES, "closes-early"), "0.2.0"),
    **dict.fromkeys((*_HAND_WRITTEN, *_HONEST_TEXT, *_WHOLE_TEXT), "0.2.0"),
    **dict.fromkeys(("content-repeated", "summary-early"), "0.2.0"),
    "credentials": "0.2.0",
    **dict.fromkeys(_NAMED_OTHERWISE, "0.2.0"),
    **dict.fromkeys(_CONCEALED, "0.2.0"),
}
"""The version that a rule joined with; those of the first version are not here."""


def with_time_to_follow(
    findings: Iterable[Finding], policy: SitePolicy | None, today: date
) -> Iterator[Finding]:
    """The findings, those of rules that are new to the office as notices while it has time."""
    upgrade = policy.upgraded if policy else None
    has_time = policy and upgrade and _has_time(policy, upgrade, today)
    new = rules_since(upgrade.version) if upgrade and has_time else ()
    for finding in findings:
        yield replace(finding, kind=Kind.NOTICE) if finding.rule in new else finding


def rules_since(version: str) -> frozenset[str]:
    """The rules that joined after a version."""
    from packaging.version import Version  # slow to import, and few offices have just upgraded

    return frozenset(rule for rule, since in SINCE.items() if Version(since) > Version(version))


def _has_time(policy: SitePolicy, upgrade: Upgrade, today: date) -> bool:
    return upgrade.day <= today <= upgrade.day + timedelta(days=policy.upgrade_days)
