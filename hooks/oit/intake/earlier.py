"""What the site has beside a file that arrives: its like, the same, its cell, what fills it."""

from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.cells import Cell
from oit.assessment.content import Entry, entries_of
from oit.assessment.result import Assessment
from oit.evidence.facts import FileFacts
from oit.intake.file_words import Said
from oit.intake.shapes import Target
from oit.intake.word_search import lettering
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import Evidence, FileEvidence
from oit.records.site import Bundle

_LEAST_LETTERS = 4
"""Of a name without its figures: shorter ones are the same by accident."""
_LEAST_HEADINGS = 3
"""The same: `ลำดับที่` and `รายการ` head many tables."""


class Published(Struct, frozen=True):
    """An entry that has the same content as a file."""

    target: Target
    title: str
    file: str


def like_earlier(said: Said, requirement: Requirement, bundle: Bundle) -> str | None:
    """The published file of a requirement that a file is like; `None` where it is like none.

    Its name is the same but for the period, or its table has the same headings.
    """
    for entry in _files(bundle):
        name = entry.evidence.requirement == requirement.id and entry.name
        if name and (_is_named_alike(said.name, name) or _is_headed_alike(said, bundle, name)):
            return name
    return None


def _files(bundle: Bundle) -> Iterator[Entry]:
    return (entry for entry in entries_of(bundle) if isinstance(entry.evidence, FileEvidence))


def _is_named_alike(stem: str, published: str) -> bool:
    wanted, known = _without_figures(stem), _without_figures(published.rpartition(".")[0])
    return wanted == known and len(known) >= _LEAST_LETTERS


def _without_figures(name: str) -> str:
    return "".join(letter for letter in lettering(name).letters if not letter.isdecimal())


def _is_headed_alike(said: Said, bundle: Bundle, published: str) -> bool:
    facts = bundle.facts.get(published)
    known = facts.table.header if facts and facts.table else ()
    return len(known) >= _LEAST_HEADINGS and known == said.headings


def published_as(facts: FileFacts, assessment: Assessment) -> Published | None:
    """The entry that discloses the same already, whatever it is called; `None` where none does."""
    wanted = ("file", facts.content)
    for round_ in reversed(assessment.rounds):
        for item, bundle in round_.contents.bundles.items():
            for entry in _files(bundle):
                if entry.content == wanted:
                    return _published(round_.fiscal_year, item, entry)
    return None


def _published(year: int, item: str, entry: Entry) -> Published:
    evidence = entry.evidence
    period = next(iter(sorted(entry.periods)), None)
    target = Target(year, item, evidence.requirement, period, entry.unit.division)
    return Published(target, evidence.title, entry.name)


def cell_of(target: Target, assessment: Assessment) -> Cell | None:
    """The cell that a target names; `None` where its round owes no such cell."""
    cells = (cell for cell in cells_of(target, assessment) if cell.period == target.period)
    return next((cell for cell in cells if cell.division in (None, target.division)), None)


def cells_of(target: Target, assessment: Assessment) -> Iterator[Cell]:
    """All cells of the requirement that a target names, whatever its period and division."""
    for round_ in assessment.rounds:
        for item in round_.items if round_.fiscal_year == target.year else ():
            for cell in item.cells if item.id == target.item else ():
                if cell.requirement.id == target.requirement:
                    yield cell


def mandated_of(target: Target, assessment: Assessment) -> MandateItem | None:
    """What the round of a target asks for in its item; `None` where it has no such item."""
    rounds = (each for each in assessment.rounds if each.fiscal_year == target.year)
    return next((round_.mandate.find(target.item) for round_ in rounds), None)


def standing(target: Target, assessment: Assessment) -> tuple[Evidence, ...]:
    """The entries that fill a target's cell, those of its division where that has a part."""
    cell = cell_of(target, assessment)
    shown = cell.shown if cell else ()
    return tuple(each.evidence for each in shown if each.unit.division == target.division)
