"""The sitemap of an office's own site (sitemaps.org 0.9), with the days on which pages changed."""

from collections.abc import Iterable

from lxml import etree

from oit.outputs.addresses import absolute
from oit.outputs.page import Page

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Page], site_url: str) -> bytes:
    """Every generated page; a day only where the records tell one."""
    root = etree.Element("urlset", xmlns=_NAMESPACE)
    for page in sorted(pages, key=lambda one: one.path):
        url = etree.SubElement(root, "url")
        etree.SubElement(url, "loc").text = absolute(site_url, page.path)
        if page.changed:
            etree.SubElement(url, "lastmod").text = page.changed.isoformat()
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
