"""The part of a site by which a change of items is judged as if all of it had been read."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from oit.assessment.comparison import folder_of
from oit.assessment.known_rounds import (
    KnownItem,
    KnownRound,
    has_figures,
    repeatable_in,
    told_in,
)
from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment
from oit.assessment.rules.change import bundle_of


class Part(Struct, frozen=True):
    """Which items of known rounds are read; all else is. Without known rounds, the whole."""

    known: Mapping[str, KnownRound] = field(default_factory=dict)
    """By folder."""
    counted: frozenset[str] = frozenset()
    """The folders of the items whose findings count."""
    compared: frozenset[str] = frozenset()
    """Those that are read only for what they disclose."""

    @classmethod
    def around(cls, touched: Collection[str], known: Mapping[str, KnownRound]) -> "Part":
        """What a change of some items may concern, by their folders."""
        # Nobody knows what may repeat an item that was not there: later rounds are read.
        new = (_round_of(item) for item in touched if not _is_known(item, known))
        first = min(new, default=None)
        usable = {folder: each for folder, each in known.items() if not first or folder <= first}
        counted = {*touched}
        for folder, round_ in usable.items():
            counted |= round_.told | round_.on_topics(_topics_before(folder, touched, usable))
        part = cls(usable, frozenset(counted))
        return part.comparing(frozenset(part._figures()))

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the site."""
        return not self.known

    def reads(self, path: str) -> bool:
        """Whether a file is read, by its path from the root of the site."""
        round_ = self.known.get("/".join(path.split("/", 2)[:2]))
        if round_ is None or path.count("/") < 2:
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
        told = (found for found in assessment.findings if told_in(found) not in left_out)
        return replace(assessment, findings=tuple(told))

    def lacks(self, assessment: Assessment) -> frozenset[str]:
        """Folders of items of known rounds with which what was counted has to be compared."""
        if self.is_whole:
            return frozenset()
        found = (
            self._like(item, round_)
            for round_ in assessment.rounds
            for item in round_.items
            if self._counts(round_.contents.folder, item.id)
        )
        return frozenset(chain.from_iterable(found)) - self.counted - self.compared

    def _counts(self, round_: str, item: str) -> bool:
        return round_ not in self.known or folder_of(round_, item) in self.counted

    def comparing(self, folders: frozenset[str]) -> "Part":
        """The same, with more items that are read for what they disclose."""
        return replace(self, compared=self.compared | folders)

    def _figures(self) -> Iterator[str]:
        """Earlier items of the topics of which figures were disclosed before."""
        for folder, round_ in self.known.items():
            with_figures = (each for each in round_.items if round_.items[each].has_figures)
            for item in self.counted & {*with_figures}:
                yield from (other for other, _ in self._before(folder, round_.items[item].topic))

    def _like(self, item: ItemAssessment, round_: RoundAssessment) -> Iterator[str]:
        """Items of earlier rounds on its topic, if these may disclose the same, or figures."""
        bundle = item.bundle.as_meant if item.bundle else None
        contents, is_compared = repeatable_in(bundle), has_figures(bundle, item.mandated)
        for folder, other in self._before(round_.contents.folder, item.mandated.topic):
            if is_compared or not contents.isdisjoint(other.contents):
                yield folder

    def _before(self, round_: str, topic: str | None) -> Iterator[tuple[str, KnownItem]]:
        """Items on a topic in known rounds before one, with their folders."""
        for folder, known in self.known.items():
            if folder < round_:
                yield from ((each, known.items[each]) for each in known.on_topics({topic}))


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


def _round_of(item: str) -> str:
    return item.rpartition("/")[0]
