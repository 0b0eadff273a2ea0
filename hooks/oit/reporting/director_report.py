"""What a director reads once a month: what is current, what is late, what is due, by division."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.assessment.statuses import FULL, Status, failing_status
from oit.findings import Finding
from oit.model.mandate import MandateItem
from oit.model.office import Division
from oit.reporting.due import Duty, duties_of


@dataclass(frozen=True, slots=True)
class LateItem:
    """What a division has to mend of an item."""

    item: MandateItem
    division: str
    status: Status
    days: int
    """Of the oldest of it; 0 for what is wrong rather than late."""


@dataclass(frozen=True, slots=True)
class DivisionStanding:
    """A division's own items: those it leads or sends a part of."""

    division: Division
    current_count: int
    item_count: int
    late: tuple[str, ...]
    """Items, in the mandate's order."""
    coming: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DirectorReport:
    """A round on a day."""

    fiscal_year: int
    as_of: date
    until: date
    """The last of the coming days that are told of."""
    is_closed: bool
    item_count: int
    full_count: int
    pending_count: int
    waived_count: int
    late: tuple[LateItem, ...]
    overdue: tuple[Duty, ...]
    """Due before the day, and not excused."""
    coming: tuple[Duty, ...]
    """Due from the day on, by day."""
    divisions: tuple[DivisionStanding, ...]


def director_report(
    round_: RoundAssessment, divisions: tuple[Division, ...], days: int
) -> DirectorReport:
    """The standing of a round, with what is due in so many coming days."""
    until = round_.as_of + timedelta(days=days)
    late = tuple(one for item in round_.items for one in _late(item))
    duties = duties_of(round_)
    past = tuple(duty for duty in duties if duty.due_on < round_.as_of and not duty.waived_until)
    coming = tuple(duty for duty in duties if round_.as_of <= duty.due_on <= until)
    return DirectorReport(
        fiscal_year=round_.fiscal_year,
        as_of=round_.as_of,
        until=until,
        is_closed=round_.state is RoundState.CLOSED,
        item_count=len(round_.items),
        full_count=round_.full_count,
        pending_count=sum(one.status is Status.PENDING for one in round_.items),
        waived_count=sum(one.status is Status.WAIVED for one in round_.items),
        late=late,
        overdue=past,
        coming=coming,
        divisions=tuple(_standing(one, round_, late, coming) for one in divisions),
    )


def _late(one: ItemAssessment) -> Iterator[LateItem]:
    """A line for each division that has to mend something of the item."""
    by_division: dict[str, list[Finding]] = {}
    for finding in one.to_do:
        by_division.setdefault(finding.division or one.mandated.lead, []).append(finding)
    for division, findings in sorted(by_division.items()):
        days = (one.params.get("days", 0) for one in findings)
        yield LateItem(one.mandated, division, failing_status(findings) or Status.STALE, max(days))


def _standing(
    division: Division,
    round_: RoundAssessment,
    late: tuple[LateItem, ...],
    coming: tuple[Duty, ...],
) -> DivisionStanding:
    own = [status for one in round_.items if (status := _own_status(division.id, one))]
    due = [duty.item.mandated for duty in coming if duty.division == division.id]
    return DivisionStanding(
        division=division,
        current_count=sum(status in FULL for status in own),
        item_count=len(own),
        late=tuple(one.item.item for one in late if one.division == division.id),
        coming=tuple(one.item for one in sorted(set(due), key=lambda one: one.number)),
    )


def _own_status(division: str, one: ItemAssessment) -> Status | None:
    """The status of what a division answers for in an item; `None` where that is nothing."""
    own = [unit.status for unit in one.units if unit.division == division]
    if own:
        return own[0]
    owes = division == one.mandated.lead or (
        one.mandated.by_division and division in one.mandated.owners
    )
    return Status.INVALID if owes else None
