"""Nothing on a page that no template writes: elements, attributes, programs, where links lead.

A page that the index names, or that is made for what it names, is held to a closed list; any
other page, which an office may have written by hand, to what is harmless.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from lxml import html

from oit.audit.verify.pages.allowed import ATTRIBUTES, ELEMENTS, PROGRAMS, UNSEEN
from oit.audit.verify.pages.reading import Reading
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy
from oit.catalog import Language, say
from oit.contract.addresses import site_root
from oit.contract.index import Index
from oit.contract.marks import ASIDE, SECTION
from oit.evidence.hypertext import Danger, Found, dangers
from oit.evidence.hypertext_addresses import AnyHost, Page

_DATA = frozenset({"application/ld+json", "application/json"})
"""Types of a `script` that is no program."""
_BASE = "https://site.invalid/"
"""Stands for the root of the site while addresses of links are put together."""
_NUMBER = re.compile(r"\d[\d,]*", re.ASCII)
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_POLICY = "default-src 'self'"
"""How the policy begins by which browsers run no program of another site."""
_FORM = "admin/"
"""The form of the office, a program with a page of its own."""


def check_elements(
    readings: Iterable[Reading], site: PublishedSite, texts: dict[str, str]
) -> Iterator[Discrepancy]:
    """What the generator does not write; `texts` are the pages as they came, by address."""
    roots = _own_roots(site.index)
    known = {*site.digests, *site.pages, *site.documents, *site.checksums.hashes}
    for reading in readings:
        if reading.address.startswith(_FORM):
            continue
        is_generated = _is_generated(reading.thai_address, site.index)
        hosts = frozenset[str]() if is_generated else AnyHost()
        page = Page(reading.address.count("/"), hosts)
        for found in dangers(texts[reading.address], page):
            if not _is_of_the_frame(found, roots):
                yield _found("page-active", reading, found=found.what)
        if is_generated:
            yield from _check_closed(reading, known)


def made_from(readings: Iterable[Reading], index: Index) -> Iterator[Reading]:
    """The pages that are made from the index, and written by nobody."""
    return (page for page in readings if _is_generated(page.thai_address, index))


def _is_generated(address: str, index: Index) -> bool:
    """Whether the page at a Thai address is made from the index, and written by nobody."""
    rounds = tuple(f"{round_.fiscal_year}/" for round_ in index.rounds)
    return address == "" or address.startswith((*rounds, "divisions/"))


def _own_roots(index: Index) -> tuple[str, ...]:
    """How absolute addresses of the site begin: the page of error 404 has no others."""
    root = site_root(index.site_url) if index.site_url else "/"
    return root, urlsplit(root).path


def _is_of_the_frame(found: Found, roots: tuple[str, ...]) -> bool:
    """Whether every page has such a thing: its programs, the search, its policy."""
    if found.danger is not Danger.ACTIVE:
        return False
    if found.what == "<script":
        root = next((root for root in roots if found.detail.startswith(root)), "")
        program = found.detail.removeprefix(root)
        return found.detail in _DATA or bool(PROGRAMS.fullmatch(program))
    is_search = found.what == "<form" and not found.detail
    return is_search or found.detail == "content-security-policy"


def _check_closed(reading: Reading, known: set[str]) -> Iterator[Discrepancy]:
    """Elements and attributes that no template has, and links to what is not published."""
    for element in reading.root.iter():
        if not isinstance(element.tag, str):
            yield _found("page-element", reading, found="<!--")
        elif element.tag not in ELEMENTS:
            yield _found("page-element", reading, found=f"<{element.tag}>")
        else:
            yield from _check_attributes(element, reading)
            yield from _check_aside(element, reading)
            yield from _check_link(element, reading, known)
    policies = reading.root.xpath("//meta[@http-equiv]/@content")
    if len(policies) != 1 or not policies[0].startswith(_POLICY):
        yield _found("page-element", reading, found="Content-Security-Policy")


def _check_attributes(element: html.HtmlElement, reading: Reading) -> Iterator[Discrepancy]:
    for name, value in element.attrib.items():
        unseen = UNSEEN.get(value) if name == "class" else None
        is_allowed = name in ATTRIBUTES and (unseen is None or element.tag in unseen)
        if not is_allowed:
            yield _found("page-element", reading, found=f'<{element.tag} {name}="{value[:40]}">')


def _check_aside(element: html.HtmlElement, reading: Reading) -> Iterator[Discrepancy]:
    """Only the heading of a text, which has its id, and a way to see all rows are no part of it."""
    if element.get(ASIDE) is not None:
        texts = element.xpath(f"ancestor::*[@{SECTION}][1]/@{SECTION}")
        is_heading = element.tag in HEADINGS and texts == [element.get("id")]
        if not is_heading and not _shows_all_rows(element):
            yield _found("page-element", reading, found=f"<{element.tag} {ASIDE}>")


def _shows_all_rows(element: html.HtmlElement) -> bool:
    """Whether it is the box that opens a long table, in the words of either language."""
    words = " ".join(element.text_content().split())
    if element.tag != "label" or not (number := _NUMBER.search(words)):
        return False
    count = int(number[0].replace(",", ""))
    return words in {say("tables.whole", language, count=count) for language in Language}


def _check_link(
    element: html.HtmlElement, reading: Reading, known: set[str]
) -> Iterator[Discrepancy]:
    """A relative link leads to something published."""
    address = element.get("href") or element.get("src")
    if not address or urlsplit(address).scheme:
        return
    target = urlsplit(urljoin(_BASE + reading.address, address))
    path = target.path.removeprefix("/")
    if urlsplit(_BASE).netloc != target.netloc or not _is_published(path, known):
        yield _found("page-link", reading, found=address)


def _is_published(path: str, known: set[str]) -> bool:
    return path in known or f"{path}index.html" in known or re.sub("index.html$", "", path) in known


def _found(check: str, reading: Reading, **params: str) -> Discrepancy:
    return Discrepancy(check=check, path=reading.address, params=params)
