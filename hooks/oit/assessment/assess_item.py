"""The judgement of one item on a date: its cells, its units, its status."""

from dataclasses import dataclass
from datetime import date

from oit.assessment.cells import Cell, Judgement, cells_of
from oit.assessment.confirmation import Confirmation, confirmation_of, stricter
from oit.assessment.result import WORST_FIRST, ItemAssessment, Status, UnitAssessment, failure_of
from oit.assessment.rules import timing
from oit.assessment.rules.waivers import check_expired
from oit.assessment.waivers import excuse, in_force
from oit.findings import FAULTY, Finding, in_order
from oit.model.mandate import MandateItem
from oit.model.record import Record
from oit.model.waivers import Waiver
from oit.periods import Frequency
from oit.records.site import Bundle, Round, Unit


@dataclass(frozen=True, slots=True)
class _Case:
    """An item with what its units are judged by."""

    item: MandateItem
    frequency: Frequency
    judgement: Judgement
    cells: tuple[Cell, ...]
    faults: list[Finding]
    waivers: tuple[Waiver, ...]
    """Those of the item that are in force."""


def assess_item(
    item: MandateItem, round_: Round, judgement: Judgement, faults: list[Finding]
) -> ItemAssessment:
    """Judge an item on the day and by the policy of `judgement`.

    `faults` are what is wrong with the item whatever the day.
    """
    bundle = round_.bundles.get(item.item)
    cells = cells_of(item, bundle, judgement, _invalid_evidence(faults))
    frequency = _frequency(item, bundle)
    waivers = _waivers(item, round_, judgement)
    case = _Case(item, frequency, judgement, cells, faults, waivers)
    units = tuple(_assess_unit(unit, case) for unit in (bundle.units if bundle else ()))
    late = [finding for one in units for finding in one.findings]
    expired = check_expired(round_, item, late, judgement) if not judgement.is_closed else ()
    findings = [*faults, *late, *expired]
    return ItemAssessment(
        item=item,
        bundle=bundle,
        frequency=frequency,
        units=units,
        cells=cells,
        waivers=waivers,
        status=_item_status(units, findings),
        due_on=min((one.due_on for one in units if one.due_on), default=None),
        findings=in_order(findings),
    )


def _waivers(item: MandateItem, round_: Round, judgement: Judgement) -> tuple[Waiver, ...]:
    return tuple(
        waiver
        for waiver in round_.waivers
        if waiver.item == item.item and in_force(waiver, round_.policy, judgement.as_of)
    )


def _frequency(item: MandateItem, bundle: Bundle | None) -> Frequency:
    """The stricter of the record's promise and the mandate."""
    record = bundle.record() if bundle else None
    if record and isinstance(record.disclosed, Record):
        return stricter(record.disclosed.frequency, item.frequency)
    return item.frequency


def _invalid_evidence(faults: list[Finding]) -> frozenset[tuple[str, int]]:
    """Evidence with a fault, by file and place in the document."""
    return frozenset(
        (finding.file, finding.field[1])
        for finding in faults
        if finding.kind in FAULTY
        and finding.field[:1] == ("evidence",)
        and len(finding.field) > 1
        and isinstance(finding.field[1], int)
    )


def _item_status(units: tuple[UnitAssessment, ...], findings: list[Finding]) -> Status:
    if any(finding.kind in FAULTY for finding in findings):
        return Status.INVALID
    return min((one.status for one in units), key=WORST_FIRST.index, default=Status.INVALID)


def _assess_unit(unit: Unit, case: _Case) -> UnitAssessment:
    as_of = case.judgement.as_of
    confirmation = confirmation_of(unit.disclosed, case.frequency, case.judgement)
    own = tuple(cell for cell in case.cells if cell.division == unit.division)
    faults = [finding for finding in case.faults if finding.file == unit.place.file]
    late = excuse(
        (
            *timing.check_stale(unit, confirmation, case.frequency, as_of),
            *timing.check_missing(own, unit, as_of),
        ),
        case.waivers,
        case.item.lead,
    )
    findings = (*faults, *late.standing)
    due_on = _due_on(confirmation, own)
    return UnitAssessment(
        unit=unit,
        division=unit.division or case.item.lead,
        is_part=unit.division is not None,
        confirmation=confirmation,
        cells=own,
        status=_failure(findings, late.excused) or _standing(confirmation, own, due_on, case),
        due_on=None if case.judgement.is_closed else due_on,
        findings=findings,
        excused=late.excused,
    )


def _due_on(confirmation: Confirmation, cells: tuple[Cell, ...]) -> date | None:
    """The deadline of the first period not confirmed, or the earliest of an empty cell."""
    deadlines = [cell.due_on for cell in cells if not cell.is_filled]
    if confirmation.deadline:
        deadlines.append(confirmation.deadline)
    return min(deadlines, default=None)


def _failure(findings: tuple[Finding, ...], excused: tuple[Finding, ...]) -> Status | None:
    return failure_of(findings) or (Status.WAIVED if excused else None)


def _standing(
    confirmation: Confirmation, cells: tuple[Cell, ...], due_on: date | None, case: _Case
) -> Status:
    """The status of a unit that fails nothing."""
    if confirmation.is_new or any(cell.is_plain and not cell.is_filled for cell in cells):
        return Status.PENDING
    if case.judgement.is_closed:
        return Status.COMPLETE
    warning = case.judgement.policy.warning_days.of(case.frequency)
    near = due_on is not None and (due_on - case.judgement.as_of).days <= warning
    return Status.DUE if near else Status.CURRENT
