"""How `catalog.jsonld` writes values: its prefixes, the codes of other lists, IRIs and literals."""

from collections.abc import Mapping
from typing import Any

from oit.contract.addresses import iri
from oit.contract.base import FrequencyName, Name
from oit.periods import Period

CONTEXT: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority"
"""The EU's authority tables, whose codes DCAT-AP asks for."""
_IANA = "https://www.iana.org/assignments/media-types"
_FORMATS = {
    "text/csv": "CSV",
    "text/html": "HTML",
    "text/plain": "TXT",
    "application/pdf": "PDF",
    "application/json": "JSON",
    "application/geo+json": "GEOJSON",
    "application/vnd.apache.parquet": "PARQUET",
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/vnd.oasis.opendocument.text": "ODT",
}
_FREQUENCIES: Mapping[FrequencyName, str] = {
    "monthly": "MONTHLY",
    "quarterly": "QUARTERLY",
    "semiannual": "ANNUAL_2",
    "annual": "ANNUAL",
}


def node(address: str) -> dict[str, str]:
    """A reference to what has this address or identifier."""
    return {"@id": iri(address)}


def code(table: str, value: str) -> dict[str, str]:
    """A code of one of the EU's authority tables."""
    return {"@id": f"{EU}/{table}/{value}"}


def frequency(name: FrequencyName) -> dict[str, str]:
    """How often something is due."""
    return code("frequency", _FREQUENCIES[name])


def media_type(name: str) -> dict[str, Any]:
    """The IANA media type, and the EU's code of the file type where there is one."""
    properties: dict[str, Any] = {"dcat:mediaType": {"@id": f"{_IANA}/{name}"}}
    if file_type := _FORMATS.get(name):
        properties["dct:format"] = code("file-type", file_type)
    return properties


def bilingual(name: Name) -> list[dict[str, str]]:
    """A text in both languages."""
    return [{"@value": name.th, "@language": "th"}, {"@value": name.en, "@language": "en"}]


def day(text: str) -> dict[str, str]:
    """A day in ISO 8601."""
    return typed(text, "date")


def typed(text: object, datatype: str) -> dict[str, str]:
    """A literal of a datatype of XML Schema."""
    return {"@value": str(text), "@type": f"xsd:{datatype}"}


def period_of_time(identifier: str, first: Period, last: Period) -> dict[str, Any]:
    """The time from the first day of a period to the last of another, or of the same."""
    return {
        **node(identifier),
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": day(first.start.isoformat()),
        "dcat:endDate": day(last.end.isoformat()),
    }
