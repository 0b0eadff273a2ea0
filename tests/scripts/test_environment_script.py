"""The environment is complete, or a sentence says why not."""

import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.support import ROOT
from setup import environment
from setup.environment import BUILDING, TESTING

Commands = list[list[str]]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Commands:
    """The installer's commands, none of them run, in a working `.venv` of its own."""
    seen: Commands = []
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setattr(environment, "_works", lambda: True)
    monkeypatch.setattr(subprocess, "run", _running(seen, lambda: 0))
    return seen


def _running(seen: Commands, status: Callable[[], int]) -> Callable[..., object]:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        seen.append(command)
        return subprocess.CompletedProcess(command, status(), "")

    return run


def _repairs(commands: Commands) -> bool:
    return any("--ignore-installed" in command for command in commands)


def test_every_requirement_is_installed_with_its_hash(commands: Commands) -> None:
    """And the project itself, editable, without a download."""
    environment.prepare(TESTING)
    locked = [command for command in commands if "--require-hashes" in command]
    assert [Path(command[-1]).name for command in locked] == ["oit-build.txt", "oit-test.txt"]
    editable = next(command for command in commands if "--editable" in command)
    assert {"--no-deps", "--no-build-isolation", str(ROOT)} <= set(editable)
    assert not _repairs(commands)


def test_a_complete_environment_is_not_installed_again(commands: Commands) -> None:
    """The second run calls no installer, and one for the tests serves the build too."""
    environment.prepare(TESTING)
    commands.clear()
    environment.prepare(TESTING)
    environment.prepare(BUILDING)
    assert commands == []


def test_testing_adds_to_what_building_has(commands: Commands) -> None:
    """Only the second section is installed then."""
    environment.prepare(BUILDING)
    commands.clear()
    environment.prepare(TESTING)
    assert [Path(command[-1]).name for command in commands] == ["oit-test.txt"]


