"""Policy files of the past, as far as they can be read: the rules of a round at a time."""

from collections.abc import Mapping
from functools import lru_cache

from oit.findings import Kind, Place
from oit.model.mandate import Mandate
from oit.model.round import RoundPolicy
from oit.model.rules import RoundRules
from oit.model.waivers import Waivers
from oit.records.document_reader import read_valid
from oit.records.strict_yaml import parse_yaml
from oit.records.validate import Model


def read_rules(texts: Mapping[str, str]) -> RoundRules | None:
    """The rules that files state; `None` where one of them is absent, or does not stand as it is.

    By files with a fault nothing was published while they stood.
    """
    policy = _read("round.yml", texts, RoundPolicy)
    mandate = _read("mandate.yml", texts, Mandate)
    waivers = _read("waivers.yml", texts, Waivers) if "waivers.yml" in texts else Waivers()
    if policy is None or mandate is None or waivers is None:
        return None
    return RoundRules(policy, mandate.in_round(policy), waivers.waivers)


def _read(name: str, texts: Mapping[str, str], schema: type[Model]) -> Model | None:
    return _valid(schema, name, texts[name]) if name in texts else None


@lru_cache(maxsize=64)  # a version of one file stays where the others change
def _valid(schema: type[Model], name: str, text: str) -> Model | None:
    place = Place(name, Kind.POLICY)
    return read_valid(schema, text.encode, parse_yaml, place)[0]
