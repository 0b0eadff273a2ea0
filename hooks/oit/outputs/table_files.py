"""The tables of a requirement over all periods as files.

For people they stand beside its page, for programs below `api/v1/`, with their columns described.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment
from oit.contract.addresses import absolute, item_path, table_csv_path
from oit.escaping import csv_bytes
from oit.outputs.api.files import json_bytes
from oit.outputs.machine_tables import PublishedTable
from oit.outputs.publication import Publication
from oit.reporting.joined_tables import JoinedTable, Source, joined_tables_of

COLUMNS = (
    *("office", "fiscal_year", "item", "requirement", "period", "division"),
    *("source", "published", "sample"),
)
"""What stands before the columns of the tables, as in `evidence.csv`: files can be put together."""

KEY = ("office", "source", "row")
"""What no two rows of a table for programs have in common."""


def table_files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The files by path from the site's root, UTF-8 with BOM, no cell that would be computed."""
    for round_, item in _items(publication.assessment):
        for table in joined_tables_of(item):
            path = table_csv_path(round_.fiscal_year, item.mandated, table.requirement.id)
            rows = _rows(table, item, round_, publication)
            yield path, csv_bytes([(*COLUMNS, *table.report.header), *rows])


def machine_table_files(tables: Iterable[PublishedTable]) -> Iterator[tuple[str, bytes]]:
    """Each table as CSV, likewise, and its Table Schema (datapackage.org), by path."""
    for table in tables:
        header = [column.name for column in table.columns]
        yield table.csv_path, csv_bytes([header, *table.rows])
        yield table.schema_path, json_bytes(table_schema(table))


def table_schema(table: PublishedTable) -> dict[str, Any]:
    """The columns of a table by the standard: names for programs, titles in Thai."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": table.title.th,
        "fields": [asdict(column) for column in table.columns],
        "primaryKey": list(KEY),
    }


def _items(assessment: Assessment) -> Iterator[tuple[RoundAssessment, ItemAssessment]]:
    return ((round_, item) for round_ in assessment.rounds for item in round_.items)


def _rows(
    table: JoinedTable, item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> Iterator[tuple[object, ...]]:
    for source, row in table.rows:
        about = (publication.policy.office.id, round_.fiscal_year, item.id, table.requirement.id)
        yield (*about, *_source(source, item, round_, publication), *row)


def _source(
    source: Source, item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> tuple[str, ...]:
    file = item_path(round_.fiscal_year, item.mandated) + source.evidence.file
    return (
        ";".join(map(str, source.periods)),
        source.division,
        absolute(publication.site_url, file),
        source.evidence.published.isoformat(),
        "true" if source.evidence.sample else "false",
    )
