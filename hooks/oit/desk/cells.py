"""What can be chosen on the desk: cells to fill, records to confirm, files to replace.

An assessment goes in, options come out. An option is known by its id: what a browser sends is
looked up here, and never taken apart.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from oit.assessment.cells import Cell
from oit.assessment.gate import is_judged
from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment, UnitAssessment
from oit.catalog import Language, say
from oit.catalog.dates import date_words, thai_period
from oit.editing.choices import file_choices
from oit.entry.selection import Request
from oit.intake.shapes import Target
from oit.periods import parse_period
from oit.wording.vocabulary import Vocabulary, vocabulary_of


class Option(Struct, frozen=True):
    """Something to choose, with the cell that it stands for."""

    id: str
    words: str
    target: Target


class PublishedFile(Struct, frozen=True):
    """A file that can be replaced."""

    id: str
    words: str
    year: int
    item: str
    name: str


class ItemOptions(Struct, frozen=True):
    """What can be chosen of one item."""

    label: str
    """`O15 สรุปผลการจัดซื้อจัดจ้าง`."""
    cells: tuple[Option, ...]
    units: tuple[Option, ...]
    """Its record, and the parts of divisions: what can be confirmed."""
    files: tuple[PublishedFile, ...]


class Options(Struct, frozen=True):
    """All that can be chosen, item by item, the newest round first."""

    items: tuple[ItemOptions, ...]

    def cell(self, id_: str) -> Option | None:
        """The cell of an id."""
        return next((each for item in self.items for each in item.cells if each.id == id_), None)

    def unit(self, id_: str) -> Option | None:
        """The record or part of an id."""
        return next((each for item in self.items for each in item.units if each.id == id_), None)

    def file(self, id_: str) -> PublishedFile | None:
        """The published file of an id."""
        return next((each for item in self.items for each in item.files if each.id == id_), None)

    @property
    def names(self) -> Mapping[str, str]:
        """What each cell is called, with its item, by its id."""
        return {
            each.id: f"{item.label} – {each.words}" for item in self.items for each in item.cells
        }


def target_id(target: Target) -> str:
    """The id of a cell, unit or item."""
    period = str(target.period or "-")
    return f"{target.year}/{target.item}/{target.requirement}/{period}/{target.division or '-'}"


def request_of(target: Target) -> Request:
    """The arguments of a command that name a cell or unit."""
    period = str(target.period) if target.period else None
    return Request(target.item, period, target.requirement or None, target.division, target.year)


def stated_target(request: Request, assessment: Assessment) -> Target | None:
    """The cell, record or part that an order names in full; `None` where it leaves some open."""
    newest = assessment.newest_opened
    year = request.year or (newest.fiscal_year if newest else None)
    if year is None or request.item is None:
        return None
    try:
        period = parse_period(request.period) if request.period else None
    except ValueError:
        return None
    return Target(year, request.item, request.requirement or "", period, request.division)


def options_of(assessment: Assessment) -> Options:
    """The options of all rounds that are judged: others change no more."""
    vocabulary = vocabulary_of(assessment.site)
    judged = [each for each in reversed(assessment.rounds) if is_judged(assessment, each)]
    return Options(
        tuple(
            _item_options(round_, item, vocabulary, with_year=len(judged) > 1)
            for round_ in judged
            for item in round_.items
        )
    )


def _item_options(
    round_: RoundAssessment, item: ItemAssessment, vocabulary: Vocabulary, *, with_year: bool
) -> ItemOptions:
    year = round_.fiscal_year
    label = f"{item.id} {item.mandated.name_th}"
    return ItemOptions(
        say("desk.in-year", Language.TH, item=label, year=year) if with_year else label,
        tuple(_cells(year, item, vocabulary)),
        tuple(_unit(year, item, unit, vocabulary) for unit in item.units),
        tuple(_files(year, item)),
    )


def _cells(year: int, item: ItemAssessment, vocabulary: Vocabulary) -> Iterator[Option]:
    for cell in item.cells:
        owed = cell.requirement
        target = Target(year, item.id, owed.id, cell.period, cell.division)
        yield Option(target_id(target), _cell_words(cell, vocabulary), target)


def _cell_words(cell: Cell, vocabulary: Vocabulary) -> str:
    """`มีนาคม 2568 · สรุปผล… · ฝ่ายการคลัง – เลยกำหนดวันที่ …`: the period first, to be typed."""
    division = vocabulary.division(cell.division, Language.TH) if cell.division else ""
    period = thai_period(cell.period) if cell.period else ""
    what = " · ".join(part for part in (period, cell.requirement.label_th, division) if part)
    due = date_words(cell.due_on, Language.TH)
    state = "filled" if cell.is_filled else cell.state.value
    return say("entry.owed", Language.TH, what=what, state=state, due=due)


def _unit(year: int, item: ItemAssessment, unit: UnitAssessment, vocabulary: Vocabulary) -> Option:
    division = unit.division if unit.is_part else None
    target = Target(year, item.id, "", None, division)
    name = vocabulary.division(unit.division, Language.TH)
    return Option(target_id(target), _confirmed(name, unit.confirmation.last), target)


def _confirmed(division: str, last: date | None) -> str:
    if last is None:
        return say("desk.never-confirmed", Language.TH, division=division)
    return say("desk.confirmed", Language.TH, division=division, day=last)


def _files(year: int, item: ItemAssessment) -> Iterator[PublishedFile]:
    for choice in file_choices(item.bundle) if item.bundle else ():
        id_ = f"{year}/{item.id}/{choice.id}"
        yield PublishedFile(id_, f"{choice.label} ({choice.id})", year, item.id, choice.id)
