"""Changes of an item's evidence from one index to another."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from oit.contract.base import Name
from oit.contract.disclosed import EvidenceEntry
from oit.contract.index import ItemEntry

EvidenceOutcome: TypeAlias = Literal["added", "removed", "changed"]


class FieldChange(Struct, frozen=True):
    """A field and its two values, as text; empty where it has none."""

    name: str
    before: str
    after: str


class EvidenceChange(Struct, frozen=True, kw_only=True):
    """Evidence that was added, removed or changed."""

    what: EvidenceOutcome
    requirement: Name
    periods: tuple[str, ...]
    division: str
    name: str
    """Its file, section or address; for `none`, its title."""
    facts: tuple[FieldChange, ...]
    """Of changed evidence, the fields that differ."""


class _Piece(Struct):
    """One piece of evidence with all the periods for which it stands."""

    requirement: Name
    division: str
    entry: EvidenceEntry
    counts: bool
    """Whether it was published by the assessed day."""
    periods: list[str] = field(default_factory=list)


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """The fields whose values differ, in their order."""
    return tuple(
        FieldChange(name, before.get(name, ""), after.get(name, ""))
        for name in dict.fromkeys((*before, *after))
        if before.get(name, "") != after.get(name, "")
    )


def evidence_changes(old: ItemEntry, new: ItemEntry) -> Iterator[EvidenceChange]:
    """In the order of the new evidence, then what was removed."""
    before, after = _pieces(old), _pieces(new)
    for key in dict.fromkeys((*after, *before)):
        if key not in before:
            yield _change("added", after[key], key[-1], ())
        elif key not in after:
            yield _change("removed", before[key], key[-1], ())
        elif facts := differing(_facts(before[key]), _facts(after[key])):
            yield _change("changed", after[key], key[-1], facts)


def _change(
    what: EvidenceOutcome,
    piece: _Piece,
    name: str,
    facts: tuple[FieldChange, ...],
) -> EvidenceChange:
    return EvidenceChange(
        what=what,
        requirement=piece.requirement,
        periods=tuple(piece.periods),
        division=piece.division,
        name=name if piece.entry.kind != "none" else piece.entry.title,
        facts=facts,
    )


def _pieces(item: ItemEntry) -> dict[tuple[str, ...], _Piece]:
    """Evidence by requirement, division and identity; the last of a key is its name."""
    pieces: dict[tuple[str, ...], _Piece] = {}
    for requirement, cell in item.requirement_cells():
        for entry in (*cell.evidence, *cell.later):
            counts = entry in cell.evidence
            division = cell.division or ""
            key = (requirement.id, division, *_identity(entry, cell.period or ""))
            piece = pieces.setdefault(key, _Piece(requirement.label, division, entry, counts))
            if cell.period:
                piece.periods.append(cell.period)
    return pieces


def _identity(entry: EvidenceEntry, period: str) -> tuple[str, str, str]:
    """What stays the same when evidence is updated: a file's name, a section, an address."""
    address = entry.url or ""
    if entry.kind == "none":
        return ("none", period, "")
    if entry.kind == "url":
        return ("url", "", address)
    separator = "/" if entry.kind == "file" else "#"
    return (entry.kind, entry.division, address.rpartition(separator)[2])


def _facts(piece: _Piece) -> Mapping[str, str]:
    entry = piece.entry
    return {
        "title": entry.title,
        "published": entry.published.isoformat(),
        "periods": ";".join(piece.periods),
        "bytes": "" if entry.bytes is None else str(entry.bytes),
        "sha256": entry.sha256 or "",
        "sample": "true" if entry.sample else "false",
        "counts": "true" if piece.counts else "false",
    }
