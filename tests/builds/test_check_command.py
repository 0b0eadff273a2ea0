"""`oit check` on a forge and before a commit."""

import subprocess
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.commands import run, run_process
from helpers.edits import O1
from helpers.repositories import committed, git
from helpers.support import copy_site, replace, write

DAY = {"OIT_AS_OF": "2025-04-30"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current`, committed."""
    site = copy_site("current", tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(site))
    committed(site, "as it was")
    return site


def test_one_run_annotates_sums_up_and_says_whether_all_is_safe(site: Path) -> None:
    """A forge needs one run for its log, its summary and what follows."""
    (site / "summary.md").write_text("ก่อนหน้า\n", "utf-8")
    BROKEN["missing"](site)
    arguments = ("--format", "github", "--summary", "summary.md", "--outputs", "out")
    done = run("oit", "check", *arguments, cwd=site, **DAY)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=oit_items/2568/O03/record.md,line=")
    assert done.stdout.splitlines()[-1].startswith("ตรวจ 3 ข้อ")
    assert (site / "summary.md").read_text("utf-8").startswith("ก่อนหน้า\n## ตรวจ 3 ข้อ")
    assert (site / "out").read_text("utf-8") == "safe=true\nupgrade=false\n"


@pytest.mark.parametrize("rule", ["personal-id", "link-unsafe"])
def test_what_is_unsafe_is_given_to_nobody(rule: str, site: Path) -> None:
    """No preview, no checklist."""
    BROKEN[rule](site)
    done = run("oit", "check", "--outputs", "out", cwd=site, **DAY)
    assert done.returncode == 1
    assert (site / "out").read_text("utf-8") == "safe=false\nupgrade=false\n"


def test_a_run_that_cannot_judge_calls_nothing_safe(site: Path) -> None:
    """Fail closed."""
    done = run("oit", "check", "--outputs", "out", cwd=site, OIT_GATE="changed", OIT_BASE="no")
    assert done.returncode == 2
    assert not (site / "out").exists()


def test_a_file_name_starts_no_command_in_the_text(site: Path) -> None:
    """People's text is printed in runs too."""
    write("oit_items/2568/O01/a\n::stop-commands::x", "1")(site)
    done = run("oit", "check", cwd=site, **DAY)
    assert done.returncode == 1
    assert "stop-commands" in done.stdout
    assert not any(line.lstrip().startswith("::") for line in done.stdout.splitlines())


def staged(site: Path) -> subprocess.CompletedProcess[str]:
    return run("oit", "check", "--staged", cwd=site, **DAY)


def test_what_is_staged_is_judged_and_not_the_work_tree(site: Path) -> None:
    """A mended work tree does not excuse a staged fault, nor the other way about."""
    good = (site / O1).read_bytes()
    replace(O1, "updated: 2025-04-18", "updated: 2568-04-18")(site)
    assert staged(site).returncode == 0
    git(site, "add", "--all")
    (site / O1).write_bytes(good)
    done = staged(site)
    assert done.returncode == 1
    assert "date-buddhist" in done.stdout


def test_what_git_does_not_hold_yet_is_not_judged(site: Path) -> None:
    """A new file counts once it is staged."""
    write("oit_items/2568/O01/new.csv", "ก\n1\n")(site)
    assert staged(site).returncode == 0
    git(site, "add", "--all")
    assert "file-unlisted" in staged(site).stdout


def test_what_was_late_before_keeps_nobody_from_committing(site: Path) -> None:
    """Unless another gate is asked for, what is staged is judged as a change."""
    BROKEN["stale"](site)
    committed(site, "late")
    assert staged(site).returncode == 0
    enforced = run("oit", "check", "--staged", cwd=site, OIT_GATE="enforce", **DAY)
    assert enforced.returncode == 1


def test_the_work_tree_and_the_index_stay_as_they_are(site: Path) -> None:
    """It only looks."""
    write("oit_items/2568/O01/new.csv", "ก\n1\n")(site)
    git(site, "add", "--all")
    before = (site / ".git/index").read_bytes()
    staged(site)
    assert (site / ".git/index").read_bytes() == before


def test_a_site_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    """The index of the repository is larger than the site."""
    site = copy_site("current", tmp_path / "whole")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(tmp_path / "whole"))
    committed(site, "as it was")
    BROKEN["date-buddhist"](site)
    assert staged(site).returncode == 0
    git(site, "add", "--all")
    assert staged(site).returncode == 1


@pytest.mark.parametrize(
    ("day", "told"),
    [("0001-01-01", "2024-10-01"), ("2024-09-30", "2024-10-01"), ("2568-04-30", "2025-04-30")],
)
@pytest.mark.parametrize("program", ["check", "build"])
def test_a_day_on_which_nothing_is_judged_cannot_pass(
    day: str, told: str, program: str, tmp_path: Path
) -> None:
    """Exit 2 with a day to write, by the gate alone as by a build."""
    site = copy_site("current", tmp_path)
    call = run if program == "check" else run_process
    done = call("oit", program, cwd=site, OIT_AS_OF=day)
    assert done.returncode == 2, done.stdout + done.stderr
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
