"""From when to when everything in a round stood, by its events: when something was late follows."""

from collections.abc import Iterator
from datetime import date

from oit.assessment.lifetimes import ConfirmationLife, EntryLife, Lifetimes, UnitLife
from oit.assessment.past_days import Late, late_times
from oit.assessment.past_units import PastUnit
from oit.assessment.result import ItemAssessment
from oit.audit.verify.computed.check_items import place_of_cell
from oit.audit.verify.computed.days import CONFIRMING, confirmed_by, counting_of
from oit.audit.verify.computed.differences import Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.audit.verify.computed.rules import period_of
from oit.contract.events import EventEntry, EventsDocument, UnitEntry
from oit.periods import Frequency
from oit.records.witness import ConfirmationKey, EntryKey, UnitKey


def lifetimes_of(document: EventsDocument) -> Lifetimes:
    """Everything that the events of a round tell of. Raises `ValueError` for an unknown period."""
    events = document.events
    return Lifetimes(
        entries=tuple(_entry(event) for event in events if event.event == "published"),
        confirmations=tuple(_confirmation(event) for event in events if event.event in CONFIRMING),
        units=tuple(map(_unit, document.units)),
    )


def late_places(
    round_: PublishedRound, item: ItemAssessment, lifetimes: Lifetimes, day: date
) -> Iterator[tuple[Place, Late]]:
    """The times up to a day for which a cell was empty past its deadline, or a record stale."""
    for cell in item.cells:
        for late in late_times(cell, item.id, lifetimes, day):
            yield place_of_cell(item, cell), late
    units = (life.key for life in lifetimes.units if life.key.item == item.id)
    for division in dict.fromkeys(key.division for key in units):
        unit = PastUnit(
            item=item.mandated,
            division=division,
            lifetimes=lifetimes,
            policy=round_.rules.policy,
        )
        for late in unit.late_times(day):
            yield Place(item.id, division=division or ""), late


def _entry(event: EventEntry) -> EntryLife:
    period = period_of(event.period)
    content = f"{event.kind}:{event.sha256 or event.id}"
    requirement = event.requirement or ""
    return EntryLife(
        key=EntryKey(event.item, event.division, requirement, period, content),
        counting=counting_of(event),
        since=event.since,
        until=event.until,
        sample=bool(event.sample),
        rule=event.rule,
        is_recorded=event.recorded is not None,
        void_from=event.void_from,
    )


def _confirmation(event: EventEntry) -> ConfirmationLife:
    key = ConfirmationKey(event.item, event.division, confirmed_by(event))
    counting = counting_of(event)
    return ConfirmationLife(key=key, counting=counting, since=event.since, until=event.until)


def _unit(unit: UnitEntry) -> UnitLife:
    promised = Frequency(unit.frequency) if unit.frequency else None
    key = UnitKey(unit.item, unit.division, promised)
    return UnitLife(key=key, since=unit.since, until=unit.until)
