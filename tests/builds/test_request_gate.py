"""`oit check --request`: a request is data; what is checked out, its base, judges it."""

import os
import subprocess
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import MANDATE, O1, O3
from helpers.repositories import committed, git
from helpers.support import Edit, copy_site, delete, replace, told_at, tree, write

DAY = {"OIT_AS_OF": "2025-04-30"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current` in a repository, its main branch checked out."""
    site = copy_site("current", tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(site))
    committed(site, "as it was")
    return site


def request(site: Path, *edits: Edit) -> str:
    """A request with these edits, on a branch; what is checked out stays the main branch."""
    git(site, "switch", "--quiet", "--create", "request")
    for edit in edits:
        edit(site)
    committed(site, "request")
    git(site, "switch", "--quiet", "main")
    return "request"


def check(site: Path, name: str, *options: str) -> subprocess.CompletedProcess[str]:
    return run("oit", "check", "--request", name, *options, cwd=site, **DAY)


def worded(site: Path) -> None:
    text = (site / O3).read_text("utf-8")
    write(O3, f"{text}\nข้อความเพิ่มเติม\n")(site)


def test_a_request_in_order_passes_and_nothing_of_it_is_checked_out(site: Path) -> None:
    """The work tree, the index and the branch stay those of the base, byte for byte."""
    name = request(site, worded)
    before, index = tree(site / "oit_items"), git(site, "ls-files", "--stage")
    done = check(site, name)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(site / "oit_items") == before
    assert git(site, "ls-files", "--stage") == index
    assert git(site, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (BROKEN["missing"], "missing"),
        (delete(O1), "record-absent"),
        (replace(O1, "updated: 2025-04-18", "updated: 2025-04-29"), "date-bumped"),
        (BROKEN["file-symlink"], "file-symlink"),
    ],
)
def test_a_request_that_makes_something_worse_is_refused(edit: Edit, told: str, site: Path) -> None:
    """Though nothing is wrong in what is checked out."""
    done = check(site, request(site, edit))
    assert (done.returncode, told in done.stdout) == (1, True), done.stdout + done.stderr


@pytest.mark.parametrize(
    "attributes",
    [
        "oit_items/** -text working-tree-encoding=UTF-16\n",
        "*.md filter=gone\n",
        "* text eol=crlf\n",
        "*.md ident export-ignore\n",
    ],
)
def test_attributes_that_a_request_brings_decide_nothing(attributes: str, site: Path) -> None:
    """Its own records and those of its base are judged as without them, and its owner is told."""
    done = check(site, with_attributes(site, attributes, BROKEN["missing"]))
    assert done.returncode == 1
    assert told_at(done.stdout, "missing", "oit_items/2568/O03/record.md")
    assert told_at(done.stdout, "attributes-changed", ".gitattributes")
    git(site, "branch", "--quiet", "--delete", "--force", "request")
    harmless = check(site, with_attributes(site, attributes, worded))
    assert harmless.returncode == 0, harmless.stdout


def with_attributes(site: Path, attributes: str, edit: Edit) -> str:
    """A request whose records went in as they are, before the attributes came."""
    name = request(site, edit)
    git(site, "switch", "--quiet", name)
    write(".gitattributes", attributes)(site)
    git(site, "add", ".gitattributes")
    git(site, "commit", "--quiet", "--message", "attributes")
    git(site, "switch", "--quiet", "--force", "main")
    return name


def test_a_gate_that_a_request_brings_along_is_not_run(site: Path, tmp_path: Path) -> None:
    """Its hooks, its settings and its mandate are data too: the base's judge it."""
    ran = tmp_path / "ran"
    stranger = f"open({str(ran)!r}, 'w').close()\nraise SystemExit(0)\n"
    name = request(
        site,
        BROKEN["missing"],
        write("hooks/publish.py", stranger),
        write("scripts/check.py", stranger),
        write("oit/__init__.py", stranger),
        write("sitecustomize.py", stranger),
        replace(MANDATE, "frequency: semiannual", "frequency: annual"),
    )
    done = check(site, name)
    assert done.returncode == 1
    assert told_at(done.stdout, "missing", "oit_items/2568/O03/record.md")
    assert not ran.exists()


def test_what_is_judged_is_what_the_main_branch_will_hold(site: Path) -> None:
    """Two requests that pass alone, and not together: the second is refused after the first."""
    name = request(site, replace(O1, "updated: 2025-04-18", "updated: 2025-04-29"), sentence)
    assert check(site, name).returncode == 0
    sentence(site)
    committed(site, "the same sentence came by another request")
    done = check(site, name)
    assert (done.returncode, "date-bumped" in done.stdout) == (1, True), done.stdout


def test_what_the_main_branch_has_won_since_is_not_the_requests(site: Path) -> None:
    """Neither praised nor blamed: a policy that came after it is not told to its owner again."""
    name = request(site, worded)
    replace(MANDATE, "may_be_none: true", "may_be_none: false")(site)
    committed(site, "policy")
    done = check(site, name)
    assert "policy-changed" not in done.stdout
    assert "review-removed" not in done.stdout


def sentence(site: Path) -> None:
    replace(O1, "ประกาศที่ 1", "ประกาศที่ 1 และประกาศที่ 2")(site)


def test_a_request_that_cannot_be_merged_is_told(site: Path) -> None:
    """Exit 2, with the file and the remedy."""
    name = request(site, replace(O1, "updated: 2025-04-18", "updated: 2025-04-17"))
    replace(O1, "updated: 2025-04-18", "updated: 2025-04-16")(site)
    committed(site, "another")
    done = check(site, name)
    assert done.returncode == 2
    assert O1 in done.stderr
    assert "รวมฉบับที่เผยแพร่อยู่เข้ากับฉบับรอตรวจ" in done.stderr


def test_a_conflict_names_files_that_are_no_commands_of_the_forge(site: Path) -> None:
    """Whatever a stranger calls them: on a line of its own `::error::` would be one."""
    file = "docs/b\n::error::said by a stranger.md"
    name = request(site, write(file, "x"))
    write(file, "y")(site)
    committed(site, "another")
    done = check(site, name)
    assert done.returncode == 2
    assert "said by a stranger" in done.stderr
    assert not any(line.startswith("::") for line in done.stderr.splitlines())


@pytest.mark.parametrize("format_", ["text", "github", "markdown", "json"])
def test_a_name_that_is_no_utf_8_is_told(format_: str, site: Path, tmp_path: Path) -> None:
    """It hides no finding behind a traceback."""
    git(site, "switch", "--quiet", "--create", "request")
    BROKEN["missing"](site)
    for folder in (site, site / "docs", site / "oit_items/2568/O01"):
        (folder / os.fsdecode(b"d\xff.txt")).write_text("x", "utf-8")
    committed(site, "request")
    git(site, "switch", "--quiet", "--force", "main")
    summary = tmp_path / "summary.md"
    done = check(site, "request", "--format", format_, "--summary", str(summary))
    assert done.returncode == 1
    assert "O03/record.md" in done.stdout
    assert summary.stat().st_size


def test_the_folder_of_the_records_is_no_link(site: Path) -> None:
    """Its files would be nobody's: their owners and their history are known by their paths."""

    def elsewhere(site: Path) -> None:
        (site / "oit_items").rename(site / "docs/oit_items")
        (site / "oit_items").symlink_to("docs/oit_items")

    name = request(site, elsewhere)
    done = check(site, name)
    assert (done.returncode, told_at(done.stdout, "file-symlink", "oit_items:1")) == (1, True), (
        done.stdout
    )
    git(site, "switch", "--quiet", name)
    done = run("oit", "check", cwd=site, **DAY)
    assert (done.returncode, told_at(done.stdout, "file-symlink", "oit_items:1")) == (1, True), (
        done.stdout
    )


@pytest.mark.parametrize("name", ["nowhere", "--upload-pack=x", "", "0" * 40])
def test_a_request_that_is_not_there_is_told(name: str, site: Path) -> None:
    """With the remedy; a name is never taken for an option."""
    done = check(site, name)
    assert done.returncode == 2, done.stdout
    assert "git fetch origin" in done.stderr


def test_a_request_to_a_site_in_a_folder_is_judged_alike(tmp_path: Path) -> None:
    """Paths are those of the site, not of the repository."""
    site = copy_site("current", tmp_path / "offices")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    committed(tmp_path, "as it was")
    name = request(site, BROKEN["date-buddhist"], write("../elsewhere.md", "x"))
    done = check(site, name)
    assert done.returncode == 1
    assert told_at(done.stdout, "date-buddhist", "oit_items/2568/O01/record.md")
    assert "elsewhere" not in done.stdout


def test_the_summary_of_a_request_escapes_what_a_stranger_writes(
    site: Path, tmp_path: Path
) -> None:
    """No line of a record becomes a command of the forge or a part of its page."""
    evil = "::error::x <img src=x>"
    name = request(site, replace(O1, "title: แบบวัด EIT", f'title: "{evil}"\n    extra: x'))
    summary, outputs = tmp_path / "summary.md", tmp_path / "outputs"
    options = ("--format", "github", "--summary", str(summary), "--outputs", str(outputs))
    done = check(site, name, *options)
    assert done.returncode == 1
    assert "<img" not in summary.read_text("utf-8")
    assert not any(line.startswith("::error::x") for line in done.stdout.splitlines())
    assert outputs.read_text("utf-8").splitlines()[0] == "safe=true"


@pytest.mark.parametrize(
    ("path", "rule", "shown"),
    [
        (".gitattributes", "attributes-changed", ".gitattributes"),
        ("oit_items/2568/O01/.gitattributes", "attributes-changed", None),
        (".gitmodules", "attributes-changed", ".gitmodules"),
        ("hooks/publish.py", "engine-changed", "hooks"),
        ("scripts/check.py", "engine-changed", "scripts"),
        ("tests/test_office.py", "engine-changed", "tests"),
        ("requirements.lock", "engine-changed", "requirements.lock"),
        ("sitecustomize.py", "engine-changed", "sitecustomize.py"),
        (".github/workflows/check.yml", "workflow-changed", ".github"),
        (".gitlab-ci.yml", "workflow-changed", ".gitlab-ci.yml"),
        (".github/CODEOWNERS", "owners-changed", ".github/CODEOWNERS"),
        ("CODEOWNERS", "owners-changed", "CODEOWNERS"),
        (MANDATE, "policy-changed", MANDATE),
        ("mkdocs.yml", "policy-changed", "mkdocs.yml"),
    ],
)
def test_each_kind_of_file_that_a_request_touches_is_told_to_its_owner(
    path: str, rule: str, shown: str | None, site: Path
) -> None:
    """By name, with who has to approve; the data are judged as by the base."""
    replace("mkdocs.yml", "    mode:", '    coordinator: "@office/ita"\n    mode:')(site)
    committed(site, "a coordinator")

    def append(site: Path) -> None:
        before = (site / path).read_text("utf-8") if (site / path).exists() else ""
        write(path, f"{before}\n# x\n")(site)

    done = check(site, request(site, append, worded))
    assert told_at(done.stdout, rule, shown or path), done.stdout
    assert "@office/ita" in done.stdout
