"""What a round is assessed by: the day, its policy, and from when what it discloses counts."""

from datetime import date
from typing import Protocol

from msgspec import Struct

from oit.assessment.recorded import AT_ITS_WORD, Counting
from oit.model.record import Evidence, Review
from oit.model.round import RoundPolicy
from oit.periods import Period, WorkingCalendar
from oit.records.site import Bundle, Unit


class CountedDays(Protocol):
    """From when everything in a round counts: as the history tells, or as a site has published."""

    def of_entry(
        self, evidence: Evidence, unit: Unit, bundle: Bundle, period: Period | None
    ) -> Counting:
        """From when an entry counts for a cell; without a period, for whatever."""

    def of_confirmation(
        self, item: str, division: str | None, confirmed: date | Review
    ) -> Counting:
        """From when an `updated` or a review of a record or part counts."""

    def first_of_cell(
        self, item: str, requirement: str, period: Period | None, division: str | None
    ) -> date | None:
        """From when the first version counts that ever filled a cell; `None` without any."""


class AssessmentBasis(Struct, frozen=True):
    """The day and the policy by which a round is assessed."""

    as_of: date
    policy: RoundPolicy
    is_closed: bool
    recordings: CountedDays = AT_ITS_WORD

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of the round."""
        return self.policy.calendar

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year of the round."""
        return self.policy.fiscal_year
