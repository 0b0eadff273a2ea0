"""A file that takes the place of another, on a day that stays, says why: `replaces`.

Readers see which versions an entry had, and why. A text needs no such word: it shows itself.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from oit.assessment.comparison import ItemPair
from oit.assessment.rules.located import unit_finding
from oit.assessment.versions import Version
from oit.findings import Finding


def check_replaced(item: ItemPair) -> Iterator[Finding]:
    """Files that were exchanged without a word, and words that were taken back."""
    for version in () if item.is_first else item.versions:
        if version.before:
            yield from _check_file(version, item)
            yield from _check_kept(version)


def _check_file(version: Version, item: ItemPair) -> Iterator[Finding]:
    before, now = version.before, version.now
    if before is None or version.was_dated_otherwise or None in (before.sha256, now.sha256):
        return
    is_told = any(each.sha256 == before.sha256 for each in now.evidence.replaces)
    if before.sha256 != now.sha256 and not is_told:
        found = unit_finding(
            now.unit,
            "replacement-unexplained",
            ("evidence", now.number, "file"),
            found=now.name,
            sha256=before.sha256,
            today=item.base.today.day,
        )
        yield replace(found, requirement=now.evidence.requirement)


def _check_kept(version: Version) -> Iterator[Finding]:
    """What the base says of earlier versions is only ever added to."""
    before, now = version.before, version.now
    for replaced in before.evidence.replaces if before else ():
        if replaced not in now.evidence.replaces:
            path = ("evidence", now.number, "replaces")
            yield unit_finding(now.unit, "replacement-removed", path, found=replaced.on)
