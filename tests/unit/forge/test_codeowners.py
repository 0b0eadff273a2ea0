"""`CODEOWNERS`: in step with the divisions, and policy is the coordinator's."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.support import ROOT, Edit, copy_shipped, copy_site, delete, replace, write
from oit.forge.codeowners import codeowners
from oit.records.load import load_site

COORDINATOR = "@latkrabang-sample/coordinators"


def owners_of(text: str, path: str) -> list[str]:
    """The owners that a forge names for a path: those of the last line that matches."""
    found: list[str] = []
    for line in text.splitlines():
        pattern, *handles = line.split() or ["#"]
        if pattern == "*" or fnmatch(f"/{path}", f"{pattern}*"):
            found = handles
    return found


@pytest.fixture(scope="module")
def shipped() -> str:
    return (ROOT / "CODEOWNERS").read_text("utf-8")


def test_the_file_is_in_step_with_the_divisions(shipped: str) -> None:
    """`oit codeowners` writes it anew."""
    assert shipped == codeowners(load_site(ROOT))


@pytest.mark.parametrize(
    "path",
    [
        *("mkdocs.yml", "pyproject.toml", "requirements.lock", "CODEOWNERS", ".gitlab-ci.yml"),
        *(".github/workflows/check.yml", "hooks/publish.py", "scripts/build.py"),
        *("oit_items/divisions.yml", "oit_items/exceptions.yml", "oit_items/2568/round.yml"),
        *("oit_items/2568/mandate.yml", "oit_items/2568/waivers.yml", "docs/about.md"),
    ],
)
def test_policy_is_the_coordinators(path: str, shipped: str) -> None:
    """Divisions do not set their own deadlines."""
    assert owners_of(shipped, path) == [COORDINATOR]


def test_a_division_owns_what_it_discloses(shipped: str) -> None:
    """The record is its lead's, a part its division's, a file anybody's of the item."""
    assert owners_of(shipped, "oit_items/2568/O03/a.csv") == ["@latkrabang-sample/schools"]
    works, record = "oit_items/2568/O06/works.md", "oit_items/2568/O06/record.md"
    assert owners_of(shipped, works) == ["@latkrabang-sample/works"]
    assert owners_of(shipped, record) == ["@latkrabang-sample/admin"]
    assert len(owners_of(shipped, "oit_items/2568/O06/file.pdf")) > 5


def test_sample_handles_say_so(shipped: str, tmp_path: Path) -> None:
    """No invented account without its mark, and no mark on a real one."""
    marked = "มิใช่บัญชีจริง"
    assert marked in shipped
    site = copy_site("current", tmp_path)
    replace("oit_items/divisions.yml", "Works Section", 'Works Section\n    forge: "@bma/works"')(
        site
    )
    text = codeowners(load_site(site))
    assert "/oit_items/2568/O02/works.md @bma/works\n" in text
    assert marked not in text


def test_who_has_no_account_is_spoken_for_by_the_coordinator(tmp_path: Path) -> None:
    """Where divisions send their files by e-mail, nobody else could approve."""
    site = copy_site("current", tmp_path)
    settings = '    coordinator: "@office/oit"\n    accepted_types:'
    replace("mkdocs.yml", "    accepted_types:", settings)(site)
    assert owners_of(codeowners(load_site(site)), "oit_items/2568/O02/works.md") == ["@office/oit"]


@pytest.mark.parametrize("handle", ["works", "@a b", "@x\\n* @evil", "@", "@a/"])
def test_what_is_no_handle_is_a_finding(handle: str, tmp_path: Path) -> None:
    """A line of its own would hand everything to its owner."""
    site = copy_site("current", tmp_path)
    named = f'Works Section\n    forge: "{handle}"'
    replace("oit_items/divisions.yml", "Public Works Section", named)(site)
    findings = load_site(site).findings
    assert [finding.field for finding in findings] == [("divisions", 1, "forge")]


def test_the_command_looks_or_writes(tmp_path: Path) -> None:
    """Status 1 where it is out of step; written, it is in step."""
    site = copy_shipped(tmp_path)
    assert run("oit", "codeowners", "--check", cwd=site).returncode == 1
    assert run("oit", "codeowners", cwd=site).returncode == 0
    assert run("oit", "codeowners", "--check", cwd=site).returncode == 0
    assert (site / "CODEOWNERS").read_bytes() == (ROOT / "CODEOWNERS").read_bytes()


@pytest.mark.parametrize(
    "edit", [delete("oit_items/divisions.yml"), write("oit_items/2568/mandate.yml", "x: [")]
)
def test_what_cannot_be_read_changes_nothing(edit: Edit, tmp_path: Path) -> None:
    """Otherwise everything would be nobody's."""
    site = copy_shipped(tmp_path)
    edit(site)
    done = run("oit", "codeowners", cwd=site)
    assert done.returncode == 2, done.stdout
    assert not (site / "CODEOWNERS").exists()
