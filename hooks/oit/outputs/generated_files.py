"""The files that are generated besides pages: documents, tables, feeds, catalogues and the form.

All together they are large, so each is made and put aside before the next.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from oit.contract.index import Index
from oit.memory import Files, KeptFiles, content_of, recall_each_file
from oit.outputs.api.entries import index_document
from oit.outputs.api.files import api_files
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
    tables: tuple[PublishedTable, ...],
) -> KeptFiles:
    """What is generated besides pages, by path."""
    content = content_of(follows_from(publication))
    make = partial(_made_of_all, publication, published, tables)
    files = KeptFiles(publication.memory)
    files.add(recall_each_file(publication.memory, "files", content, make))
    if not publication.policy.is_demonstration and publication.site_url:
        pages = sitemap(generated, {*written.pages, *TEXTS}, publication.site_url)
        files.add([("sitemap.xml", pages)])
    if SOCIAL_PICTURE not in written.files:
        files.add([(SOCIAL_PICTURE, social_picture(publication))])
    versions = served_versions(publication.assessment)
    files.add((version.path, version.data) for version in versions)
    return files


def _made_of_all(
    publication: Publication,
    published: tuple[PublishedFile, ...],
    tables: tuple[PublishedTable, ...],
) -> Files:
    """What follows from the publication alone; the catalogues describe the files before them."""
    files, index = KeptFiles(publication.memory), index_document(publication)
    files.add(_described(index, publication, published, tables))
    files.add(catalog_files(index, publication, files, published, tables))
    return files.items()


def _described(
    index: Index,
    publication: Publication,
    published: tuple[PublishedFile, ...],
    tables: tuple[PublishedTable, ...],
) -> Iterator[tuple[str, bytes]]:
    """All but the catalogues; a later one takes the place of an earlier of its path."""
    yield from api_files(index, publication)
    yield from atom_files(publication).items()
    yield from calendars(publication).items()
    yield from form_files(publication).items()
    yield from empty_forms().items()
    yield from table_files(publication)
    yield from machine_table_files(tables)
    yield from open_csv_copies(publication.assessment, {file.path for file in published})
    yield FILTERS, filter_style(publication)
    yield "robots.txt", robots(publication)
