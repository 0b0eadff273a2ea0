"""What an item is late with, judged by its records as they were meant.

A date, a file or a period with a fault is not also called late or missing: what follows from the
fault is told with it (`causes`).
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from oit.assessment.basis import AssessmentBasis
from oit.assessment.causes import Effect, FieldOfFile
from oit.assessment.cells import Cell, CellState, Disclosure, disclosures_of
from oit.assessment.confirmation import Confirmation, confirmation_of
from oit.assessment.rules import timing
from oit.findings import FAULTY, Finding
from oit.periods import Frequency
from oit.records.site import Bundle, Unit

_CONFIRMING = frozenset({"updated", "reviews"})
_FOR_WHICH_CELL = frozenset({"for", "periods"})
"""Fields that say which cell an entry fills: while they are wrong, it may be meant for another."""


class Lateness(Struct, frozen=True, dict=True):
    """The findings of lateness of an item, whatever waivers say."""

    bundle: Bundle | None
    """As it was meant."""
    cells: tuple[Cell, ...]
    """Of that bundle."""
    frequency: Frequency
    basis: AssessmentBasis
    faults: list[Finding]
    """Those of the item."""

    @property
    def unexplained(self) -> list[Finding]:
        """What is late, and no fault is the cause."""
        return [late.finding for late in self._late if not late.places]

    @property
    def effects(self) -> list[Effect]:
        """What is late because of a fault."""
        return [late for late in self._late if late.places]

    @property
    def _units(self) -> tuple[Unit, ...]:
        return self.bundle.units if self.bundle else ()

    @cached_property  # both of these ask
    def _late(self) -> list[Effect]:
        return [
            late
            for unit in self._units
            for found in (self._stale(unit), self._missing(unit))
            for late in found
        ]

    def _stale(self, unit: Unit) -> Iterator[Effect]:
        confirmation = confirmation_in(unit, self.bundle, self.frequency, self.basis)
        unknown = {path for path in unit.stood_in if path[0] in _CONFIRMING}
        for found in timing.check_stale(unit, confirmation, self.frequency, self.basis.as_of):
            yield Effect(found, frozenset((unit.place.file, path) for path in unknown))

    def _missing(self, unit: Unit) -> Iterator[Effect]:
        for cell in self.cells:
            if cell.division == unit.division and cell.state is CellState.MISSING:
                found = timing.missing(cell, unit, self.basis.as_of)
                yield Effect(found, frozenset(self._causes(cell)))

    def _causes(self, cell: Cell) -> Iterator[FieldOfFile]:
        """Where it is wrong that a cell is not filled."""
        for unit in self._units:
            if ("evidence",) in unit.stood_in and cell.division in (None, unit.division):
                yield unit.place.file, ("evidence",)
        for entry in cell.claimed_by:
            yield entry.unit.place.file, ("evidence", entry.number)
        if not cell.claimed_by:
            for entry, name in self._misplaced:
                if _may_be_for(entry, name, cell):
                    yield entry.unit.place.file, ("evidence", entry.number, name)

    @cached_property  # every empty cell asks
    def _misplaced(self) -> list[tuple[Disclosure, str]]:
        """Entries that do not say for which cell they are, each with the field that is wrong."""
        wrong = {(found.file, found.field[:3]) for found in self.faults if found.kind in FAULTY}
        return [
            (entry, name)
            for unit in self._units
            if self.bundle
            for entry in disclosures_of(unit, self.bundle, self.basis)
            for name in _FOR_WHICH_CELL
            if (unit.place.file, ("evidence", entry.number, name)) in wrong
        ]


def _may_be_for(entry: Disclosure, wrong: str, cell: Cell) -> bool:
    """Whether an entry may be meant for a cell, if one of its fields is not believed."""
    if cell.division and entry.unit.division != cell.division:
        return False
    if wrong == "periods":
        return entry.evidence.requirement == cell.requirement.id
    periods = entry.evidence.periods
    return cell.period in periods if periods else cell.period is None


def confirmation_in(
    unit: Unit, bundle: Bundle | None, frequency: Frequency, basis: AssessmentBasis
) -> Confirmation:
    """The confirmations of a record or part."""
    return confirmation_of(unit.disclosed, frequency, basis, _published(unit, bundle, basis))


def _published(unit: Unit, bundle: Bundle | None, basis: AssessmentBasis) -> Iterator[date]:
    """The days of a unit's evidence that counts; no day that was moved since it was recorded."""
    for entry in disclosures_of(unit, bundle, basis) if bundle else ():
        if entry.counting.counts_from <= basis.as_of:
            yield min(entry.evidence.published, entry.counting.claimed)
