"""What somebody is asked about a file, at most one question at a time, and what is not asked.

A question stands where two guesses are near each other; a file that contradicts itself goes back.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from oit.assessment.cells import Cell
from oit.assessment.result import Assessment
from oit.catalog import Language, joined
from oit.catalog.dates import thai_period
from oit.editing.year_plan import is_of_several
from oit.evidence.facts import FileFacts
from oit.evidence.inspect import extension
from oit.evidence.media_types import EXTENSIONS
from oit.evidence.named_periods import periods_named
from oit.intake.earlier import cells_of, mandated_of, standing
from oit.intake.file_words import Said, is_of_another_round, periods_apart, said_of
from oit.intake.shapes import Asks, Guess, Objected, Objection, Question, Target
from oit.intake.weights import ENOUGH, NEAR
from oit.model.mandate import Requirement
from oit.model.record import Evidence, FileEvidence, NoneEvidence
from oit.periods import Period
from oit.wording.inside_files import part_words

_TABLES = frozenset({"csv", "xlsx", "ods"})
_MOST = 12
"""Cells to choose from, and things that a question is about: nobody reads more."""


def target_of(
    name: str, facts: FileFacts, guesses: tuple[Guess, ...], assessment: Assessment
) -> Target | None:
    """The cell that a file is for, where that is certain; `None` where somebody has to say it."""
    targets = targets_of(name, facts, guesses, assessment)
    is_certain = len(targets) == 1 and _is_enough(guesses)
    return targets[0] if is_certain else None


def question_of(
    name: str, facts: FileFacts, guesses: tuple[Guess, ...], assessment: Assessment
) -> Question | None:
    """What is asked first about a file that arrived; `None` where there is nothing to ask.

    `guesses` are those of `taken_for`. Once its target was chosen, `questions_about` has the rest.
    """
    target = target_of(name, facts, guesses, assessment)
    if target is None:
        return Question(Asks.TARGET, targets_of(name, facts, guesses, assessment)[:_MOST])
    return next(iter(questions_about(target, facts, assessment)), None)


def questions_about(
    target: Target, facts: FileFacts, assessment: Assessment
) -> tuple[Question, ...]:
    """What is asked about a file that is for a target, in this order; none where all is clear.

    `Asks.REPLACE` needs a reason too; a no to it leaves the file out. A no to `Asks.YEAR` does so
    as well; a no to `Asks.CLEAN` leaves the file as it is, to be judged.
    """
    asked = (_of_year(target, facts, assessment), _of_what_is_there(target, facts, assessment))
    return tuple(question for question in (*asked, _of_hidden(facts)) if question)


def of_all_its_periods(target: Target, facts: FileFacts, assessment: Assessment) -> Target:
    """A target without its period, where the file is a workbook of several; else as it is."""
    requirement = requirement_of(target, assessment)
    sheets = facts.table.sheets if facts.table else ()
    is_of_all = requirement is not None and is_of_several(sheets, requirement)
    return replace(target, period=None) if is_of_all else target


def _of_year(target: Target, facts: FileFacts, assessment: Assessment) -> Question | None:
    requirement = requirement_of(target, assessment)
    sheets = facts.table.sheets if facts.table else ()
    if requirement is None or target.period or not is_of_several(sheets, requirement):
        return None
    return Question(Asks.YEAR, about=tuple(sheet.name for sheet in sheets)[:_MOST])


def _of_what_is_there(target: Target, facts: FileFacts, assessment: Assessment) -> Question | None:
    requirement = requirement_of(target, assessment)
    if requirement is None or (target.period is None and not requirement.by_division):
        return None
    entries = standing(target, assessment)
    same = [entry.title for entry in entries if _is_for_the_same(entry, facts)]
    return Question(Asks.REPLACE, about=tuple(same)[:_MOST]) if same else None


def _is_for_the_same(entry: Evidence, facts: FileFacts) -> bool:
    """Whether a file says again, or otherwise, what an entry says.

    A table does so of a table, any other file of one of its type: news of a month has pictures
    beside its list, and a summary its signed copy. A stated nothing is said otherwise by any file.
    """
    if not isinstance(entry, FileEvidence):
        return isinstance(entry, NoneEvidence)
    kind = extension(entry.file)
    is_table = facts.table is not None and kind in _TABLES
    return is_table or facts.media_type in EXTENSIONS.get(kind, ())


def _of_hidden(facts: FileFacts) -> Question | None:
    hidden = tuple(dict.fromkeys(part_words(part, Language.TH) for part in facts.refused_parts))
    return Question(Asks.CLEAN, about=hidden[:_MOST]) if hidden else None


# Which cell


def targets_of(
    name: str, facts: FileFacts, guesses: tuple[Guess, ...], assessment: Assessment
) -> tuple[Target, ...]:
    """The cells that a file is likely for.

    Where too little speaks for them: also what their items owe besides, and all that is empty.
    """
    said = said_of(name, facts)
    likely = [target for guess in _likely(guesses) for target in _dated(said, guess, assessment)]
    besides = () if _is_enough(guesses) else _besides(guesses, assessment)
    return tuple(dict.fromkeys((*likely, *besides)))


def _is_enough(guesses: tuple[Guess, ...]) -> bool:
    return bool(guesses) and guesses[0].weight >= ENOUGH


def _besides(guesses: tuple[Guess, ...], assessment: Assessment) -> Iterator[Target]:
    newest, items = assessment.newest_opened, {guess.target.item for guess in guesses}
    for item in newest.items if newest else ():
        for cell in item.owed:
            if newest and (not cell.is_filled or item.id in items):
                owed = (cell.requirement.id, cell.period, cell.division)
                yield Target(newest.fiscal_year, item.id, *owed)


def _likely(guesses: tuple[Guess, ...]) -> tuple[Guess, ...]:
    """The best guess with those near it; all of them where none has enough."""
    if not _is_enough(guesses):
        return guesses
    return tuple(guess for guess in guesses if guesses[0].weight - guess.weight < NEAR)


def _dated(said: Said, guess: Guess, assessment: Assessment) -> Iterator[Target]:
    """A target with its period, or one for each that it may be of, the emptiest first."""
    target, requirement = guess.target, requirement_of(guess.target, assessment)
    if target.period or requirement is None or not requirement.asked:
        yield target
        return
    if is_of_several(said.sheets, requirement):
        yield target
        return
    cells = [cell for cell in cells_of(target, assessment) if cell.period and cell.is_owed]
    for cell in sorted(cells, key=_empty_first):
        yield replace(target, period=cell.period)


def _empty_first(cell: Cell) -> tuple[bool, int]:
    """What is empty before what is filled, the latest of each first."""
    return cell.is_filled, -cell.due_on.toordinal()


def requirement_of(target: Target, assessment: Assessment) -> Requirement | None:
    """The requirement that a target names, as its round has it."""
    item = mandated_of(target, assessment)
    owed = item.requirements if item else ()
    return next((each for each in owed if each.id == target.requirement), None)


# What is not asked


def objection_to(
    name: str, facts: FileFacts, target: Target, assessment: Assessment
) -> Objected | None:
    """Why a file goes back to whoever sent it, whatever anybody answers; `None` where nothing is.

    A workbook of a year names many periods, and contradicts itself by none.
    """
    said, requirement = said_of(name, facts), requirement_of(target, assessment)
    if requirement is None or not requirement.asked or is_of_several(said.sheets, requirement):
        return None
    if apart := periods_apart(said, requirement):
        return Objected(Objection.OTHER_PERIOD, *map(thai_period, apart))
    if is_of_another_round(said, requirement):
        return Objected(Objection.OTHER_ROUND, _named(said, requirement))
    return None


def _named(said: Said, requirement: Requirement) -> str:
    named: tuple[Period, ...] = periods_named(said.by_title or said.by_name, requirement.periods[0])
    return joined([thai_period(period) for period in named], Language.TH)
