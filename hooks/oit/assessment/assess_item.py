"""The assessment of one item on a date: its cells, its record and parts, its status."""

from datetime import date

from msgspec import Struct

from oit.assessment.basis import AssessmentBasis
from oit.assessment.causes import with_effects
from oit.assessment.cells import Cell, cells_of
from oit.assessment.confirmation import Confirmation, stricter
from oit.assessment.lateness import Lateness, confirmation_in
from oit.assessment.repetitions import told_once
from oit.assessment.result import ItemAssessment, UnitAssessment
from oit.assessment.rules.waivers import check_expired
from oit.assessment.statuses import Status, failing_status, worst
from oit.assessment.waivers import LateFindings, apply_waivers, is_in_force, without_excused
from oit.findings import FAULTY, Finding
from oit.model.mandate import MandateItem
from oit.model.record import Record
from oit.model.waivers import Waiver
from oit.periods import Frequency
from oit.records.site import Bundle, Round, Unit


class _ItemContext(Struct, frozen=True):
    """What the units of an item are assessed by."""

    item: MandateItem
    bundle: Bundle | None
    frequency: Frequency
    basis: AssessmentBasis
    cells: tuple[Cell, ...]
    faults: list[Finding]
    late: LateFindings


def assess_item(
    item: MandateItem, round_: Round, basis: AssessmentBasis, faults: list[Finding]
) -> ItemAssessment:
    """Assess an item on the day and by the policy of `basis`.

    `faults` are the item's findings that do not depend on the day. Its cells and its status come
    of what was really written; what it is late with, of what was meant.
    """
    bundle = round_.bundles.get(item.item)
    cells = cells_of(item, bundle, basis, _invalid_evidence(faults))
    frequency = _frequency(item, bundle)
    waivers = _waivers_in_force(item, round_, basis)
    lateness = _lateness(item, bundle, cells, basis, faults)
    late = apply_waivers(lateness.unexplained, waivers, item.lead)
    told = with_effects(faults, without_excused(lateness.effects, waivers, item.lead))
    context = _ItemContext(item, bundle, frequency, basis, cells, told, late)
    units = tuple(_assess_unit(unit, context) for unit in (bundle.units if bundle else ()))
    expired = check_expired(round_, item, late.remaining, basis) if not basis.is_closed else ()
    findings = [*told, *late.remaining, *expired]
    return ItemAssessment(
        mandated=item,
        bundle=bundle,
        frequency=frequency,
        units=units,
        cells=cells,
        waivers=waivers,
        status=_item_status(units, findings),
        due_on=min((unit.due_on for unit in units if unit.due_on), default=None),
        findings=told_once(findings),
    )


def _lateness(
    item: MandateItem,
    bundle: Bundle | None,
    cells: tuple[Cell, ...],
    basis: AssessmentBasis,
    faults: list[Finding],
) -> Lateness:
    """What the item is late with, by its records as they were meant."""
    meant = bundle.meant if bundle else None
    if meant:
        bundle, cells = meant, cells_of(item, meant, basis, _invalid_evidence(faults))
    return Lateness(bundle, cells, _frequency(item, bundle), basis, faults)


def _invalid_evidence(faults: list[Finding]) -> frozenset[tuple[str, int]]:
    """Evidence with a fault, by file and index in the document's `evidence` list."""
    return frozenset(
        (finding.file, finding.field[1])
        for finding in faults
        if finding.kind in FAULTY
        and finding.field[:1] == ("evidence",)
        and len(finding.field) > 1
        and isinstance(finding.field[1], int)
    )


def _frequency(item: MandateItem, bundle: Bundle | None) -> Frequency:
    """The stricter of the record's promise and the mandate."""
    record = bundle.record() if bundle else None
    if record and isinstance(record.disclosed, Record):
        return stricter(record.disclosed.frequency, item.frequency)
    return item.frequency


def _waivers_in_force(
    item: MandateItem, round_: Round, basis: AssessmentBasis
) -> tuple[Waiver, ...]:
    return tuple(
        waiver
        for waiver in round_.waivers
        if waiver.item == item.item and is_in_force(waiver, round_.policy, basis.as_of)
    )


def _item_status(units: tuple[UnitAssessment, ...], findings: list[Finding]) -> Status:
    """The worst of the item's own findings and its units; `invalid` without a readable unit."""
    statuses = [unit.status for unit in units]
    if failing := failing_status(findings):
        statuses.append(failing)
    return worst(statuses) or Status.INVALID


def _assess_unit(unit: Unit, context: _ItemContext) -> UnitAssessment:
    confirmation = confirmation_in(unit, context.bundle, context.frequency, context.basis)
    cells = tuple(cell for cell in context.cells if cell.division == unit.division)
    faults = (finding for finding in context.faults if finding.file == unit.place.file)
    late = (finding for finding in context.late.remaining if finding.division == unit.division)
    excused = tuple(found for found in context.late.excused if found.division == unit.division)
    findings = (*faults, *late)
    due_on = _due_on(confirmation, cells)
    waived = Status.WAIVED if excused else None
    passing = _passing_status(confirmation, cells, due_on, context)
    return UnitAssessment(
        unit=unit,
        division=unit.division or context.item.lead,
        is_part=unit.division is not None,
        confirmation=confirmation,
        cells=cells,
        status=failing_status(findings) or waived or passing,
        due_on=None if context.basis.is_closed else due_on,
        findings=findings,
        excused=excused,
    )


def _due_on(confirmation: Confirmation, cells: tuple[Cell, ...]) -> date | None:
    """The deadline of the first period not confirmed, or the earliest of an empty cell."""
    deadlines = [cell.due_on for cell in cells if not cell.is_filled]
    if confirmation.deadline:
        deadlines.append(confirmation.deadline)
    return min(deadlines, default=None)


def _passing_status(
    confirmation: Confirmation,
    cells: tuple[Cell, ...],
    due_on: date | None,
    context: _ItemContext,
) -> Status:
    """The status of a unit without failing findings (design: "Statuses and score")."""
    if confirmation.is_new or any(cell.is_plain and not cell.is_filled for cell in cells):
        return Status.PENDING
    if context.basis.is_closed:
        return Status.COMPLETE
    warning_days = context.basis.policy.warning_days.of(context.frequency)
    is_near = due_on is not None and (due_on - context.basis.as_of).days <= warning_days
    return Status.DUE if is_near else Status.CURRENT
