"""Which rules a round had when, by the history of its policy files."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from oit.findings import Kind, Place
from oit.model.mandate import Mandate
from oit.model.round import RoundPolicy
from oit.model.waivers import Waiver, Waivers
from oit.records.document_reader import read_valid
from oit.records.site import Round
from oit.records.strict_yaml import parse_yaml
from oit.records.validate import Model

_FILES = ("round.yml", "mandate.yml", "waivers.yml")


class RoundRules(Struct, frozen=True):
    """What verdicts follow from: `round.yml`, `mandate.yml` with its periods, `waivers.yml`."""

    policy: RoundPolicy
    mandate: Mandate
    waivers: tuple[Waiver, ...]


class RulesInForce(Struct, frozen=True):
    """Rules with the days on which they were in force."""

    since: date
    until: date
    """The last day."""
    rules: RoundRules | None
    """`None` where the files of that time cannot be read."""


def rules_of(round_: Round) -> RoundRules:
    """The rules of today."""
    return RoundRules(round_.policy, round_.mandate, round_.waivers)


def earlier_rules(round_: Round, today: date) -> tuple[RulesInForce, ...]:
    """The rules that others have replaced, the newest first; none where no history tells."""
    return tuple(reversed(tuple(_in_order(round_, today))))


def in_force_since(round_: Round, earlier: Sequence[RulesInForce]) -> date | None:
    """Since when the rules of today are in force, after the `earlier` ones of the round.

    `None` where no history tells.
    """
    if round_.witness is None or not round_.witness.policies:
        return None
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
            yield version.since, _read_rules(*(version.texts.get(name) for name in _FILES))
    yield today, rules_of(round_)


@lru_cache(maxsize=64)  # most commits change none of these files
def _read_rules(
    round_yml: str | None, mandate_yml: str | None, waivers_yml: str | None
) -> RoundRules | None:
    """The rules that files state; `None` where one of them is absent, or does not stand as it is.

    By files with a fault nothing was published while they stood.
    """
    policy = _read("round.yml", round_yml, RoundPolicy)
    mandate = _read("mandate.yml", mandate_yml, Mandate)
    waivers = Waivers() if waivers_yml is None else _read("waivers.yml", waivers_yml, Waivers)
    if policy is None or mandate is None or waivers is None:
        return None
    return RoundRules(policy, mandate.in_round(policy), waivers.waivers)


def _read(name: str, text: str | None, schema: type[Model]) -> Model | None:
    return None if text is None else _valid(schema, name, text)


@lru_cache(maxsize=64)  # a version of one file stays where the others change
def _valid(schema: type[Model], name: str, text: str) -> Model | None:
    place = Place(name, Kind.POLICY)
    return read_valid(schema, text.encode, parse_yaml, place)[0]
