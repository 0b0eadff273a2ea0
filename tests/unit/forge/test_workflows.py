"""What runs on a forge: with the least rights, nothing unpinned, no stranger's text in a script."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.commands import options_of
from helpers.support import ROOT
from helpers.yaml_12 import read_yaml
from run import programs

WORKFLOWS = {path.stem: path for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
RIGHTS = {
    "check": {"check": {"contents": "read"}},
    "publish": {
        "approve": {},
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "freshness": {"freshness": {"contents": "read", "issues": "write"}},
    "wheel": {"wheel": {"contents": "read"}},
}
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
COMMAND = re.compile(r"python3 scripts/(\w+)\.py ?((?:[^;&|\n]|\|\|)*)")


def read(path: Path) -> Any:
    """A file as a forge reads it."""
    return read_yaml(path.read_text("utf-8"))


def steps_of(name: str) -> Iterator[dict[str, Any]]:
    """Every step of a workflow."""
    for job in read(WORKFLOWS[name])["jobs"].values():
        yield from job["steps"]


def test_every_workflow_is_looked_at() -> None:
    """A new one has to say here what it may do."""
    assert set(WORKFLOWS) == set(RIGHTS)


@pytest.mark.parametrize("name", RIGHTS)
def test_a_job_has_the_rights_it_needs_and_no_other(name: str) -> None:
    """None by default; writing issues only in the file that is alone with it."""
    workflow = read(WORKFLOWS[name])
    assert workflow["permissions"] == {}
    assert {job: one["permissions"] for job, one in workflow["jobs"].items()} == RIGHTS[name]


@pytest.mark.parametrize("name", RIGHTS)
def test_an_action_is_pinned_by_commit(name: str) -> None:
    """With its version beside it, for whoever reviews."""
    lines = [line.strip() for line in WORKFLOWS[name].read_text("utf-8").splitlines()]
    used = [line.removeprefix("- ") for line in lines if "uses:" in line]
    assert [line for line in used if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("name", RIGHTS)
def test_a_checkout_leaves_no_credentials_behind(name: str) -> None:
    """What runs after it cannot push."""
    checkouts = [one for one in steps_of(name) if "checkout" in one.get("uses", "")]
    assert checkouts
    assert {one["with"]["persist-credentials"] for one in checkouts} == {False}


@pytest.mark.parametrize("name", RIGHTS)
def test_no_text_of_a_stranger_is_written_into_a_script(name: str) -> None:
    """Values come by variables of the environment."""
    assert [one["run"] for one in steps_of(name) if "${{" in one.get("run", "")] == []


def test_what_a_stranger_sends_meets_no_secret() -> None:
    """A pull request runs as one, with a token that reads."""
    text = WORKFLOWS["check"].read_text("utf-8")
    assert list(read(WORKFLOWS["check"])["on"]) == ["pull_request"]
    assert not re.search(r"secrets\.|github\.token|pull_request_target|workflow_run", text)


def test_nothing_is_handed_out_where_something_unsafe_was_found() -> None:
    """Preview and checklist wait for the answer of the gate."""
    after = [one for one in steps_of("check") if "id" not in one and "with" not in one]
    handed = [one for one in steps_of("check") if "upload-artifact" in one.get("uses", "")]
    assert len(handed) == 2
    for one in (*after, *handed):
        assert "steps.gate.outputs.safe == 'true'" in one["if"]


def test_publishing_although_something_is_late_waits_for_an_approval() -> None:
    """By hand alone, under the name that the guide gives it."""
    jobs = read(WORKFLOWS["publish"])["jobs"]
    assert jobs["approve"]["name"] == "เผยแพร่โดยแสดงรายการที่ค้าง"
    assert jobs["approve"]["environment"] == "publish-overdue"
    assert "needs.approve.result == 'success'" in jobs["build"]["if"]
    assert jobs["build"]["env"]["OIT_GATE"] == "${{ inputs.show_overdue && 'report' || 'enforce' }}"


def test_only_a_whole_site_of_the_commit_is_deployed() -> None:
    """The last question before the site is packed."""
    runs = [step.get("run", "") for step in read(WORKFLOWS["publish"])["jobs"]["build"]["steps"]]
    asked = next(place for place, run in enumerate(runs) if "run.py oit deployable site" in run)
    assert asked < next(place for place, run in enumerate(runs) if run.startswith("tar "))


@pytest.mark.parametrize("name", [*RIGHTS, "gitlab"])
def test_every_command_that_is_run_exists_with_its_options(name: str) -> None:
    """A workflow is tried only on the forge; a slip of the pen is found here."""
    path = WORKFLOWS.get(name, ROOT / ".gitlab-ci.yml")
    found = COMMAND.findall(re.sub(r"\n\s+--", " --", path.read_text("utf-8")))
    assert found
    for script, rest in found:
        assert (ROOT / f"scripts/{script}.py").is_file()
        if script == "build":
            continue
        name, *words = rest.split() if script == "run" else ["oit", script, *rest.split()]
        if name in programs():
            continue
        assert name == "oit"
        command, *options = words
        if command != "--help":
            assert {word for word in options if word.startswith("--")} <= options_of(command)


def test_gitlab_does_the_same_in_one_file() -> None:
    """Check, publish, publish although late by hand, and the daily look."""
    jobs = read(ROOT / ".gitlab-ci.yml")
    late = jobs["เผยแพร่โดยแสดงรายการที่ค้าง"]
    assert late["variables"]["OIT_GATE"] == "report"
    assert late["rules"][0]["when"] == "manual"
    assert late["environment"] == "publish-overdue"
    assert jobs["ตรวจข้อมูล"]["variables"]["OIT_GATE"] == "changed"
    assert "OIT_GATE" not in jobs["เผยแพร่"]["variables"]
    assert any("deployable site" in one for one in jobs["เผยแพร่"]["script"])
    assert any("freshness" in one for one in jobs["ตรวจความเป็นปัจจุบัน"]["script"])


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    """The checker of security for GitHub's workflows, without the network."""
    program = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert program
    command = [program, "--offline", "--no-progress", "--quiet", str(ROOT / ".github")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
