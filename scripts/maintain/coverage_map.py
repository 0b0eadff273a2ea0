"""Which lines of the engine the tests reach, by room: a map, not a goal.

`python3 scripts/run.py coverage_map [arguments for pytest]` prints a row per room and writes every
file with its lines into `.coverage-map/`.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from maintain.architecture import HOOKS, room_of
from setup.environment import ROOT, run_command, variables

_REPORT = ROOT / ".coverage-map/coverage.json"


def main() -> int:
    """Run the tests under measurement, then draw the map. Gives the tests' exit status."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(f"usage: run.py coverage_map [arguments for pytest]\n\n{__doc__}")
        return 0
    _coverage("erase")
    status = _coverage("run", "-m", "pytest", *sys.argv[1:])
    _coverage("combine", "--quiet")
    _coverage("html", "--quiet")
    _coverage("json", "--quiet", "-o", str(_REPORT))
    print("\n".join(by_room(json.loads(_REPORT.read_text("utf-8"))["files"])))
    print(f"{_REPORT.parent.name}/index.html")
    return status


def _coverage(*arguments: str) -> int:
    given = {**variables(), "PYTHONPATH": str(ROOT / "scripts")}
    return run_command([sys.executable, "-m", "coverage", *arguments], given)


def by_room(files: Mapping[str, Any]) -> Iterable[str]:
    """A line a room: its name, how many of its statements were reached, and how many it has.

    `files` are those of coverage's JSON report: paths from the root, each with its `summary`.
    """
    rooms: dict[str, list[int]] = {}
    for name, file in files.items():
        path = (ROOT / name).resolve()
        module = ".".join(path.relative_to(HOOKS).with_suffix("").parts)
        counts = rooms.setdefault(room_of(module.removesuffix(".__init__"), path), [0, 0])
        counts[0] += file["summary"]["covered_lines"]
        counts[1] += file["summary"]["num_statements"]
    for room, (reached, statements) in sorted(rooms.items()):
        share = f"{reached / statements:.0%}" if statements else "–"
        yield f"{room:<28}{reached:>6} of {statements:>6}{share:>6}"


if __name__ == "__main__":
    sys.exit(main())
