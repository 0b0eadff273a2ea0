"""When a record or part was last confirmed, and what it owes next (design: "Time")."""

from dataclasses import dataclass
from datetime import date

from oit.assessment.cells import AssessmentBasis
from oit.model.record import Part, Record
from oit.periods import Frequency, Period, fiscal_periods


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmation:
    """The state of a unit's confirmations on the assessed date."""

    updated: date | None
    """The latest update that counts."""
    reviewed: date | None
    """The latest review that counts."""
    first_unconfirmed: Period | None
    """`None` once every period of the round is confirmed."""
    deadline: date | None
    """The deadline of `first_unconfirmed`."""
    is_new: bool
    """Whether it was never confirmed in this round."""

    @property
    def last(self) -> date | None:
        """Last confirmed: the later of the two."""
        return _latest(self.updated, self.reviewed)

    def days_overdue(self, as_of: date) -> int:
        """Days since the deadline passed; 0 while it has not."""
        return max(0, (as_of - self.deadline).days) if self.deadline else 0


def confirmation_of(
    disclosed: Record | Part, frequency: Frequency, basis: AssessmentBasis
) -> Confirmation:
    """The confirmations that a unit has, and the first that it owes, on the assessed date."""
    updated = _updated(disclosed, basis.as_of)
    reviewed = max(
        (review.on for review in disclosed.reviews if review.on <= basis.as_of), default=None
    )
    last = _latest(updated, reviewed)
    periods = fiscal_periods(basis.fiscal_year, frequency)
    # A confirmation on or after the first day of a period confirms it and those before it.
    unconfirmed = next((period for period in periods if last is None or last < period.start), None)
    return Confirmation(
        updated=updated,
        reviewed=reviewed,
        first_unconfirmed=unconfirmed,
        deadline=basis.calendar.deadline(unconfirmed) if unconfirmed else None,
        is_new=unconfirmed == periods[0],
    )


def stricter(promised: Frequency, mandated: Frequency) -> Frequency:
    """The frequency with the shorter period."""
    return min(promised, mandated, key=lambda frequency: frequency.months)


def _updated(disclosed: Record | Part, as_of: date) -> date | None:
    """`updated`; where it lies after the assessed date, the newest `published` that counts."""
    if disclosed.updated is None or disclosed.updated <= as_of:
        return disclosed.updated
    published = (entry.published for entry in disclosed.evidence if entry.published <= as_of)
    return max(published, default=None)


def _latest(*days: date | None) -> date | None:
    return max(filter(None, days), default=None)
