"""Who may know whom (design: the way data flows)."""

import ast
from functools import cache
from pathlib import Path

import pytest

from support import ROOT

HOOKS = ROOT / "hooks"
MODULES = sorted(path for path in (HOOKS / "oit").rglob("*.py"))


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
def test_the_library_knows_no_generator_no_clock_and_does_not_print(path: Path) -> None:
    """Only publish.py knows MkDocs; the date is an argument; edges print."""
    assert not knows(path, "mkdocs", "material", "oit_app", "time", "click")
    text = path.read_text("utf-8")
    called = {
        ast.unparse(node.func) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)
    }
    assert not called & {"print", "date.today", "datetime.now", "datetime.today", "datetime.utcnow"}


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("model", ("yaml", "pathlib", "os", "oit.findings", "oit.rules", "oit.load")),
        ("rules", ("yaml", "markdown_it", "pathlib", "os", "oit.load", "oit.disk", "oit.outputs")),
        ("outputs", ("yaml", "pathlib", "os", "oit.load", "oit.disk", "oit.rules")),
    ],
)
def test_a_layer_does_not_know_what_is_not_its_business(
    folder: str, forbidden: tuple[str, ...]
) -> None:
    """The model knows no YAML, the rules no Markdown, the outputs no disk."""
    for path in (HOOKS / "oit" / folder).glob("*.py"):
        assert not knows(path, *forbidden), path.name


def test_reading_a_text_knows_neither_disk_nor_siblings() -> None:
    """`parse` turns text into values, and that is all."""
    assert not knows(HOOKS / "oit/parse.py", "pathlib", "os", "oit.load", "oit.site", "oit.model")


def test_only_the_loaders_touch_the_disk() -> None:
    """`oit_items/` has one reader; evidence is opened by a child process and its runner."""
    readers = {path.stem for path in MODULES if knows(path, "pathlib", "os")}
    assert readers == {"child", "disk", "inspect", "load", "load_bundle", "runner"}


def test_publish_names_no_item_and_no_rule() -> None:
    """A later move off MkDocs is a change to one file."""
    text = (HOOKS / "publish.py").read_text("utf-8")
    assert not knows(HOOKS / "publish.py", "oit.rules", "oit.findings", "oit.model")
    assert "O1" not in text
    assert "2568" not in text


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
