"""Rows of text as Parquet, by DuckDB: each column of its type, an empty cell as null.

The same rows give the same bytes: one thread, one row group after the other. DuckDB loads no
extension from the network, and reads no file here.
"""

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


class ParquetWriter:
    """Writes tables one after another; for one thread."""

    def __init__(self) -> None:
        self._connection = duckdb.connect(":memory:", config=_SETTINGS)

    def written(self, rows: Iterable[Mapping[str, str]], types: Mapping[str, str]) -> bytes:
        """The rows as a Parquet file with these columns, whose types are those of DuckDB's SQL."""
        cells = [{name: row[name] or None for name in types} for row in rows]
        # One structure for all rows; names and types are ours, the values go in as a parameter.
        query = "SELECT unnest(from_json(?::JSON, ?), recursive := true)"
        values = [json.dumps(cells), json.dumps([dict(types)])]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "data.parquet"
            table = self._connection.sql(query, params=values)
            table.write_parquet(str(file), compression="zstd")
            return file.read_bytes()
