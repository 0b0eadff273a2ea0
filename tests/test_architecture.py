"""The rooms of the engine and the walls between them (ARCHITECTURE.md)."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from helpers.support import ROOT
from maintain.architecture import (
    DOCUMENT,
    HOOKS,
    Arrows,
    arrows,
    drawn_into,
    floors,
    from_the_ground_up,
    imported,
    modules,
    room_of,
)

ALLOWED: Arrows = {
    "ground": frozenset(),
    "catalog": frozenset({"ground"}),
    "evidence": frozenset({"ground", "evidence.office", "evidence.pdf", "evidence.tables"}),
    "evidence.office": frozenset({"evidence", "evidence.tables"}),
    "evidence.pdf": frozenset({"evidence"}),
    "evidence.tables": frozenset({"ground", "evidence"}),
    "model": frozenset({"ground"}),
    "records": frozenset({"ground", "evidence", "model"}),
    "assessment": frozenset({"ground", "evidence", "model", "records", "assessment.rules"}),
    "assessment.rules": frozenset(
        {"ground", "evidence", "evidence.tables", "model", "records", "assessment"}
    ),
    "contract": frozenset({"model", "records"}),
    "reporting": frozenset({"ground", "evidence", "evidence.tables", "model", "assessment"}),
    "wording": frozenset(
        {
            "ground",
            "evidence",
            "evidence.tables",
            "model",
            "records",
            "assessment",
            "contract",
            "reporting",
            "wording.render",
        }
    ),
    "wording.render": frozenset({"ground"}),
    "editing": frozenset(
        {
            "ground",
            "evidence",
            "model",
            "records",
            "assessment",
            "reporting",
            "wording",
            "wording.render",
        }
    ),
    "editing.migrations": frozenset({"ground", "model", "records", "assessment", "editing"}),
    "forge": frozenset(
        {"ground", "model", "records", "assessment", "reporting", "wording", "wording.render"}
    ),
    "outputs": frozenset(
        {
            "ground",
            "evidence",
            "evidence.tables",
            "model",
            "assessment",
            "contract",
            "reporting",
            "wording",
            "outputs.api",
            "outputs.catalogs",
            "outputs.feeds",
            "outputs.form",
            "outputs.pages",
            "outputs.texts",
        }
    ),
    "outputs.api": frozenset(
        {"ground", "evidence", "model", "assessment", "reporting", "contract", "wording", "outputs"}
    ),
    "outputs.catalogs": frozenset(
        {
            "ground",
            "evidence",
            "evidence.tables",
            "model",
            "contract",
            "wording",
            "outputs",
            "outputs.api",
        }
    ),
    "outputs.director_report": frozenset(
        {
            "ground",
            "evidence",
            "model",
            "records",
            "assessment",
            "reporting",
            "wording",
            "wording.render",
            "outputs",
        }
    ),
    "outputs.feeds": frozenset(
        {"ground", "model", "assessment", "contract", "reporting", "wording", "outputs"}
    ),
    "outputs.form": frozenset(
        {"ground", "model", "records", "assessment", "contract", "wording", "outputs"}
    ),
    "outputs.pages": frozenset(
        {
            "ground",
            "evidence",
            "evidence.tables",  # what a column of a table is for
            "model",
            "assessment",
            "contract",
            "reporting",
            "wording",
            "outputs",
            "outputs.api",
            "outputs.form",
            "outputs.pages.item",
            "outputs.pages.tables",
        }
    ),
    "outputs.pages.tables": frozenset(
        {
            "ground",
            "evidence",
            "evidence.tables",
            "assessment",
            "contract",
            "reporting",
            "outputs",
            "outputs.pages",
        }
    ),
    "outputs.pages.item": frozenset(
        {
            "ground",
            "evidence",
            "model",
            "records",
            "assessment",
            "contract",
            "reporting",
            "wording",
            "outputs",
            "outputs.pages",
            "outputs.pages.tables",
        }
    ),
    "outputs.texts": frozenset({"ground", "model", "assessment", "outputs", "outputs.pages"}),
    "system": frozenset({"ground", "evidence", "records", "assessment", "contract", "forge"}),
    "audit": frozenset(),
    "audit.against": frozenset({"contract", "audit.verify"}),
    "audit.diff": frozenset({"ground", "assessment", "contract", "wording", "wording.render"}),
    "audit.harvest": frozenset(
        {
            "ground",
            "assessment",
            "contract",
            "wording",
            "wording.render",
            "outputs",  # the environment of templates, for the overview
            "outputs.catalogs",  # the types of columns
            "audit.verify",
        }
    ),
    "audit.links": frozenset({"ground", "model", "records", "wording", "wording.render"}),
    "audit.verify": frozenset(
        {
            "ground",
            "evidence",
            "evidence.tables",  # cells are parted as in the tables that are published
            "assessment",
            "contract",
            "wording",
            "wording.render",
            "outputs.api",
            "audit.verify.computed",
            "audit.verify.pages",
        }
    ),
    # The engine's own functions judge published values: these are made its policy and records.
    "audit.verify.computed": frozenset(
        {
            "ground",
            "model",
            "records",
            "assessment",
            "contract",
            "reporting",
            "outputs.api",
            "audit.verify",
        }
    ),
    "audit.verify.pages": frozenset(
        {"ground", "evidence", "assessment", "contract", "outputs.api", "audit.verify"}
    ),
    "audit.rebuild": frozenset({"contract", "audit.verify"}),
    "pipeline": frozenset({"ground", "evidence", "records", "assessment", "wording", "system"}),
    "entry": frozenset(
        {
            "ground",
            "evidence",
            "model",
            "records",
            "assessment",
            "wording",
            "editing",
            "system",
        }
    ),
    "intake": frozenset(
        {
            "ground",
            "evidence",
            "evidence.tables",  # the columns that a requirement's table has
            "model",
            "records",
            "assessment",
            "assessment.rules",  # what a file may not be, told before anybody is asked
            "wording",
            "wording.render",
            "editing",  # which sheet of a year's workbook is of which period
        }
    ),
    "desk": frozenset(
        {
            "ground",
            "evidence",
            "model",
            "records",
            "assessment",
            "reporting",
            "wording",
            "editing",
            "outputs",  # the environment of templates
            "outputs.pages",  # where lines of Thai are not broken
            "system",
            "intake",
            "entry",
        }
    ),
    "commands": frozenset(
        {
            "ground",
            "evidence",
            "model",
            "records",
            "assessment",
            "contract",
            "reporting",
            "wording",
            "wording.render",
            "editing",
            "editing.migrations",
            "forge",
            "outputs.director_report",
            "system",
            "audit.against",
            "audit.diff",
            "audit.harvest",
            "audit.links",
            "audit.rebuild",
            "audit.verify",
            "pipeline",
            "intake",
            "entry",
            "desk",
        }
    ),
    "mkdocs_plugin": frozenset(
        {
            "ground",
            "assessment",
            "outputs",
            "outputs.pages",
            "outputs.pages.tables",
            "system",
            "pipeline",
        }
    ),
    "__main__": frozenset({"commands"}),
}

FOR_EVERY_ROOM = frozenset({"catalog"})
"""What any room above the ground may use: the words that people read."""
MODULES = modules()
READ_NOTHING = ("catalog", "assessment", "contract", "reporting", "wording", "outputs")
"""Whole rooms that are pure: no disk, clock, network or environment."""
READ_FILES = {
    "oit.records.disk",  # the one reader of the office's records
    "oit.evidence.inspect",  # hashes a file and asks about it
    "oit.evidence.child",  # the process that reads files of unknown origin
    "oit.evidence.runner",  # starts that process
    "oit.pipeline.change",  # gives Git a folder to export the base of a change to
    "oit.pipeline.proposed",  # the same for what is proposed
    "oit.pipeline.readers",  # is given the root as a path
    "oit.pipeline.run",  # the same
    "oit.records.load",  # is given the root as a path, and hands it to the disk
    "oit.records.load_bundle",  # the same
}
"""Modules outside of `system` and `commands` that may name, open or make a file."""
DISK = {"pathlib", "os", "shutil", "tempfile", "subprocess", "glob", "io.open"}
NETWORK = {"urllib3", "socket", "http", "urllib.request", "requests"}
CLOCKS = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}
CLOCKS |= {"time.time_ns", "time.monotonic", "time.perf_counter"}
PRINTERS = {"print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write"}


@cache
def calls_of(path: Path) -> frozenset[str]:
    """The functions that a file calls, as they are written."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return frozenset(ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call))


