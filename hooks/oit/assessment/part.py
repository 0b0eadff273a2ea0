"""The part of a site by which a change of items is judged as if all of it had been read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from oit.assessment.content import entries_of
from oit.assessment.known_rounds import KnownRound, counted_findings, folder_of, repeatable_in
from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment
from oit.assessment.rules.change import bundle_of


@dataclass(frozen=True, slots=True)
class Part:
    """Which items of known rounds are read; all else is. Without known rounds, the whole."""

    known: Mapping[str, KnownRound] = field(default_factory=dict)
    """By folder."""
    counted: frozenset[str] = frozenset()
    """The folders of the items whose findings count."""
    compared: frozenset[str] = frozenset()
    """Those that are read only for what they disclose."""

    @classmethod
    def around(cls, touched: Collection[str], known: Mapping[str, KnownRound]) -> Self:
        """What a change of some items may concern, by their folders."""
        # Nobody knows what may repeat an item that was not there: later rounds are read.
        new = (_round_of(item) for item in touched if not _is_known(item, known))
        first = min(new, default=None)
        usable = {folder: each for folder, each in known.items() if not first or folder <= first}
        counted = {*touched}
        for folder, round_ in usable.items():
            counted |= round_.told | round_.on_topics(_topics_before(folder, touched, usable))
        return cls(usable, frozenset(counted))

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the site."""
        return not self.known

    def reads(self, path: str) -> bool:
        """Whether a file is read, by its path from the root of the site."""
        round_ = next((known for folder, known in self.known.items() if _is_in(path, folder)), None)
        if round_ is None:
            return True
        read = self.counted | self.compared
        is_left_out = round_.is_lasting and round_.items.keys().isdisjoint(read)
        bundle = bundle_of(path)
        is_read = bundle is None or bundle in read or bundle in round_.followed
        return is_read and not is_left_out

    def of(self, assessment: Assessment) -> Assessment:
        """An assessment of what was read, without what is told of items that were not counted."""
        if self.is_whole:
            return assessment
        items = {folder for round_ in self.known.values() for folder in round_.items}
        left_out = items - self.counted
        counted = tuple(counted_findings(assessment.findings, left_out))
        return replace(assessment, findings=counted)

    def lacks(self, assessment: Assessment) -> frozenset[str]:
        """Folders of items of known rounds with which what was counted has to be compared."""
        found = (
            folder
            for round_ in assessment.rounds
            for item in round_.items
            if folder_of(round_.contents.folder, item.id) in self.counted
            or round_.contents.folder not in self.known
            for folder in self._like(item, round_)
        )
        return frozenset(found) - self.counted - self.compared

    def comparing(self, folders: frozenset[str]) -> "Part":
        """The same, with more items that are read for what they disclose."""
        return replace(self, compared=self.compared | folders)

    def _like(self, item: ItemAssessment, round_: RoundAssessment) -> Iterator[str]:
        """Items of earlier rounds on its topic, if these may disclose the same, or figures."""
        contents = repeatable_in(item.bundle.as_meant) if item.bundle else frozenset()
        has_figures = _has_figures(item)
        for folder, known in self.known.items():
            if folder < round_.contents.folder:
                for other in known.on_topics({item.mandated.topic}):
                    if has_figures or not contents.isdisjoint(known.items[other].contents):
                        yield other


WHOLE = Part()
"""All of a site."""


def _topics_before(
    folder: str, touched: Collection[str], known: Mapping[str, KnownRound]
) -> frozenset[str | None]:
    """The topics of touched items of earlier rounds, which a round may repeat."""
    found = (
        known[_round_of(item)].items[item].topic
        for item in touched
        if _round_of(item) < folder and _is_known(item, known)
    )
    return frozenset(found) - {None}


def _is_known(item: str, known: Mapping[str, KnownRound]) -> bool:
    return _round_of(item) in known and item in known[_round_of(item)].items


def _has_figures(item: ItemAssessment) -> bool:
    asked = {each.id for each in item.mandated.requirements if each.statistics and each.asked}
    entries = entries_of(item.bundle.as_meant) if item.bundle else ()
    return any(entry.evidence.requirement in asked and entry.sums for entry in entries)


def _round_of(item: str) -> str:
    return item.rpartition("/")[0]


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")
