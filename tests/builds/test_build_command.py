"""`oit build`: whatever goes wrong, the last good site stays as it was."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.commands import run, run_process
from helpers.support import copy_site, tree
from oit.catalog import Language, say
from oit.commands import build

Build = Callable[[Path], int]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Build], int]:
    """The status of a run with an old site there and a given behaviour of MkDocs."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", "utf-8")

    def run(behaviour: Build) -> int:
        monkeypatch.setattr(build, "run_mkdocs", lambda _, folder, __: behaviour(folder))
        return build.build_site(tmp_path)

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
    assert {path.name for path in tmp_path.iterdir()} == {".oit-work", "site"}


@pytest.mark.parametrize("status", [1, 2, 130])
def test_a_refused_failed_or_interrupted_build_gives_its_status_and_changes_nothing(
    status: int, built: Callable[[Build], int], tmp_path: Path
) -> None:
    """Even where it had written pages already."""
    assert built(_writes(status)) == status
    assert tree(tmp_path) == {"site/index.html": b"old"}
    assert {path.name for path in tmp_path.iterdir()} == {".oit-work", "site"}


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
    assert "เว็บไซต์เดิมยังใช้ได้" in capsys.readouterr().err


@pytest.fixture
def with_dead_link(tmp_path: Path) -> Path:
    """A site that builds, but for a link to a page that is not there."""
    site = copy_site("current", tmp_path)
    with (site / "docs/data.md").open("a", encoding="utf-8") as page:
        page.write("\n[ข้อมูลเก่า](gone.md)\n")
    return site


def test_a_link_to_a_page_that_is_not_there_keeps_the_last_good_site(
    with_dead_link: Path,
) -> None:
    """By MkDocs itself, with the options that the program gives it; the link is named."""
    site = with_dead_link / "site"
    site.mkdir()
    (site / "index.html").write_text("old", "utf-8")
    done = run_process("oit", "build", cwd=with_dead_link, OIT_AS_OF="2025-04-20")
    assert done.returncode == 1
    assert "'data.md' contains a link 'gone.md'" in done.stderr
    assert tree(site) == {"index.html": b"old"}


def test_mkdocs_counts_warnings_of_links_even_where_it_is_quiet(with_dead_link: Path) -> None:
    """Without the program: `--quiet` alone would keep `--strict` from counting them."""
    command = ("mkdocs", "build", "--quiet", "--strict")
    done = run_process(*command, cwd=with_dead_link, OIT_AS_OF="2025-04-20")
    assert done.returncode == 1
    assert "'data.md' contains a link 'gone.md'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_script_runs_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its arguments, and gives its status."""
    import build as script

    calls: list[tuple[str, ...]] = []

    def run_module(*given: str) -> int:
        calls.append(given)
        return 7

    monkeypatch.setattr(script, "environment_for_building", lambda: "python")
    monkeypatch.setattr(script, "run_module", run_module)
    monkeypatch.setattr("sys.argv", ["build.py", "--root", "x"])
    assert script.main() == 7
    assert calls == [("python", "oit", "build", "--root", "x")]


def test_a_folder_that_cannot_be_written_in_is_told_before_anything_is_built(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence with the system's reason, and status 2."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refused)
    monkeypatch.setattr(build, "run_mkdocs", lambda *_: pytest.fail("it was built"))
    assert build.build_site(tmp_path) == 2
    assert "Read-only file system" in capsys.readouterr().err


def test_a_build_starts_no_second_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs runs in this process."""
    monkeypatch.setattr(build, "subprocess", None)
    site = copy_site("current", tmp_path)
    done = run("oit", "build", cwd=site, OIT_AS_OF="2025-04-20")
    assert (done.returncode, done.stderr) == (0, "")
    assert (site / "site/index.html").is_file()


def test_where_texts_are_not_read_as_utf8_mkdocs_has_a_process_that_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python can only be told before it starts; some systems have Thai pages of their own kind."""
    monkeypatch.setattr("locale.getpreferredencoding", lambda **_: "cp874")
    monkeypatch.setattr(build, "status_of", None)
    site = copy_site("current", tmp_path)
    done = run("oit", "build", cwd=site, OIT_AS_OF="2025-04-20")
    assert done.returncode == 0
    assert (site / "site/index.html").is_file()


INTERRUPTED = """
import signal, sys
from oit.commands.start import main

def interrupt(*_):
    signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["oit", "build"]
sys.setprofile(lambda frame, *_: frame.f_code.co_name == "on_files" and interrupt())
main()
"""


def test_an_interrupt_within_mkdocs_keeps_the_last_good_site(tmp_path: Path) -> None:
    """Status and sentence are those of Ctrl-C at any other moment."""
    site = copy_site("current", tmp_path)
    (site / "site").mkdir()
    (site / "site/index.html").write_text("old", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        cwd=site,
        env={**os.environ, "OIT_AS_OF": "2025-04-20"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert say("build.interrupted", Language.TH) in done.stderr
    assert tree(site / "site") == {"index.html": b"old"}
    assert not [*(site / ".oit-work").glob("*/*")]
