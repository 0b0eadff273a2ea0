"""What an index promises: each page, file and link that it names."""

from collections.abc import Iterator

from msgspec import Struct

from oit.audit.verify.addresses import Address, Destination, located
from oit.audit.verify.packages import has_archive
from oit.audit.verify.values import (
    Discrepancy,
    ExternalTarget,
    FileTarget,
    PageTarget,
    Target,
    subject_of,
)
from oit.contract.addresses import archive_path, division_path, round_path
from oit.contract.disclosed import EvidenceEntry
from oit.contract.index import Index, ItemEntry, RoundEntry

_CSV, _ZIP = "text/csv", "application/zip"


class Promises(Struct, frozen=True):
    """What to fetch, and the addresses that are not fetched because they lead out of the site."""

    targets: tuple[Target, ...]
    outside: tuple[Discrepancy, ...]


def promises_of(index: Index, roots: tuple[str, ...]) -> Promises:
    """All that an index names, each once, in the order of the index.

    The site's own absolute addresses begin with one of `roots`.
    """
    targets: dict[tuple[object, ...], Target] = {}
    outside: dict[tuple[object, ...], Discrepancy] = {}
    for named in _named(index, roots):
        if isinstance(named, Discrepancy):
            outside.setdefault(named.sort_key, named)
        else:
            targets.setdefault(_key(named), named)
    return Promises(tuple(targets.values()), tuple(outside.values()))


def more_pages(index: Index) -> list[str]:
    """The addresses of pages that tell of the same, and that no document names.

    Home, the divisions, and the English pages; a site of an earlier version may lack some.
    """
    rounds = [round_path(round_.fiscal_year) for round_ in index.rounds]
    items = [
        f"{round_path(round_.fiscal_year)}{item.item.lower()}/"
        for round_, item in index.round_items()
    ]
    divisions = [division_path(division.id) for division in index.divisions]
    return ["", "divisions/", *divisions, *(f"en/{path}" for path in ("", *rounds, *items))]


def evidence_of(item: ItemEntry) -> Iterator[EvidenceEntry]:
    """All evidence of an item, with what was published after the assessed date."""
    for _, cell in item.requirement_cells():
        yield from (*cell.evidence, *cell.later)


def _key(target: Target) -> tuple[object, ...]:
    if isinstance(target, FileTarget):
        return (target.path, target.media_type, target.bytes, target.sha256)
    return (type(target).__name__, target.path)


def _named(index: Index, roots: tuple[str, ...]) -> Iterator[Target | Discrepancy]:
    for round_ in index.rounds:
        yield _round_page(round_, roots)
        if has_archive(round_):
            year = round_.fiscal_year
            yield FileTarget(path=archive_path(year), subject=str(year), media_type=_ZIP)
        for item in round_.items:
            subject = subject_of(round_.fiscal_year, item.item)
            yield _item_page(item, subject, roots)
            for entry in evidence_of(item):
                yield from _evidence(entry, subject, roots)


def _round_page(round_: RoundEntry, roots: tuple[str, ...]) -> Target | Discrepancy:
    year = str(round_.fiscal_year)
    address = located(round_.url, roots)
    if address.place is not Destination.HERE:
        return _outside(address, year)
    items = {subject_of(round_.fiscal_year, item.item): item.status for item in round_.items}
    return PageTarget(path=address.path, subject=year, statuses={year: "", **items})


def _item_page(item: ItemEntry, subject: str, roots: tuple[str, ...]) -> Target | Discrepancy:
    address = located(item.url, roots)
    if address.place is not Destination.HERE:
        return _outside(address, subject)
    sections = (
        located(entry.url, roots)
        for entry in evidence_of(item)
        if entry.kind == "section" and entry.url
    )
    return PageTarget(
        path=address.path,
        subject=subject,
        statuses={subject: item.status},
        requirements=tuple(requirement.id for requirement in item.requirements),
        anchors=tuple(
            sorted({section.fragment for section in sections if section.path == address.path})
        ),
    )


def _evidence(
    entry: EvidenceEntry, subject: str, roots: tuple[str, ...]
) -> Iterator[Target | Discrepancy]:
    if not entry.url:
        return
    address = located(entry.url, roots)
    if entry.kind == "url":
        yield _link(address, subject)
    elif address.place is not Destination.HERE:
        yield _outside(address, subject)
    elif entry.kind == "file":
        yield FileTarget(
            path=address.path,
            subject=subject,
            media_type=entry.media_type,
            bytes=entry.bytes,
            sha256=entry.sha256,
        )
        yield from _open_csv(entry, subject, roots)


def _link(address: Address, subject: str) -> Target | Discrepancy:
    if address.place is Destination.OUTSIDE:
        return _outside(address, subject)
    return ExternalTarget(path=address.path, subject=subject)


def _open_csv(
    entry: EvidenceEntry, subject: str, roots: tuple[str, ...]
) -> Iterator[Target | Discrepancy]:
    if entry.open_csv:
        address = located(entry.open_csv, roots)
        if address.place is Destination.HERE:
            yield FileTarget(path=address.path, subject=subject, media_type=_CSV)
        else:
            yield _outside(address, subject)


def _outside(address: Address, subject: str) -> Discrepancy:
    return Discrepancy(check="outside-site", path=address.path, subject=subject)
