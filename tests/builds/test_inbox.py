"""`oit inbox`: what divisions have sent, in one folder, becomes one branch and some replies."""

from pathlib import Path

import pytest
from click.testing import Result

from helpers import inbox_files
from helpers.commands import Finished, run, run_process
from helpers.inbox_files import Outcome, twelve
from helpers.made_files import VALID_ID
from helpers.repositories import git, in_repository
from helpers.support import copy_sample, tree
from helpers.writing_commands import oit, owing_site, workbook
from oit.commands import entering

DAY = {"OIT_AS_OF": "2025-04-30"}
LATER = {"OIT_AS_OF": "2025-05-08"}
MARCH = "สขร1 มีนาคม 2568.csv"
UNKNOWN = "เอกสาร.csv"
ROWS = "ลำดับที่,งาน\n1,งานที่แก้ไข\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tiny site that owes April; March is published."""
    return in_repository(owing_site(tmp_path))


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    folder = tmp_path / "mail"
    folder.mkdir()
    workbook(folder)
    return folder


def inbox(site: Path, *arguments: str) -> Finished:
    return run("oit", "inbox", "../mail", *arguments, cwd=site, **LATER)


def branches(site: Path) -> list[str]:
    return git(site, "for-each-ref", "--format=%(refname:short)", "refs/heads").split()


# A morning's mail


def test_twelve_files_are_one_branch_two_answers_and_a_reply_for_each_that_goes_back(
    tmp_path: Path,
) -> None:
    """The gate lets the branch pass; files stay where they are; no number of a person is told."""
    site = copy_sample(tmp_path)
    inbox_files.owing_these(site)
    in_repository(site)
    (tmp_path / "mail").mkdir()
    files = twelve()
    for file in files:
        (tmp_path / "mail" / file.name).write_bytes(file.data)
    asked = [file.name for file in files if file.outcome in (Outcome.YEAR, Outcome.CLEAN)]
    back = {file.name for file in files if file.outcome is Outcome.BACK}
    before = tree(tmp_path / "mail")
    answers = [part for name in asked for part in ("--answer", f"{name}=ใช่")]
    done = run_process(
        "oit", "inbox", "../mail", *answers, "--yes", "--replies", "../back", cwd=site, **DAY
    )
    assert done.returncode == 1, done.stderr
    assert len(asked) <= 2
    replies = {
        path.name.removesuffix(".txt"): path.read_text("utf-8")
        for path in (tmp_path / "back").iterdir()
    }
    assert replies.keys() == back
    assert all("เรียน" in reply and name in reply for name, reply in replies.items())
    told = done.stdout + "".join(replies.values()) + git(site, "log", "-1", "--format=%B")
    assert VALID_ID not in told
    assert VALID_ID.replace("-", "") not in told
    assert "วินาที" in done.stdout
    assert tree(tmp_path / "mail") == before
    entered = [
        file for file in files if file.outcome in (Outcome.GOOD, Outcome.YEAR, Outcome.CLEAN)
    ]
    assert git(site, "log", "-1", "--format=%b").count("- ข้อ") == len(entered)
    assert git(site, "status", "--porcelain") == ""
    (branch,) = set(branches(site)) - {"main"}
    git(site, "checkout", "--quiet", "main")
    judged = run("oit", "check", "--request", branch, cwd=site, **DAY)
    assert judged.returncode == 0, judged.stdout


# Asking, and being answered


@pytest.mark.usefixtures("mail")
def test_nothing_is_written_until_somebody_says_so(site: Path) -> None:
    """Without a terminal the difference is shown, with what to type."""
    before = tree(site / "oit_items")
    done = inbox(site)
    assert done.returncode == 1
    assert "--yes" in done.stdout
    assert "summary-2025-04.xlsx" in done.stdout
    assert tree(site / "oit_items") == before
    assert branches(site) == ["main"]
    assert inbox(site, "--yes").returncode == 0
    assert branches(site) == ["entry/2025-05-08-1", "main"]


