"""Whether what is a sample says so where it stands, and nothing else does."""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from lxml import html

from oit.audit.verify.addresses import Destination, located
from oit.audit.verify.pages.reading import Reading
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy, subject_of
from oit.catalog import say
from oit.contract.addresses import item_address
from oit.contract.disclosed import EvidenceEntry
from oit.contract.index import ItemEntry
from oit.contract.marks import SECTION
from oit.outputs.api.section_texts import elements_of, text_of

_BASE = "https://site.invalid/"
"""Stands for the root of the site while addresses of links are put together."""


def check_samples(readings: Iterable[Reading], site: PublishedSite) -> Iterator[Discrepancy]:
    """Samples without their mark, marks without their words, and evidence that is not linked."""
    pages = {reading.address: reading for reading in readings}
    for round_, item in site.index.round_items():
        subject = subject_of(round_.fiscal_year, item.item)
        address = item_address(round_.fiscal_year, item.item)
        for reading in (pages.get(address), pages.get(f"en/{address}")):
            if reading:
                yield from _check_links(reading, item, subject, site)
                yield from _check_texts(reading, item, subject)
                yield from _check_words(reading, subject)


def _check_links(
    reading: Reading, item: ItemEntry, subject: str, site: PublishedSite
) -> Iterator[Discrepancy]:
    links = _links(reading)
    yield from _check_targets(links, reading, item, subject, site)
    for entry in _entries(item):
        if entry.kind == "section" or not entry.url:
            continue
        target = _target(entry.url, site)
        same = [link for link in links.get(target, []) if entry.title in text_of(link)]
        if not same:
            yield _found("evidence-link", reading, subject, title=entry.title)
        for link in same:
            if _is_marked(link) != entry.sample:
                yield _found(_check_of(entry), reading, subject, title=entry.title)


def _check_targets(
    links: dict[str, list[html.HtmlElement]],
    reading: Reading,
    item: ItemEntry,
    subject: str,
    site: PublishedSite,
) -> Iterator[Discrepancy]:
    """Links that have the title of evidence, and lead to something else."""
    targets: dict[str, set[str]] = {}
    for entry in _entries(item):
        if entry.kind in ("file", "url") and entry.url:
            targets.setdefault(entry.title, set()).add(_target(entry.url, site))
    for target, same in links.items():
        for link in same:
            title = text_of(link)
            is_here = link.get("href").startswith("#")
            if not is_here and target not in targets.get(title, {target}):
                yield _found("evidence-link", reading, subject, title=title)


def _check_texts(reading: Reading, item: ItemEntry, subject: str) -> Iterator[Discrepancy]:
    texts = {element.get(SECTION): element for element in elements_of(reading.root)}
    for entry in _entries(item):
        element = texts.get((entry.url or "").partition("#")[2])
        if entry.kind == "section" and element is not None:
            notes = element.xpath("following-sibling::p[1]") if entry.sample else []
            is_marked = _is_within_sample(element) or any(map(_has_mark, notes))
            if is_marked != entry.sample:
                yield _found(_check_of(entry), reading, subject, title=entry.title)


def _check_words(reading: Reading, subject: str) -> Iterator[Discrepancy]:
    """A block of samples begins with the words of its mark."""
    words = say("terms.sample", reading.language)
    for block in reading.root.xpath("//div[contains(concat(' ', @class, ' '), ' sample ')]"):
        marks = block.xpath("p[@class='mark']")
        if not marks or not text_of(marks[0]).startswith(words):
            yield _found("sample-unmarked", reading, subject, title=words)


def _check_of(entry: EvidenceEntry) -> str:
    return "sample-unmarked" if entry.sample else "sample-marked"


def _entries(item: ItemEntry) -> Iterator[EvidenceEntry]:
    for _, cell in item.requirement_cells():
        yield from (*cell.evidence, *cell.later)


def _links(reading: Reading) -> dict[str, list[html.HtmlElement]]:
    """The links of the dossier and of the parts about requirements, by where they lead."""
    links: dict[str, list[html.HtmlElement]] = {}
    for link in reading.root.xpath("//article//a[@href][not(ancestor::*[@data-oit-section])]"):
        target = urljoin(_BASE + reading.address, link.get("href"))
        links.setdefault(target.removeprefix(_BASE), []).append(link)
    return links


def _target(url: str, site: PublishedSite) -> str:
    """An address of the index as links of pages come to it."""
    roots = (site.root, *((site.index.site_url,) if site.index.site_url else ()))
    address = located(url, roots)
    return address.path if address.place is Destination.HERE else url


def _is_marked(link: html.HtmlElement) -> bool:
    """Whether the mark of a sample stands behind a link."""
    return any(map(_has_mark, link.xpath("following-sibling::*[1]"))) or any(
        map(_has_mark, link.xpath("following-sibling::*[2][self::span]"))
    )


def _has_mark(element: html.HtmlElement) -> bool:
    return "smp" in element.get("class", "").split() or bool(element.xpath(".//*[@class='smp']"))


def _is_within_sample(element: html.HtmlElement) -> bool:
    return bool(element.xpath("ancestor::div[contains(concat(' ', @class, ' '), ' sample ')]"))


def _found(check: str, reading: Reading, subject: str, **params: str) -> Discrepancy:
    return Discrepancy(check=check, path=reading.address, subject=subject, params=params)
