"""Which pages of a document yield Thai that a machine can read, and what its text is worth."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from oit.evidence.facts import TextLayer
from oit.evidence.thai_quality import count_letters, count_thai, is_damaged

_JUDGED = 10_000
"""Characters of a page that are judged: two full pages of Thai, and a bound on the cost."""
_SHORT = 200
"""Thai letters; a page with fewer is judged together with its neighbours as well."""
_BROKEN_SHARE = 0.2
"""Of a document's letters that stand on broken pages, above which nobody can rely on its text."""


def broken_pages(texts: Iterable[str]) -> tuple[int, ...]:
    """The numbers, from 1, of the pages whose text is damaged (`thai_quality`).

    Pages too short to say anything are judged together with the short pages beside them.
    """
    pages = {number: text[:_JUDGED] for number, text in enumerate(texts, start=1)}
    alone = {number for number, text in pages.items() if is_damaged(text)}
    for group in _short_neighbours(pages):
        if alone.isdisjoint(group) and is_damaged("\n".join(pages[number] for number in group)):
            alone.update(group)
    return tuple(sorted(alone))


def text_layer_of(texts: Sequence[str], broken: Collection[int]) -> TextLayer:
    """`none` without any letter; `thai-broken` where the broken pages hold too much of the text."""
    letters = [count_letters(text) for text in texts]
    if not any(letters):
        return TextLayer.NONE
    lost = sum(letters[number - 1] for number in broken)
    return TextLayer.THAI_BROKEN if lost > _BROKEN_SHARE * sum(letters) else TextLayer.READABLE


def _short_neighbours(pages: dict[int, str]) -> Iterator[list[int]]:
    """The runs of short pages, by their numbers."""
    for is_short, group in groupby(pages, key=lambda number: count_thai(pages[number]) < _SHORT):
        if is_short:
            yield list(group)
