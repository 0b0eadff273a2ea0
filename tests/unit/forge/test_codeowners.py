"""`CODEOWNERS`: in step with the divisions, and policy is the coordinator's."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.support import SAMPLE, Edit, copy_sample, copy_site, delete, replace, write
from oit.forge.codeowners import codeowners
from oit.records.load import load_site

COORDINATOR = "@office-sample/coordinators"


def owners_of(text: str, path: str) -> list[str]:
    """The owners that a forge names for a path: those of the last line that matches."""
    found: list[str] = []
    for line in text.splitlines():
        pattern, *handles = line.split() or ["#"]
        if pattern == "*" or fnmatch(f"/{path}", f"{pattern}*"):
            found = handles
    return found


@pytest.fixture(scope="module")
def sample() -> str:
    return codeowners(load_site(SAMPLE))


@pytest.mark.parametrize(
    "path",
    [
        *("mkdocs.yml", "pyproject.toml", "requirements.lock", "CODEOWNERS", ".gitlab-ci.yml"),
        *(".github/workflows/check.yml", "hooks/publish.py", "scripts/build.py"),
        *("oit_items/divisions.yml", "oit_items/exceptions.yml", "oit_items/2568/round.yml"),
        *("oit_items/2568/mandate.yml", "oit_items/2568/waivers.yml", "docs/about.md"),
    ],
)
def test_policy_is_the_coordinators(path: str, sample: str) -> None:
    """Divisions do not set their own deadlines."""
    assert owners_of(sample, path) == [COORDINATOR]


def test_a_division_owns_what_it_discloses(sample: str) -> None:
    """The record is its lead's, a part its division's, a file anybody's of the item."""
    assert owners_of(sample, "oit_items/2568/O03/a.csv") == ["@office-sample/schools"]
    works, record = "oit_items/2568/O06/works.md", "oit_items/2568/O06/record.md"
    assert owners_of(sample, works) == ["@office-sample/works"]
    assert owners_of(sample, record) == ["@office-sample/admin"]
    assert len(owners_of(sample, "oit_items/2568/O06/file.pdf")) > 5


def test_sample_handles_say_so(sample: str, tmp_path: Path) -> None:
    """No invented account without its mark, and no mark on a real one."""
    marked = "มิใช่บัญชีจริง"
    assert marked in sample
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
    site = copy_sample(tmp_path)
    assert run("oit", "codeowners", "--check", cwd=site).returncode == 1
    assert run("oit", "codeowners", cwd=site).returncode == 0
    assert run("oit", "codeowners", "--check", cwd=site).returncode == 0
    assert (site / "CODEOWNERS").read_bytes() == codeowners(load_site(site)).encode()


@pytest.mark.parametrize(
    "edit", [delete("oit_items/divisions.yml"), write("oit_items/2568/mandate.yml", "x: [")]
)
def test_what_cannot_be_read_changes_nothing(edit: Edit, tmp_path: Path) -> None:
    """Otherwise everything would be nobody's."""
    site = copy_sample(tmp_path)
    edit(site)
    done = run("oit", "codeowners", cwd=site)
    assert done.returncode == 2, done.stdout
    assert not (site / "CODEOWNERS").exists()
