"""What was measured as a table of text."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from statistics import median
from typing import Any

from maintain.measured.report import Report, growth

_OTHERS = ("serve", "phone", "weights")
_NAME = 42
_COLUMN = 22
_LEGEND = """
seconds (of computing) x beside; MB of the largest process; 2n/n between the last two sizes
"""


def as_table(report: Mapping[str, Report]) -> str:
    """A line a measure, a column a size, in their order; behind it what twice the records cost."""
    heads = "".join(f"{f'{size} records':>{_COLUMN}}" for size in report)
    lines = (*_lines_of_times(report), *_lines_of_others(report))
    return "\n".join([f"{'':{_NAME}}{heads}{'2n/n':>8}", *lines]) + _LEGEND


def _lines_of_times(report: Mapping[str, Report]) -> Iterator[str]:
    for name, measured in _by_name(report, "times"):
        medians = {size: times["median"] for size, times in measured.items()}
        beside = next(iter(measured.values()))["beside"]
        shown = {size: _time(times) for size, times in measured.items()}
        yield _line(f"{name} / {beside}", report, shown, _of(medians, "cpu"))
        if name.startswith(("build", "check, warm")):
            memory = _of(medians, "megabytes")
            yield _line("    MB", report, {size: f"{memory[size]:.0f}" for size in memory}, memory)


def _lines_of_others(report: Mapping[str, Report]) -> Iterator[str]:
    for part in _OTHERS:
        for name, measured in _by_name(report, part):
            values = {size: _value(value) for size, value in measured.items()}
            shown = {size: f"{values[size]:,.2f}".removesuffix(".00") for size in values}
            yield _line(name, report, shown, values)


def _by_name(report: Mapping[str, Report], part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each measure of a part, by the sizes at which it was taken."""
    parts = {size: measured.get(part, {}) for size, measured in report.items()}
    for name in dict.fromkeys(name for values in parts.values() for name in values):
        yield name, {size: values[name] for size, values in parts.items() if name in values}


def _of(medians: Mapping[str, Mapping[str, float]], figure: str) -> dict[str, float]:
    return {size: values[figure] for size, values in medians.items()}


def _time(measured: Report) -> str:
    middle, ratio = measured["median"], measured["ratio"]
    return f"{middle['seconds']:.2f} ({middle['cpu']:.2f}) x {ratio['cpu']:.2f}"


def _value(measured: list[float] | float) -> float:
    return median(measured) if isinstance(measured, list) else float(measured)


def _line(
    name: str, sizes: Iterable[str], shown: Mapping[str, str], costs: Mapping[str, float]
) -> str:
    """A measure at each size: nothing where it was not taken."""
    columns = "".join(f"{shown.get(size, ''):>{_COLUMN}}" for size in sizes)
    return f"{name:{_NAME}}{columns}{_growth(costs):>8}"


def _growth(costs: Mapping[str, float]) -> str:
    """Nothing where there is none, or one size alone."""
    grown = [growth(costs[a], costs[b], (int(a), int(b))) for a, b in pairwise(costs) if costs[a]]
    return f"{grown[-1]:.2f}" if grown else ""
