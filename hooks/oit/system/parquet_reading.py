"""Parquet files of other sites, compared with the rows that they are to have.

DuckDB compares them cell by cell, and gives the first that differs alone: a small file may unpack
to more than fits into memory. It reads files, not buffers, so this stands at the edge.
"""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "512MB",
    "temp_directory": "",  # what does not fit into memory is refused
    "autoinstall_known_extensions": False,  # nothing is fetched
    "autoload_known_extensions": False,
}
_TYPES = re.compile(r"VARCHAR|BIGINT|DATE|BOOLEAN|DOUBLE|DECIMAL\(\d+,\d+\)", re.ASCII)
"""Types that `parquet` writes."""
_LONGEST = 120
"""Characters of a cell that are given."""
_ABSENT = "–"

Cell = tuple[str, str, str, str]
"""Line, counted from the header, which is 1; column; the cell expected; the cell found."""


def first_difference(
    data: bytes, header: Sequence[str], rows: Sequence[Sequence[str]]
) -> Cell | None:
    """The first cell of a Parquet file that is not as it should be; `None` where all are.

    An empty cell is null there; a text stands for the value of the column's type that it says. Of
    a file that cannot be read the cell is the whole: no column, with the reason as what was found.
    """
    # Here, as it takes a tenth of a second, and only `oit verify` needs it.
    import duckdb

    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            duckdb.connect(config=_SETTINGS) as database,
        ):
            file = Path(folder) / "read.parquet"
            file.write_bytes(data)
            return _compared(database, str(file), header, rows)
    except duckdb.Error as error:
        return ("", "", "Parquet", type(error).__name__)


def _compared(
    database: "duckdb.DuckDBPyConnection",
    file: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> Cell | None:
    columns = database.execute("DESCRIBE SELECT * FROM read_parquet(?)", [file]).fetchall()
    names = [name for name, *_ in columns]
    if names != list(header):
        return ("1", "", ",".join(header)[:_LONGEST], ",".join(names)[:_LONGEST])
    counted = database.execute("SELECT count(*) FROM read_parquet(?)", [file]).fetchone()
    if counted != (len(rows),):
        return ("", "", str(len(rows)), str(counted[0] if counted else 0))
    if not rows:
        return None
    cells = [[row[index] for row in rows] for index in range(len(header))]
    made = ", ".join(f"unnest(CAST(? AS VARCHAR[])) AS c{index}" for index in range(len(header)))
    database.execute(f"CREATE TABLE expected AS SELECT {made}", cells)
    for index, (name, type_, *_) in enumerate(columns):
        if not _TYPES.fullmatch(type_):
            return ("1", name, "VARCHAR", type_[:_LONGEST])
        if found := database.execute(_query(index, name, type_), [file]).fetchone():
            line, cell, value = found
            return (str(line), name, cell[:_LONGEST] or _ABSENT, value)
    return None


def _query(index: int, name: str, type_: str) -> str:
    """SQL for the first cell of a column that differs, with its line."""
    column = f'"{name.replace(chr(34), chr(34) * 2)}"'
    cell = f"NULLIF(c{index}, '')"
    found = f"left(coalesce(CAST({column} AS VARCHAR), '{_ABSENT}'), {_LONGEST})"
    return (
        f"SELECT line, c{index}, {found}"  # noqa: S608 -- a quoted name, and one of `_TYPES`
        f" FROM (SELECT *, row_number() OVER () + 1 AS line FROM (SELECT {column}, c{index}"
        f" FROM read_parquet(?) POSITIONAL JOIN expected))"
        f" WHERE {column} IS DISTINCT FROM TRY_CAST({cell} AS {type_})"
        f" OR ({column} IS NULL) <> ({cell} IS NULL) LIMIT 1"
    )