def test_an_older_lock_again_is_installed_again(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A stamp speaks of what was installed last, not of what once was."""
    other = tmp_path / "other.lock"
    other.write_text(f"mkdocs==1\n{environment.TEST_MARKER}\npytest==1\n", "utf-8")
    environment.prepare(TESTING)
    with monkeypatch.context() as patched:
        patched.setattr(environment, "LOCK", other)
        environment.prepare(BUILDING)
    commands.clear()
    environment.prepare(BUILDING)
    assert "--require-hashes" in commands[0]


def test_a_failed_installation_leaves_no_valid_stamp_and_is_repaired(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the installer had begun is put on anew, not taken for complete."""
    with monkeypatch.context() as patched:
        patched.setattr(subprocess, "run", _running([], lambda: 1))
        with pytest.raises(environment.SetupError, match="อินเทอร์เน็ต"):
            environment.prepare(BUILDING)
    environment.prepare(BUILDING)
    assert _repairs(commands)


def test_an_interrupted_installation_leaves_no_valid_stamp(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed or interrupted, it is the same as failed."""

    def interrupted() -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(subprocess, "run", _running([], interrupted))
        with pytest.raises(KeyboardInterrupt):
            environment.prepare(BUILDING)
    environment.prepare(BUILDING)
    assert _repairs(commands)


def test_failing_to_add_the_test_tools_leaves_the_build_as_it_was(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the network one can still build."""
    environment.prepare(BUILDING)
    with monkeypatch.context() as patched:
        patched.setattr(subprocess, "run", _running([], lambda: 1))
        with pytest.raises(environment.SetupError):
            environment.prepare(TESTING)
    commands.clear()
    environment.prepare(BUILDING)
    assert commands == []


def _venv_made_at(folder: Path, made_at: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "pyvenv.cfg").write_text(f"home = x\ncommand = python -m venv {made_at}\n", "utf-8")


@pytest.mark.parametrize(("moved", "works"), [(False, True), (True, False)])
def test_a_moved_environment_is_made_anew(
    moved: bool, works: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its programs name the place where it was made."""
    venv = tmp_path / ".venv"
    _venv_made_at(venv, tmp_path / "elsewhere" / ".venv" if moved else venv)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "venv_python", lambda: Path(sys.executable))
    assert environment._works() is works


def test_an_environment_whose_python_is_gone_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A Python that was removed leaves a link to nothing."""
    _venv_made_at(tmp_path, tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "venv_python", lambda: tmp_path / "bin" / "python")
    assert environment._works() is False


def test_a_python_without_ensurepip_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install, Thai first."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(environment.SetupError, match="python3-venv") as raised:
        environment._create()
    assert str(raised.value).startswith("Python ของเครื่องนี้")


def test_what_cannot_be_set_up_is_said_and_gives_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback."""

    def failing(_: object) -> Path:
        raise environment.SetupError("เหตุผล")

    monkeypatch.setattr(environment, "prepare", failing)
    with pytest.raises(SystemExit) as raised:
        environment.environment_for_building()
    assert raised.value.code == 2
    assert capsys.readouterr().err == "เหตุผล\n"


@pytest.mark.parametrize(
    ("windows", "place"), [(True, "Scripts/python.exe"), (False, "bin/python")]
)
def test_the_interpreter_is_where_the_system_puts_it(
    windows: bool, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows has its own layout."""
    monkeypatch.setattr(environment, "_WINDOWS", windows)
    assert environment.venv_python() == environment.VENV / place


def test_what_somebody_set_wins_over_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview shows what is late, unless one asks for the gate."""
    monkeypatch.delenv("OIT_GATE", raising=False)
    assert environment.variables(OIT_GATE="report")["OIT_GATE"] == "report"
    monkeypatch.setenv("OIT_GATE", "enforce")
    assert environment.variables(OIT_GATE="report")["OIT_GATE"] == "enforce"


# Both set the handler, for SIGINT is ignored in what a shell has started in the background.
CLEANS_UP = """
import pathlib, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    print("begun", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    time.sleep(1)
    pathlib.Path(sys.argv[1]).touch()
    sys.exit(int(sys.argv[2]))
"""
STARTS = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, "scripts")
from setup.environment import run_command
sys.exit(run_command(sys.argv[1:], os.environ))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
@pytest.mark.parametrize(("status", "given"), [(0, 0), (1, 130)])
def test_a_program_may_delete_what_it_made_after_ctrl_c(
    status: int, given: int, tmp_path: Path
) -> None:
    """It is waited for; its own 0 says that Ctrl-C is the way to leave it."""
    cleaned = tmp_path / "cleaned"
    program = [sys.executable, "-c", CLEANS_UP, str(cleaned), str(status)]
    with subprocess.Popen(
        [sys.executable, "-c", STARTS, *program],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as started:
        assert started.stdout
        started.stdout.readline()
        os.killpg(started.pid, signal.SIGINT)
        assert started.wait(30) == given
    assert cleaned.exists()


SETS_UP = """
import sys, time
from pathlib import Path
sys.path.insert(0, "scripts")
from setup import environment
folder = Path(sys.argv[1])
environment.VENV = folder / "venv"
environment.venv_python = lambda: Path(sys.executable)
environment._works = lambda: True
def pip(*arguments):
    with (folder / "log").open("a") as log:
        log.write("begun ")
    time.sleep(1)
    with (folder / "log").open("a") as log:
        log.write("ended ")
environment._pip = pip
environment.environment_for_building()
"""


def set_up(folder: Path) -> "subprocess.Popen[str]":
    (folder / "venv").mkdir(exist_ok=True)
    command = [sys.executable, "-c", SETS_UP, str(folder)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


def test_of_two_that_set_up_at_once_one_waits_and_installs_nothing(tmp_path: Path) -> None:
    """Two installers in one folder would leave halves of packages."""
    both = [set_up(tmp_path), set_up(tmp_path)]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert (tmp_path / "log").read_text("utf-8") == "begun ended begun ended "
    assert any("มีโปรแกรมอื่นกำลังเตรียมสภาพแวดล้อมอยู่" in text for text in said)


def test_a_set_up_that_is_killed_keeps_nobody_waiting(tmp_path: Path) -> None:
    """The system frees its lock, and the next one installs again."""
    first = set_up(tmp_path)
    while not (tmp_path / "log").is_file():
        assert first.poll() is None
    first.kill()
    first.communicate()
    second = set_up(tmp_path)
    second.communicate()
    assert second.returncode == 0
    assert (tmp_path / "log").read_text("utf-8").endswith("begun ended begun ended ")


def test_a_link_that_stands_for_the_lock_is_not_followed(tmp_path: Path) -> None:
    """Somebody may have committed one; it is said, without a traceback."""
    (tmp_path / ".oit-setup").symlink_to(tmp_path / "elsewhere")
    process = set_up(tmp_path)
    said = process.communicate()[1]
    assert process.returncode == 2
    assert said.startswith("เตรียมสภาพแวดล้อมไม่สำเร็จ")
    assert not (tmp_path / "elsewhere").exists()
