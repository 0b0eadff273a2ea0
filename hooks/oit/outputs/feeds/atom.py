"""`feeds/updates.atom`: what was published, as an Atom 1.0 feed.

Built with lxml: the format is a dozen elements, and the library for it reads the clock.
"""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from oit.assessment.cells import Cell, CellState, Disclosure
from oit.assessment.result import CellEvidence
from oit.contract.addresses import ATOM_PATH, absolute, item_path, requirement_anchor
from oit.escaping import one_line
from oit.model.mandate import MandateItem
from oit.model.record import Evidence
from oit.outputs.evidence_files import evidence_path
from oit.outputs.page import root_of
from oit.outputs.publication import Publication, lasting_id
from oit.wording.terms import CELL_TH, SAMPLE_TH, Language, thai_date

_ATOM = "http://www.w3.org/2005/Atom"


def atom_feed(publication: Publication) -> bytes:
    """The feed, newest first."""
    updates = updates_of(publication)
    office = publication.policy.office
    feed = etree.fromstring(f'<feed xmlns="{_ATOM}" xml:lang="th"/>')
    _add(feed, "id", lasting_id(publication, "updates").urn)
    _add(feed, "title", f"เผยแพร่ล่าสุด – {office.name_th}{_whole_site(publication)}")
    _add(feed, "updated", _noon(_last(publication, updates)))
    _link(feed, "alternate", _address("", publication), "text/html")
    if publication.site_url:
        _link(feed, "self", _address(ATOM_PATH, publication), "application/atom+xml")
    _add(etree.SubElement(feed, f"{{{_ATOM}}}author"), "name", office.name_th)
    for update in updates:
        _entry(feed, update, publication)
    return etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)


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


def _entry(feed: etree._Element, update: Update, publication: Publication) -> None:
    entry = etree.SubElement(feed, f"{{{_ATOM}}}entry")
    item, division = update.item, publication.vocabulary.division(update.division, Language.TH)
    mark = f"[{SAMPLE_TH}] " if update.is_sample else ""
    name = (update.fiscal_year, item.item, *update.name)
    _add(entry, "id", lasting_id(publication, "update", *name).urn)
    _add(entry, "title", f"{mark}{item.item} {update.title}")
    _add(entry, "updated", _noon(update.published))
    _add(entry, "published", _noon(update.published))
    _link(entry, "alternate", _address(update.path, publication))
    term = {"term": item.item, "label": one_line(item.title_th)}
    etree.SubElement(entry, f"{{{_ATOM}}}category", term)
    summary = f"ข้อ {item.item} {item.title_th} · {division} · เผยแพร่ {thai_date(update.published)}"
    _add(entry, "summary", summary)


def _whole_site(publication: Publication) -> str:
    return " (เว็บไซต์สาธิต)" if publication.policy.is_demonstration else ""


def _last(publication: Publication, updates: list[Update]) -> date:
    """The day of the latest entry; without any, the one on which the first round opened."""
    rounds = publication.assessment.rounds
    return updates[0].published if updates else rounds[0].policy.opens


def _noon(day: date) -> str:
    """Midday in Bangkok, so that it is the same day in most of the world."""
    return f"{day.isoformat()}T12:00:00+07:00"


def _address(path: str, publication: Publication) -> str:
    """Absolute where the site's own address is known, else relative to the feed."""
    if "://" in path:
        return path
    site_url = publication.site_url
    return absolute(site_url, path) if site_url else root_of(ATOM_PATH) + path


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = one_line(text)


def _link(parent: etree._Element, rel: str, href: str, media_type: str | None = None) -> None:
    kind = {"type": media_type} if media_type else {}
    etree.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, **kind, "href": one_line(href)})


MOST = 50


def updates_of(publication: Publication) -> list[Update]:
    """The latest of what counts on the assessed date: nothing withheld, nothing of later days."""
    found: dict[tuple[object, ...], Update] = {}
    for round_ in publication.assessment.rounds:
        for filling in round_.evidence():
            update = _update(filling, round_.fiscal_year)
            found.setdefault((update.fiscal_year, update.item.item, update.name), update)
    return sorted(found.values(), key=lambda update: update.order)[:MOST]


def _update(filling: CellEvidence, fiscal_year: int) -> Update:
    item = filling.item.mandated
    page = item_path(fiscal_year, item)
    path = evidence_path(filling.disclosure, page)
    return Update(
        published=filling.evidence.published,
        fiscal_year=fiscal_year,
        item=item,
        division=filling.division,
        title=_title(filling.evidence),
        path=path or f"{page}#{requirement_anchor(filling.cell.requirement.id)}",
        name=_name(filling.disclosure, path, filling.cell),
        is_sample=filling.evidence.sample,
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
