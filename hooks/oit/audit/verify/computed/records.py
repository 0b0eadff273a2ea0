"""`events.json` as the engine's own records: what stands on the day of the document.

An entry that fills several cells is one event for each of them, and so one entry here for each. In
place of its title it has the number of its event, by which its days are found again: a title judges
nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from oit.audit.verify.computed.days import CONFIRMING, claimed_of, confirmed_by
from oit.contract.events import EventEntry, EventsDocument, UnitEntry
from oit.findings import Place
from oit.model.mandate import Mandate, MandateItem
from oit.model.record import Part, Record
from oit.periods import Frequency
from oit.records.markup import MarkdownText
from oit.records.site import Bundle, Unit
from oit.records.strict_yaml import Document

RECORD = "record.md"
NOTHING_WRITTEN = Document({}, {})
"""In place of a file: what is published has no lines."""


def bundles_of(document: EventsDocument, mandate: Mandate) -> dict[str, Bundle]:
    """The records and parts of every item that has any, with what stands in them.

    Raises `ValidationError` or `ValueError` for values that no record may have.
    """
    return {
        item.item: _bundle(item, document)
        for item in mandate.items
        if any(unit.item == item.item for unit in standing_units(document))
    }


def standing_units(document: EventsDocument) -> list[UnitEntry]:
    """The records and parts that stand."""
    return [unit for unit in document.units if unit.until is None]


def file_of(division: str | None) -> str:
    """The name of the file of a record, or of a division's part."""
    return f"{division}.md" if division else RECORD


def _bundle(item: MandateItem, document: EventsDocument) -> Bundle:
    units = [unit for unit in standing_units(document) if unit.item == item.item]
    return Bundle(
        item=item.item,
        folder="",
        units=tuple(_unit(unit, item, document) for unit in units),
        present=frozenset(file_of(unit.division) for unit in units),
        entries={},
        facts={},
    )


def _unit(entry: UnitEntry, item: MandateItem, document: EventsDocument) -> Unit:
    standing = [
        (event, number)
        for number, event in _numbered(document.events)
        if (event.item, event.division, event.until) == (entry.item, entry.division, None)
    ]
    evidence = [(event, number) for event, number in standing if number is not None]
    confirmed = [event for event, _ in standing if event.event in CONFIRMING]
    return Unit(
        place=Place(
            file_of(entry.division),
            fiscal_year=document.fiscal_year,
            item=entry.item,
            division=entry.division,
        ),
        division=entry.division,
        document=NOTHING_WRITTEN,
        disclosed=_disclosed(entry, item, confirmed, evidence),
        text=MarkdownText({}),
        evidence_numbers=tuple(number for _, number in evidence),
    )


def _numbered(events: Iterable[EventEntry]) -> Iterable[tuple[int | None, EventEntry]]:
    """Each event; those of the kind `published` with their number among these."""
    number = 0
    for event in events:
        is_published = event.event == "published"
        yield (number if is_published else None), event
        number += is_published


def _disclosed(
    entry: UnitEntry,
    item: MandateItem,
    confirmed: Iterable[EventEntry],
    evidence: Iterable[tuple[EventEntry, int]],
) -> Record | Part:
    told = list(confirmed)
    updates = [claimed_of(event) for event in told if event.event == "updated"]
    values: dict[str, Any] = {
        "item": entry.item,
        "reviews": [confirmed_by(event) for event in told if event.event == "confirmed"],
        "evidence": [_evidence(event, number) for event, number in evidence],
    }
    if updates:
        values["updated"] = max(updates)
    if entry.division:
        return Part.model_validate({**values, "division": entry.division})
    frequency = Frequency(entry.frequency or item.frequency)
    return Record.model_validate({**values, "owner": item.lead, "frequency": frequency})


_NAMED_BY: Mapping[str | None, tuple[str, ...]] = {
    "file": ("title", "file"),
    "url": ("title", "url"),
    "section": ("title",),
    "none": ("reason",),
}
"""The fields of each kind that only tell entries apart."""


def _evidence(event: EventEntry, number: int) -> dict[str, object]:
    entry: dict[str, object] = {
        "kind": event.kind,
        "for": event.requirement,
        "periods": [event.period] if event.period else [],
        "published": event.published or claimed_of(event),
        "sample": bool(event.sample),
        **dict.fromkeys(_NAMED_BY.get(event.kind, ()), str(number)),
    }
    return {**entry, "section": "text"} if event.kind == "section" else entry
