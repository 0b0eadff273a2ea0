"""The events of a round: whether the index has the same entries, with the same days."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from oit.audit.verify.computed.check_items import place_of_part
from oit.audit.verify.computed.differences import Comparison, Depth, Difference, Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.audit.verify.computed.records import standing_units
from oit.contract.addresses import events_path
from oit.contract.disclosed import EvidenceEntry
from oit.contract.events import EventEntry
from oit.model.mandate import Mandate

_Key: TypeAlias = tuple[Place, str | None, str | None, str | None, str | None, int]
"""What it is meant for, who discloses it, kind, title, address; which of those that are alike."""
_Entries: TypeAlias = dict[_Key, dict[str, object]]


def check_events(round_: PublishedRound) -> Iterator[Difference]:
    """Entries that only one of index and events has, and rules that no finding of the index has."""
    year = round_.entry.fiscal_year
    compare = Comparison(events_path(year), year, "event-differs", Depth.EVENT)
    in_index, in_events = _keyed(_of_index(round_)), _keyed(_of_events(round_))
    for key, told in in_events.items():
        if expected := in_index.get(key):
            yield from compare.of(key[0], **{name: (told[name], expected[name]) for name in told})
        else:
            yield _one_sided("entry-unexpected", key, compare)
    for key in in_index:
        if key not in in_events:
            yield _one_sided("entry-missing", key, compare)
    yield from compare.entries(_units_of_events(round_), _units_of_index(round_))
    yield from _check_rules(round_, compare)
    yield from _check_ids(round_, compare)


def _units_of_events(round_: PublishedRound) -> list[Place]:
    units = standing_units(round_.events)
    return [Place(unit.item, division=unit.division or "") for unit in units]


def _units_of_index(round_: PublishedRound) -> list[Place]:
    return [place_of_part(item, part) for item in round_.entry.items for part in item.parts]


def _one_sided(check: str, key: _Key, compare: Comparison) -> Difference:
    place, _, kind, title, *_ = key
    what = f"{place.words} · {title or kind}"
    return compare.by(check).difference(place, what=what)


def _keyed(entries: Iterable[tuple[Place, EvidenceEntry | EventEntry, str | None]]) -> _Entries:
    """What is said of each entry besides its key."""
    seen: Counter[object] = Counter()
    found: _Entries = {}
    for place, entry, division in entries:
        known = (place, division, entry.kind, entry.title, entry.url)
        seen[known] += 1
        found[*known, seen[known]] = _told(entry)
    return found


def _told(entry: EvidenceEntry | EventEntry) -> dict[str, object]:
    """What both say of an entry; the index says from when it counts where a history is asked."""
    return {
        "sha256": entry.sha256 if entry.kind == "file" else None,
        "sample": entry.sample,
        "published": entry.published,
        "recorded": entry.recorded,
        "counts_from": entry.counts_from if entry.witness else None,
        "witness": entry.witness,
    }


def _of_index(round_: PublishedRound) -> Iterator[tuple[Place, EvidenceEntry, str | None]]:
    for item in round_.entry.items:
        for requirement, cell in item.requirement_cells():
            for entry in (*cell.evidence, *cell.later):
                yield Place(item.item, requirement.id, cell.period), entry, entry.division


def _of_events(round_: PublishedRound) -> Iterator[tuple[Place, EventEntry, str | None]]:
    for event in _filling(round_):
        mandated = round_.rules.mandate.find(event.item)
        division = event.division or (mandated.lead if mandated else None)
        yield Place(event.item, event.requirement, event.period), event, division


def _filling(round_: PublishedRound) -> Iterator[EventEntry]:
    """What stands without a fault, and is owed."""
    owed = _owed(round_.rules.mandate)
    for event in round_.events.events:
        is_standing = event.event == "published" and event.until is None and not event.rule
        if is_standing and (event.item, event.requirement, event.period) in owed:
            yield event


def _owed(mandate: Mandate) -> set[tuple[str, str | None, str | None]]:
    return {
        (item.item, requirement.id, str(period) if period else None)
        for item in mandate.items
        for requirement in item.requirements
        for period in (requirement.periods if requirement.asked else (None,))
    }


def _check_rules(round_: PublishedRound, compare: Comparison) -> Iterator[Difference]:
    told = {(item.item, finding.rule) for item in round_.entry.items for finding in item.findings}
    for event in round_.events.events:
        is_told = not event.rule or (event.item, event.rule) in told
        if event.until is None and not is_told:
            place = Place(event.item, event.requirement, event.period)
            yield from compare.of(place, rule=(event.rule, None))


def _check_ids(round_: PublishedRound, compare: Comparison) -> Iterator[Difference]:
    counted = Counter(event.id for event in round_.events.events)
    for event in round_.events.events:
        if counted[event.id] > 1:
            place = Place(event.item, event.requirement, event.period)
            yield compare.by("entry-unexpected").difference(place, what=event.id)
