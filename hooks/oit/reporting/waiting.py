"""Who keeps a site from being published, and whose data are in order and have to wait."""

from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.gate import NEVER_PUBLISHED, Gate, Verdict
from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment
from oit.findings import Finding, Kind


class Waiting(Struct, frozen=True):
    """What a refused site waits for."""

    blockers: tuple[tuple[str, tuple[str, ...]], ...]
    """Each item with the divisions that have to fix it."""
    has_faulty_settings: bool
    """Whether settings or policy files have to be fixed."""
    ready: tuple[str, ...]
    """Divisions that have submitted something, of which nothing has to be fixed."""


def waiting_of(assessment: Assessment, verdict: Verdict) -> Waiting | None:
    """What the site waits for; `None` where it is published, or a change alone is judged."""
    if not verdict.refused or verdict.gate is Gate.CHANGED:
        return None
    refusing = [finding for finding in verdict.failing if _refuses(finding, verdict.gate)]
    blockers: dict[str, set[str]] = {}
    for finding in refusing:
        if finding.item and finding.kind is not Kind.POLICY:
            blockers.setdefault(finding.item, set()).add(_owner(finding, assessment))
    return Waiting(
        blockers=tuple((item, tuple(sorted(owners))) for item, owners in blockers.items()),
        has_faulty_settings=any(finding.kind is Kind.POLICY for finding in refusing),
        ready=tuple(_ready(assessment, verdict)),
    )


def blocking_divisions(item: ItemAssessment) -> frozenset[str]:
    """The divisions that have to fix a failing item: those of its findings, else its lead."""
    return frozenset(finding.division or item.mandated.lead for finding in item.to_do)


def _refuses(finding: Finding, gate: Gate) -> bool:
    return gate is not Gate.REPORT or finding.kind in NEVER_PUBLISHED


def _owner(finding: Finding, assessment: Assessment) -> str:
    """The division that has to fix a finding; empty where nobody leads its item."""
    if finding.division:
        return finding.division
    rounds = (each for each in assessment.rounds if each.fiscal_year == finding.fiscal_year)
    items = (round_.mandate.find(finding.item or "") for round_ in rounds)
    return next((item.lead for item in items if item), "")


def _ready(assessment: Assessment, verdict: Verdict) -> Iterator[str]:
    """A division that submitted nothing is not among them, nor one of which anything fails."""
    newest = assessment.newest_opened
    submitted = set(_submitted(newest)) if newest else set()
    failing = {_owner(finding, assessment) for finding in verdict.failing if finding.item}
    for division in assessment.site.divisions:
        if division.id in submitted - failing:
            yield division.id


def _submitted(round_: RoundAssessment) -> Iterator[str]:
    """Divisions whose records or parts disclose or confirm something."""
    for item in round_.items:
        for unit in item.units:
            disclosed = unit.unit.disclosed
            if disclosed.evidence or disclosed.reviews or disclosed.updated:
                yield unit.division
