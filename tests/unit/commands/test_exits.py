"""How a command ends that is refused: one way for all, with its text and status."""

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from helpers.support import ROOT
from oit.catalog import Language, ids
from oit.catalog.sources import sources
from oit.commands.exits import reports_errors
from oit.entry.refusals import ADDS_FAULTS, RefusedError, could_not_run
from oit.evidence.personal import redact

COMMANDS = ROOT / "hooks/oit/commands"
CATALOG = ROOT / "hooks/oit/catalog"
VALID_ID = "1-1017-00230-70-8"


def _functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in COMMANDS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def test_every_command_stands_below_what_reports_its_refusal() -> None:
    """A refusal is an error, which would else reach whoever typed the command as a traceback."""
    found = 0
    for path, function in _functions():
        decorators = [ast.unparse(each) for each in function.decorator_list]
        if any(each.startswith("documented(") for each in decorators):
            found += 1
            assert "reports_errors" in decorators, f"{path.name}: {function.name}"
    assert found > 20


def test_there_is_one_way_to_refuse() -> None:
    """No second function of the name, and no command that ends with status 2 by itself."""
    defined = [
        path
        for path in (ROOT / "hooks/oit").rglob("*.py")
        if "def could_not_run(" in path.read_text("utf-8")
    ]
    assert [path.name for path in defined] == ["refusals.py"]
    ending = {
        path.name for path in COMMANDS.glob("*.py") if "sys.exit(2" in path.read_text("utf-8")
    }
    assert ending == set()


@pytest.mark.parametrize("status", [2, ADDS_FAULTS])
def test_a_refusal_ends_with_its_text_and_status(status: int) -> None:
    """On standard error, however deep it was raised."""

    @click.command()
    @reports_errors
    def command() -> None:
        if status == ADDS_FAULTS:
            raise RefusedError("ไม่รับ", status)
        could_not_run("ไม่รับ")

    done = CliRunner().invoke(command)
    assert (done.exit_code, done.stderr, done.stdout) == (status, "ไม่รับ\n", "")


def test_a_refusal_repeats_no_number_of_a_person() -> None:
    """The name of a file may be one."""
    with pytest.raises(RefusedError) as refused:
        could_not_run(f"ไม่พบไฟล์ {VALID_ID}.csv")
    assert VALID_ID not in str(refused.value)


def test_words_of_the_catalogue_are_never_covered() -> None:
    """What is covered is what a value brings: a message stays as it is."""
    for area in sorted(path.stem for path in (CATALOG / "th").glob("*.ftl")):
        for language in Language:
            for name in ids(area, language):
                words = str(sources(area, language)[name])
                assert redact(words) == words, (area, name)
