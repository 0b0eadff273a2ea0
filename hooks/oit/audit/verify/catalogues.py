"""`catalog.jsonld` and `gdcatalog.json`: whether they tell of items and evidence as the index does.

Who reads a catalogue finds a thing by its identifier, and so do these checks: whatever else a
catalogue says, and in whatever order, each fact of the index must stand with its identifier.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from oit.audit.verify.targets import evidence_of
from oit.audit.verify.values import ABSENT, MOST_REPORTED, Discrepancy, documents_differ, subject_of
from oit.contract.addresses import CATALOG_PATH, GD_PATH, iri
from oit.contract.disclosed import EvidenceEntry
from oit.contract.documents import GdCatalog
from oit.contract.index import Index, ItemEntry

_DATASET = "dcat:Dataset"

Facts: TypeAlias = Mapping[str, str]
"""What a catalogue says of something, by property."""


def check_catalog(data: bytes, index: Index) -> Iterator[Discrepancy]:
    """Datasets and distributions that are absent, too many, or described otherwise."""
    nodes: dict[str, dict[str, Any]] = {}
    _collect(json.loads(data), nodes)
    return islice(_catalog(nodes, index), MOST_REPORTED)


def _catalog(nodes: Mapping[str, dict[str, Any]], index: Index) -> Iterator[Discrepancy]:
    known = set()
    for round_, item in index.round_items():
        if item.identifier is None:
            return  # an index of an earlier version names nothing in a catalogue
        subject = subject_of(round_.fiscal_year, item.item)
        known.add(iri(item.identifier))
        yield from _facts(nodes, item.identifier, _of_item(item), subject)
        for entry in _counting(item):
            if entry.identifier:
                yield from _facts(nodes, entry.identifier, _of_entry(entry), subject)
    for name, node in nodes.items():
        if node.get("@type") == _DATASET and name not in known:
            yield documents_differ(CATALOG_PATH, "", name, ABSENT, _DATASET)


def _counting(item: ItemEntry) -> Iterator[EvidenceEntry]:
    """Evidence once, as the first cell that it fills has it; nothing of later days."""
    seen: set[str | None] = set()
    later = {entry.identifier for _, cell in item.requirement_cells() for entry in cell.later}
    for entry in evidence_of(item):
        if entry.identifier not in seen | later:
            seen.add(entry.identifier)
            yield entry


def _of_item(item: ItemEntry) -> Facts:
    return {
        "dct:title": f"{item.item} {item.title.th}",
        "dct:description": item.about.th,
        "dcat:landingPage": iri(item.url),
        "dcat:keyword": item.topic,
        **({"dct:modified": item.updated.isoformat()} if item.updated else {}),
    }


def _of_entry(entry: EvidenceEntry) -> Facts:
    facts = {"dcat:accessURL": iri(entry.url or "")}
    if entry.kind == "file":
        told = {"dcat:byteSize": entry.bytes, "spdx:checksum": entry.sha256}
        facts |= {name: str(value) for name, value in told.items() if value is not None}
    return facts


def _facts(
    nodes: Mapping[str, dict[str, Any]], identifier: str, facts: Facts, subject: str
) -> Iterator[Discrepancy]:
    name = iri(identifier)
    if name not in nodes:
        yield documents_differ(CATALOG_PATH, subject, name, identifier, ABSENT)
        return
    for prop, expected in facts.items():
        found = list(_texts(nodes[name].get(prop)))
        if expected not in found:
            place = f"{name} {prop}"
            yield documents_differ(
                CATALOG_PATH, subject, place, expected, ", ".join(found) or ABSENT
            )


def _collect(value: Any, nodes: dict[str, dict[str, Any]]) -> None:
    """Every node by its identifier; what is said of it in several places is put together."""
    if isinstance(value, list):
        for part in value:
            _collect(part, nodes)
    elif isinstance(value, dict):
        if isinstance(name := value.get("@id"), str):
            nodes.setdefault(name, {}).update(value)
        for part in value.values():
            _collect(part, nodes)


def _texts(value: Any) -> Iterator[str]:
    """The texts and addresses of a property."""
    if isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        named = [name for name in ("@value", "@id") if name in value]
        yield from (str(value[name]) for name in named)
        yield from _texts([part for name, part in value.items() if not name.startswith("@")])
    elif value is not None:
        yield str(value)


def check_gd_catalog(catalogue: GdCatalog, index: Index) -> Iterator[Discrepancy]:
    """Datasets of the national catalogue that are absent, too many, or of another item."""
    found = {(entry.fiscal_year, entry.item): entry for entry in catalogue.datasets}
    items = {(round_.fiscal_year, item.item): item for round_, item in index.round_items()}
    for year, name in sorted(found.keys() ^ items.keys()):
        there = (year, name) in found
        expected, told = (ABSENT, name) if there else (name, ABSENT)
        yield documents_differ(GD_PATH, subject_of(year, name), "/datasets", expected, told)
    for (year, name), item in items.items():
        if entry := found.get((year, name)):
            facts = {
                "url": (item.url, entry.url),
                "sample": (str(item.sample), str(entry.sample)),
                "fields/notes": (item.about.th, entry.fields.notes),
                "fields/owner_org": (index.office.name.th, entry.fields.owner_org),
            }
            for place, (expected, told) in facts.items():
                if expected != told:
                    yield documents_differ(
                        GD_PATH, subject_of(year, name), f"/{place}", expected, told
                    )
            if item.title.th not in entry.fields.title:
                place, title = "/fields/title", entry.fields.title
                yield documents_differ(GD_PATH, subject_of(year, name), place, item.title.th, title)
