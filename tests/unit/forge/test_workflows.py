"""What runs on a forge: with the least rights, nothing unpinned, no stranger's text in a script."""

import re
import shlex
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
    "check": {"check": {"contents": "read"}, "upgrade": {"contents": "read"}},
    "preview": {"preview": {"contents": "read"}},
    "engine": {"engines": {"contents": "read"}},
    "publish": {
        "approve": {},
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "live": {"contents": "read", "issues": "write"},
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
    """None by default; what may write issues runs nothing but the main branch."""
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


STRANGERS = ("check", "preview", "engine")
"""Workflows that run for a request."""


@pytest.mark.parametrize("name", STRANGERS)
def test_what_a_stranger_sends_meets_no_secret_and_no_cache(name: str) -> None:
    """Neither to read nor to write; the token of the run serves one step, which fetches objects."""
    text = WORKFLOWS[name].read_text("utf-8")
    assert not re.search(r"secrets\.|workflow_run|actions/cache|^ *cache:|setup-python", text, re.M)
    given = [step["name"] for step in steps_of(name) if "github.token" in str(step)]
    assert given == (["นำฉบับรอตรวจเข้ามาเป็นข้อมูล"] if name == "check" else [])


def test_the_verdict_is_that_of_the_base() -> None:
    """Its workflow, its checkout, its programs; the request comes as an object, by its hash."""
    assert read(WORKFLOWS["check"])["on"] == {"pull_request_target": {"branches": ["main"]}}
    steps = read(WORKFLOWS["check"])["jobs"]["check"]["steps"]
    (checkout,) = (step for step in steps if "checkout" in step.get("uses", ""))
    assert "ref" not in checkout["with"]
    assert "repository" not in checkout["with"]
    runs = [step["run"] for step in steps if "run" in step]
    assert [run.split()[0] for run in runs] == ["git", "python3"]
    assert "fetch --no-tags --no-recurse-submodules origin" in runs[0]
    assert '--request "$REQUEST"' in runs[1]
    assert steps[-1]["env"] == {"REQUEST": "${{ github.event.pull_request.head.sha }}"}


def test_only_check_runs_with_the_base_for_a_request() -> None:
    """A request's own programs run by `pull_request`, where there is nothing to win."""
    triggered = {name: list(read(path)["on"]) for name, path in WORKFLOWS.items()}
    assert [name for name, on in triggered.items() if "pull_request_target" in on] == ["check"]
    assert [name for name, on in triggered.items() if "pull_request" in on] == ["engine", "preview"]


def test_another_engine_runs_once_its_owner_has_let_it() -> None:
    """Under the name that the guide gives the environment, for a request that the base calls so."""
    upgrade = read(WORKFLOWS["check"])["jobs"]["upgrade"]
    assert upgrade["environment"] == "engine-upgrade"
    assert upgrade["name"] == "ตรวจการปรับปรุงระบบ"
    assert "needs.check.outputs.upgrade == 'true'" in upgrade["if"]
    runs = [step["run"] for step in upgrade["steps"] if "run" in step]
    assert runs[0] == 'python3 scripts/run.py oit verify-upgrade "$OIT_BASE"'
    assert upgrade["env"] == {"OIT_BASE": "${{ github.sha }}"}


def test_nothing_is_handed_out_where_something_unsafe_was_found() -> None:
    """Preview, checklist and pictures wait for the answer of the gate."""
    steps = list(steps_of("preview"))
    after = steps[[step.get("id") for step in steps].index("look") + 1 :]
    assert len([step for step in after if "upload-artifact" in step.get("uses", "")]) == 3
    assert {step["if"] for step in after} == {"${{ steps.look.outputs.safe == 'true' }}"}


LINKS = re.compile(r"find site -name '\*\.html' -exec (sed -i -E '[^']+') \{\} \+")


def test_a_preview_can_be_opened_file_by_file(tmp_path: Path) -> None:
    """As GitLab serves artifacts, and as a folder that was unpacked: links name the page."""
    sources = (WORKFLOWS["preview"], ROOT / ".gitlab-ci.yml")
    (program,) = {found for path in sources for found in LINKS.findall(path.read_text("utf-8"))}
    page = tmp_path / "a.html"
    page.write_text(
        '<a href="../"></a><a href=".."></a><a href="../.#x"></a>'
        '<a href="2568/o15/"></a><a href="o1/#x"></a><a href="o1/?a=b"></a>'
        '<a href="https://a.go.th/b/"></a><a href="#x"></a><a href="a.csv"></a><p>o1/</p>',
        "utf-8",
    )
    subprocess.run([*shlex.split(program), str(page)], check=True)
    assert page.read_text("utf-8") == (
        '<a href="../index.html"></a><a href="../index.html"></a><a href=".././index.html#x"></a>'
        '<a href="2568/o15/index.html"></a>'
        '<a href="o1/index.html#x"></a><a href="o1/index.html?a=b"></a>'
        '<a href="https://a.go.th/b/"></a><a href="#x"></a><a href="a.csv"></a><p>o1/</p>'
    )


def test_what_a_link_of_gitlab_opens_was_built_by_none_of_the_request_s_programs() -> None:
    """The target branch is checked out; of the request come records and texts; unsafe ends it."""
    job = read(ROOT / ".gitlab-ci.yml")["เปิดดูเว็บไซต์ตัวอย่าง"]
    script = job["script"]
    assert script[2] == "git checkout --quiet --force --detach FETCH_HEAD"
    assert [line for line in script if "$merged" in line and "merge-tree" not in line] == [
        'git restore --source="$merged" --worktree -- oit_items docs'
    ]
    assert script.index("grep -qx 'safe=true' result.env") < script.index(
        "python3 scripts/build.py"
    )
    assert job["environment"]["url"].endswith("/artifacts/site/index.html")
    assert job["artifacts"]["paths"] == ["site/"]


def test_pictures_are_of_items_alone() -> None:
    """Whatever a file of a request is called: of its name only two numbers are used."""
    (picturing,) = (step["run"] for step in steps_of("preview") if "google-chrome" in str(step))
    (program,) = re.findall(r"sed -nE '([^']+)'", picturing)
    names = "\n".join(
        (
            "oit_items/2568/O01/record.md",
            "oit_items/2568/O15/$(x).csv",
            "oit_items/x/O1/a",
            "docs/a.md",
        )
    )
    done = subprocess.run(
        ["sed", "-nE", program], input=names, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["2568/o1", "2568/o15"]


@pytest.mark.parametrize("name", ["publish", "freshness", "wheel"])
def test_what_publishes_trusts_no_cache(name: str) -> None:
    """A job of a request could have written it."""
    text = WORKFLOWS[name].read_text("utf-8")
    assert not re.search(r"actions/cache|^ *cache:|setup-python|restore-keys", text, re.M)
    assert not re.search(r"^ *cache:", (ROOT / ".gitlab-ci.yml").read_text("utf-8"), re.M)


def test_what_was_published_is_asked_at_its_address() -> None:
    """After the deployment, with time to arrive; an issue tells where it did not."""
    live = read(WORKFLOWS["publish"])["jobs"]["live"]
    assert live["needs"] == "deploy"
    last = live["steps"][-1]["run"]
    assert last == 'python3 scripts/run.py oit live --commit "$OIT_COMMIT" --issue'
    assert read(ROOT / ".gitlab-ci.yml")["ตรวจเว็บไซต์ที่เผยแพร่อยู่"]["script"][-1].endswith("--issue")


def test_only_a_main_branch_that_goes_on_is_published() -> None:
    """On both forges the published site is asked for its commit before."""
    asked = {
        step["run"]: step.get("if")
        for step in steps_of("publish")
        if "deployable site" in step.get("run", "")
    }
    whole = 'python3 scripts/run.py oit deployable site --commit "$OIT_COMMIT"'
    assert asked == {
        f"{whole} --continues": "${{ !inputs.history_rewritten }}",
        whole: "${{ inputs.history_rewritten }}",
    }
    jobs = read(ROOT / ".gitlab-ci.yml")
    for job in ("เผยแพร่", "เผยแพร่โดยแสดงรายการที่ค้าง"):
        assert f"{whole} --continues" in jobs[job]["script"]


def test_history_that_was_rewritten_is_published_once_by_hand_and_after_an_approval() -> None:
    """Restoring the main branch would bring back what was purged; all other questions are asked."""
    inputs = read(WORKFLOWS["publish"])["on"]["workflow_dispatch"]["inputs"]
    assert (inputs["history_rewritten"]["type"], inputs["history_rewritten"]["default"]) == (
        "boolean",
        False,
    )
    jobs = read(ROOT / ".gitlab-ci.yml")
    usual, once = jobs["เผยแพร่"], jobs["เผยแพร่หลังจากลบข้อมูลออกจากประวัติ"]
    assert once["script"] == [line.removesuffix(" --continues") for line in usual["script"]]
    assert [rule["when"] for rule in once["rules"]] == ["manual"]
    assert once["environment"] == "publish-overdue"
    assert once["variables"] == usual["variables"], "nothing late is let pass by it"
    guide = (ROOT / "hooks/oit/texts/guide/withdraw.md").read_text("utf-8")
    for name in ("history_rewritten", "เผยแพร่หลังจากลบข้อมูลออกจากประวัติ", "publish-overdue"):
        assert name in guide


def test_dependencies_are_looked_after() -> None:
    """Here actions and packages; in an office actions alone, as the rest comes by `oit upgrade`."""
    here = read(ROOT / ".github/dependabot.yml")["updates"]
    office = read(ROOT / "hooks/oit/templates/office/dependabot.yml")["updates"]
    assert [one["package-ecosystem"] for one in here] == ["github-actions", "pip"]
    assert [one["package-ecosystem"] for one in office] == ["github-actions"]


def test_the_image_of_gitlab_is_one_and_not_a_name_that_moves() -> None:
    """By the digest of its content."""
    image = read(ROOT / ".gitlab-ci.yml")["default"]["image"]
    assert re.fullmatch(r"python:3\.12-bookworm@sha256:[0-9a-f]{64}", image)


def test_publishing_as_an_exception_waits_for_an_approval() -> None:
    """By hand alone, under the name that the guide gives it; the approver sees what is asked."""
    workflow = read(WORKFLOWS["publish"])
    jobs, inputs = workflow["jobs"], workflow["on"]["workflow_dispatch"]["inputs"]
    assert jobs["approve"]["environment"] == "publish-overdue"
    assert list(inputs) == ["show_overdue", "history_rewritten"]
    for name, given in inputs.items():
        assert f"inputs.{name}" in jobs["approve"]["if"]
        assert f"!inputs.{name}" in jobs["build"]["if"]
        assert given["description"].partition(" (")[0] in workflow["run-name"]
    assert "needs.approve.result == 'success' ||" in jobs["build"]["if"]
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
    checked = jobs["ตรวจข้อมูล"]["script"]
    assert checked[1] == "git checkout --quiet --force --detach FETCH_HEAD", "the target branch"
    assert '--request "$CI_COMMIT_SHA"' in checked[2]
    assert jobs["ตรวจการปรับปรุงระบบ"]["environment"] == "engine-upgrade"
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
