"""A waiver names something that is owed, is approved by somebody, and ends."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from oit.assessment.basis import AssessmentBasis
from oit.assessment.rules.located import finding_at
from oit.assessment.waivers import covers, has_expired, is_valid
from oit.findings import Finding, Kind, Place
from oit.model.mandate import MandateItem
from oit.model.waivers import Waiver
from oit.records.site import Round


def check_waivers(round_: Round) -> Iterator[Finding]:
    """Faults of the waivers of a round, whatever the day."""
    for number, waiver in enumerate(round_.waivers):
        yield from _check_terms(round_, number, waiver)
        yield from _check_references(round_, number, waiver)


def _check_terms(round_: Round, number: int, waiver: Waiver) -> Iterator[Finding]:
    closes = round_.policy.closes
    if not waiver.approved_by:
        yield _finding(round_, number, "waiver-unapproved", "approved_by", item=waiver.item)
    if waiver.until is None or waiver.until > closes:
        terms = {"item": waiver.item, "found": waiver.until, "expected": closes}
        yield _finding(round_, number, "waiver-endless", "until", **terms)


def _check_references(round_: Round, number: int, waiver: Waiver) -> Iterator[Finding]:
    item = round_.mandated(waiver.item)
    if item is None:
        yield _finding(round_, number, "waiver-unknown", "item", found=waiver.item)
        return
    requirements = {requirement.id: requirement for requirement in item.requirements}
    named = requirements.get(waiver.requirement or "")
    # A waiver without a known requirement may name a period of any of them.
    periods = {
        period
        for requirement in ((named,) if named else item.requirements)
        for period in requirement.periods
    }
    if waiver.requirement and not named:
        yield _finding(round_, number, "waiver-unknown", "requirement", found=waiver.requirement)
    if waiver.period and waiver.period not in periods:
        yield _finding(round_, number, "waiver-unknown", "period", found=waiver.period)
    if waiver.division and waiver.division not in item.owners:
        yield _finding(round_, number, "waiver-unknown", "division", found=waiver.division)


def check_expired(
    round_: Round, item: MandateItem, late: Iterable[Finding], basis: AssessmentBasis
) -> Iterator[Finding]:
    """Expired waivers of an item: failing where what they excused is still late, else a notice."""
    still_late = list(late)
    for number, waiver in enumerate(round_.waivers):
        is_own = is_valid(waiver, round_.policy) and waiver.item == item.item
        if is_own and has_expired(waiver, basis.as_of):
            needed = any(covers(waiver, finding, item.lead) for finding in still_late)
            finding = _finding(round_, number, "waiver-expired", "until", found=waiver.until)
            kind = Kind.STALE if needed else Kind.NOTICE
            yield replace(finding, kind=kind, item=item.item, division=waiver.division)


def _finding(round_: Round, number: int, rule: str, field: str, **params: object) -> Finding:
    file = f"{round_.folder}/waivers.yml"
    place = Place(file, Kind.POLICY, fiscal_year=round_.fiscal_year)
    path = ("waivers", number, field)
    return finding_at(place, round_.waivers_document, rule, path, **params)
