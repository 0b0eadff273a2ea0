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
from oit.system.locking import alone_in, restore_interrupted
from oit.system.workspace import begin, open_work, tell

O1 = "oit_items/2568/O01/record.md"
COMMANDS = {
    "add": ("add", "O1", "--period", "2025-03", "--sample", "{folder}/มีนาคม.csv"),
    "none": ("none", "O1", "--period", "2025-03", "ไม่มีรายการ"),
    "confirm": ("confirm", "O1", "--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว"),
    "fmt-one": ("fmt", O1),
    "fmt-all": ("fmt",),
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
    """At every dealing with the disk; where folders cannot change places, after what comes next."""
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
            restore_interrupted(end, "oit check", print)
        assert tree(end / "oit_items") in (old, new), end.name
        assert_cleared_by_the_next(end)
    found = [tree(end / "oit_items") == new for end in ends]
    assert found == sorted(found), "once new, it stays new"
    assert len(found) > found.count(True) > 0


def assert_cleared_by_the_next(site: Path) -> None:
    """Whoever writes next leaves nothing of the dead one."""
    with alone_in(site, "oit fmt", print):
        pass
    assert {path.name for path in site.iterdir()} >= {".oit-work", "oit_items"}
    assert [path.name for path in site.glob(".oit-*")] == [".oit-work"]
    assert {path.name for path in (site / ".oit-work").iterdir()} == {".gitignore", "lock"}


def killed(site: Path, *steps: tuple[str, str | None]) -> Path:
    """The workspace of a run that was killed between its journal and its last change."""
    site_ = site.resolve()
    workspace = begin(site_, {"command": "oit add"})
    entries = [{"path": path, "kept": kept} for path, kept in steps]
    tell(site_, "journal.json", {"folder": workspace.name, "steps": entries})
    return workspace.folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = copy_site("current", tmp_path)
    open_work(site)
    return site


def test_what_a_killed_run_left_behind_disturbs_nobody(site: Path) -> None:
    """Neither the check nor the next command, which removes it."""
    workspace = begin(site, {"command": "oit add"})
    (workspace.folder / "half").write_text("half a file", "utf-8")
    assert run("oit", "check", cwd=site).returncode == 0
    assert run("oit", "fmt", cwd=site).returncode == 0
    assert not workspace.folder.exists()


@pytest.mark.parametrize("command", ["check", "due", "fmt", "ledger", "codeowners"])
def test_a_folder_that_was_set_aside_is_put_back_by_the_next_command(
    command: str, site: Path
) -> None:
    """Any command does, on systems where two folders cannot change places in one step."""
    before = tree(site / "oit_items/2568/O01")
    workspace = killed(site, ("oit_items/2568/O01", "folder"))
    (site / "oit_items/2568/O01").rename(workspace / "folder")
    run("oit", command, cwd=site, OIT_AS_OF="2025-04-30")
    after = tree(site / "oit_items/2568/O01")
    assert after.keys() == before.keys()
    assert command == "fmt" or after == before
    assert_cleared_by_the_next(site)


def test_a_folder_that_was_replaced_already_is_cleared_away(site: Path) -> None:
    """The new one stays."""
    before = tree(site / "oit_items")
    workspace = killed(site, ("oit_items/2568/O01", "folder"))
    (workspace / "folder").mkdir()
    assert run("oit", "check", cwd=site).returncode == 0
    assert tree(site / "oit_items") == before
    assert_cleared_by_the_next(site)


def test_files_of_a_repository_are_all_put_back(site: Path) -> None:
    """What was replaced, what was removed, and what was new, with the folders made for it."""
    before = tree(site)
    workspace = killed(site, ("mkdocs.yml", "0"), ("docs/data.md", "1"), ("vendor/a/b.whl", None))
    shutil.copyfile(site / "mkdocs.yml", workspace / "0")
    shutil.copyfile(site / "docs/data.md", workspace / "1")
    (site / "mkdocs.yml").write_text("half", "utf-8")
    (site / "docs/data.md").unlink()
    (site / "vendor/a").mkdir(parents=True)
    (site / "vendor/a/b.whl").write_text("new", "utf-8")
    assert run("oit", "check", cwd=site).returncode == 0
    assert tree(site) == before
    assert not (site / "vendor").exists()


def test_the_old_site_is_put_back_by_the_next_command(site: Path) -> None:
    """The site folder changes places as folders of records do."""
    workspace = killed(site, ("site", "folder"))
    (workspace / "folder").mkdir()
    (workspace / "folder/index.html").write_text("old", "utf-8")
    assert run("oit", "check", cwd=site).returncode == 0
    assert tree(site / "site") == {"index.html": b"old"}
