"""The judgement of a site on a date: one direction, from what was read to what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from oit.assessment import (
    WORST_FIRST,
    Assessment,
    ItemAssessment,
    RoundAssessment,
    RoundState,
    Status,
    Today,
    UnitAssessment,
)
from oit.cells import Cell, Judgement, cells_of
from oit.confirmation import Confirmation, confirmation_of, stricter
from oit.findings import FAULTY, Finding, Kind, in_order
from oit.ita import Outcome, outcome_of
from oit.model.policy import MandateItem
from oit.model.record import Record
from oit.periods import Frequency
from oit.rules import dates, evidence, identity, policy, text, timing
from oit.site import Bundle, Round, Site, Unit


def assess(site: Site, today: Today) -> Assessment:
    """Judge every round of the site."""
    rounds = tuple(_assess_round(round_, site, today) for round_ in site.rounds)
    findings = [*site.findings, *policy.check_site(site)]
    findings.extend(finding for one in rounds for finding in one.findings)
    return Assessment(site=site, today=today, rounds=rounds, findings=in_order(findings))


def _assess_round(round_: Round, site: Site, today: Today) -> RoundAssessment:
    state = _round_state(round_, today.day)
    judgement = Judgement(
        as_of=min(today.day, round_.policy.closes),
        policy=round_.policy,
        is_closed=state is RoundState.CLOSED,
    )
    found = list(_lasting_findings(round_, site, today))
    faults = [*site.findings, *found]
    items = _assess_items(round_, judgement, faults)
    found.extend(finding for item in items for finding in item.findings)
    return RoundAssessment(
        round=round_,
        state=state,
        as_of=judgement.as_of,
        items=items,
        findings=in_order(found),
        outcome=_outcome(round_, items),
        filing_outcome=_filing_outcome(round_, judgement, items, faults),
    )


def _assess_items(
    round_: Round, judgement: Judgement, faults: list[Finding]
) -> tuple[ItemAssessment, ...]:
    return tuple(
        _assess_item(item, round_, judgement, _of_item(faults, round_, item))
        for item in round_.mandate.items
    )


def _outcome(round_: Round, items: tuple[ItemAssessment, ...]) -> Outcome:
    scores = {one.item.item: one.score for one in items}
    return outcome_of(round_.mandate, scores, round_.previous_results)


def _filing_outcome(
    round_: Round,
    judgement: Judgement,
    items: tuple[ItemAssessment, ...],
    faults: list[Finding],
) -> Outcome | None:
    """The outcome as on the assessor's cut-off, once that day has come."""
    filing = round_.policy.filing
    if filing is None or filing > judgement.as_of:
        return None
    if filing < judgement.as_of:
        items = _assess_items(round_, replace(judgement, as_of=filing), faults)
    return _outcome(round_, items)


def _round_state(round_: Round, today: date) -> RoundState:
    if today < round_.policy.opens:
        return RoundState.UPCOMING
    return RoundState.CLOSED if today > round_.policy.closes else RoundState.OPEN


def _of_item(findings: list[Finding], round_: Round, item: MandateItem) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.item == item.item
        and finding.fiscal_year == round_.fiscal_year
        and finding.kind is not Kind.POLICY
    ]


def _lasting_findings(round_: Round, site: Site, today: Today) -> Iterator[Finding]:
    """What is wrong whatever the day."""
    yield from policy.check_round(round_, site)
    yield from identity.check_presence(round_)
    for item in round_.mandate.items:
        if bundle := round_.bundles.get(item.item):
            yield from evidence.check_unlisted(bundle)
            for unit in bundle.units:
                yield from _unit_findings(unit, item, bundle, site)
                if not today.is_set:
                    yield from dates.check_future(unit, today.day)


def _unit_findings(unit: Unit, item: MandateItem, bundle: Bundle, site: Site) -> Iterator[Finding]:
    accepted = site.policy.accepted_types if site.policy else ()
    yield from identity.check_unit(unit, item, site)
    yield from dates.check_frequency(unit, item)
    yield from evidence.check_unit_evidence(unit, item, bundle, accepted)
    if site.policy and site.policy.mode == "production":
        yield from evidence.check_samples(unit)
    yield from text.check_text(unit)


@dataclass(frozen=True, slots=True)
class _Case:
    """An item with what its units are judged by."""

    item: MandateItem
    bundle: Bundle
    frequency: Frequency
    judgement: Judgement
    cells: tuple[Cell, ...]
    faults: list[Finding]


def _assess_item(
    item: MandateItem, round_: Round, judgement: Judgement, faults: list[Finding]
) -> ItemAssessment:
    bundle = round_.bundles.get(item.item)
    cells = cells_of(item, bundle, judgement, _invalid_evidence(faults))
    frequency = _frequency(item, bundle)
    units: tuple[UnitAssessment, ...] = ()
    if bundle:
        case = _Case(item, bundle, frequency, judgement, cells, faults)
        units = tuple(_assess_unit(unit, case) for unit in bundle.units)
    findings = [*faults, *(finding for one in units for finding in one.findings)]
    return ItemAssessment(
        item=item,
        bundle=bundle,
        frequency=frequency,
        units=units,
        cells=cells,
        status=_item_status(units, findings),
        due_on=min((one.due_on for one in units if one.due_on), default=None),
        findings=in_order(findings),
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
    findings = (
        *(finding for finding in case.faults if finding.file == unit.place.file),
        *timing.check_stale(unit, confirmation, case.frequency, as_of),
        *timing.check_missing(own, unit, as_of),
    )
    due_on = _due_on(confirmation, own)
    return UnitAssessment(
        unit=unit,
        division=unit.division or case.item.lead,
        is_part=unit.division is not None,
        confirmation=confirmation,
        cells=own,
        status=_failure(findings) or _standing(confirmation, own, due_on, case),
        due_on=None if case.judgement.is_closed else due_on,
        findings=findings,
    )


def _due_on(confirmation: Confirmation, cells: tuple[Cell, ...]) -> date | None:
    """The deadline of the first period not confirmed, or the earliest of an empty cell."""
    deadlines = [cell.due_on for cell in cells if not cell.is_filled]
    if confirmation.deadline:
        deadlines.append(confirmation.deadline)
    return min(deadlines, default=None)


def _failure(findings: tuple[Finding, ...]) -> Status | None:
    kinds = {finding.kind for finding in findings}
    if kinds & FAULTY:
        return Status.INVALID
    if Kind.MISSING in kinds:
        return Status.INCOMPLETE
    return Status.STALE if Kind.STALE in kinds else None


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
