"""What an item owes, cell by cell, and what fills each cell on a date (design: "Words")."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from oit.assessment.basis import AssessmentBasis
from oit.assessment.recorded import Counting
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import Evidence
from oit.model.round import RoundPolicy
from oit.periods import Period, fiscal_periods
from oit.records.site import Bundle, Unit


class CellState(StrEnum):
    """The state of a cell on the assessed date."""

    PUBLISHED = "published"
    LATE = "late"
    """Published, but after its deadline."""
    NONE = "none"
    """Filled by the statement that there was nothing."""
    MISSING = "missing"
    """Empty past its deadline."""
    NOT_DUE = "not-due"
    """Empty, its deadline not past."""


FILLED = frozenset({CellState.PUBLISHED, CellState.LATE, CellState.NONE})


class Disclosure(Struct, frozen=True):
    """One evidence entry and the unit it is written in."""

    unit: Unit
    number: int
    """Its index in the `evidence` list of the document."""
    evidence: Evidence
    counting: Counting
    """From when it counts: in a cell for that cell, else for whatever period."""

    @property
    def line(self) -> int:
        """Where it says when it was published."""
        return self.unit.document.line(("evidence", self.number, "published"))


class Cell(Struct, frozen=True, kw_only=True):
    """One owed unit: requirement × period or × division."""

    requirement: Requirement
    period: Period | None
    division: str | None
    """The division that owes the cell alone; `None` where the item's lead does."""
    due_on: date
    state: CellState
    days_late: int
    is_owed: bool
    disclosures: tuple[Disclosure, ...]
    later: tuple[Disclosure, ...]
    """Evidence that counts only after the assessed date: shown, but not counted."""
    counts_from: date | None
    """The day of the first version that filled it; `None` while nothing does."""
    claimed_by: tuple[Disclosure, ...]
    """Faulty entries, each with a finding of its own, that were meant to fill it."""

    @property
    def is_plain(self) -> bool:
        """Whether it belongs to no period."""
        return self.period is None

    @property
    def shown(self) -> tuple[Disclosure, ...]:
        """What counts, then what was published after the assessed date."""
        return (*self.disclosures, *self.later)

    @property
    def is_from_earlier_version(self) -> bool:
        """Whether a version that was since corrected says from when it counts."""
        days = [entry.counting.counts_from for entry in self.disclosures]
        return self.counts_from is not None and self.counts_from < min(days)

    @property
    def is_filled(self) -> bool:
        """Whether something fills it."""
        return self.state in FILLED


class _ItemEvidence(Struct):
    """The evidence entries of an item's units, by whether they can fill a cell."""

    bundle: Bundle | None
    usable: list[Disclosure] = field(default_factory=list)
    faulty: list[Disclosure] = field(default_factory=list)

    def claiming(
        self, requirement: Requirement, period: Period | None, division: str | None
    ) -> tuple[Disclosure, ...]:
        """The entries that cannot be used and were meant to fill a cell."""
        return tuple(entry for entry in self.faulty if _fills(entry, requirement, period, division))


class OwedCell(Struct, frozen=True):
    """One cell as the rules have it, whatever fills it."""

    period: Period | None
    division: str | None
    due_on: date


def cells_of(
    item: MandateItem,
    bundle: Bundle | None,
    basis: AssessmentBasis,
    invalid: frozenset[tuple[str, int]],
) -> tuple[Cell, ...]:
    """Every cell the item owes in the round, in the mandate's order.

    `invalid` names evidence that fills nothing, by file and index in its `evidence` list.
    """
    evidence = _evidence_of(bundle, basis, invalid)
    return tuple(
        _cell(item, requirement, owed, evidence, basis)
        for requirement in item.requirements
        for owed in owed_cells(requirement, item, basis.policy)
    )


def _evidence_of(
    bundle: Bundle | None, basis: AssessmentBasis, invalid: frozenset[tuple[str, int]]
) -> _ItemEvidence:
    found = _ItemEvidence(bundle)
    for unit in bundle.units if bundle else ():
        for entry in disclosures_of(unit, bundle, basis) if bundle else ():
            is_faulty = (unit.place.file, entry.number) in invalid
            entries = found.faulty if is_faulty else found.usable
            entries.append(entry)
    return found


