"""The feed in pages of bounded size (RFC 5005, section 4), each entry in exactly one of them.

A month is filled from its oldest entry on, so that a page that is full, or whose month is over,
changes only where its evidence does.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from oit.contract.addresses import ATOM_PATH, feed_page_path
from oit.outputs.feeds.entries import FeedEntry

MOST_ENTRIES = 50
"""A reader needs no more to catch up, and asks for the newest page every hour."""


class FeedPage(Struct, frozen=True, kw_only=True):
    """A document of the feed, with its neighbours as paths from the site's root."""

    path: str
    entries: tuple[FeedEntry, ...]
    """Newest first."""
    earlier: str | None
    later: str | None
    """The next archive; `None` where that is the newest page, which is none."""

    @property
    def is_archive(self) -> bool:
        """Whether it holds earlier entries only."""
        return self.path != ATOM_PATH


def feed_pages(entries: Iterable[FeedEntry]) -> list[FeedPage]:
    """The pages, oldest first; the last is the newest, and there even where nothing is."""
    filled = list(_filled(sorted(entries, key=lambda entry: entry.order, reverse=True)))
    newest: tuple[FeedEntry, ...] = ()
    while filled and len(filled[-1][1]) + len(newest) <= MOST_ENTRIES:
        newest = (*filled.pop()[1], *newest)
    paths = [path for path, _ in filled]
    return [
        FeedPage(
            path=path,
            entries=held[::-1],
            earlier=paths[place - 1] if place else None,
            later=paths[place + 1] if place + 1 < len(paths) else None,
        )
        for place, (path, held) in enumerate([*filled, (ATOM_PATH, newest)])
    ]


def _filled(oldest_first: Sequence[FeedEntry]) -> list[tuple[str, tuple[FeedEntry, ...]]]:
    """Each month in pages of at most `MOST_ENTRIES`, with the path of each as an archive."""
    pages = []
    for month, of_month in groupby(oldest_first, key=lambda entry: entry.month):
        entries = tuple(of_month)
        for start in range(0, len(entries), MOST_ENTRIES):
            path = feed_page_path(month, start // MOST_ENTRIES + 1)
            pages.append((path, entries[start : start + MOST_ENTRIES]))
    return pages
