"""The sitemap of an office's own site (sitemaps.org 0.9), with the days on which pages changed."""

from collections.abc import Iterable

from lxml import etree

from oit.contract.addresses import absolute
from oit.outputs.page import Page

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
