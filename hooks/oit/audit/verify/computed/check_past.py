"""What events say that follows from others: from when each counts, and when something was late."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from oit.assessment.recorded import counted_from
from oit.assessment.result import ItemAssessment
from oit.audit.verify.computed.days import CONFIRMING, claimed_of, counts_from
from oit.audit.verify.computed.differences import Comparison, Depth, Difference, Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.audit.verify.computed.lifetimes import late_places, lifetimes_of
from oit.contract.addresses import events_path
from oit.contract.events import EventEntry

_Late: TypeAlias = tuple[Place, date]
"""What was late, and since which day."""


def check_past(round_: PublishedRound, items: Mapping[str, ItemAssessment]) -> Iterator[Difference]:
    """Where an event does not count from the day that the rules give it, or follows from nothing.

    All by the rules in force on the day of the documents: so the events tell it.
    """
    year = round_.entry.fiscal_year
    compare = Comparison(events_path(year), year, "event-differs", Depth.EVENT)
    for event in round_.events.events:
        if event.event in ("published", *CONFIRMING):
            place = Place(event.item, event.requirement, event.period)
            expected = _by_the_rules(event, round_)
            days = {"day": event.day, "counts_from": counts_from(event)}
            yield from compare.of(place, **{name: (day, expected) for name, day in days.items()})
    yield from _check_late(_told(round_), _computed(round_, items), round_)


def _by_the_rules(event: EventEntry, round_: PublishedRound) -> date:
    claimed = claimed_of(event)
    if event.witness != "git" or event.recorded is None:
        return claimed
    return counted_from(round_.rules.policy, claimed, event.recorded)


def _check_late(
    told: Mapping[_Late, date | None], computed: Mapping[_Late, date | None], round_: PublishedRound
) -> Iterator[Difference]:
    """Whether every time for which something was late is told, and no other."""
    year = round_.entry.fiscal_year
    compare = Comparison(events_path(year), year, "event-differs", Depth.PAST)
    for late in (*told, *(late for late in computed if late not in told)):
        place, day = late
        if late not in computed:
            yield compare.by("entry-unexpected").difference(place, what=_words(place, day))
        elif late not in told:
            yield compare.by("entry-missing").difference(place, what=_words(place, day))
        else:
            yield from compare.of(place, due_on=(told[late], computed[late]))


def _words(place: Place, day: date) -> str:
    return " · ".join(("fell-late", place.words or str(place.item), day.isoformat()))


def _told(round_: PublishedRound) -> dict[_Late, date | None]:
    """The times that the document tells, with the deadline of each."""
    return {
        (
            Place(event.item, event.requirement, event.period, event.division or ""),
            event.day,
        ): event.due_on
        for event in round_.events.events
        if event.event == "fell-late"
    }


def _computed(
    round_: PublishedRound, items: Mapping[str, ItemAssessment]
) -> dict[_Late, date | None]:
    """The times that follow from what stood when."""
    lifetimes = lifetimes_of(round_.events)
    return {
        (place, late.day): late.due_on
        for item in items.values()
        for place, late in late_places(round_, item, lifetimes)
    }
