"""Names of ours that come with a commit: they are findings, and nothing is done for them."""

import json
import os
import shutil
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.committed import COMMITTED, commit_file, repository
from helpers.repositories import git
from helpers.support import tree

DAY = "2025-04-30"
ENGLISH = {"OIT_AS_OF": DAY, "OIT_LANG": "en"}
WORKSPACE = "0123456789abcdef" * 2


def outside(tmp_path: Path) -> dict[str, bytes]:
    """What lies beside the checkout."""
    return {name: data for name, data in tree(tmp_path).items() if not name.startswith("current/")}


@pytest.mark.parametrize("program", [("oit", "check"), ("oit", "confirm"), ("mkdocs", "build")])
@pytest.mark.parametrize(
    ("name", "goes"),
    [
        (".oit-old~..~outside~x", "outside/x"),
        (".oit-old~.venv~x", "current/.venv/x"),
        (".oit-old~.git~hooks~pre-commit", "current/.git/hooks/pre-commit"),
        (".oit-old~oit_items~2568~O09", "current/oit_items/2568/O09"),
    ],
)
def test_a_name_alone_moves_nothing(
    program: tuple[str, str], name: str, goes: str, tmp_path: Path
) -> None:
    """Not out of the checkout, not into `.venv`, not to where Git runs it, not to the records."""
    site = repository(tmp_path)
    (tmp_path / "outside").mkdir()
    commit_file(site, f"{name}/sitecustomize.py")
    done = run(*program, cwd=site, OIT_AS_OF=DAY)
    assert done.returncode in (1, 2)
    assert not (tmp_path / goes).exists()
    assert (site / name / "sitecustomize.py").is_file()


@pytest.mark.parametrize(
    "path",
    [
        *COMMITTED.values(),
        ".oit-old~..~outside~x/a",
        ".OIT-Work/lock",
        ".oit\u200b-work/lock",
        ".oit-work/lock",
        "docs/.oit-abc/page.md",
        "oit_items/2568/O01/.oit-abc/a.csv",
        "scripts/.oit-abc",
        ".site-new/index.html",
        ".site-old/index.html",
        ".venv/bin/python",
    ],
)
@pytest.mark.parametrize("gate", ["enforce", "changed", "report"])
def test_a_tracked_name_of_ours_is_a_finding_in_every_gate(
    path: str, gate: str, tmp_path: Path
) -> None:
    """Wherever it lies, however its letters are written; with the command that takes it out."""
    site = repository(tmp_path)
    git(site, "switch", "--quiet", "--create", "request")
    commit_file(site, path)
    done = run("oit", "check", cwd=site, OIT_GATE=gate, OIT_BASE="main", **ENGLISH)
    assert done.returncode == 1
    assert "name-reserved" in done.stdout
    assert "git rm -r --cached" in done.stdout


def test_a_staged_name_of_ours_is_a_finding_before_it_is_committed(tmp_path: Path) -> None:
    """The hook before a commit asks the same."""
    site = repository(tmp_path)
    (site / ".oit-abc").write_text("x", "utf-8")
    git(site, "add", "--force", ".oit-abc")
    done = run("oit", "check", "--staged", cwd=site, OIT_BASE="main", OIT_AS_OF=DAY)
    assert done.returncode == 1
    assert "name-reserved" in done.stdout


@pytest.mark.parametrize("name", ["oit-work", ".oitwork", "docs/oit-.md", ".oit/readme.md"])
def test_other_names_are_left_alone(name: str, tmp_path: Path) -> None:
    """The rule is about our prefix alone."""
    site = repository(tmp_path)
    commit_file(site, name)
    assert run("oit", "check", cwd=site, OIT_AS_OF=DAY).returncode == 0


def test_what_we_write_is_never_committed_even_without_a_list_of_what_to_leave_out(
    tmp_path: Path,
) -> None:
    """The folder tells Git by itself: an office may have no `.gitignore`, or an old one."""
    site = repository(tmp_path)
    assert not (site / ".gitignore").exists()
    assert run("oit", "fmt", cwd=site).returncode == 0
    git(site, "add", "--all")
    assert ".oit-" not in git(site, "ls-files")


def _journal(site: Path, path: str, kept: str | None) -> str:
    steps = [{"path": path, "kept": kept}]
    values = {"folder": WORKSPACE, "steps": steps, "checkout": str(site.stat().st_ino)}
    return json.dumps(values)


