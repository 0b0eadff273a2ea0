"""What a file is taken for: the cells that its clues speak for, the likeliest first."""

from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.result import Assessment, RoundAssessment, RoundState
from oit.catalog import Language
from oit.catalog.dates import date_words, thai_period
from oit.editing.year_plan import is_of_several
from oit.evidence.facts import FileFacts
from oit.intake.earlier import cell_of
from oit.intake.file_words import Said, divisions_named, is_of_another_year, period_of, said_of
from oit.intake.shapes import Clue, Guess, Reason, Target
from oit.intake.weights import ENOUGH, WEIGHTS, Weighed, spoken_for
from oit.model.mandate import MandateItem, Requirement

_MOST = 12
"""Guesses that are kept: nobody chooses from more."""


def taken_for(name: str, facts: FileFacts, assessment: Assessment) -> tuple[Guess, ...]:
    """What a file may be for, the likeliest first; none where nothing speaks for anything.

    `name` is the one that it came with; `facts` are of an inspection that was asked about
    `all_tables`. A target's period is `None` where it is not certain, and for a year's workbook.
    """
    said = said_of(name, facts)
    taking = [_Taking(said, each, assessment) for each in _rounds(assessment)]
    guesses = [guess for each in taking for guess in each.guesses()]
    return tuple(sorted(guesses, key=lambda guess: -guess.weight)[:_MOST])


def all_tables(assessment: Assessment) -> tuple[str, ...]:
    """The schemas that the rounds ask for: to inspect a file of which nobody said what it is."""
    items = [item for round_ in _rounds(assessment) for item in round_.mandate.items]
    owed = [requirement for item in items for requirement in item.requirements]
    return tuple(dict.fromkeys(name for requirement in owed for name in requirement.tables))


def _rounds(assessment: Assessment) -> list[RoundAssessment]:
    """The newest round that has opened, then others that are still open."""
    newest = assessment.newest_opened
    others = [each for each in assessment.rounds if each.state is RoundState.OPEN]
    return [newest, *(each for each in others if each is not newest)] if newest else others


class _Taking(Struct, frozen=True):
    """A file beside a round."""

    said: Said
    round: RoundAssessment
    assessment: Assessment

    def guesses(self) -> Iterator[Guess]:
        """A guess for each cell that something speaks for."""
        spoken = spoken_for(self.said, self.round, self.assessment.site.divisions)
        for item in self.round.mandate.items:
            for requirement in item.requirements:
                if weighed := spoken.get((item.item, requirement.id)):
                    yield from self._of_requirement(item, requirement, weighed)

    def _of_requirement(
        self, item: MandateItem, requirement: Requirement, weighed: list[Weighed]
    ) -> Iterator[Guess]:
        """For each division that may owe it, the cell with all that speaks for it."""
        is_year = is_of_several(self.said.sheets, requirement)
        period = None if is_year else period_of(self.said, requirement)
        if not (self._is_newest or period or is_year):
            return
        for division, named in self._divisions(item, requirement):
            target = Target(self.round.fiscal_year, item.item, requirement.id, period, division)
            told = [*weighed, *_of_period(target), *named, *self._owed(target)]
            reasons = tuple(dict.fromkeys(reason for reason, _ in told))
            yield Guess(target, reasons, self._weight(requirement, told))

    @property
    def _is_newest(self) -> bool:
        """What belongs to no period is for the newest round alone."""
        newest = self.assessment.newest_opened
        return newest is not None and newest.fiscal_year == self.round.fiscal_year

    def _weight(self, requirement: Requirement, told: list[Weighed]) -> int:
        """All together; too little for what is of another year, as long as nobody has said it."""
        weight = sum(each for _, each in told)
        is_other = is_of_another_year(self.said, self.round.fiscal_year, requirement.label_th)
        return min(weight, ENOUGH - 1) if is_other else weight

    def _divisions(
        self, item: MandateItem, requirement: Requirement
    ) -> Iterator[tuple[str | None, list[Weighed]]]:
        """Each division whose part is meant, `None` for the record, with what speaks for it."""
        named = divisions_named(self.said, self.assessment.site.divisions)
        owners = {owner: seen for owner, seen in named.items() if owner in item.owners}
        if requirement.by_division:
            for owner in owners or item.owners:
                if self._has_unit(item, owner):
                    yield owner, [_of_division(owners[owner])] if owner in owners else []
            return
        parts = [owner for owner in owners if self._has_part(item, owner)]
        seen = [_of_division(words) for words in owners.values()]
        yield (parts[0] if len(owners) == len(parts) == 1 else None), seen[:1]

    def _has_part(self, item: MandateItem, division: str) -> bool:
        bundle = self.round.contents.bundles.get(item.item)
        return bool(bundle and bundle.part(division))

    def _has_unit(self, item: MandateItem, division: str) -> bool:
        """Whether something may be entered for a division: the lead has the record."""
        return division == item.lead or self._has_part(item, division)

    def _owed(self, target: Target) -> Iterator[Weighed]:
        """Its cell is empty, and owed by now."""
        cell = cell_of(target, self.assessment)
        if cell and cell.is_owed and not cell.is_filled:
            due = date_words(cell.due_on, Language.TH)
            yield Reason(Clue.OWED, due), WEIGHTS[Clue.OWED]


def _of_period(target: Target) -> Iterator[Weighed]:
    if target.period:
        yield Reason(Clue.PERIOD, thai_period(target.period)), WEIGHTS[Clue.PERIOD]


def _of_division(seen: str) -> Weighed:
    return Reason(Clue.DIVISION, seen), WEIGHTS[Clue.DIVISION]
