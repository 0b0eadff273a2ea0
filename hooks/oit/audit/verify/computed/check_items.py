"""The items of the index: their cells, records and parts, status and score, as computed."""

from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.cells import Cell
from oit.assessment.result import ItemAssessment, UnitAssessment
from oit.assessment.scoring import rounded
from oit.assessment.waivers import EXCUSABLE
from oit.audit.verify.computed.differences import Comparison, Depth, Difference, Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.contract.addresses import INDEX_PATH
from oit.contract.disclosed import CellEntry
from oit.contract.index import ItemEntry, PartEntry
from oit.findings import FAULTY, Kind
from oit.reporting.changes import last_change


class ComparedItem(Struct, frozen=True):
    """An item of the index, and the same as computed."""

    entry: ItemEntry
    judged: ItemAssessment
    round_: PublishedRound

    def differences(self) -> Iterator[Difference]:
        """Where they differ, from the cells up to the score."""
        yield from self._cells()
        yield from self._counts()
        if self._is_wholly_told:
            yield from self._units()
            yield from self._late_findings()
        yield from self._item()
        yield from self._score()

    @property
    def _is_wholly_told(self) -> bool:
        """Whether its events tell all that judges it.

        What cannot be read is no event. Then the item is `invalid` whatever else is computed, but
        of a record beside the one with the fault nobody knows what follows from it.
        """
        return not any(Kind(finding.kind) in FAULTY for finding in self.entry.findings)

    def _compare(self, check: str, depth: Depth) -> Comparison:
        return Comparison(INDEX_PATH, self.round_.entry.fiscal_year, check, depth)

    def _cells(self) -> Iterator[Difference]:
        found = [
            (Place(self.entry.item, requirement.id, cell.period, cell.division or ""), cell)
            for requirement, cell in self.entry.requirement_cells()
        ]
        expected = {place_of_cell(self.judged, cell): cell for cell in self.judged.cells}
        yield from self._compare("cell-differs", Depth.OWED).entries(
            [place for place, _ in found], expected
        )
        for place, cell in found:
            if place in expected:
                yield from self._cell(place, cell, expected[place])

    def _cell(self, place: Place, found: CellEntry, expected: Cell) -> Iterator[Difference]:
        first = expected.counts_from if self.round_.rules.policy.is_witnessed else None
        yield from self._compare("cell-differs", Depth.CELL).of(
            place,
            due_on=(found.due_on, expected.due_on),
            owed=(found.owed, expected.is_owed),
            counts_from=(found.counts_from, first),
            waived_until=(found.waived_until, self.judged.waived_until_of(expected)),
        )
        states = (
            _state(found.state, found.days_late),
            _state(expected.state.value, expected.days_late),
        )
        if states[0] != states[1]:
            compare = self._compare("cell-state", Depth.CELL)
            yield compare.difference(place, found=states[0], expected=states[1])

    def _counts(self) -> Iterator[Difference]:
        counts = {
            "owed_count": (self.entry.owed_count, len(self.judged.owed)),
            "filled_count": (self.entry.filled_count, self.judged.filled_count),
            "late_count": (self.entry.late_count, self.judged.late_count),
        }
        for name, (found, expected) in counts.items():
            if found != expected:
                yield self._compare("count", Depth.ITEM).difference(
                    Place(self.entry.item), what=name, found=str(found), expected=str(expected)
                )

    def _units(self) -> Iterator[Difference]:
        found = [(place_of_part(self.entry, part), part) for part in self.entry.parts]
        expected = {
            Place(self.entry.item, division=unit.unit.division or ""): unit
            for unit in self.judged.units
        }
        compare = self._compare("part-differs", Depth.UNIT)
        yield from compare.entries([place for place, _ in found], expected)
        for place, part in found:
            if place in expected:
                yield from compare.of(place, **_of_unit(part, expected[place]))

    def _late_findings(self) -> Iterator[Difference]:
        """The index tells every lateness, and no other."""
        found = [
            Place(self.entry.item, finding.requirement, finding.period, finding.division or "")
            for finding in self.entry.findings
            if Kind(finding.kind) in EXCUSABLE
        ]
        expected = [
            Place(self.entry.item, finding.requirement, finding.cell, finding.division or "")
            for finding in self.judged.findings
            if finding.kind in EXCUSABLE
        ]
        compare = self._compare("finding-differs", Depth.UNIT)
        for place in (*dict.fromkeys(found), *dict.fromkeys(expected)):
            yield from compare.of(place, findings=(place in found, place in expected))

    def _item(self) -> Iterator[Difference]:
        compare = self._compare("item-differs", Depth.ITEM)
        place = Place(self.entry.item)
        yield from compare.of(place, status=(self.entry.status, self.judged.status.value))
        if not self._is_wholly_told:
            return
        oldest = self.judged.oldest
        reviews = [unit.confirmation.reviewed for unit in self.judged.units]
        yield from compare.of(
            place,
            frequency=(self.entry.frequency, self.judged.frequency.value),
            due_on=(self.entry.due_on, self.judged.due_on),
            updated=(self.entry.updated, last_change(self.judged, self.round_.basis.as_of)),
            reviewed=(self.entry.reviewed, max(filter(None, reviews), default=None)),
            sample=(self.entry.sample, self.judged.has_sample),
            waived_until=(self.entry.waived_until, self.judged.waived_until),
        )
        if self.entry.current_since:
            last = oldest.last if oldest else None
            yield from compare.of(place, current_since=(self.entry.current_since, last))

    def _score(self) -> Iterator[Difference]:
        score = self.judged.score
        expected = "" if score is None else str(rounded(score))
        if (self.entry.score or "") != expected:
            yield self._compare("score", Depth.ITEM).difference(
                Place(self.entry.item),
                item_status=self.judged.status.value,
                found=self.entry.score or "",
                expected=expected,
            )


def place_of_cell(item: ItemAssessment, cell: Cell) -> Place:
    """Where a computed cell stands."""
    period = str(cell.period) if cell.period else None
    return Place(item.id, cell.requirement.id, period, cell.division or "")


def place_of_part(item: ItemEntry, part: PartEntry) -> Place:
    """Where a record or part of the index stands."""
    return Place(item.item, division=part.division if part.part else "")


def _state(state: str, days: int) -> str:
    return f"{state} ({days})" if days else state


def _of_unit(part: PartEntry, unit: UnitAssessment) -> dict[str, tuple[object, object]]:
    confirmation = unit.confirmation
    return {
        "status": (part.status, unit.status.value),
        "due_on": (part.due_on, unit.due_on),
        "updated": (part.updated, confirmation.updated),
        "reviewed": (part.reviewed, confirmation.reviewed),
        "updated_recorded": (part.updated_recorded, confirmation.updated_recorded),
        "reviewed_recorded": (part.reviewed_recorded, confirmation.reviewed_recorded),
    }
