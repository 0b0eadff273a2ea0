"""The index as a catalogue that others read: DCAT 3 in the profile DCAT-AP, as JSON-LD.

A dataset an item, a distribution a file or link; made from the index alone. Where the site knows no
address of its own, IRIs are relative to the catalogue's.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from oit.contract import index as contract
from oit.contract.addresses import API, absolute, item_json_path
from oit.model.office import Licence
from oit.periods import parse_period
from oit.records.markup import ANCHOR_PREFIX
from oit.wording.terms import SAMPLE_EN, SAMPLE_TH, english_period

CONTEXT: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
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
_UP = "../" * (API.count("/") + 1)


def catalog(index: contract.Index, licence: Licence | None) -> dict[str, Any]:
    """The catalogue, ready for JSON."""
    datasets = [
        _dataset(item, round_, index, licence) for round_ in index.rounds for item in round_.items
    ]
    days = [round_.as_of.isoformat() for round_ in index.rounds]
    return {
        "@context": dict(CONTEXT),
        "@id": _root(index),
        "@type": "dcat:Catalog",
        "dct:title": _texts(
            f"ข้อมูลที่{index.office.name.th}เปิดเผยต่อสาธารณะ (OIT)",
            f"Public disclosure of the {index.office.name.en} (OIT)",
        ),
        "dct:description": _texts(
            "ข้อมูลตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ รายการละหนึ่งชุดข้อมูล",
            "What the assessment of open data asks for, a dataset an item.",
        ),
        "dct:publisher": _publisher(index),
        "dct:language": [{"@id": f"{_EU}/language/THA"}],
        "foaf:homepage": {"@id": _root(index)},
        **({"dct:modified": _day(max(days))} if days else {}),
        **_licensed(licence),
        "dcat:dataset": datasets,
    }


def _dataset(
    item: contract.ItemEntry,
    round_: contract.RoundEntry,
    index: contract.Index,
    licence: Licence | None,
) -> dict[str, Any]:
    sample = [{"@value": SAMPLE_TH, "@language": "th"}] if item.sample else []
    cells = (cell for requirement in item.requirements for cell in requirement.cells)
    issued = [one.published.isoformat() for cell in cells for one in cell.evidence]
    return {
        "@id": f"{_iri(item.url)}#{ANCHOR_PREFIX}dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{index.office.id}/{round_.scheme}/{round_.fiscal_year}/{item.item}",
        "dct:title": _texts(f"{item.item} {item.title.th}", f"{item.item} {item.title.en}"),
        "dct:description": _texts(item.about.th, item.about.en),
        "dct:publisher": _publisher(index),
        "dcat:keyword": [item.topic, item.item, *sample],
        "dcat:theme": [{"@id": f"{_EU}/data-theme/GOVE"}],
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dcat:landingPage": {"@id": _iri(item.url)},
        "dct:language": [{"@id": f"{_EU}/language/THA"}],
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/{_FREQUENCIES[item.frequency]}"},
        "dct:temporal": _fiscal_year(round_.fiscal_year),
        **({"dct:issued": _day(min(issued))} if issued else {}),
        **({"dct:modified": _day(item.updated.isoformat())} if item.updated else {}),
        "dcat:distribution": [
            _whole(item, round_, index, licence),
            *(_distribution(one, what, licence) for one, what in _evidence(item)),
        ],
    }


def _whole(
    item: contract.ItemEntry,
    round_: contract.RoundEntry,
    index: contract.Index,
    licence: Licence | None,
) -> dict[str, Any]:
    """All that is disclosed of the item, for programs; it is there whatever else is."""
    address = f"{_root(index)}{item_json_path(round_.fiscal_year, item.item)}"
    return {
        "@type": "dcat:Distribution",
        "dct:title": _texts(f"ข้อมูลทั้งหมดของข้อ {item.item}", f"{item.item}, everything"),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        **_typed("application/json"),
        **_licensed(licence),
    }


def _evidence(item: contract.ItemEntry) -> Iterator[tuple[contract.EvidenceEntry, str]]:
    """What can be fetched, each address once, and in English what it is evidence of."""
    seen = set()
    for requirement in item.requirements:
        for cell in requirement.cells:
            period = f", {english_period(parse_period(cell.period))}" if cell.period else ""
            for one in cell.evidence:
                if one.kind in ("file", "url") and one.url and one.url not in seen:
                    seen.add(one.url)
                    yield one, f"{item.item} {requirement.label.en}{period}"


def _distribution(
    one: contract.EvidenceEntry, what: str, licence: Licence | None
) -> dict[str, Any]:
    address = _iri(one.url or "")
    thai, english = (SAMPLE_TH, SAMPLE_EN) if one.sample else ("", "")
    return {
        "@type": "dcat:Distribution",
        "dct:title": _texts(_marked(one.title, thai), _marked(what, english)),
        "dcat:accessURL": {"@id": address},
        "dct:issued": _day(one.published.isoformat()),
        **_licensed(licence),
        **(_file(one, address) if one.kind == "file" else {}),
    }


def _marked(title: str, mark: str) -> str:
    return f"{title} ({mark})" if mark else title


def _file(one: contract.EvidenceEntry, address: str) -> dict[str, Any]:
    """What only a file has: how to download it, its type, size and hash."""
    told: dict[str, Any] = {"dcat:downloadURL": {"@id": address}}
    if one.media_type:
        told |= _typed(one.media_type)
    if one.bytes is not None:
        told["dcat:byteSize"] = {"@value": str(one.bytes), "@type": "xsd:nonNegativeInteger"}
    if one.sha256:
        told["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": one.sha256, "@type": "xsd:hexBinary"},
        }
    return told


def _typed(media_type: str) -> dict[str, Any]:
    told = {"dcat:mediaType": {"@id": f"{_IANA}/{media_type}"}}
    if code := _FORMATS.get(media_type):
        told["dct:format"] = {"@id": f"{_EU}/file-type/{code}"}
    return told


def _publisher(index: contract.Index) -> dict[str, Any]:
    name = index.office.name
    return {
        "@id": f"{_root(index)}#office",
        "@type": "foaf:Agent",
        "foaf:name": _texts(name.th, name.en),
    }


def _licensed(licence: Licence | None) -> dict[str, Any]:
    return {"dct:license": {"@id": licence.url}} if licence else {}


def _fiscal_year(year: int) -> dict[str, Any]:
    period = parse_period(f"FY{year}")
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(period.start.isoformat()),
        "dcat:endDate": _day(period.end.isoformat()),
    }


def _root(index: contract.Index) -> str:
    """The IRI of the site; relative to the catalogue's where the site knows no address."""
    return absolute(index.site_url, "") if index.site_url else _UP


def _iri(address: str) -> str:
    """An address of the index as an IRI; from the catalogue, where it is relative to the root."""
    return address if "://" in address else f"{_UP}{address}"


def _texts(thai: str, english: str) -> list[dict[str, str]]:
    return [{"@value": thai, "@language": "th"}, {"@value": english, "@language": "en"}]


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
