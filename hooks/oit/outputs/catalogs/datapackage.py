"""The published tables as a Data Package (version 2, datapackage.org), below `api/v1/`.

A package reaches only what lies below it, and offices save CSV in many ways. So it has a copy of
each table of the evidence in one way: UTF-8, one line of headings, the columns of its schema.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from oit.contract.rows import DATE_PATTERN, NUMBER_PATTERNS, TRUTHS
from oit.evidence.facts import TableReport
from oit.evidence.tables.schema import load_schema
from oit.outputs.evidence_files import PublishedFile, open_csv_path, open_table
from oit.outputs.publication import Publication

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_SUFFIX = ".csv"
_OWN = "oit:"
"""What begins so in a schema is for this generator alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table of the package."""

    path: str
    """From `api/v1/`."""
    title: str
    fields: tuple[Mapping[str, Any], ...]
    """Of its Table Schema."""
    data: bytes
    sample: bool


def evidence_tables(published: Iterable[PublishedFile]) -> Iterator[Table]:
    """The tables in the evidence; the office's own CSV goes before a twin of its name."""
    taken = set()
    for one in sorted(published, key=lambda one: (not one.path.endswith(_SUFFIX), one.path)):
        table = one.facts.table
        is_csv = one.path.endswith(_SUFFIX)
        path = f"tables/{one.path if is_csv else open_csv_path(one.path)}"
        if table and table.header and table.open_csv and path not in taken:
            taken.add(path)
            yield Table(
                path=path,
                title=one.evidence.title,
                fields=_fields_of(table),
                data=open_table(one.facts),
                sample=one.evidence.sample,
            )


def contract_table(path: str, title: str, row: type[BaseModel], data: bytes) -> Table:
    """A table of the index itself; `row` says what its columns hold."""
    columns = row.model_json_schema()["properties"]
    fields = tuple(_field(name, column) for name, column in columns.items())
    return Table(path=path, title=title, fields=fields, data=data, sample=False)


def data_package(tables: Iterable[Table], publication: Publication) -> dict[str, Any]:
    """The package, ready for JSON."""
    office = publication.policy.office
    return {
        "$schema": _PROFILE,
        "name": f"oit-{office.id}",
        "title": f"ตารางที่{office.name_th}เปิดเผย (OIT)",
        "contributors": [{"title": office.name_th, "roles": ["publisher"]}],
        **_licences(publication),
        "resources": [_resource(one) for one in sorted(tables, key=lambda one: one.path)],
    }


def _fields_of(table: TableReport) -> tuple[Mapping[str, Any], ...]:
    if table.schema is None:
        return tuple({"name": name, "type": "string"} for name in table.header)
    fields = load_schema(table.schema).descriptor["fields"]
    return tuple(
        {name: value for name, value in one.items() if not name.startswith(_OWN)} for one in fields
    )


def _field(name: str, column: Mapping[str, Any]) -> Mapping[str, Any]:
    told = {"description": column["description"]} if "description" in column else {}
    return {"name": name, "type": _type_of(column), **told}


def _type_of(column: Mapping[str, Any]) -> str:
    if column.get("pattern") == DATE_PATTERN:
        return "date"
    if TRUTHS in (one.get("enum") for one in (column, *column.get("anyOf", ()))):
        return "boolean"
    return NUMBER_PATTERNS.get(column.get("pattern", ""), "string")


def _licences(publication: Publication) -> Mapping[str, Any]:
    licence = publication.policy.licence
    if licence is None:
        return {}
    return {"licenses": [{"name": licence.id, "title": licence.title, "path": licence.url}]}


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.path.removeprefix("tables/").replace("/", "-").lower(),
        "title": table.title,
        "path": table.path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table.data),
        "hash": f"sha256:{sha256(table.data).hexdigest()}",
        "schema": {"fields": list(table.fields)},
        "sample": table.sample,
    }
