"""Tables as Parquet: typed, and the same bytes every time."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from helpers.parquet_tables import Column, Table
from oit.system.parquet import ParquetWriter, write_parquet

ALL_TYPES = Table(
    [
        Column("text", "string"),
        Column("count", "integer"),
        Column("price", "number"),
        Column("day", "date"),
        Column("sure", "boolean"),
    ],
    [["ไทย, \"'=1\n", "12", "-1234.5", "2024-11-08", "true"], ["", "", "", "", ""]],
)


def read(folder: Path, table: Table) -> tuple[list[str], list[Any]]:
    """The types of the columns, and the rows."""
    found = duckdb.connect().read_parquet(str(folder / table.parquet_path))
    return list(map(str, found.types)), found.fetchall()


def test_each_cell_has_its_type_and_an_empty_one_is_null(tmp_path: Path) -> None:
    """Texts are as they are, without the sign that keeps spreadsheets from computing."""
    write_parquet(tmp_path, [ALL_TYPES])
    types, rows = read(tmp_path, ALL_TYPES)
    assert types == ["VARCHAR", "BIGINT", "DECIMAL(18,2)", "DATE", "BOOLEAN"]
    first = [str(value) for value in rows[0]]
    assert first == ["ไทย, \"'=1\n", "12", "-1234.50", "2024-11-08", "True"]
    assert rows[1] == (None,) * 5


@pytest.mark.parametrize(
    ("cell", "type_"),
    [("0.25", "DECIMAL(18,2)"), ("0.125", "DOUBLE"), ("9" * 17, "DOUBLE")],
)
def test_no_number_loses_a_digit_to_satang(tmp_path: Path, cell: str, type_: str) -> None:
    """Amounts are exact; what is no amount of money is a floating-point number."""
    table = Table([Column("n", "number")], [["1"], [cell]])
    write_parquet(tmp_path, [table])
    types, rows = read(tmp_path, table)
    assert types == [type_]
    assert float(rows[1][0]) == float(cell)


def test_the_same_table_is_the_same_bytes(tmp_path: Path) -> None:
    """Whatever was written before it, however many rows it has; their order stays."""
    rows = [[str(number), f"แถว {number}"] for number in range(5000)]
    table = Table([Column("n", "integer"), Column("text", "string")], rows)
    write_parquet(tmp_path / "a", [table])
    write_parquet(tmp_path / "b", [ALL_TYPES, replace(table, parquet_path="last.parquet")])
    alone, after = tmp_path / "a" / table.parquet_path, tmp_path / "b/last.parquet"
    with ParquetWriter() as writer:
        assert alone.read_bytes() == after.read_bytes() == writer.asked(table).make()
    assert [row[0] for row in read(tmp_path / "a", table)[1]] == list(range(5000))


def test_a_table_without_rows_keeps_its_columns(tmp_path: Path) -> None:
    """A year without purchases is a table, too."""
    table = Table(ALL_TYPES.columns, [])
    write_parquet(tmp_path, [table])
    assert read(tmp_path, table) == (
        ["VARCHAR", "BIGINT", "DECIMAL(18,2)", "DATE", "BOOLEAN"],
        [],
    )


def test_a_file_that_cannot_be_written_is_an_error_of_the_disk(tmp_path: Path) -> None:
    """As whoever builds a site expects one, whatever the library calls it."""
    (tmp_path / ALL_TYPES.parquet_path).mkdir(parents=True)
    with pytest.raises(OSError, match=r"parquet"):
        write_parquet(tmp_path, [ALL_TYPES])


def test_a_table_is_known_by_its_columns_and_rows() -> None:
    """A table of the same columns and rows is the same file, wherever it stands."""
    elsewhere = replace(ALL_TYPES, parquet_path="elsewhere.parquet")
    fewer = replace(ALL_TYPES, rows=ALL_TYPES.rows[:1])
    with ParquetWriter() as writer:
        same = writer.asked(ALL_TYPES).content
        assert writer.asked(elsewhere).content == same != writer.asked(fewer).content


def test_a_column_of_another_type_is_another_table(tmp_path: Path) -> None:
    """What is remembered of a table counts for no other with the same cells."""
    tables = [Table([Column("n", type_)], [["1"]]) for type_ in ("integer", "string")]
    with ParquetWriter() as writer:
        first, last = map(writer.asked, tables)
    assert first.content != last.content
    for table, written in zip(tables, ("BIGINT", "VARCHAR"), strict=True):
        write_parquet(tmp_path, [table])
        assert read(tmp_path, table)[0] == [written]


_SHARED = """
from helpers.parquet_tables import Column, Table
from oit.system.both_cores import make_all
from oit.system.parquet import ParquetWriter

with ParquetWriter() as writer:
    tables = [Table([Column("n", "integer")], [[str(number)]]) for number in range(12)]
    made = list(make_all([writer.asked(table).make for table in tables], heavy=len(tables)))
print(len(set(made)))
"""


def test_nothing_is_left_of_what_a_copy_of_the_process_has_written(tmp_path: Path) -> None:
    """It ends without tidying up: the folder by whose way it writes is that of the first."""
    given = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _SHARED]
    done = subprocess.run(command, env=given, check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("12\n", "")
    assert list(tmp_path.iterdir()) == []
