"""`ckan.jsonl`: whether its lines are the items of the index, and their resources its evidence."""

import json
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from oit.audit.verify.values import (
    ABSENT,
    MOST_REPORTED,
    Discrepancy,
    documents_differ,
    schema_differs,
    subject_of,
)
from oit.contract.addresses import CKAN_PATH, absolute, iri, year_table_path
from oit.contract.identifiers import distribution_id, lasting_uuid
from oit.contract.index import Index, ItemEntry
from oit.outputs.api.downloads import Download, downloads_of
from oit.wording.terms import SAMPLE_TH

_TABLES = (".csv", ".parquet")
_LONGEST_OFFICE = 80
"""As in the names of `outputs.catalogs.ckan`."""

Line: TypeAlias = Mapping[str, Any]


def check_ckan(data: bytes, index: Index, published: Collection[str]) -> Iterator[Discrepancy]:
    """Datasets and resources that are absent, too many, or described otherwise.

    `published` are the paths of all files of the site.
    """
    lines: dict[str, Line] = {}
    for number, text in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        try:
            line = json.loads(text)
            lines[line["name"]] = {**line, "resources": [dict(each) for each in line["resources"]]}
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            yield schema_differs(CKAN_PATH, str(number), str(error))
            return
    yield from islice(_datasets(lines, index, published), MOST_REPORTED)


def _datasets(
    lines: Mapping[str, Line], index: Index, published: Collection[str]
) -> Iterator[Discrepancy]:
    office, known = index.office.id[:_LONGEST_OFFICE], set()
    for round_, item in index.round_items():
        name = f"{office}-{round_.fiscal_year}-{item.item.lower()}"
        subject = subject_of(round_.fiscal_year, item.item)
        known.add(name)
        if name not in lines:
            yield documents_differ(CKAN_PATH, subject, name, name, ABSENT)
            continue
        yield from _facts(subject, name, _of_item(item, index), lines[name])
        yield from _title(subject, name, item, str(lines[name].get("title")))
        yield from _resources(lines[name], item, round_.fiscal_year, index, published)
    for name in lines.keys() - known:
        yield documents_differ(CKAN_PATH, "", name, ABSENT, name)


def _title(subject: str, name: str, item: ItemEntry, found: str) -> Iterator[Discrepancy]:
    """A dataset is called as its item, and says at the end where it is a sample."""
    mark = f" ({SAMPLE_TH})"
    if item.title.th not in found or found.endswith(mark) is not item.sample:
        expected = f"{item.title.th}{mark if item.sample else ''}"
        yield documents_differ(CKAN_PATH, subject, f"{name}/title", expected, found)


def _of_item(item: ItemEntry, index: Index) -> Mapping[str, str]:
    updated = {"last_updated_date": item.updated.isoformat()} if item.updated else {}
    return {
        "notes": item.about.th,
        "owner_org": index.office.id,
        "url": iri(item.url),
        **updated,
    }


def _resources(
    line: Line, item: ItemEntry, year: int, index: Index, published: Collection[str]
) -> Iterator[Discrepancy]:
    """What can be fetched of an item, by the ids under which CKAN keeps it."""
    subject, found = subject_of(year, item.item), {}
    for resource in line["resources"]:
        found[str(resource.get("id"))] = resource
    expected = {
        _id(download.identifier, index): _of_download(download)
        for download in downloads_of(item, year, index.site_url)
    } | dict(_tables(item, year, index, published))
    for name, facts in expected.items():
        if name not in found:
            yield documents_differ(CKAN_PATH, subject, name, facts["url"], ABSENT)
        else:
            yield from _facts(subject, name, facts, found[name])
    for name in found.keys() - expected.keys():
        yield documents_differ(CKAN_PATH, subject, name, ABSENT, str(found[name].get("url")))


def _of_download(download: Download) -> Mapping[str, str]:
    day = download.published
    return {
        "name": download.title.th,
        "description": download.about.th,
        "url": iri(download.address),
        **({"resource_last_updated_date": day.isoformat()} if day else {}),
    }


def _tables(
    item: ItemEntry, year: int, index: Index, published: Collection[str]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The tables of the item that are published, for programs."""
    own = year_table_path(year, item.item, "")
    for path in published:
        if path.startswith(own) and path.endswith(_TABLES):
            address = absolute(index.site_url, path)
            yield _id(distribution_id(index.site_url, path), index), {"url": iri(address)}


def _id(identifier: str, index: Index) -> str:
    return str(lasting_uuid(index.office.id, "resource", identifier))


def _facts(
    subject: str, place: str, facts: Mapping[str, str], found: Line
) -> Iterator[Discrepancy]:
    for name, expected in facts.items():
        if found.get(name) != expected:
            yield documents_differ(
                CKAN_PATH, subject, f"{place}/{name}", expected, str(found.get(name, ABSENT))
            )
