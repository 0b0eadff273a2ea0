"""The deadlines of an index, worked out again for today."""

from collections.abc import Iterator
from datetime import date

from oit.outputs.contract import Index, ItemEntry, RoundEntry, RoundStateName
from oit.verification.values import Discrepancy

IN_ORDER = frozenset({"current", "due", "pending", "complete"})
"""Statuses that say nothing is late."""


def check_deadlines(path: str, index: Index, today: date) -> Iterator[Discrepancy]:
    """What has passed since the index was made, and it does not say."""
    for round_ in index.rounds:
        year = str(round_.fiscal_year)
        if round_.as_of > today:
            params = {"as_of": round_.as_of.isoformat(), "today": today.isoformat()}
            yield Discrepancy(check="from-the-future", path=path, subject=year, params=params)
        expected = _state(round_, today)
        if round_.state != expected:
            params = {"round_found": round_.state, "round_expected": expected}
            params["today"] = today.isoformat()
            yield Discrepancy(check="round-state", path=path, subject=year, params=params)
        if round_.state == "open":
            yield from _check_items(path, round_, min(today, round_.closes))


def _state(round_: RoundEntry, today: date) -> RoundStateName:
    if today < round_.opens:
        return "upcoming"
    return "closed" if today > round_.closes else "open"


def _check_items(path: str, round_: RoundEntry, day: date) -> Iterator[Discrepancy]:
    for item in round_.items:
        passed = [one for one in _deadlines(item) if one < day]
        if passed:
            first = min(passed)
            yield Discrepancy(
                check="past-deadline",
                path=path,
                subject=f"{round_.fiscal_year}/{item.item}",
                params={
                    "item_status": item.status,
                    "due_on": first.isoformat(),
                    "days": str((day - first).days),
                },
            )


def _deadlines(item: ItemEntry) -> Iterator[date]:
    """The days until which what the index calls in order, or excused, is so."""
    if item.status in IN_ORDER and item.due_on:
        yield item.due_on
    if item.status == "waived" and item.waived_until:
        yield item.waived_until
    for part in item.parts:
        if part.status in IN_ORDER and part.due_on:
            yield part.due_on
    for requirement in item.requirements:
        for cell in requirement.cells:
            if cell.state == "not-due":
                yield cell.due_on
