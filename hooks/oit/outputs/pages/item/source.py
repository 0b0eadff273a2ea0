"""What the page of an item is made from, and where on it each entry stands as content."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from oit.assessment.cells import Cell, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_path
from oit.evidence.facts import FileFacts
from oit.model.mandate import Requirement
from oit.model.record import FileEvidence, SectionEvidence
from oit.outputs.pages.item.passages import Cuts, passages_of
from oit.outputs.pages.item.view import Passage
from oit.outputs.pages.page_writer import PageWriter

_Content = tuple[str, str]
"""The unit's file, and what of it: an entry's number, or the name of a section."""


class ItemSource(Struct, frozen=True):
    """An item, its texts, and the cell in which each content is shown."""

    item: ItemAssessment
    round: RoundAssessment
    writer: PageWriter
    page: str
    """The address of the Thai page, beside which its files stand."""
    cuts: Cuts
    texts: tuple[Passage, ...]
    places: dict[_Content, Cell]
    """An entry that fills several cells is shown in the first, and linked from the others."""
    repeated: frozenset[str]
    """Titles that lead to several files, and need the file's name to tell them apart."""

    def is_shown_in(self, cell: Cell, disclosure: Disclosure) -> bool:
        """Whether an entry is shown as content in a cell, and not in one before it."""
        return self.places[_content_of(disclosure)] is cell

    def facts_of(self, evidence: FileEvidence) -> FileFacts | None:
        """What inspection found out about a file; `None` where it is absent."""
        return self.item.bundle.facts.get(evidence.file) if self.item.bundle else None


def source_of(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> ItemSource:
    """Everything that the page of an item is made from."""
    page = item_path(round_.fiscal_year, item.mandated)
    cuts, texts = passages_of(item, page, writer)
    return ItemSource(
        item, round_, writer, page, cuts, texts, _places(item), frozenset(_repeated(item))
    )


def reading_order(item: ItemAssessment) -> list[Requirement]:
    """The requirements as people come for them: as the mandate says, then what is new each period.

    The others follow in the mandate's order.
    """
    first = item.mandated.asked_first

    def place(requirement: Requirement) -> tuple[int, bool]:
        asked = first.index(requirement.id) if requirement.id in first else len(first)
        return asked, not requirement.periods

    return sorted(item.mandated.requirements, key=place)


def cells_of(item: ItemAssessment, requirement: Requirement) -> list[Cell]:
    """The cells of a requirement, the newest period first."""
    cells = [cell for cell in item.cells if cell.requirement is requirement]
    dated = [cell for cell in cells if cell.period]
    undated = [cell for cell in cells if not cell.period]
    return [*sorted(dated, key=_period_start, reverse=True), *undated]


def _period_start(cell: Cell) -> str:
    return cell.period.start.isoformat() if cell.period else ""


def _content_of(disclosure: Disclosure) -> _Content:
    evidence = disclosure.evidence
    if isinstance(evidence, SectionEvidence):
        return disclosure.unit.place.file, f"#{evidence.section}"
    return disclosure.unit.place.file, str(disclosure.number)


def _places(item: ItemAssessment) -> dict[_Content, Cell]:
    places: dict[_Content, Cell] = {}
    for requirement in reading_order(item):
        for cell in cells_of(item, requirement):
            for disclosure in cell.shown:
                places.setdefault(_content_of(disclosure), cell)
    return places


def _repeated(item: ItemAssessment) -> Iterable[str]:
    files: dict[str, set[str]] = defaultdict(set)
    for shown in item.shown_evidence():
        if isinstance(shown.evidence, FileEvidence):
            files[shown.evidence.title].add(shown.evidence.file)
    return (title for title, named in files.items() if len(named) > 1)
