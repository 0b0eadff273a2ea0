"""What changed from one published index to another: of two days, two rounds, or two offices."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oit.audit.diff.evidence import EvidenceChange, Fact, differing, evidence_changes
from oit.contract.index import CellEntry, Index, ItemEntry, Name, RequirementEntry, RoundEntry

_LATE = frozenset({"stale", "incomplete", "invalid"})
_IN_ORDER = frozenset({"current", "due", "complete"})
_ITEM_FIELDS = (
    *("item", "indicator", "owner", "owners", "frequency"),
    *("updated", "reviewed", "due_on", "waived_until"),
)


class ChangeKind(StrEnum):
    """What happened, the most urgent first."""

    BECAME_LATE = "became-late"
    BECAME_CURRENT = "became-current"
    STATUS_CHANGED = "status-changed"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    EVIDENCE_ADDED = "evidence-added"
    EVIDENCE_REMOVED = "evidence-removed"
    EVIDENCE_CHANGED = "evidence-changed"


class Remark(StrEnum):
    """What a reader should know of the two indexes before comparing them."""

    OTHER_OFFICE = "other-office"
    OTHER_ROUND = "other-round"
    OLDER_SECOND = "older-second"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One thing that is not as it was."""

    kind: ChangeKind
    fiscal_year: int
    item: str = ""
    """Empty where the round itself is meant."""
    title: Name
    requirement: Name | None = None
    periods: tuple[str, ...] = ()
    division: str = ""
    name: str = ""
    """Of evidence: its file, section or address."""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two indexes, what to know of them, and what changed, in a fixed order."""

    before: Index
    after: Index
    remarks: tuple[Remark, ...]
    changes: tuple[Change, ...]


def compare(before: Index, after: Index) -> Comparison:
    """What changed. Rounds are paired by year, else the newest of each; items by topic."""
    pairs = _pairs(before, after)
    is_one_office = before.office.id == after.office.id
    remarks = [] if is_one_office else [Remark.OTHER_OFFICE]
    changes: list[Change] = []
    for old, new in pairs:
        if old and new and old.fiscal_year != new.fiscal_year:
            remarks.append(Remark.OTHER_ROUND)
        elif old and new and old.as_of > new.as_of:
            remarks.append(Remark.OLDER_SECOND)
        changes.extend(_of_rounds(old, new, is_one_office=is_one_office))
    return Comparison(
        before=before,
        after=after,
        remarks=tuple(dict.fromkeys(remarks)),
        changes=tuple(_in_order(changes)),
    )


def _in_order(changes: Iterable[Change]) -> list[Change]:
    """By kind; within one, the newest round first and in the order of its items."""
    kinds = list(ChangeKind)
    return sorted(changes, key=lambda one: (kinds.index(one.kind), -one.fiscal_year))


def _pairs(before: Index, after: Index) -> list[tuple[RoundEntry | None, RoundEntry | None]]:
    old = {one.fiscal_year: one for one in before.rounds}
    new = {one.fiscal_year: one for one in after.rounds}
    if old and new and not old.keys() & new.keys():
        return [(old[max(old)], new[max(new)])]
    years = sorted(old.keys() | new.keys(), reverse=True)
    return [(old.get(year), new.get(year)) for year in years]


def _of_rounds(
    old: RoundEntry | None, new: RoundEntry | None, *, is_one_office: bool
) -> Iterator[Change]:
    round_ = new or old
    if round_ is None:
        return
    if old is None or new is None:
        kind = ChangeKind.ADDED if new else ChangeKind.REMOVED
        yield Change(kind=kind, fiscal_year=round_.fiscal_year, title=_round_name(round_))
        return
    facts = differing(_round_facts(old), _round_facts(new))
    if facts:
        title = _round_name(new)
        kind = ChangeKind.CHANGED
        yield Change(kind=kind, fiscal_year=new.fiscal_year, title=title, facts=facts)
    is_one_round = is_one_office and old.fiscal_year == new.fiscal_year
    for before, after in _items(old, new):
        yield from _of_items(before, after, new.fiscal_year, has_same_evidence=is_one_round)


def _round_name(one: RoundEntry) -> Name:
    return Name(th=f"รอบปีงบประมาณ พ.ศ. {one.fiscal_year}", en=f"Round of B.E. {one.fiscal_year}")


def _round_facts(one: RoundEntry) -> Mapping[str, str]:
    oit, total = one.score.oit or "", one.score.total or ""
    return {"round_state": one.state, "oit": oit, "total": total}


def _items(old: RoundEntry, new: RoundEntry) -> Iterator[tuple[ItemEntry | None, ItemEntry | None]]:
    """By topic, which stays when numbers change: those of the new round, then those gone."""
    before = {one.topic: one for one in old.items}
    after = {one.topic: one for one in new.items}
    for topic in dict.fromkeys((*after, *before)):
        yield before.get(topic), after.get(topic)


def _of_items(
    old: ItemEntry | None, new: ItemEntry | None, year: int, *, has_same_evidence: bool
) -> Iterator[Change]:
    one = new or old
    if one is None:
        return
    if old is None or new is None:
        kind = ChangeKind.ADDED if new else ChangeKind.REMOVED
        yield Change(kind=kind, fiscal_year=year, item=one.item, title=one.title)
        return
    yield from _status(old, new, year)
    facts = differing(_item_facts(old), _item_facts(new))
    if facts:
        kind = ChangeKind.CHANGED
        yield Change(kind=kind, fiscal_year=year, item=new.item, title=new.title, facts=facts)
    yield from _of_requirements(old, new, year)
    if has_same_evidence:
        for change in evidence_changes(old, new):
            yield _evidence(change, new, year)


def _item_facts(one: ItemEntry) -> Mapping[str, str]:
    facts = {name: _text(getattr(one, name)) for name in _ITEM_FIELDS}
    return {**facts, "title": one.title.th}


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ";".join(str(one) for one in value)
    return "" if value is None else str(value)


def _status(old: ItemEntry, new: ItemEntry, year: int) -> Iterator[Change]:
    if old.status == new.status:
        return
    kind = ChangeKind.STATUS_CHANGED
    if new.status in _LATE and old.status not in _LATE:
        kind = ChangeKind.BECAME_LATE
    elif new.status in _IN_ORDER and old.status not in _IN_ORDER:
        kind = ChangeKind.BECAME_CURRENT
    facts = differing({"status": old.status}, {"status": new.status})
    yield Change(kind=kind, fiscal_year=year, item=new.item, title=new.title, facts=facts)


def _of_requirements(old: ItemEntry, new: ItemEntry, year: int) -> Iterator[Change]:
    before = {one.id: one for one in old.requirements}
    after = {one.id: one for one in new.requirements}
    for name in dict.fromkeys((*after, *before)):
        if name in before and name in after:
            yield from _of_cells(before[name], after[name], new, year)
        else:
            yield Change(
                kind=ChangeKind.ADDED if name in after else ChangeKind.REMOVED,
                fiscal_year=year,
                item=new.item,
                title=new.title,
                requirement=(after.get(name) or before[name]).label,
            )


def _of_cells(
    old: RequirementEntry, new: RequirementEntry, item: ItemEntry, year: int
) -> Iterator[Change]:
    """Cells whose deadline has passed since."""
    before = {(one.period, one.division): one.state for one in old.cells}
    for cell in new.cells:
        known = before.get((cell.period, cell.division))
        if known != "missing" and known is not None and cell.state == "missing":
            yield _missing(cell, known, new, item, year)


def _missing(
    cell: CellEntry, known: str, requirement: RequirementEntry, item: ItemEntry, year: int
) -> Change:
    return Change(
        kind=ChangeKind.BECAME_LATE,
        fiscal_year=year,
        item=item.item,
        title=item.title,
        requirement=requirement.label,
        periods=(cell.period,) if cell.period else (),
        division=cell.division or "",
        facts=differing({"state": known}, {"state": cell.state}),
    )


def _evidence(change: EvidenceChange, item: ItemEntry, year: int) -> Change:
    return Change(
        kind=ChangeKind(f"evidence-{change.what}"),
        fiscal_year=year,
        item=item.item,
        title=item.title,
        requirement=change.requirement,
        periods=change.periods,
        division=change.division,
        name=change.name,
        facts=change.facts,
    )
