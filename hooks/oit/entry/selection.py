"""What an entry is about: by what its order names, and by questions for the rest."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from oit.assessment.assess import assess
from oit.assessment.cells import Cell
from oit.assessment.result import Assessment
from oit.catalog import both
from oit.editing.choices import (
    RECORD,
    item_choices,
    owed_periods,
    owed_requirements,
    owing_period,
    pick,
    pick_period,
    unit_choices,
    unit_of,
)
from oit.editing.preview import item_of
from oit.entry.prompts import DIVISION, ITEM, PERIOD, REQUIREMENT, Asker, choose
from oit.entry.refusals import could_not_run
from oit.evidence.inspect import Inspect
from oit.memory import Memory
from oit.model.mandate import MandateItem, Requirement
from oit.model.named import read_division
from oit.periods import Period
from oit.records.load import load_site
from oit.records.site import Bundle, Round, Unit
from oit.system.cache import CacheMemory, open_cache
from oit.system.environment import Environment, read_environment
from oit.system.evidence_cache import EvidenceInspector
from oit.system.witness import WitnessReader
from oit.wording.vocabulary import Vocabulary, vocabulary_of


class Request(Struct, frozen=True):
    """The arguments that say what to change; `None` for those that were left out."""

    item: str | None
    period: str | None = None
    requirement: str | None = None
    division: str | None = None
    year: int | None = None


class SelectedItem(Struct, frozen=True):
    """An item of a round, and its folder."""

    round: Round
    mandated: MandateItem
    bundle: Bundle

    @property
    def id(self) -> str:
        """`O15`."""
        return self.mandated.item


class SelectedCell(Struct, frozen=True):
    """What evidence is to fill, and the record or part that is to name it."""

    requirement: Requirement
    period: Period | None
    unit: Unit

    @property
    def fields(self) -> dict[str, object]:
        """`for` and `periods` of an entry that fills the cell."""
        periods = {"periods": [self.period]} if self.period else {}
        return {"for": self.requirement.id, **periods}


class Session(Struct, frozen=True):
    """A site as it is before an entry, assessed today. Its methods raise `RefusedError`."""

    root: Path
    environment: Environment
    inspect: Inspect
    memory: Memory
    witnessed: WitnessReader
    before: Assessment
    ask: Asker
    tell: Callable[[str], None]
    """Says what is done on the way, a line or some at a time."""
    pending: Mapping[str, bytes] = field(default_factory=dict)
    """What entries before have left, by path: part of `before`, and not written yet."""

    def read(self, path: str) -> bytes:
        """A file of the site as entries before have left it, by its path from the root."""
        known = self.pending.get(path)
        return (self.root / path).read_bytes() if known is None else known

    @property
    def today(self) -> date:
        """Today, or the day set by `OIT_AS_OF`."""
        return self.environment.today.day

    @property
    def vocabulary(self) -> Vocabulary:
        """The names of items and divisions."""
        return vocabulary_of(self.before.site)

    def select_item(self, request: Request) -> SelectedItem:
        """The item, in the round of the request's year, of its period, or the newest opened."""
        round_ = self._select_round(request)
        chosen = choose(self.ask, request.item, item_choices(round_.mandate), ITEM)
        mandated, bundle = round_.mandated(chosen.id), round_.bundles.get(chosen.id)
        if mandated is None or bundle is None or not bundle.units:
            could_not_run(both("entry.no-record", item=chosen.id))
        return SelectedItem(round_, mandated, bundle)

    def select_cell(
        self, selected: SelectedItem, request: Request, fits: Callable[[Requirement], bool]
    ) -> SelectedCell:
        """The cell of the item; `fits` says which requirements may be filled."""
        requirement = self.select_requirement(selected, request, fits)
        period = self._select_period(selected, requirement, request)
        return SelectedCell(requirement, period, self.select_owner(selected, requirement, request))

    def select_requirement(
        self, selected: SelectedItem, request: Request, fits: Callable[[Requirement], bool]
    ) -> Requirement:
        """The requirement of the request, or the one that fits its period."""
        fitting = list(filter(fits, selected.mandated.requirements))
        if request.requirement is None and request.period is not None:
            periodic = [requirement for requirement in fitting if requirement.asked]
            # Where none owes the period, one is chosen all the same: the error that follows is
            # then about the period.
            fitting = owing_period(periodic, request.period) or periodic or fitting
        owed = owed_requirements(fitting, self._cells(selected))
        chosen = choose(self.ask, request.requirement, owed, REQUIREMENT)
        return next(requirement for requirement in fitting if requirement.id == chosen.id)

    def select_owner(
        self, selected: SelectedItem, requirement: Requirement, request: Request
    ) -> Unit:
        """The record or part that a requirement's evidence goes into.

        What each division owes stands in its part; the rest goes into the record.
        """
        return self.select_unit(selected, request, None if requirement.by_division else RECORD)

    def select_unit(self, selected: SelectedItem, request: Request, default: str | None) -> Unit:
        """The record or part of the request's division, else `default` if it is there."""
        choices = unit_choices(
            selected.bundle, selected.mandated, self.before.site.divisions, self.vocabulary
        )
        name = request.division
        if name is None:
            name = default if selected.bundle.record() else None
        elif not pick(name, choices) and self._is_lead(name, selected.mandated):
            name = RECORD
        unit = unit_of(selected.bundle, choose(self.ask, name, choices, DIVISION))
        if unit is None:
            raise LookupError(f"no record or part {name}, though it was a choice")
        return unit

    def _select_period(
        self, selected: SelectedItem, requirement: Requirement, request: Request
    ) -> Period | None:
        """The period of the request, `None` for a requirement without periods."""
        if not requirement.asked:
            if request.period:
                values = {"requirement": requirement.label_th, "way": self.ask.way}
                could_not_run(both("entry.no-periods", item=selected.id, **values))
            return None
        if request.period and (found := pick_period(request.period, requirement)):
            return found
        owed = owed_periods(requirement, self._cells(selected))
        chosen = choose(self.ask, request.period, owed, PERIOD)
        return next(period for period in requirement.periods if str(period) == chosen.id)

    def _cells(self, selected: SelectedItem) -> tuple[Cell, ...]:
        return item_of(self.before, selected.round.fiscal_year, selected.id).cells

    def _select_round(self, request: Request) -> Round:
        rounds = [round_.contents for round_ in reversed(self.before.rounds)]
        if request.year:
            rounds = [round_ for round_ in rounds if round_.fiscal_year == request.year]
        elif newest := self.before.newest_opened:
            rounds.sort(key=lambda round_: round_ is not newest.contents)
        if not rounds:
            could_not_run(both("entry.no-round"))
        return next((round_ for round_ in rounds if _has_period(round_, request)), rounds[0])

    def _is_lead(self, name: str, item: MandateItem) -> bool:
        """Whether the division that leads an item is named: its part is the record."""
        named = read_division(name, self.before.site.divisions)
        return named is not None and named.id == item.lead


@contextmanager
def open_session(
    root: Path,
    alone: AbstractContextManager[object],
    ask: Asker,
    tell: Callable[[str], None],
) -> Iterator[Session]:
    """The site in a folder, assessed today, until the session ends; `alone` holds its lock so long.

    Raises `SettingError`, and as `alone`.
    """
    cache = open_cache()
    with alone, EvidenceInspector.remembering(cache) as inspect:
        environment, memory = read_environment(), CacheMemory(cache)
        witnessed = WitnessReader.remembering(root)
        site = witnessed(load_site(root, inspect=inspect, memory=memory))
        before = assess(site, environment.today)
        yield Session(root, environment, inspect, memory, witnessed, before, ask, tell)


def _has_period(round_: Round, request: Request) -> bool:
    """Whether the item of the request owes its period in a round."""
    chosen = pick(request.item, item_choices(round_.mandate)) if request.item else None
    item = round_.mandated(chosen.id) if chosen else None
    return bool(item and request.period and owing_period(item.requirements, request.period))
