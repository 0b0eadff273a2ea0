"""The figures of the director's monthly report: what is current, late and due, by division."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.assessment.statuses import FULL, Status, failing_status
from oit.findings import Finding
from oit.model.mandate import MandateItem
from oit.model.office import Division
from oit.reporting.changes import changes_since
from oit.reporting.due import Duty, duties_of


class LateItem(Struct, frozen=True):
    """What a division has to fix in an item."""

    item: MandateItem
    division: str
    status: Status
    days: int
    """Days overdue, of the oldest finding; 0 for what is invalid rather than late."""


class DivisionSummary(Struct, frozen=True):
    """A division's own items: those it leads or sends a part of."""

    division: Division
    current_count: int
    item_count: int
    late: tuple[str, ...]
    """Items, in the mandate's order."""
    coming: tuple[str, ...]
    """Items with something due in the coming days, in the mandate's order."""


class DirectorReport(Struct, frozen=True, kw_only=True):
    """A round on a day."""

    fiscal_year: int
    as_of: date
    until: date
    """The last of the coming days that are reported."""
    is_closed: bool
    item_count: int
    full_count: int
    pending_count: int
    waived_count: int
    late: tuple[LateItem, ...]
    overdue: tuple[Duty, ...]
    """Due before the day, and not waived."""
    coming: tuple[Duty, ...]
    """Due from the day on, by day."""
    divisions: tuple[DivisionSummary, ...]


class MonthWork(Struct, frozen=True, kw_only=True):
    """What was done in a month."""

    published_count: int
    """Entries of evidence."""
    confirmed_count: int
    """Records and parts that were last confirmed in it."""
    full_before: int | None
    """How many items were in order at the end of the month before; `None` before the round."""


def work_of(round_: RoundAssessment, first: date, before: RoundAssessment | None) -> MonthWork:
    """What was done from the first day of a month to the assessed day.

    `before` is the newest round of the day before the month.
    """
    changes = changes_since(round_, first)
    published = sum(change.disclosure is not None for change in changes)
    is_same = before is not None and before.fiscal_year == round_.fiscal_year
    return MonthWork(
        published_count=published,
        confirmed_count=len(changes) - published,
        full_before=before.full_count if before and is_same else None,
    )


def director_report(
    round_: RoundAssessment, divisions: tuple[Division, ...], days: int
) -> DirectorReport:
    """The report on a round, with what is due in the coming `days`."""
    until = round_.as_of + timedelta(days=days)
    late = tuple(late_item for item in round_.items for late_item in _late_items(item))
    duties = duties_of(round_)
    overdue = tuple(duty for duty in duties if duty.due_on < round_.as_of and not duty.waived_until)
    coming = tuple(duty for duty in duties if round_.as_of <= duty.due_on <= until)
    return DirectorReport(
        fiscal_year=round_.fiscal_year,
        as_of=round_.as_of,
        until=until,
        is_closed=round_.state is RoundState.CLOSED,
        item_count=len(round_.items),
        full_count=round_.full_count,
        pending_count=sum(item.status is Status.PENDING for item in round_.items),
        waived_count=sum(item.status is Status.WAIVED for item in round_.items),
        late=late,
        overdue=overdue,
        coming=coming,
        divisions=tuple(
            _division_summary(division, round_, late, coming) for division in divisions
        ),
    )


def _late_items(item: ItemAssessment) -> Iterator[LateItem]:
    """One for each division that has to fix something in the item, by the division's id."""
    by_division: dict[str, list[Finding]] = {}
    for finding in item.to_do:
        by_division.setdefault(finding.division or item.mandated.lead, []).append(finding)
    for division, findings in sorted(by_division.items()):
        days = max(finding.params.get("days", 0) for finding in findings)
        status = failing_status(findings) or Status.STALE
        yield LateItem(item.mandated, division, status, days)


def _division_summary(
    division: Division,
    round_: RoundAssessment,
    late: tuple[LateItem, ...],
    coming: tuple[Duty, ...],
) -> DivisionSummary:
    statuses = [status for item in round_.items if (status := _own_status(division.id, item))]
    due = {duty.item.mandated for duty in coming if duty.division == division.id}
    return DivisionSummary(
        division=division,
        current_count=sum(status in FULL for status in statuses),
        item_count=len(statuses),
        late=tuple(late_item.item.item for late_item in late if late_item.division == division.id),
        coming=tuple(item.item for item in sorted(due, key=lambda item: item.number)),
    )


def _own_status(division: str, item: ItemAssessment) -> Status | None:
    """The status of a division's unit in an item; `None` where it owes none."""
    own = [unit.status for unit in item.units if unit.division == division]
    if own:
        return own[0]
    owes_part = item.mandated.by_division and division in item.mandated.owners
    # Owed and not there: an absent record or part is invalid.
    return Status.INVALID if owes_part or division == item.mandated.lead else None
