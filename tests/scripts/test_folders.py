"""What each folder of `scripts/` may import."""

import ast
import sys
from pathlib import Path

import pytest

from helpers.support import ROOT

SCRIPTS = ROOT / "scripts"
STANDARD = set(sys.stdlib_module_names)
PROGRAMS = sorted(SCRIPTS.glob("*.py"))
SHARED = sorted((SCRIPTS / "setup").glob("*.py"))


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, path
            names.add(str(node.module).split(".")[0])
    return names


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.stem)
def test_the_shared_modules_need_nothing_but_the_standard_library(path: Path) -> None:
    """They run before anything is installed."""
    assert imported(path) <= STANDARD | {"setup"}


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_needs_nothing_but_the_standard_library_and_the_shared_modules(
    path: Path,
) -> None:
    """It sets up `.venv`, so it cannot need it."""
    assert imported(path) <= STANDARD | {"setup"}
