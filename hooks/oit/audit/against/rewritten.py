"""What an index kept earlier tells of the past, and the site tells otherwise."""

from collections.abc import Iterator
from datetime import date, timedelta

from oit.audit.against.disappeared import cell_of, named
from oit.audit.against.snapshot import Placed, Snapshot, placed
from oit.audit.against.told import Told
from oit.audit.verify.values import Discrepancy, subject_of
from oit.contract.addresses import INDEX_PATH, events_path
from oit.contract.index import ItemEntry, RoundEntry

_DAYS = ("published", "recorded", "counts_from")
"""Of evidence: what is told of it once stays true while it stands."""
_OF_EVENTS = (
    *("day", "event", "item", "requirement", "period", "division"),
    *("claimed", "recorded", "counts_from", "due_on"),
)
"""Fields of an event that say what happened; others gain what happens to it later."""
_OF_ITEMS = ("status", "score", "owed_count", "filled_count", "late_count")
_OF_CELLS = ("due_on", "state", "days_late", "counts_from")
_GRACE = 7
"""Working days in which something may be recorded and still count from its day, where no rule of
the round is published."""
_SATURDAY = 5


def rewritten(older: Snapshot, newer: Snapshot, told: Told) -> Iterator[Discrepancy]:
    """Days of evidence and events, what came to stand in the past, verdicts of closed rounds."""
    yield from _days(older, newer, told)
    yield from _backdated(older, newer, told)
    yield from _events(older, newer)
    yield from _verdicts(older, newer, told)


def _days(older: Snapshot, newer: Snapshot, told: Told) -> Iterator[Discrepancy]:
    now = {found.key: found for found in placed(newer.index)}
    told_already: set[tuple[object, ...]] = set()
    for entry in placed(older.index):
        found = now.get(entry.key)
        if found is None or told.is_told(entry):
            continue
        for name in _told_of(entry):
            before, after = getattr(entry.entry, name), getattr(found.entry, name)
            said = (entry.key[:2], entry.content, name, before, after)
            # What was not recorded yet is recorded later; one entry may fill many cells.
            if before is not None and before != after and said not in told_already:
                told_already.add(said)
                yield _changed(INDEX_PATH, _subject(entry), entry.what, name, before, after)


def _told_of(entry: Placed) -> tuple[str, ...]:
    """Fields that stay as they are; a text whose history is kept does not change in silence."""
    has_history = entry.entry.kind == "section" and entry.round_.witness == "git"
    return (*_DAYS, "sha256") if has_history else _DAYS


def _backdated(older: Snapshot, newer: Snapshot, told: Told) -> Iterator[Discrepancy]:
    """Evidence that claims a day before the older index, which does not know it."""
    before = {entry.key for entry in placed(older.index)}
    rounds = {round_.fiscal_year: round_ for round_ in older.index.rounds}
    for entry in placed(newer.index):
        year = entry.round_.fiscal_year
        if year not in rounds or entry.key in before:
            continue
        if entry.content in told.replacements(year, entry.item.item):
            continue
        day = entry.entry.recorded or within(entry.entry.published, _grace(newer, year))
        if day < rounds[year].as_of:
            params = {
                "what": f"{entry.what} ({cell_of(entry)})",
                "found": (entry.entry.recorded or entry.entry.published).isoformat(),
                "as_of": rounds[year].as_of.isoformat(),
            }
            yield Discrepancy(
                check="backdated", path=INDEX_PATH, subject=_subject(entry), params=params
            )


def _grace(snapshot: Snapshot, year: int) -> int:
    policy = snapshot.policies.get(year)
    return policy.rules.recording_days if policy else _GRACE


def within(day: date, working_days: int) -> date:
    """The last day of some working days after a day; holidays are left to the reader's favour."""
    while working_days > 0:
        day += timedelta(days=1)
        working_days -= day.weekday() < _SATURDAY
    return day


def _events(older: Snapshot, newer: Snapshot) -> Iterator[Discrepancy]:
    for year, document in older.events.items():
        now = newer.events.get(year)
        found = {event.id: event for event in now.events} if now else {}
        for event in document.events:
            if event.id not in found:
                continue
            for name in _OF_EVENTS:
                before, after = getattr(event, name), getattr(found[event.id], name)
                if before is not None and before != after:
                    subject = subject_of(year, event.item)
                    path = events_path(year)
                    yield _changed(path, subject, named(event), name, before, after)


def _verdicts(older: Snapshot, newer: Snapshot, told: Told) -> Iterator[Discrepancy]:
    """Of rounds that were closed: what was judged stays, but for what is withdrawn since."""
    now = {round_.fiscal_year: round_ for round_ in newer.index.rounds}
    for round_ in older.index.rounds:
        found = now.get(round_.fiscal_year)
        if round_.state == "closed" and found is not None:
            differing = list(_items(round_, found, told))
            yield from differing
            if not differing and not _is_withdrawn(round_, told):
                yield from _score(round_, found)


def _items(before: RoundEntry, after: RoundEntry, told: Told) -> Iterator[Discrepancy]:
    now = {item.item: item for item in after.items}
    for item in before.items:
        found = now.get(item.item)
        if found is None or _has_withdrawals(item, before, told):
            continue
        subject = subject_of(before.fiscal_year, item.item)
        cells = list(_cells(item, found, subject))
        yield from cells or _fields(item, found, _OF_ITEMS, subject, item.item)


def _cells(before: ItemEntry, after: ItemEntry, subject: str) -> Iterator[Discrepancy]:
    now = {
        (requirement.id, cell.period, cell.division): cell
        for requirement, cell in after.requirement_cells()
    }
    for requirement, cell in before.requirement_cells():
        key = (requirement.id, cell.period, cell.division)
        what = "/".join(filter(None, key))
        if key in now:
            yield from _fields(cell, now[key], _OF_CELLS, subject, what)
        else:
            yield _changed(INDEX_PATH, subject, what, "due_on", cell.due_on, None)


def _score(before: RoundEntry, after: RoundEntry) -> Iterator[Discrepancy]:
    year = str(before.fiscal_year)
    yield from _fields(before.score, after.score, ("oit", "total"), year, year)
    yield from _fields(before, after, ("opens", "closes", "as_of"), year, year)


def _is_withdrawn(round_: RoundEntry, told: Told) -> bool:
    return any(_has_withdrawals(item, round_, told) for item in round_.items)


def _has_withdrawals(item: ItemEntry, round_: RoundEntry, told: Told) -> bool:
    owed = (
        (round_.fiscal_year, item.item, requirement.id, cell.period or "", cell.division or "")
        for requirement, cell in item.requirement_cells()
    )
    return any(any(told.withdrawals(cell)) for cell in owed)


def _fields(
    before: object, after: object, names: tuple[str, ...], subject: str, what: str
) -> Iterator[Discrepancy]:
    for name in names:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield _changed(INDEX_PATH, subject, what, name, old, new)


def _changed(
    path: str, subject: str, what: str, name: str, before: object, after: object
) -> Discrepancy:
    params = {"what": what, "field": name, "expected": _text(before), "found": _text(after)}
    return Discrepancy(check="past-rewritten", path=path, subject=subject, params=params)


def _text(value: object) -> str:
    return "–" if value is None else str(value)


def _subject(entry: Placed) -> str:
    return subject_of(entry.round_.fiscal_year, entry.item.item)
