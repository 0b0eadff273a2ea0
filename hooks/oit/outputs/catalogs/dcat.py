"""`catalog.jsonld`: the index as DCAT 3 in the profile DCAT-AP (JSON-LD), for open-data portals.

One dataset per item, one distribution per file or link; made from the index alone. Where the site's
own address is not known, IRIs are relative to the catalogue's.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from oit.catalog import Language, say
from oit.catalog.dates import english_period
from oit.contract.addresses import API, absolute, item_json_path
from oit.contract.disclosed import EvidenceEntry
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.model.office import Licence
from oit.periods import parse_period
from oit.records.markup import ANCHOR_PREFIX
from oit.wording.terms import SAMPLE_EN, SAMPLE_TH

CONTEXT: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
# Codes of the EU's authority tables, which DCAT-AP asks for.
_FREQUENCIES = {
    "monthly": "MONTHLY",
    "quarterly": "QUARTERLY",
    "semiannual": "ANNUAL_2",
    "annual": "ANNUAL",
}
_FORMATS = {
    "text/csv": "CSV",
    "application/pdf": "PDF",
    "application/json": "JSON",
    "application/geo+json": "GEOJSON",
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/vnd.oasis.opendocument.text": "ODT",
}
_IANA = "https://www.iana.org/assignments/media-types"
_TO_ROOT = "../" * (API.count("/") + 1)
"""From the catalogue's folder to the site's root."""


def catalog(index: Index, licence: Licence | None) -> dict[str, Any]:
    """The catalogue with its datasets, ready for JSON."""
    days = [round_.as_of.isoformat() for round_ in index.rounds]
    return {
        "@context": dict(CONTEXT),
        "@id": _root(index),
        "@type": "dcat:Catalog",
        "dct:title": _bilingual(
            say("catalogs.dcat", Language.TH, office=index.office.name.th),
            say("catalogs.dcat", Language.EN, office=index.office.name.en),
        ),
        "dct:description": _bilingual(
            say("catalogs.dcat.about", Language.TH), say("catalogs.dcat.about", Language.EN)
        ),
        "dct:publisher": _publisher(index),
        "dct:language": [{"@id": f"{_EU}/language/THA"}],
        "foaf:homepage": {"@id": _root(index)},
        **({"dct:modified": _date(max(days))} if days else {}),
        **_license(licence),
        "dcat:dataset": [
            _dataset(item, round_, index, licence) for round_, item in index.round_items()
        ],
    }


def _dataset(
    item: ItemEntry, round_: RoundEntry, index: Index, licence: Licence | None
) -> dict[str, Any]:
    sample = [{"@value": SAMPLE_TH, "@language": "th"}] if item.sample else []
    issued = [
        entry.published.isoformat()
        for _, cell in item.requirement_cells()
        for entry in cell.evidence
    ]
    return {
        # The fragment tells the dataset from the page; the prefix keeps it apart from other ids.
        "@id": f"{_iri(item.url)}#{ANCHOR_PREFIX}dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{index.office.id}/{round_.scheme}/{round_.fiscal_year}/{item.item}",
        "dct:title": _bilingual(f"{item.item} {item.title.th}", f"{item.item} {item.title.en}"),
        "dct:description": _bilingual(item.about.th, item.about.en),
        "dct:publisher": _publisher(index),
        "dcat:keyword": [item.topic, item.item, *sample],
        "dcat:theme": [{"@id": f"{_EU}/data-theme/GOVE"}],
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dcat:landingPage": {"@id": _iri(item.url)},
        "dct:language": [{"@id": f"{_EU}/language/THA"}],
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/{_FREQUENCIES[item.frequency]}"},
        "dct:temporal": _fiscal_year(round_.fiscal_year),
        **({"dct:issued": _date(min(issued))} if issued else {}),
        **({"dct:modified": _date(item.updated.isoformat())} if item.updated else {}),
        "dcat:distribution": [
            _json_distribution(item, round_, index, licence),
            *(_distribution(entry, label, licence) for entry, label in _downloads(item)),
        ],
    }


def _json_distribution(
    item: ItemEntry, round_: RoundEntry, index: Index, licence: Licence | None
) -> dict[str, Any]:
    """The item's JSON document; so that no dataset is without a distribution."""
    address = f"{_root(index)}{item_json_path(round_.fiscal_year, item.item)}"
    return {
        "@type": "dcat:Distribution",
        "dct:title": _bilingual(
            say("catalogs.dcat.whole", Language.TH, item=item.item),
            say("catalogs.dcat.whole", Language.EN, item=item.item),
        ),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        **_media_type("application/json"),
        **_license(licence),
    }


