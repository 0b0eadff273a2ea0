"""`oit harvest` of fifty offices on this machine: what is red, what counts, what is asked again."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import duckdb
import pytest
from filelock import FileLock

from helpers.builds import built
from helpers.commands import run
from helpers.harvest_sites import (
    DAY,
    Offices,
    encoded,
    harvest,
    harvested,
    office,
    serving,
)
from helpers.support import copy_site, tree
from oit.system import journal
from oit.system.harvest_folder import HarvestFolder

LATE_BY = 6
NAMES = [f"o{number:02}" for number in range(1, 48)]
"""Offices of which nothing is wrong; every fifth of them was late once."""
NO_ONE_THERE = "http://127.0.0.1:1/"


class KilledError(BaseException):
    """The harvest ends here, and nothing is tidied up."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The index of the site `current`, a demonstration."""
    site = built(copy_site("current", tmp_path_factory.mktemp("harvest")), OIT_AS_OF=DAY)
    found: dict[str, Any] = json.loads((site / "api/v1/index.json").read_bytes())
    return found


@pytest.fixture
def few(index: dict[str, Any]) -> Iterator[Offices]:
    """A server of five offices."""
    with serving({name: encoded(office(index, name)) for name in NAMES[:5]}) as server:
        yield server


@pytest.fixture(scope="module")
def fifty(index: dict[str, Any]) -> Iterator[Offices]:
    """Forty-seven offices, a demonstration, and one that is damaged; nothing is at a fiftieth."""
    damaged = office(index, "damaged")
    damaged["rounds"][0]["items"][0]["owed_count"] += 1
    indexes = {
        **{
            name: encoded(office(index, name, LATE_BY if number % 5 == 0 else 0))
            for number, name in enumerate(NAMES, 1)
        },
        "demonstration": encoded(index),
        "damaged": encoded(damaged),
    }
    with serving(indexes) as server:
        yield server


@pytest.fixture(scope="module")
def first(
    fifty: Offices, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any], dict[str, int]]:
    """The folder of their first harvest, what it says, and what was asked; nobody changes it."""
    folder = tmp_path_factory.mktemp("fifty")
    return folder, harvested(folder, list_of(fifty)), fifty.statuses()


def list_of(server: Offices) -> str:
    names = [*NAMES, "demonstration", "damaged"]
    return "\n".join(["# fifty offices", *map(server.site, names), NO_ONE_THERE])


def sites(server: Offices) -> str:
    return "\n".join(map(server.site, server.indexes))


def results(folder: Path) -> dict[str, bytes]:
    """What a harvest leaves for others: all but its lock and what it remembers."""
    kept = ("indexes/", ".oit-work/", "state.json")
    return {name: data for name, data in tree(folder / "out").items() if not name.startswith(kept)}


def row_of(found: dict[str, Any], ending: str) -> dict[str, Any]:
    (row,) = (site for site in found["sites"] if site["site"].endswith(ending))
    return dict(row)


