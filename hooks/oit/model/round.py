"""`round.yml`: the dates, deadlines and holidays of one fiscal year's assessment."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Annotated, Literal

from msgspec.structs import replace
from pydantic import Field

from oit.model.fields import FiscalYear, IsoDate, ItemId, OptionalDate, Slug, StrictModel, Text
from oit.periods import Frequency, Period, WorkingCalendar, fiscal_periods


class PolicyNote(StrictModel):
    """A field whose value is this project's own assumption, not the source's."""

    field: Text
    note_th: Text
    note_en: Text


class Holiday(StrictModel):
    """A day on which the office is closed, besides weekends."""

    on: IsoDate = Field(alias="date")
    name_th: Text


class WarningDays(StrictModel):
    """How many days before its deadline an item is called `due`."""

    monthly: Annotated[int, Field(ge=0)] = 14
    other: Annotated[int, Field(ge=0)] = 30

    def of(self, frequency: Frequency) -> int:
        """Days of warning for an item of this frequency."""
        return self.monthly if frequency is Frequency.MONTHLY else self.other


class PreviousResults(StrictModel):
    """Where the assessed scores of an earlier year are disclosed."""

    fiscal_year: FiscalYear
    item: ItemId
    file: Text


class RoundPolicy(StrictModel):
    """`round.yml`: one fiscal year's assessment."""

    fiscal_year: FiscalYear
    scheme: Slug
    opens: IsoDate
    closes: IsoDate
    filing: OptionalDate = None
    adopted: OptionalDate = None
    """The day on which an office that begins mid-year first keeps its records here."""
    adoption_days: Annotated[int, Field(ge=0, le=365)] = 60
    """How many days it then has for what was due before."""
    witness: Literal["git", "none"] = "none"
    """Who witnesses when something was recorded: Git, or nobody, and every date is believed."""
    recording_days: Annotated[int, Field(ge=0, le=60)] = 7
    """How many working days after its date something may be recorded, and count from its date."""
    days_after_period: Annotated[int, Field(ge=0, le=365)]
    warning_days: WarningDays = WarningDays()
    previous_results: PreviousResults | None = None
    policy: tuple[PolicyNote, ...] = ()
    holidays: tuple[Holiday, ...]

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of this round, and with them its deadlines."""
        holidays = frozenset(day.on for day in self.holidays)
        calendar = WorkingCalendar(self.days_after_period, holidays)
        if not self.adopted:
            return calendar
        # Moved on to a working day, as every deadline is that follows from the policy.
        begun = calendar.next_working_day(self.adopted + timedelta(days=self.adoption_days))
        return replace(calendar, earliest=begun)

    @property
    def is_witnessed(self) -> bool:
        """Whether Git says when something was recorded."""
        return self.witness == "git"

    def unmoved_deadline(self, period: Period) -> date:
        """The last day of a period and the days after it, whether the office works then or not."""
        return period.end + timedelta(days=self.days_after_period)

    def periods_of(self, word: Frequency) -> tuple[Period, ...]:
        """The periods that a word stands for: those that the round can still ask for.

        Their unmoved deadlines are not after `closes`, so that neither a holiday nor a late
        beginning takes a period out of the round.
        """
        periods = fiscal_periods(self.fiscal_year, word)
        return tuple(period for period in periods if self.unmoved_deadline(period) <= self.closes)

    def word_for(self, periods: Collection[Period]) -> Frequency | None:
        """The word that a list stands for: all that the word derives, and at most later periods.

        `None` for a list that leaves some of them out, or that no word derives anything of.
        """
        word = _word_of(periods)
        derived = set(self.periods_of(word)) if word else set()
        is_of_this_year = {period.fiscal_year for period in periods} == {self.fiscal_year}
        return word if derived and derived <= set(periods) and is_of_this_year else None

    def word_beyond(self, periods: Collection[Period]) -> Frequency | None:
        """The word for a list that ends before the round does; `None` for any other list."""
        word = _word_of(periods)
        derived = self.periods_of(word) if word else ()
        return word if derived and max(periods) < derived[-1] else None


def _word_of(periods: Collection[Period]) -> Frequency | None:
    """The frequency of which all the periods are; `None` where they differ in length."""
    lengths = {period.months for period in periods}
    return next((word for word in Frequency if {word.months} == lengths), None)
