"""The ledger of a round: new versions of files are added, replaced and withdrawn ones closed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.published_ledger import published_ledger
from oit.assessment.recorded import recordings_of
from oit.model.ledger import LedgerEntry
from oit.model.record import FileEvidence
from oit.records.site import Bundle, Round


class Resolutions(Struct, frozen=True):
    """What became of files that are gone, as the coordinator states it, by item and file name."""

    replaced: Mapping[tuple[str, str], str]
    """The name of the file that took its place."""
    withdrawn: Mapping[tuple[str, str], str]
    """Why it was taken back."""


NO_RESOLUTIONS = Resolutions({}, {})


def with_history(round_: Round, today: date) -> Round:
    """The round with the ledger that its history tells; unchanged where none is asked."""
    entries = published_ledger(round_, recordings_of(round_, today), today)
    return replace(round_, ledger=entries)


def updated_ledger(
    round_: Round, as_of: date, resolutions: Resolutions = NO_RESOLUTIONS
) -> tuple[LedgerEntry, ...]:
    """The round's ledger with the files published since, and the replaced ones closed."""
    published = _published(round_, as_of)
    hashes = {(entry.item, entry.file): entry.sha256 for entry in published}
    known = {_key(entry) for entry in round_.ledger}
    kept = (_closed_if_gone(entry, hashes, resolutions) for entry in round_.ledger)
    new = (entry for entry in published if _key(entry) not in known)
    return tuple(sorted([*kept, *new], key=_order))


def missing_files(round_: Round, entries: Iterable[LedgerEntry], as_of: date) -> list[LedgerEntry]:
    """The entries that are still live, but whose file is gone."""
    published = {_key(entry) for entry in _published(round_, as_of)}
    return [entry for entry in entries if entry.is_live and _key(entry) not in published]


def ledger_json(entries: Iterable[LedgerEntry]) -> str:
    """The text of `ledger.json`."""
    files = [entry.model_dump(mode="json", exclude_none=True) for entry in entries]
    return json.dumps({"files": files}, ensure_ascii=False, indent=2) + "\n"


def _published(round_: Round, as_of: date) -> list[LedgerEntry]:
    """The files that the round lists now, each with its first day.

    Several evidence entries may name one file; the earliest day counts.
    """
    first: dict[tuple[str, str, str], LedgerEntry] = {}
    for bundle in round_.bundles.values():
        for entry in _bundle_entries(bundle):
            if entry.first_published <= as_of:
                earlier = first.get(_key(entry), entry)
                first[_key(entry)] = min(
                    entry, earlier, key=lambda version: version.first_published
                )
    return list(first.values())


def _bundle_entries(bundle: Bundle) -> Iterator[LedgerEntry]:
    """An entry for each evidence entry with a file that could be read."""
    for unit in bundle.units:
        for evidence in unit.disclosed.evidence:
            if isinstance(evidence, FileEvidence) and evidence.file in bundle.facts:
                yield LedgerEntry(
                    item=bundle.item,
                    file=evidence.file,
                    sha256=bundle.facts[evidence.file].sha256,
                    first_published=evidence.published,
                )


def _closed_if_gone(
    entry: LedgerEntry, hashes: Mapping[tuple[str, str], str], resolutions: Resolutions
) -> LedgerEntry:
    """The entry, closed where another version took its place or it was withdrawn."""
    name = (entry.item, entry.file)
    if not entry.is_live or hashes.get(name) == entry.sha256:
        return entry
    successor = hashes.get((entry.item, resolutions.replaced.get(name, entry.file)))
    if successor:
        return entry.model_copy(update={"replaced_by": successor})
    return entry.model_copy(update={"withdrawn": resolutions.withdrawn.get(name)})


def _key(entry: LedgerEntry) -> tuple[str, str, str]:
    return (entry.item, entry.file, entry.sha256)


def _order(entry: LedgerEntry) -> tuple[int, str, date, str]:
    """Item by its number (O2 before O10), then file, day and version."""
    return (int(entry.item[1:]), entry.file, entry.first_published, entry.sha256)
