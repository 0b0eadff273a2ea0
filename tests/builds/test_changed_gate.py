"""The gate `changed` on real repositories: clones, forks, renames, folders in a repository."""

import subprocess
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import O1, O3
from helpers.repositories import committed, git
from helpers.support import Edit, copy_site, delete, replace, told_at, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current` in a repository, with a branch `change` checked out."""
    site = copy_site("current", tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(site))
    committed(site, "as it was")
    git(site, "switch", "--quiet", "--create", "change")
    return site


def check(site: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    given = {"OIT_GATE": "changed", "OIT_AS_OF": "2025-04-30", **variables}
    return run("oit", "check", cwd=site, **given)


def test_a_late_item_of_the_base_keeps_no_other_change_from_passing(site: Path) -> None:
    """Committed or not, what the change did not make worse is listed."""
    git(site, "switch", "--quiet", "main")
    BROKEN["stale"](site)
    committed(site, "late")
    git(site, "switch", "--quiet", "change")
    git(site, "merge", "--quiet", "main")
    write("oit_items/2568/O03/record.md", f"{text_of(site, O3)}\nข้อความเพิ่มเติม\n")(site)
    done = check(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "มีอยู่ก่อนแล้ว" in done.stdout
    committed(site, "words")
    assert check(site).returncode == 0
    assert run("oit", "check", cwd=site, OIT_AS_OF="2025-04-30").returncode == 1


def text_of(site: Path, file: str) -> str:
    return (site / file).read_text("utf-8")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (BROKEN["missing"], "missing"),
        (delete(O1), "record-absent"),
        (replace(O1, "updated: 2025-04-18", "updated: 2025-04-29"), "date-bumped"),
    ],
)
def test_a_change_that_makes_something_worse_is_refused(edit: Edit, told: str, site: Path) -> None:
    """In the work tree as in a commit, with its rule and place."""
    edit(site)
    done = check(site)
    assert (done.returncode, told in done.stdout) == (1, True), done.stdout + done.stderr
    committed(site, "worse")
    assert check(site).returncode == 1


def test_a_renamed_file_is_one_that_went_and_one_that_came(site: Path) -> None:
    """A rename with its entry passes; without it, the file is absent and another unlisted."""
    old, new = "summary-2025-03.csv", "summary-march.csv"
    (site / "oit_items/2568/O01" / old).rename(site / "oit_items/2568/O01" / new)
    done = check(site)
    assert done.returncode == 1
    assert "file-absent" in done.stdout
    assert "file-unlisted" in done.stdout
    write(O1, text_of(site, O1).replace(old, new))(site)
    assert check(site).returncode == 0


def test_the_build_of_a_change_is_a_preview_or_refused(site: Path) -> None:
    """By the same verdict, with the exit status of the gate."""
    given = {"OIT_GATE": "changed", "OIT_AS_OF": "2025-04-30"}
    BROKEN["missing"](site)
    assert run("mkdocs", "build", "--quiet", cwd=site, **given).returncode == 1
    assert not (site / "site").exists()
    git(site, "checkout", "--quiet", "--", ".")
    done = run("mkdocs", "build", "--quiet", "--strict", cwd=site, **given)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (site / "site/2568/o1/index.html").exists()


def test_a_shallow_clone_is_refused_with_the_remedy(site: Path, tmp_path: Path) -> None:
    """Half a history would judge a stranger by nothing."""
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", site.as_uri(), str(shallow))
    done = check(shallow)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    build = run("mkdocs", "build", cwd=shallow, OIT_GATE="changed")
    assert build.returncode == 2
    assert "Traceback" not in build.stderr


def test_a_fork_names_its_base(site: Path, tmp_path: Path) -> None:
    """Its own main branch, or that of the repository it came from."""
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", "--branch=main", str(site), str(fork))
    git(fork, "remote", "add", "upstream", str(site))
    git(fork, "fetch", "--quiet", "upstream")
    git(fork, "switch", "--quiet", "--create", "mine")
    BROKEN["missing"](fork)
    committed(fork, "worse")
    for base in ({}, {"OIT_BASE": "upstream/main"}, {"OIT_BASE": "main"}):
        done = check(fork, **base)
        assert done.returncode == 1, done.stderr
        assert "missing" in done.stdout


@pytest.mark.parametrize(
    ("base", "word"), [("nowhere", "OIT_BASE=origin/main"), ("--upload-pack=x", "OIT_BASE")]
)
def test_a_base_that_is_not_there_is_told(base: str, word: str, site: Path) -> None:
    """With the remedy; and a base is never taken for an option."""
    done = check(site, OIT_BASE=base)
    assert done.returncode == 2
    assert word in done.stderr


def test_without_a_common_ancestor_nothing_is_judged(site: Path) -> None:
    """Exit 2, with the remedy."""
    git(site, "switch", "--quiet", "--orphan", "other")
    committed_empty = ("commit", "--quiet", "--allow-empty", "--message", "another beginning")
    git(site, *committed_empty)
    git(site, "checkout", "change", "--", ".")
    done = check(site, OIT_BASE="main")
    assert done.returncode == 2
    assert "git fetch origin" in done.stderr


def test_outside_of_a_repository_nothing_is_judged(tmp_path: Path) -> None:
    """Exit 2, and a sentence instead of a traceback."""
    done = check(copy_site("current", tmp_path))
    assert done.returncode == 2
    assert "git clone" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_in_a_folder_of_a_repository_is_judged_alike(tmp_path: Path) -> None:
    """Paths are those of the site, not of the repository."""
    site = copy_site("current", tmp_path / "offices")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    committed(tmp_path, "as it was")
    assert check(site).returncode == 0
    replace("oit_items/2568/mandate.yml", "may_be_none: true", "may_be_none: false")(site)
    BROKEN["date-buddhist"](site)
    done = check(site)
    assert done.returncode == 1
    assert "none-not-allowed" not in done.stdout
    assert told_at(done.stdout, "date-buddhist", "oit_items/2568/O01/record.md")
    assert told_at(done.stdout, "policy-changed", "oit_items/2568/mandate.yml")


def test_a_new_round_may_be_sent_in(site: Path) -> None:
    """It is judged by its own policy, which its owner is asked to approve."""
    assert run("oit", "new-round", "2569", cwd=site).returncode == 0
    done = check(site)
    assert done.returncode == 0, done.stdout
    for file in ("round.yml", "mandate.yml", "ledger.json"):
        assert told_at(done.stdout, "policy-changed", f"oit_items/2569/{file}")
