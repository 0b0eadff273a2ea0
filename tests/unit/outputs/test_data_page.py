"""The examples on the page for machines work as they stand."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from helpers.support import SAMPLE, as_of, published, serving, text_of
from oit.contract.columns import EvidenceRow, IndexRow
from oit.contract.events import EventName, EventRow
from oit.contract.policy import PolicyDocument, Rules
from oit.evidence.tables.machine_columns import machine_columns
from oit.evidence.tables.schema import load_schema

PAGES = ["data/", "en/data/"]


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    """The page, in both languages."""
    return text_of(SAMPLE, request.param)


def example(page: str, language: str) -> str:
    """The only block of a language."""
    (block,) = re.findall(rf"```{language}\n(.*?)```", page, re.S)
    return str(block)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the tables of a day on which something is late."""
    files = published(SAMPLE, as_of("2025-06-20")).files
    for name in ("index.csv", "evidence.csv"):
        (tmp_path / name).write_bytes(files[f"api/v1/{name}"])
        (tmp_path / "api/v1").mkdir(parents=True, exist_ok=True)
        (tmp_path / "api/v1" / name).write_bytes(files[f"api/v1/{name}"])
    return tmp_path


def test_the_example_in_python_lists_what_is_not_current(folder: Path, page: str) -> None:
    """With what Python brings along."""
    index = folder / "index.csv"
    index.write_bytes(index.read_bytes().replace(b",complete,", b",stale,", 1))
    command = [sys.executable, "-X", "utf8", "-c", example(page, "python")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("O1 ")
    assert len(done.stdout.splitlines()) == 1


def test_the_example_with_curl_fetches_both_tables(folder: Path, page: str) -> None:
    """At the addresses that the page names."""
    if not shutil.which("curl"):
        pytest.skip("curl is not on this machine")
    names = ("index.csv", "evidence.csv")
    for name in names:
        (folder / name).unlink()
    with serving(folder) as address:
        command = example(page, "sh").replace("ADDRESS", address).split()
        subprocess.run(command, cwd=folder, capture_output=True, check=True)
    for name in names:
        assert (folder / name).read_bytes() == (folder / "api/v1" / name).read_bytes()


@pytest.mark.parametrize("row", [IndexRow, EvidenceRow])
def test_every_column_is_explained(page: str, row: type[BaseModel]) -> None:
    """In the language of the page; in English in the schema too, where a name does not say it."""
    explained = set(re.findall(r"`([a-z_0-9]+)`", page))
    assert row.model_fields.keys() <= explained


def of_events(page: str) -> str:
    """The part of the page about events."""
    return page.split("{: #events }")[1].split("\n## ")[0]


def of_policy(page: str) -> str:
    """The part of the page about rules."""
    return page.split("{: #policy }")[1].split("\n## ")[0]


def told_in(part: str) -> list[str]:
    """The names that have a row of a table with their meaning, in its order."""
    return re.findall(r"^\| `([a-z_0-9-]+)` \| .+ \|$", part, re.M)


def test_every_column_of_events_is_explained(page: str) -> None:
    """In a row of its own in the order of the file, save what other tables have alike."""
    part = of_events(page)
    same = set(re.findall(r"`([a-z_0-9]+)`", re.findall(r"^.*`evidence.csv`.*$", part, re.M)[0]))
    assert same <= EvidenceRow.model_fields.keys()
    own = [name for name in EventRow.model_fields if name not in same]
    assert told_in(part) == [*get_args(EventName), *own]


def test_every_field_of_the_rules_is_explained(page: str) -> None:
    """Those of the document, and of the rules within; what is below these, its schema explains."""
    assert told_in(of_policy(page)) == [*PolicyDocument.model_fields, *Rules.model_fields]


def test_no_file_is_listed_twice(page: str) -> None:
    """Each with one sentence of what is in it."""
    files = re.findall(r"^\| \[([\w.-]+)\]", page, re.M)
    assert sorted(files) == sorted(set(files))


def test_every_column_of_purchases_is_explained(page: str) -> None:
    """With the field of OCDS that it means, if there is any."""
    columns = machine_columns((), load_schema("procurement-summary"))
    explained = set(re.findall(r"`([a-z_0-9]+)`", page))
    assert {column.name for column in columns} <= explained | {"offers_sure", "award_sure"} | {
        "contract_sure"
    }


def test_the_first_columns_of_tables_are_explained(page: str) -> None:
    """They are the same in every table."""
    (first, *_) = (table.columns for table in published(SAMPLE, as_of("2025-06-20")).tables)
    for name in ("period", "division", "source", "source_sha256", "published", "row"):
        assert name in {column.name for column in first}
        assert re.search(rf"^\| `{name}` \| .+ \|$", page, re.M)


def test_excel_reads_thai_without_being_told_how(folder: Path) -> None:
    """It knows UTF-8 by the mark at the beginning alone."""
    for name in ("index.csv", "evidence.csv"):
        assert (folder / name).read_bytes().startswith(b"\xef\xbb\xbf")
