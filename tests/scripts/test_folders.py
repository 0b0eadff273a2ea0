"""Which programs `scripts/` has, and what each of its folders may import."""

import ast
import sys
from pathlib import Path

import pytest

from helpers.support import ROOT

SCRIPTS = ROOT / "scripts"
STANDARD = set(sys.stdlib_module_names)
PROGRAMS = sorted(SCRIPTS.glob("*.py"))
SHARED = sorted((SCRIPTS / "setup").glob("*.py"))
MAINTAIN = sorted((SCRIPTS / "maintain").rglob("*.py"))
WITHOUT_TEST_TOOLS: dict[str, set[str]] = {
    "bench": {"maintain"},
    "copies": set(),
    "grown_office": {"maintain"},
    "lock": set(),
    "training": {"maintain", "yaml"},
}
"""Programs and what they share, and what each imports beside the shared modules."""
TESTS = {path.stem for path in (ROOT / "tests").iterdir()} | {"tests"}


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


def test_the_programs_that_everybody_starts_are_six() -> None:
    """Whatever else there is to run, the runner runs by its name."""
    assert [path.stem for path in PROGRAMS] == ["bench", "build", "check", "run", "serve", "test"]
    folders = {path.name for path in SCRIPTS.iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} == {"maintain", "setup"}


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


@pytest.mark.parametrize("path", MAINTAIN, ids=lambda path: path.stem)
def test_no_program_for_maintainers_imports_from_the_tests(path: Path) -> None:
    """Tests may import from them; not the other way round."""
    assert not imported(path) & TESTS


@pytest.mark.parametrize("name", WITHOUT_TEST_TOOLS)
def test_a_program_that_the_runner_gives_no_test_tools_imports_none(name: str) -> None:
    """The office's own people learn the form with what a build needs."""
    allowed = STANDARD | {"setup"} | WITHOUT_TEST_TOOLS[name]
    assert imported(SCRIPTS / f"maintain/{name}.py") <= allowed
