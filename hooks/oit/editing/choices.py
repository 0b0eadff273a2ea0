"""The choices of a prompt or option, and which one an answer means: by number, id or Thai name."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.cells import Cell
from oit.catalog import Language, say
from oit.catalog.dates import date_words, thai_period
from oit.model.mandate import Mandate, MandateItem, Requirement
from oit.model.named import names_of
from oit.model.office import Division
from oit.model.record import FileEvidence
from oit.model.written_dates import read_period
from oit.model.written_words import normalised, read_item
from oit.periods import Period
from oit.records.site import Bundle, Unit
from oit.wording.vocabulary import Vocabulary

_NUMBER = re.compile("[0-9]{1,3}")
"""A position in a list; a year is none."""
RECORD = "record"
"""Id of the choice that is the record itself, beside the parts of divisions."""


class Choice(Struct, frozen=True):
    """An option with its id, its label in Thai, and other names that it is known by."""

    id: str
    label: str
    names: tuple[str, ...] = ()


def pick(answer: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice that an answer names, `None` where it names none."""
    wanted = normalised(answer)
    # An item or a period that is read is known by its id; no other choice has such an id.
    read = (read_item(answer), str(read_period(answer)))
    for choice in choices:
        if choice.id in read or wanted in map(normalised, (choice.id, choice.label, *choice.names)):
            return choice
    number = int(wanted) if _NUMBER.fullmatch(wanted) else 0
    return choices[number - 1] if 0 < number <= len(choices) else None


def listing(choices: Sequence[Choice]) -> str:
    """The choices, one a line, numbered from 1."""
    return "\n".join(
        f"  {number:>2}. {choice.label} ({choice.id})"
        for number, choice in enumerate(choices, start=1)
    )


def item_choices(mandate: Mandate) -> list[Choice]:
    """The items of a round by number and title."""
    return [Choice(item.item, item.title_th) for item in mandate.items]


def owed_requirements(requirements: Iterable[Requirement], cells: Iterable[Cell]) -> list[Choice]:
    """Requirements by their labels, each with whether it is filled, or when it is or was due."""
    owed = list(cells)
    return [
        _with_state(
            Choice(requirement.id, requirement.label_th),
            [cell for cell in owed if cell.requirement.id == requirement.id],
        )
        for requirement in requirements
    ]


def period_choices(periods: Iterable[Period]) -> list[Choice]:
    """Periods by their Thai names: เดือนมีนาคม 2568."""
    return [Choice(str(period), thai_period(period)) for period in periods]


def owed_periods(requirement: Requirement, cells: Iterable[Cell]) -> list[Choice]:
    """The periods of a requirement, each with whether it is filled, or when it is or was due."""
    owed = [cell for cell in cells if cell.requirement.id == requirement.id]
    return [
        _with_state(choice, [cell for cell in owed if str(cell.period) == choice.id])
        for choice in period_choices(requirement.periods)
    ]


def _with_state(choice: Choice, cells: Sequence[Cell]) -> Choice:
    """The choice with the state of its cells: several are filled once all of them are."""
    if not cells:
        return choice
    empty = [cell for cell in cells if not cell.is_filled]
    first = min(empty or cells, key=lambda cell: cell.due_on)
    state = first.state.value if empty else "filled"
    due = date_words(first.due_on, Language.TH)
    label = say("entry.owed", Language.TH, what=choice.label, state=state, due=due)
    return replace(choice, label=label, names=(choice.label,))


def file_choices(bundle: Bundle) -> list[Choice]:
    """The evidence files of an item that can be read, with the titles of their entries."""
    titles = {
        entry.file: entry.title
        for unit in bundle.units
        for entry in unit.disclosed.evidence
        if isinstance(entry, FileEvidence) and entry.file in bundle.facts
    }
    return [Choice(file, title) for file, title in titles.items()]


def unit_choices(
    bundle: Bundle, item: MandateItem, divisions: Iterable[Division], vocabulary: Vocabulary
) -> list[Choice]:
    """The record, if it is there, and the parts of an item, by the names of their divisions."""
    names = {division.id: names_of(division) for division in divisions}
    lead = vocabulary.division(item.lead, Language.TH)
    label = say("entry.main-record", Language.TH, division=lead)
    main = [Choice(RECORD, label)] if bundle.record() else []
    parts = [unit.division for unit in bundle.units if unit.division]
    named = ((part, vocabulary.division(part, Language.TH)) for part in sorted(parts))
    return [*main, *(Choice(part, label, names.get(part, ())) for part, label in named)]


def unit_of(bundle: Bundle, choice: Choice) -> Unit | None:
    """The record or part that was chosen."""
    return bundle.record() if choice.id == RECORD else bundle.part(choice.id)


def owing_period(requirements: Iterable[Requirement], period: str) -> list[Requirement]:
    """The requirements that owe a period, by its id or its Thai name."""
    return [requirement for requirement in requirements if pick_period(period, requirement)]


def pick_period(answer: str, requirement: Requirement) -> Period | None:
    """The period of a requirement that an answer names; never by a number in a list."""
    if not answer.strip() or normalised(answer).isdecimal():
        return None
    chosen = pick(answer, period_choices(requirement.periods))
    named = (period for period in requirement.periods if chosen and str(period) == chosen.id)
    return next(named, None)
