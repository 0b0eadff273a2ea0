"""Parquet files beside the rows that they are to have."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

from helpers.parquet_tables import Column, Table
from oit.system.parquet import write_parquet
from oit.system.parquet_reading import first_difference

HEADER = ["text", "count", "price", "day", "sure"]
TYPES = ["string", "integer", "number", "date", "boolean"]
ROWS = [["ไทย, \"'=1\n", "12", "-1234.5", "2024-11-08", "true"], [""] * 5]


def written(folder: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> bytes:
    table = Table([Column(*column) for column in zip(header, TYPES, strict=True)], rows)
    write_parquet(folder, [table])
    return (folder / table.parquet_path).read_bytes()


def test_what_is_written_from_the_rows_has_no_difference(tmp_path: Path) -> None:
    """Whatever the type of a column, with cells that are empty, and without rows."""
    assert first_difference(written(tmp_path, ROWS), HEADER, ROWS) is None
    assert first_difference(written(tmp_path, []), HEADER, []) is None


@pytest.mark.parametrize("column", range(5))
def test_another_cell_is_named_by_line_and_column(tmp_path: Path, column: int) -> None:
    """One that says something else, and one that is empty, on either side."""
    others = ["x", "13", "1.25", "2024-11-09", "false"]
    for line, value in ((0, others[column]), (0, ""), (1, others[column])):
        rows = [list(row) for row in ROWS]
        rows[line][column] = value
        found = first_difference(written(tmp_path, rows), HEADER, ROWS)
        assert found is not None
        assert found[:2] == (str(line + 2), HEADER[column])


def test_other_columns_and_rows_are_told(tmp_path: Path) -> None:
    """Before any cell is compared."""
    more = first_difference(written(tmp_path, [*ROWS, *ROWS]), HEADER, ROWS)
    assert more == ("", "", "2", "4")
    renamed = first_difference(written(tmp_path, ROWS, ["x", *HEADER[1:]]), HEADER, ROWS)
    assert renamed is not None
    assert renamed[2:] == ("text,count,price,day,sure", "x,count,price,day,sure")


def test_what_is_no_parquet_file_is_told() -> None:
    """With the reason."""
    for data in (b"", b"PAR1", b"<!doctype html>" * 9):
        found = first_difference(data, HEADER, ROWS)
        assert found == ("", "", "Parquet", "InvalidInputException")


def test_a_column_of_a_type_that_is_never_written_is_told(tmp_path: Path) -> None:
    """No value of it is looked at."""
    file = tmp_path / "list.parquet"
    duckdb.execute(f"COPY (SELECT [1] AS text) TO '{file}' (FORMAT parquet)")
    found = first_difference(file.read_bytes(), ["text"], [["x"]])
    assert found == ("1", "text", "VARCHAR", "INTEGER[]")
