"""What happened in a round as `events.json`: the events of each part of it, in order of the day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from oit.assessment.lifetimes import Lifetimes
from oit.assessment.past_days import Late, late_times
from oit.assessment.past_units import PastUnit
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.round_history import lifetimes_of
from oit.assessment.waivers import is_valid
from oit.contract import events as contract
from oit.contract.rows import date_text
from oit.outputs.api.event_entries import Happening, Owing, confirmation_events, fell_late, waived
from oit.outputs.api.evidence_events import EvidenceEvents
from oit.outputs.publication import Publication, lasting_id, office

_ORDER = {name: number for number, name in enumerate(get_args(contract.EventName))}


def events_document(round_: RoundAssessment, publication: Publication) -> contract.EventsDocument:
    """All that happened in a round, by its records, its policy and their history."""
    lifetimes = lifetimes_of(round_, publication.assessment.today.day)
    happenings = _happenings(round_, lifetimes, publication)
    return contract.EventsDocument(
        office=office(publication),
        mode=publication.policy.mode,
        scheme=round_.policy.scheme,
        fiscal_year=round_.fiscal_year,
        round_state=round_.state.value,
        as_of=round_.as_of,
        units=[
            contract.UnitEntry(
                item=life.key.item,
                division=life.key.division,
                frequency=life.key.frequency.value if life.key.frequency else None,
                since=life.since,
                until=life.until,
            )
            for life in sorted(lifetimes.units, key=lambda life: _number(life.key.item))
        ],
        events=sorted(_numbered(happenings, round_, publication), key=_place),
    )


def _number(item: str) -> int:
    return int(item[1:])


def _place(event: contract.EventEntry) -> tuple[date, int, int]:
    return event.day, _number(event.item), _ORDER[event.event]


def _numbered(
    happenings: Iterable[Happening], round_: RoundAssessment, publication: Publication
) -> Iterator[contract.EventEntry]:
    """The events with their ids: nothing of their content is in them, as it may be taken off."""
    seen: Counter[tuple[object, ...]] = Counter()
    for happening in happenings:
        event = happening.event
        named = (event.event, event.item, event.requirement, event.period, event.division)
        known = (*named, happening.known_by)
        seen[known] += 1
        lasting = lasting_id(publication, "event", round_.fiscal_year, *known, seen[known])
        yield event.model_copy(update={"id": str(lasting)})


def _happenings(
    round_: RoundAssessment, lifetimes: Lifetimes, publication: Publication
) -> Iterator[Happening]:
    yield from EvidenceEvents(round_, lifetimes, publication).all()
    for life in lifetimes.confirmations:
        yield from confirmation_events(life)
    for item in round_.items:
        yield from _late_of(item, round_, lifetimes, publication.assessment.today.day)
    for waiver in round_.contents.waivers:
        if is_valid(waiver, round_.policy):
            yield waived(waiver, round_.policy.opens)


def _late_of(
    item: ItemAssessment, round_: RoundAssessment, lifetimes: Lifetimes, today: date
) -> Iterator[Happening]:
    """The times for which cells of an item were empty, and its record and parts stale."""
    found = (*_empty(item, lifetimes, today), *_stale(item, round_, lifetimes, today))
    for owing, late in found:
        if late.day <= round_.as_of:
            yield fell_late(late, owing, round_.as_of)


def _empty(item: ItemAssessment, lifetimes: Lifetimes, today: date) -> Iterator[tuple[Owing, Late]]:
    for cell in item.cells:
        owing = Owing(
            item=item.id,
            requirement=cell.requirement.id,
            period=cell.period,
            division=cell.division,
        )
        for late in late_times(cell, item.id, lifetimes, today):
            yield owing, late


def _stale(
    item: ItemAssessment, round_: RoundAssessment, lifetimes: Lifetimes, today: date
) -> Iterator[tuple[Owing, Late]]:
    units = (life.key for life in lifetimes.units if life.key.item == item.id)
    for division in dict.fromkeys(key.division for key in units):
        unit = PastUnit(
            item=item.mandated, division=division, lifetimes=lifetimes, policy=round_.policy
        )
        for late in unit.late_times(today):
            yield Owing(item=item.id, division=division), late


def event_rows(document: contract.EventsDocument) -> Iterator[contract.EventRow]:
    """`events.csv`: one row per event, in the same order."""
    about = {
        "office": document.office.id,
        "scheme": document.scheme,
        "fiscal_year": str(document.fiscal_year),
        "mode": document.mode,
        "as_of": date_text(document.as_of),
    }
    for event in document.events:
        told = {key: _cell(value) for key, value in event.model_dump(mode="json").items()}
        yield contract.EventRow.model_validate({**about, **told})


def _cell(value: object) -> str:
    """A value of JSON as a cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
