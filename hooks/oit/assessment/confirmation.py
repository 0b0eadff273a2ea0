"""When a record or part was last confirmed, and what it owes next (design: "Time")."""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter

from msgspec import Struct

from oit.assessment.basis import AssessmentBasis
from oit.assessment.recorded import Counting
from oit.model.record import Part, Record, Review
from oit.periods import Frequency, Period, fiscal_periods


class Confirmation(Struct, frozen=True, kw_only=True):
    """The state of a unit's confirmations on the assessed date."""

    updated: date | None
    """The latest update that counts."""
    reviewed: date | None
    """The latest review that counts."""
    first_unconfirmed: Period | None
    """`None` once every period of the round is confirmed."""
    deadline: date | None
    """The deadline of `first_unconfirmed`."""
    updated_recorded: date | None
    """When `updated` was recorded; `None` where no history tells."""
    reviewed_recorded: date | None
    """The same of `reviewed`."""
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
    disclosed: Record | Part,
    frequency: Frequency,
    basis: AssessmentBasis,
    published: Iterable[date],
) -> Confirmation:
    """The confirmations that a unit has, and the first that it owes, on the assessed date.

    `published` are the days of its evidence that count; the newest stands in for an `updated` that
    does not. A confirmation that was recorded late counts later, and confirms no more for that.
    """
    updated, updated_counting = disclosed.updated, None
    if updated:
        updated_counting = _counting(disclosed, updated, basis)
        if updated_counting.counts_from > basis.as_of:
            updated, updated_counting = max(published, default=None), None
    reviews = [(review.on, _counting(disclosed, review, basis)) for review in disclosed.reviews]
    counting = [review for review in reviews if review[1].counts_from <= basis.as_of]
    reviewed, review_counting = max(counting, key=itemgetter(0), default=(None, None))
    last = _latest(updated, reviewed)
    periods = fiscal_periods(basis.fiscal_year, frequency)
    # A confirmation on or after the first day of a period confirms it and those before it.
    unconfirmed = next((period for period in periods if last is None or last < period.start), None)
    return Confirmation(
        updated=updated,
        reviewed=reviewed,
        first_unconfirmed=unconfirmed,
        deadline=basis.calendar.deadline(unconfirmed) if unconfirmed else None,
        updated_recorded=updated_counting.recorded if updated_counting else None,
        reviewed_recorded=review_counting.recorded if review_counting else None,
        is_new=unconfirmed == periods[0],
    )


def stricter(promised: Frequency, mandated: Frequency) -> Frequency:
    """The frequency with the shorter period."""
    return min(promised, mandated, key=lambda frequency: frequency.months)


def _counting(
    disclosed: Record | Part, confirmed: date | Review, basis: AssessmentBasis
) -> Counting:
    division = disclosed.division if isinstance(disclosed, Part) else None
    return basis.recordings.of_confirmation(disclosed.item, division, confirmed)


def _latest(*days: date | None) -> date | None:
    return max(filter(None, days), default=None)
