"""What an index promises: every page, file and link that it names."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.audit.verify.addresses import Address, Destination, located
from oit.audit.verify.values import Discrepancy, ExternalTarget, FileTarget, PageTarget, Target
from oit.contract.index import EvidenceEntry, Index, ItemEntry, RoundEntry

_CSV = "text/csv"


@dataclass(frozen=True, slots=True)
class Promises:
    """What to fetch, and what is not fetched because its address leads astray."""

    targets: tuple[Target, ...]
    astray: tuple[Discrepancy, ...]


def promises_of(index: Index, roots: tuple[str, ...]) -> Promises:
    """Everything that an index names, each once, in the order of the index."""
    targets: dict[tuple[object, ...], Target] = {}
    astray: dict[tuple[object, ...], Discrepancy] = {}
    for one in _named(index, roots):
        if isinstance(one, Discrepancy):
            astray.setdefault(one.order, one)
        else:
            targets.setdefault(_key(one), one)
    return Promises(tuple(targets.values()), tuple(astray.values()))


def _key(target: Target) -> tuple[object, ...]:
    if isinstance(target, FileTarget):
        return (target.path, target.media_type, target.bytes, target.sha256)
    return (type(target).__name__, target.path)


def _named(index: Index, roots: tuple[str, ...]) -> Iterator[Target | Discrepancy]:
    for round_ in index.rounds:
        yield _round_page(round_, roots)
        for item in round_.items:
            subject = f"{round_.fiscal_year}/{item.item}"
            yield _item_page(item, subject, roots)
            for entry in evidence_of(item):
                yield from _evidence(entry, subject, roots)


def evidence_of(item: ItemEntry) -> Iterator[EvidenceEntry]:
    """All evidence of an item, that which came later too."""
    for requirement in item.requirements:
        for cell in requirement.cells:
            yield from (*cell.evidence, *cell.later)


def _round_page(round_: RoundEntry, roots: tuple[str, ...]) -> Target | Discrepancy:
    year = str(round_.fiscal_year)
    where = located(round_.url, roots)
    if where.place is not Destination.HERE:
        return _astray(where, year)
    items = {f"{year}/{item.item}": item.status for item in round_.items}
    return PageTarget(path=where.path, subject=year, statuses={year: "", **items})


def _item_page(item: ItemEntry, subject: str, roots: tuple[str, ...]) -> Target | Discrepancy:
    where = located(item.url, roots)
    if where.place is not Destination.HERE:
        return _astray(where, subject)
    sections = (
        located(entry.url, roots)
        for entry in evidence_of(item)
        if entry.kind == "section" and entry.url
    )
    return PageTarget(
        path=where.path,
        subject=subject,
        statuses={subject: item.status},
        requirements=tuple(one.id for one in item.requirements),
        anchors=tuple(sorted({one.fragment for one in sections if one.path == where.path})),
    )


def _evidence(
    entry: EvidenceEntry, subject: str, roots: tuple[str, ...]
) -> Iterator[Target | Discrepancy]:
    if not entry.url:
        return
    where = located(entry.url, roots)
    if entry.kind == "url":
        yield _link(where, subject)
    elif where.place is not Destination.HERE:
        yield _astray(where, subject)
    elif entry.kind == "file":
        yield FileTarget(
            path=where.path,
            subject=subject,
            media_type=entry.media_type,
            bytes=entry.bytes,
            sha256=entry.sha256,
        )
        yield from _twin(entry, subject, roots)


def _link(where: Address, subject: str) -> Target | Discrepancy:
    if where.place is Destination.ASTRAY:
        return _astray(where, subject)
    return ExternalTarget(path=where.path, subject=subject)


def _twin(
    entry: EvidenceEntry, subject: str, roots: tuple[str, ...]
) -> Iterator[Target | Discrepancy]:
    if entry.open_csv:
        where = located(entry.open_csv, roots)
        if where.place is Destination.HERE:
            yield FileTarget(path=where.path, subject=subject, media_type=_CSV)
        else:
            yield _astray(where, subject)


def _astray(where: Address, subject: str) -> Discrepancy:
    return Discrepancy(check="astray", path=where.path, subject=subject)
