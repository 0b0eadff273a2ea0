"""What two engines say of the same data, as Markdown: `run.py engines BASE.json REQUEST.json`.

Each file is what `oit check --format json` has printed, by the engine of the base and by the one
that a request brings. Whoever approves a change of the engine sees what it changes in verdicts.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from oit.escaping import for_forge, one_line
from setup.words import beside

Verdict: TypeAlias = Mapping[str, Any]
_GROUPS = {
    "failing": "maintain.failing",
    "listed": "maintain.listed",
    "notices": "maintain.notices",
}
"""The groups of findings, and what they are called."""
_NAMED = ("rule", "fiscal_year", "item", "division", "requirement", "period", "file")
_MOST_ROWS = 200


def main() -> int:
    """Print the differences; the exit status is 0, as a person judges them."""
    arguments = _arguments()
    base, request = (_read(path) for path in (arguments.base, arguments.request))
    print("\n".join(compared(base, request)))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py engines", description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("request", type=Path)
    return parser.parse_args()


def _read(path: Path) -> Verdict | None:
    """A verdict; `None` where the engine could not run, and printed none."""
    try:
        document = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None


def compared(base: Verdict | None, request: Verdict | None) -> Iterator[str]:
    """Lines of Markdown: verdicts, findings gained and lost, statuses that differ."""
    yield f"## {beside('maintain.compared')}\n"
    if base is None or request is None:
        yield beside("maintain.not-compared")
        return
    rows = [*_verdicts(base, request), *_findings(base, request), *_statuses(base, request)]
    if not rows:
        yield beside("maintain.no-difference")
        return
    columns = map(beside, ("maintain.what", "maintain.base", "maintain.request"))
    yield f"| {' | '.join(columns)} |\n| --- | --- | --- |"
    for row in rows[:_MOST_ROWS]:
        yield f"| {' | '.join(for_forge(one_line(cell)) for cell in row)} |"
    if len(rows) > _MOST_ROWS:
        yield f"\n{beside('maintain.more', count=len(rows) - _MOST_ROWS)}"


def _verdicts(base: Verdict, request: Verdict) -> Iterator[tuple[str, str, str]]:
    words = [str(verdict.get("passed")).lower() for verdict in (base, request)]
    if words[0] != words[1]:
        yield (beside("maintain.passed"), words[0], words[1])


def _findings(base: Verdict, request: Verdict) -> Iterator[tuple[str, str, str]]:
    for group, name in _GROUPS.items():
        before, after = (
            Counter(map(_named, verdict.get(group, []))) for verdict in (base, request)
        )
        for found in sorted((before - after) + (after - before)):
            yield (f"{beside(name)}: {found}", str(before[found]), str(after[found]))


def _named(finding: Mapping[str, Any]) -> str:
    return " · ".join(str(finding[part]) for part in _NAMED if finding.get(part))


def _statuses(base: Verdict, request: Verdict) -> Iterator[tuple[str, str, str]]:
    before, after = (verdict.get("statuses", {}) for verdict in (base, request))
    for item in sorted(before.keys() | after.keys()):
        if before.get(item) != after.get(item):
            what = f"{beside('maintain.status')} {item}"
            yield (what, str(before.get(item, "–")), str(after.get(item, "–")))


if __name__ == "__main__":
    sys.exit(main())
