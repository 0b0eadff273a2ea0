"""Nothing in words on a page that the generator does not write.

The pages that show what the office wrote of the assessment itself (its measures, the results of
the year before) repeat files that no document has: these are held by `--rebuild`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml import etree, html

from oit.audit.verify.pages.elements import HEADINGS
from oit.audit.verify.pages.phrases import Phrases
from oit.audit.verify.pages.reading import Reading
from oit.audit.verify.pages.told import one_line
from oit.audit.verify.values import Discrepancy
from oit.catalog import Language
from oit.contract.marks import ASIDE, SECTION
from oit.outputs.api.section_texts import elements_of

_OWN = re.compile(r"\d+/(?:measures|ita)\b.*")
"""Addresses of pages of the office's own words."""
_ATTRIBUTES = ("title", "alt", "aria-label", "placeholder")
_SILENT = frozenset({"script", "style"})
_TOGETHER = "nb"
"""The class of words that are not broken at the end of a line: no words of their own."""
_COMPARED = f"ancestor-or-self::*[@{SECTION}]"
"""Of an element in a text that is compared letter by letter."""
_DESCRIBING = "//meta[@name='description' or @property='og:title' or @property='og:description']"
_SHOWN = 120
"""Letters of a text that a message quotes."""


def check_wording(readings: Iterable[Reading], strings: frozenset[str]) -> Iterator[Discrepancy]:
    """Texts that are no messages of the catalogue, filled with what the documents say.

    `readings` are the pages that are made from the index, `strings` what documents and tables say.
    """
    pages = list(readings)
    words = strings | _own_words(pages)
    known = {language: Phrases(words, language) for language in Language}
    held = [page for page in pages if not is_own(page)]
    for (language, text), address in _first_places(held).items():
        thai = known[Language.TH]  # what an office discloses is in Thai on English pages too
        if not known[language].make(text) and not (language is Language.EN and thai.make(text)):
            yield Discrepancy(check="text-unknown", path=address, params={"found": text[:_SHOWN]})


def is_own(reading: Reading) -> bool:
    """Whether a page shows what the office wrote of the assessment."""
    return bool(_OWN.fullmatch(reading.thai_address))


def _first_places(readings: Iterable[Reading]) -> dict[tuple[Language, str], str]:
    """Each text of a language, with the first page that has it."""
    places: dict[tuple[Language, str], str] = {}
    for reading in readings:
        for text in texts_shown(reading.root):
            places.setdefault((reading.language, text), reading.address)
    return places


def _own_words(readings: list[Reading]) -> frozenset[str]:
    """What other pages may repeat of the office's own pages, and its menu, which every page has."""
    own = (page for page in readings if is_own(page))
    menus = defaultdict[Language, list[set[str]]](list)
    for page in readings:
        links = page.root.xpath("//a[not(ancestor::main)]")
        menus[page.language].append({one_line(link.text_content()) for link in links})
    shared = (set.intersection(*found) for found in menus.values())
    return frozenset().union(*shared, *(set(texts_shown(page.root)) for page in own))


def texts_shown(root: html.HtmlElement, unread: str = _COMPARED) -> Iterator[str]:
    """What a page says outside the texts of an item: each run of words between its elements.

    `unread` is the XPath of what an element is, or stands in, whose words are not wanted either.
    """
    for element in root.xpath(_DESCRIBING):
        yield one_line(element.get("content", ""))
    is_unread = etree.XPath(f"boolean({_COMPARED} | {unread})")
    for element in elements_of(root):
        if _is_aside(element) or not is_unread(element):
            yield from filter(None, map(one_line, _of_element(element)))


def _of_element(element: html.HtmlElement) -> Iterator[str]:
    yield from (element.get(name, "") for name in _ATTRIBUTES)
    if element.tag in _SILENT or element.get("class") == _TOGETHER:
        return
    run = element.text or ""
    for child in element:
        if child.get("class") == _TOGETHER:
            run += child.text_content()
        else:
            yield run
            run = ""
        run += child.tail or ""
    yield run


def _is_aside(element: html.HtmlElement) -> bool:
    """Whether it is in a text and no part of it, nor its heading."""
    return element.get(ASIDE) is not None and element.tag not in HEADINGS
