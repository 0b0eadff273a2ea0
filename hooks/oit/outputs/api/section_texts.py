"""The texts of an item's page as a reader sees them: for its document, and for who checks both."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree, html

from oit.contract.disclosed import EvidenceEntry, SectionEntry
from oit.contract.index import ItemEntry
from oit.contract.marks import ASIDE, SECTION

_marked = etree.XPath(f"descendant-or-self::*[@{SECTION}]")
"""The elements of the texts: found by libxml2, as a page has a thousand others."""


def section_texts(page: str) -> dict[str, str]:
    """The marked texts of a page, or of a part of one, by their ids, in the order of the page.

    The rule stands in the description of `SectionEntry.text`. Of an id that is there twice, both
    texts count: whatever a page shows as a text is a part of it.
    """
    return texts_within(parsed(page))


def texts_within(root: html.HtmlElement) -> dict[str, str]:
    """The same of a page that is parsed."""
    texts: dict[str, str] = {}
    for element in cast(list[html.HtmlElement], _marked(root)):
        if name := element.get(SECTION):
            texts[name] = " ".join(filter(None, (texts.get(name), text_of(element))))
    return texts


def parsed(page: str) -> html.HtmlElement:
    """The elements of a page, or of a part of one; none of an empty page."""
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8")
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but blanks and comments
        return html.Element("html")


def elements_of(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """An element and all within it, without comments."""
    return (element for element in root.iter() if isinstance(element.tag, str))


def text_of(element: html.HtmlElement) -> str:
    """What an element says, without what is marked as an aside, blanks as single spaces."""
    return " ".join("".join(_texts(element)).split())


def digest_of_text(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def section_entries(item: ItemEntry, texts: Mapping[str, str]) -> list[SectionEntry]:
    """The texts of an item's page with what the index says of each."""
    return [_section(name, text, item) for name, text in texts.items()]


def _section(name: str, text: str, item: ItemEntry) -> SectionEntry:
    filled = [
        (requirement.id, cell.period, entry)
        for requirement, cell in item.requirement_cells()
        for entry in (*cell.evidence, *cell.later)
        if entry.kind == "section" and (entry.url or "").endswith(f"#{name}")
    ]
    entries = [entry for _, _, entry in filled]
    return SectionEntry(
        id=name,
        requirements=list(dict.fromkeys(requirement for requirement, _, _ in filled)),
        periods=list(dict.fromkeys(period for _, period, _ in filled if period)),
        division=entries[0].division if entries else None,
        title=entries[0].title if entries else "",
        sample=_is_sample(entries or _all_entries(item)),
        text=text,
        sha256=digest_of_text(text),
    )


def _all_entries(item: ItemEntry) -> list[EvidenceEntry]:
    cells = [cell for _, cell in item.requirement_cells()]
    return [entry for cell in cells for entry in (*cell.evidence, *cell.later)]


def _is_sample(entries: list[EvidenceEntry]) -> bool:
    """Whether a text is a sample: as the evidence that it is, else as all of its item is."""
    return bool(entries) and all(entry.sample for entry in entries)


def _texts(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element and of those within it; comments say nothing."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.get(ASIDE) is None:
            yield from _texts(child)
        yield child.tail or ""
