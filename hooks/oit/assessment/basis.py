"""What a round is assessed by: the day, its policy, and from when what it discloses counts."""

from dataclasses import dataclass
from datetime import date

from oit.assessment.recorded import AT_ITS_WORD, Recordings
from oit.model.round import RoundPolicy
from oit.periods import WorkingCalendar


@dataclass(frozen=True, slots=True)
class AssessmentBasis:
    """The day and the policy by which a round is assessed."""

    as_of: date
    policy: RoundPolicy
    is_closed: bool
    recordings: Recordings = AT_ITS_WORD

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of the round."""
        return self.policy.calendar

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year of the round."""
        return self.policy.fiscal_year