def knows(path: Path, names: set[str]) -> set[str]:
    """Which of the modules a file imports, or something inside them."""
    return {
        name
        for name in names
        if any(found == name or found.startswith(f"{name}.") for found in imported(path))
    }


def outer(name: str) -> str:
    """The whole room of a module."""
    return room_of(name, MODULES[name]).partition(".")[0]


def test_a_room_imports_only_what_the_table_allows() -> None:
    """A new arrow is a decision: it is entered in the table, or it is not drawn."""
    assert list(_differing(ALLOWED, arrows())) == []


def _differing(allowed: Arrows, found: Arrows) -> Iterator[str]:
    for room in sorted(allowed.keys() | found.keys()):
        expected = allowed.get(room, frozenset())
        there = found.get(room, frozenset()) - FOR_EVERY_ROOM
        yield from (f"{room} -> {other} is not allowed" for other in sorted(there - expected))
        yield from (f"{room} -> {other} is not in the code" for other in sorted(expected - there))


def test_an_arrow_added_anywhere_is_seen(tmp_path: Path) -> None:
    """At any depth of the folders, at any depth of the code."""
    deep = tmp_path / "oit/outputs/form/widgets.py"
    deep.parent.mkdir(parents=True)
    for folder in ("oit", "oit/outputs", "oit/outputs/form", "oit/commands"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "__init__.py").write_text("", "utf-8")
    (tmp_path / "oit/commands/cli.py").write_text("", "utf-8")
    deep.write_text("def lazily() -> None:\n    from oit.commands import cli\n", "utf-8")
    assert arrows(tmp_path)["outputs.form"] == frozenset({"commands"})
    assert "outputs.form -> commands is not allowed" in _differing(ALLOWED, arrows(tmp_path))