def read_parquet(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """A query in which `{cells}`, `{items}` and `{evidence}` are the partitioned tables."""
    tables = {
        name: f"read_parquet('{folder}/out/{name}/*/*/*.parquet', hive_partitioning = true)"
        for name in ("cells", "items", "evidence")
    }
    return duckdb.connect().sql(query.format(**tables)).fetchall()


# Fifty offices


def test_of_fifty_one_is_down_one_damaged_and_one_of_samples(
    first: tuple[Path, dict[str, Any], dict[str, int]],
) -> None:
    """Red, red, not counted; the others make up the whole."""
    _, found, _ = first
    counts = {name: found[name] for name in ("asked_count", "counted_count", "red_count")}
    assert counts == {"asked_count": 50, "counted_count": 47, "red_count": 2}
    outcomes = {
        name: (row["outcome"], row["counted"])
        for name in ("127.0.0.1:1/", "damaged/", "demonstration/", "o01/")
        for row in [row_of(found, name)]
    }
    assert outcomes == {
        "127.0.0.1:1/": ("verify.unreachable", "false"),
        "damaged/": ("verify.count", "false"),
        "demonstration/": ("read", "false"),
        "o01/": ("read", "true"),
    }
    late = [row for row in found["sites"] if row["late_cells"] == "1"]
    assert {row["median_days_late"] for row in late} == {str(LATE_BY)}
    assert found["judged_count"] - found["in_time_count"] == len(late) == 9


@pytest.mark.usefixtures("first")
def test_one_host_is_asked_by_one_connection(fifty: Offices) -> None:
    """However many sites it has; and it is told who asks, and what for."""
    assert fifty.busiest == 1
    (agent,) = fifty.agents
    assert agent.startswith("oit/")
    assert "gathers disclosure indexes" in agent


def test_a_second_harvest_asks_for_nothing_that_has_not_changed(
    first: tuple[Path, dict[str, Any], dict[str, int]], fifty: Offices, tmp_path: Path
) -> None:
    """No body comes but of what could not be kept; and the same answers give the same bytes."""
    before, _, asked = first
    assert {asked[name] for name in NAMES} == {200}
    shutil.copytree(before, tmp_path, dirs_exist_ok=True)
    fifty.asked.clear()
    harvested(tmp_path, list_of(fifty))
    assert [name for name, status in fifty.asked if status != 304] == ["damaged"]
    assert results(tmp_path) == results(before)


def test_a_server_may_know_versions_by_their_day(few: Offices, tmp_path: Path) -> None:
    """As many do that serve files; what has changed comes again."""
    few.says = "Last-Modified"
    harvested(tmp_path, sites(few))
    few.indexes["o02"] += b"\n"
    few.asked.clear()
    harvested(tmp_path, sites(few))
    assert few.statuses() == {name: 200 if name == "o02" else 304 for name in NAMES[:5]}


def test_two_offices_stand_beside_each_other_by_one_query(
    first: tuple[Path, dict[str, Any], dict[str, int]],
) -> None:
    """The folders of the Parquet files are columns, as in every engine that reads Hive's layout."""
    found = read_parquet(
        first[0],
        "SELECT a.requirement, a.days_late, b.days_late FROM {cells} a JOIN {cells} b "
        "ON (a.fiscal_year, a.item, a.requirement) = (b.fiscal_year, b.item, b.requirement) "
        "AND a.period IS NOT DISTINCT FROM b.period "
        "WHERE a.office = 'o05' AND b.office = 'o06' AND a.days_late <> b.days_late",
    )
    assert found == [("tax-statistics", LATE_BY, 0)]


def test_samples_stand_in_the_tables_with_their_mark(
    first: tuple[Path, dict[str, Any], dict[str, int]],
) -> None:
    """So that whoever asks them leaves them out, as the overview does."""
    query = "SELECT DISTINCT office, mode FROM {items} WHERE mode <> 'production'"
    assert read_parquet(first[0], query) == [("test", "demonstration")]
    (counts,) = read_parquet(first[0], "SELECT count(*), count(DISTINCT office) FROM {items}")
    assert counts == (48 * 3, 48)


def test_the_tables_as_csv_are_those_of_the_parquet_files(
    first: tuple[Path, dict[str, Any], dict[str, int]],
) -> None:
    """All rows of all offices, once, in the order of their ids."""
    for name in ("items", "cells", "evidence"):
        text = (first[0] / f"out/{name}.csv").read_bytes().decode("utf-8-sig")
        (of_parquet,) = read_parquet(first[0], f"SELECT count(*) FROM {{{name}}}")  # noqa: S608 -- ours
        assert text.count("\r\n") - 1 == of_parquet[0]
        offices = [line.partition(",")[0] for line in text.split("\r\n")[1:-1]]
        assert offices == sorted(offices)


def test_the_day_of_the_harvest_stands_in_the_state_and_once_on_the_page(
    first: tuple[Path, dict[str, Any], dict[str, int]], fifty: Offices, tmp_path: Path
) -> None:
    """A day later nothing else differs, as no deadline has passed."""
    before = first[0]
    shutil.copytree(before, tmp_path, dirs_exist_ok=True)
    harvested(tmp_path, list_of(fifty), day="2025-05-01")
    old, new = results(before), results(tmp_path)
    assert [name for name in old if old[name] != new[name]] == ["index.html"]
    pages = [tree_["index.html"].decode().splitlines() for tree_ in (old, new)]
    differing = [pair for pair in zip(*pages, strict=True) if pair[0] != pair[1]]
    assert len(differing) == 1


# Sites that fail


def test_a_site_that_fails_keeps_its_last_good_data(few: Offices, tmp_path: Path) -> None:
    """It is red and not counted, its figures say of which day they are, its rows stay."""
    harvested(tmp_path, sites(few))
    few.indexes["o02"] = b"{"
    found = harvested(tmp_path, sites(few), day="2025-05-20")
    row = row_of(found, "o02/")
    assert (row["outcome"], row["kept"], row["counted"]) == (
        "verify.schema-differs",
        "true",
        "false",
    )
    assert (row["as_of"], row["judged_cells"]) == (DAY, "8")
    assert found["counted_count"] == 4
    (rows,) = read_parquet(tmp_path, "SELECT count(*) FROM {cells} WHERE office = 'o02'")
    assert rows == (8,)
    page = (tmp_path / "out/index.html").read_text("utf-8")
    assert "ตัวเลขเป็นข้อมูลเดิม ณ วันที่ 30 เมษายน 2568" in page


def test_a_slow_site_and_one_that_is_too_large_hold_up_nobody(
    index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """Both are red by their limit; the others are read."""
    few.seconds["o01"] = 2
    large = office(index, "o02")
    large["more"] = "x" * 1_100_000
    few.indexes["o02"] = encoded(large)
    found = harvested(tmp_path, sites(few), "--seconds", "0.5", "--megabytes", "1")
    outcomes = [row_of(found, f"{name}/")["outcome"] for name in NAMES[:3]]
    assert outcomes == ["verify.timed-out", "verify.too-large", "read"]


def test_two_sites_of_one_office_are_told_and_not_merged(
    index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """The first of the list stands in the tables; the other is red."""
    few.indexes["copy"] = encoded(office(index, "o01", LATE_BY))
    found = harvested(tmp_path, sites(few))
    assert row_of(found, "copy/")["outcome"] == "harvest.office-repeated"
    (days,) = read_parquet(tmp_path, "SELECT max(days_late) FROM {cells} WHERE office = 'o01'")
    assert days == (0,)


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "x" * 300, "เขต", "", "A", "-x", "x\0", "con.", "x y"]
)
def test_no_name_of_an_office_leads_out_of_the_folder(
    name: str, index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """What is no id of an office makes its site red, and no file of its name."""
    few.indexes = {"o01": few.indexes["o01"], "tricky": encoded(office(index, name))}
    found = harvested(tmp_path, sites(few))
    assert row_of(found, "tricky/")["outcome"] == "harvest.office-id"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "sites.txt"]
    assert [path.name for path in (tmp_path / "out/items").iterdir()] == ["office=o01"]


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"rounds": []}, "harvest.no-year"),
        ({"version": "v2"}, "verify.schema-differs"),
        ({"later_field": 1}, "read"),
    ],
)
def test_what_an_index_may_have(
    change: dict[str, Any], outcome: str, few: Offices, index: dict[str, Any], tmp_path: Path
) -> None:
    """A field that a later version 1 adds is read over; another version is not read at all."""
    few.indexes = {"o01": encoded(office(index, "o01") | change)}
    assert row_of(harvested(tmp_path, sites(few)), "o01/")["outcome"] == outcome


