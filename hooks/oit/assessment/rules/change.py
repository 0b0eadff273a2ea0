"""Rules that compare two versions of a site: what vanished, and what its approvers have to know.

A confirmation without a change is a review, which names the post and the reason, and is only ever
added. What a change does to dates and files is looked at by `dates`, `backdating` and `replaced`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from oit.assessment.rules.located import finding_at, unit_finding
from oit.findings import Finding, Kind, Place
from oit.model.ledger import LedgerEntry
from oit.model.record import Review
from oit.records.site import Bundle, Round, Site, Unit

_MOST_CONFIRMATIONS = 5
"""More in one change are pointed out: nobody has looked at them all."""
_BUNDLE = re.compile(r"oit_items/[0-9]{4}/O[0-9]{2}(?=/|$)")

_BEGUN_BEFORE = (None, 0)
_NEVER = date.min
"""No day that a policy file could state."""

_UnitKey: TypeAlias = tuple[int, str, str | None]


def check_reviews(base: Site, head: Site) -> Iterator[Finding]:
    """A review of the base was removed or altered."""
    after = _units(head)
    for key, (old, _) in _units(base).items():
        unit = after[key][0] if key in after else None
        if unit and "reviews" in unit.left_out:
            continue
        kept = Counter(unit.disclosed.reviews if unit else ())
        for review in (Counter(old.disclosed.reviews) - kept).elements():
            yield unit_finding(unit or old, "review-removed", ("reviews",), found=review.on)


def check_confirmations(base: Site, head: Site) -> Iterator[Finding]:
    """More confirmations in one change than anybody looks at."""
    before = _units(base)
    added: list[tuple[Unit, Review]] = []
    for key, (unit, _) in _units(head).items():
        known = Counter(before[key][0].disclosed.reviews if key in before else ())
        new = Counter(unit.disclosed.reviews) - known
        added.extend((unit, review) for review in new.elements())
    if len(added) > _MOST_CONFIRMATIONS:
        items = ", ".join(dict.fromkeys(unit.disclosed.item for unit, _ in added))
        place = Place(added[0][0].place.file, Kind.NOTICE)
        yield place.finding("many-confirmations", found=len(added), items=items)


def check_ledgers(base: Site, head: Site) -> Iterator[Finding]:
    """Entries of a ledger that were removed or altered."""
    after = {round_.fiscal_year: round_ for round_ in head.rounds}
    for round_ in base.rounds:
        head_round = after.get(round_.fiscal_year)
        entries = head_round.ledger if head_round else ()
        if entries == round_.ledger:
            continue
        same_file: defaultdict[str, list[LedgerEntry]] = defaultdict(list)
        for new in entries:
            same_file[new.file].append(new)
        for old in round_.ledger:
            if not any(_continues(old, new) for new in same_file[old.file]):
                yield _shrunk(round_, old)


def _continues(old: LedgerEntry, new: LedgerEntry) -> bool:
    """Whether an entry is the same, save that it may have been replaced or withdrawn since."""
    as_live = new.model_copy(update={"replaced_by": None, "withdrawn": None})
    return new == old or (old.is_live and as_live == old)


def _shrunk(round_: Round, entry: LedgerEntry) -> Finding:
    file = f"{round_.folder}/ledger.json"
    place = Place(file, fiscal_year=round_.fiscal_year, item=entry.item)
    return place.finding("ledger-shrunk", found=entry.file)


def check_adopted(base: Site, proposed: Site) -> Iterator[Finding]:
    """`adopted` of a round is another, and the base has not approved that.

    An office begins once: no later round of one that has records states such a day.
    """
    before = {round_.fiscal_year: round_ for round_ in base.rounds}
    if not any(round_.has_records for round_ in base.rounds):
        return
    for new in proposed.rounds:
        old = before.get(new.fiscal_year)
        waived = old.adoption_waiver.adopted if old and old.adoption_waiver else _NEVER
        if _begun(new) != (_begun(old) if old else _BEGUN_BEFORE) and new.policy.adopted != waived:
            place = Place(f"{new.folder}/round.yml", Kind.POLICY, fiscal_year=new.fiscal_year)
            expected = old.policy.adopted if old else None
            params = {"found": new.policy.adopted, "expected": expected}
            yield finding_at(place, new.policy_document, "adopted-changed", ("adopted",), **params)


def _begun(round_: Round) -> tuple[date | None, int]:
    """What moves the deadlines of an office that began in the middle of a round."""
    policy = round_.policy
    return policy.adopted, policy.adoption_days if policy.adopted else 0


def bundle_of(path: str) -> str | None:
    """The bundle that a path lies in, or is: `oit_items/2568/O15`."""
    match = _BUNDLE.match(path)
    return match[0] if match else None


def _units(site: Site) -> dict[_UnitKey, tuple[Unit, Bundle]]:
    """Records and parts with their bundles, by round, item and division."""
    return {
        (round_.fiscal_year, bundle.item, unit.division): (unit, bundle)
        for round_ in site.rounds
        for bundle in round_.bundles.values()
        for unit in bundle.units
    }
