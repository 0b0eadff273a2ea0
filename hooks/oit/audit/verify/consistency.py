"""Whether an index agrees with itself: states and evidence, counts and cells, score and status."""

from collections.abc import Iterator
from datetime import date

from oit.audit.verify.values import Discrepancy
from oit.contract.index import (
    CellEntry,
    CellStateName,
    Index,
    ItemEntry,
    RoundEntry,
    RoundStateName,
)

_FILLED = frozenset({"published", "late", "none"})

_FULL = frozenset({"current", "due", "complete"})


def check_consistency(path: str, index: Index) -> Iterator[Discrepancy]:
    """What the index says that its own evidence and dates do not bear out."""
    for round_ in index.rounds:
        for item in round_.items:
            subject = f"{round_.fiscal_year}/{item.item}"
            for check, params in _check_item(item, round_):
                yield Discrepancy(check=check, path=path, subject=subject, params=params)


def _check_item(item: ItemEntry, round_: RoundEntry) -> Iterator[tuple[str, dict[str, str]]]:
    for requirement in item.requirements:
        for cell in requirement.cells:
            expected = _state(cell, round_.as_of)
            found = (cell.state, cell.days_late)
            if found != expected:
                what = "/".join(filter(None, (requirement.id, cell.period, cell.division)))
                params = {"what": what, "found": _said(found), "expected": _said(expected)}
                yield "cell-state", params
    yield from _check_counts(item)
    if item.status in IN_ORDER and any(_is_gap(cell, round_.as_of) for cell in _cells(item)):
        yield "status-too-good", {"item_status": item.status}
    if (item.score or "") != _score(item.status):
        params = {
            "item_status": item.status,
            "found": item.score or "",
            "expected": _score(item.status),
        }
        yield "score", params


def _cells(item: ItemEntry) -> list[CellEntry]:
    return [cell for requirement in item.requirements for cell in requirement.cells]


def _state(cell: CellEntry, as_of: date) -> tuple[CellStateName, int]:
    counted = [one for one in cell.evidence if one.published <= as_of]
    if not counted:
        return ("missing" if cell.due_on < as_of else "not-due"), 0
    first = min(one.published for one in counted)
    days = max(0, (first - cell.due_on).days)
    if all(one.kind == "none" for one in counted):
        return "none", days
    return ("late" if days else "published"), days


def _said(state: tuple[CellStateName, int]) -> str:
    name, days = state
    return f"{name} ({days})" if days else name


def _check_counts(item: ItemEntry) -> Iterator[tuple[str, dict[str, str]]]:
    cells = _cells(item)
    counts = {
        "owed_count": (item.owed_count, sum(cell.owed for cell in cells)),
        "filled_count": (
            item.filled_count,
            sum(cell.owed and cell.state in _FILLED for cell in cells),
        ),
        "late_count": (item.late_count, sum(cell.state == "late" for cell in cells)),
    }
    for name, (found, expected) in counts.items():
        if found != expected:
            yield "count", {"what": name, "found": str(found), "expected": str(expected)}


def _is_gap(cell: CellEntry, as_of: date) -> bool:
    """Whether something is owed, and nothing excuses that it is not there."""
    is_excused = cell.waived_until is not None and cell.waived_until >= as_of
    return cell.state == "missing" and not is_excused


def _score(status: str) -> str:
    if status == "pending":
        return ""
    return "100.00" if status in _FULL else "0.00"


IN_ORDER = frozenset({"current", "due", "pending", "complete"})
"""Statuses that say nothing is late."""


def check_deadlines(path: str, index: Index, today: date) -> Iterator[Discrepancy]:
    """What has passed since the index was made, and it does not say."""
    for round_ in index.rounds:
        year = str(round_.fiscal_year)
        if round_.as_of > today:
            params = {"as_of": round_.as_of.isoformat(), "today": today.isoformat()}
            yield Discrepancy(check="from-the-future", path=path, subject=year, params=params)
        expected = _round_state_on(round_, today)
        if round_.state != expected:
            params = {"round_found": round_.state, "round_expected": expected}
            params["today"] = today.isoformat()
            yield Discrepancy(check="round-state", path=path, subject=year, params=params)
        if round_.state == "open":
            yield from _check_items(path, round_, min(today, round_.closes))


def _round_state_on(round_: RoundEntry, today: date) -> RoundStateName:
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
