"""The files of a round that its verdicts follow from, as they stood at one time."""

from dataclasses import dataclass

from oit.model.mandate import Mandate
from oit.model.round import RoundPolicy
from oit.model.waivers import Waiver


@dataclass(frozen=True, slots=True)
class RoundRules:
    """`round.yml`, `mandate.yml` with the periods of the round, and `waivers.yml`."""

    policy: RoundPolicy
    mandate: Mandate
    waivers: tuple[Waiver, ...]
