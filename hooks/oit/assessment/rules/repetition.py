"""Nothing stands twice: what was disclosed for one period may not stand for another.

A file may fill several requirements, divisions or periods; best as one entry that names them all.
Only this is a fault: an entry's content stands again for another period of the same requirement,
and nothing in it names that period (design: "Honest repetition").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from oit.assessment.content import Content, Entry, entries_for
from oit.assessment.rules.located import unit_finding
from oit.evidence.named_periods import is_named
from oit.findings import Finding, Kind
from oit.model.mandate import MandateItem
from oit.periods import Period
from oit.records.site import Round

_RULES = {"file": "content-repeated", "section": "content-repeated", "url": "address-repeated"}
"""By the kind of an entry. An address may be a page that grows: it is only pointed out."""


def check_repetition(
    item: MandateItem, round_: Round, earlier: Iterable[Round]
) -> Iterator[Finding]:
    """Entries of an item whose content stands for another period, here or in an earlier round."""
    for requirement in item.requirements:
        if requirement.asked:
            own = _entries(round_, item, requirement.id)
            known = [entry for other in earlier for entry in _entries(other, item, requirement.id)]
            yield from _check_entries(own, known)


def _entries(round_: Round, item: MandateItem, requirement: str) -> list[Entry]:
    """The entries for a requirement in a round that disclose something to compare."""
    entries = entries_for(round_, item, requirement)
    return [entry for entry in entries if entry.evidence.kind in _RULES]


def _check_entries(own: list[Entry], known: list[Entry]) -> Iterator[Finding]:
    alike: dict[Content, list[Entry]] = defaultdict(list)
    for entry in (*known, *own):
        alike[entry.content].append(entry)
    for entry in own:
        rightful = _rightful(entry, sorted(alike[entry.content], key=_order))
        yield from _check_entry(entry, rightful) if rightful else ()


def _order(entry: Entry) -> tuple[object, ...]:
    return (entry.evidence.published, entry.unit.place.file, entry.number)


def _rightful(entry: Entry, alike: list[Entry]) -> Entry | None:
    """The entry whose content another one repeats: the oldest, or one that the content names."""
    if entry is not alike[0]:
        return alike[0]
    return next((other for other in alike[1:] if _names(entry, other)), None)


def _names(entry: Entry, other: Entry) -> bool:
    return any(is_named(period, entry.named) for period in other.evidence.periods)


def _check_entry(entry: Entry, rightful: Entry) -> Iterator[Finding]:
    periods = [
        period
        for period in entry.evidence.periods
        if period not in rightful.periods and not is_named(period, entry.named)
    ]
    if periods:
        yield _finding(entry, rightful, periods)


def _finding(entry: Entry, rightful: Entry, periods: list[Period]) -> Finding:
    rule, kind = _RULES[entry.evidence.kind], entry.evidence.kind
    both = sorted({*entry.periods, *rightful.periods})
    found = unit_finding(
        entry.unit,
        rule,
        ("evidence", entry.number, kind),
        Kind.NOTICE if kind == "url" else None,
        found=entry.name,
        period=periods[0],
        other_file=rightful.unit.place.file,
        other_item=rightful.bundle.item,
        other_title=rightful.evidence.title,
        other_period=rightful.evidence.periods[0],
        to_write=f"periods: [{', '.join(map(str, both))}]",
    )
    cell = str(periods[0]) if len(periods) == 1 else None
    return replace(found, requirement=entry.evidence.requirement, cell=cell)
