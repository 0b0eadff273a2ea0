"""The state of a run changes with everything that its outcome can follow from."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.repositories import committed, git
from helpers.support import copy_site
from oit.system import run_state as module
from oit.system.engine_version import EngineLook
from oit.system.run_state import RunState, run_state

PATHS = ("oit_items", "mkdocs.yml", "docs")
Change = Callable[[Path], object]


def state_of(site: Path, **variables: str) -> RunState | None:
    """The state of a check at a site's own root."""
    return run_state(site, PATHS, site, {"HOME": "/nowhere", **variables})


def known(site: Path, **variables: str) -> str:
    """Its hash, which is there."""
    state = state_of(site, **variables)
    assert state
    return state.digest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current`, committed, in a folder of a repository."""
    site = copy_site("current", tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(tmp_path))
    committed(tmp_path, "as it was")
    return site


def _files(site: Path) -> list[Path]:
    return [path for name in PATHS for path in (site / name, *(site / name).rglob("*"))]


def _rewritten(file: Path) -> None:
    """Other bytes of the same size, and the time that the file had."""
    status, data = file.stat(), file.read_bytes()
    file.write_bytes(bytes(255 - byte for byte in data))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_any_change_of_any_file_of_the_site_is_seen(site: Path) -> None:
    """Other bytes, even of the same size and time; a file that came, went, or has another name."""
    seen = {known(site)}
    files = [path for path in _files(site) if path.is_file()]
    folders = [path for path in _files(site) if path.is_dir()]
    assert len(files) > 10
    for count, file in enumerate(files, 1):
        _rewritten(file)
        seen.add(known(site))
        assert len(seen) == 1 + count, file
    for folder in folders:
        count = len(seen)
        (folder / "new").write_text("", "utf-8")
        seen.add(known(site))
        (folder / "new").rename(folder / "__pycache__")
        seen.add(known(site))
        (folder / "__pycache__").unlink()
        (folder / "empty").mkdir()
        seen.add(known(site))
        assert len(seen) == count + 3, folder
    for file in files:
        count = len(seen)
        file.unlink()
        seen.add(known(site))
        assert len(seen) == count + 1, file


def test_what_is_the_same_has_one_state(site: Path) -> None:
    """Reading changes nothing; neither do variables and files that no check reads."""
    first = known(site)
    (site / "oit_items/2568/round.yml").read_bytes()
    (site / "notes.txt").write_text("1", "utf-8")
    assert known(site, SHLVL="3") == first


@pytest.mark.parametrize(
    "change",
    [
        lambda top: git(top, "commit", "--quiet", "--allow-empty", "--message=x"),
        lambda top: git(top, "branch", "other"),
        lambda top: git(top, "tag", "v1"),
        lambda top: git(top, "checkout", "--quiet", "--detach"),
        lambda top: git(top, "rm", "--quiet", "--cached", "current/mkdocs.yml"),
        lambda top: git(top, "config", "core.quotePath", "false"),
        lambda top: git(top, "pack-refs", "--all"),
        lambda top: (top / ".git/shallow").write_text("0" * 40 + "\n", "utf-8"),
        lambda top: (top / ".git").rename(top / "away"),
        lambda top: (top / "mkdocs.yml").write_text("", "utf-8"),
    ],
)
def test_what_git_knows_is_seen(change: Change, site: Path) -> None:
    """What is checked out, staged, named, configured, cut off; and another site further up."""
    before = _state_from_above(site)
    change(site.parent)
    assert _state_from_above(site) != before


def _state_from_above(site: Path) -> RunState | None:
    return run_state(site, PATHS, site.parent, {})


def test_a_worktree_has_its_own_index_and_the_branches_of_all(site: Path) -> None:
    """Its `.git` is a file that names a folder, and that names another."""
    tree = site.parent.parent / f"{site.parent.name}-tree"
    git(site.parent, "worktree", "add", "--quiet", "--detach", str(tree))
    seen = {known(tree / "current")}
    git(tree, "rm", "--quiet", "--cached", "current/mkdocs.yml")
    seen.add(known(tree / "current"))
    git(site.parent, "commit", "--quiet", "--allow-empty", "--message=x")
    seen.add(known(tree / "current"))
    assert len(seen) == 3


@pytest.mark.parametrize(
    "name",
    ["OIT_GATE", "OIT_AS_OF", "OIT_LANG", "LANG", "LC_ALL", "PYTHONUTF8", "HOME", "PATH", "CI"],
)
def test_a_variable_that_counts_is_seen(name: str, site: Path) -> None:
    """Those of the engine, of the language, and those by which programs are found."""
    assert known(site) != known(site, **{name: "x"})


def test_another_day_is_another_state(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Bangkok: it begins there while it is evening elsewhere."""
    seen = []
    for moment in ("2025-03-04T16:59:59", "2025-03-04T17:00:00", "2025-03-05T16:59:59"):
        seconds = time.mktime(time.strptime(moment, "%Y-%m-%dT%H:%M:%S")) - time.timezone
        monkeypatch.setattr(time, "time", lambda seconds=seconds: seconds)
        seen.append(known(site))
    assert seen[0] != seen[1] == seen[2]


def test_another_engine_is_another_state(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its look (`engine_version`); one that has none is unusual."""
    seen = {known(site)}
    looks = [EngineLook("a", 1), EngineLook("a", 2), EngineLook("b", 2)]
    for look in looks:
        monkeypatch.setattr(module, "engine_look", lambda look=look: look)
        seen.add(known(site))
    assert len(seen) == 1 + len(looks)
    monkeypatch.setattr(module, "engine_look", lambda: None)
    assert state_of(site) is None


@pytest.mark.parametrize(
    "unusual",
    [
        lambda site: (site / "oit_items/link").symlink_to(site / "mkdocs.yml"),
        lambda site: (site / "docs/nowhere").symlink_to(site / "nowhere"),
        lambda site: (site.parent / ".git/reftable").mkdir(),
        lambda site: (site.parent / ".git/refs/heads/loop").symlink_to("loop"),
    ],
)
def test_what_is_unusual_has_no_state(unusual: Change, site: Path) -> None:
    """Links, and repositories that are not read here."""
    unusual(site)
    assert state_of(site) is None


def test_another_repository_has_no_state(site: Path) -> None:
    """A variable may lead Git elsewhere."""
    assert state_of(site, GIT_DIR="/elsewhere") is None
    assert state_of(site, GIT_CONFIG_COUNT="1") is None
    assert state_of(site, GIT_AUTHOR_NAME="x")


def test_what_changed_just_now_is_not_settled(site: Path) -> None:
    """It could change again within the same time stamp."""
    state = state_of(site)
    assert state
    assert not state.is_settled(state.changed + 1_000_000_000)
    assert state.is_settled(state.changed + 3_000_000_000)
