"""The tables of a harvest as files: each by office and year as Parquet, and whole as CSV.

The folders are named as Hive names partitions (`office=…/fiscal_year=…`), which DuckDB, Spark and
Trino read as columns, so that no file repeats them.
"""

import codecs
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from pydantic import BaseModel

from oit.audit.harvest.sites import Site
from oit.audit.harvest.tables import (
    SITE,
    TABLES,
    Row,
    SiteRow,
    columns_of,
    site_row,
    table_rows,
    types_of,
)
from oit.contract.index import Index
from oit.escaping import csv_bytes

_PARTITIONS = ("office", "fiscal_year")


class Column(Struct, frozen=True):
    """A column of a Parquet file, by its type in Table Schema."""

    name: str
    type: str


class ParquetTable(Struct, frozen=True, kw_only=True):
    """A Parquet file that is to be written, its cells as text."""

    parquet_path: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]


class OfficeTables(Struct, frozen=True):
    """What the tables have of one office."""

    parquet: Sequence[ParquetTable]
    """A file for each table and year."""
    csv: Mapping[str, bytes]
    """Its rows as CSV without a heading, by the name of the table."""


def office_tables(index: Index, site: str) -> OfficeTables:
    """The rows of an index in every table."""
    rows = table_rows(index, site)
    return OfficeTables(
        parquet=[
            _partition(table, index.office.id, year, of_year)
            for table in TABLES
            for year, of_year in _by_year(rows[table])
        ],
        csv={table: _rows_as_csv(rows[table], columns_of(table)) for table in TABLES},
    )


def sites_table(sites: Iterable[Site]) -> ParquetTable:
    """`offices.parquet`: a row for each site, by their addresses."""
    rows = [site_row(site).model_dump() for site in sorted(sites, key=_address)]
    columns = _columns(SiteRow)
    cells = [[row[column.name] for column in columns] for row in rows]
    return ParquetTable(parquet_path="offices.parquet", columns=columns, rows=cells)


def whole_tables(sites: ParquetTable, offices: Iterable[Mapping[str, bytes]]) -> dict[str, bytes]:
    """Every table as one CSV file: that of the sites, and those of the offices one after another.

    An office is given by its rows in each table, as `OfficeTables.csv` has them.
    """
    bodies = list(offices)
    names = [column.name for column in sites.columns]
    whole = {"offices.csv": csv_bytes([names, *sites.rows])}
    for table in TABLES:
        rows = (body[table] for body in bodies)
        whole[f"{table}.csv"] = b"".join([csv_bytes([columns_of(table)]), *rows])
    return whole


def _partition(table: str, office: str, year: str, rows: Sequence[Row]) -> ParquetTable:
    own = [column for column in _columns(TABLES[table]) if column.name not in _PARTITIONS]
    columns = [*own, Column(SITE, "string")]
    return ParquetTable(
        parquet_path=f"{table}/office={office}/fiscal_year={year}/data.parquet",
        columns=columns,
        rows=[[row[column.name] for column in columns] for row in rows],
    )


def _columns(row: type[BaseModel]) -> list[Column]:
    return [Column(name, type_) for name, type_ in types_of(row).items()]


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