def _downloads(item: ItemEntry) -> Iterator[tuple[EvidenceEntry, str]]:
    """Files and links, each address once, with an English title: item, requirement and period.

    Titles of evidence are Thai only.
    """
    seen = set()
    for requirement, cell in item.requirement_cells():
        period = f", {english_period(parse_period(cell.period))}" if cell.period else ""
        for entry in cell.evidence:
            if entry.kind in ("file", "url") and entry.url and entry.url not in seen:
                seen.add(entry.url)
                yield entry, f"{item.item} {requirement.label.en}{period}"


def _distribution(
    entry: EvidenceEntry, english_title: str, licence: Licence | None
) -> dict[str, Any]:
    address = _iri(entry.url or "")
    thai_mark, english_mark = (SAMPLE_TH, SAMPLE_EN) if entry.sample else ("", "")
    return {
        "@type": "dcat:Distribution",
        "dct:title": _bilingual(
            _with_mark(entry.title, thai_mark), _with_mark(english_title, english_mark)
        ),
        "dcat:accessURL": {"@id": address},
        "dct:issued": _date(entry.published.isoformat()),
        **_license(licence),
        **(_file_properties(entry, address) if entry.kind == "file" else {}),
    }


def _with_mark(title: str, mark: str) -> str:
    return f"{title} ({mark})" if mark else title


def _file_properties(entry: EvidenceEntry, address: str) -> dict[str, Any]:
    """What a file has and a link has not: where to download it, its type, size and hash."""
    properties: dict[str, Any] = {"dcat:downloadURL": {"@id": address}}
    if entry.media_type:
        properties |= _media_type(entry.media_type)
    if entry.bytes is not None:
        size = {"@value": str(entry.bytes), "@type": "xsd:nonNegativeInteger"}
        properties["dcat:byteSize"] = size
    if entry.sha256:
        properties["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": entry.sha256, "@type": "xsd:hexBinary"},
        }
    return properties


def _media_type(media_type: str) -> dict[str, Any]:
    """The IANA media type, and the EU's code of the file type where there is one."""
    properties = {"dcat:mediaType": {"@id": f"{_IANA}/{media_type}"}}
    if code := _FORMATS.get(media_type):
        properties["dct:format"] = {"@id": f"{_EU}/file-type/{code}"}
    return properties


def _publisher(index: Index) -> dict[str, Any]:
    name = index.office.name
    return {
        "@id": f"{_root(index)}#office",
        "@type": "foaf:Agent",
        "foaf:name": _bilingual(name.th, name.en),
    }


def _license(licence: Licence | None) -> dict[str, Any]:
    return {"dct:license": {"@id": licence.url}} if licence else {}


def _fiscal_year(year: int) -> dict[str, Any]:
    period = parse_period(f"FY{year}")
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _date(period.start.isoformat()),
        "dcat:endDate": _date(period.end.isoformat()),
    }


def _root(index: Index) -> str:
    """The IRI of the site's root; relative to the catalogue's where its address is not known."""
    return absolute(index.site_url, "") if index.site_url else _TO_ROOT


def _iri(address: str) -> str:
    """An address of the index as an IRI: one relative to the site's root leads there first."""
    return address if "://" in address else f"{_TO_ROOT}{address}"


def _bilingual(thai: str, english: str) -> list[dict[str, str]]:
    return [{"@value": thai, "@language": "th"}, {"@value": english, "@language": "en"}]


def _date(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
