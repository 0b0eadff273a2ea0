"""What is staged is told as by reading the whole site, whatever is known of its rounds."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from helpers.edits import O3
from helpers.repositories import committed, git
from helpers.staged_sites import (
    ITEMS_ALONE,
    MORE,
    O3_LATER,
    copied,
    rounds_after_each_other,
)
from helpers.support import Edit, as_of, delete, replace, write
from oit.assessment.gate import Gate, Verdict
from oit.catalog import Language
from oit.pipeline import check_staged, check_staged_whole
from oit.records.load_bundle import BundleLoader
from oit.system.environment import Environment

DAY = "2026-04-28"
"""The second of three rounds is open; the first is over, the third has not begun."""
O2_LATER = "oit_items/2569/O02/record.md"
A_TEXT = replace(O2_LATER, "คู่มือของแต่ละฝ่าย", "คู่มือของฝ่ายต่าง ๆ")
ACROSS = {
    "a table of the year before": copied(
        "oit_items/2568/O03/tax-q1.csv", "oit_items/2569/O03/tax-q2.csv"
    ),
    "the text of the year before": copied(O3, O3_LATER),
    "an item of the year before": copied(
        "oit_items/2568/O01/record.md", "oit_items/2569/O01/record.md"
    ),
    "a round removed": delete("oit_items/2569"),
    "a later round that opens later": replace(
        "oit_items/2569/round.yml", "opens: 2025-10-01", "opens: 2026-04-29"
    ),
    "a new item": write("oit_items/2569/O04/record.md", "x"),
}
EDITS = ITEMS_ALONE | MORE | ACROSS


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of three rounds, with a cache of its own."""
    monkeypatch.setenv("OIT_CACHE", str(tmp_path / "cache"))
    return rounds_after_each_other(tmp_path, 2569, 2570)


def staged(site: Path, edit: Edit) -> None:
    """Change a site as it was committed, and stage that."""
    git(site, "reset", "--quiet", "--hard")
    edit(site)
    git(site, "add", "--all")


def on(day: str) -> Environment:
    """A staged check of a day."""
    return Environment(as_of(day), Gate.CHANGED, Language.TH)


def told(site: Path, day: str = DAY) -> tuple[str, Verdict]:
    """What a staged check says."""
    result = check_staged(site, on(day))
    return result.text, result.verdict


def in_full(site: Path, day: str = DAY) -> tuple[str, Verdict]:
    """What it says of the whole site."""
    result = check_staged_whole(site, on(day))
    return result.text, result.verdict


def read_from_now_on(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of items that are read from now on, in their order."""
    folders, begin = list[str](), BundleLoader.begin

    def begin_noted(loader: BundleLoader, folder: str, *others: Any) -> Any:
        folders.append(folder)
        return begin(loader, folder, *others)

    monkeypatch.setattr(BundleLoader, "begin", begin_noted)
    return folders


def damage(cache: Path) -> None:
    """Another byte in every entry."""
    for entry in (path for path in cache.rglob("*") if path.is_file() and path.stat().st_size):
        data = bytearray(entry.read_bytes())
        data[len(data) // 2] ^= 1
        entry.write_bytes(data)


@pytest.mark.parametrize("name", EDITS)
def test_each_change_is_told_as_in_full(name: str, site: Path, tmp_path: Path) -> None:
    """With nothing known, with all of it known, and with a cache that is damaged."""
    staged(site, EDITS[name])
    expected = in_full(site)
    assert told(site) == expected
    assert list((tmp_path / "cache/rounds").iterdir()), "rounds are known by now"
    assert told(site) == expected
    damage(tmp_path / "cache")
    assert told(site) == expected


def test_a_change_reads_what_it_may_concern_alone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its item before and after, and what is told of rounds that are not over; no round that is."""
    for year in (2569, 2570):
        for item in ("O01", "O03"):  # they repeat what the first round has
            shutil.rmtree(site / f"oit_items/{year}/{item}")
    committed(site, "less")
    staged(site, A_TEXT)
    told(site)
    staged(site, replace(O2_LATER, "คู่มือของแต่ละฝ่าย", "คู่มือของทุกฝ่าย"))
    folders = read_from_now_on(monkeypatch)
    told(site)
    assert folders.count("oit_items/2569/O02") == 2
    assert not [folder for folder in folders if folder.startswith("oit_items/2568/")]
    assert len(folders) < len([*(site / "oit_items").glob("*/O*")])


def test_figures_are_compared_with_those_of_rounds_that_are_over(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of such a round only the items on the topic are read, and what it follows from as a whole."""
    staged(site, A_TEXT)
    told(site)
    staged(site, replace(O3_LATER, "รายไตรมาส\n", "ทุกไตรมาส\n"))
    folders = read_from_now_on(monkeypatch)
    told(site)
    assert folders.count("oit_items/2568/O03") == 1
    assert "oit_items/2568/O02" not in folders


def test_an_open_round_is_read_again_on_another_day(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something may have become late; one that is over stays known."""
    staged(site, A_TEXT)
    folders = read_from_now_on(monkeypatch)
    told(site)
    assert "oit_items/2568/O02" in folders
    folders.clear()
    told(site, "2026-04-29")
    assert "oit_items/2569/O02" in folders
    assert "oit_items/2568/O02" not in folders


@pytest.mark.parametrize("name", ["a round removed", "a later round that opens later"])
def test_a_round_that_was_over_may_be_the_newest_again(name: str, site: Path) -> None:
    """Whatever was known of it while a later one was open."""
    staged(site, A_TEXT)
    told(site)
    delete("oit_items/2570")(site)
    EDITS[name](site)
    committed(site, "another newest round")
    staged(site, replace(O3, "รายไตรมาส\n", "ทุกไตรมาส\n"))
    assert told(site) == in_full(site)
    assert told(site) == in_full(site)


@pytest.mark.parametrize("seed", range(6))
def test_a_year_of_changes_is_told_as_in_full(seed: int, site: Path, tmp_path: Path) -> None:
    """Whatever was committed before, on whatever day, and however much of it is known."""
    chance = random.Random(seed)  # noqa: S311 -- a test's choice
    day = 1
    for _ in range(6):
        edits = [EDITS[name] for name in chance.sample(sorted(EDITS), chance.choice((1, 1, 2)))]
        git(site, "reset", "--quiet", "--hard")
        applied = [edit for edit in edits if _applies(edit, site)]
        git(site, "add", "--all")
        when = f"2026-04-{day:02}"
        assert told(site, when) == in_full(site, when), (seed, applied)
        if chance.random() < 0.6:
            stamp = f"{when}T05:00:00Z"
            git(site, "commit", "--quiet", "--allow-empty", "-m", "more", GIT_COMMITTER_DATE=stamp)
        if chance.random() < 0.2:
            shutil.rmtree(tmp_path / "cache")
        day += chance.choice((0, 1, 5))


def _applies(edit: Edit, site: Path) -> bool:
    """Whether an edit finds what it changes; some of it may be gone by an earlier one."""
    try:
        edit(site)
    except (AssertionError, OSError):
        return False
    return True
