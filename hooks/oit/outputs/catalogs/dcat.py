"""`catalog.jsonld`: the index as DCAT 3 in the profile DCAT-AP 3 (JSON-LD), for open-data portals.

One dataset per item, one distribution per file, section or link, one series per topic over the
years, and the API as a data service. A month is a distribution with its own time, and no dataset:
catalogues count one dataset an item, as the assessor does. Everything has an IRI, so that who
harvests twice knows what is what. Where the site's own address is not known, IRIs are relative to
the catalogue's.
"""

from collections.abc import Mapping
from typing import Any

from oit.catalog import Language, say
from oit.contract.addresses import INDEX_PATH, absolute, schema_path
from oit.contract.base import Name
from oit.contract.identifiers import (
    catalog_id,
    dataset_id,
    division_id,
    office_id,
    period_id,
    series_id,
    service_id,
)
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.outputs.api.downloads import TablesOfItems, downloads_of, measured
from oit.outputs.catalogs.dcat_distributions import distribution
from oit.outputs.catalogs.dcat_office import agent, contact_point, licence, place
from oit.outputs.catalogs.dcat_series import Member, all_series, earlier_round, members_of
from oit.outputs.catalogs.dcat_values import (
    CONTEXT,
    EU,
    bilingual,
    code,
    day,
    frequency,
    node,
    period_of_time,
    typed,
)
from oit.outputs.publication import Publication
from oit.periods import parse_period
from oit.wording.terms import SAMPLE_TH


def catalog(
    index: Index,
    publication: Publication,
    files: Mapping[str, bytes],
    tables: TablesOfItems,
) -> dict[str, Any]:
    """The catalogue with its datasets, ready for JSON: each is made as it is written.

    `files` are the generated files by path, for their sizes and hashes; `tables` those of
    requirements over their periods.
    """
    days = [round_.as_of.isoformat() for round_ in index.rounds]
    root = node(catalog_id(index.site_url))
    members = members_of(index)
    return {
        "@context": dict(CONTEXT),
        **root,
        "@type": "dcat:Catalog",
        "dct:title": bilingual(
            Name(
                th=say("catalogs.dcat", Language.TH, office=index.office.name.th),
                en=say("catalogs.dcat", Language.EN, office=index.office.name.en),
            )
        ),
        "dct:description": bilingual(_words("catalogs.dcat.about")),
        "dct:publisher": agent(office_id(index.site_url), index.office.name),
        "dct:language": [code("language", "THA")],
        "foaf:homepage": root,
        "dcat:themeTaxonomy": {"@id": f"{EU}/data-theme"},
        **({"dct:modified": day(max(days))} if days else {}),
        **_common(index, publication),
        **licence(index.licence),
        "dcat:dataset": (
            _dataset(item, round_, members[item.topic], index, publication)
            | {"dcat:distribution": _distributions(item, round_, index, files, tables)}
            for round_, item in index.round_items()
        ),
        "dcat:resource": [
            {**series, **_common(index, publication)} for series in all_series(index)
        ],
        "dcat:service": [_service(index, publication)],
    }


def _common(index: Index, publication: Publication) -> dict[str, Any]:
    """What the catalogue and everything in it says alike: where it is about, and whom to ask."""
    return {**place(publication.policy.office), **contact_point(publication, index.site_url)}


def _dataset(
    item: ItemEntry,
    round_: RoundEntry,
    members: list[Member],
    index: Index,
    publication: Publication,
) -> dict[str, Any]:
    """`members` are those of the item's topic."""
    site_url, year = index.site_url, round_.fiscal_year
    period = parse_period(f"FY{year}")
    earlier = earlier_round(members, round_, site_url)
    issued = [
        entry.published.isoformat()
        for _, cell in item.requirement_cells()
        for entry in cell.evidence
    ]
    return {
        **node(item.identifier or dataset_id(site_url, year, item.item)),
        "@type": "dcat:Dataset",
        "dct:identifier": f"{index.office.id}/{round_.scheme}/{year}/{item.item}",
        **_descriptions(item),
        "dct:publisher": node(office_id(site_url)),
        "dct:creator": _creator(item, index),
        "dcat:theme": [code("data-theme", "GOVE")],
        "dct:accessRights": code("access-right", "PUBLIC"),
        "dcat:landingPage": node(item.url),
        "dct:language": [code("language", "THA")],
        "dct:accrualPeriodicity": frequency(item.frequency),
        "dct:temporal": period_of_time(period_id(site_url, year, str(period)), period, period),
        **_resolution(item),
        **({"dct:issued": day(min(issued))} if issued else {}),
        **({"dct:modified": day(item.updated.isoformat())} if item.updated else {}),
        **_common(index, publication),
        "dcat:inSeries": node(series_id(site_url, item.topic)),
        **({"dcat:prev": node(earlier)} if earlier else {}),
    }


def _distributions(
    item: ItemEntry,
    round_: RoundEntry,
    index: Index,
    files: Mapping[str, bytes],
    tables: TablesOfItems,
) -> list[dict[str, Any]]:
    site_url, year = index.site_url, round_.fiscal_year
    return [
        {
            **distribution(measured(download, files, site_url), item.item, year, site_url),
            **licence(index.licence),
        }
        for download in downloads_of(item, year, site_url, tables)
    ]


def _descriptions(item: ItemEntry) -> dict[str, Any]:
    sample = [{"@value": SAMPLE_TH, "@language": "th"}] if item.sample else []
    title = Name(th=f"{item.item} {item.title.th}", en=f"{item.item} {item.title.en}")
    return {
        "dct:title": bilingual(title),
        "dct:description": bilingual(item.about),
        "dcat:keyword": [item.topic, item.item, *sample],
    }


def _creator(item: ItemEntry, index: Index) -> dict[str, Any]:
    """The division that leads the item."""
    names = {division.id: division.name for division in index.divisions}
    name = names.get(item.owner, Name(th=item.owner, en=item.owner))
    return agent(division_id(index.site_url, item.owner), name)


def _resolution(item: ItemEntry) -> dict[str, Any]:
    """The shortest period that it discloses: `P1M` of a monthly table."""
    months = [
        parse_period(cell.period).months for _, cell in item.requirement_cells() if cell.period
    ]
    return {"dcat:temporalResolution": typed(f"P{min(months)}M", "duration")} if months else {}


def _service(index: Index, publication: Publication) -> dict[str, Any]:
    """The documents below `api/v1/`, beginning with the index, and the schema that says how."""
    site_url = index.site_url
    return {
        **node(service_id(site_url)),
        "@type": "dcat:DataService",
        "dct:title": bilingual(_words("catalogs.service")),
        "dct:description": bilingual(_words("catalogs.service.about")),
        "dcat:endpointURL": node(absolute(site_url, INDEX_PATH)),
        "dcat:endpointDescription": node(absolute(site_url, schema_path("index.json"))),
        "dct:publisher": node(office_id(site_url)),
        "dcat:theme": [code("data-theme", "GOVE")],
        "dcat:keyword": ["OIT", "JSON", "CSV"],
        "dct:conformsTo": node(absolute(site_url, schema_path("index.json"))),
        "dct:accessRights": code("access-right", "PUBLIC"),
        "dcat:landingPage": node(absolute(site_url, "data/")),
        **_common(index, publication),
        **licence(index.licence),
        "dcat:servesDataset": [
            node(item.identifier or dataset_id(site_url, round_.fiscal_year, item.item))
            for round_, item in index.round_items()
        ],
    }


def _words(message: str) -> Name:
    return Name(th=say(message, Language.TH), en=say(message, Language.EN))
