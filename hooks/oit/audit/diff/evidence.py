"""What became of an item's evidence between two indexes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from oit.contract.index import EvidenceEntry, ItemEntry, Name


@dataclass(frozen=True, slots=True)
class Fact:
    """A field whose value is not what it was; empty where it had, or has, none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceChange:
    """Evidence that came, went, or is another."""

    what: Literal["added", "removed", "changed"]
    requirement: Name
    periods: tuple[str, ...]
    division: str
    name: str
    facts: tuple[Fact, ...]


@dataclass(slots=True)
class _Piece:
    """One piece of evidence with all the periods it fills."""

    requirement: Name
    division: str
    entry: EvidenceEntry
    counts: bool
    """Whether it was published by the assessed day."""
    periods: list[str] = field(default_factory=list)


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Fact, ...]:
    """The fields whose values differ, in their order."""
    return tuple(
        Fact(name, before.get(name, ""), after.get(name, ""))
        for name in dict.fromkeys((*before, *after))
        if before.get(name, "") != after.get(name, "")
    )


def evidence_changes(old: ItemEntry, new: ItemEntry) -> Iterator[EvidenceChange]:
    """In the order of the new item's evidence, then what is gone."""
    before, after = _pieces(old), _pieces(new)
    for key in dict.fromkeys((*after, *before)):
        if key not in before:
            yield _change("added", after[key], key[-1], ())
        elif key not in after:
            yield _change("removed", before[key], key[-1], ())
        elif facts := differing(_facts(before[key]), _facts(after[key])):
            yield _change("changed", after[key], key[-1], facts)


def _change(
    what: Literal["added", "removed", "changed"],
    piece: _Piece,
    name: str,
    facts: tuple[Fact, ...],
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
    found: dict[tuple[str, ...], _Piece] = {}
    for requirement in item.requirements:
        for cell in requirement.cells:
            for entry in (*cell.evidence, *cell.later):
                counts = entry in cell.evidence
                division = cell.division or ""
                key = (requirement.id, division, *_identity(entry, cell.period or ""))
                piece = found.setdefault(key, _Piece(requirement.label, division, entry, counts))
                if cell.period:
                    piece.periods.append(cell.period)
    return found


def _identity(entry: EvidenceEntry, period: str) -> tuple[str, str, str]:
    """What stays when evidence is replaced: a file's name, a section, an address."""
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
