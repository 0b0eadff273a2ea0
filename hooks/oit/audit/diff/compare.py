"""What changed from one published index to another: of two days, two rounds, or two offices."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from oit.assessment.statuses import FAILED, FULL
from oit.audit.diff.evidence import EvidenceChange, FieldChange, differing, evidence_changes
from oit.catalog import Language, say
from oit.contract.base import Name
from oit.contract.disclosed import RequirementEntry
from oit.contract.index import Index, ItemEntry, RoundEntry

_ITEM_FIELDS = (
    *("item", "indicator", "owner", "owners", "frequency"),
    *("updated", "reviewed", "due_on", "waived_until"),
)
"""Fields of an item that are compared, besides its title and status."""


class ChangeKind(StrEnum):
    """What happened, the most urgent first: the order of a report."""

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
    """What a reader should know of the two indexes before reading their changes."""

    OTHER_OFFICE = "other-office"
    OTHER_ROUND = "other-round"
    OLDER_SECOND = "older-second"


class IndexChange(Struct, frozen=True, kw_only=True):
    """One change: of a round, an item, a requirement, a cell, or a piece of evidence."""

    kind: ChangeKind
    fiscal_year: int
    item: str = ""
    """Empty where the round itself changed."""
    title: Name
    """Of the item, or of the round."""
    requirement: Name | None = None
    periods: tuple[str, ...] = ()
    division: str = ""
    name: str = ""
    """Of evidence: its file, section or address."""
    facts: tuple[FieldChange, ...] = ()


class Comparison(Struct, frozen=True, kw_only=True):
    """Two indexes, remarks on them, and the changes in the order of a report."""

    before: Index
    after: Index
    remarks: tuple[Remark, ...]
    changes: tuple[IndexChange, ...]


def compare(before: Index, after: Index) -> Comparison:
    """What changed. Rounds are paired by year, else the newest of each; items by topic.

    The evidence of different offices, or of different years, is not compared.
    """
    is_one_office = before.office.id == after.office.id
    remarks = [] if is_one_office else [Remark.OTHER_OFFICE]
    changes: list[IndexChange] = []
    for old, new in _paired_rounds(before, after):
        if old and new and old.fiscal_year != new.fiscal_year:
            remarks.append(Remark.OTHER_ROUND)
        elif old and new and old.as_of > new.as_of:
            remarks.append(Remark.OLDER_SECOND)
        changes.extend(_round_changes(old, new, is_one_office=is_one_office))
    return Comparison(
        before=before,
        after=after,
        remarks=tuple(dict.fromkeys(remarks)),
        changes=tuple(_in_order(changes)),
    )


def _in_order(changes: Iterable[IndexChange]) -> list[IndexChange]:
    """By kind; within a kind, the newest round first and its items in order."""
    kinds = list(ChangeKind)
    return sorted(changes, key=lambda change: (kinds.index(change.kind), -change.fiscal_year))


def _paired_rounds(
    before: Index, after: Index
) -> list[tuple[RoundEntry | None, RoundEntry | None]]:
    old = {round_.fiscal_year: round_ for round_ in before.rounds}
    new = {round_.fiscal_year: round_ for round_ in after.rounds}
    if old and new and not old.keys() & new.keys():
        return [(old[max(old)], new[max(new)])]
    years = sorted(old.keys() | new.keys(), reverse=True)
    return [(old.get(year), new.get(year)) for year in years]


def _round_changes(
    old: RoundEntry | None, new: RoundEntry | None, *, is_one_office: bool
) -> Iterator[IndexChange]:
    round_ = new or old
    if round_ is None:
        return
    year, title = round_.fiscal_year, _round_name(round_)
    if old is None or new is None:
        kind = ChangeKind.ADDED if new else ChangeKind.REMOVED
        yield IndexChange(kind=kind, fiscal_year=year, title=title)
        return
    if facts := differing(_round_facts(old), _round_facts(new)):
        yield IndexChange(kind=ChangeKind.CHANGED, fiscal_year=year, title=title, facts=facts)
    is_one_round = is_one_office and old.fiscal_year == new.fiscal_year
    for old_item, new_item in _paired_items(old, new):
        yield from _item_changes(old_item, new_item, year, has_same_evidence=is_one_round)


def _round_name(round_: RoundEntry) -> Name:
    thai, english = (say("diff.round", language, year=round_.fiscal_year) for language in Language)
    return Name(th=thai, en=english)


def _round_facts(round_: RoundEntry) -> Mapping[str, str]:
    oit, total = round_.score.oit or "", round_.score.total or ""
    return {"round_state": round_.state, "oit": oit, "total": total}


def _paired_items(
    old: RoundEntry, new: RoundEntry
) -> Iterator[tuple[ItemEntry | None, ItemEntry | None]]:
    """By topic, as numbers change from year to year: items of the new round, then removed ones."""
    before = {item.topic: item for item in old.items}
    after = {item.topic: item for item in new.items}
    for topic in dict.fromkeys((*after, *before)):
        yield before.get(topic), after.get(topic)


def _item_changes(
    old: ItemEntry | None, new: ItemEntry | None, year: int, *, has_same_evidence: bool
) -> Iterator[IndexChange]:
    item = new or old
    if item is None:
        return
    if old is None or new is None:
        kind = ChangeKind.ADDED if new else ChangeKind.REMOVED
        yield IndexChange(kind=kind, fiscal_year=year, item=item.item, title=item.title)
        return
    yield from _status_changes(old, new, year)
    if facts := differing(_item_facts(old), _item_facts(new)):
        yield IndexChange(
            kind=ChangeKind.CHANGED, fiscal_year=year, item=new.item, title=new.title, facts=facts
        )
    yield from _requirement_changes(old, new, year)
    if has_same_evidence:
        for change in evidence_changes(old, new):
            yield _evidence_change(change, new, year)


def _item_facts(item: ItemEntry) -> Mapping[str, str]:
    facts = {name: _text(getattr(item, name)) for name in _ITEM_FIELDS}
    return {**facts, "title": item.title.th}


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ";".join(map(str, value))
    return "" if value is None else str(value)


def _status_changes(old: ItemEntry, new: ItemEntry, year: int) -> Iterator[IndexChange]:
    if old.status == new.status:
        return
    kind = ChangeKind.STATUS_CHANGED
    if new.status in FAILED and old.status not in FAILED:
        kind = ChangeKind.BECAME_LATE
    elif new.status in FULL and old.status not in FULL:
        kind = ChangeKind.BECAME_CURRENT
    facts = differing({"status": old.status}, {"status": new.status})
    yield IndexChange(kind=kind, fiscal_year=year, item=new.item, title=new.title, facts=facts)


def _requirement_changes(old: ItemEntry, new: ItemEntry, year: int) -> Iterator[IndexChange]:
    before = {requirement.id: requirement for requirement in old.requirements}
    after = {requirement.id: requirement for requirement in new.requirements}
    for name in dict.fromkeys((*after, *before)):
        if name in before and name in after:
            yield from _cell_changes(before[name], after[name], new, year)
        else:
            yield IndexChange(
                kind=ChangeKind.ADDED if name in after else ChangeKind.REMOVED,
                fiscal_year=year,
                item=new.item,
                title=new.title,
                requirement=(after.get(name) or before[name]).label,
            )


def _cell_changes(
    old: RequirementEntry, new: RequirementEntry, item: ItemEntry, year: int
) -> Iterator[IndexChange]:
    """Cells that are missing now, and were not; other changes of cells are those of evidence."""
    before = {(cell.period, cell.division): cell.state for cell in old.cells}
    for cell in new.cells:
        state = before.get((cell.period, cell.division))
        if state not in (None, "missing") and cell.state == "missing":
            yield IndexChange(
                kind=ChangeKind.BECAME_LATE,
                fiscal_year=year,
                item=item.item,
                title=item.title,
                requirement=new.label,
                periods=(cell.period,) if cell.period else (),
                division=cell.division or "",
                facts=differing({"state": state}, {"state": cell.state}),
            )


def _evidence_change(change: EvidenceChange, item: ItemEntry, year: int) -> IndexChange:
    return IndexChange(
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
