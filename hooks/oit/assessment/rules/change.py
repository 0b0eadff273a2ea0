"""What two versions of a site show together: dates moved for nothing, and records that vanished.

Notify-only review decays into date-bumping: a confirmation without a change is a review, which
names the post and the reason, and is only ever added.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from oit.findings import FieldPath, Finding, Kind, Place
from oit.model.ledger import LedgerEntry
from oit.model.record import FileEvidence, Review
from oit.records.site import Bundle, Round, Site, Unit

MANY = 5
"""More confirmations than this in one change are pointed out."""

_BUNDLE = re.compile(r"oit_items/\d{4}/O\d\d(?=/|$)")
_WORDS = re.compile(r"[^/]+\.md|LICENSE")

UnitKey: TypeAlias = tuple[int, str, str | None]


def check_updates(base: Site, head: Site) -> Iterator[Finding]:
    """`updated` moved, while neither text nor evidence of the unit did."""
    before = _units(base)
    for key, (unit, bundle) in _units(head).items():
        old = before.get(key)
        day = unit.disclosed.updated
        if not old or not day or day == old[0].disclosed.updated:
            continue
        if "updated" not in old[0].left_out and _content(unit, bundle) == _content(*old):
            likely = old[0].disclosed.updated
            yield _at(unit, ("updated",), "date-bumped", found=day, likely=likely)


def check_reviews(base: Site, head: Site) -> Iterator[Finding]:
    """A review of the base is gone, or no longer what it was."""
    after = _units(head)
    for key, (old, _) in _units(base).items():
        unit = after[key][0] if key in after else None
        if unit and "reviews" in unit.left_out:
            continue
        kept = Counter(unit.disclosed.reviews if unit else ())
        for review in (Counter(old.disclosed.reviews) - kept).elements():
            yield _at(unit or old, ("reviews",), "review-removed", found=review.on)


def check_confirmations(base: Site, head: Site) -> Iterator[Finding]:
    """More than five confirmations in one change."""
    before = _units(base)
    added: list[tuple[Unit, Review]] = []
    for key, (unit, _) in _units(head).items():
        known = Counter(before[key][0].disclosed.reviews if key in before else ())
        new = Counter(unit.disclosed.reviews) - known
        added.extend((unit, review) for review in new.elements())
    if len(added) > MANY:
        items = ", ".join(dict.fromkeys(unit.disclosed.item for unit, _ in added))
        place = Place(added[0][0].place.file, Kind.NOTICE)
        yield place.finding("many-confirmations", found=len(added), items=items)


def check_published(base: Site, head: Site, first_added: Mapping[str, date]) -> Iterator[Finding]:
    """A file that came in with this change says that it was published before it came in."""
    before = _units(base)
    for key, (unit, bundle) in _units(head).items():
        known = set(before[key][0].disclosed.evidence) if key in before else set()
        for number, evidence in unit.numbered():
            if not isinstance(evidence, FileEvidence) or evidence in known:
                continue
            came_in = first_added.get(f"{bundle.folder}/{evidence.file}")
            if came_in and evidence.published < came_in:
                path: FieldPath = ("evidence", number, "published")
                yield unit.place.of(Kind.NOTICE).finding(
                    "published-before-commit",
                    unit.document.line(path),
                    path,
                    file_name=evidence.file,
                    found=evidence.published,
                    expected=came_in,
                )


def check_ledgers(base: Site, head: Site) -> Iterator[Finding]:
    """Entries of a ledger that are gone, or say something else than they did."""
    after = {round_.fiscal_year: round_ for round_ in head.rounds}
    for round_ in base.rounds:
        kept = after.get(round_.fiscal_year)
        for entry in round_.ledger:
            if not any(_continues(entry, one) for one in (kept.ledger if kept else ())):
                yield _shrunk(round_, entry)


def _continues(old: LedgerEntry, new: LedgerEntry) -> bool:
    """Whether an entry is the same, save that it may have been replaced or withdrawn since."""
    settled = new.model_copy(update={"replaced_by": None, "withdrawn": None})
    return new == old or (old.is_live and settled == old)


def _shrunk(round_: Round, entry: LedgerEntry) -> Finding:
    file = f"{round_.folder}/ledger.json"
    place = Place(file, fiscal_year=round_.fiscal_year, item=entry.item)
    return place.finding("ledger-shrunk", found=entry.file)


def check_policy(touched: Iterable[str]) -> Iterator[Finding]:
    """Policy and program: everything that is neither a bundle nor a document for reading."""
    concerned = {
        path if path.startswith("oit_items/") else path.split("/")[0]
        for path in touched
        if bundle_of(path) in (None, path) and not _WORDS.fullmatch(path)
    }
    for path in sorted(concerned):
        yield Place(path, Kind.NOTICE).finding("policy-changed")


def bundle_of(path: str) -> str | None:
    """The bundle that a path lies in, or is: `oit_items/2568/O15`."""
    match = _BUNDLE.match(path)
    return match[0] if match else None


def _units(site: Site) -> dict[UnitKey, tuple[Unit, Bundle]]:
    """Records and parts with their bundles, by round, item and division."""
    return {
        (round_.fiscal_year, bundle.item, unit.division): (unit, bundle)
        for round_ in site.rounds
        for bundle in round_.bundles.values()
        for unit in bundle.units
    }


def _content(unit: Unit, bundle: Bundle) -> tuple[object, ...]:
    """Text and evidence of a unit, the bytes of its files included."""
    files = {name: bundle.facts.get(name) for name in sorted(unit.named_files)}
    return (unit.document.body, unit.document.values.get("evidence"), files)


def _at(unit: Unit, path: FieldPath, rule: str, **params: object) -> Finding:
    return unit.place.finding(rule, unit.document.line(path), path, **params)
