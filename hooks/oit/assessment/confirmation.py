"""When a record or part was last confirmed, and what it owes next."""

from dataclasses import dataclass
from datetime import date

from oit.assessment.cells import Judgement
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
        return max(filter(None, (self.updated, self.reviewed)), default=None)

    def days_overdue(self, as_of: date) -> int:
        """Days since the deadline passed; 0 while it has not."""
        return max(0, (as_of - self.deadline).days) if self.deadline else 0


def confirmation_of(
    disclosed: Record | Part, frequency: Frequency, judgement: Judgement
) -> Confirmation:
    """How a unit stands with a frequency on the assessed date."""
    as_of = judgement.as_of
    updated = _updated(disclosed, as_of)
    reviewed = max((one.on for one in disclosed.reviews if one.on <= as_of), default=None)
    last = max(filter(None, (updated, reviewed)), default=None)
    periods = fiscal_periods(judgement.fiscal_year, frequency)
    unconfirmed = next((one for one in periods if last is None or last < one.start), None)
    return Confirmation(
        updated=updated,
        reviewed=reviewed,
        first_unconfirmed=unconfirmed,
        deadline=judgement.calendar.deadline(unconfirmed) if unconfirmed else None,
        is_new=unconfirmed == periods[0],
    )


def _updated(disclosed: Record | Part, as_of: date) -> date | None:
    """`updated`; where it lies after the assessed date, the newest `published` that counts."""
    if disclosed.updated is None or disclosed.updated <= as_of:
        return disclosed.updated
    published = (one.published for one in disclosed.evidence if one.published <= as_of)
    return max(published, default=None)


def stricter(one: Frequency, other: Frequency) -> Frequency:
    """The frequency with the shorter period."""
    return min(one, other, key=lambda frequency: frequency.months)
