"""What became of versions that were withdrawn, and what may still be told of them."""

from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.lifetimes import EntryLife
from oit.assessment.recorded import Counting
from oit.model.ledger import LedgerEntry
from oit.model.mandate import Mandate
from oit.model.withdrawals import FILLED_NOTHING, Withdrawal
from oit.records.contents import digest_of
from oit.records.witness import EntryKey


class About(Struct, frozen=True):
    """What is known of the withdrawal of a version."""

    withdrawal: Withdrawal | None = None
    void_from: date | None = None

    def life(
        self,
        key: EntryKey,
        counting: Counting,
        since: date | None,
        until: date | None,
        *,
        sample: bool,
    ) -> EntryLife:
        """A time for which the version stood."""
        return EntryLife(
            key=key,
            counting=counting,
            since=since,
            until=until,
            sample=sample,
            withdrawal=self.withdrawal,
            void_from=self.void_from,
        )


class TakenOff(Struct, frozen=True):
    """The withdrawals of a round, and its stored ledger."""

    withdrawals: tuple[Withdrawal, ...]
    ledger: tuple[LedgerEntry, ...]

    def about(self, key: EntryKey, ended: date | None) -> About:
        """What is known of a version that last stood until a day; `None` where it stands."""
        digest = digest_of(key.content)
        told = [each for each in self.withdrawals if (each.item, each.sha256) == (key.item, digest)]
        wrong = [each for each in told if each.why in FILLED_NOTHING]
        if wrong:
            return About(wrong[0], max(filter(None, (wrong[0].day, ended))))
        if told:
            return About(told[0])
        # The ledger tells no day: that on which it went, or without one, before all others.
        return About(None, ended or date.min if self._is_gone(key.item, digest) else None)

    def _is_gone(self, item: str, sha256: str) -> bool:
        entries = (each for each in self.ledger if each.withdrawn)
        return any((each.item, each.sha256) == (item, sha256) for each in entries)

    def purged(self, known: Collection[EntryKey], mandate: Mandate) -> Iterator[EntryLife]:
        """What was taken off for what it showed, and out of the history: its days alone are left.

        `known` is what the history still has.
        """
        seen = {replace(key, content=digest_of(key.content)) for key in known}
        for told in self.withdrawals:
            if told.counted_from and told.why not in FILLED_NOTHING:
                by_period = mandate.is_by_period(told.item, told.requirement)
                for period in (by_period and told.periods) or (None,):
                    key = EntryKey(told.item, told.division, told.requirement, period, told.sha256)
                    if key not in seen:
                        counting = Counting(told.counted_from, told.counted_from)
                        days = (told.counted_from, told.day)
                        yield About(told).life(key, counting, *days, sample=False)
