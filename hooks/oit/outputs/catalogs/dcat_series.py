"""The series of `catalog.jsonld`: what items of one topic disclose from year to year.

The number of an item changes between years, its topic stays.
"""

from collections.abc import Iterator
from typing import Any

from oit.catalog import Language, say
from oit.contract.base import Name
from oit.contract.identifiers import dataset_id, office_id, series_id
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.outputs.catalogs.dcat_values import bilingual, day, frequency, node, period_of_time
from oit.periods import parse_period

Member = tuple[RoundEntry, ItemEntry]


def all_series(index: Index) -> Iterator[dict[str, Any]]:
    """A series of each topic, in the order in which topics first appear."""
    for topic, members in members_of(index).items():
        yield _series(topic, members, index.site_url)


def members_of(index: Index) -> dict[str, list[Member]]:
    """The items of each topic, oldest first."""
    members: dict[str, list[Member]] = {}
    for round_, item in index.round_items():
        members.setdefault(item.topic, []).append((round_, item))
    return {
        topic: sorted(found, key=lambda member: member[0].fiscal_year)
        for topic, found in members.items()
    }


def earlier_round(members: list[Member], round_: RoundEntry, site_url: str | None) -> str | None:
    """The identifier of the dataset in the round before, of those of a topic; `None`: the first."""
    before = [member for member in members if member[0].fiscal_year < round_.fiscal_year]
    return _identifier(before[-1], site_url) if before else None


def _identifier(member: Member, site_url: str | None) -> str:
    round_, item = member
    return item.identifier or dataset_id(site_url, round_.fiscal_year, item.item)


def _series(topic: str, members: list[Member], site_url: str | None) -> dict[str, Any]:
    """Described by its newest member, over the time of them all."""
    first, last = members[0][0], members[-1][0]
    newest = members[-1][1]
    identifier = series_id(site_url, topic)
    updated = [item.updated for _, item in members if item.updated]
    return {
        **node(identifier),
        "@type": "dcat:DatasetSeries",
        "dct:title": bilingual(
            Name(
                th=say("catalogs.series", Language.TH, title=newest.title.th),
                en=say("catalogs.series", Language.EN, title=newest.title.en),
            )
        ),
        "dct:description": bilingual(newest.about),
        "dct:publisher": node(office_id(site_url)),
        "dct:accrualPeriodicity": frequency("annual"),
        "dct:temporal": period_of_time(
            f"{identifier}-period",
            parse_period(f"FY{first.fiscal_year}"),
            parse_period(f"FY{last.fiscal_year}"),
        ),
        **({"dct:modified": day(max(updated).isoformat())} if updated else {}),
        "dcat:first": node(_identifier(members[0], site_url)),
        "dcat:last": node(_identifier(members[-1], site_url)),
    }
