"""Tables as Parquet files, typed, the same bytes everywhere.

DuckDB writes them: it needs a file, not a buffer, so this stands at the edge.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from oit.memory import Asked, content_of, made_from

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


def write_parquet(folder: Path, tables: Iterable[Table]) -> None:
    """Write tables into a folder. Raises `OSError` where a file cannot be written."""
    with ParquetWriter() as writer:
        for table in tables:
            path = folder / table.parquet_path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(writer.asked(table).make())


class ParquetWriter:
    """Starts DuckDB with the first table that nobody remembers; its start costs ten tables.

    Use it in a `with` statement. All tables go by way of one folder, which is there before the
    process is copied (`both_cores`): a copy ends without tidying up.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the folder, and let go of DuckDB, which complains of what is left as it ends."""
        self._folder.cleanup()
        self.__dict__.pop("_database", None)

    def asked(self, table: Table) -> Asked:
        """What makes the bytes of a table, which follow from its columns and rows.

        A number with more than two decimals, or of more than 18 digits, makes its column one of
        floating-point numbers; all other columns of numbers are decimals. Raises `OSError`.
        """
        columns = [(column.name, column.type) for column in table.columns]
        content = content_of(made_from(columns, table.rows))
        return Asked("parquet", content, partial(self._made, table), is_heavy=True)

    @cached_property
    def _database(self) -> "duckdb.DuckDBPyConnection":
        import duckdb

        return duckdb.connect(config=_SETTINGS)

    def _made(self, table: Table) -> bytes:
        """The bytes of a table, by way of a file."""
        import duckdb

        path = Path(self._folder.name) / f"{os.getpid()}.parquet"
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
