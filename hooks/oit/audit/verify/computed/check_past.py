"""What events say that follows from others: from when each counts, and when something was late."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from msgspec.structs import replace

from oit.assessment.recorded import counted_from
from oit.assessment.result import ItemAssessment
from oit.audit.verify.computed.check_items import place_of_cell
from oit.audit.verify.computed.days import CONFIRMING, claimed_of, counts_from
from oit.audit.verify.computed.differences import Comparison, Depth, Difference, Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.audit.verify.computed.lifetimes import late_places, lifetimes_of
from oit.contract.addresses import events_path
from oit.contract.events import EventEntry

_Late: TypeAlias = tuple[Place, date]
"""What was late, and since which day."""
_Times: TypeAlias = tuple[date | None, date | None, int | None]
"""The deadline, the first day on which it was late no more, and by how many days."""


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
    yield from _check_deadlines(round_, items, compare)
    yield from _check_late(_told(round_), _computed(round_, items), round_)


def _check_deadlines(
    round_: PublishedRound, items: Mapping[str, ItemAssessment], compare: Comparison
) -> Iterator[Difference]:
    """Of what was published, the deadline that it was for, and how late it came."""
    deadlines = {
        place_of_cell(item, cell): cell.due_on for item in items.values() for cell in item.cells
    }
    for event in round_.events.events:
        if event.event == "published":
            place = Place(event.item, event.requirement, event.period, event.division or "")
            due_on = deadlines.get(place) or deadlines.get(replace(place, division=""))
            days = max(0, (counts_from(event) - due_on).days) if due_on else None
            yield from compare.of(
                place, due_on=(event.due_on, due_on), days_late=(event.days_late, days)
            )


def _by_the_rules(event: EventEntry, round_: PublishedRound) -> date:
    claimed = claimed_of(event)
    if event.witness != "git" or event.recorded is None:
        return claimed
    return counted_from(round_.rules.policy, claimed, event.recorded)


def _check_late(
    told: Mapping[_Late, _Times], computed: Mapping[_Late, _Times], round_: PublishedRound
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
            names = ("due_on", "until", "days_late")
            pairs = zip(told[late], computed[late], strict=True)
            yield from compare.of(place, **dict(zip(names, pairs, strict=True)))


def _words(place: Place, day: date) -> str:
    return " · ".join(("fell-late", place.words or str(place.item), day.isoformat()))


def _told(round_: PublishedRound) -> dict[_Late, _Times]:
    """The times that the document tells."""
    return {
        (
            Place(event.item, event.requirement, event.period, event.division or ""),
            event.day,
        ): (event.due_on, event.until, event.days_late)
        for event in round_.events.events
        if event.event == "fell-late"
    }


def _computed(round_: PublishedRound, items: Mapping[str, ItemAssessment]) -> dict[_Late, _Times]:
    """The times that follow from what stood when, and began by the day of the documents."""
    lifetimes, as_of = lifetimes_of(round_.events), round_.basis.as_of
    known_until = _last_change(round_)
    return {
        (place, late.day): (late.due_on, late.until, ((late.until or as_of) - late.due_on).days)
        for item in items.values()
        for place, late in late_places(round_, item, lifetimes, known_until)
        if late.day <= as_of
    }


def _last_change(round_: PublishedRound) -> date:
    """The day up to which is known what stood: of a closed round, that of its last event."""
    as_of = round_.basis.as_of
    if not round_.basis.is_closed:
        return as_of
    events, units = round_.events.events, round_.events.units
    begun = [*(event.since for event in events), *(unit.since for unit in units)]
    ended = [*(event.until for event in events), *(unit.until for unit in units)]
    counting = [event.counts_from for event in events]
    return max(as_of, *filter(None, (*begun, *ended, *counting)))