@pytest.mark.parametrize("command", [("check",), ("fmt",), ("ledger",), ("build",)])
def test_a_journal_that_came_with_a_commit_is_not_believed(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """Even where it names the right checkout, and a folder of records."""
    site = repository(tmp_path)
    git(site, "rm", "-r", "--quiet", "oit_items/2568/O03")
    commit_file(site, ".oit-work/journal.json", _journal(site, "oit_items/2568/O03", "folder"))
    commit_file(site, f".oit-work/{WORKSPACE}/folder/record.md")
    commit_file(site, ".oit-work/holder.json", _journal(site, "x", None))
    before = tree(site / ".oit-work" / WORKSPACE)
    run("oit", *command, cwd=site, OIT_AS_OF=DAY)
    assert not (site / "oit_items/2568/O03").exists()
    assert tree(site / ".oit-work" / WORKSPACE) == before


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("../outside/x", "folder"),
        ("oit_items/../../outside/x", "0"),
        ("/tmp/outside", "0"),  # noqa: S108 -- nothing is made there
        ("~/outside", "0"),
        ("~root/outside", "folder"),
        (".venv/x", "0"),
        (".git/hooks/pre-commit", "0"),
        (".GIT/hooks/pre-commit", "0"),
        (".oit-old~..~outside~x", "folder"),
        ("scripts", "folder"),
        ("docs", "folder"),
        ("oit_items//x", "0"),
        ("./x", "0"),
        ("C:/x", "0"),
        ("a\\..\\..\\x", "0"),
        ("linked/x", "0"),
        ("oit_items/2568/O09", "../../../outside"),
        ("oit_items/2568/O09", "/etc"),
        ("", "0"),
    ],
)
def test_a_journal_that_leads_where_no_command_writes_is_not_followed(
    path: str, kept: str, tmp_path: Path
) -> None:
    """Though Git does not track it, and it names this checkout: all of it is left alone."""
    site = repository(tmp_path)
    (tmp_path / "outside").mkdir()
    (site / "linked").symlink_to(tmp_path / "outside")
    stage = site / ".oit-work" / WORKSPACE
    for name in ("folder", "0"):
        (stage / name).mkdir(parents=True)
        (stage / name / "x").write_text("x", "utf-8")
    (site / ".oit-work/.gitignore").write_text("*\n", "utf-8")
    (site / ".oit-work/journal.json").write_text(_journal(site, path, kept), "utf-8")
    before = tree(tmp_path)
    assert run("oit", "check", cwd=site, OIT_AS_OF=DAY).returncode == 0
    assert tree(tmp_path) == before
    run("oit", "fmt", cwd=site, OIT_AS_OF=DAY)
    assert outside(tmp_path) == {}
    assert not (site / ".venv").exists()


def test_a_journal_of_another_checkout_is_not_believed(tmp_path: Path) -> None:
    """A copy of a folder in which a run was killed restores nothing into the copy."""
    site = repository(tmp_path)
    (site / ".oit-work").mkdir()
    journal = _journal(site, "oit_items/2568/O01/record.md", None)
    (site / ".oit-work/journal.json").write_text(journal, "utf-8")
    copied = tmp_path / "copy"
    shutil.copytree(site, copied, symlinks=True)
    assert run("oit", "check", cwd=copied, OIT_AS_OF=DAY).returncode == 0
    assert (copied / "oit_items/2568/O01/record.md").is_file()


@pytest.mark.parametrize("name", ["journal.json", "holder.json", "lock", "telling.json"])
@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_among_our_files_is_not_followed(name: str, tmp_path: Path) -> None:
    """What it leads to stays, byte for byte, whatever is said."""
    site = repository(tmp_path)
    secret = tmp_path / "outside"
    secret.write_text(_journal(site, "oit_items/2568/O01/record.md", None), "utf-8")
    before = secret.read_bytes()
    (site / ".oit-work").mkdir()
    (site / ".oit-work" / name).symlink_to(secret)
    for command in ("check", "fmt"):
        done = run("oit", command, cwd=site, OIT_AS_OF=DAY)
        assert done.returncode in (0, 2)
        assert "Traceback" not in done.stderr
    assert secret.read_bytes() == before
    assert (site / "oit_items/2568/O01/record.md").is_file()
