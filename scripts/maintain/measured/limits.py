"""What must hold: each limit beside what was measured.

Times are compared twice: as people wait, and as the machine computes, which other programs that
run meanwhile disturb less. A limit that names plain MkDocs or the start of Python is a ratio of
medians of one run.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from maintain.measured.commands import PLAIN_BUILD, START
from maintain.measured.report import Report, growth

_OPTION = re.compile(r"--\w+")
"""Typed as it stands, so set as code."""
_RATIOS = {
    START: (("check, warm", 22, 1.8), ("check, warm", 220, 3.5), ("check --staged", 220, 3)),
    PLAIN_BUILD: (
        *(("build, cold", 22, 2.2), ("build, cold", 110, 1.6)),
        *(("build, warm", 22, 1.15), ("build, warm", 110, 1.15)),
        *(("build, a record changed", 22, 0.9), ("build, a record changed", 110, 0.9)),
    ),
}
"""Times by what they stand beside, at so many records, and at most how many times as long."""
_SECONDS = (("check, warm", 1100, 2.5),)
_BUILDS = ("build, cold", "build, warm", "build, a record changed")
_MEGABYTES = (1100, 300)
_GROWTH = 2.05
"""At most, of any build, for twice the records."""
_OTHERS = (
    ("serve", "saved to served, s", 22, 0.7),
    ("serve", "saved to served, s", 220, 1),
    ("weights", "first search index, KB gz", 220, 90),
    ("phone", "longest blocked task, ms", 220, 100),
    ("phone", "first hit, ms", 220, 1500),
    *(("phone", f"first visit of {page}, KB", 220, 70) for page in ("home", "round", "item")),
)
"""Part of the report, measure, records, and at most how much: search at ten rounds."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What may be at most, and what is: `None` where it was not measured."""

    what: str
    records: str
    most: float
    waited: float | None
    """As people meet it, or what is no time."""
    computed: float | None = None
    """In seconds of computing, where it is a time of a process."""

    @property
    def holds(self) -> bool | None:
        """Whether it holds as people meet it; `None` where that is not known."""
        return None if self.waited is None else self.waited <= self.most


def limits_of(report: Mapping[str, Report]) -> Iterator[Limit]:
    """Every limit, whatever of it was measured."""
    for beside, ratios in _RATIOS.items():
        for name, records, most in ratios:
            yield _timed(report, f"{name} / {beside}", (str(records), name, "ratio"), most)
    for name, records, most in _SECONDS:
        yield _timed(report, f"{name}, seconds", (str(records), name, "median"), most)
    yield from _growths(report)
    records, most = _MEGABYTES
    for name in _BUILDS:
        value = _value(report, str(records), "times", name, "median", "megabytes")
        yield Limit(f"{name}, MB", str(records), most, value)
    for part, name, records, most in _OTHERS:
        yield Limit(name, str(records), most, _value(report, str(records), part, name))


def table_of_limits(limits: Iterable[Limit]) -> str:
    """A table, a line a limit."""
    head = [
        "| limit | records | at most | waited | computed | |",
        "| --- | --: | --: | --: | --: | --- |",
    ]
    return "\n".join([*head, *map(_line, limits), ""])


def _line(limit: Limit) -> str:
    verdict = {True: "holds", False: "**does not hold**", None: "not measured"}[limit.holds]
    values = [_number(value) for value in (limit.most, limit.waited, limit.computed)]
    what = _OPTION.sub(r"`\g<0>`", limit.what)
    return f"| {' | '.join([what, limit.records, *values, verdict])} |"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.2f}".removesuffix(".00")


def _timed(
    report: Mapping[str, Report], what: str, place: tuple[str, str, str], most: float
) -> Limit:
    records, name, figure = place
    waited, computed = (
        _value(report, records, "times", name, figure, clock) for clock in ("seconds", "cpu")
    )
    return Limit(what, records, most, waited, computed)


def _growths(report: Mapping[str, Report]) -> Iterator[Limit]:
    """Of each build, from each size to the next."""
    for first, last in pairwise(sorted(report, key=int)):
        for name in _BUILDS:
            clocks = [_growth(report, name, (first, last), clock) for clock in ("seconds", "cpu")]
            yield Limit(f"{name}, 2n/n", f"{first} to {last}", _GROWTH, *clocks)


def _growth(
    report: Mapping[str, Report], name: str, sizes: tuple[str, str], clock: str
) -> float | None:
    costs = [_value(report, size, "times", name, "median", clock) for size in sizes]
    first, last = costs
    if first is None or last is None:
        return None
    return growth(first, last, (int(sizes[0]), int(sizes[1])))


def _value(report: Mapping[str, Any], *path: str) -> Any:
    """What stands there, the median where it is of several turns; `None` where nothing does."""
    found: Any = report
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return median(found) if isinstance(found, list) else found
