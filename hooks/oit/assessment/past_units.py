"""When a record or part was stale, by how long its confirmations stood."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct

from oit.assessment.confirmation import stricter
from oit.assessment.lifetimes import ConfirmationLife, EntryLife, Lifetimes, UnitLife, stands
from oit.assessment.past_days import Late, changes_of, times_of
from oit.model.mandate import MandateItem
from oit.model.round import RoundPolicy
from oit.periods import Frequency, Period, WorkingCalendar, fiscal_periods


class PastUnit(Struct, frozen=True, kw_only=True, dict=True):
    """A record (`division` is `None`) or part of an item, over time."""

    item: MandateItem
    division: str | None
    lifetimes: Lifetimes
    policy: RoundPolicy

    def late_times(self, as_of: date) -> Iterator[Late]:
        """The times up to a day for which it was stale."""
        changes = {
            *changes_of((*self._confirmations, *self._entries, *self._units, *self._records))
        }
        changes |= {self._deadline(period) + timedelta(days=1) for period in self._periods}
        days = sorted(day for day in changes if day <= as_of)
        yield from times_of(days, self._missed)

    def _missed(self, day: date) -> date | None:
        """The deadline that passed without a confirmation; `None` where it was not stale."""
        if not any(stands(unit, day) for unit in self._units):
            return None
        last = self.last_confirmed(day)
        periods = fiscal_periods(self.policy.fiscal_year, self._frequency(day))
        first = next((each for each in periods if last is None or last < each.start), None)
        due_on = self._deadline(first) if first else day
        return due_on if due_on < day else None

    def last_confirmed(self, day: date) -> date | None:
        """The latest update, its stand-in, or review that counts on a day."""
        standing = [life for life in self._confirmations if stands(life, day)]
        counting = [life for life in standing if life.counting.counts_from <= day]
        days = [life.counting.claimed for life in counting]
        if any(life.review is None and life not in counting for life in standing):
            days += self._published(day)
        return max(days, default=None)

    def _published(self, day: date) -> Iterator[date]:
        """The days of its evidence, which stand in for an `updated` that does not count yet."""
        for life in self._entries:
            if stands(life, day) and life.counting.counts_from <= day:
                yield min(life.published, life.counting.claimed)

    def _frequency(self, day: date) -> Frequency:
        """The stricter of the mandate's and what the record promised on a day."""
        promised = (each.key.frequency for each in self._records if stands(each, day))
        found = next(filter(None, promised), self.item.frequency)
        return stricter(found, self.item.frequency)

    def _deadline(self, period: Period) -> date:
        return self._calendar.deadline(period)

    @cached_property
    def _calendar(self) -> WorkingCalendar:
        return self.policy.calendar

    @property
    def _periods(self) -> Iterator[Period]:
        for frequency in Frequency:
            yield from fiscal_periods(self.policy.fiscal_year, frequency)

    @cached_property
    def _confirmations(self) -> list[ConfirmationLife]:
        lives = self.lifetimes.confirmations
        return [life for life in lives if (life.key.item, life.key.division) == self._id]

    @cached_property
    def _entries(self) -> list[EntryLife]:
        lives = self.lifetimes.entries
        return [life for life in lives if (life.key.item, life.key.division) == self._id]

    @cached_property
    def _units(self) -> list[UnitLife]:
        lives = self.lifetimes.units
        return [life for life in lives if (life.key.item, life.key.division) == self._id]

    @cached_property
    def _records(self) -> list[UnitLife]:
        lives = self.lifetimes.units
        return [life for life in lives if (life.key.item, life.key.division) == (self._id[0], None)]

    @property
    def _id(self) -> tuple[str, str | None]:
        return self.item.item, self.division
