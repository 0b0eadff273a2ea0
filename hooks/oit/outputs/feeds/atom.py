"""`feeds/updates.atom`: what was published, as an Atom 1.0 feed (RFC 4287), complete in pages.

The newest page leads back to archives (RFC 5005). Built with lxml: the format is a dozen elements,
and the library for it reads the clock.
"""

from datetime import date

from lxml import etree

from oit.catalog import Language, say
from oit.contract.addresses import ATOM_PATH, absolute
from oit.escaping import one_line
from oit.outputs.feeds.entries import FeedEntry, feed_entries
from oit.outputs.feeds.feed_pages import FeedPage, feed_pages
from oit.outputs.page import root_of
from oit.outputs.publication import Publication, lasting_id
from oit.wording.terms import SAMPLE_TH

_NAMESPACE = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
_MEDIA_TYPE = "application/atom+xml"


def atom_files(publication: Publication) -> dict[str, bytes]:
    """The pages of the feed by path, newest entries first in each.

    An archive keeps its bytes; only the last gains a link once, when another follows it.
    """
    return {
        page.path: _document(page, publication) for page in feed_pages(feed_entries(publication))
    }


def _document(page: FeedPage, publication: Publication) -> bytes:
    """A page of the feed: all of them share its id and title."""
    office = publication.policy.office
    feed = etree.fromstring(f'<feed xmlns="{_NAMESPACE}" xmlns:fh="{_HISTORY}" xml:lang="th"/>')
    _add(feed, "id", lasting_id(publication, "updates").urn)
    _add(
        feed, "title", titled(say("feeds.updates", Language.TH, office=office.name_th), publication)
    )
    _add(feed, "updated", _noon(_last_day(page, publication)))
    if page.is_archive:
        etree.SubElement(feed, f"{{{_HISTORY}}}archive")
    _add_ways(feed, page, publication)
    _add(etree.SubElement(feed, f"{{{_NAMESPACE}}}author"), "name", office.name_th)
    for entry in page.entries:
        _add_entry(feed, entry, publication)
    return etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _add_ways(feed: etree._Element, page: FeedPage, publication: Publication) -> None:
    """The site, the page itself where its address is known, and the pages around it."""
    _link(feed, "alternate", _address("", publication), "text/html")
    ways = {
        "self": page.path if publication.site_url else None,
        "current": ATOM_PATH if page.is_archive else None,
        "prev-archive": page.earlier,
        "next-archive": page.later,
    }
    for rel, path in ways.items():
        if path:
            _link(feed, rel, _address(path, publication), _MEDIA_TYPE)


def titled(name: str, publication: Publication) -> str:
    """The name of a feed, which says where it is a demonstration's."""
    is_real = not publication.policy.is_demonstration
    return name if is_real else say("feeds.demonstration", Language.TH, name=name)


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


def _last_day(page: FeedPage, publication: Publication) -> date:
    """The day of the newest entry; without any, the one on which the first round opened."""
    if page.entries:
        return page.entries[0].published
    return publication.assessment.rounds[0].policy.opens


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
