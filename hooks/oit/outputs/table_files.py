"""The tables of a requirement over all periods as one CSV file, beside its page."""

from collections.abc import Iterator

from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment
from oit.contract.addresses import absolute, item_path, table_csv_path
from oit.escaping import csv_bytes
from oit.outputs.publication import Publication
from oit.reporting.joined_tables import JoinedTable, Source, joined_tables_of

COLUMNS = (
    *("office", "fiscal_year", "item", "requirement", "period", "division"),
    *("source", "published", "sample"),
)
"""What stands before the columns of the tables, as in `evidence.csv`: files can be put together."""


def table_files(publication: Publication) -> dict[str, bytes]:
    """The files by path from the site's root, UTF-8 with BOM, no cell that would be computed."""
    return {
        table_csv_path(round_.fiscal_year, item.mandated, table.requirement.id): csv_bytes(
            [(*COLUMNS, *table.report.header), *_rows(table, item, round_, publication)]
        )
        for round_, item in _items(publication.assessment)
        for table in joined_tables_of(item)
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
