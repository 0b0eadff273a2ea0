"""Dates that a change moves, while what they are about stays as it was.

`updated` and `published` say when something changed. Moving one of them alone is no news: a
confirmation without a change is a review (design: "Time").
"""

from collections.abc import Iterator

from msgspec.structs import replace

from oit.assessment.comparison import ItemPair, UnitPair
from oit.assessment.content import unit_entries
from oit.assessment.rules.located import unit_finding
from oit.assessment.versions import Version
from oit.findings import Finding, Kind
from oit.model.record import Replaced
from oit.model.round import RoundPolicy
from oit.records.site import Bundle, Unit


def check_updates(item: ItemPair) -> Iterator[Finding]:
    """`updated` was moved, while neither text nor evidence of the unit changed."""
    for pair in item.units:
        old, day = pair.old.unit, pair.unit.disclosed.updated
        is_excused = "updated" in old.left_out or item.was_faulty(old, ("updated",))
        if day and day != old.disclosed.updated and not is_excused and not _has_news(pair):
            likely = old.disclosed.updated
            yield unit_finding(pair.unit, "date-bumped", ("updated",), found=day, likely=likely)


def _has_news(pair: UnitPair) -> bool:
    return _content(pair.old.unit, pair.old_bundle) != _content(pair.unit, pair.new_bundle)


def _content(unit: Unit, bundle: Bundle) -> tuple[object, ...]:
    """What a reader finds: the text, and what the evidence discloses, in whatever order."""
    entries = unit_entries(unit, bundle)
    return (unit.text.visible, frozenset(claim for entry in entries for claim in entry.claims))


def check_published(item: ItemPair) -> Iterator[Finding]:
    """`published` of an entry was moved, while what it discloses stayed.

    A typing error is corrected by saying so in `replaces`, within the days that a record may be
    behind; a day that the base was told to correct needs no such word.
    """
    for version in () if item.is_first else item.versions:
        before = version.before
        if before is None or not version.was_dated_otherwise or not version.has_same_content:
            continue
        path = ("evidence", before.number, "published")
        if item.was_faulty(before.unit, path):
            continue
        correction = _correction(version) if _is_near(version, item.policy) else None
        yield _moved(version, correction, item)


def _correction(version: Version) -> Replaced | None:
    """What the entry says of the day that stood in the base."""
    was = version.before and version.before.evidence.published
    new = version.now.evidence.replaces
    return next((replaced for replaced in reversed(new) if replaced.published == was), None)


def _is_near(version: Version, policy: RoundPolicy) -> bool:
    """Whether the first day that was ever stated lies within `recording_days` of the new one."""
    now = version.now.evidence
    stated = (each.published for each in now.replaces if each.published)
    first, last = sorted((next(stated, now.published), now.published))
    return policy.calendar.working_days_before(last, policy.recording_days) <= first


def _moved(version: Version, correction: Replaced | None, item: ItemPair) -> Finding:
    was = version.before.evidence.published if version.before else None
    entry = version.now
    found = unit_finding(
        entry.unit,
        "published-corrected" if correction else "published-moved",
        ("evidence", entry.number, "published"),
        Kind.NOTICE if correction else None,
        found=entry.evidence.published,
        expected=was,
        today=item.base.today.day,
        days=item.policy.recording_days,
        reason=correction.reason if correction else "",
    )
    return replace(found, requirement=entry.evidence.requirement)
