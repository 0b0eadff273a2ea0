"""The files that a round has ever published: by its history, and by what its ledger has stored.

With `witness: git` every version stands in the history, and `withdrawn.yml` tells which was taken
off; `ledger.json` adds what the history lost where it had to be rewritten, and what became of other
files that are gone. Without, it stands alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from oit.assessment.recorded import Recordings
from oit.model.ledger import LedgerEntry
from oit.records.contents import content_of_file
from oit.records.site import Round

_Name: TypeAlias = tuple[str, str]
"""Item and file name."""
_Days: TypeAlias = Mapping[tuple[str, str], date]
"""From when a content counts, by item and content."""


def published_ledger(
    round_: Round, recordings: Recordings, as_of: date, item: str | None = None
) -> tuple[LedgerEntry, ...]:
    """Every version that counts by a day, in the order of items, files and days.

    Of one item alone, where it is named.
    """
    ledger = tuple(entry for entry in round_.ledger if item in (None, entry.item))
    if round_.witness is None:
        return ledger
    stored = {_key(entry): entry for entry in ledger}
    from_history = {_key(entry): entry for entry in _from_history(round_, recordings, item)}
    known = {**stored, **from_history}
    merged = (_closed_as_stored(entry, stored.get(key)) for key, entry in known.items())
    counting = (entry for entry in merged if entry.first_published <= as_of)
    return tuple(sorted(counting, key=_order))


def _from_history(
    round_: Round, recordings: Recordings, asked: str | None
) -> Iterator[LedgerEntry]:
    current = _current(round_, recordings)
    days = _days(recordings)
    withdrawn = {(told.item, told.sha256): told.reason for told in round_.withdrawals}
    for (item, file), versions in _versions(round_, current, asked).items():
        live = current.get((item, file), ("", date.max))[0]
        for sha256, successor in zip(versions, [*versions[1:], live], strict=True):
            day = days.get((item, content_of_file(sha256))) or current[item, file][1]
            reason = withdrawn.get((item, sha256))
            yield LedgerEntry(
                item=item,
                file=file,
                sha256=sha256,
                first_published=day,
                replaced_by=None if reason or sha256 == live else successor or None,
                withdrawn=reason,
            )


def _current(round_: Round, recordings: Recordings) -> dict[_Name, tuple[str, date]]:
    """Hash of each file that is listed now, and from when it counts."""
    found: dict[_Name, tuple[str, date]] = {}
    for bundle in round_.bundles.values():
        for unit in bundle.units:
            for evidence in unit.disclosed.evidence:
                if evidence.kind == "file" and evidence.file in bundle.facts:
                    day = recordings.of_entry(evidence, unit, bundle, None).counts_from
                    sha256 = bundle.facts[evidence.file].sha256
                    known = found.get((bundle.item, evidence.file), (sha256, day))
                    found[bundle.item, evidence.file] = (sha256, min(day, known[1]))
    return found


def _versions(
    round_: Round, current: Mapping[_Name, tuple[str, date]], asked: str | None
) -> dict[_Name, list[str]]:
    """The hashes of each file in the order of the history; what is not in it yet comes last."""
    found: defaultdict[_Name, list[str]] = defaultdict(list)
    for key in round_.witness.files if round_.witness else ():
        found[key.item, key.file].append(key.sha256)
    for name, (sha256, _) in current.items():
        if sha256 not in found[name]:
            found[name].append(sha256)
    return {name: versions for name, versions in found.items() if asked in (None, name[0])}


def _days(recordings: Recordings) -> _Days:
    days: dict[tuple[str, str], date] = {}
    for key, counting in recordings.entries.items():
        known = days.get((key.item, key.content), counting.counts_from)
        days[key.item, key.content] = min(known, counting.counts_from)
    return days


def _closed_as_stored(entry: LedgerEntry, stored: LedgerEntry | None) -> LedgerEntry:
    """What a person has written of a file that is gone stands."""
    if stored is None or stored.is_live:
        return entry
    update = {"replaced_by": stored.replaced_by, "withdrawn": stored.withdrawn}
    return entry.model_copy(update=update)


def _key(entry: LedgerEntry) -> tuple[str, str, str]:
    return (entry.item, entry.file, entry.sha256)


def _order(entry: LedgerEntry) -> tuple[int, str, date, str]:
    """Item by its number (O2 before O10), then file, day and version."""
    return (int(entry.item[1:]), entry.file, entry.first_published, entry.sha256)