def test_a_question_tells_what_to_type_and_typing_it_answers(site: Path, mail: Path) -> None:
    """For a cell, and for yes with the reason; what is ready does not wait for the rest."""
    (mail / MARCH).write_text(ROWS, "utf-8")
    (mail / UNKNOWN).write_text(ROWS.replace("1", "2"), "utf-8")
    done = inbox(site, "--yes")
    assert done.returncode == 1
    assert f'--answer "{MARCH}=yes ตามด้วยเหตุผล"' in done.stdout
    typed = f"{UNKNOWN}=O3/tax-statistics/FY2568-Q2"
    assert "--answer" in done.stdout
    assert len(branches(site)) == 2
    done = inbox(site, "--yes", "--answer", f"{MARCH}=yes แก้ยอดรวม", "--answer", typed)
    assert done.returncode in (0, 1)
    assert "แก้ยอดรวม" in (site / "oit_items/2568/O01/record.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("ไม่มีไฟล์นี้.csv=O1", "ไม่มีไฟล์นี้.csv"),
        (f"{MARCH}=O99/2025-03", "O99/2025-03"),
        (f"{MARCH}=O1", "O1"),
        (MARCH, "ชื่อไฟล์=คำตอบ"),
        (f"{MARCH}=", "ชื่อไฟล์=คำตอบ"),
        (f"{MARCH}=yes", "เหตุผล"),
    ],
)
def test_an_answer_that_means_nothing_stops_everything(
    answer: str, told: str, site: Path, mail: Path
) -> None:
    """What was meant is not guessed; nothing is written."""
    (mail / MARCH).write_text(ROWS, "utf-8")
    done = inbox(site, "--yes", "--answer", answer)
    assert (done.returncode, branches(site)) == (2, ["main"])
    assert told in done.stderr


def test_somebody_at_the_terminal_is_asked_what_is_open_and_nothing_else(
    site: Path, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A yes with its reason, a cell, and whether to write; Enter leaves a file out."""
    (mail / MARCH).write_text(ROWS, "utf-8")
    (mail / "เอกสาร 1.csv").write_text(ROWS.replace("1", "2"), "utf-8")
    (mail / "เอกสาร 2.csv").write_text(ROWS.replace("1", "3"), "utf-8")
    monkeypatch.setattr(entering, "is_terminal", lambda: True)
    done = typed_at_terminal(site, "y", "แก้ยอดรวม", "no such cell", "O1/announcements", "", "y")
    assert done.exit_code == 1, done.output
    body = git(site, "log", "-1", "--format=%b")
    assert body.count("- ") == 3
    assert "ประกาศจัดซื้อจัดจ้าง" in body


def typed_at_terminal(site: Path, *lines: str) -> Result:
    return oit(site, "inbox", str(site.parent / "mail"), given="\n".join(lines) + "\n")


# What was there before


@pytest.mark.usefixtures("mail")
def test_only_the_folder_that_is_named_is_entered(site: Path, tmp_path: Path) -> None:
    """What waits since another folder was read is left out, and its answers with it."""
    assert inbox(site).returncode == 1
    other = tmp_path / "other"
    other.mkdir()
    (other / UNKNOWN).write_text(ROWS, "utf-8")
    done = run("oit", "inbox", "../other", "--yes", cwd=site, **LATER)
    assert done.returncode == 1
    assert branches(site) == ["main"]


def test_an_empty_folder_is_no_fault(site: Path, mail: Path) -> None:
    """There is nothing to enter, and the command says so."""
    for file in mail.iterdir():
        file.unlink()
    done = inbox(site, "--yes")
    assert (done.returncode, branches(site)) == (0, ["main"])
    assert "ไม่พบไฟล์" in done.stdout


@pytest.mark.usefixtures("mail")
def test_a_site_without_a_history_is_told_how_to_begin_one(tmp_path: Path) -> None:
    """Nothing is written that nobody could send."""
    site = owing_site(tmp_path)
    before = tree(site / "oit_items")
    done = inbox(site, "--yes")
    assert done.returncode == 2
    assert "git init" in done.stderr
    assert tree(site / "oit_items") == before


@pytest.mark.usefixtures("mail")
def test_sending_without_a_remote_makes_a_patch(site: Path) -> None:
    """Its name is told, and how it is taken in."""
    done = inbox(site, "--yes", "--send")
    assert done.returncode == 0
    assert "git am --keep-cr" in done.stdout
    assert str(site / ".oit-work/patches/entry-2025-05-08-1.patch") in done.stdout


@pytest.mark.usefixtures("mail")
def test_nothing_leaves_the_machine_unless_it_is_said(site: Path, tmp_path: Path) -> None:
    """Without `--send` the branch is here alone; with it, it is there, and the address is told."""
    bare = tmp_path / "remote.git"
    git(site, "clone", "--quiet", "--bare", ".", str(bare))
    git(site, "remote", "add", "origin", "https://github.com/office/site")
    git(site, "config", f"url.{bare}.insteadOf", "https://github.com/office/site")
    assert inbox(site, "--yes").returncode == 0
    assert git(bare, "for-each-ref", "--format=%(refname:short)").split() == ["main"]
    (tmp_path / "mail" / MARCH).write_text(ROWS, "utf-8")
    done = inbox(site, "--yes", "--send", "--answer", f"{MARCH}=yes แก้ยอดรวม")
    assert "https://github.com/office/site/compare/main...entry/2025-05-08-1?" in done.stdout
    assert git(bare, "rev-list", "--count", "main..entry/2025-05-08-1") == "2\n"
