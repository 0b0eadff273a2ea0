"""The published tables as a Data Package (version 2, datapackage.org).

A package reaches only what lies below it, so the whole one stands at the site's root, and the one
under `api/v1/` holds the tables of that folder, and the others by address once the site has one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from oit.outputs.addresses import API
from oit.outputs.publication import Publication

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A published CSV table."""

    path: str
    """From the site's root."""
    title: str
    columns: tuple[str, ...]
    sha256: str
    size: int
    sample: bool


def root_package(tables: Iterable[Table], publication: Publication) -> dict[str, Any]:
    """The package of all tables, by paths below the site's root."""
    return _package((_resource(one, one.path) for one in tables), publication)


def api_package(tables: Iterable[Table], publication: Publication) -> dict[str, Any]:
    """The package under `api/v1/`."""
    site = publication.site_url
    return _package(
        (
            _resource(one, path)
            for one in tables
            if (path := _path_from_api(one.path, site.rstrip("/") if site else None))
        ),
        publication,
    )


def columns_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The columns of a table of the contract."""
    return tuple(model.model_fields)


def _path_from_api(path: str, site: str | None) -> str | None:
    if path.startswith(f"{API}/"):
        return path.removeprefix(f"{API}/")
    return f"{site}/{path}" if site else None


def _package(resources: Iterator[dict[str, Any]], publication: Publication) -> dict[str, Any]:
    office = publication.policy.office
    return {
        "$schema": _PROFILE,
        "name": f"oit-{office.id}",
        "title": f"ตารางที่{office.name_th}เปิดเผย (OIT)",
        "contributors": [{"title": office.name_th, "roles": ["publisher"]}],
        **_licences(publication),
        "resources": sorted(resources, key=lambda one: str(one["name"])),
    }


def _licences(publication: Publication) -> Mapping[str, Any]:
    licence = publication.policy.licence
    if licence is None:
        return {}
    return {"licenses": [{"name": licence.id, "title": licence.title, "path": licence.url}]}


def _resource(table: Table, path: str) -> dict[str, Any]:
    return {
        "name": _name(table.path),
        "title": table.title,
        "path": path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.size,
        "hash": f"sha256:{table.sha256}",
        "schema": {"fields": [{"name": one, "type": "string"} for one in table.columns]},
        "sample": table.sample,
    }


def _name(path: str) -> str:
    """A name that a package allows, one for each path: lower case, digits, `-`, `_` and `.`."""
    return path.removeprefix(f"{API}/").replace("/", "-").lower()
