"""Who may know whom (design: the way data flows). The table of rooms follows with the rooms."""

import ast
from functools import cache
from pathlib import Path

import pytest

from helpers.support import ROOT

HOOKS = ROOT / "hooks"
MODULES = sorted(HOOKS.rglob("*.py"))


@cache
def imports_of(path: Path) -> set[str]:
    """Every module a file imports, in dotted form."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def knows(path: Path, *modules: str) -> set[str]:
    """The imports of a file that are one of the modules or inside one."""
    return {
        imported
        for imported in imports_of(path)
        for module in modules
        if imported == module or imported.startswith(f"{module}.")
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_only_the_plug_knows_mkdocs(path: Path) -> None:
    """A later move off MkDocs is a change to one file."""
    assert path.stem in ("publish", "mkdocs_plugin") or not knows(path, "mkdocs", "material")


def test_imports_form_no_circle() -> None:
    """One direction of data flow."""
    edges = {
        path: {other for other in MODULES if knows(path, _dotted(other))} - {path}
        for path in MODULES
        if path.stem != "__init__"
    }
    done: set[Path] = set()
    while edges.keys() - done:
        free = {path for path in edges.keys() - done if edges[path] & edges.keys() <= done}
        assert free, sorted(path.stem for path in edges.keys() - done)
        done |= free


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts)
