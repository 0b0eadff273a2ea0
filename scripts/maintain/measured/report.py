"""What was measured, as JSON and as a table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from math import log2
from statistics import median
from typing import Any, TypeAlias

from maintain.measured.commands import Command
from maintain.measured.processes import Taken

Report: TypeAlias = dict[str, Any]
"""By number of records: `times`, `serve`, `weights` and `phone`."""
_NAME = 30
_COLUMN = 22


def times_of(commands: Mapping[str, Command], taken: Mapping[str, list[Taken]]) -> Report:
    """Of each command all its turns, their medians, and the ratio to what it stands beside.

    Ratios are of the medians of one run.
    """
    medians = {name: _medians(turns) for name, turns in taken.items()}
    return {
        name: {
            "turns": [asdict(turn) for turn in taken[name]],
            "median": medians[name],
            "beside": command.beside,
            "ratio": {
                clock: medians[name][clock] / medians[command.beside][clock]
                for clock in ("seconds", "cpu")
            },
        }
        for name, command in commands.items()
    }


def as_table(report: Mapping[str, Report]) -> str:
    """A line a measure, a column a size; behind it what twice the records cost."""
    sizes = sorted(report, key=int)
    heads = "".join(f"{f'{size} records':>{_COLUMN}}" for size in sizes)
    legend = "seconds (of computing) x beside; the last column is the growth 2n/n"
    return "\n".join([f"{'':{_NAME}}{heads}{'2n/n':>8}", *_lines(report, sizes), legend, ""])


def growth(first: float, last: float, records: tuple[int, int]) -> float:
    """How much more twice the records cost, of two sizes and what each of them cost."""
    doublings = log2(records[1] / records[0])
    return float((last / first) ** (1 / doublings))


def _medians(turns: Iterable[Taken]) -> dict[str, float]:
    values = [asdict(turn) for turn in turns]
    return {name: median(value[name] for value in values) for name in values[0]}


def _lines(report: Mapping[str, Report], sizes: list[str]) -> Iterator[str]:
    for name, measured in report[sizes[0]]["times"].items():
        columns = [_time(report[size]["times"][name]) for size in sizes]
        costs = [report[size]["times"][name]["median"]["cpu"] for size in sizes]
        yield _line(f"{name} / {measured['beside']}", columns, costs, sizes)
        if name.startswith(("build", "check, warm")):
            memory = [report[size]["times"][name]["median"]["megabytes"] for size in sizes]
            yield _line("    MB", [f"{value:.0f}" for value in memory], memory, sizes)
    for part in ("serve", "phone", "weights"):
        for name in report[sizes[0]].get(part, {}):
            values = [_value(report[size][part][name]) for size in sizes]
            yield _line(
                name, [f"{value:,.2f}".removesuffix(".00") for value in values], values, sizes
            )


def _time(measured: Report) -> str:
    middle, ratio = measured["median"], measured["ratio"]
    return f"{middle['seconds']:.2f} ({middle['cpu']:.2f}) x {ratio['cpu']:.2f}"


def _value(measured: list[float] | float) -> float:
    return median(measured) if isinstance(measured, list) else float(measured)


def _line(name: str, columns: list[str], costs: list[float], sizes: list[str]) -> str:
    grown = ""
    if len(sizes) > 1 and costs[0]:
        grown = f"{growth(costs[-2], costs[-1], (int(sizes[-2]), int(sizes[-1]))):.2f}"
    shown = "".join(f"{column:>{_COLUMN}}" for column in columns)
    return f"{name:{_NAME}}{shown}{grown:>8}"
