"""Everything that is published of a site."""

from dataclasses import dataclass

from oit.assessment import Assessment
from oit.outputs.addresses import item_path
from oit.outputs.api import api_files
from oit.outputs.page import Page
from oit.outputs.pages import pages
from oit.outputs.publication import Publication
from oit.vocabulary import vocabulary_of


@dataclass(frozen=True, slots=True)
class Outputs:
    """What to publish: pages, files by path, and evidence to copy as it is."""

    pages: tuple[Page, ...]
    files: dict[str, bytes]
    evidence: dict[str, str]
    """Where each evidence file goes on the site, and where it is in the repository."""


def outputs_of(assessment: Assessment, site_url: str | None) -> Outputs:
    """Pages, index and evidence of an assessment whose policy could be read."""
    policy = assessment.site.policy
    if policy is None:
        raise ValueError("a site whose settings could not be read is never published")
    publication = Publication(assessment, policy, vocabulary_of(assessment.site), site_url)
    return Outputs(
        pages=tuple(pages(publication)),
        files=api_files(publication),
        evidence=_evidence(assessment),
    )


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
