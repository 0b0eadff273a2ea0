"""What was measured, as values that JSON holds: turns, medians, ratios, growth."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from math import log2
from statistics import median
from typing import Any, TypeAlias

from maintain.measured.commands import Command
from maintain.measured.processes import Taken

Report: TypeAlias = dict[str, Any]
"""Of one size, `times`, `serve`, `phone` and `weights`, or those of them that were measured."""


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


def growth(first: float, last: float, records: tuple[int, int]) -> float:
    """How much more twice the records cost, of two sizes and what each of them cost."""
    doublings = log2(records[1] / records[0])
    return float((last / first) ** (1 / doublings))


def _medians(turns: Iterable[Taken]) -> dict[str, float]:
    values = [asdict(turn) for turn in turns]
    return {name: median(value[name] for value in values) for name in values[0]}
