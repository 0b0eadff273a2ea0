"""Whether an index agrees with itself, and with today's date.

That is all that can be asked of a site that publishes no rules and events; of others everything is
computed again (`computed`).
"""

from collections.abc import Iterator
from datetime import date

from oit.assessment.assess import round_state
from oit.assessment.statuses import FULL, Status
from oit.audit.verify.values import Discrepancy, subject_of
from oit.contract.base import CellStateName
from oit.contract.disclosed import CellEntry
from oit.contract.index import ItemEntry, RoundEntry

_FILLED = frozenset({"published", "late", "none"})
"""States of cells that have evidence."""
_NOTHING_LATE = FULL | {Status.PENDING}
"""Statuses that say nothing is late."""


def check_round(path: str, round_: RoundEntry) -> Iterator[Discrepancy]:
    """What the index says of a round that does not follow from its own evidence and dates."""
    for item in round_.items:
        subject = subject_of(round_.fiscal_year, item.item)
        for check, params in _check_item(item, round_):
            yield Discrepancy(check=check, path=path, subject=subject, params=params)


def _check_item(item: ItemEntry, round_: RoundEntry) -> Iterator[tuple[str, dict[str, str]]]:
    for requirement, cell in item.requirement_cells():
        expected = _expected_state(cell, round_.as_of)
        found = (cell.state, cell.days_late)
        if found != expected:
            what = "/".join(filter(None, (requirement.id, cell.period, cell.division)))
            yield "cell-state", {"what": what, "found": _text(found), "expected": _text(expected)}
    yield from _check_counts(item)
    if item.status in _NOTHING_LATE and any(_is_gap(cell, round_.as_of) for cell in _cells(item)):
        yield "status-overstated", {"item_status": item.status}
    if (item.score or "") != _expected_score(item.status):
        params = {
            "item_status": item.status,
            "found": item.score or "",
            "expected": _expected_score(item.status),
        }
        yield "score", params


def _cells(item: ItemEntry) -> list[CellEntry]:
    return [cell for _, cell in item.requirement_cells()]


def _expected_state(cell: CellEntry, as_of: date) -> tuple[CellStateName, int]:
    """State and days late of a cell, by its evidence and its deadline."""
    # With a history, what counts is listed apart, and the first version says since when.
    counted = [entry for entry in cell.evidence if cell.counts_from or entry.published <= as_of]
    if not counted:
        return ("missing" if cell.due_on < as_of else "not-due"), 0
    first = cell.counts_from or min(entry.published for entry in counted)
    days = max(0, (first - cell.due_on).days)
    if all(entry.kind == "none" for entry in counted):
        return "none", days
    return ("late" if days else "published"), days


def _text(state: tuple[CellStateName, int]) -> str:
    name, days = state
    return f"{name} ({days})" if days else name


def _check_counts(item: ItemEntry) -> Iterator[tuple[str, dict[str, str]]]:
    cells = _cells(item)
    filled = sum(cell.owed and cell.state in _FILLED for cell in cells)
    counts = {
        "owed_count": (item.owed_count, sum(cell.owed for cell in cells)),
        "filled_count": (item.filled_count, filled),
        "late_count": (item.late_count, sum(cell.state == "late" for cell in cells)),
    }
    for name, (found, expected) in counts.items():
        if found != expected:
            yield "count", {"what": name, "found": str(found), "expected": str(expected)}


def _is_gap(cell: CellEntry, as_of: date) -> bool:
    """Whether evidence is missing and no waiver covers it."""
    is_waived = cell.waived_until is not None and cell.waived_until >= as_of
    return cell.state == "missing" and not is_waived


def _expected_score(status: str) -> str:
    """The score of an item, as text: all or nothing, and none before anything was owed."""
    if status == "pending":
        return ""
    return "100.00" if status in FULL else "0.00"


# With today's date


def check_day(path: str, round_: RoundEntry, today: date) -> Iterator[Discrepancy]:
    """Whether the day of a round lies in the future, and its state is that of today."""
    year = str(round_.fiscal_year)
    if round_.as_of > today:
        params = {"as_of": round_.as_of.isoformat(), "today": today.isoformat()}
        yield Discrepancy(check="date-in-future", path=path, subject=year, params=params)
    expected = round_state(round_.opens, round_.closes, today).value
    if round_.state != expected:
        params = {"round_found": round_.state, "round_expected": expected}
        params["today"] = today.isoformat()
        yield Discrepancy(check="round-state", path=path, subject=year, params=params)


def check_deadlines(path: str, round_: RoundEntry, today: date) -> Iterator[Discrepancy]:
    """Items of an open round whose deadlines have passed since the index was made."""
    if round_.state == "open":
        yield from _check_item_deadlines(path, round_, min(today, round_.closes))


def _check_item_deadlines(path: str, round_: RoundEntry, day: date) -> Iterator[Discrepancy]:
    for item in round_.items:
        passed = [deadline for deadline in _deadlines(item) if deadline < day]
        if passed:
            first = min(passed)
            yield Discrepancy(
                check="past-deadline",
                path=path,
                subject=subject_of(round_.fiscal_year, item.item),
                params={
                    "item_status": item.status,
                    "due_on": first.isoformat(),
                    "days": str((day - first).days),
                },
            )


def _deadlines(item: ItemEntry) -> Iterator[date]:
    """The last days on which what the index says of an item, its parts and cells can be true."""
    if item.status in _NOTHING_LATE and item.due_on:
        yield item.due_on
    if item.status == "waived" and item.waived_until:
        yield item.waived_until
    for part in item.parts:
        if part.status in _NOTHING_LATE and part.due_on:
            yield part.due_on
    for cell in _cells(item):
        if cell.state == "not-due":
            yield cell.due_on
