"""The files that are generated besides pages: documents, tables, feeds, catalogues and the form.

Each group of them is one answer of a memory. All together they are large, so they are put aside.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TypeAlias

from msgspec import Struct

from oit.contract.index import Index
from oit.file_groups import FileGroup, Files, KeptFiles, by_itself, together
from oit.memory import Asked, content_of, made_from
from oit.outputs.api.entries import index_document
from oit.outputs.api.files import api_groups
from oit.outputs.catalogs.files import catalog_files
from oit.outputs.discovery import robots, sitemap
from oit.outputs.evidence_files import (
    PublishedFile,
    empty_forms,
    open_csv_copies,
    served_versions,
)
from oit.outputs.feeds.atom import atom_files
from oit.outputs.feeds.calendars import calendars
from oit.outputs.form.files import form_files
from oit.outputs.machine_tables import PublishedTable
from oit.outputs.manifest import SiteFile
from oit.outputs.page import PageHead, address_of
from oit.outputs.pages.checklist import FILTERS, filter_style
from oit.outputs.publication import Publication, follows_from
from oit.outputs.social_picture import SOCIAL_PICTURE, social_picture
from oit.outputs.table_files import machine_table_files, table_files
from oit.outputs.texts.texts import TEXTS

Typed: TypeAlias = Callable[[PublishedTable], Asked]
"""What makes the Parquet file of a table."""


class HandWritten(Struct, frozen=True):
    """What stands under `docs/`."""

    pages: tuple[str, ...] = ()
    """Addresses from the site's root."""
    files: frozenset[str] = frozenset()
    """Paths of the other files on the site."""


NOTHING_WRITTEN = HandWritten()


def hand_written(files: Iterable[SiteFile]) -> HandWritten:
    """What of the site generator's files stands under `docs/`, before any is generated."""
    all_files = tuple(files)
    return HandWritten(
        pages=tuple(address_of(file.url) for file in all_files if file.is_documentation_page()),
        files=frozenset(file.dest_uri for file in all_files if not file.is_documentation_page()),
    )


def generated_files(
    publication: Publication,
    generated: tuple[PageHead, ...],
    published: tuple[PublishedFile, ...],
    written: HandWritten,
    typed: Typed | None,
    tables: tuple[PublishedTable, ...],
) -> KeptFiles:
    """What is generated besides pages, by path; typed tables where `typed` can make them."""
    files, index = KeptFiles(publication.memory), cache(partial(index_document, publication))
    whole = made_from(follows_from(publication))
    # First of all, as they load a library (`both_cores`).
    groups = [by_itself(table.parquet_path, typed(table)) for table in tables] if typed else []
    if SOCIAL_PICTURE not in written.files:
        groups.append(by_itself(SOCIAL_PICTURE, social_picture(publication)))
    groups += _described(index, publication, whole, published, tables)
    files.add_all(groups)
    files.add_all([_catalogues(index, publication, whole, files, published, tables)])
    if not publication.policy.is_demonstration and publication.site_url:
        pages = sitemap(generated, {*written.pages, *TEXTS}, publication.site_url)
        files.add([("sitemap.xml", pages)])
    versions = served_versions(publication.assessment)
    files.add((version.path, version.data) for version in versions)
    return files


def _described(
    index: Callable[[], Index],
    publication: Publication,
    whole: str,
    published: tuple[PublishedFile, ...],
    tables: tuple[PublishedTable, ...],
) -> Iterator[FileGroup]:
    """All but the catalogues; a later one takes the place of an earlier of its path.

    `whole` is the hash of all that the publication follows from: the same for many groups.
    """
    yield from api_groups(index, publication, whole)
    yield calendars(publication)
    yield form_files(publication)
    yield together("lists", content_of(whole), partial(_lists, publication, published, tables))


def _lists(
    publication: Publication,
    published: tuple[PublishedFile, ...],
    tables: tuple[PublishedTable, ...],
) -> Files:
    """What is new and what is disclosed, for people and programs, and what is asked for."""
    yield from atom_files(publication).items()
    yield from empty_forms().items()
    yield from table_files(publication)
    yield from machine_table_files(tables)
    yield from open_csv_copies(publication.assessment, {file.path for file in published})
    yield FILTERS, filter_style(publication)
    yield "robots.txt", robots(publication)


def _catalogues(
    index: Callable[[], Index],
    publication: Publication,
    whole: str,
    files: KeptFiles,
    published: tuple[PublishedFile, ...],
    tables: tuple[PublishedTable, ...],
) -> FileGroup:
    """The catalogues, which describe the files before them: those of a preview are fewer."""
    return together(
        "catalogues",
        content_of(whole, made_from([*files])),
        lambda: catalog_files(index(), publication, files, published, tables),
    )
