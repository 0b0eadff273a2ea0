"""The tables of requirements for programs: over periods and rounds, described, and typed."""

import csv
import io
import json
import shutil
from collections import Counter
from hashlib import sha256
from pathlib import Path

import frictionless
import pytest

from helpers.support import SAMPLE, as_of, copy_sample, published, replace, write
from oit.outputs.site_files import Outputs

DAY = as_of("2025-06-20")
PURCHASES = "api/v1/2568/tables/o15-monthly-summary"
FIRST = [
    *("office", "scheme", "fiscal_year", "item", "topic", "requirement", "period", "division"),
    *("sample", "source", "source_sha256", "published", "row"),
]


def a_year_later(site: Path) -> None:
    """Let an office disclose its round once more in the next year, with other purchases."""
    later = site / "oit_items/2569"
    shutil.copytree(site / "oit_items/2568", later)
    (later / "ledger.json").unlink()
    years = {"2568": "2569", "2567": "2568", "2025": "2026", "2024": "2025"}
    for path in sorted(later.rglob("*.*")):
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        text = text.replace("งานตัวอย่าง", "งานใหม่")
        name = path.name
        for year, next_year in years.items():
            text, name = text.replace(year, f"<{next_year}>"), name.replace(year, f"<{next_year}>")
        data = text.replace("<", "").replace(">", "").encode("utf-8", "surrogateescape")
        path.unlink()
        write(name.replace("<", "").replace(">", ""), data)(path.parent)


def rows_of(outputs: Outputs, path: str) -> list[dict[str, str]]:
    """The rows of a table that is published as CSV."""
    text = outputs.files[f"{path}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def outputs() -> Outputs:
    """What the sample office publishes."""
    return published(SAMPLE, DAY)


def test_each_row_says_whose_it_is_and_in_which_file_it_stands(outputs: Outputs) -> None:
    """First the same columns in every table, as they are called in `evidence.csv`."""
    for table in outputs.tables:
        assert [column.name for column in table.columns][: len(FIRST)] == FIRST
    first = rows_of(outputs, PURCHASES)[0]
    source = (SAMPLE / "oit_items/2568/O15/summary-2025-03.csv").read_bytes()
    assert [first[name] for name in FIRST] == [
        *("sample", "bma-district-oit", "2568", "O15", "procurement", "monthly-summary", "2025-03"),
        *("finance", "true", "2568/o15/summary-2025-03.csv", sha256(source).hexdigest()),
        *("2025-04-09", "1"),
    ]


def test_all_periods_of_a_requirement_stand_in_one_table(outputs: Outputs) -> None:
    """Each row once, with its month."""
    months = Counter(row["period"] for row in rows_of(outputs, PURCHASES))
    assert months.total() == 12
    assert list(months) == ["2025-03", "2025-02", "2025-01", "2024-11", "2024-10"]


def test_a_changed_file_changes_the_tables_of_its_item_alone(
    tmp_path: Path, outputs: Outputs
) -> None:
    """Of the round and of all rounds; typed files of the others are known by their rows."""
    site = copy_sample(tmp_path)
    replace("oit_items/2568/O15/summary-2025-03.csv", "ตัวอย่าง", "ใหม่")(site)
    pairs = zip(published(site, DAY).tables, outputs.tables, strict=True)
    changed = [new.path for new, old in pairs if new.rows != old.rows]
    assert changed
    assert all("o15-" in path or "procurement" in path for path in changed)


def test_a_requirement_of_several_kinds_has_a_table_of_each(outputs: Outputs) -> None:
    """Files that have nothing in common are put into no common columns."""
    paths = {table.path for table in outputs.tables}
    kinds = {path for path in paths if path.startswith("api/v1/2568/tables/o22-analysis-")}
    assert "api/v1/2568/tables/o22-analysis-ita-answers" in kinds
    assert len(kinds) == 8


def test_a_table_is_described_beside_it(tmp_path: Path, outputs: Outputs) -> None:
    """By the standard Table Schema, with Thai titles; any validator agrees."""
    for table in outputs.tables:
        for path in (table.csv_path, table.schema_path):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(outputs.files[path])
        schema = json.loads(outputs.files[table.schema_path])
        assert all(field["title"] and field["type"] for field in schema["fields"])
        package = {"path": table.csv_path, "schema": schema, "encoding": "utf-8", "name": "table"}
        resource = frictionless.Resource.from_descriptor(package, basepath=str(tmp_path))
        report = resource.validate()
        assert report.valid, report.flatten(["type", "note"])


def test_a_cell_that_is_not_of_its_type_makes_its_column_one_of_texts(tmp_path: Path) -> None:
    """The standard takes it for a number, and not every program does; no row is lost by it."""
    site = copy_sample(tmp_path)
    replace("oit_items/2568/O15/summary-2025-03.csv", ",1000,1000,", ",1000,1e3,")(site)
    (table,) = (made for made in published(site, DAY).tables if made.path == PURCHASES)
    types = {column.name: column.type for column in table.columns}
    assert types["tender_value_amount"] == "string"
    assert types["planning_budget_amount_amount"] == "number"
    assert len(table.rows) == 12


def test_the_same_rows_in_two_files_are_there_once(tmp_path: Path) -> None:
    """A workbook and its CSV, disclosed together, would double every sum."""
    site = copy_sample(tmp_path)
    folder = site / "oit_items/2568/O15"
    shutil.copy(folder / "summary-2025-03.csv", folder / "again-2025-03.csv")
    entry = "  - kind: file\n    for: monthly-summary\n    periods: [2025-03]\n"
    entry += "    file: again-2025-03.csv\n    title: อีกไฟล์หนึ่ง\n    published: 2025-04-09\n"
    entry += "    sample: true\n"
    replace("oit_items/2568/O15/record.md", "evidence:\n", f"evidence:\n{entry}")(site)
    outputs = published(site, DAY)
    assert "2568/o15/again-2025-03.csv" in outputs.evidence
    assert len(rows_of(outputs, PURCHASES)) == 12


def test_rounds_of_the_same_scheme_stand_in_one_table(tmp_path: Path) -> None:
    """The newest first, at an address that names no year and no number of an item."""
    site = copy_sample(tmp_path)
    a_year_later(site)
    outputs = published(site, as_of("2026-06-20"))
    rows = rows_of(outputs, "api/v1/tables/bma-district-oit/procurement-monthly-summary")
    assert Counter(row["fiscal_year"] for row in rows) == {"2569": 12, "2568": 12}
    assert (rows[0]["fiscal_year"], rows[0]["period"]) == ("2569", "2026-03")
    assert len({(row["source"], row["row"]) for row in rows}) == 24


def test_a_table_of_another_scheme_is_another_table(tmp_path: Path) -> None:
    """What two assessors ask for under one name need not be the same."""
    site = copy_sample(tmp_path)
    a_year_later(site)
    for name in ("round.yml", "mandate.yml"):
        replace(f"oit_items/2569/{name}", "scheme: bma-district-oit", "scheme: other")(site)
    outputs = published(site, as_of("2026-06-20"))
    for scheme in ("bma-district-oit", "other"):
        assert len(rows_of(outputs, f"api/v1/tables/{scheme}/procurement-monthly-summary")) == 12


def test_today_changes_no_table_of_a_closed_round() -> None:
    """Same records, same bytes."""
    first, second = (published(SAMPLE, as_of(day)) for day in ("2026-01-15", "2026-01-16"))
    for table in first.tables:
        assert first.files[table.csv_path] == second.files[table.csv_path]
