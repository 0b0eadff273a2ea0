"""What a site says of what stands no more: replaced, withdrawn or removed, by whom and when."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from hashlib import sha256

from msgspec import Struct

from oit.audit.against.snapshot import Placed, Snapshot
from oit.contract.events import EventEntry
from oit.contract.index import ItemEntry

_ENDINGS = frozenset({"replaced", "removed", "withdrawn"})


class Told(Struct, frozen=True, dict=True):
    """What the newer of two snapshots tells of changes after a day."""

    newer: Snapshot
    since: date
    """The day of the older one; on that day itself something may have come after it."""

    def is_told(self, gone: Placed) -> bool:
        """Whether an event, the ledger or a withdrawal says what became of a piece of evidence."""
        year, item = gone.round_.fiscal_year, gone.item.item
        return (
            (year, item, gone.content) in self._ended
            or (year, item, gone.entry.sha256 or "") in self._ended
            or (year, item, sha256((gone.entry.url or "").encode()).hexdigest()) in self._ended
            or (year, item, gone.entry.url or "") in self._ended
            or any(self.withdrawals(gone.owed))
        )

    def withdrawals(self, owed: tuple[int, str, str, str, str]) -> Iterator[date]:
        """The days after the older snapshot on which something of a cell was withdrawn."""
        year, item, requirement, period, _ = owed
        found = self._items.get((year, item))
        for entry in found.withdrawn if found else ():
            is_meant = entry.requirement == requirement and (
                not entry.periods or period in entry.periods
            )
            if is_meant and entry.date >= self.since:
                yield entry.date

    def replacements(self, year: int, item: str) -> frozenset[str]:
        """The hashes of what took the place of something else."""
        return self._replacements.get((year, item), frozenset())

    @cached_property
    def _items(self) -> dict[tuple[int, str], ItemEntry]:
        return {
            (round_.fiscal_year, item.item): item for round_, item in self.newer.index.round_items()
        }

    @cached_property
    def _ended(self) -> frozenset[tuple[int, str, str]]:
        """Year, item and content, or address, of all that is told to stand no more."""
        by_events = (
            (year, event.item, content)
            for year, event in self._events()
            if event.event in _ENDINGS or (event.event == "published" and event.until)
            for content in (event.sha256, event.url)
            if content
        )
        return frozenset((*by_events, *self._ended_by_ledger()))

    def _ended_by_ledger(self) -> Iterator[tuple[int, str, str]]:
        for round_ in self.newer.ledger.rounds if self.newer.ledger else ():
            for file in round_.files:
                if file.replaced_by or file.withdrawn:
                    yield round_.fiscal_year, file.item, file.sha256

    @cached_property
    def _replacements(self) -> dict[tuple[int, str], frozenset[str]]:
        found: dict[tuple[int, str], set[str]] = {}
        for year, event in self._events():
            if event.replaced_by:
                found.setdefault((year, event.item), set()).add(event.replaced_by)
        for round_ in self.newer.ledger.rounds if self.newer.ledger else ():
            for file in round_.files:
                if file.replaced_by:
                    found.setdefault((round_.fiscal_year, file.item), set()).add(file.replaced_by)
        return {key: frozenset(hashes) for key, hashes in found.items()}

    def _events(self) -> Iterator[tuple[int, EventEntry]]:
        for year, document in self.newer.events.items():
            yield from ((year, event) for event in document.events)
