"""How pages are found: `sitemap.xml`, `robots.txt`, and the words that people use for them."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec.structs import replace

from oit.catalog import Language, say
from oit.contract.addresses import absolute
from oit.outputs.page import ENGLISH, Page, PageHead
from oit.outputs.publication import Publication

_SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ROBOTS_OF_DEMONSTRATION = """\
# A demonstration: its samples must not turn up in search results as if they were real.
# The files beside the pages cannot say so themselves, hence nothing here is to be fetched.
User-agent: *
Disallow: /
"""
_BETWEEN = " · "
"""Between the words of a message of `search.ftl`."""
_KNOWN_WORDS: Mapping[str, str] = {
    r"": "search.home",
    r"\d{4}/": "search.round",
    r"\d{4}/due/": "search.due",
    r"\d{4}/check/": "search.check",
    r"\d{4}/ita-\d{4}/": "search.results",
    r"divisions/": "search.divisions",
}
"""The message with the words of a page, by a pattern of its address without the language."""


def sitemap(pages: Iterable[PageHead], written: Iterable[str], site_url: str) -> bytes:
    """The sitemap (sitemaps.org 0.9) of generated pages and those `written` as Markdown.

    `lastmod` stands only where the records say when a page last changed.
    """
    root = etree.Element("urlset", xmlns=_SITEMAP_NAMESPACE)
    changed = {**dict.fromkeys(written), **{page.path: page.changed for page in pages}}
    for path, day in sorted(changed.items()):
        url = etree.SubElement(root, "url")
        etree.SubElement(url, "loc").text = absolute(site_url, path)
        if day:
            etree.SubElement(url, "lastmod").text = day.isoformat()
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def robots(publication: Publication) -> bytes:
    """`robots.txt` (RFC 9309): closed to crawlers for a demonstration, open for an office."""
    if publication.policy.is_demonstration:
        return _ROBOTS_OF_DEMONSTRATION.encode()
    sitemap_url = absolute(publication.site_url, "sitemap.xml") if publication.site_url else None
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {sitemap_url}"] if sitemap_url else [])]
    return ("\n".join(lines) + "\n").encode()


def with_known_words(page: Page) -> Page:
    """A page with the words by which people ask for it, in its language, besides its own."""
    language = Language.EN if page.path.startswith(ENGLISH) else Language.TH
    path = page.path.removeprefix(ENGLISH)
    found = (message for pattern, message in _KNOWN_WORDS.items() if re.fullmatch(pattern, path))
    words = (word for message in found for word in say(message, language).split(_BETWEEN))
    return replace(page, keywords=(*page.keywords, *words))
