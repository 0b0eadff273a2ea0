"""What an index kept earlier has and the site has no more, without a word of what became of it."""

from collections.abc import Iterator

from oit.audit.against.snapshot import Placed, Snapshot, placed
from oit.audit.against.told import Told
from oit.audit.verify.values import Discrepancy, subject_of
from oit.contract.addresses import INDEX_PATH, LEDGER_PATH, events_path
from oit.contract.events import EventEntry
from oit.contract.index import Index


def disappeared(older: Snapshot, newer: Snapshot, told: Told) -> Iterator[Discrepancy]:
    """Rounds, items, evidence, versions of files and events; each cause hides what follows."""
    yield from _rounds_and_items(older.index, newer.index)
    gone = list(_gone(older, newer, told))
    yield from _evidence(gone)
    yield from _versions(older, newer)
    yield from _events(older, newer, gone)


def _rounds_and_items(older: Index, newer: Index) -> Iterator[Discrepancy]:
    items = _items(newer)
    years = {year for year, _ in items} | {round_.fiscal_year for round_ in newer.rounds}
    for round_ in older.rounds:
        if round_.fiscal_year not in years:
            yield _missing("round", INDEX_PATH, str(round_.fiscal_year), "")
    for year, item in sorted(_items(older) - items):
        if year in years:
            yield _missing("item", INDEX_PATH, subject_of(year, item), item)


def _items(index: Index) -> set[tuple[int, str]]:
    return {(round_.fiscal_year, item.item) for round_, item in index.round_items()}


def _gone(older: Snapshot, newer: Snapshot, told: Told) -> Iterator[Placed]:
    """Evidence that stands no more in its cell, of items that are still there."""
    there, items = {found.key for found in placed(newer.index)}, _items(newer.index)
    for entry in placed(older.index):
        is_kept = (entry.round_.fiscal_year, entry.item.item) in items
        if is_kept and entry.key not in there and not told.is_told(entry):
            yield entry


def _evidence(gone: list[Placed]) -> Iterator[Discrepancy]:
    """A piece of evidence once, with all the cells that it filled."""
    cells: dict[tuple[str, str, str], dict[str, None]] = {}
    for entry in gone:
        subject = subject_of(entry.round_.fiscal_year, entry.item.item)
        cells.setdefault((subject, entry.what, entry.content), {})[cell_of(entry)] = None
    for (subject, what, _), named in cells.items():
        yield _missing("evidence", INDEX_PATH, subject, f"{what} ({', '.join(named)})")


def cell_of(entry: Placed) -> str:
    """`monthly-summary/2025-03`."""
    return "/".join(filter(None, entry.owed[2:]))


def _versions(older: Snapshot, newer: Snapshot) -> Iterator[Discrepancy]:
    """Versions of files that the register of published files no longer has."""
    there = set(_registered(newer))
    years = {round_.fiscal_year for round_ in newer.index.rounds}
    for year, item, file, digest in _registered(older):
        if year in years and (year, item, file, digest) not in there:
            subject = subject_of(year, item)
            yield _missing("version", LEDGER_PATH, subject, f"{file} ({digest[:12]}…)")


def _registered(snapshot: Snapshot) -> Iterator[tuple[int, str, str, str]]:
    for round_ in snapshot.ledger.rounds if snapshot.ledger else ():
        for file in round_.files:
            yield round_.fiscal_year, file.item, file.file, file.sha256


def _events(older: Snapshot, newer: Snapshot, gone: list[Placed]) -> Iterator[Discrepancy]:
    """Events that are told no more, but those of evidence that is found to be gone."""
    contents = {(entry.round_.fiscal_year, entry.item.item, entry.content) for entry in gone}
    years = {round_.fiscal_year for round_ in newer.index.rounds}
    for year, document in older.events.items():
        now = newer.events.get(year)
        there = {event.id for event in now.events} if now else set()
        for event in document.events:
            follows = (year, event.item, event.sha256 or event.url or "") in contents
            if year in years and event.id not in there and not follows:
                yield _missing(
                    "event", events_path(year), subject_of(year, event.item), named(event)
                )


def named(event: EventEntry) -> str:
    """`published 2025-03-10 monthly-summary/2025-02`."""
    cell = "/".join(filter(None, (event.requirement, event.period, event.division)))
    return " ".join(filter(None, (event.event, event.day.isoformat(), cell)))


def _missing(kind: str, path: str, subject: str, what: str) -> Discrepancy:
    return Discrepancy(
        check=f"disappeared-{kind}", path=path, subject=subject, params={"what": what}
    )
