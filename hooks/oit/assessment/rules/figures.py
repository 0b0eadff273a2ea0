"""Figures far from those of earlier periods: a slipped decimal, a missing sheet, another unit."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from statistics import median

from msgspec.structs import replace

from oit.assessment.content import Entry, entries_for
from oit.assessment.rules.located import unit_finding
from oit.findings import Finding, Kind
from oit.model.mandate import MandateItem
from oit.periods import Period
from oit.records.site import Round

MOST_EARLIER = 12
"""Earlier periods that a figure is compared with: a year of months."""
FACTOR = 10
"""A figure is far off where it is so many times the median of these, or that part of it."""

LEAST = 100
"""One of the two is at least as much: no complaint after one of last month is no mistake."""


def check_figures(item: MandateItem, round_: Round, earlier: Iterable[Round]) -> Iterator[Finding]:
    """Sums of an item's statistics far from those of earlier periods, here or in an earlier round.

    Each column of figures by itself, and each division by itself. The first period has no others.
    """
    rounds = tuple(earlier)
    for requirement in item.requirements:
        if requirement.statistics and requirement.asked:
            own = _told(entries_for(round_, item, requirement.id))
            known = _told(
                entry for each in rounds for entry in entries_for(each, item, requirement.id)
            )
            for entry in own:
                yield from _check_entry(entry, [*known, *own])


def _told(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with figures of one period."""
    return [entry for entry in entries if len(entry.evidence.periods) == 1 and entry.sums]


def _check_entry(entry: Entry, known: Iterable[Entry]) -> Iterator[Finding]:
    before = _before(entry, known)
    for column, found in entry.sums.items():
        figures = [other.sums[column] for other in before if column in other.sums]
        usual = median(figures) if figures else Decimal()
        is_near = usual / FACTOR < found < usual * FACTOR
        if usual > 0 and not is_near and max(found, usual) >= LEAST:
            yield _finding(entry, column, usual, len(figures))


def _before(entry: Entry, known: Iterable[Entry]) -> list[Entry]:
    """The entries of the latest periods before that of an entry, one each, by the same division."""
    same: dict[Period, Entry] = {}
    for other in known:
        (period,) = other.evidence.periods
        if other.unit.division == entry.unit.division and period < _period(entry):
            same[period] = other
    return [same[period] for period in sorted(same)[-MOST_EARLIER:]]


def _period(entry: Entry) -> Period:
    return entry.evidence.periods[0]


def _finding(entry: Entry, column: str, usual: Decimal, count: int) -> Finding:
    found = unit_finding(
        entry.unit,
        "figures-far-off",
        ("evidence", entry.number, "file"),
        Kind.NOTICE,
        file_name=entry.name,
        column=column,
        period=_period(entry),
        found=f"{entry.sums[column]:,}",
        usual=f"{usual:,}",
        count=count,
    )
    cell = str(_period(entry))
    return replace(found, requirement=entry.evidence.requirement, cell=cell, where=column)
