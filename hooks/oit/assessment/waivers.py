"""What a waiver excuses, and when. It covers lateness alone, nothing invalid and nothing unsafe."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from oit.assessment.causes import Effect
from oit.assessment.cells import Cell
from oit.findings import Finding, Kind
from oit.model.round import RoundPolicy
from oit.model.waivers import Waiver

EXCUSABLE = frozenset({Kind.STALE, Kind.MISSING})


class LateFindings(Struct, frozen=True):
    """Findings of lateness, split by whether a waiver in force covers them."""

    remaining: tuple[Finding, ...]
    excused: tuple[Finding, ...]


def apply_waivers(
    findings: Iterable[Finding], waivers: Iterable[Waiver], lead: str
) -> LateFindings:
    """Split the findings by the waivers in force. `lead` is the division that owns the record."""
    late, in_force = list(findings), list(waivers)
    excused = [
        finding for finding in late if any(covers(waiver, finding, lead) for waiver in in_force)
    ]
    remaining = (finding for finding in late if finding not in excused)
    return LateFindings(tuple(remaining), tuple(excused))


def without_excused(
    effects: Iterable[Effect], waivers: Iterable[Waiver], lead: str
) -> list[Effect]:
    """The effects that no waiver in force covers."""
    in_force = list(waivers)
    return [
        effect
        for effect in effects
        if not any(covers(waiver, effect.finding, lead) for waiver in in_force)
    ]


def is_valid(waiver: Waiver, policy: RoundPolicy) -> bool:
    """Whether somebody approved it, and it ends within the round."""
    return bool(waiver.approved_by and waiver.until and waiver.until <= policy.closes)


def is_in_force(waiver: Waiver, policy: RoundPolicy, as_of: date) -> bool:
    """Whether it is valid, has begun and has not expired on a day."""
    has_begun = waiver.approved_on is None or waiver.approved_on <= as_of
    return has_begun and is_valid(waiver, policy) and not has_expired(waiver, as_of)


def has_expired(waiver: Waiver, as_of: date) -> bool:
    """Whether its last day has passed."""
    return waiver.until is not None and waiver.until < as_of


def covers(waiver: Waiver, finding: Finding, lead: str) -> bool:
    """Whether it excuses the lateness that a finding reports. `lead` owns the item's record."""
    if finding.kind not in EXCUSABLE or finding.item != waiver.item:
        return False
    return _matches(waiver, finding.division or lead, finding.requirement, finding.cell)


def covers_cell(waiver: Waiver, cell: Cell, lead: str) -> bool:
    """Whether it excuses that a cell of its item is empty."""
    period = str(cell.period) if cell.period else None
    matches = _matches(waiver, cell.division or lead, cell.requirement.id, period)
    return matches and not cell.is_filled


def _matches(waiver: Waiver, division: str, requirement: str | None, period: str | None) -> bool:
    """Whether every field that the waiver sets has this value; a field left out matches any."""
    return (
        waiver.division in (None, division)
        and waiver.requirement in (None, requirement)
        and (waiver.period is None or str(waiver.period) == period)
    )
