"""What a waiver excuses, and when. It covers lateness alone, nothing invalid and nothing unsafe."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from oit.assessment.cells import Cell
from oit.findings import Finding, Kind
from oit.model.round import RoundPolicy
from oit.model.waivers import Waiver

EXCUSABLE = frozenset({Kind.STALE, Kind.MISSING})


def is_sound(waiver: Waiver, policy: RoundPolicy) -> bool:
    """Whether somebody approved it, and it ends within the round."""
    return bool(waiver.approved_by and waiver.until and waiver.until <= policy.closes)


def in_force(waiver: Waiver, policy: RoundPolicy, as_of: date) -> bool:
    """Whether it holds on a day."""
    begun = waiver.approved_on is None or waiver.approved_on <= as_of
    return begun and is_sound(waiver, policy) and not has_expired(waiver, as_of)


def has_expired(waiver: Waiver, as_of: date) -> bool:
    """Whether its last day has passed."""
    return waiver.until is not None and waiver.until < as_of


def covers(waiver: Waiver, finding: Finding, lead: str) -> bool:
    """Whether it is about what a finding says is late. `lead` answers for the record."""
    if finding.kind not in EXCUSABLE or finding.item != waiver.item:
        return False
    return _fits(waiver, finding.division or lead, finding.requirement, finding.cell)


def covers_cell(waiver: Waiver, cell: Cell, lead: str) -> bool:
    """Whether it excuses that a cell of its item is empty."""
    period = str(cell.period) if cell.period else None
    fits = _fits(waiver, cell.division or lead, cell.requirement.id, period)
    return fits and not cell.is_filled


def _fits(waiver: Waiver, division: str, requirement: str | None, period: str | None) -> bool:
    """Whether each thing that a waiver names is the one in question."""
    return (
        waiver.division in (None, division)
        and waiver.requirement in (None, requirement)
        and (waiver.period is None or str(waiver.period) == period)
    )


@dataclass(frozen=True, slots=True)
class Excused:
    """Findings, parted by whether a waiver in force covers them."""

    standing: tuple[Finding, ...]
    excused: tuple[Finding, ...]


def excuse(findings: Iterable[Finding], waivers: Iterable[Waiver], lead: str) -> Excused:
    """Part the findings by the waivers in force."""
    listed, granted = list(findings), list(waivers)
    excused = [one for one in listed if any(covers(waiver, one, lead) for waiver in granted)]
    return Excused(tuple(one for one in listed if one not in excused), tuple(excused))
