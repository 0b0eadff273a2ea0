"""What was published, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oit.assessment.cells import Cell, CellState, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_path, requirement_anchor
from oit.model.mandate import MandateItem
from oit.model.record import Evidence
from oit.outputs.evidence_files import evidence_path
from oit.outputs.publication import Publication
from oit.terms import CELL_TH

MOST = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """A piece of evidence that came out on a day."""

    published: date
    fiscal_year: int
    item: MandateItem
    division: str
    title: str
    path: str
    """From the site's root, or of another site; a stated nothing stands with its requirement."""
    name: tuple[str, ...]
    """What it is called by, whatever its title and day: it stays when those are corrected."""
    is_sample: bool

    @property
    def order(self) -> tuple[int, int, int, tuple[str, ...]]:
        """Newest first, then by round, newest first, and item."""
        return (-self.published.toordinal(), -self.fiscal_year, self.item.number, self.name)


def updates_of(publication: Publication) -> list[Update]:
    """The latest of what counts on the assessed date: nothing withheld, nothing of later days."""
    found: dict[tuple[object, ...], Update] = {}
    for round_ in publication.assessment.rounds:
        for one in round_.items:
            for update in _updates(one, round_):
                found.setdefault((update.fiscal_year, update.item.item, update.name), update)
    return sorted(found.values(), key=lambda update: update.order)[:MOST]


def _updates(one: ItemAssessment, round_: RoundAssessment) -> Iterator[Update]:
    page = item_path(round_.fiscal_year, one.item)
    for cell in one.cells:
        for given in cell.disclosures:
            path = evidence_path(given, page)
            yield Update(
                published=given.evidence.published,
                fiscal_year=round_.fiscal_year,
                item=one.item,
                division=given.unit.division or one.item.lead,
                title=_title(given.evidence),
                path=path or f"{page}#{requirement_anchor(cell.requirement.id)}",
                name=_name(given, path, cell),
                is_sample=given.evidence.sample,
            )


def _title(evidence: Evidence) -> str:
    if evidence.kind == "none":
        return f"{CELL_TH[CellState.NONE]}: {evidence.reason}"
    return evidence.title


def _name(given: Disclosure, path: str | None, cell: Cell) -> tuple[str, ...]:
    if path:
        return (given.evidence.kind, path)
    periods = (str(period) for period in given.evidence.periods)
    return (given.evidence.kind, given.unit.division or "", cell.requirement.id, *periods)
