"""What the functions of pages speak with, for tests: a writer of a site on a day."""

from pathlib import Path

from helpers.support import as_of, judged
from oit.assessment.result import RoundAssessment
from oit.catalog import Language
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import publication_of


def writer_of(
    site: Path, day: str, language: Language = Language.TH, path: str = ""
) -> tuple[PageWriter, RoundAssessment]:
    """A writer of the page at a path, and the round that the site shows on a day."""
    assessment = judged(site, as_of(day))
    publication = publication_of(assessment, None)
    round_ = publication.shown_round
    assert round_
    return PageWriter(publication, language, path), round_
