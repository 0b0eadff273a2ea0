"""What an item's page says to search engines: a schema.org `Dataset`, as JSON-LD."""

import json
from datetime import date

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import absolute, item_json_path, item_path
from oit.outputs.api.entries import cell_entry
from oit.outputs.publication import Publication
from oit.periods import parse_period


def structured_data(
    one: ItemAssessment, round_: RoundAssessment, publication: Publication, changed: date | None
) -> str | None:
    """JSON that is safe inside a script element; `None` for a demonstration or without an address.

    The address of a dataset has to be absolute, and samples are not to be found as if they were
    real.
    """
    site, policy = publication.site_url, publication.policy
    if policy.is_demonstration or not site:
        return None
    item = one.item
    period = parse_period(f"FY{round_.fiscal_year}")
    document = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{item.item} {item.title_th}",
        "description": item.about_th,
        "identifier": f"{policy.office.id}/{round_.fiscal_year}/{item.item}",
        "keywords": ["OIT", "ITA", item.topic],
        "url": absolute(site, item_path(round_.fiscal_year, item)),
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
                "contentUrl": absolute(site, item_json_path(round_.fiscal_year, item.item)),
            },
            *_files(one, round_, publication),
        ],
    }
    return json.dumps(document, ensure_ascii=False).replace("<", "\\u003c")


def _files(
    one: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> list[dict[str, str | None]]:
    """Each file of the evidence once, whatever periods it fills."""
    entries = (
        entry
        for cell in one.cells
        for entry in cell_entry(cell, one, round_, publication).evidence
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
