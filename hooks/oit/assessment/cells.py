"""What an item owes, cell by cell, and what fills each on a date."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from oit.model.mandate import MandateItem, Requirement
from oit.model.record import Evidence
from oit.model.round import RoundPolicy
from oit.periods import Period, WorkingCalendar, fiscal_periods
from oit.records.site import Bundle, Claim, Unit


class CellState(StrEnum):
    """What can be said of a cell."""

    PUBLISHED = "published"
    LATE = "late"
    """Published, but after its deadline."""
    NONE = "none"
    """A stated nothing."""
    MISSING = "missing"
    """Empty past its deadline."""
    NOT_DUE = "not-due"
    """Empty, its deadline not past."""


FILLED = frozenset({CellState.PUBLISHED, CellState.LATE, CellState.NONE})


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One evidence entry and the unit it is written in."""

    unit: Unit
    number: int
    evidence: Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
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
    """Evidence published after the assessed date: shown, and changing no verdict."""
    is_claimed: bool
    """Whether a faulty entry, reported already, means to fill it."""

    @property
    def is_plain(self) -> bool:
        """Whether it belongs to no period."""
        return self.period is None

    @property
    def shown(self) -> tuple[Disclosure, ...]:
        """What counts, then what was published after the assessed date."""
        return (*self.disclosures, *self.later)

    @property
    def is_filled(self) -> bool:
        """Whether something fills it."""
        return self.state in FILLED


@dataclass(frozen=True, slots=True)
class Judgement:
    """The day and the policy by which a round is judged."""

    as_of: date
    policy: RoundPolicy
    is_closed: bool

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of the round."""
        return self.policy.calendar

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year of the round."""
        return self.policy.fiscal_year


def cells_of(
    item: MandateItem,
    bundle: Bundle | None,
    judgement: Judgement,
    invalid: frozenset[tuple[str, int]],
) -> tuple[Cell, ...]:
    """Every cell the item owes in the round, in the mandate's order.

    `invalid` names evidence that fills nothing, by file and place in the document.
    """
    offer = _Offer()
    for unit in bundle.units if bundle else ():
        offer.broken.extend((claim, unit.division) for claim in unit.broken_claims)
        for number, evidence in unit.numbered():
            faulty = (unit.place.file, number) in invalid
            (offer.faulty if faulty else offer.usable).append(Disclosure(unit, number, evidence))
    return tuple(
        _cell(item, requirement, period, division, offer, judgement)
        for requirement in item.requirements
        for period, division in _owed(item, requirement)
    )


@dataclass(slots=True)
class _Offer:
    """What the units of an item bring."""

    usable: list[Disclosure] = field(default_factory=list)
    faulty: list[Disclosure] = field(default_factory=list)
    broken: list[tuple[Claim, str | None]] = field(default_factory=list)

    def claims(self, requirement: Requirement, period: Period | None, division: str | None) -> bool:
        """Whether an entry that cannot be used means to fill a cell."""
        claim = Claim(requirement.id, period)
        return any(fills(one, requirement, period, division) for one in self.faulty) or any(
            broken == claim and (division is None or owner == division)
            for broken, owner in self.broken
        )


def _owed(
    item: MandateItem, requirement: Requirement
) -> Iterator[tuple[Period | None, str | None]]:
    divisions = item.owners if requirement.by_division else (None,)
    for division in divisions:
        for period in requirement.periods or (None,):
            yield period, division


def _cell(
    item: MandateItem,
    requirement: Requirement,
    period: Period | None,
    division: str | None,
    offer: _Offer,
    judgement: Judgement,
) -> Cell:
    due_on = cell_deadline(item, requirement, period, judgement)
    filling = [one for one in offer.usable if fills(one, requirement, period, division)]
    counted = [one for one in filling if one.evidence.published <= judgement.as_of]
    first = min((one.evidence.published for one in counted), default=None)
    ended = period is None or period.end < judgement.as_of
    return Cell(
        requirement=requirement,
        period=period,
        division=division,
        due_on=due_on,
        state=_state(counted, first, due_on, judgement.as_of),
        days_late=max(0, (first - due_on).days) if first else 0,
        is_owed=ended or bool(counted),
        disclosures=tuple(counted),
        later=tuple(one for one in filling if one not in counted),
        is_claimed=offer.claims(requirement, period, division),
    )


def cell_deadline(
    item: MandateItem, requirement: Requirement, period: Period | None, judgement: Judgement
) -> date:
    """The requirement's own date, else that of the period, else of the item's first period."""
    if requirement.due:
        return requirement.due
    first = fiscal_periods(judgement.fiscal_year, item.frequency)[0]
    return judgement.calendar.deadline(period or first)


def fills(
    one: Disclosure, requirement: Requirement, period: Period | None, division: str | None
) -> bool:
    """Whether an evidence entry is meant for a cell.

    What a division owes alone is filled from its own part; anything else from any of the units.
    """
    if one.evidence.requirement != requirement.id:
        return False
    if division and one.unit.division != division:
        return False
    return period is None or period in one.evidence.periods


def _state(counted: list[Disclosure], first: date | None, due_on: date, as_of: date) -> CellState:
    if first is None:
        return CellState.MISSING if due_on < as_of else CellState.NOT_DUE
    if all(one.evidence.kind == "none" for one in counted):
        return CellState.NONE
    return CellState.LATE if first > due_on else CellState.PUBLISHED
