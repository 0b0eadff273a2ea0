"""Tables as Parquet files, typed, the same bytes everywhere.

DuckDB writes them: it needs a file, not a buffer, so this stands at the edge.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from oit.memory import NO_MEMORY, Memory, content_of

if TYPE_CHECKING:
    import duckdb

_TYPES = {"integer": "BIGINT", "date": "DATE", "boolean": "BOOLEAN", "string": "VARCHAR"}
"""By the types of the Table Schema standard; numbers depend on their cells."""
_MONEY = re.compile(r"(-?\d{1,16}(\.\d{1,2})?)?", re.ASCII)
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # several would write their groups of rows in any order
    "autoinstall_known_extensions": False,  # nothing is fetched
    "autoload_known_extensions": False,
}


class Column(Protocol):
    """A column to write."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def type(self) -> str:
        """A type of the Table Schema standard; each cell is empty or of it."""


class Table(Protocol):
    """A table to write."""

    @property
    def parquet_path(self) -> str:
        """Where it is to stand, from the site's root."""

    @property
    def columns(self) -> Sequence[Column]:
        """Its columns."""

    @property
    def rows(self) -> Sequence[Sequence[str]]:
        """Its cells as text; what is empty is null."""


def write_parquet(
    folder: Path, tables: Iterable[Table], memory: Memory = NO_MEMORY
) -> dict[str, str]:
    """Write tables into a folder; gives their SHA-256 by their paths.

    A number with more than two decimals, or of more than 18 digits, makes its column one of
    floating-point numbers; all other columns of numbers are decimals. Raises `OSError` where a
    file cannot be written.
    """
    writer = _Writer()
    return {table.parquet_path: _written(folder, table, writer, memory) for table in tables}


def _written(folder: Path, table: Table, writer: "_Writer", memory: Memory) -> str:
    path = folder / table.parquet_path
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = [(column.name, column.type) for column in table.columns]
    make = partial(writer.made, path, table)
    data = memory.recall("parquet", content_of(columns, table.rows), make)
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


class _Writer:
    """Starts DuckDB with the first table that nobody remembers; its start costs ten tables."""

    @cached_property
    def _database(self) -> "duckdb.DuckDBPyConnection":
        import duckdb

        return duckdb.connect(config=_SETTINGS)

    def made(self, path: Path, table: Table) -> bytes:
        """The bytes of a table, by way of a file at `path`. Raises `OSError`."""
        import duckdb

        try:
            self._copy(path, table)
        except duckdb.IOException as error:
            raise OSError(str(error)) from error
        return path.read_bytes()

    def _copy(self, path: Path, table: Table) -> None:
        columns = [[row[index] for row in table.rows] for index in range(len(table.columns))]
        cells = map(_cells, table.columns, columns)
        self._database.execute(
            f"CREATE OR REPLACE TABLE made AS SELECT {', '.join(cells)}", columns
        )
        target = str(path).replace("'", "''")
        self._database.execute(f"COPY made TO '{target}' (FORMAT parquet, COMPRESSION zstd)")


def _cells(column: Column, cells: Sequence[str]) -> str:
    """SQL for the cells of a column, which are its parameter."""
    type_ = _TYPES.get(column.type) or _type_of_numbers(cells)
    name = column.name.replace('"', '""')
    return f"CAST(NULLIF(unnest(CAST(? AS VARCHAR[])), '') AS {type_}) AS \"{name}\""


def _type_of_numbers(cells: Iterable[str]) -> str:
    return "DECIMAL(18, 2)" if all(map(_MONEY.fullmatch, cells)) else "DOUBLE"
