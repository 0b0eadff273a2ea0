"""A command that is killed at any moment, or finds the disk full, leaves the old state or new."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.fault_runner import (
    COMMANDS,
    DAY,
    FaultRunner,
    fault_runner,
    is_long,
    next_command,
    prepared,
    written,
)
from helpers.repositories import git
from helpers.support import copy_site, tree
from oit.system.workspace import begin, open_work, tell

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the test needs fork; the product does not"
)
UNDONE = ("upgrade", "inbox", "init", "schemas", "withdraw", "fix-name")
"""Files all over a repository have no one step: the next command undoes what a killed one began."""
SLOW = {"upgrade": 12, "inbox": 12, "init": 40}
"""Commands with many dealings with the disk: one in so many is tried, unless all are asked for."""


@pytest.fixture(scope="module")
def runner() -> Iterator[FaultRunner]:
    with fault_runner() as runner:
        yield runner


@pytest.mark.parametrize("exchange", [True, False], ids=["exchanged", "renamed"])
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_all_is_as_before_or_as_after(
    name: str,
    exchange: bool,
    runner: FaultRunner,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """Killed at every dealing with the disk, and followed by whatever command comes next."""
    site, runs = prepared(name, tmp_path), tmp_path / "runs"
    arguments = [part.format(folder=tmp_path) for part in COMMANDS[name]]
    stride = 1 if is_long() else SLOW.get(name, 1)
    found = runner.repeat("killed", site, runs, arguments, stride=stride, exchange=exchange)
    old, new = written(site), written(runs / "0")
    assert old != new
    is_new = []
    for number, status in found.items():
        end = runs / number
        assert status in (-signal.SIGKILL, 0)
        if exchange and name not in UNDONE:
            assert written(end) in (old, new), f"{number}, at once"
        next_command(end)
        assert written(end) in (old, new), number
        is_new.append(written(end) == new)
    record_property("killed", len(found))
    assert is_new == sorted(is_new), "once new, it stays new"
    assert len(is_new) > is_new.count(True) > 0


def test_a_batch_that_is_killed_is_entered_once_by_the_next_run(
    runner: FaultRunner, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Written and committed, written alone, or neither: the same command brings it to its end."""
    site, runs = prepared("inbox", tmp_path), tmp_path / "runs"
    arguments = [part.format(folder=tmp_path) for part in COMMANDS["inbox"]]
    found = runner.repeat("killed", site, runs, arguments, stride=1 if is_long() else 9)
    new, tree_of_new = written(runs / "0"), git(runs / "0", "rev-parse", "HEAD^{tree}")
    for number in found:
        end = runs / number
        done = run("oit", *arguments, cwd=end, OIT_AS_OF=DAY)
        assert done.returncode == 0, (number, done.stdout, done.stderr)
        assert written(end) == new, number
        assert git(end, "rev-parse", "HEAD^{tree}") == tree_of_new, number
        assert git(end, "rev-list", "--count", "main..HEAD") == "1\n", number
        assert git(end, "status", "--porcelain") == "", number
        left = {path.name for path in (end / ".oit-work").iterdir()}
        assert left == {".gitignore", "lock", "inbox.lock"}, number
    record_property("killed", len(found))


@pytest.mark.parametrize("fault", ["full", "limited"])
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_full_disk_leaves_all_as_it_was(
    name: str,
    fault: str,
    runner: FaultRunner,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """Whether a file cannot be made, or not be written to its end; the status says so."""
    site, runs = prepared(name, tmp_path), tmp_path / "runs"
    arguments = [part.format(folder=tmp_path) for part in COMMANDS[name]]
    stride = 1 if is_long() or fault == "limited" else SLOW.get(name, 1)
    found = runner.repeat(fault, site, runs, arguments, stride=stride)
    old, new = written(site), written(runs / "0")
    for number, status in found.items():
        assert status in (0, 2), number
        assert written(runs / number) == (old if status else new), number
        next_command(runs / number)
    record_property("full", len(found))
    assert set(found.values()) == {0, 2}


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
    next_command(site)


def test_a_folder_that_was_replaced_already_is_cleared_away(site: Path) -> None:
    """The new one stays."""
    before = tree(site / "oit_items")
    workspace = killed(site, ("oit_items/2568/O01", "folder"))
    (workspace / "folder").mkdir()
    assert run("oit", "check", cwd=site).returncode == 0
    assert tree(site / "oit_items") == before
    next_command(site)


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


def test_a_folder_in_the_place_of_a_new_file_is_left_alone(site: Path) -> None:
    """The change is undone all the same, and no journal is left for the next command to fail on."""
    (site / "CODEOWNERS/kept").mkdir(parents=True)
    assert run("oit", "codeowners", cwd=site, OIT_AS_OF="2025-04-30").returncode == 2
    assert (site / "CODEOWNERS/kept").is_dir()
    assert run("oit", "check", cwd=site, OIT_AS_OF="2025-04-30").returncode == 0
    next_command(site)


def test_an_office_that_was_half_made_is_made_by_the_same_command(tmp_path: Path) -> None:
    """In a folder that was there: what a killed run had put into it is undone first."""
    office = tmp_path / "office"
    office.mkdir()
    open_work(office)
    killed(office, ("mkdocs.yml", None), ("README.md", None))
    (office / "mkdocs.yml").write_text("half", "utf-8")
    done = run("oit", *COMMANDS["init"], cwd=tmp_path, OIT_AS_OF="2026-11-29")
    assert done.returncode == 0, done.stderr
    assert (office / "mkdocs.yml").read_text("utf-8") != "half"
    next_command(office)


def test_the_old_site_is_put_back_by_the_next_command(site: Path) -> None:
    """The site folder changes places as folders of records do."""
    workspace = killed(site, ("site", "folder"))
    (workspace / "folder").mkdir()
    (workspace / "folder/index.html").write_text("old", "utf-8")
    assert run("oit", "check", cwd=site).returncode == 0
    assert tree(site / "site") == {"index.html": b"old"}
