"""The site is whole at any time, whatever happens to a build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.support import tree
from oit.system import folders
from oit.system.folders import folder_for_build, put_in_place


def site_with(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def test_a_finished_build_takes_the_place_of_the_site_and_leaves_no_litter(tmp_path: Path) -> None:
    """The old site is gone, and nothing lies beside the new one."""
    site = site_with(tmp_path / "site", "old")
    new = folder_for_build(site)
    put_in_place(site_with(new, "new"), site)
    folder_for_build(site)
    assert tree(tmp_path) == {"site/index.html": b"new"}


def test_the_first_build_needs_no_old_site(tmp_path: Path) -> None:
    """There is nothing to set aside."""
    site = tmp_path / "site"
    put_in_place(site_with(folder_for_build(site), "new"), site)
    assert tree(tmp_path) == {"site/index.html": b"new"}


@pytest.mark.parametrize("fault", [OSError("disk"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [1, 2])
def test_a_rename_that_fails_or_is_interrupted_leaves_the_old_site(
    fault: BaseException, at: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A full disk, an open file, Ctrl-C, where the system has no single step for it."""
    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    site = site_with(tmp_path / "site", "old")
    new = site_with(folder_for_build(site), "new")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", _failing_at(at, fault))
        with pytest.raises(type(fault)):
            put_in_place(new, site)
    folder_for_build(site)
    assert tree(tmp_path) == {"site/index.html": b"old"}


def _failing_at(at: int, fault: BaseException) -> Callable[[Path, Path], Path]:
    rename, calls = Path.rename, iter(range(1, 10))

    def failing(path: Path, target: Path) -> Path:
        if next(calls) == at:
            raise fault
        return rename(path, target)

    return failing


def test_an_interrupt_after_the_renames_keeps_the_new_site(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It came too late to undo anything."""
    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    site = site_with(tmp_path / "site", "old")
    new = site_with(folder_for_build(site), "new")
    rename = Path.rename

    def late(path: Path, target: Path) -> None:
        rename(path, target)
        if target == site:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", late)
        with pytest.raises(KeyboardInterrupt):
            put_in_place(new, site)
    folder_for_build(site)
    assert tree(tmp_path) == {"site/index.html": b"new"}


def test_a_run_killed_between_the_renames_is_put_right_by_the_next(tmp_path: Path) -> None:
    """The old site lies under its set-aside name, and half a build beside it."""
    site = tmp_path / "site"
    site_with(tmp_path / ".site-old", "old")
    site_with(tmp_path / ".site-new", "half")
    folder_for_build(site)
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_a_run_killed_after_the_renames_keeps_the_new_site(tmp_path: Path) -> None:
    """Only the removal of the old one was left to do."""
    site = site_with(tmp_path / "site", "new")
    site_with(tmp_path / ".site-old", "old")
    folder_for_build(site)
    assert tree(tmp_path) == {"site/index.html": b"new"}
