"""The ledger of what was published: grown from a round, never recomputed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from oit.model.ledger import LedgerEntry
from oit.model.record import FileEvidence
from oit.records.site import Round


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person says of files that are no longer there, by item and file name."""

    replaced: Mapping[tuple[str, str], str]
    """The name of the file that took its place."""
    withdrawn: Mapping[tuple[str, str], str]
    """Why it was taken back."""


NOTHING_SETTLED = Settled({}, {})


def grown(
    round_: Round, as_of: date, settled: Settled = NOTHING_SETTLED
) -> tuple[LedgerEntry, ...]:
    """The round's ledger with what has been published since, and what was replaced."""
    published = _published(round_, as_of)
    hashes = {(one.item, one.file): one.sha256 for one in published}
    known = {_key(one) for one in round_.ledger}
    kept = (_settle(one, hashes, settled) for one in round_.ledger)
    new = (one for one in published if _key(one) not in known)
    return tuple(sorted([*kept, *new], key=_order))


def vanished(round_: Round, entries: Iterable[LedgerEntry], as_of: date) -> list[LedgerEntry]:
    """Entries whose file is gone, and of which nobody said why."""
    there = {_key(one) for one in _published(round_, as_of)}
    return [one for one in entries if one.is_live and _key(one) not in there]


def ledger_json(entries: Iterable[LedgerEntry]) -> str:
    """The file's text."""
    files = [one.model_dump(mode="json", exclude_none=True) for one in entries]
    return json.dumps({"files": files}, ensure_ascii=False, indent=2) + "\n"


def _published(round_: Round, as_of: date) -> list[LedgerEntry]:
    """The files that are listed now, each by its first day."""
    found: dict[tuple[str, str, str], LedgerEntry] = {}
    for bundle in round_.bundles.values():
        for unit in bundle.units:
            for evidence in unit.disclosed.evidence:
                facts = isinstance(evidence, FileEvidence) and bundle.facts.get(evidence.file)
                if not isinstance(evidence, FileEvidence) or not facts:
                    continue
                entry = LedgerEntry(
                    item=bundle.item,
                    file=evidence.file,
                    sha256=facts.sha256,
                    first_published=evidence.published,
                )
                earlier = found.get(_key(entry), entry)
                if evidence.published <= as_of:
                    found[_key(entry)] = min(entry, earlier, key=lambda one: one.first_published)
    return list(found.values())


def _settle(
    entry: LedgerEntry, hashes: Mapping[tuple[str, str], str], settled: Settled
) -> LedgerEntry:
    """The entry, closed where another version or a person's word has taken its place."""
    name = (entry.item, entry.file)
    if not entry.is_live or hashes.get(name) == entry.sha256:
        return entry
    successor = hashes.get((entry.item, settled.replaced.get(name, entry.file)))
    if successor:
        return entry.model_copy(update={"replaced_by": successor})
    return entry.model_copy(update={"withdrawn": settled.withdrawn.get(name)})


def _key(entry: LedgerEntry) -> tuple[str, str, str]:
    return (entry.item, entry.file, entry.sha256)


def _order(entry: LedgerEntry) -> tuple[int, str, date, str]:
    return (int(entry.item[1:]), entry.file, entry.first_published, entry.sha256)
