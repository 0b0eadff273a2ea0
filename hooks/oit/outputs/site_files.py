"""Everything that is published of a site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit.assessment.result import Assessment
from oit.contract.addresses import (
    ATOM_PATH,
    CHECKSUMS,
    calendar_path,
    due_path,
    measures_path,
    round_path,
)
from oit.outputs.api.files import api_files
from oit.outputs.catalogs.files import catalog_files, checksums
from oit.outputs.discovery import SearchEntry, robots, search_entries, sitemap
from oit.outputs.evidence_files import PublishedFile, forms, published_files, twins
from oit.outputs.feeds.atom import atom_feed
from oit.outputs.feeds.calendars import calendar
from oit.outputs.form.files import form_files
from oit.outputs.page import HOME, Page
from oit.outputs.pages.filter_style import FILTERS, filter_style
from oit.outputs.pages.frame import ENGLISH, Frame, frame_of
from oit.outputs.pages.pages import pages
from oit.outputs.publication import Publication
from oit.wording.vocabulary import vocabulary_of


@dataclass(frozen=True, slots=True)
class Outputs:
    """What to publish: pages, files by path, and evidence to copy as it is."""

    pages: tuple[Page, ...]
    files: dict[str, bytes]
    navigation: tuple[tuple[str, Page], ...]
    """What the site's navigation lists, with the name it has there."""
    frame: Frame
    """What is said around every page."""
    documents: tuple[SearchEntry, ...]
    """What the search finds besides the pages."""
    evidence: dict[str, str]
    """Where each evidence file goes on the site, and where it is in the repository."""


def outputs_of(
    assessment: Assessment,
    site_url: str | None,
    commit: str | None = None,
    written: Sequence[str] = (),
) -> Outputs:
    """Pages, index and evidence of an assessment whose policy could be read.

    `written` are the addresses of pages that people wrote by hand, which the sitemap lists too.
    """
    policy = assessment.site.policy
    if policy is None:
        raise ValueError("a site whose settings could not be read is never published")
    vocabulary = vocabulary_of(assessment.site)
    publication = Publication(assessment, policy, vocabulary, site_url, commit)
    published = published_files(assessment)
    evidence = {one.path: one.source for one in published}
    every = tuple(pages(publication))
    return Outputs(
        pages=every,
        files=_files(publication, every, published, evidence, written),
        navigation=tuple(_navigation(every, assessment)),
        frame=frame_of(publication),
        documents=search_entries(published),
        evidence=evidence,
    )


def _files(
    publication: Publication,
    every: tuple[Page, ...],
    published: tuple[PublishedFile, ...],
    evidence: dict[str, str],
    written: Sequence[str],
) -> dict[str, bytes]:
    """What is generated besides pages; the sums of all of it come last."""
    files = {
        **api_files(publication),
        **feeds(publication),
        **form_files(publication),
        **forms(),
        **twins(publication.assessment, evidence),
        FILTERS: filter_style(publication),
        "robots.txt": robots(publication),
    }
    files |= catalog_files(publication, files, published)
    if not publication.policy.is_demonstration and publication.site_url:
        files["sitemap.xml"] = sitemap(every, written, publication.site_url)
    return files | {CHECKSUMS: checksums(files, published)}


def _navigation(every: tuple[Page, ...], assessment: Assessment) -> Iterator[tuple[str, Page]]:
    """Home, the rounds, newest first, the newest's deadlines, and the owners."""
    by_path = {page.path: page for page in every}
    years = [one.fiscal_year for one in reversed(assessment.rounds)]
    newest = assessment.newest_opened
    due = [due_path(newest.fiscal_year)] if newest else []
    measures = [measures_path(newest.fiscal_year)] if newest else []
    listed = [HOME, *((f"ข้อมูล OIT ปี {year}", round_path(year)) for year in years)]
    listed += [("กำหนดเผยแพร่", path) for path in due]
    listed += [("มาตรการ ITA", path) for path in measures]
    listed += [("หน่วยงานที่รับผิดชอบ", "divisions/"), ("Home", ENGLISH)]
    return ((name, by_path[path]) for name, path in listed if path in by_path)


def feeds(publication: Publication) -> dict[str, bytes]:
    """The Atom feed, and the calendars of the office and of each division."""
    return {
        ATOM_PATH: atom_feed(publication),
        calendar_path(): calendar(publication),
        **{calendar_path(one.id): calendar(publication, one) for one in publication.divisions},
    }
