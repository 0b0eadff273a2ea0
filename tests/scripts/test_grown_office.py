"""`run.py grown_office`: offices with many rounds and a history, by which growth is measured."""

import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.repositories import git
from maintain import grown_office
from maintain.grown.offices import write_office
from maintain.grown.years import AS_OF

TODAY = {"OIT_AS_OF": AS_OF.isoformat()}


@pytest.fixture(scope="module")
def two_rounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound office of two rounds."""
    folder = tmp_path_factory.mktemp("grown") / "office"
    write_office(folder, 1, 2, is_sound=True)
    return folder


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What `oit check` says on the day on which the newest round alone is open."""
    return run("oit", "check", *arguments, cwd=folder, **TODAY)


def test_a_sound_office_passes_the_gate(two_rounds: Path) -> None:
    """So that builds that must pass can be measured."""
    checked = check(two_rounds)
    assert checked.returncode == 0, checked.stdout


def test_the_main_branch_witnesses_every_round(two_rounds: Path) -> None:
    """In commits of the days on which something was disclosed, after one without a record."""
    for year in (2567, 2568):
        assert "witness: git" in (two_rounds / f"oit_items/{year}/round.yml").read_text("utf-8")
    days = git(two_rounds, "log", "--reverse", "--format=%cs", "main").split()
    assert days == sorted(days)
    assert len(days) > 50
    root = git(two_rounds, "rev-list", "--max-parents=0", "main").strip()
    assert "oit_items/25" not in git(two_rounds, "ls-tree", "-r", "--name-only", root)


def test_every_file_of_evidence_has_its_own_bytes(two_rounds: Path) -> None:
    """What is remembered of one file is no help with another."""
    records = two_rounds / "oit_items"
    files = [path for path in records.rglob("*") if path.suffix in {".csv", ".pdf", ".md"}]
    counted = Counter(sha256(path.read_bytes()).hexdigest() for path in files)
    assert len(files) > 150
    assert set(counted.values()) == {1}


def test_the_same_number_gives_the_same_commits(two_rounds: Path, tmp_path: Path) -> None:
    """And another number another office."""
    write_office(tmp_path / "again", 1, 2, is_sound=True)
    write_office(tmp_path / "other", 2, 2, is_sound=True)
    first, again, other = (
        git(folder, "rev-parse", "main") for folder in (two_rounds, *sorted(tmp_path.iterdir()))
    )
    assert first == again != other


def test_something_is_late_and_broken_where_the_gate_reports(tmp_path: Path) -> None:
    """The gate holds such a site back, and tells the slips of which each kind is one."""
    write_office(tmp_path / "office", 1, 1, is_sound=False)
    checked = check(tmp_path / "office")
    assert checked.returncode == 1
    for rule in ("field-unknown", "date-buddhist", "file-absent", "missing-or-none"):
        assert rule in checked.stdout


def test_offices_stand_in_folders_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As many as are asked for, and the day to judge them on is printed."""
    monkeypatch.setattr(sys, "argv", ["grown_office", str(tmp_path), "--offices", "2", "--sound"])
    assert grown_office.main() == 0
    assert capsys.readouterr().out == f"OIT_AS_OF={AS_OF}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office-1", "office-2"]
