"""The items of a round under their indicators, as every list of them shows them."""

from dataclasses import dataclass

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.model.mandate import Indicator


@dataclass(frozen=True, slots=True)
class Group:
    """The items under one indicator."""

    indicator: Indicator
    members: list[ItemAssessment]


def groups_of(round_: RoundAssessment) -> list[Group]:
    """The items under their indicators, in the mandate's order; no indicator without items."""
    groups = (Group(one, _items_of(one, round_)) for one in round_.round.mandate.indicators)
    return [group for group in groups if group.members]


def _items_of(indicator: Indicator, round_: RoundAssessment) -> list[ItemAssessment]:
    return [one for one in round_.items if one.item.indicator == indicator.id]
