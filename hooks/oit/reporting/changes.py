"""What changed in a round since a day: what was published and what was confirmed, newest first."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from oit.assessment.cells import Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment


class Change(Struct, frozen=True, kw_only=True):
    """An entry that was published, or a record or part that was confirmed."""

    day: date
    """From when it counts."""
    item: ItemAssessment
    division: str
    disclosure: Disclosure | None
    """`None` of a confirmation."""
    is_sample: bool


def changes_since(round_: RoundAssessment, first: date) -> list[Change]:
    """The changes from a day to the assessed date; an entry that fills two cells is there once."""
    found = (
        change
        for item in round_.items
        for change in (*_published(item), *_confirmed(item))
        if first <= change.day <= round_.as_of
    )
    return sorted(found, key=lambda change: (-change.day.toordinal(), change.item.mandated.number))


def _published(item: ItemAssessment) -> Iterator[Change]:
    seen = set()
    for filling in item.evidence():
        disclosure = filling.disclosure
        entry = (disclosure.unit.place.file, disclosure.number)
        if entry not in seen:
            seen.add(entry)
            yield Change(
                day=disclosure.counting.counts_from,
                item=item,
                division=filling.division,
                disclosure=disclosure,
                is_sample=disclosure.evidence.sample,
            )


def _confirmed(item: ItemAssessment) -> Iterator[Change]:
    for unit in item.units:
        if unit.confirmation.last:
            yield Change(
                day=unit.confirmation.last,
                item=item,
                division=unit.division,
                disclosure=None,
                is_sample=item.has_sample,
            )


def last_change(item: ItemAssessment, as_of: date) -> date | None:
    """The last day of an update or of published evidence up to a day; `None` without one."""
    changes = [
        day
        for unit in item.units
        for day in (
            unit.confirmation.updated,
            *(evidence.published for evidence in unit.unit.disclosed.evidence),
        )
        if day and day <= as_of
    ]
    return max(changes, default=None)
