"""The shipped round is judged as version 0.1 judged it, on every day.

`statuses-0.1.json` was written by that version: for each item its status and next deadline, for
each cell its state, deadline and whether it is owed, from each day on which one of them changes.
"""

import json
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


def test_only_cells_that_this_round_cannot_ask_for_are_gone(
    before: dict[str, Changes], now: dict[str, Changes]
) -> None:
    """Their periods end too late for a round that closes in April; the others are as they were."""
    gone = before["cells"].keys() - now["cells"].keys()
    months = [f"2025-{month:02d}" for month in range(4, 10)]
    assert gone == {
        *(f"O4/activity-news/{month}" for month in months),
        *(f"O17/statistics/{month}" for month in months),
        *(f"O9/tax-statistics/FY2568-{quarter}" for quarter in ("Q3", "Q4")),
    }
    assert differing(before["cells"], now["cells"]) == gone


def test_where_such_a_cell_was_next_the_next_confirmation_is(
    before: dict[str, Changes], now: dict[str, Changes]
) -> None:
    """From the day in April on which March was published; no other deadline moves."""
    assert differing(before["items"], now["items"]) == {"O4", "O9", "O17"}
    for item, day, was, is_now in (
        ("O4", "2025-04-09", "2025-05-15", "2025-06-16"),
        ("O17", "2025-04-09", "2025-05-15", "2025-06-16"),
        ("O9", "2025-04-10", "2025-07-15", "2025-10-15"),
    ):
        [before_it] = [change for change in before["items"][item] if change[2] == was]
        assert before_it == [day, "current", was]
        as_it_is = [day, "current", is_now]
        expected = [as_it_is if change == before_it else change for change in before["items"][item]]
        assert now["items"][item] == expected


def differing(before: Changes, now: Changes) -> set[str]:
    return {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
