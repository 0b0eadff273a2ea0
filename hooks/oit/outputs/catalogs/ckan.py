"""`ckan.jsonl`: the datasets as `ckanapi load datasets` takes them, one a line.

Field names and values are those of the schema with which GD Catalog runs CKAN. The organization is
the office's id; a line is known by its `name`, a resource by its id, so that loading again updates.
What the office has not set is left out, and named by `unset` of `gdcatalog.json`.
"""

import json
from collections.abc import Iterator
from typing import Any

from oit.catalog import Language, say
from oit.contract.addresses import iri
from oit.contract.documents import GdCatalog, GdFields
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.outputs.api.downloads import Download, TablesOfItems, downloads_of
from oit.outputs.catalogs.gd_lists import LANGUAGE, NO_LICENCE, format_name
from oit.outputs.publication import Publication, lasting_id
from oit.wording.terms import SAMPLE_TH

_LONGEST_OFFICE = 80
"""CKAN takes names of at most 100 letters."""


def ckan_lines(
    catalogue: GdCatalog,
    index: Index,
    publication: Publication,
    tables: TablesOfItems,
) -> bytes:
    """The datasets of the catalogue, which are those of the index, as lines of JSON."""
    members = zip(catalogue.datasets, index.round_items(), strict=True)
    lines = (
        _line(dataset.fields, item, round_, publication, tables)
        for dataset, (round_, item) in members
    )
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()


def _line(
    fields: GdFields,
    item: ItemEntry,
    round_: RoundEntry,
    publication: Publication,
    tables: TablesOfItems,
) -> dict[str, Any]:
    office, year = publication.policy.office.id, round_.fiscal_year
    downloads = downloads_of(item, year, publication.site_url, tables)
    told = {name: value for name, value in fields.model_dump().items() if value is not None}
    return {
        **told,
        "name": f"{office[:_LONGEST_OFFICE]}-{year}-{item.item.lower()}",
        "title": f"{fields.title} ({SAMPLE_TH})" if item.sample else fields.title,
        "owner_org": office,
        "tag_string": ",".join(_tags(item)),
        "objective": [fields.objective],
        "license_id": fields.license_id or NO_LICENCE,
        "data_language": [LANGUAGE],
        "url": iri(item.url),
        **_days(item),
        "resources": [_resource(download, publication) for download in downloads],
    }


def _tags(item: ItemEntry) -> Iterator[str]:
    """In Latin letters: CKAN takes no tag with a Thai vowel above or below a letter."""
    yield from ("OIT", item.item, item.topic)
    if item.sample:
        yield say("catalogs.gd-sample", Language.EN)


def _days(item: ItemEntry) -> dict[str, str]:
    published = [
        entry.published.isoformat()
        for _, cell in item.requirement_cells()
        for entry in cell.evidence
    ]
    return {
        **({"created_date": min(published)} if published else {}),
        **({"last_updated_date": item.updated.isoformat()} if item.updated else {}),
    }


def _resource(download: Download, publication: Publication) -> dict[str, str]:
    day = download.published
    return {
        "id": str(lasting_id(publication, "resource", download.identifier)),
        "name": download.title.th,
        "description": download.about.th,
        "url": iri(download.address),
        **({"format": format_name(download)} if format_name(download) else {}),
        **({"resource_last_updated_date": day.isoformat()} if day else {}),
    }
