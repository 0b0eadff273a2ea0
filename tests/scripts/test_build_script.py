"""`scripts/build.py`: whatever goes wrong, the last good site stays as it was."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import build
from helpers.support import tree

Build = Callable[[Path], int]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Build], int]:
    """The status of a run with an old site there and a given behaviour of MkDocs."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", "utf-8")
    monkeypatch.setattr(build, "SITE", site)
    monkeypatch.setattr(build, "environment_for_building", lambda: sys.executable)

    def run(behaviour: Build) -> int:
        monkeypatch.setattr(build, "run_module", lambda *arguments: behaviour(Path(arguments[-1])))
        return build.main()

    return run


def _writes(status: int) -> Build:
    def behaviour(folder: Path) -> int:
        folder.mkdir()
        (folder / "index.html").write_text("new", "utf-8")
        return status

    return behaviour


def test_a_good_build_replaces_the_site(built: Callable[[Build], int], tmp_path: Path) -> None:
    """And leaves nothing beside it."""
    assert built(_writes(0)) == 0
    assert tree(tmp_path) == {"site/index.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("status", [1, 2, 130])
def test_a_refused_failed_or_interrupted_build_gives_its_status_and_changes_nothing(
    status: int, built: Callable[[Build], int], tmp_path: Path
) -> None:
    """Even where it had written pages already."""
    assert built(_writes(status)) == status
    assert tree(tmp_path) == {"site/index.html": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_interrupt_outside_mkdocs_changes_nothing(
    built: Callable[[Build], int], tmp_path: Path
) -> None:
    """Ctrl-C at any moment gives a sentence, not a traceback."""

    def interrupted(_: Path) -> int:
        raise KeyboardInterrupt

    assert built(interrupted) == 130
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_a_build_that_wrote_nothing_is_not_put_in_place(
    built: Callable[[Build], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is then no new site to show."""
    assert built(lambda _: 0) == 2
    assert tree(tmp_path) == {"site/index.html": b"old"}
    assert "ฉบับล่าสุดยังอยู่ครบถ้วน" in capsys.readouterr().err
