"""Another program in this process: what it sees, and how it ends."""

import os
import sys
from pathlib import Path

import pytest

from oit.commands.in_process import run_as_program, status_of

PROGRAM = """
import os, sys
import click

@click.command()
@click.argument("how")
def main(how):
    print(os.getcwd(), os.environ["OIT_X"], sys.path[0])
    if how == "interrupted":
        raise KeyboardInterrupt
    if how == "broken":
        raise ValueError("nobody expects it")
    if how == "refused":
        raise click.ClickException("it says why")
    sys.exit({"none": None, "three": 3, "text": "it says why"}[how])
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a program, as `python -m` finds one."""
    (tmp_path / "made_program.py").write_text(PROGRAM, "utf-8")
    monkeypatch.delitem(sys.modules, "made_program", raising=False)
    monkeypatch.delenv("OIT_X", raising=False)
    return tmp_path


def ended(folder: Path, how: str) -> int:
    """The status of the program."""
    with run_as_program(folder, ("made_program", how), {"OIT_X": "given"}):
        return status_of("made_program", "main")


@pytest.mark.parametrize(
    ("how", "status", "told"),
    [
        ("none", 0, ""),
        ("three", 3, ""),
        ("text", 1, "it says why\n"),
        ("refused", 1, "Error: it says why\n"),
        ("broken", 1, "ValueError: nobody expects it\n"),
    ],
)
def test_it_ends_as_in_a_process_of_its_own(
    how: str, status: int, told: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """With its status; what it says on standard error is no error of the caller's."""
    assert ended(folder, how) == status
    assert capfd.readouterr().err.endswith(told)


def test_an_interrupt_is_one_for_the_caller_too(folder: Path) -> None:
    """Click makes a status of it."""
    with pytest.raises(KeyboardInterrupt):
        ended(folder, "interrupted")


def test_it_sees_what_it_is_given_and_nothing_of_that_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Folder, command line, variables, and modules of the folder."""
    before = (Path.cwd(), [*sys.argv], [*sys.path], dict(os.environ))
    ended(folder, "none")
    expected = folder if not sys.flags.safe_path else before[2][0]
    assert capsys.readouterr().out == f"{folder} given {expected}\n"
    assert (Path.cwd(), sys.argv, sys.path, dict(os.environ)) == before
