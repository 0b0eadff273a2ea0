"""The shipped round is judged as version 0.1 judged it, on every day.

`statuses-0.1.json` was written by that version: for each item its status and next deadline, for
each cell its state, deadline and whether it is owed, from each day on which one of them changes.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from helpers.support import ROOT
from oit.assessment.assess import assess
from oit.assessment.cells import Cell
from oit.assessment.result import Today
from oit.records.load import load_site

FIRST, LAST = date(2024, 10, 1), date(2025, 5, 2)

Changes: TypeAlias = dict[str, list[list[Any]]]
"""By name: the day of each change, and what held from then on."""


@pytest.fixture(scope="module")
def before() -> dict[str, Changes]:
    """What version 0.1 said."""
    text = (Path(__file__).parent / "statuses-0.1.json").read_text("utf-8")
    return {kind: dict(changes) for kind, changes in json.loads(text).items()}


@pytest.fixture(scope="module")
def now() -> dict[str, Changes]:
    """What the present version says."""
    site = load_site(ROOT)
    found: dict[str, Changes] = {"items": {}, "cells": {}}
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        (round_,) = assess(site, Today(day, is_set=True)).rounds
        for item in round_.items:
            verdict = [item.status.value, iso(item.due_on)]
            note(found["items"], item.id, day, verdict)
            for cell in item.cells:
                state = [cell.state.value, iso(cell.due_on), cell.is_owed]
                note(found["cells"], name_of(item.id, cell), day, state)
    return found


def note(changes: Changes, name: str, day: date, values: list[Any]) -> None:
    told = changes.setdefault(name, [])
    if not told or told[-1][1:] != values:
        told.append([day.isoformat(), *values])


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def name_of(item: str, cell: Cell) -> str:
    owed = (item, cell.requirement.id, cell.period, cell.division)
    return "/".join(str(part) for part in owed if part)


def statuses(changes: Changes) -> dict[str, list[list[Any]]]:
    """The days on which the status changes, whatever the next deadline."""
    found: Changes = {}
    for name, told in changes.items():
        for day, status, _ in told:
            note(found, name, date.fromisoformat(day), [status])
    return found


def test_all_statuses_are_the_same_on_every_day(
    before: dict[str, Changes], now: dict[str, Changes]
) -> None:
    """22 items, from the opening of the round to two days after its closing."""
    assert len(before["items"]) == 22
    assert statuses(now["items"]) == statuses(before["items"])


def test_all_deadlines_and_cells_are_the_same_on_every_day(
    before: dict[str, Changes], now: dict[str, Changes]
) -> None:
    """What is owed, by when, and what became of it."""
    assert list(differing(before["items"], now["items"])) == []
    assert list(differing(before["cells"], now["cells"])) == []


def differing(before: Changes, now: Changes) -> Iterator[str]:
    names = sorted(before.keys() | now.keys())
    return (name for name in names if before.get(name) != now.get(name))
