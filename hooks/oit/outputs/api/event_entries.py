"""Single events of `events.json`, but those of evidence."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from oit.assessment.lifetimes import ConfirmationLife
from oit.assessment.past_days import Late
from oit.contract.events import EventEntry
from oit.model.waivers import Waiver
from oit.periods import Period


class Happening(Struct, frozen=True):
    """An event that has no id yet, and the day by which it is known from others of its kind."""

    known_by: date
    event: EventEntry


def confirmation_events(life: ConfirmationLife) -> Iterator[Happening]:
    """An update or a review; that it was recorded on another day than it names.

    What the post wrote is told only while it stands: who takes it back may have a reason.
    """
    counting, review = life.counting, life.review if life.until is None else None
    event = EventEntry(
        id="",
        day=counting.counts_from,
        event="updated" if life.review is None else "confirmed",
        item=life.key.item,
        division=life.key.division,
        published=counting.claimed,
        claimed=counting.claimed,
        recorded=counting.recorded,
        counts_from=counting.counts_from,
        witness=counting.witness,
        since=life.since,
        until=life.until,
        by=review.by if review else None,
        note=review.note if review else None,
    )
    yield Happening(counting.claimed, event)
    yield from recorded_event(event)


def recorded_event(event: EventEntry) -> Iterator[Happening]:
    """That something was recorded on another day than it named; told once."""
    day = event.recorded
    is_first = event.witness == "git" and day == event.since
    if day and event.claimed and is_first and day != event.claimed:
        told = {"day": day, "event": "recorded", "until": None, "days_late": None}
        yield Happening(event.claimed, event.model_copy(update=told))


class Owing(Struct, frozen=True, kw_only=True):
    """A cell, or without a requirement, a record or part."""

    item: str
    requirement: str | None = None
    period: Period | None = None
    division: str | None = None


def fell_late(late: Late, owing: Owing, as_of: date) -> Happening:
    """That a cell was empty past its deadline, or that a record or part was stale."""
    event = EventEntry(
        id="",
        day=late.day,
        event="fell-late",
        item=owing.item,
        requirement=owing.requirement,
        period=str(owing.period) if owing.period else None,
        division=owing.division,
        until=late.until,
        days_late=((late.until or as_of) - late.due_on).days,
        due_on=late.due_on,
    )
    return Happening(late.day, event)


def waived(waiver: Waiver, opens: date) -> Happening:
    """That lateness was excused from a day on, in a round that opens on one."""
    day = waiver.approved_on or opens
    event = EventEntry(
        id="",
        day=day,
        event="waived",
        item=waiver.item,
        requirement=waiver.requirement,
        period=str(waiver.period) if waiver.period else None,
        division=waiver.division,
        until=waiver.until,
        by=waiver.approved_by,
        note=waiver.reason,
    )
    return Happening(day, event)
