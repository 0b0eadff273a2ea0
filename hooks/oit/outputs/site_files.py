"""Everything that is published of a site: the one entrance to the outputs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import escape
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.catalog import Language, say
from oit.contract.addresses import (
    due_path,
    measures_path,
    round_path,
)
from oit.contract.index import Generator
from oit.file_groups import KeptFiles
from oit.memory import NO_MEMORY, Memory
from oit.outputs.archives import Archive, archives_of
from oit.outputs.evidence_files import (
    published_files,
)
from oit.outputs.generated_files import NOTHING_WRITTEN, HandWritten, Typed, generated_files
from oit.outputs.machine_tables import PublishedTable, published_tables
from oit.outputs.page import ENGLISH, Crumb, KeptPage, home_crumb, kept_page
from oit.outputs.pages.checklist import FILTERS, filter_style
from oit.outputs.pages.division_list import DIVISIONS
from oit.outputs.pages.frame import (
    Frame,
    content_policy,
    frame_of,
    language_of,
    navigation_in,
    translations,
)
from oit.outputs.pages.pages import pages
from oit.outputs.publication import Publication, publication_of
from oit.outputs.search_index import Entry, KeptEntries, document_entries
from oit.outputs.texts.texts import TEXTS, Text, listed_texts, texts


@dataclass(frozen=True)
class Outputs:
    """What to publish: pages, generated files, and evidence to copy as it is."""

    pages: tuple[KeptPage, ...]
    texts: tuple[Text, ...]
    """Pages in Markdown, which the site generator renders."""
    styles: dict[str, bytes]
    """Those of the generated files that pages load."""
    navigation: tuple[tuple[str, str], ...]
    """The site's navigation: names, each with the address of its page."""
    frame: Frame
    """What the theme shows around every page."""
    entries: Iterable[Entry] = field(compare=False)
    """What the site's own search finds besides pages in Markdown."""
    shown_year: int | None
    """The year of the round of home; `None` before there is a round."""
    evidence: dict[str, str]
    """The path of each evidence file on the site, and its path in the repository."""
    archives: tuple[Archive, ...]
    """Made of the files, once these are on the disk."""
    make_tables: Callable[[], tuple[PublishedTable, ...]] = field(compare=False)
    make_files: Callable[[tuple[PublishedTable, ...]], KeptFiles] = field(compare=False)

    @property
    def tables(self) -> tuple[PublishedTable, ...]:
        """Those of requirements over their periods, made whenever they are asked for."""
        return self.make_tables()

    @cached_property
    def files(self) -> KeptFiles:
        """Generated files by their path on the site, made when they are first asked for."""
        return self.make_files(self.tables)


def outputs_of(
    assessment: Assessment,
    site_url: str | None,
    commit: str | None = None,
    generator: Generator | None = None,
    written: HandWritten = NOTHING_WRITTEN,
    memory: Memory = NO_MEMORY,
    typed: Typed | None = None,
) -> Outputs:
    """The outputs of an assessment. Raises `ValueError` where the site's settings are unreadable.

    What people have `written` by hand takes the place of a text, and of the picture for links.
    Tables become `typed` files too, where that is given.
    """
    publication = publication_of(assessment, site_url, commit, generator, memory)
    published = published_files(assessment)
    evidence = {file.path: file.source for file in published}
    made = _made_pages(publication)
    for entry in document_entries(published):
        made.entries.add(entry)
    generated = tuple(made.pages)
    publication = replace(publication, texts=made.texts)
    own_texts = tuple(text for text in texts(publication) if text.address not in written.pages)
    return Outputs(
        pages=generated,
        texts=own_texts,
        styles={FILTERS: filter_style(publication)},
        navigation=tuple(_navigation(generated, assessment)),
        frame=frame_of(publication, _addresses(generated, written)),
        entries=made.entries,
        shown_year=shown.fiscal_year if (shown := publication.shown_round) else None,
        evidence=evidence,
        archives=archives_of(publication),
        make_tables=partial(published_tables, publication),
        make_files=partial(generated_files, publication, generated, published, written, typed),
    )


class _MadePages(Struct):
    """The pages, and what others read in them."""

    entries: KeptEntries
    pages: list[KeptPage] = msgspec.field(default_factory=list)
    texts: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)


def _made_pages(publication: Publication) -> _MadePages:
    """Every page, put aside as soon as it is made: one at a time stands in memory."""
    made = _MadePages(KeptEntries(publication.memory))
    for each in pages(publication):
        made.pages.append(kept_page(each.page, publication.memory))
        if each.texts:
            made.texts[each.page.path] = each.texts
        if each.entry:
            made.entries.add(each.entry)
    return made


def globals_of_templates(
    outputs: Outputs, known: Collection[str], site_url: str | None
) -> dict[str, Any]:
    """What every template of the theme gets as `oit`; `known` are the addresses of all pages."""
    return {
        "frame": outputs.frame,
        "content_policy": content_policy(outputs.frame.allowed_hosts),
        "language_of": language_of,
        "navigation_in": navigation_in,
        "pages": {page.path: page for page in outputs.pages},
        "translations_of": lambda path: translations(path, known, site_url),
    }


def navigation_of(outputs: Outputs, written: Mapping[str, str], listed: list[Any]) -> list[Any]:
    """The engine's navigation, then what the site's own lists, nothing twice, as MkDocs has it.

    `written` are the sources of hand-written pages by their address.
    """
    sources = dict(written)
    sources |= {text.address: text.source for text in outputs.texts}
    sources |= {page.path: page.source for page in outputs.pages}
    own = set(_listed_sources(listed))
    entries = [(name, sources[address]) for name, address in outputs.navigation]
    return [{escape(name): source} for name, source in entries if source not in own] + listed


def _listed_sources(navigation: Any) -> Iterator[str]:
    """The paths and addresses that a site's own navigation lists, in its sections too."""
    if isinstance(navigation, str):
        yield navigation
    else:
        entries = navigation.values() if isinstance(navigation, dict) else navigation
        for entry in entries:
            yield from _listed_sources(entry)


def _addresses(generated: tuple[KeptPage, ...], written: HandWritten) -> frozenset[str]:
    """The addresses of all pages: generated, the engine's texts, and those written by hand."""
    return frozenset({*(page.path for page in generated), *TEXTS, *written.pages})


def _navigation(
    generated: tuple[KeptPage, ...], assessment: Assessment
) -> Iterator[tuple[str, str]]:
    """Home, the rounds, newest first, deadlines and measures of the newest, divisions, texts."""
    there = {page.path for page in generated}
    years = [round_.fiscal_year for round_ in reversed(assessment.rounds)]
    listed = [home_crumb(), *(_round_entry(year) for year in years)]
    if newest := assessment.newest_opened:
        listed.append((say("pages.due.menu", Language.TH), due_path(newest.fiscal_year)))
        listed.append((say("pages.measures.menu", Language.TH), measures_path(newest.fiscal_year)))
    listed += [
        (say("pages.divisions", Language.TH), DIVISIONS),
        (say("pages.home", Language.EN), ENGLISH),
    ]
    yield from ((name, path) for name, path in listed if path in there)
    yield from listed_texts()


def _round_entry(year: int) -> Crumb:
    return (say("pages.round.menu", Language.TH, year=year), round_path(year))
