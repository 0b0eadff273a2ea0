"""What a judgement comes to: statuses, scores and findings, as values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from oit.assessment.cells import FILLED, Cell, CellState, Disclosure
from oit.assessment.confirmation import Confirmation
from oit.assessment.scoring import Outcome
from oit.assessment.waivers import covers_cell
from oit.evidence.facts import FileFacts, TableReport
from oit.findings import FAULTY, Finding, Kind
from oit.model.mandate import MandateItem
from oit.model.record import Evidence
from oit.model.waivers import Waiver
from oit.periods import Frequency
from oit.records.site import Bundle, Round, Site, Unit


class Status(StrEnum):
    """What is said of an item, a part or a record; the worst first.

    A waiver sets aside what it covers. What it does not cover still shows: an item is called
    waived only where nothing else of it is late.
    """

    INVALID = "invalid"
    INCOMPLETE = "incomplete"
    STALE = "stale"
    WAIVED = "waived"
    PENDING = "pending"
    DUE = "due"
    CURRENT = "current"
    COMPLETE = "complete"


def failure_of(findings: Iterable[Finding]) -> Status | None:
    """What findings make of the item or unit that they are about; `None` where nothing fails."""
    kinds = {finding.kind for finding in findings}
    if kinds & FAULTY:
        return Status.INVALID
    if Kind.MISSING in kinds:
        return Status.INCOMPLETE
    return Status.STALE if Kind.STALE in kinds else None


WORST_FIRST = tuple(Status)
FULL = frozenset({Status.DUE, Status.CURRENT, Status.COMPLETE})
"""Statuses that score 100; `pending` is not counted, all others score 0."""
FAILED = frozenset({Status.STALE, Status.INCOMPLETE, Status.INVALID})
"""Statuses that somebody has to do something about."""


class RoundState(StrEnum):
    """Where a round stands on the day."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Today:
    """The day of the judgement, and whether somebody set it."""

    day: date
    is_set: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitAssessment:
    """A record or part, judged."""

    unit: Unit
    division: str
    """The division that answers for it: the lead for a record."""
    is_part: bool
    confirmation: Confirmation
    cells: tuple[Cell, ...]
    status: Status
    due_on: date | None
    findings: tuple[Finding, ...]
    excused: tuple[Finding, ...]
    """What is late, and covered by a waiver."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemAssessment:
    """An item, judged: as current as its oldest part, and showing the worst of them."""

    item: MandateItem
    bundle: Bundle | None
    frequency: Frequency
    """The stricter of the record's promise and the mandate."""
    units: tuple[UnitAssessment, ...]
    cells: tuple[Cell, ...]
    waivers: tuple[Waiver, ...]
    """Those in force."""
    status: Status
    due_on: date | None
    findings: tuple[Finding, ...]

    @property
    def to_do(self) -> tuple[Finding, ...]:
        """What somebody has to mend."""
        return tuple(one for one in self.findings if one.kind is not Kind.NOTICE)

    @property
    def is_failing(self) -> bool:
        """Whether somebody has to do something about it."""
        return bool(self.to_do) or self.status in FAILED

    @property
    def waived_until(self) -> date | None:
        """The last day of the waivers in force."""
        return max((one.until for one in self.waivers if one.until), default=None)

    def waived_until_of(self, cell: Cell) -> date | None:
        """The last day on which an empty cell is excused."""
        days = [one.until for one in self.waivers if covers_cell(one, cell, self.item.lead)]
        return max((day for day in days if day), default=None)

    @property
    def oldest_unit(self) -> UnitAssessment | None:
        """The unit confirmed longest ago; `None` without a readable one."""
        return min(self.units, key=lambda one: one.confirmation.last or date.min, default=None)

    @property
    def oldest(self) -> Confirmation | None:
        """The confirmations of that unit."""
        return self.oldest_unit.confirmation if self.oldest_unit else None

    @property
    def score(self) -> Decimal | None:
        """100 or 0; `None` while pending."""
        if self.status is Status.PENDING:
            return None
        return Decimal(100 if self.status in FULL else 0)

    @property
    def owed(self) -> tuple[Cell, ...]:
        """Cells that are owed by now."""
        return tuple(cell for cell in self.cells if cell.is_owed)

    @property
    def filled_count(self) -> int:
        """How many of the owed cells are filled."""
        return sum(cell.state in FILLED for cell in self.owed)

    @property
    def late_count(self) -> int:
        """How many cells were published after their deadline."""
        return sum(cell.state is CellState.LATE for cell in self.cells)

    @property
    def has_sample(self) -> bool:
        """Whether any evidence of the item is a sample."""
        return any(self._samples)

    @property
    def is_all_sample(self) -> bool:
        """Whether all of its evidence is."""
        return self.has_sample and all(self._samples)

    @property
    def _samples(self) -> list[bool]:
        units = (one.unit for one in self.units)
        return [one.sample for unit in units for one in unit.disclosed.evidence]

    def evidence(self) -> Iterator["Filling"]:
        """What counts on the assessed date, cell by cell; an entry stands in each cell it fills."""
        return (Filling(self, cell, given) for cell in self.cells for given in cell.disclosures)

    def shown_evidence(self) -> Iterator["Filling"]:
        """The same with what was published later, which is shown and counts for nothing."""
        return (Filling(self, cell, given) for cell in self.cells for given in cell.shown)

    def part(self, division: str) -> UnitAssessment | None:
        """The part of a division."""
        return next((one for one in self.units if one.is_part and one.division == division), None)


