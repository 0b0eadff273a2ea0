"""What was published when: the entries of the feed, each piece of evidence once."""

from datetime import date

from msgspec import Struct

from oit.assessment.cells import Cell, CellState, Disclosure
from oit.assessment.result import CellEvidence
from oit.contract.addresses import item_path, requirement_anchor
from oit.model.mandate import MandateItem
from oit.model.record import Evidence
from oit.outputs.evidence_files import evidence_path
from oit.outputs.publication import Publication
from oit.wording.terms import CELL_TH


class FeedEntry(Struct, frozen=True, kw_only=True):
    """A piece of evidence that was published on a day."""

    published: date
    fiscal_year: int
    item: MandateItem
    division: str
    title: str
    path: str
    """From the site's root, or a URL of another site; of a stated nothing, its requirement's."""
    key: tuple[str, ...]
    """What identifies it within its item; stays when its title or day is corrected."""
    is_sample: bool

    @property
    def month(self) -> str:
        """`2025-03`: when it was published."""
        return self.published.isoformat()[:7]

    @property
    def order(self) -> tuple[int, int, int, tuple[str, ...]]:
        """Newest first, then by round, newest first, and item."""
        return (-self.published.toordinal(), -self.fiscal_year, self.item.number, self.key)


def feed_entries(publication: Publication) -> list[FeedEntry]:
    """The evidence that counts on the assessed date, newest first; nothing withheld or later.

    Evidence that fills several cells is one entry.
    """
    distinct: dict[tuple[object, ...], FeedEntry] = {}
    for round_ in publication.assessment.rounds:
        for cell_evidence in round_.evidence():
            entry = _feed_entry(cell_evidence, round_.fiscal_year)
            distinct.setdefault((entry.fiscal_year, entry.item.item, entry.key), entry)
    return sorted(distinct.values(), key=lambda entry: entry.order)


def _feed_entry(cell_evidence: CellEvidence, fiscal_year: int) -> FeedEntry:
    item = cell_evidence.item.mandated
    page = item_path(fiscal_year, item)
    path = evidence_path(cell_evidence.disclosure, page)
    return FeedEntry(
        published=cell_evidence.evidence.published,
        fiscal_year=fiscal_year,
        item=item,
        division=cell_evidence.division,
        title=_title(cell_evidence.evidence),
        path=path or f"{page}#{requirement_anchor(cell_evidence.cell.requirement.id)}",
        key=_key(cell_evidence.disclosure, path, cell_evidence.cell),
        is_sample=cell_evidence.evidence.sample,
    )


def _title(evidence: Evidence) -> str:
    """A stated nothing has no title of its own: its reason stands for it."""
    if evidence.kind == "none":
        return f"{CELL_TH[CellState.NONE]}: {evidence.reason}"
    return evidence.title


def _key(disclosure: Disclosure, path: str | None, cell: Cell) -> tuple[str, ...]:
    """Its address; where it has none, the unit, requirement and periods that it is about."""
    evidence = disclosure.evidence
    if path:
        return (evidence.kind, path)
    periods = (str(period) for period in evidence.periods)
    return (evidence.kind, disclosure.unit.division or "", cell.requirement.id, *periods)
