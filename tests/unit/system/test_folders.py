"""The site is whole at any time, whatever happens to a build."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.support import tree
from oit.system import folders
from oit.system.folders import put_in_place
from oit.system.locking import alone_in, restore_interrupted
from oit.system.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with alone_in(tmp_path, "oit build", print) as workspace:
        yield workspace


def site_with(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_finished_build_takes_the_place_of_the_site_and_leaves_no_litter(
    exchanges: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old site is gone, and nothing lies beside the new one."""
    if not exchanges:
        monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    site_with(tmp_path / "site", "old")
    with alone_in(tmp_path, "oit build", print) as workspace:
        put_in_place(workspace, site_with(workspace.temporary(), "new"))
    assert tree(tmp_path) == {"site/index.html": b"new"}


def test_the_first_build_needs_no_old_site(tmp_path: Path) -> None:
    """There is nothing to set aside."""
    with alone_in(tmp_path, "oit build", print) as workspace:
        put_in_place(workspace, site_with(workspace.temporary(), "new"))
    assert tree(tmp_path) == {"site/index.html": b"new"}


@pytest.mark.parametrize("fault", [OSError("disk"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [1, 2])
def test_a_rename_that_fails_or_is_interrupted_leaves_the_old_site(
    fault: BaseException, at: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A full disk, an open file, Ctrl-C, where the system has no single step for it."""
    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    site_with(tmp_path / "site", "old")
    with alone_in(tmp_path, "oit build", print) as workspace:
        new = site_with(workspace.temporary(), "new")
        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", _failing_at(at, fault))
            with pytest.raises(type(fault)):
                put_in_place(workspace, new)
        assert (tmp_path / "site/index.html").read_text("utf-8") == "old"
    assert tree(tmp_path) == {"site/index.html": b"old"}


def _failing_at(at: int, fault: BaseException) -> Callable[[Path, Path], Path]:
    rename, calls = Path.rename, iter(range(1, 10))

    def failing(path: Path, target: Path) -> Path:
        if next(calls) == at:
            raise fault
        return rename(path, target)

    return failing


def test_an_interrupt_after_the_renames_keeps_the_new_site(
    monkeypatch: pytest.MonkeyPatch, workspace: Workspace, tmp_path: Path
) -> None:
    """It came too late to undo anything."""
    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    site = site_with(tmp_path / "site", "old")
    rename = Path.rename

    def late(path: Path, target: Path) -> None:
        rename(path, target)
        if target == site:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", late)
        with pytest.raises(KeyboardInterrupt):
            put_in_place(workspace, site_with(workspace.temporary(), "new"))
    assert tree(site) == {"index.html": b"new"}


def test_a_folder_that_an_earlier_version_left_is_nobodys_old_site(tmp_path: Path) -> None:
    """Nothing is moved or removed for its name alone, as versions before did."""
    site_with(tmp_path / ".site-old", "somebody's")
    site_with(tmp_path / ".site-new", "somebody's")
    restore_interrupted(tmp_path, "oit check", print)
    with alone_in(tmp_path, "oit build", print):
        pass
    assert tree(tmp_path) == {
        ".site-new/index.html": b"somebody's",
        ".site-old/index.html": b"somebody's",
    }
