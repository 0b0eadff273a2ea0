"""A command works from any folder of the site, as it does from its root."""

import os
import shutil
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.commands import Finished, run, run_process
from helpers.edits import O1
from helpers.repositories import committed, git
from helpers.support import copy_site, replace, tree

DAY = {"OIT_AS_OF": "2025-04-30"}
BELOW = ("oit_items/2568/O01", "docs")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("add", "O1", "--period", "2025-03", "--sample", "{folder}/march.csv"),
    ("check",),
    ("codeowners",),
    ("confirm", "O1", "--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว"),
    ("due",),
    ("fix",),
    ("fmt",),
    ("freshness", "--dry-run"),
    ("ledger",),
    ("new-round", "2569"),
    ("none", "O1", "--period", "2025-03", "ไม่มี"),
    ("remind",),
    ("report", "--month", "2025-03"),
    ("schemas",),
)


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_command_says_and_writes_the_same_from_below(
    command: tuple[str, ...], below: str, tmp_path: Path
) -> None:
    """Paths are told from the root, and what is written goes to the same places."""
    ends = []
    for folder in (".", below):
        site = _site(tmp_path)
        here = site / folder
        arguments = [part.format(folder=os.path.relpath(tmp_path, here)) for part in command]
        ends.append((_told(run("oit", *arguments, cwd=here, **DAY)), tree(site)))
        shutil.rmtree(site)
    assert ends[0] == ends[1]


def test_files_are_named_from_where_somebody_stands(tmp_path: Path) -> None:
    """What lies beside the record, and what lies beside the site."""
    site = _site(tmp_path)
    here = site / "oit_items/2568/O01"
    assert run("oit", "fmt", "record.md", cwd=here).stdout.endswith("[EN] 1 read, 1 changed\n")
    assert run("oit", "fmt", "..", cwd=here).stdout.endswith("[EN] 5 read, 1 changed\n")
    cleaned = run("oit", "clean", "record.md", cwd=here)
    assert cleaned.stdout.startswith("record.md: ")
    written = run("oit", "report", "--month", "2025-03", "--output", "r.docx", cwd=here)
    assert written.stdout == "บันทึกรายงานแล้วที่ r.docx\n[EN] The report is written to r.docx.\n"
    assert (here / "r.docx").is_file()


def test_a_report_on_a_site_elsewhere_is_written_where_somebody_stands(tmp_path: Path) -> None:
    """`--root` says what is read."""
    site, here = _site(tmp_path), tmp_path / "desk"
    here.mkdir()
    before = tree(site)
    assert run("oit", "report", "--root", str(site), cwd=here, **DAY).returncode == 0
    assert [path.name for path in here.iterdir()] == ["oit-report-2025-04.docx"]
    assert tree(site) == before


def test_the_nearest_site_upwards_is_meant(tmp_path: Path) -> None:
    """Not the one around it."""
    outer = _site(tmp_path)
    inner = copy_site("current", outer / "docs")
    BROKEN["missing"](inner)
    assert run("oit", "check", cwd=outer / "docs", **DAY).returncode == 0
    assert run("oit", "check", cwd=inner / "docs", **DAY).returncode == 1


def test_where_there_is_no_site_it_is_said(tmp_path: Path) -> None:
    """Records without settings are none, nor settings without records."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: ก\n", "utf-8")
    done = run("oit", "check", cwd=tmp_path / "a/b")
    assert done.returncode == 2
    assert "ไม่พบโฟลเดอร์ oit_items" in done.stderr


def test_what_cannot_be_written_is_named_from_the_root(tmp_path: Path) -> None:
    """As it is in every other message."""
    site = _site(tmp_path)
    (site / "CODEOWNERS").mkdir()
    here = site / "docs"
    told = {_told(run("oit", "codeowners", cwd=folder)) for folder in (site, here)}
    assert [(status, text.count("CODEOWNERS")) for status, _, text in told] == [(2, 2)]
    assert str(site) not in told.pop()[2]


def test_what_is_staged_is_judged_from_below(tmp_path: Path) -> None:
    """By Git, which is asked in the folder of the site."""
    site = _site(tmp_path)
    git(site, "init", "--quiet", "--initial-branch=main")
    committed(site, "as it was")
    BROKEN["date-buddhist"](site)
    git(site, "add", "--all")
    assert run("oit", "check", "--staged", cwd=site / "docs", **DAY).returncode == 1


def test_a_process_finds_the_site_and_builds_it(tmp_path: Path) -> None:
    """The site goes beside its settings, and a refusal has its status."""
    site = _site(tmp_path)
    here = site / "oit_items/2568"
    done = run_process("oit", "build", cwd=here, **DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert (site / "site/index.html").is_file()
    BROKEN["missing"](site)
    assert run_process("oit", "check", cwd=here, **DAY).returncode == 1


def _site(folder: Path) -> Path:
    """A site, and beside it a file to publish."""
    (folder / "march.csv").write_text("ลำดับที่,งาน\n1,งานตัวอย่าง\n", "utf-8")
    site = copy_site("current", folder)
    replace(O1, "https://example.go.th/eit", "https://example.go.th/other")(site)
    return site


def _told(done: Finished) -> tuple[int, str, str]:
    return done.returncode, done.stdout, done.stderr
