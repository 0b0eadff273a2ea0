"""`scripts/run.py`: the command line, a program for maintainers or a tool, by its name."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import run


@dataclass
class Runner:
    """The runner with names for its interpreters, and what it would have run."""

    patched: pytest.MonkeyPatch
    commands: list[list[str]] = field(default_factory=list)
    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str) -> int:
        """The status of a run with these arguments."""
        self.patched.setattr(sys, "argv", ["run.py", *arguments])
        return run.main()

    def keep(self, command: Sequence[str], environment: Mapping[str, str]) -> int:
        """Take the place of running, with a status of its own."""
        self.commands.append([*command])
        self.environment = environment
        return 7


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """Its `.venv` holds a tool called `ruff`."""
    runner = Runner(monkeypatch)
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = tmp_path / f"ruff{suffix}"
    tool.touch()
    tool.chmod(0o755)
    monkeypatch.setattr(run, "venv_python", lambda: tmp_path / "python")
    monkeypatch.setattr(run, "environment_for_building", lambda: "building")
    monkeypatch.setattr(run, "environment_for_testing", lambda: "testing")
    monkeypatch.setattr(run, "run_command", runner.keep)
    monkeypatch.setattr("setup.environment.run_command", runner.keep)
    return runner


def test_oit_is_the_engine_with_what_building_needs(runner: Runner) -> None:
    """Its arguments and its status pass as they are."""
    assert runner("oit", "due", "--within", "30") == 7
    assert runner.commands == [["building", "-m", "oit", "due", "--within", "30"]]


def test_a_tool_is_started_where_this_environment_keeps_it(runner: Runner, tmp_path: Path) -> None:
    """With the test section, which holds them."""
    assert runner("ruff", "check", "--fix") == 7
    (command,) = runner.commands
    assert Path(command[0]).with_suffix("") == tmp_path / "ruff"
    assert command[1:] == ["check", "--fix"]


@pytest.mark.parametrize(
    ("name", "python"),
    [
        *(
            ("bench", "building"),
            ("engines", "building"),
            ("grown_office", "building"),
            ("training", "building"),
            ("wheel", "building"),
            ("lock", sys.executable),
        ),
        *(("lighthouse", "testing"), ("screenshots", "testing")),
    ],
)
def test_a_program_is_a_module_with_no_more_set_up_than_it_needs(
    name: str, python: str, runner: Runner
) -> None:
    """The lock is written even where the old one cannot be installed."""
    assert runner(name, "--runs", "1") == 7
    assert runner.commands == [[python, "-m", f"maintain.{name}", "--runs", "1"]]


def test_a_program_finds_the_modules_of_scripts_before_any_other(runner: Runner) -> None:
    """What somebody set comes after them."""
    runner.patched.setenv("PYTHONPATH", "theirs")
    runner("bench")
    assert runner.environment["PYTHONPATH"].split(os.pathsep) == [str(run.SCRIPTS), "theirs"]


@pytest.mark.parametrize("name", run.programs())
def test_a_program_starts_and_says_what_it_does(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """In a process of its own, as the runner starts it."""
    monkeypatch.setattr(run, "_interpreter_for", lambda _: sys.executable)
    monkeypatch.setattr(sys, "argv", ["run.py", name, "--help"])
    assert run.main() == 0
    said = " ".join(capfd.readouterr().out.split())
    assert said.startswith(f"usage: run.py {name}")
    assert run.programs()[name] in said


@pytest.mark.parametrize(
    "name", ["nothing", "scripts", "--fix", "../run", "/bin/ls", "driven_form"]
)
def test_an_unknown_name_gets_a_sentence_and_what_there_is(
    name: str, runner: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    """Thai first, with status 2; nothing outside the environment is started."""
    assert runner(name) == 2
    assert runner.commands == []
    said = capsys.readouterr().err
    assert said.startswith(f"ไม่พบโปรแกรมหรือเครื่องมือชื่อ “{name}”")
    assert f"[EN] There is no program or tool called “{name}”" in said
    assert run.usage() in said


def test_without_a_name_it_says_what_it_can_run(
    runner: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, as nothing was run; 0 where somebody asked. Neither needs an environment."""
    for name in ("environment_for_building", "environment_for_testing"):
        runner.patched.setattr(run, name, lambda: pytest.fail("nothing is set up"))
    assert runner() == 2
    assert capsys.readouterr().err.strip() == run.usage().strip()
    assert runner("--help") == 0
    assert capsys.readouterr().out.strip() == run.usage().strip()
    assert runner.commands == []


def test_the_help_is_in_thai_then_english() -> None:
    """Each with the command line and tools; then every program."""
    thai, english = run.usage().split("[EN]")
    assert thai.startswith("วิธีใช้ python3 scripts/run.py")
    for text in (thai, english):
        assert "oit due --within 30" in text
        assert "mkdocs build" in text
    for name, purpose in run.programs().items():
        assert re.search(rf"^  {name} +{re.escape(purpose)}$", english, re.M)
