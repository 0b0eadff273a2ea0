"""The status of an item, part or record, and which status findings lead to."""

from collections.abc import Iterable
from enum import StrEnum

from oit.findings import FAULTY, Finding, Kind


class Status(StrEnum):
    """The status of an item, a part or a record; the worst first.

    A waiver sets aside what it covers. What it does not cover still shows: an item is called
    waived only where nothing else of it is late.
    """

    INVALID = "invalid"
    INCOMPLETE = "incomplete"
    STALE = "stale"
    WAIVED = "waived"
    PENDING = "pending"
    DUE = "due"
    CURRENT = "current"
    COMPLETE = "complete"


FULL = frozenset({Status.DUE, Status.CURRENT, Status.COMPLETE})
"""Statuses that score 100; `pending` is not counted, all others score 0."""
FAILED = frozenset({Status.STALE, Status.INCOMPLETE, Status.INVALID})
"""Statuses that a division has to act on."""
_WORST_FIRST = tuple(Status)
_STATUS_OF_KIND = {
    **dict.fromkeys(FAULTY, Status.INVALID),
    Kind.MISSING: Status.INCOMPLETE,
    Kind.STALE: Status.STALE,
}


def worst(statuses: Iterable[Status]) -> Status | None:
    """The first of the statuses in the order of precedence; `None` without any."""
    return min(statuses, key=_WORST_FIRST.index, default=None)


def failing_status(findings: Iterable[Finding]) -> Status | None:
    """The status of the item or unit that findings are about; `None` where nothing fails."""
    kinds = {finding.kind for finding in findings}
    return worst(status for kind, status in _STATUS_OF_KIND.items() if kind in kinds)