def test_whole_rooms_stand_on_each_other() -> None:
    """No circle between rooms, however they are nested; the table is written from the ground up."""
    order = from_the_ground_up(floors(ALLOWED))
    seen: set[str] = set()
    for room in dict.fromkeys(name.partition(".")[0] for name in ALLOWED):
        assert floors(ALLOWED)[room] <= seen, room
        seen.add(room)
    assert seen == set(order)


def test_modules_form_no_circle() -> None:
    """One direction of data flow within each room too."""
    edges = {
        name: {other for other in imported(path) & MODULES.keys() if other != name}
        for name, path in MODULES.items()
        if path.stem != "__init__"
    }
    from_the_ground_up({name: frozenset(others & edges.keys()) for name, others in edges.items()})


def test_only_the_plugin_knows_mkdocs() -> None:
    """A later move off MkDocs is a change to one room."""
    generators = {"mkdocs", "material", "properdocs"}
    knowing = {name for name, path in MODULES.items() if knows(path, generators)}
    assert {outer(name) for name in knowing} == {"mkdocs_plugin"}
    assert imported(HOOKS / "publish.py") >= {"oit.mkdocs_plugin"}
    texts = [MODULES[name].read_text("utf-8") for name in knowing]
    assert not any("O1" in text or "2568" in text for text in texts)


def test_a_module_touches_the_outside_world_only_where_it_may() -> None:
    """Files, network and environment belong to `system`, to what enters, and to some readers."""
    edges = ("system", "entry", "desk", "commands", "mkdocs_plugin")
    inner = [name for name in MODULES if outer(name) not in edges]
    assert [name for name in inner if knows(MODULES[name], NETWORK)] == []
    on_disk = {name for name in inner if knows(MODULES[name], DISK) or opens(MODULES[name])}
    assert on_disk == READ_FILES
    assert [name for name in on_disk if outer(name) in READ_NOTHING] == []


def opens(path: Path) -> bool:
    """Whether a file calls the built-in `open`."""
    return "open" in calls_of(path)


def test_only_system_asks_what_time_it_is() -> None:
    """The date is an argument, so that any day can be judged again."""
    asking = {outer(name) for name, path in MODULES.items() if calls_of(path) & CLOCKS}
    assert asking == {"system"}


def test_only_commands_and_the_plugin_print() -> None:
    """Everything else gives values and texts; a child process answers on its output."""
    printing = {outer(name) for name, path in MODULES.items() if calls_of(path) & PRINTERS}
    assert printing <= {"commands", "mkdocs_plugin", "evidence"}


def test_entries_are_made_without_a_terminal() -> None:
    """Whoever asks for one says whom to ask and whom to tell: a command, the desk, nobody."""
    rooms = ("entry", "intake", "desk")
    entering = [path for name, path in MODULES.items() if outer(name) in rooms]
    assert [path.name for path in entering if knows(path, {"click"})] == []
    assert [path.name for path in entering if calls_of(path) & {"sys.exit", "input"}] == []


def test_the_picture_of_the_rooms_is_what_the_code_has() -> None:
    """`python3 scripts/run.py architecture` draws it."""
    document = DOCUMENT.read_text("utf-8")
    assert document == drawn_into(document)


def test_every_room_says_what_it_is_for() -> None:
    """In the docstring of its `__init__.py`, which the picture shows."""
    for name, path in MODULES.items():
        if path.stem == "__init__":
            assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), name


def test_the_engine_keeps_to_its_sizes() -> None:
    """Files of 100 to 250 lines: no crumbs, no god object (the house's own measure)."""
    lengths = sorted(
        len(path.read_text("utf-8").splitlines())
        for path in MODULES.values()
        if path.stem not in ("__init__", "__main__")
    )
    assert lengths[len(lengths) // 2] >= 90
    assert sum(length < 40 for length in lengths) < 25
    assert lengths[-1] <= 270
    assert len(list((ROOT / "hooks/oit").glob("*.py"))) <= 11
