"""From which day something counts: from its date, or from the day it was recorded (design: "Time").

What was recorded at most `recording_days` working days after its date counts from its date. What
was recorded later counts from the day it was recorded; what nobody witnessed, from its date.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Literal, TypeAlias

from msgspec import Struct, field

from oit.model.record import Evidence, FileEvidence, Review
from oit.model.round import RoundPolicy
from oit.model.withdrawals import FILLED_NOTHING
from oit.periods import Period
from oit.records.contents import content_of_file, digest_of
from oit.records.past_versions import content_of
from oit.records.site import Bundle, Round, Unit
from oit.records.witness import ConfirmationKey, EntryKey, Recorded

_Cell: TypeAlias = tuple[str, str, Period | None]
"""Item, requirement and period."""
_Filled: TypeAlias = tuple[_Cell, str | None, date]
"""A cell that a version filled, the division of its record or part, and from which day."""
_First: TypeAlias = dict[str | None, date]
"""The first day that counts, by the division of the record or part."""


class Counting(Struct, frozen=True):
    """From which day something counts, and what is known of when it was recorded."""

    counts_from: date
    claimed: date
    """The day that it named when it was recorded."""
    recorded: date | None = None
    """`None` where no history tells."""
    witness: Literal["git", "none"] | None = None
    """`none` where the history says nothing of it; `None` where no history is asked."""

    @property
    def is_late(self) -> bool:
        """Whether it counts from the day it was recorded, later than the day it names."""
        return self.counts_from != self.claimed


def _believed(claimed: date) -> Counting:
    """Of a round that asks for no history."""
    return Counting(claimed, claimed)


def _unwitnessed(claimed: date) -> Counting:
    """Of a round whose history is asked for, and could not be read."""
    return Counting(claimed, claimed, witness="none")


class Recordings(Struct, frozen=True):
    """When everything in a round counts from: by its history, or where none is asked, its word."""

    entries: Mapping[EntryKey, Counting] = field(default_factory=dict)
    confirmations: Mapping[ConfirmationKey, Counting] = field(default_factory=dict)
    cells: Mapping[_Cell, _First] = field(default_factory=dict)
    unrecorded: Callable[[date], Counting] = _believed
    """How what the history does not know is judged, by the day that it names."""

    def of_entry(
        self, evidence: Evidence, unit: Unit, bundle: Bundle, period: Period | None
    ) -> Counting:
        """From when an entry counts for a cell."""
        # Without a history nobody asks for the content, which is costly to tell.
        content = content_in(evidence, unit, bundle) if self.entries else None
        known = None
        if content:
            key = EntryKey(bundle.item, unit.division, evidence.requirement, period, content)
            known = self.entries.get(key)
        return known or self.unrecorded(evidence.published)

    def of_confirmation(
        self, item: str, division: str | None, confirmed: date | Review
    ) -> Counting:
        """From when an `updated` or a review counts."""
        day = confirmed.on if isinstance(confirmed, Review) else confirmed
        known = self.confirmations.get(ConfirmationKey(item, division, confirmed))
        return known or self.unrecorded(day)

    def witnessed_day(self, evidence: Evidence, unit: Unit, bundle: Bundle) -> date | None:
        """From when an entry counts at the earliest by the history; `None` where none tells."""
        periods = evidence.periods or (None,)
        counted = [self.of_entry(evidence, unit, bundle, period) for period in periods]
        return min((each.counts_from for each in counted if each.witness == "git"), default=None)

    def first_of(self, item: str, requirement: str, sha256: str) -> date | None:
        """From when something with a hash first counted for a requirement; `None` if never."""
        days = (
            counting.counts_from
            for key, counting in self.entries.items()
            if (key.item, key.requirement, digest_of(key.content)) == (item, requirement, sha256)
        )
        return min(days, default=None)

    def first_of_cell(
        self, item: str, requirement: str, period: Period | None, division: str | None
    ) -> date | None:
        """From when the first version counts that ever filled a cell; `None` without any.

        What no division owes alone may have been filled from any record or part.
        """
        first = self.cells.get((item, requirement, period), {})
        return first.get(division) if division else min(first.values(), default=None)

    def days_of_item(self, item: str) -> Iterator[date]:
        """Every day from which something recorded of an item counts."""
        entries = (found for key, found in self.entries.items() if key.item == item)
        confirmed = (found for key, found in self.confirmations.items() if key.item == item)
        yield from (counting.counts_from for counting in chain(entries, confirmed))


AT_ITS_WORD = Recordings()
"""Of a round that asks for no history: every date is believed."""


def recordings_of(round_: Round, today: date) -> Recordings:
    """When everything in a round counts from; what is not on the main branch is recorded today.

    Without a history every date is believed.
    """
    if not round_.policy.is_witnessed:
        return AT_ITS_WORD
    if round_.witness is None:
        return Recordings(unrecorded=_unwitnessed)
    rule = _Rule(round_.policy, today)
    entries = {key: rule.counting(found) for key, found in round_.witness.entries.items()}
    confirmations = {
        key: rule.counting(found) for key, found in round_.witness.confirmations.items()
    }
    return Recordings(entries, confirmations, _cells(entries, round_), rule.counting_today)


class _Rule(Struct, frozen=True):
    policy: RoundPolicy
    today: date

    def counting(self, found: Recorded) -> Counting:
        """Of what the history knows; its beginning, and what an office came with, say nothing."""
        adopted = self.policy.adopted
        if found.is_first or (adopted and found.day <= adopted):
            return Counting(found.claimed, found.claimed, found.day, "none")
        return self._witnessed(found.claimed, found.day)

    def counting_today(self, claimed: date) -> Counting:
        """Of what is not on the main branch yet."""
        return self._witnessed(claimed, self.today)

    def _witnessed(self, claimed: date, recorded: date) -> Counting:
        return Counting(counted_from(self.policy, claimed, recorded), claimed, recorded, "git")


def counted_from(policy: RoundPolicy, claimed: date, recorded: date) -> date:
    """From when something counts that names a day, and that a witness saw on another."""
    # So many days are at most so many working days: most need no calendar.
    if recorded <= claimed + timedelta(days=policy.recording_days):
        return claimed
    last = policy.calendar.working_days_after(claimed, policy.recording_days)
    return claimed if recorded <= last else recorded


def _cells(entries: Mapping[EntryKey, Counting], round_: Round) -> dict[_Cell, _First]:
    found: defaultdict[_Cell, _First] = defaultdict(dict)
    for cell, division, day in (*_of_history(entries, round_), *_of_withdrawals(round_)):
        known = found[cell].get(division, day)
        found[cell][division] = min(known, day)
    return dict(found)


def _of_history(entries: Mapping[EntryKey, Counting], round_: Round) -> Iterator[_Filled]:
    withdrawn = _withdrawn(round_)
    for key, counting in entries.items():
        if (key.item, digest_of(key.content)) not in withdrawn:
            yield (key.item, key.requirement, key.period), key.division, counting.counts_from


def _of_withdrawals(round_: Round) -> Iterator[_Filled]:
    """The days that versions keep which a purge has taken out of the history."""
    for entry in round_.withdrawals:
        if entry.counted_from and entry.why not in FILLED_NOTHING:
            for period in (None, *entry.periods):
                cell = (entry.item, entry.requirement, period)
                yield cell, entry.division, entry.counted_from


def _withdrawn(round_: Round) -> frozenset[tuple[str, str]]:
    """Item and SHA-256 of what was taken back as wrong or empty: it filled nothing.

    What was taken off for what it showed had filled its cell, and keeps its day; not where it was
    ever taken back as wrong.
    """
    told = {(entry.item, entry.sha256) for entry in round_.withdrawals}
    wrong = {
        (entry.item, entry.sha256) for entry in round_.withdrawals if entry.why in FILLED_NOTHING
    }
    gone = {(entry.item, entry.sha256) for entry in round_.ledger if entry.withdrawn}
    return frozenset(wrong | (gone - told))


def content_in(evidence: Evidence, unit: Unit, bundle: Bundle) -> str | None:
    """The content of an entry as it stands; `None` where there is none."""
    if isinstance(evidence, FileEvidence):
        facts = bundle.facts.get(evidence.file)
        return content_of_file(facts.sha256) if facts else None
    return content_of(evidence, unit.text)
