"""`feeds/updates.atom`: the evidence that was published last, as an Atom 1.0 feed (RFC 4287).

Built with lxml: the format is a dozen elements, and the library for it reads the clock.
"""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from oit.assessment.cells import Cell, CellState, Disclosure
from oit.assessment.result import CellEvidence
from oit.catalog import Language, say
from oit.contract.addresses import ATOM_PATH, absolute, item_path, requirement_anchor
from oit.escaping import one_line
from oit.model.mandate import MandateItem
from oit.model.record import Evidence
from oit.outputs.evidence_files import evidence_path
from oit.outputs.page import root_of
from oit.outputs.publication import Publication, lasting_id
from oit.wording.terms import CELL_TH, SAMPLE_TH

_NAMESPACE = "http://www.w3.org/2005/Atom"
_ENTRY_LIMIT = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
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
    def order(self) -> tuple[int, int, int, tuple[str, ...]]:
        """Newest first, then by round, newest first, and item."""
        return (-self.published.toordinal(), -self.fiscal_year, self.item.number, self.key)


def atom_feed(publication: Publication) -> bytes:
    """The feed, newest entries first."""
    entries = feed_entries(publication)
    office = publication.policy.office
    feed = etree.fromstring(f'<feed xmlns="{_NAMESPACE}" xml:lang="th"/>')
    _add(feed, "id", lasting_id(publication, "updates").urn)
    _add(
        feed, "title", titled(say("feeds.updates", Language.TH, office=office.name_th), publication)
    )
    _add(feed, "updated", _noon(_last_day(publication, entries)))
    _link(feed, "alternate", _address("", publication), "text/html")
    if publication.site_url:
        _link(feed, "self", _address(ATOM_PATH, publication), "application/atom+xml")
    _add(etree.SubElement(feed, f"{{{_NAMESPACE}}}author"), "name", office.name_th)
    for entry in entries:
        _add_entry(feed, entry, publication)
    return etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)


def titled(name: str, publication: Publication) -> str:
    """The name of a feed, which says where it is a demonstration's."""
    is_real = not publication.policy.is_demonstration
    return name if is_real else say("feeds.demonstration", Language.TH, name=name)


def feed_entries(publication: Publication) -> list[FeedEntry]:
    """The latest evidence that counts on the assessed date; nothing withheld or of later days.

    Evidence that fills several cells is one entry.
    """
    distinct: dict[tuple[object, ...], FeedEntry] = {}
    for round_ in publication.assessment.rounds:
        for cell_evidence in round_.evidence():
            entry = _feed_entry(cell_evidence, round_.fiscal_year)
            distinct.setdefault((entry.fiscal_year, entry.item.item, entry.key), entry)
    return sorted(distinct.values(), key=lambda entry: entry.order)[:_ENTRY_LIMIT]


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


def _add_entry(feed: etree._Element, entry: FeedEntry, publication: Publication) -> None:
    element = etree.SubElement(feed, f"{{{_NAMESPACE}}}entry")
    item, division = entry.item, publication.vocabulary.division(entry.division, Language.TH)
    mark = f"[{SAMPLE_TH}] " if entry.is_sample else ""
    key = (entry.fiscal_year, item.item, *entry.key)
    _add(element, "id", lasting_id(publication, "update", *key).urn)
    _add(element, "title", f"{mark}{item.item} {entry.title}")
    _add(element, "updated", _noon(entry.published))
    _add(element, "published", _noon(entry.published))
    _link(element, "alternate", _address(entry.path, publication))
    term = {"term": item.item, "label": one_line(item.title_th)}
    etree.SubElement(element, f"{{{_NAMESPACE}}}category", term)
    summary = say(
        "feeds.update",
        Language.TH,
        item=item.item,
        title=item.title_th,
        division=division,
        day=entry.published,
    )
    _add(element, "summary", summary)


def _last_day(publication: Publication, entries: list[FeedEntry]) -> date:
    """The day of the newest entry; without any, the one on which the first round opened."""
    rounds = publication.assessment.rounds
    return entries[0].published if entries else rounds[0].policy.opens


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
    # `one_line` also drops control characters, which lxml refuses.
    etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}").text = one_line(text)


def _link(parent: etree._Element, rel: str, href: str, media_type: str | None = None) -> None:
    type_ = {"type": media_type} if media_type else {}
    etree.SubElement(parent, f"{{{_NAMESPACE}}}link", {"rel": rel, **type_, "href": one_line(href)})
