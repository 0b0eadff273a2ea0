"""What pages tell search engines by schema.org, as JSON-LD: office, catalogue, items as datasets.

Things have the same identifiers as in `catalog.jsonld`. A demonstration tells nothing, for its
samples must not be found as if they were real; nor does a site without an address of its own, for
the URL of a dataset has to be absolute.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, say
from oit.contract.identifiers import catalog_id, dataset_id, division_id, office_id
from oit.contract.index import ItemEntry
from oit.outputs.api.downloads import Download, downloads_of
from oit.outputs.api.entries import item_entry
from oit.outputs.publication import Publication
from oit.periods import parse_period

_CONTEXT = "https://schema.org"


def home_data(publication: Publication) -> str | None:
    """JSON for a script element of home: the office, and the catalogue of its datasets.

    `None` for a demonstration, and where the site's URL is not set.
    """
    site = publication.site_url
    if publication.policy.is_demonstration or not site:
        return None
    graph = [_office(publication, site), _catalogue(publication, site)]
    return _script({"@context": _CONTEXT, "@graph": graph})


def _office(publication: Publication, site: str) -> dict[str, Any]:
    """The office, and how it is reached."""
    office = publication.policy.office
    known = {
        "@type": "GovernmentOffice",
        "@id": office_id(site),
        "name": office.name_th,
        "alternateName": office.name_en,
        "url": publication.policy.official_home or site,
        "address": office.address_th,
        "telephone": office.telephone,
        "email": office.email,
        "hasMap": office.map_url,
    }
    return {name: value for name, value in known.items() if value}


def _catalogue(publication: Publication, site: str) -> dict[str, Any]:
    datasets = [
        dataset_id(site, round_.fiscal_year, item.item)
        for round_ in publication.assessment.rounds
        for item in round_.mandate.items
    ]
    return {
        "@type": "DataCatalog",
        "@id": catalog_id(site),
        "name": say("catalogs.dcat", Language.TH, office=publication.policy.office.name_th),
        "description": say("catalogs.dcat.about", Language.TH),
        "url": site,
        "inLanguage": "th",
        "publisher": {"@id": office_id(site)},
        **_terms(publication),
        "dataset": [{"@id": identifier} for identifier in datasets],
    }


def structured_data(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication, changed: date | None
) -> str | None:
    """JSON for a script element: an item as a dataset; `None` as for home.

    `changed` is the day of the item's last change.
    """
    site = publication.site_url
    if publication.policy.is_demonstration or not site:
        return None
    entry = item_entry(item, round_, publication)
    downloads = downloads_of(entry, round_.fiscal_year, site)
    return _script(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "@id": entry.identifier,
            **_about(entry, round_.fiscal_year, publication),
            "includedInDataCatalog": {"@type": "DataCatalog", "@id": catalog_id(site), "url": site},
            **_makers(entry, publication, site),
            **_terms(publication),
            **({"dateModified": changed.isoformat()} if changed else {}),
            "isAccessibleForFree": True,
            "distribution": list(_files(downloads)),
        }
    )


def _about(entry: ItemEntry, fiscal_year: int, publication: Publication) -> dict[str, Any]:
    period = parse_period(f"FY{fiscal_year}")
    place = publication.policy.office.place
    return {
        "name": f"{entry.item} {entry.title.th}",
        "description": entry.about.th,
        "identifier": f"{publication.policy.office.id}/{fiscal_year}/{entry.item}",
        "keywords": ["OIT", "ITA", entry.topic],
        "url": entry.url,
        "inLanguage": "th",
        "temporalCoverage": f"{period.start}/{period.end}",
        **({"spatialCoverage": {"@type": "Place", "@id": place}} if place else {}),
    }


def _makers(entry: ItemEntry, publication: Publication, site: str) -> dict[str, Any]:
    """The office publishes; the division that leads the item has made it."""
    return {
        "publisher": {
            "@type": "GovernmentOrganization",
            "@id": office_id(site),
            "name": publication.policy.office.name_th,
        },
        "creator": {
            "@type": "GovernmentOrganization",
            "@id": division_id(site, entry.owner),
            "name": publication.vocabulary.division(entry.owner, Language.TH),
        },
    }


def _terms(publication: Publication) -> dict[str, str]:
    licence = publication.policy.licence
    return {"license": licence.url} if licence else {}


def _script(document: Mapping[str, object]) -> str:
    """Text cannot end the script element: `<` is written as an escape of JSON."""
    return json.dumps(document, ensure_ascii=False).replace("<", "\\u003c")


def _files(downloads: tuple[Download, ...]) -> Iterator[dict[str, Any]]:
    """What gives data when it is fetched; a page about it is no download."""
    for download in downloads:
        if download.is_file:
            known = {
                "@type": "DataDownload",
                "@id": download.identifier,
                "name": download.title.th,
                "encodingFormat": download.media_type,
                "contentUrl": download.address,
                "contentSize": str(download.bytes) if download.bytes is not None else None,
                "sha256": download.sha256,
            }
            yield {name: value for name, value in known.items() if value}
