"""What pages tell search engines by schema.org, as JSON-LD: the office, and items as datasets."""

import json
from collections.abc import Mapping
from datetime import date

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import absolute, item_json_path, item_path
from oit.outputs.api.cell_entries import cell_entry
from oit.outputs.publication import Publication
from oit.periods import parse_period


def office_data(publication: Publication) -> str | None:
    """JSON for a script element of home: the office, and how it is reached.

    `None` for a demonstration, and where the site's URL is not set.
    """
    site, office = publication.site_url, publication.policy.office
    if publication.policy.is_demonstration or not site:
        return None
    known = {
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "name": office.name_th,
        "alternateName": office.name_en,
        "url": publication.policy.official_home or site,
        "address": office.address_th,
        "telephone": office.telephone,
        "email": office.email,
        "hasMap": office.map_url,
    }
    return _script({name: value for name, value in known.items() if value})


def structured_data(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication, changed: date | None
) -> str | None:
    """JSON for a script element; `None` for a demonstration, and where the site's URL is not set.

    `changed` is the day of the item's last change. The URL of a dataset has to be absolute, and a
    demonstration's samples must not be found as if they were real.
    """
    site, policy = publication.site_url, publication.policy
    if policy.is_demonstration or not site:
        return None
    mandated = item.mandated
    period = parse_period(f"FY{round_.fiscal_year}")
    document = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{mandated.item} {mandated.title_th}",
        "description": mandated.about_th,
        "identifier": f"{policy.office.id}/{round_.fiscal_year}/{mandated.item}",
        "keywords": ["OIT", "ITA", mandated.topic],
        "url": absolute(site, item_path(round_.fiscal_year, mandated)),
        "inLanguage": "th",
        "temporalCoverage": f"{period.start}/{period.end}",
        "creator": {"@type": "GovernmentOrganization", "name": policy.office.name_th},
        **({"license": policy.licence.url} if policy.licence else {}),
        **({"dateModified": changed.isoformat()} if changed else {}),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": absolute(site, item_json_path(round_.fiscal_year, item.id)),
            },
            *_files(item, round_, publication),
        ],
    }
    return _script(document)


def _script(document: Mapping[str, object]) -> str:
    """Text cannot end the script element: `<` is written as an escape of JSON."""
    return json.dumps(document, ensure_ascii=False).replace("<", "\\u003c")


def _files(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> list[dict[str, str | None]]:
    """The evidence files as `DataDownload`, each once, whatever cells it fills."""
    entries = (
        entry
        for cell in item.cells
        for entry in cell_entry(cell, item, round_, publication).evidence
        if entry.kind == "file"
    )
    return [
        {
            "@type": "DataDownload",
            "name": entry.title,
            "encodingFormat": entry.media_type,
            "contentUrl": entry.url,
        }
        for entry in {entry.url: entry for entry in entries}.values()
    ]
