"""What an assessment follows from, as a SHA-256: where it is the same, so is the assessment.

So whatever is made of an item or a round alone, the engine being the same, can be kept by it.
What is made of several has to name them all; the day and the settings are part of each.
"""

from collections.abc import Iterable
from datetime import date

from oit.assessment.result import ItemAssessment, Today
from oit.findings import Finding
from oit.memory import made_from
from oit.model.mandate import MandateItem
from oit.records.site import Round, Site


def of_round(round_: Round, site: Site, today: Today) -> str:
    """What every item of a round follows from: the settings, the day, and the round's own files."""
    witnessed = round_.witness.made_from.get(None) if round_.witness else None
    is_read = round_.witness is not None
    day = today.day, today.is_set
    return made_from(site.settings_from, day, round_.folder, round_.policy_from, is_read, witnessed)


def of_item(
    item: MandateItem, round_: Round, of_its_round: str, as_of: date, faults: Iterable[Finding]
) -> str:
    """What the assessment of an item on a day follows from.

    What rules compare it with, in earlier rounds too, counts by the faults that they find.
    """
    bundle = round_.bundles.get(item.item)
    witnessed = round_.witness.made_from.get(item.item) if round_.witness else None
    served = [version.key for version in round_.versions if version.key.item == item.item]
    files = bundle.made_from if bundle else None
    return made_from(of_its_round, as_of, item.item, files, witnessed, served, list(faults))


def of_contents(round_: Round) -> str:
    """All that was read of a round, with what the history witnesses of it."""
    bundles = [bundle.made_from for bundle in round_.bundles.values()]
    witnessed = list(round_.witness.made_from.items()) if round_.witness else None
    served = [version.key for version in round_.versions]
    return made_from(round_.folder, round_.policy_from, bundles, witnessed, served)


def of_assessing(round_: Round, site: Site, today: Today, served: Iterable[Finding]) -> str:
    """All that the assessment of a round follows from: earlier rounds too, and when others open."""
    year = round_.fiscal_year
    read = [of_contents(other) for other in site.rounds if other.fiscal_year <= year]
    opened = [other.policy.opens for other in site.rounds]
    found = [*site.findings, *served]
    return made_from(year, site.settings_from, today.day, today.is_set, read, opened, found)


def of_assessed(
    round_: Round, of_its_round: str, items: Iterable[ItemAssessment], findings: Iterable[Finding]
) -> str:
    """What the assessment of a round follows from, its items and all that was found in it."""
    bundles = [bundle.made_from for bundle in round_.bundles.values()]
    return made_from(of_its_round, bundles, [item.made_from for item in items], list(findings))
