"""Events that tell what became of others: each follows from what was published, index and rules.

That something was recorded late, replaced or removed follows from from when to when it stood; that
it was withdrawn, from the list of the index; that lateness was excused, from the rules.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from oit.assessment.waivers import is_valid
from oit.audit.verify.computed.days import CONFIRMING
from oit.audit.verify.computed.differences import Comparison, Depth, Difference, Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.contract.addresses import events_path
from oit.contract.events import EventEntry
from oit.contract.index import ItemEntry
from oit.contract.withdrawn import WithdrawnEntry
from oit.outputs.api.event_entries import waived

_Told: TypeAlias = tuple[tuple[str, str], ...]
"""What an event tells: its fields that have a value, as text."""
_OF_EVERY_EVENT = ("day", "event", "item", "requirement", "period", "division")
_FIELDS = {
    "recorded": (*_OF_EVERY_EVENT, "kind", "sha256", "claimed", "recorded", "counts_from"),
    "replaced": (*_OF_EVERY_EVENT, "kind", "sha256", "sample", "replaced_by"),
    "removed": (*_OF_EVERY_EVENT, "kind", "sha256", "sample"),
    "withdrawn": (*_OF_EVERY_EVENT, "by", "note", "why"),
    "waived": (*_OF_EVERY_EVENT, "until", "by", "note"),
}
"""By kind of event, what of it follows from elsewhere."""


def check_told(round_: PublishedRound) -> Iterator[Difference]:
    """Events of these kinds that follow from nothing, and those that are missing."""
    year = round_.entry.fiscal_year
    compare = Comparison(events_path(year), year, "event-differs", Depth.PAST)
    found = Counter(map(_told, _listed(round_)))
    expected = Counter(map(_told, _expected(round_)))
    for check, events in (
        ("entry-unexpected", found - expected),
        ("entry-missing", expected - found),
    ):
        for told in events:
            yield _difference(compare.by(check), dict(told))


def _difference(compare: Comparison, told: dict[str, str]) -> Difference:
    place = Place(
        told["item"], told.get("requirement"), told.get("period"), told.get("division", "")
    )
    what = " · ".join((told["event"], place.words or told["item"], told["day"]))
    return compare.difference(place, what=what)


def _told(event: EventEntry) -> _Told:
    values = event.model_dump(mode="json", include=set(_FIELDS[event.event]))
    return tuple((name, str(value)) for name, value in values.items() if value is not None)


def _listed(round_: PublishedRound) -> Iterator[EventEntry]:
    """Those of the document; where nobody asks when, entries say themselves what they replaced."""
    is_witnessed = round_.rules.policy.is_witnessed
    for event in round_.events.events:
        is_own_word = event.event == "replaced" and not is_witnessed
        if event.event in _FIELDS and not is_own_word:
            yield event


def _expected(round_: PublishedRound) -> Iterator[EventEntry]:
    published = [event for event in round_.events.events if event.event == "published"]
    for event in round_.events.events:
        if event.event in ("published", *CONFIRMING):
            yield from _recorded(event)
    if round_.rules.policy.is_witnessed:
        for event in published:
            yield from _ended(event, published)
    for item in round_.entry.items:
        for withdrawn in item.withdrawn:
            yield from _withdrawn(item, withdrawn, round_)
    yield from _waived(round_)


def _recorded(event: EventEntry) -> Iterator[EventEntry]:
    """It was recorded on another day than it names; told once."""
    is_first = event.witness == "git" and event.recorded == event.since
    if event.recorded and event.claimed and is_first and event.recorded != event.claimed:
        yield event.model_copy(update={"day": event.recorded, "event": "recorded"})


def _ended(event: EventEntry, published: list[EventEntry]) -> Iterator[EventEntry]:
    """Another took its place on the day on which it went, or none; withdrawals are told apart."""
    if event.until is None or event.why:
        return
    successors = [other for other in published if _succeeds(other, event)]
    told: dict[str, object] = {"day": event.until, "event": "removed"}
    if successors:
        told |= {"event": "replaced", "replaced_by": successors[0].sha256}
    yield event.model_copy(update=told)


def _succeeds(other: EventEntry, event: EventEntry) -> bool:
    """Whether something else began to stand in its cell on the day on which it went."""
    is_same = (other.kind, other.sha256) == (event.kind, event.sha256)
    return other.since == event.until and _cell(other) == _cell(event) and not is_same


def _cell(event: EventEntry) -> tuple[str | None, ...]:
    return event.item, event.division, event.requirement, event.period


def _withdrawn(
    item: ItemEntry, withdrawn: WithdrawnEntry, round_: PublishedRound
) -> Iterator[EventEntry]:
    is_by_period = round_.rules.mandate.is_by_period(item.item, withdrawn.requirement)
    for period in (is_by_period and withdrawn.periods) or (None,):
        yield EventEntry(
            id="",
            day=withdrawn.date,
            event="withdrawn",
            item=item.item,
            requirement=withdrawn.requirement,
            period=period,
            division=withdrawn.division,
            by=withdrawn.by,
            note=withdrawn.reason,
            why=withdrawn.why,
        )


def _waived(round_: PublishedRound) -> Iterator[EventEntry]:
    """Every waiver of the rules that is valid."""
    policy = round_.rules.policy
    for waiver in round_.rules.waivers:
        if is_valid(waiver, policy):
            yield waived(waiver, policy.opens).event