@dataclass(frozen=True, slots=True)
class Filling:
    """An evidence entry in one of the cells that it fills."""

    item: ItemAssessment
    cell: Cell
    disclosure: Disclosure

    @property
    def evidence(self) -> Evidence:
        """The entry."""
        return self.disclosure.evidence

    @property
    def division(self) -> str:
        """The division that answers for it."""
        return self.disclosure.unit.division or self.item.item.lead

    @property
    def facts(self) -> FileFacts | None:
        """What inspection found out about its file; `None` where it is no file that is there."""
        if self.evidence.kind != "file" or self.item.bundle is None:
            return None
        return self.item.bundle.facts.get(self.evidence.file)

    @property
    def table(self) -> TableReport | None:
        """The table in its file, if one could be read."""
        return self.facts.table if self.facts else None


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundAssessment:
    """A round, judged on a date."""

    round: Round
    state: RoundState
    as_of: date
    items: tuple[ItemAssessment, ...]
    findings: tuple[Finding, ...]
    outcome: Outcome
    filing_outcome: Outcome | None
    """The outcome as on the assessor's cut-off; `None` without one, or before it."""
    filing_items: tuple[ItemAssessment, ...] | None
    """The items as on that day; `None` likewise."""

    @property
    def failed(self) -> list[ItemAssessment]:
        """The items that somebody has to do something about."""
        return [one for one in self.items if one.is_failing]

    def evidence(self) -> Iterator[Filling]:
        """What counts on the assessed date, item by item and cell by cell."""
        return (filling for item in self.items for filling in item.evidence())

    @property
    def full_count(self) -> int:
        """How many items score in full."""
        return sum(one.status in FULL for one in self.items)

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year."""
        return self.round.fiscal_year


def newest_opened(rounds: tuple[RoundAssessment, ...]) -> RoundAssessment | None:
    """The latest of the rounds, by opening date, that has opened."""
    opened = [one for one in rounds if one.state is not RoundState.UPCOMING]
    return opened[-1] if opened else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """A site, judged on a day."""

    site: Site
    today: Today
    rounds: tuple[RoundAssessment, ...]
    """By opening date."""
    findings: tuple[Finding, ...]
    """All findings of the site and its rounds, in reading order."""

    @property
    def newest_opened(self) -> RoundAssessment | None:
        """The round whose duties are in force."""
        return newest_opened(self.rounds)
