"""`round.yml`: the dates, deadlines and holidays of one fiscal year's assessment."""

from typing import Annotated

from pydantic import Field

from oit.model.fields import FiscalYear, IsoDate, ItemId, OptionalDate, Slug, StrictModel, Text
from oit.periods import Frequency, WorkingCalendar


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
    days_after_period: Annotated[int, Field(ge=0, le=365)]
    warning_days: WarningDays = WarningDays()
    previous_results: PreviousResults | None = None
    policy: tuple[PolicyNote, ...] = ()
    holidays: tuple[Holiday, ...]

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of this round, and with them its deadlines."""
        return WorkingCalendar(self.days_after_period, frozenset(day.on for day in self.holidays))