@pytest.mark.parametrize(
    ("field", "value", "outcome"),
    [
        ("fiscal_year", 2025, "harvest.no-year"),
        ("fiscal_year", 10**30, "harvest.no-year"),
        ("as_of", "2025-05-02", "verify.date-in-future"),
    ],
)
def test_a_round_that_cannot_be_is_red(
    field: str, value: object, outcome: str, index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """Its year and day decide where its rows are kept, and what counts as late."""
    made = office(index, "o01")
    made["rounds"][0][field] = value
    few.indexes = {"o01": encoded(made)}
    found = harvested(tmp_path, sites(few))
    assert row_of(found, "o01/")["outcome"] == outcome


@pytest.mark.parametrize(
    ("digits", "outcome"),
    [(16, "harvest.number"), (4000, "harvest.number"), (5000, "verify.schema-differs")],
)
def test_a_number_beyond_every_table_is_no_traceback(
    digits: int, outcome: str, index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """It is told, and nothing of it is kept; Python itself prints no more than 4,300 digits."""
    made = office(index, "o01")
    (entry,) = made["rounds"][0]["items"][1]["requirements"][0]["cells"][0]["evidence"]
    entry["bytes"] = 1234567
    few.indexes = {"o01": encoded(made).replace(b"1234567", b"9" * digits)}
    assert row_of(harvested(tmp_path, sites(few)), "o01/")["outcome"] == outcome


def test_one_sample_keeps_an_office_from_being_counted(
    index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """Its own site has samples: which of its figures are real, nobody can tell."""
    made = office(index, "o01")
    made["rounds"][0]["items"][1]["sample"] = True
    few.indexes["o01"] = encoded(made)
    found = harvested(tmp_path, sites(few))
    row = row_of(found, "o01/")
    assert (row["outcome"], row["counted"], found["counted_count"]) == ("read", "false", 4)


def test_an_item_whose_deadline_has_passed_since_is_stale_today(
    index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """A site that nobody builds any more does not stay current."""
    made = office(index, "o01")
    made["rounds"][0]["closes"] = "2025-10-15"
    made["rounds"][0]["items"][0]["due_on"] = "2025-05-15"
    few.indexes["o01"] = encoded(made)
    on_time = harvested(tmp_path, sites(few), day="2025-05-15")
    assert (on_time["behind_count"], row_of(on_time, "o01/")["stale_items"]) == (0, "0")
    found = harvested(tmp_path, sites(few), day="2025-05-16")
    assert (found["behind_count"], row_of(found, "o01/")["stale_items"]) == (1, "1")
    assert row_of(found, "o01/")["as_of"] == DAY


# What is written


def test_what_strangers_write_is_text(index: dict[str, Any], few: Offices, tmp_path: Path) -> None:
    """Nothing of it runs on the page or in a spreadsheet; Parquet has it as it is."""
    made = office(index, "o01")
    made["office"]["name"]["th"] = "<script>alert(1)</script>\u202e"
    made["rounds"][0]["items"][0]["title"]["th"] = "=1+1"
    few.indexes["o01"] = encoded(made)
    harvested(tmp_path, sites(few))
    page = (tmp_path / "out/index.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\u202e" not in page
    assert ",'=1+1," in (tmp_path / "out/items.csv").read_text("utf-8")
    query = "SELECT title_th FROM {items} WHERE office = 'o01' AND item = 'O1'"
    assert read_parquet(tmp_path, query) == [("=1+1",)]


def test_what_is_off_the_list_goes_from_the_tables(few: Offices, tmp_path: Path) -> None:
    """Its folders too, and its index is not kept."""
    harvested(tmp_path, sites(few))
    kept = len(list((tmp_path / "out/indexes").iterdir()))
    del few.indexes["o03"]
    harvested(tmp_path, sites(few))
    assert not (tmp_path / "out/items/office=o03").exists()
    assert len(list((tmp_path / "out/indexes").iterdir())) == kept - 1
    assert "o03" not in (tmp_path / "out/cells.csv").read_text("utf-8-sig")


def test_a_kept_index_that_was_changed_is_asked_for_again(few: Offices, tmp_path: Path) -> None:
    """It is known by its hash; what was made of it is made again of what the site says."""
    harvested(tmp_path, sites(few))
    expected = results(tmp_path)
    for path in (tmp_path / "out/indexes").iterdir():
        path.write_bytes(path.read_bytes() + b" ")
    few.asked.clear()
    harvested(tmp_path, sites(few))
    assert {status for _, status in few.asked} == {200}
    assert results(tmp_path) == expected


# Killed, and what is refused


def test_a_harvest_that_was_killed_goes_on_where_it_was(few: Offices, tmp_path: Path) -> None:
    """What it had read is not asked again, and the result is that of one that was not killed."""
    noted = HarvestFolder.note
    lines: list[str] = []

    def note(folder: HarvestFolder, line: str) -> None:
        if len(lines) == 3:
            raise KilledError
        lines.append(line)
        noted(folder, line)

    with mock.patch.object(HarvestFolder, "note", note), pytest.raises(KilledError):
        harvest(tmp_path, sites(few))
    # The line that was being written then.
    with (tmp_path / "out/progress.jsonl").open("a") as progress:
        progress.write('{"site":"http://')
    few.asked.clear()
    harvested(tmp_path, sites(few))
    assert [name for name, _ in few.asked] == ["o04", "o05"]
    (tmp_path / "again").mkdir()
    harvested(tmp_path / "again", sites(few))
    assert results(tmp_path) == results(tmp_path / "again")


def test_a_harvest_killed_while_it_writes_leaves_the_last_one(
    index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """The next command puts it back as it was, and asks no site a second time on that day."""
    harvested(tmp_path, sites(few))
    for name in few.indexes:
        few.indexes[name] = encoded(office(index, name, LATE_BY))
    replaced = Path.replace
    done: list[Path] = []

    def replace(path: Path, target: Path) -> Path:
        if target.suffix in (".csv", ".parquet") and "out" in target.parts:
            if len(done) == 4:
                raise KilledError
            done.append(target)
        return replaced(path, target)

    killed = mock.patch.object(journal, "_put_all_back")  # a process that is killed undoes nothing
    with mock.patch.object(Path, "replace", replace), killed, pytest.raises(KilledError):
        harvest(tmp_path, sites(few))
    assert len(done) == 4
    few.asked.clear()
    found = harvested(tmp_path, sites(few))
    assert few.asked == []
    assert {row["late_cells"] for row in found["sites"]} == {"1"}


def test_a_machine_without_a_network_records_nothing(few: Offices, tmp_path: Path) -> None:
    """That no host answers says nothing of any office; what was there before stays."""
    harvested(tmp_path, sites(few))
    before = tree(tmp_path / "out")
    done = harvest(tmp_path, f"{NO_ONE_THERE}\nhttp://localhost:1/")
    assert (done.returncode, tree(tmp_path / "out")) == (2, before)
    assert "ติดต่อเว็บไซต์ใดไม่ได้เลย" in done.stderr


def test_two_harvests_never_write_into_one_folder(few: Offices, tmp_path: Path) -> None:
    """The second one is told that another works there, and asks nobody."""
    harvested(tmp_path, sites(few))
    few.asked.clear()
    with FileLock(tmp_path / "out/.oit-work/lock"):
        words = ("harvest", "sites.txt", "--output", "out")
        done = run("oit", *words, cwd=tmp_path, OIT_AS_OF=DAY, OIT_WAIT="0")
    assert (done.returncode, few.asked) == (2, [])


def test_every_line_to_fix_is_told_in_one_run(tmp_path: Path) -> None:
    """By its number, without the password; no site is asked, and nothing is written."""
    lines = "# list\nhttps://a.example/ # the first\nftp://x\nhttps://me:secret@b.example/\n\n"
    done = harvest(tmp_path, lines + "https://a.example/index.html\n" + "\xff")
    assert done.returncode == 2
    places = [word for word in done.stderr.split() if word.startswith("sites.txt:")]
    assert places == ["sites.txt:3", "sites.txt:4", "sites.txt:6", "sites.txt:7"]
    assert "secret" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", [b"", b"# nobody yet\r\n"])
def test_a_list_of_nobody_is_told(text: bytes, tmp_path: Path) -> None:
    """A list of comments alone names no site."""
    done = harvest(tmp_path, text)
    assert (done.returncode, "ยังไม่มีที่อยู่เว็บไซต์" in done.stderr) == (2, True)


def test_a_folder_of_something_else_is_not_written_into(few: Offices, tmp_path: Path) -> None:
    """`index.html` of a site would be gone."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/index.html").write_text("a site", "utf-8")
    done = harvest(tmp_path, sites(few))
    assert (done.returncode, few.asked) == (2, [])
    assert (tmp_path / "out/index.html").read_text("utf-8") == "a site"


def test_a_state_that_nobody_can_read_is_told(few: Offices, tmp_path: Path) -> None:
    """It is of a later version, or was damaged: nothing is asked or written."""
    harvested(tmp_path, sites(few))
    (tmp_path / "out/state.json").write_text('{"version": 2}', "utf-8")
    before = tree(tmp_path / "out")
    few.asked.clear()
    done = harvest(tmp_path, sites(few))
    assert (done.returncode, few.asked, tree(tmp_path / "out")) == (2, [], before)


def test_the_report_has_reasons_and_the_whole(
    index: dict[str, Any], few: Offices, tmp_path: Path
) -> None:
    """Each red site with what is wrong, the first three of many; then the sum."""
    damaged = office(index, "o02")
    for item in damaged["rounds"][0]["items"]:
        item["owed_count"] += 1
        item["filled_count"] += 1
    few.indexes["o02"] = encoded(damaged)
    done = harvest(tmp_path, sites(few), language="en")
    assert done.returncode == 1
    assert done.stdout.count("o02/") == 3
    assert "and 3 more" in done.stdout
    assert "4 of 5 websites count; 100 per cent was published in time (32 of 32" in done.stdout
