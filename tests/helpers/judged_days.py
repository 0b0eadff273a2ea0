"""How a round is judged on each of many days, noted from the days on which something changes."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from oit.assessment.assess import assess
from oit.assessment.cells import Cell
from oit.assessment.result import Today
from oit.records.load import load_site

Changes: TypeAlias = dict[str, list[list[Any]]]
"""By name: the day of each change, and what held from then on."""


def judged_days(folder: Path, first: date, last: date) -> dict[str, Changes]:
    """`items`: status and next deadline; `cells`: state, deadline, whether it is owed."""
    site = load_site(folder)
    found: dict[str, Changes] = {"items": {}, "cells": {}}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        (round_,) = assess(site, Today(day, is_set=True)).rounds
        for item in round_.items:
            _note(found["items"], item.id, day, [item.status.value, _iso(item.due_on)])
            for cell in item.cells:
                state = [cell.state.value, _iso(cell.due_on), cell.is_owed]
                _note(found["cells"], _name_of(item.id, cell), day, state)
    return found


def statuses(changes: Changes) -> dict[str, list[list[Any]]]:
    """The days on which the status changes, whatever the next deadline."""
    found: Changes = {}
    for name, told in changes.items():
        for day, status, _ in told:
            _note(found, name, date.fromisoformat(day), [status])
    return found


def _note(changes: Changes, name: str, day: date, values: list[Any]) -> None:
    told = changes.setdefault(name, [])
    if not told or told[-1][1:] != values:
        told.append([day.isoformat(), *values])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _name_of(item: str, cell: Cell) -> str:
    owed = (item, cell.requirement.id, cell.period, cell.division)
    return "/".join(str(part) for part in owed if part)
