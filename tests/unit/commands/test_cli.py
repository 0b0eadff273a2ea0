"""The command line imports what it runs, and tells of all it has."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from helpers.commands import run, run_process
from helpers.support import ROOT, SAMPLE, copy_site, replace
from oit.commands.cli import COMMANDS, main

PROGRAM = """
import sys
from oit.commands.cli import main
main(sys.argv[1:], standalone_mode=False)
print(sorted(name for name in sys.modules if name.startswith("oit.")), file=sys.stderr)
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_the_name_that_the_list_gives_it(name: str) -> None:
    """By that name its words stand in the catalogue."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name


@pytest.mark.parametrize(
    ("option", "said"),
    [("--help", [f"  {name}" for name in COMMANDS]), ("--version", [f"oit {version('oit')}\n"])],
)
def test_help_and_version_import_no_command(option: str, said: list[str]) -> None:
    """Importing all of them took 0.7 seconds; nobody who asks for a line waits for that."""
    command = [sys.executable, "-c", PROGRAM, option]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert all(text in done.stdout for text in said)
    imported = re.findall(r"oit\.commands\.(\w+)", done.stderr)
    assert imported == ["cli", "documented"], "the second has the headings of a help"


def test_the_process_that_lets_mkdocs_build_reads_nothing_itself() -> None:
    """It waits for another one, which imports the engine: what it imports is waited for twice."""
    program = "import sys, oit.commands.cli, oit.commands.build; print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"pydantic", "oit.evidence", "oit.model", "oit.outputs", "oit.pipeline"}
    assert heavy.isdisjoint(done.stdout.split())


def test_the_version_is_that_of_the_project() -> None:
    """The name and the number, which is written in one place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    done = run("oit", "--version", cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, f"oit {project['version']}\n")


def test_a_report_is_signed_only_with_settings_that_could_be_read(tmp_path: Path) -> None:
    """Records are judged by the rest of the settings; a letter of the office is not made of it."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "      id: test", "      id: test\n      email: none")(site)
    done = run("oit", "report", "--month", "2025-03", cwd=site, OIT_AS_OF="2025-04-30")
    assert done.returncode == 2
    assert "อ่านการตั้งค่าของเว็บไซต์ใน mkdocs.yml ไม่ได้" in done.stderr


def test_an_unknown_command_is_a_sentence() -> None:
    """With the exit status of what could not be run."""
    done = subprocess.run(
        [sys.executable, "-m", "oit", "nothing"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("oit ch", {"check"}),
        ("oit check --f", {"--format"}),
        ("oit check --format ", {"text", "github", "gitlab", "markdown", "json"}),
        ("oit report --month มีนาคม 2568 --f", {"--format"}),
        ("oit new-round 2025 --f", {"--from"}),
        ("oit new-round 20570 --f", {"--from"}),
        ("oit chek --f", set()),
    ],
)
def test_tab_completes_commands_options_and_choices(typed: str, offered: set[str]) -> None:
    """Whatever was typed before; nothing else is printed."""
    words = typed.split(" ")
    asked = {"_OIT_COMPLETE": "bash_complete", "COMP_WORDS": typed}
    done = run("oit", cwd=SAMPLE, COMP_CWORD=str(len(words) - 1), **asked)
    assert done.stderr == ""
    assert {line.partition(",")[2] for line in done.stdout.split()} == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_what_it_completes_by(shell: str) -> None:
    """As the README shows it."""
    done = run_process("oit", cwd=ROOT, _OIT_COMPLETE=f"{shell}_source")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"_OIT_COMPLETE={shell}_complete" in done.stdout
