"""A writing command that is killed at any moment leaves the old state or the new one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import made_files as made
from helpers.commands import CACHE, run
from helpers.support import ROOT, copy_site, tree
from oit.system.writing import recover

O1 = "oit_items/2568/O01/record.md"
COMMANDS = {
    "add": ("add", "O1", "--period", "2025-03", "--sample", "{folder}/มีนาคม.csv"),
    "none": ("none", "O1", "--period", "2025-03", "ไม่มีรายการ"),
    "confirm": ("confirm", "O1", "--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว"),
    "fmt-one": ("fmt", O1),
    "fmt-all": ("fmt",),
    "replace": ("replace", "O1", "scores.csv", "{folder}/มีนาคม.csv", "--reason", "แก้ยอดรวม"),
    "ledger": ("ledger",),
    "clean": ("clean", "oit_items/2568/O01/photo.jpg"),
    "new-round": ("new-round", "2569"),
}


def prepared(name: str, folder: Path) -> Path:
    """A site in which the command has something to do."""
    site = copy_site("current", folder)
    shutil.rmtree(site / "docs")
    record = site / O1
    (folder / "มีนาคม.csv").write_text("ลำดับที่,งาน\n1,งานตัวอย่าง\n", "utf-8")
    if name == "none":
        text = record.read_text("utf-8")
        record.write_text(text.replace("    periods: [2025-03]\n", "    periods: [2025-02]\n"))
    if name == "clean":
        (record.parent / "photo.jpg").write_bytes(made.photograph())
    return site


@pytest.fixture(scope="module")
def killer() -> Iterator["subprocess.Popen[str]"]:
    """The process that kills; one for all tests, since it takes a second to start."""
    ours = {"OIT_CACHE": str(CACHE), "OIT_AS_OF": "2025-04-30", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, str(ROOT / "tests/helpers/killed_runs.py")],
        env={**os.environ, **ours},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.communicate()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the test needs fork; the product does not")
@pytest.mark.parametrize("exchange", [True, False], ids=["exchanged", "renamed"])
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_records_are_as_before_or_as_after(
    name: str, exchange: bool, killer: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    """At every dealing with the disk; where folders cannot change places, after `recover`."""
    site = prepared(name, tmp_path)
    arguments = [part.format(folder=tmp_path) for part in COMMANDS[name]]
    runs = tmp_path / "runs"
    task = {"site": str(site), "folder": str(runs), "arguments": arguments, "exchange": exchange}
    assert killer.stdin
    assert killer.stdout
    print(json.dumps(task), file=killer.stdin, flush=True)
    assert killer.stdout.readline() == "done\n"
    ends = sorted(runs.iterdir(), key=lambda path: int(path.name))
    old, new = tree(site / "oit_items"), tree(ends.pop(0) / "oit_items")
    assert old != new
    for end in ends:
        if not exchange:
            recover(end)
        assert tree(end / "oit_items") in (old, new), end.name
    found = [tree(end / "oit_items") == new for end in ends]
    assert found == sorted(found), "once new, it stays new"
    assert len(found) > found.count(True) > 0


def test_what_a_killed_run_left_behind_disturbs_nobody(tmp_path: Path) -> None:
    """Neither the check nor the next command."""
    site = copy_site("current", tmp_path)
    (site / ".oit-abc").write_text("half a file", "utf-8")
    (site / ".oit-def/oit_items/2568/O01").mkdir(parents=True)
    assert run("oit", "check", cwd=site).returncode == 0
    assert run("oit", "fmt", cwd=site).returncode == 0


def test_a_folder_that_was_set_aside_is_put_back_by_the_next_command(tmp_path: Path) -> None:
    """On systems where two folders cannot change places in one step."""
    site = copy_site("current", tmp_path)
    before = tree(site / "oit_items")
    (site / "oit_items/2568/O01").rename(site / ".oit-old~oit_items~2568~O01")
    assert run("oit", "check", cwd=site).returncode == 0
    assert tree(site / "oit_items") == before


def test_a_folder_that_was_replaced_already_is_cleared_away(tmp_path: Path) -> None:
    """The new one stays."""
    site = copy_site("current", tmp_path)
    before = tree(site / "oit_items")
    (site / ".oit-old~oit_items~2568~O01").mkdir()
    assert run("oit", "check", cwd=site).returncode == 0
    assert tree(site / "oit_items") == before
    assert not list(site.glob(".oit-*"))
