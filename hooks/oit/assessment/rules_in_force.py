"""Which rules a round had when, by the history of its policy files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from oit.model.rules import RoundRules
from oit.records.past_rules import read_rules
from oit.records.site import Round


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """Rules with the days on which they were in force."""

    since: date
    until: date
    """The last day."""
    rules: RoundRules | None
    """`None` where the files of that time cannot be read."""


def earlier_rules(round_: Round, today: date) -> tuple[RulesInForce, ...]:
    """The rules that others have replaced, the newest first; none where no history tells."""
    return tuple(reversed(tuple(_in_order(round_, today))))


def in_force_since(round_: Round, today: date) -> date | None:
    """Since when the rules of today are in force; `None` where no history tells."""
    if round_.witness is None or not round_.witness.policies:
        return None
    earlier = earlier_rules(round_, today)
    return earlier[0].until + timedelta(days=1) if earlier else round_.witness.policies[0].since


def _in_order(round_: Round, today: date) -> Iterator[RulesInForce]:
    """What was in force before, each as long as nothing of it changed; oldest first."""
    begun: RulesInForce | None = None
    for since, rules in _versions(round_, today):
        if begun and rules == begun.rules:
            continue
        until = since - timedelta(days=1)
        if begun and begun.since <= until:
            yield RulesInForce(begun.since, until, begun.rules)
        begun = RulesInForce(since, since, rules)


def _versions(round_: Round, today: date) -> Iterator[tuple[date, RoundRules | None]]:
    """Each version with its first day; last what stands now, which may not be recorded yet."""
    for version in round_.witness.policies if round_.witness else ():
        if version.since <= today:
            yield version.since, read_rules(version.texts)
    yield today, round_.rules
