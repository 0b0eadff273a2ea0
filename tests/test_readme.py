"""The documents say what is so."""

import re
import sys
from pathlib import Path

import pytest

from helpers.commands import options_of, run
from helpers.support import ROOT
from oit.commands.cli import COMMANDS
from oit.model.record import Record
from oit.model.waivers import Waivers
from oit.records.strict_yaml import parse_record, parse_yaml
from run import programs

DOCUMENTS = [
    *(
        "README.md",
        "CONTRIBUTING.md",
        "hooks/oit/texts/guide/officer.md",
        "hooks/oit/texts/guide/form.md",
    ),
    *(".github/PULL_REQUEST_TEMPLATE.md", ".gitlab/merge_request_templates/Default.md"),
]
README = (ROOT / "README.md").read_text("utf-8")


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    """The build command, and the test command with --full."""
    block = re.search(r"```sh\n(.*?)```", README, re.S)
    assert block
    build, test = block[1].split("\n")[:2]
    commands = [
        line for line in (ROOT / ".ci/run").read_text("utf-8").splitlines() if "python3" in line
    ]
    assert commands == [build, f"{test} --full"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_is_there(document: str) -> None:
    """A newcomer is not sent to what has moved."""
    text = (ROOT / document).read_text("utf-8")
    named = re.findall(r"`((?:scripts|hooks|tests|docs)/[\w./-]+)`", text)
    named += re.findall(r"python3 (scripts/[\w/]+\.py)", text)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, ".pre-commit-config.yaml"])
def test_what_a_document_runs_by_name_can_be_run(document: str) -> None:
    """The engine's command line, a program for maintainers, or a tool of the environment."""
    text = (ROOT / document).read_text("utf-8")
    named = set(re.findall(r"python3 scripts/run\.py ([\w.-]+)", text))
    tools = {path.stem for path in Path(sys.executable).parent.iterdir()}
    assert named <= {"oit"} | set(programs()) | tools


def test_the_readme_names_every_program_for_maintainers() -> None:
    """With `oit`, which is run the same way."""
    named = set(re.findall(r"`python3 scripts/run\.py ([\w.-]+)`", README))
    named |= set(re.findall(r"`python3 scripts/(\w+)\.py`", README)) & set(programs())
    assert named == {"oit"} | set(programs())


def test_the_record_of_the_readme_is_a_valid_record() -> None:
    """What is shown can be copied."""
    block = re.search(r"```yaml\n(---\n.*?)```", README, re.S)
    assert block
    assert Record.model_validate(parse_record(block[1]).values).item == "O15"


def test_every_command_has_help() -> None:
    """In Thai, with English beside."""
    for command in ((), *((name,) for name in COMMANDS)):
        done = run("oit", *command, "--help", cwd=ROOT)
        assert done.returncode == 0
        assert re.search(r"[ก-๙]", done.stdout)


def test_every_command_and_option_is_in_the_readme() -> None:
    """And nothing there that the program does not have."""
    shown = re.findall(r"`oit ([a-z-]+)", README)
    assert set(shown) == set(COMMANDS)
    shown_options = {
        option
        for line in re.findall(r"`oit ([^`]+)`", README)
        for option in re.findall(r"--[a-z-]+", line)
    }
    known = {option for name in COMMANDS for option in options_of(name)}
    assert shown_options
    assert shown_options <= known


def test_the_waiver_of_the_readme_is_valid() -> None:
    """What is shown can be copied."""
    block = re.search(r"```yaml\n(waivers:.*?)```", README, re.S)
    assert block
    (waiver,) = Waivers.model_validate(parse_yaml(block[1]).values).waivers
    assert waiver.item == "O15"


def test_no_published_file_names_another_host_to_load_from() -> None:
    """Nothing on a page loads from elsewhere: stylesheets, fonts, theme."""
    for path in [
        *(ROOT / "hooks/oit/theme").rglob("*.css"),
        *(ROOT / "hooks/oit/theme").rglob("*.html"),
    ]:
        assert not re.search(r"(?:url\(|src=|href=)[\"']?(?:https?:)?//", path.read_text("utf-8"))
