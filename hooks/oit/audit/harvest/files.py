"""The tables of a harvest as files: each by office and year as Parquet, and whole as CSV.

The folders are named as Hive names partitions (`office=…/fiscal_year=…`), which DuckDB, Spark and
Trino read as columns. How rows become Parquet is given (`WriteParquet`).
"""

import codecs
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from oit.audit.harvest.sites import Site
from oit.audit.harvest.tables import (
    TABLES,
    Row,
    SiteRow,
    columns_of,
    partition_types,
    site_row,
    sql_types,
    table_rows,
)
from oit.contract.index import Index
from oit.escaping import csv_bytes

WriteParquet = Callable[[Iterable[Row], Mapping[str, str]], bytes]
"""The bytes of a Parquet file, of rows and the types of its columns."""


@dataclass(frozen=True, slots=True)
class OfficeFiles:
    """What the tables have of one office."""

    parquet: Mapping[str, bytes]
    """The files of its partitions, by path."""
    csv: Mapping[str, bytes]
    """Its rows as CSV without a heading, by the name of the table."""


def office_files(index: Index, site: str, write: WriteParquet) -> OfficeFiles:
    """The rows of an index in every table."""
    rows = table_rows(index, site)
    return OfficeFiles(
        parquet={
            f"{table}/office={index.office.id}/fiscal_year={year}/data.parquet": write(
                of_year, partition_types(table)
            )
            for table in TABLES
            for year, of_year in _by_year(rows[table])
        },
        csv={table: _rows_as_csv(rows[table], columns_of(table)) for table in TABLES},
    )


def whole_files(
    sites: Iterable[Site], offices: Iterable[OfficeFiles], write: WriteParquet
) -> dict[str, bytes]:
    """Every table by path: that of the sites by their addresses, and those of the offices."""
    files = _offices_table([site_row(site) for site in sorted(sites, key=_address)], write)
    bodies: dict[str, list[bytes]] = {table: [] for table in TABLES}
    for office in offices:
        files.update(office.parquet)
        for table, body in office.csv.items():
            bodies[table].append(body)
    for table, parts in bodies.items():
        files[f"{table}.csv"] = b"".join([csv_bytes([columns_of(table)]), *parts])
    return files


def _offices_table(rows: Sequence[SiteRow], write: WriteParquet) -> dict[str, bytes]:
    cells = [row.model_dump() for row in rows]
    columns = tuple(SiteRow.model_fields)
    return {
        "offices.csv": csv_bytes([columns, *([row[name] for name in columns] for row in cells)]),
        "offices.parquet": write(cells, sql_types(SiteRow)),
    }


def _by_year(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    ordered = sorted(rows, key=_year)  # stable: within a year as the index has them
    return [(year, list(of_year)) for year, of_year in groupby(ordered, key=_year)]


def _address(site: Site) -> str:
    return site.address


def _year(row: Row) -> str:
    return row["fiscal_year"]


def _rows_as_csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """Without the mark that a file begins with, as they follow each other in one file."""
    cells = ([row[name] for name in columns] for row in rows)
    return csv_bytes(cells).removeprefix(codecs.BOM_UTF8)
