"""Every command in a process of its own; the other tests call it in theirs, and both say the same.

`helpers.commands.run` is held here: exit status, output, error output, and what it leaves behind.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import made_files as made
from helpers.broken import BROKEN
from helpers.builds import built
from helpers.commands import Finished, run, run_process
from helpers.edits import O1, file
from helpers.faulty_server import Reply, faulty
from helpers.support import Edit, copy_site, replace, tree
from oit.commands.cli import COMMANDS

DAY = {"OIT_AS_OF": "2025-04-30"}
WITHDRAWN = ("--why", "wrong", "--reason", "คลาดเคลื่อน", "--by", "ผู้อำนวยการเขต")
INDEX = "site/api/v1/index.json"


def _built(site: Path) -> Path:
    return built(site, **DAY)


CASES: dict[tuple[str, ...], tuple[int, Edit | None]] = {
    ("oit", "no-such-command"): (2, None),
    ("oit", "--version"): (0, None),
    ("oit", "add", "O1", "--period", "2025-03", "--sample", "../march.csv"): (0, None),
    ("oit", "archive", "site", "--into", "kept"): (0, _built),
    ("oit", "build"): (0, None),
    ("oit", "check"): (1, BROKEN["missing"]),
    ("oit", "clean", "oit_items/2568/O01/a.docx"): (0, file("a.docx", made.docx())),
    ("oit", "codeowners"): (0, None),
    ("oit", "confirm", "O1", "--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว"): (0, None),
    ("oit", "deployable", "site", "--commit", "0" * 40): (1, _built),
    ("oit", "desk", "--port", "99999"): (2, None),
    ("oit", "diff", INDEX, "site"): (0, _built),
    ("oit", "due"): (0, None),
    ("oit", "explain", "date-buddhist"): (0, None),
    ("oit", "fix", "--yes"): (0, BROKEN["date-buddhist"]),
    ("oit", "fmt"): (0, None),
    ("oit", "freshness", "--dry-run"): (0, None),
    ("oit", "go-live"): (0, None),
    ("oit", "harvest", "mkdocs.yml"): (2, None),
    ("oit", "inbox", "no-such-folder"): (2, None),
    ("oit", "init", "office", "--id", "x", "--name-th", "ก", "--name-en", "K"): (0, None),
    ("oit", "ledger"): (0, None),
    ("oit", "links", "--state", "links.json", "--strict"): (0, None),
    ("oit", "live", "--commit", "0" * 40): (2, None),
    ("oit", "new-round", "2569"): (0, None),
    ("oit", "none", "O1", "--period", "2025-03", "ไม่มี"): (2, None),
    ("oit", "remind"): (0, None),
    ("oit", "replace", "O1", "scores.csv", "../march.csv", "--reason", "แก้ยอดรวม"): (0, None),
    ("oit", "report", "--month", "2025-03"): (0, None),
    ("oit", "schemas"): (0, None),
    ("oit", "upgrade"): (2, None),
    ("oit", "verify", "site"): (0, _built),
    ("oit", "verify-upgrade", "HEAD"): (2, None),
    ("oit", "withdraw", "O1", "scores.csv", *WITHDRAWN): (0, None),
    ("oit", "zip"): (2, None),
    ("mkdocs", "build", "--quiet", "--strict"): (0, None),
    ("mkdocs", "build"): (1, BROKEN["missing"]),
}
"""What is called, the exit status, and what is done to the site before."""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page on another site, to which the site `current` links."""
    with faulty(tmp_path_factory.mktemp("elsewhere"), {"/eit": Reply()}) as server:
        yield f"{server.address}/eit"


def test_a_process_lists_the_commands(tmp_path: Path) -> None:
    """Click wraps lines otherwise within tests, so help alone is not compared."""
    done = run_process("oit", "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"\n  {name} " in done.stdout for name in COMMANDS)


def test_every_command_is_called() -> None:
    """A new one has to be added here."""
    assert {name for program, name, *_ in CASES if program == "oit"} >= set(COMMANDS)


@pytest.mark.parametrize("command", CASES, ids=" ".join)
def test_a_process_says_and_leaves_what_the_same_command_does_within_the_tests(
    command: tuple[str, ...], elsewhere: str, tmp_path: Path
) -> None:
    """Exit status, output, error output, and every file of the site."""
    status, edit = CASES[command]
    (tmp_path / "march.csv").write_text("ลำดับที่,งาน\n1,งานตัวอย่าง\n", "utf-8")
    ends = []
    for start in (run_process, run):
        site = copy_site("current", tmp_path)
        replace(O1, "https://example.go.th/eit", elsewhere)(site)
        if edit:
            edit(site)
        ends.append((_told(start(*command, cwd=site, **DAY)), tree(site)))
        shutil.rmtree(site)
    (process_told, process_tree), (told, files) = ends
    assert process_told == told
    assert process_tree == files
    assert told[0] == status, told


def _told(done: Finished) -> tuple[int, str, str]:
    return done.returncode, done.stdout, done.stderr
