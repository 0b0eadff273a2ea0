"""The feed: whether its pages together tell of all evidence of the index once, on its day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct

from oit.audit.verify.values import (
    ABSENT,
    MOST_REPORTED,
    Discrepancy,
    documents_differ,
    schema_differs,
    subject_of,
)
from oit.contract.addresses import ATOM_PATH, requirement_anchor, site_root
from oit.contract.disclosed import EvidenceEntry
from oit.contract.identifiers import lasting_uuid
from oit.contract.index import Index
from oit.escaping import one_line
from oit.evidence.faults import CannotReadError
from oit.evidence.xml import Element, parse
from oit.wording.terms import SAMPLE_TH

FEED_PAGES = "feeds/updates"
"""How the paths of all pages of the feed begin."""
_ATOM = "{http://www.w3.org/2005/Atom}"
_TO_ROOT = "../" * ATOM_PATH.count("/")


class _Told(Struct, frozen=True):
    """What an entry of the feed has to say of a piece of evidence."""

    subject: str
    address: str
    days: set[str]
    titles: set[str]


def check_feed(pages: Mapping[str, bytes], index: Index) -> Iterator[Discrepancy]:
    """Pages that do not lead to each other, and entries that the index has otherwise or not at all.

    `pages` are the documents of the feed by path, the newest as `ATOM_PATH`.
    """
    feeds: dict[str, Element] = {}
    for path, data in pages.items():
        try:
            feeds[path] = parse(data)
        except CannotReadError as error:
            yield schema_differs(path, "/", str(error))
    if ATOM_PATH in feeds and len(feeds) == len(pages):
        for path, feed in feeds.items():
            yield from _head(path, feed, index)
        yield from islice(_ways(feeds, index), MOST_REPORTED)
        yield from islice(_entries(feeds, index), MOST_REPORTED)


def _head(path: str, feed: Element, index: Index) -> Iterator[Discrepancy]:
    """All pages are of one feed, and of the office."""
    facts = {
        "id": lasting_uuid(index.office.id, "updates").urn,
        "author/name": one_line(index.office.name.th),
    }
    for name, expected in facts.items():
        found = feed.findtext("/".join(f"{_ATOM}{step}" for step in name.split("/"))) or ABSENT
        if found != expected:
            yield documents_differ(path, "", name, expected, found)


# Pages (RFC 5005, section 4)


def _ways(feeds: Mapping[str, Element], index: Index) -> Iterator[Discrepancy]:
    """Archives in which a reader who begins at the newest page does not find all others."""
    later, path = "", ATOM_PATH
    seen: list[str] = []
    while path in feeds and path not in seen:
        seen.append(path)
        following = _way(feeds[path], "next-archive", index)
        if following != later:
            yield documents_differ(path, "", "next-archive", later or ABSENT, following or ABSENT)
        later = "" if path == ATOM_PATH else path
        path = _way(feeds[path], "prev-archive", index)
    if path:
        yield documents_differ(seen[-1], "", "prev-archive", ABSENT, path)
    for unseen in sorted(feeds.keys() - set(seen)):
        yield documents_differ(seen[-1], "", "prev-archive", unseen, ABSENT)


def _way(element: Element, rel: str, index: Index) -> str:
    """Where a link leads, from the site's root or to another site; empty where there is none."""
    links = (link for link in element.findall(f"{_ATOM}link") if link.get("rel") == rel)
    address = next((link.get("href") or "" for link in links), "")
    return _from_root(address.removeprefix(_TO_ROOT), index)


def _from_root(address: str, index: Index) -> str:
    return address.removeprefix(site_root(index.site_url)) if index.site_url else address


# Entries


def _entries(feeds: Mapping[str, Element], index: Index) -> Iterator[Discrepancy]:
    told, nothing = _evidence(index), _stated_nothing(index)
    seen: Counter[str] = Counter()
    for path, feed in feeds.items():
        for entry in feed.iter(f"{_ATOM}entry"):
            name = entry.findtext(f"{_ATOM}id") or ABSENT
            address = _way(entry, "alternate", index)
            expected = told.get(name) or nothing.get(address)
            seen.update((name, address) if name in told else (address,))
            if expected is None:
                yield documents_differ(path, "", name, ABSENT, address or ABSENT)
            elif seen[name] > 1:
                yield documents_differ(path, expected.subject, name, "1", str(seen[name]))
            else:
                yield from _facts(path, name, entry, expected, address)
    # Feeds of earlier versions end with their newest entries.
    if any(round_.policy for round_ in index.rounds):
        for name, expected in (told | nothing).items():
            if not seen[name]:
                yield documents_differ(ATOM_PATH, expected.subject, name, expected.address, ABSENT)


def _facts(
    path: str, name: str, entry: Element, expected: _Told, address: str
) -> Iterator[Discrepancy]:
    published = (entry.findtext(f"{_ATOM}published") or ABSENT)[:10]
    title = entry.findtext(f"{_ATOM}title") or ABSENT
    for found, possible in (
        (address, {expected.address}),
        (published, expected.days),
        (title, expected.titles or {title}),
    ):
        if found not in possible:
            told = ", ".join(sorted(possible))
            yield documents_differ(
                path, expected.subject, f"{name} {expected.address}", told, found
            )


def _evidence(index: Index) -> dict[str, _Told]:
    """What counts and stands at an address, by the id of its entry."""
    told: dict[str, _Told] = {}
    for round_, item in index.round_items():
        subject = subject_of(round_.fiscal_year, item.item)
        for _, cell in item.requirement_cells():
            for entry in cell.evidence:
                if entry.url:
                    path = _from_root(entry.url, index)
                    about = (round_.fiscal_year, item.item, entry.kind, path)
                    name = lasting_uuid(index.office.id, "update", *about).urn
                    known = told.setdefault(name, _Told(subject, path, set(), set()))
                    known.days.add(entry.published.isoformat())
                    known.titles.add(_title(entry, item.item))
    return told


def _title(entry: EvidenceEntry, item: str) -> str:
    mark = f"[{SAMPLE_TH}] " if entry.sample else ""
    return one_line(f"{mark}{item} {entry.title}")


def _stated_nothing(index: Index) -> dict[str, _Told]:
    """What is stated to be nothing, by the address of its requirement; its title is its reason."""
    told: dict[str, _Told] = {}
    for round_, item in index.round_items():
        subject = subject_of(round_.fiscal_year, item.item)
        for requirement, cell in item.requirement_cells():
            anchor = requirement_anchor(requirement.id)
            address = f"{_from_root(item.url, index)}#{anchor}"
            for entry in cell.evidence:
                if entry.kind == "none":
                    known = told.setdefault(address, _Told(subject, address, set(), set()))
                    known.days.add(entry.published.isoformat())
    return told
