"""The assessment as values: of the site, its rounds, their items, and the units of an item."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from oit.assessment.cells import FILLED, Cell, CellState, Disclosure
from oit.assessment.confirmation import Confirmation
from oit.assessment.content import mixes_others
from oit.assessment.recorded import Recordings
from oit.assessment.scoring import Outcome
from oit.assessment.statuses import FAILED, FULL, Status
from oit.assessment.waivers import covers_cell
from oit.evidence.facts import FileFacts, TableReport
from oit.findings import Finding, Kind
from oit.model.mandate import Mandate, MandateItem
from oit.model.measures import Measures
from oit.model.record import Evidence
from oit.model.round import RoundPolicy
from oit.model.waivers import Waiver
from oit.periods import Frequency
from oit.records.site import Bundle, Round, Site, Unit


class RoundState(StrEnum):
    """Whether a round has opened or closed by today."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


class Today(Struct, frozen=True):
    """The day in Bangkok that the site is assessed on."""

    day: date
    is_set: bool = False
    """Whether `OIT_AS_OF` set it, to repeat a build of another day."""


class UnitAssessment(Struct, frozen=True, kw_only=True):
    """A record or part, assessed on a date."""

    unit: Unit
    division: str
    """The division that owns it: the lead for a record."""
    is_part: bool
    confirmation: Confirmation
    cells: tuple[Cell, ...]
    status: Status
    due_on: date | None
    findings: tuple[Finding, ...]
    excused: tuple[Finding, ...]
    """Findings of lateness that a waiver covers; not among `findings`."""


class ItemAssessment(Struct, frozen=True, kw_only=True):
    """An item, assessed on a date: as current as its oldest part, with the worst status of all."""

    mandated: MandateItem
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
    made_from: str = ""
    """SHA-256 of all that it follows from (`made_from.py`); empty for a past day."""

    @property
    def id(self) -> str:
        """`O15`."""
        return self.mandated.item

    @property
    def to_do(self) -> tuple[Finding, ...]:
        """The findings that somebody has to fix: all but notices."""
        return tuple(finding for finding in self.findings if finding.kind is not Kind.NOTICE)

    @property
    def is_failing(self) -> bool:
        """Whether a division has to act on it."""
        return bool(self.to_do) or self.status in FAILED

    @property
    def waived_until(self) -> date | None:
        """The last day of the waivers in force."""
        return max((waiver.until for waiver in self.waivers if waiver.until), default=None)

    def waived_until_of(self, cell: Cell) -> date | None:
        """The last day on which an empty cell is excused."""
        excusing = (each for each in self.waivers if covers_cell(each, cell, self.mandated.lead))
        return max((waiver.until for waiver in excusing if waiver.until), default=None)

    @property
    def oldest_unit(self) -> UnitAssessment | None:
        """The unit confirmed longest ago; `None` without a readable one."""
        return min(self.units, key=lambda unit: unit.confirmation.last or date.min, default=None)

    @property
    def oldest(self) -> Confirmation | None:
        """The confirmations of `oldest_unit`."""
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
        """Whether all evidence of the item is a sample."""
        return self.has_sample and all(self._samples)

    @property
    def _samples(self) -> list[bool]:
        return [entry.sample for unit in self.units for entry in unit.unit.disclosed.evidence]

    def evidence(self) -> Iterator["CellEvidence"]:
        """The entries that count on the assessed date, once for each cell that they fill."""
        return (
            CellEvidence(self, cell, entry) for cell in self.cells for entry in cell.disclosures
        )

    def shown_evidence(self) -> Iterator["CellEvidence"]:
        """The same and the entries published after it, which are shown but do not count."""
        return (CellEvidence(self, cell, entry) for cell in self.cells for entry in cell.shown)

    def part(self, division: str) -> UnitAssessment | None:
        """The part of a division."""
        parts = (unit for unit in self.units if unit.is_part)
        return next((part for part in parts if part.division == division), None)


class CellEvidence(Struct, frozen=True):
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
        """The division that disclosed it."""
        return self.disclosure.unit.division or self.item.mandated.lead

    @property
    def facts(self) -> FileFacts | None:
        """The facts of its file; `None` where it is no file, or the file is absent."""
        if self.evidence.kind != "file" or self.item.bundle is None:
            return None
        return self.item.bundle.facts.get(self.evidence.file)

    @property
    def table(self) -> TableReport | None:
        """The table in its file, if one could be read and has no other periods among its own."""
        facts = self.facts
        return facts.table if facts and not mixes_others(self.evidence, facts) else None


class RoundAssessment(Struct, frozen=True, kw_only=True):
    """A round, assessed on a date."""

    contents: Round
    state: RoundState
    as_of: date
    recordings: Recordings
    """From when everything in it counts."""
    items: tuple[ItemAssessment, ...]
    findings: tuple[Finding, ...]
    outcome: Outcome
    filing_outcome: Outcome | None
    filing_items: tuple[ItemAssessment, ...] | None
    """Both as on the assessor's cut-off (`filing`); `None` without one, or before it."""
    made_from: str

    @property
    def failed(self) -> list[ItemAssessment]:
        """The items that a division has to act on."""
        return [item for item in self.items if item.is_failing]

    def evidence(self) -> Iterator[CellEvidence]:
        """What counts on the assessed date, item by item and cell by cell."""
        return (entry for item in self.items for entry in item.evidence())

    @property
    def full_count(self) -> int:
        """How many items score in full."""
        return sum(item.status in FULL for item in self.items)

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year."""
        return self.contents.fiscal_year

    @property
    def policy(self) -> RoundPolicy:
        """Its `round.yml`: dates, deadlines, holidays."""
        return self.contents.policy

    @property
    def mandate(self) -> Mandate:
        """Its `mandate.yml`: what is owed in it."""
        return self.contents.mandate

    @property
    def measures(self) -> Measures | None:
        """Its `measures.yml`: what the office does for integrity; `None` without the file."""
        return self.contents.measures


def newest_opened(rounds: tuple[RoundAssessment, ...]) -> RoundAssessment | None:
    """The latest of the rounds, by opening date, that has opened."""
    opened = [round_ for round_ in rounds if round_.state is not RoundState.UPCOMING]
    return opened[-1] if opened else None


class Assessment(Struct, frozen=True, kw_only=True):
    """A site, assessed on a day."""

    site: Site
    today: Today
    rounds: tuple[RoundAssessment, ...]
    """By opening date."""
    findings: tuple[Finding, ...]
    """Those of the site and its rounds, in reading order."""

    @property
    def newest_opened(self) -> RoundAssessment | None:
        """The latest round that has opened, whose deadlines are in force."""
        return newest_opened(self.rounds)
