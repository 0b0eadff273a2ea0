"""Everything that is published of a site."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.assessment import Assessment
from oit.outputs.addresses import CHECKSUMS, due_path, item_path, measures_path, round_path
from oit.outputs.api import api_files
from oit.outputs.catalogs import catalog_files, checksums
from oit.outputs.feeds import feeds
from oit.outputs.filter_style import FILTERS, filter_style
from oit.outputs.frame import ENGLISH, Frame, frame_of
from oit.outputs.page import Page
from oit.outputs.pages import pages
from oit.outputs.publication import Publication
from oit.outputs.published import published_files
from oit.outputs.robots import robots
from oit.outputs.search_entries import SearchEntry, search_entries
from oit.outputs.sitemap import sitemap
from oit.outputs.twins import forms, twins
from oit.vocabulary import vocabulary_of


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


def outputs_of(assessment: Assessment, site_url: str | None) -> Outputs:
    """Pages, index and evidence of an assessment whose policy could be read."""
    policy = assessment.site.policy
    if policy is None:
        raise ValueError("a site whose settings could not be read is never published")
    publication = Publication(assessment, policy, vocabulary_of(assessment.site), site_url)
    evidence = _evidence(assessment)
    every = tuple(pages(publication))
    return Outputs(
        pages=every,
        files=_files(publication, every, evidence),
        navigation=tuple(_navigation(every, assessment)),
        frame=frame_of(publication),
        documents=search_entries(published_files(assessment)),
        evidence=evidence,
    )


def _files(
    publication: Publication, every: tuple[Page, ...], evidence: dict[str, str]
) -> dict[str, bytes]:
    """What is generated besides pages; the sums of all of it come last."""
    published = published_files(publication.assessment)
    files = {
        **api_files(publication),
        **feeds(publication),
        **forms(),
        **twins(publication.assessment, evidence),
        FILTERS: filter_style(publication),
        "robots.txt": robots(publication),
    }
    files |= catalog_files(publication, files, published)
    if publication.policy.mode == "production" and publication.site_url:
        files["sitemap.xml"] = sitemap(every, publication.site_url)
    return files | {CHECKSUMS: checksums(files, published)}


def _navigation(every: tuple[Page, ...], assessment: Assessment) -> Iterator[tuple[str, Page]]:
    """Home, the rounds, newest first, the newest's deadlines, and the owners."""
    by_path = {page.path: page for page in every}
    years = [one.fiscal_year for one in reversed(assessment.rounds)]
    newest = assessment.newest_opened
    due = [due_path(newest.fiscal_year)] if newest else []
    measures = [measures_path(newest.fiscal_year)] if newest else []
    listed = [("หน้าแรก", ""), *((f"ข้อมูล OIT ปี {year}", round_path(year)) for year in years)]
    listed += [("กำหนดเผยแพร่", path) for path in due]
    listed += [("มาตรการ ITA", path) for path in measures]
    listed += [("หน่วยงานที่รับผิดชอบ", "divisions/"), ("Home", ENGLISH)]
    return ((name, by_path[path]) for name, path in listed if path in by_path)


def _evidence(assessment: Assessment) -> dict[str, str]:
    """Files that fill a cell, now or later: what is faulty or unlisted is withheld."""
    return {
        item_path(round_.fiscal_year, one.item) + given.evidence.file: (
            f"{given.unit.place.file.rpartition('/')[0]}/{given.evidence.file}"
        )
        for round_ in assessment.rounds
        for one in round_.items
        for cell in one.cells
        for given in (*cell.disclosures, *cell.later)
        if given.evidence.kind == "file"
    }
