"""What the site's search finds besides the words of its pages: documents, by how they begin."""

from collections.abc import Iterable
from dataclasses import dataclass

from oit.outputs.published import PublishedFile
from oit.terms import SAMPLE_TH


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A document that can be found."""

    location: str
    """Its address from the site's root."""
    title: str
    text: str


def search_entries(published: Iterable[PublishedFile]) -> tuple[SearchEntry, ...]:
    """The published documents whose text is known, in the order of their items."""
    return tuple(
        SearchEntry(one.path, _title(one), text) for one in published if (text := _text(one))
    )


def _title(one: PublishedFile) -> str:
    mark = f" ({SAMPLE_TH})" if one.evidence.sample else ""
    return f"{one.evidence.title}{mark} · ข้อ {one.item}"


def _text(one: PublishedFile) -> str:
    return one.facts.inspection.content.excerpt if one.facts.inspection else ""
