"""What is known of rounds that a change leaves as they are, so that they need not be read again.

A change of an item is judged by the findings of the items that it may concern: itself, those of
later rounds on its topic, and whatever is told of others anyway. Of all else it is enough to know
that nothing is told; and what it discloses, as that may be repeated.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Self

from msgspec import Struct, json
from msgspec.structs import replace

from oit.assessment.causes import as_meant
from oit.assessment.comparison import folder_of, scores_of
from oit.assessment.content import entries_of
from oit.assessment.result import Assessment, RoundAssessment, RoundState
from oit.assessment.rules.change import bundle_of
from oit.findings import FAULTY, Finding, Kind
from oit.memory import made_from
from oit.model.mandate import MandateItem
from oit.records import RECORDS
from oit.records.site import Bundle, Round


class KnownItem(Struct, frozen=True):
    """An item of a round, by what others have to know of it."""

    topic: str | None
    """`None` where the mandate does not have it."""
    is_told: bool
    """Whether anything is told of it."""
    has_figures: bool
    """Whether it discloses figures, which those of later periods are compared with."""
    contents: tuple[str, ...]
    """What its entries disclose, each as a SHA-256."""


class KnownRound(Struct, frozen=True):
    """A round that was assessed on a day."""

    day: date
    is_lasting: bool
    """Whether the same is told of it on any later day: it is over, and another one has opened."""
    opens: date
    followed: tuple[str, ...]
    """Folders of items that the round as a whole follows from: one by which it has records, and
    the one that discloses the scores of an earlier year."""
    items: Mapping[str, KnownItem]
    """By folder, whether it is there or not."""

    def holds_on(self, day: date) -> bool:
        """Whether it is still true on a day."""
        return day == self.day or (self.is_lasting and day > self.day)

    @property
    def told(self) -> frozenset[str]:
        """The folders of items of which anything is told."""
        return frozenset(folder for folder, item in self.items.items() if item.is_told)

    def on_topics(self, topics: Collection[str | None]) -> frozenset[str]:
        """The folders of its items on some topics."""
        found = (folder for folder, item in self.items.items() if item.topic in topics)
        return frozenset(found)

    def to_bytes(self) -> bytes:
        """JSON."""
        return json.encode(self)

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The same again."""
        return json.decode(data, type=cls)


def known_round(round_: RoundAssessment, assessment: Assessment) -> KnownRound | None:
    """What has to be known of an assessed round; `None` where a finding is of no item of it."""
    contents = round_.contents
    told = {told_in(finding) for finding in _told(round_, assessment)}
    items = dict(_items(contents, told))
    if not told <= items.keys():
        return None
    return KnownRound(
        day=assessment.today.day,
        is_lasting=_is_lasting(round_, assessment),
        opens=contents.policy.opens,
        followed=tuple(filter(None, (_begun_by(contents), scores_of(contents)))),
        items=items,
    )


def disclosed_by(bundle: Bundle | None) -> frozenset[str]:
    """What the entries of a bundle disclose, each as a SHA-256."""
    return frozenset(made_from(*entry.content) for entry in entries_of(bundle))


def repeatable_in(bundle: Bundle | None) -> frozenset[str]:
    """The same of entries that may not disclose what stood for another period."""
    entries = (entry for entry in entries_of(bundle) if entry.evidence.periods)
    return frozenset(made_from(*entry.content) for entry in entries)


def has_figures(bundle: Bundle | None, item: MandateItem | None) -> bool:
    """Whether a bundle discloses figures of a statistic that is asked of its item."""
    requirements = item.requirements if item else ()
    asked = {each.id for each in requirements if each.statistics and each.asked}
    return any(entry.evidence.requirement in asked and entry.sums for entry in entries_of(bundle))


def told_in(finding: Finding) -> str | None:
    """The folder of the item that a finding is about."""
    if finding.item and finding.fiscal_year:
        return folder_of(f"{RECORDS}/{finding.fiscal_year}", finding.item)
    return bundle_of(finding.file)


def _items(round_: Round, told: Collection[str | None]) -> Iterator[tuple[str, KnownItem]]:
    meant = as_meant(round_).bundles
    mandated = {item.item: item for item in round_.mandate.items}
    for item in sorted({*meant, *mandated}):
        folder = folder_of(round_.folder, item)
        bundle, owed = meant.get(item), mandated.get(item)
        yield (
            folder,
            KnownItem(
                topic=owed.topic if owed else None,
                is_told=folder in told,
                has_figures=has_figures(bundle, owed),
                contents=tuple(sorted(disclosed_by(bundle))),
            ),
        )


def _is_lasting(round_: RoundAssessment, assessment: Assessment) -> bool:
    is_over = round_.state is RoundState.CLOSED and round_ is not assessment.newest_opened
    return is_over and not round_.contents.withdrawals


def _told(round_: RoundAssessment, assessment: Assessment) -> Iterator[Finding]:
    """All that a verdict may tell of a round: in one that is over, lateness fails nothing."""
    is_lasting = _is_lasting(round_, assessment)
    for finding in (told for found in assessment.findings for told in found.all_told):
        is_of_it = finding.fiscal_year == round_.fiscal_year or _lies_in(finding, round_.contents)
        if is_of_it and (not is_lasting or finding.kind in FAULTY | {Kind.NOTICE}):
            yield finding


def _lies_in(finding: Finding, round_: Round) -> bool:
    return f"{finding.file}/".startswith(f"{round_.folder}/")


def _begun_by(round_: Round) -> str | None:
    """An item by which the round has records (`Round.has_records`)."""
    for bundle in round_.bundles.values():
        if replace(round_, bundles={bundle.item: bundle}).has_records:
            return bundle.folder
    return None
