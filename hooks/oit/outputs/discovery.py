"""The sitemap of an office's own site (sitemaps.org 0.9), with the days on which pages changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from oit.contract.addresses import absolute
from oit.outputs.evidence_files import PublishedFile
from oit.outputs.page import Page
from oit.outputs.publication import Publication
from oit.wording.terms import SAMPLE_TH

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Page], written: Iterable[str], site_url: str) -> bytes:
    """Every page, generated or `written` by hand; a day only where the records tell one."""
    root = etree.Element("urlset", xmlns=_NAMESPACE)
    changed = {**dict.fromkeys(written), **{page.path: page.changed for page in pages}}
    for path, day in sorted(changed.items()):
        url = etree.SubElement(root, "url")
        etree.SubElement(url, "loc").text = absolute(site_url, path)
        if day:
            etree.SubElement(url, "lastmod").text = day.isoformat()
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


_DEMONSTRATION = """\
# A demonstration: its samples must not turn up in search results as if they were real.
# The files beside the pages cannot say so themselves, hence nothing here is to be fetched.
User-agent: *
Disallow: /
"""


def robots(publication: Publication) -> bytes:
    """`robots.txt`: a demonstration is closed to crawlers, an office's site is open."""
    if publication.policy.is_demonstration:
        return _DEMONSTRATION.encode()
    sitemap = absolute(publication.site_url, "sitemap.xml") if publication.site_url else None
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {sitemap}"] if sitemap else [])]
    return ("\n".join(lines) + "\n").encode()


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A document that can be found."""

    location: str
    """Its address from the site's root."""
    title: str
    text: str


def search_entries(published: Iterable[PublishedFile]) -> tuple[SearchEntry, ...]:
    """The published documents whose text is known, in the order of their items."""
    return tuple(
        SearchEntry(one.path, _title(one), text) for one in published if (text := _text(one))
    )


def _title(one: PublishedFile) -> str:
    mark = f" ({SAMPLE_TH})" if one.evidence.sample else ""
    return f"{one.evidence.title}{mark} · ข้อ {one.item}"


def _text(one: PublishedFile) -> str:
    return one.facts.inspection.content.excerpt if one.facts.inspection else ""