def disclosures_of(unit: Unit, bundle: Bundle, basis: AssessmentBasis) -> Iterator[Disclosure]:
    """The evidence entries of a record or part, in order, valid or not."""
    for number, evidence in unit.numbered():
        counting = basis.recordings.of_entry(evidence, unit, bundle, None)
        yield Disclosure(unit, number, evidence, counting)


def owed_cells(
    requirement: Requirement, item: MandateItem, policy: RoundPolicy
) -> Iterator[OwedCell]:
    """Each cell of a requirement, with its deadline."""
    divisions = item.owners if requirement.by_division else (None,)
    for division in divisions:
        for period in owed_periods(requirement):
            yield OwedCell(period, division, deadline_of(item, requirement, period, policy))


def owed_periods(requirement: Requirement) -> tuple[Period | None, ...]:
    """The periods for which a requirement is owed; `None` alone for one that is owed once."""
    return requirement.periods if requirement.asked else (None,)


def _cell(
    item: MandateItem,
    requirement: Requirement,
    owed: OwedCell,
    evidence: _ItemEvidence,
    basis: AssessmentBasis,
) -> Cell:
    period, division, due_on = owed.period, owed.division, owed.due_on
    filling = list(_filling(evidence, requirement, period, division, basis))
    version = basis.recordings.first_of_cell(item.item, requirement.id, period, division)
    first = _first_day(filling, version)
    counted = _counted(filling, first, basis.as_of)
    counts_from = first if counted else None
    has_ended = period is None or period.end < basis.as_of
    return Cell(
        requirement=requirement,
        period=period,
        division=division,
        due_on=due_on,
        state=_state(counted, counts_from, due_on, basis.as_of),
        days_late=max(0, (counts_from - due_on).days) if counts_from else 0,
        is_owed=has_ended or bool(counted),
        disclosures=tuple(counted),
        later=tuple(entry for entry in filling if entry not in counted),
        counts_from=counts_from,
        claimed_by=evidence.claiming(requirement, period, division),
    )


def _filling(
    evidence: _ItemEvidence,
    requirement: Requirement,
    period: Period | None,
    division: str | None,
    basis: AssessmentBasis,
) -> Iterator[Disclosure]:
    """The usable entries that are meant for a cell, each with when it counts for that cell."""
    for entry in evidence.usable:
        if evidence.bundle and _fills(entry, requirement, period, division):
            counting = basis.recordings.of_entry(
                entry.evidence, entry.unit, evidence.bundle, period
            )
            yield replace(entry, counting=counting)


def _first_day(filling: list[Disclosure], version: date | None) -> date | None:
    """When a filled cell counts from: a later version of it adds no lateness."""
    days = [entry.counting.counts_from for entry in filling]
    return min([*days, version] if version else days) if days else None


def _counted(filling: list[Disclosure], first: date | None, as_of: date) -> list[Disclosure]:
    """What counts of a cell on a day, which counts from `first`.

    Where only an earlier version counted by then, what took its place stands in for it.
    """
    if first is None or first > as_of:
        return []
    newest_first = min(entry.counting.counts_from for entry in filling)
    last = max(as_of, newest_first)
    return [entry for entry in filling if entry.counting.counts_from <= last]


def deadline_of(
    item: MandateItem, requirement: Requirement, period: Period | None, policy: RoundPolicy
) -> date:
    """The requirement's own date, else that of the period, else of the item's first period."""
    if requirement.due:
        return policy.calendar.from_earliest(requirement.due)
    first = fiscal_periods(policy.fiscal_year, item.frequency)[0]
    return policy.calendar.deadline(period or first)


def _fills(
    entry: Disclosure, requirement: Requirement, period: Period | None, division: str | None
) -> bool:
    """Whether an evidence entry is meant for a cell.

    What a division owes alone is filled from its own part; anything else from any of the units.
    """
    if entry.evidence.requirement != requirement.id:
        return False
    if division and entry.unit.division != division:
        return False
    return period is None or period in entry.evidence.periods


def _state(counted: list[Disclosure], first: date | None, due_on: date, as_of: date) -> CellState:
    if first is None:
        return CellState.MISSING if due_on < as_of else CellState.NOT_DUE
    if all(entry.evidence.kind == "none" for entry in counted):
        return CellState.NONE
    return CellState.LATE if first > due_on else CellState.PUBLISHED
