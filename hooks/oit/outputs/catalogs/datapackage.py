"""`datapackage.json`: the published tables as a Data Package (version 2, datapackage.org).

A package may name only files below its own folder, and offices save CSV in many ways. So it has a
copy of each table of the evidence in one way: UTF-8, one header row, the columns of its schema.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from oit.catalog import Language, say
from oit.contract.addresses import API
from oit.contract.columns import DATE_PATTERN, NUMBER_PATTERNS, TRUTHS
from oit.evidence.facts import TableReport
from oit.evidence.tables.schema import load_schema
from oit.memory import Kept
from oit.outputs.evidence_files import PublishedFile, open_csv_path, open_table
from oit.outputs.machine_tables import PublishedTable
from oit.outputs.publication import Publication
from oit.outputs.table_files import table_schema

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_SUFFIX = ".csv"
_ENGINE_PREFIX = "oit:"
"""Properties of a field in a table's schema that only this engine reads; not published."""


class TableResource(Struct, frozen=True, kw_only=True):
    """A tabular data resource of the package, and what gives its bytes."""

    path: str
    """From `api/v1/`."""
    title: str
    fields: tuple[Mapping[str, Any], ...]
    """The fields of its Table Schema."""
    data: Kept
    sample: bool
    key: tuple[str, ...] = ()
    """The columns by which its rows differ; empty where that is not known."""


def evidence_resources(published: Iterable[PublishedFile]) -> Iterator[TableResource]:
    """The tables in the evidence that could be read, each below `tables/`."""
    taken = set()
    for file in sorted(published, key=_csv_first):
        table = file.facts.table
        is_csv = file.path.endswith(_SUFFIX)
        path = f"tables/{file.path if is_csv else open_csv_path(file.path)}"
        if table and table.header and table.open_csv and path not in taken:
            taken.add(path)
            yield TableResource(
                path=path,
                title=file.evidence.title,
                fields=_fields_of(table),
                data=partial(open_table, file.facts),
                sample=file.evidence.sample,
            )


def _csv_first(file: PublishedFile) -> tuple[bool, str]:
    """Sorts CSV files first: one named `a.xlsx.csv` takes that path from the copy of `a.xlsx`."""
    return (not file.path.endswith(_SUFFIX), file.path)


def contract_resource(path: str, title: str, row: type[BaseModel], data: Kept) -> TableResource:
    """A CSV file of the contract; `row` is the class of its rows."""
    return TableResource(path=path, title=title, fields=_columns(row), data=data, sample=False)


@cache
def _columns(row: type[BaseModel]) -> tuple[Mapping[str, Any], ...]:
    """The fields of the rows of a class: once, as each round has tables of the same."""
    columns = row.model_json_schema()["properties"]
    return tuple(_field(name, column) for name, column in columns.items())


def joined_resource(table: PublishedTable, data: Kept) -> TableResource:
    """The table of a requirement over periods, or over all rounds."""
    schema = table_schema(table)
    return TableResource(
        path=table.csv_path.removeprefix(f"{API}/"),
        title=table.title.th,
        fields=tuple(schema["fields"]),
        data=data,
        sample=table.sample,
        key=tuple(schema["primaryKey"]),
    )


def data_package(tables: Iterable[TableResource], publication: Publication) -> dict[str, Any]:
    """The descriptor of the package, ready for JSON: resources sorted by path, one by one."""
    office = publication.policy.office
    return {
        "$schema": _PROFILE,
        "name": f"oit-{office.id}",
        "title": say("catalogs.package", Language.TH, office=office.name_th),
        "contributors": [{"title": office.name_th, "roles": ["publisher"]}],
        **_licenses(publication),
        "resources": map(_descriptor, sorted(tables, key=lambda table: table.path)),
    }


def _fields_of(table: TableReport) -> tuple[Mapping[str, Any], ...]:
    """The fields of the schema that a table follows; without one, its header as strings."""
    if table.schema is None:
        return tuple({"name": name, "type": "string"} for name in table.header)
    fields = load_schema(table.schema).descriptor["fields"]
    return tuple(
        {name: value for name, value in field.items() if not name.startswith(_ENGINE_PREFIX)}
        for field in fields
    )


def _field(name: str, column: Mapping[str, Any]) -> Mapping[str, Any]:
    """A Table Schema field from the JSON Schema of a column."""
    described = {"description": column["description"]} if "description" in column else {}
    return {"name": name, "type": column_type(column), **described}


def column_type(column: Mapping[str, Any]) -> str:
    """The type, in the words of Table Schema, of a column of a CSV file of the contract.

    `column` is its JSON Schema: that of a field of the class of a row.
    """
    if column.get("pattern") == DATE_PATTERN:
        return "date"
    # A truth value that may be empty is a choice (`anyOf`) of two enumerations.
    if TRUTHS in (choice.get("enum") for choice in (column, *column.get("anyOf", ()))):
        return "boolean"
    return NUMBER_PATTERNS.get(column.get("pattern", ""), "string")


def _licenses(publication: Publication) -> Mapping[str, Any]:
    licence = publication.policy.licence
    if licence is None:
        return {}
    return {"licenses": [{"name": licence.id, "title": licence.title, "path": licence.url}]}


def _descriptor(table: TableResource) -> dict[str, Any]:
    data = table.data()
    return {
        "name": table.path.removeprefix("tables/").replace("/", "-").lower(),
        "title": table.title,
        "path": table.path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {
            "fields": list(table.fields),
            **({"primaryKey": list(table.key)} if table.key else {}),
        },
        "sample": table.sample,
    }
