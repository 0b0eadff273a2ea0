"""From when everything in a round counts, by the events that a site publishes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from oit.assessment.recorded import Counting
from oit.contract.events import EventEntry
from oit.model.record import Evidence, Review
from oit.periods import Period
from oit.records.site import Bundle, Unit

_Confirmation: TypeAlias = tuple[str, str | None, date | Review]
_Content: TypeAlias = tuple[str | None, ...]
_Cell: TypeAlias = tuple[str, str | None, str | None]
"""Item, requirement and period."""


class PublishedDays(Struct, frozen=True):
    """`assessment.basis.CountedDays` of events."""

    published: tuple[EventEntry, ...]
    """What was ever published, in the order of the document."""
    confirmations: Mapping[_Confirmation, EventEntry]
    contents: Mapping[_Content, EventEntry]
    """The first event of each content, for whatever period of a requirement."""
    first: Mapping[_Cell, Mapping[str | None, date]]
    """The first day of each cell, by division of the part; empty where no history is asked."""

    def of_entry(
        self,
        evidence: Evidence,
        unit: Unit,  # noqa: ARG002 -- as `CountedDays` asks; the event knows its own
        bundle: Bundle,  # noqa: ARG002 -- the same
        period: Period | None,
    ) -> Counting:
        """By the event of the entry; without a period, by the first of the same content."""
        event = self.published[event_number(evidence)]
        return counting_of(event if period else self.contents[_content(event)])

    def of_confirmation(
        self, item: str, division: str | None, confirmed: date | Review
    ) -> Counting:
        """By the event of the confirmation."""
        return counting_of(self.confirmations[item, division, confirmed])

    def first_of_cell(
        self, item: str, requirement: str, period: Period | None, division: str | None
    ) -> date | None:
        """The first day of all that was ever published for a cell."""
        named = str(period) if period else None
        first = self.first.get((item, requirement, named), {})
        return first.get(division) if division else min(first.values(), default=None)


def days_of(events: Iterable[EventEntry], *, is_witnessed: bool) -> PublishedDays:
    """The days that the events of a round tell."""
    listed = list(events)
    published = tuple(event for event in listed if event.event == "published")
    return PublishedDays(
        published=published,
        confirmations={
            (event.item, event.division, confirmed_by(event)): event
            for event in listed
            if event.event in CONFIRMING
        },
        contents=_contents(published),
        first=_first(published) if is_witnessed else {},
    )


CONFIRMING = ("updated", "confirmed")
"""The events that confirm a record or part."""


def confirmed_by(event: EventEntry) -> date | Review:
    """The `updated`, by its day, or the review that an event tells. Raises `ValidationError`."""
    day = claimed_of(event)
    if event.event == "updated":
        return day
    return Review.model_validate({"date": day, "by": event.by, "note": event.note})


def event_number(evidence: Evidence) -> int:
    """Which of the `published` events an entry is: it stands in place of its title."""
    return int(evidence.title)


def claimed_of(event: EventEntry) -> date:
    """The day that the record named when it was recorded."""
    return event.claimed or event.published or event.day


def counts_from(event: EventEntry) -> date:
    """From when it counts."""
    return event.counts_from or claimed_of(event)


def counting_of(event: EventEntry) -> Counting:
    """From when what an event tells of counts, and what is known of its recording."""
    return Counting(counts_from(event), claimed_of(event), event.recorded, event.witness)


def _content(event: EventEntry) -> _Content:
    """What it discloses, for whatever period; what has no hash is told apart by its address."""
    content = event.sha256 or event.url
    return (event.item, event.division, event.requirement, event.kind, content)


def _contents(published: tuple[EventEntry, ...]) -> dict[_Content, EventEntry]:
    by_record = sorted(published, key=lambda event: event.recorded or claimed_of(event))
    return {_content(event): event for event in reversed(by_record)}


def _first(published: tuple[EventEntry, ...]) -> dict[_Cell, dict[str | None, date]]:
    """What was taken back as wrong or empty filled nothing (`assessment.recorded`).

    Of what has a fault only the history knows that it was there.
    """
    found: dict[_Cell, dict[str | None, date]] = {}
    for event in published:
        if event.void_from is None and (event.recorded or not event.rule):
            cell = found.setdefault((event.item, event.requirement, event.period), {})
            day = counts_from(event)
            cell[event.division] = min(cell.get(event.division, day), day)
    return found
