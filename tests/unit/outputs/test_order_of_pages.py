"""Which pages are made first: `both_cores` has these made by a copy of the process."""

from collections.abc import Iterator, Sequence

from helpers.counted_memory import CountedMemory
from helpers.support import SAMPLE, as_of, judged
from oit.memory import Asked
from oit.outputs.pages.pages import pages
from oit.outputs.publication import publication_of


class Watched(CountedMemory):
    """Tells after which of many answers how many charts had been drawn."""

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """The same as one by one."""
        self.charts = list[tuple[bool, int]]()
        for each in asked:
            yield self.recall(each.kind, each.content, each.make)
            self.charts.append((each.is_heavy, self.made["chart"]))


def test_charts_are_drawn_for_the_first_pages_alone() -> None:
    """One process starts the engine that draws them, which costs as much as fifty pages."""
    memory = Watched()
    assessment = judged(SAMPLE, as_of("2025-04-30"))
    assert list(pages(publication_of(assessment, None, memory=memory)))
    count = len(assessment.rounds)
    drawn = memory.charts[count - 1][1]
    assert drawn > 0
    assert [is_heavy for is_heavy, _ in memory.charts[:count]] == [True] * count
    assert set(memory.charts[count:]) == {(False, drawn)}
