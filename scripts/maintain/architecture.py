"""The picture of the rooms and the glossary of ARCHITECTURE.md, from imports and `glossary.yml`.

`python3 scripts/run.py architecture` writes them; the tests compare them with the code.
"""

import argparse
import ast
import sys
from collections.abc import Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import yaml

from setup.environment import ROOT

HOOKS = ROOT / "hooks"
DOCUMENT = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- rooms: drawn by scripts/maintain/architecture.py -->", "<!-- end of rooms -->"
BEGIN_WORDS = "<!-- glossary: written by scripts/maintain/architecture.py -->"
END_WORDS = "<!-- end of glossary -->"
GROUND = "ground"
"""The room of the loose modules that every other room may use."""
_LOOSE = frozenset({"__main__"})
"""Loose modules that stand for themselves."""

Arrows = Mapping[str, frozenset[str]]
"""The rooms that each room imports."""


def modules(hooks: Path = HOOKS) -> dict[str, Path]:
    """Every module of the engine by its dotted name, packages by the name of the package."""
    found = {}
    for path in sorted((hooks / "oit").rglob("*.py")):
        parts = path.relative_to(hooks).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


@cache
def imported(path: Path) -> frozenset[str]:
    """Every module and name that a file imports, in dotted form, at any depth of its code."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def room_of(module: str, path: Path) -> str:
    """The room of a module: its package below `oit`, as `outputs.pages` for a nested one."""
    packages = module.split(".")[1:] if path.stem == "__init__" else module.split(".")[1:-1]
    if packages:
        return ".".join(packages)
    name = module.rpartition(".")[2]
    return name if name in _LOOSE else GROUND


def arrows(hooks: Path = HOOKS) -> dict[str, frozenset[str]]:
    """Which rooms each room imports, nested rooms by themselves."""
    known = modules(hooks)
    found: dict[str, set[str]] = {room_of(name, path): set() for name, path in known.items()}
    for name, path in known.items():
        here = room_of(name, path)
        there = {room_of(other, known[other]) for other in imported(path) & known.keys()}
        found[here] |= there - {here}
    return {room: frozenset(others) for room, others in sorted(found.items())}


def floors(found: Arrows) -> dict[str, frozenset[str]]:
    """The same between whole rooms: what is nested belongs to the room around it."""
    whole: dict[str, set[str]] = {room.partition(".")[0]: set() for room in found}
    for room, others in found.items():
        outer = room.partition(".")[0]
        whole[outer] |= {other.partition(".")[0] for other in others} - {outer}
    return {room: frozenset(others) for room, others in whole.items()}


def from_the_ground_up(whole: Arrows) -> list[str]:
    """The rooms, each after all that it imports. Raises `graphlib.CycleError` for a circle."""
    sorter = TopologicalSorter({room: sorted(others) for room, others in sorted(whole.items())})
    return list(sorter.static_order())


def direct(whole: Arrows) -> dict[str, frozenset[str]]:
    """Without the arrows that follow from others: the transitive reduction."""
    return {
        room: frozenset(
            other
            for other in others
            if not any(other in _reachable(between, whole) for between in others - {other})
        )
        for room, others in whole.items()
    }


def _reachable(room: str, whole: Arrows) -> set[str]:
    found: set[str] = set()
    waiting = [room]
    while waiting:
        for other in whole[waiting.pop()] - found:
            found.add(other)
            waiting.append(other)
    return found


def picture(hooks: Path = HOOKS) -> str:
    """The rooms as a Mermaid flowchart, and a table of what each is for by its docstring."""
    found = arrows(hooks)
    whole = floors(found)
    order = from_the_ground_up(whole)
    drawn = direct(whole)
    lines = ["```mermaid", "flowchart TD"]
    lines += [
        f"    {room} --> {other}" for room in reversed(order) for other in sorted(drawn[room])
    ]
    known = modules(hooks)
    lines += ["```", "", "| room | what for |", "| --- | --- |"]
    lines += [f"| `{room}` | {_purpose(room, known)} |" for room in reversed(order)]
    return "\n".join(lines)


def _purpose(room: str, known: Mapping[str, Path]) -> str:
    if room == GROUND:
        return "Values and texts that all rooms use: findings, periods, escaping, addresses, CSV."
    docstring = ast.get_docstring(ast.parse(known[f"oit.{room}"].read_text("utf-8"))) or ""
    return " ".join(docstring.partition("\n\n")[0].split())


def words(hooks: Path = HOOKS) -> str:
    """The words of the glossary that the code uses, as a table: each with its Thai and meaning."""
    glossary = yaml.safe_load((hooks / "oit/catalog/glossary.yml").read_text("utf-8"))
    lines = ["| word | in Thai | meaning |", "| --- | --- | --- |"]
    lines += [
        f"| {entry['term']} | {entry['th']} | {entry['meaning']} |"
        for entry in glossary
        if "meaning" in entry
    ]
    return "\n".join(lines)


def drawn_into(document: str, hooks: Path = HOOKS) -> str:
    """The document as it is today. Raises `ValueError` where marks of a block are missing."""
    with_rooms = _written_between(document, BEGIN, END, picture(hooks))
    return _written_between(with_rooms, BEGIN_WORDS, END_WORDS, words(hooks))


def _written_between(document: str, begin: str, end: str, text: str) -> str:
    before, begun, rest = document.partition(begin)
    _, ended, after = rest.partition(end)
    if not begun or not ended:
        raise ValueError(f"{DOCUMENT.name} lacks {begin} or {end}")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def main() -> int:
    """Write the blocks. Gives 0."""
    argparse.ArgumentParser(prog="run.py architecture", description=__doc__).parse_args()
    DOCUMENT.write_text(drawn_into(DOCUMENT.read_text("utf-8")), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
