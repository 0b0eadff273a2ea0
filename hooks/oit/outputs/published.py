"""The evidence files that are published, each once."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.assessment.result import Assessment
from oit.contract.addresses import item_path
from oit.evidence.facts import FileFacts
from oit.model.record import FileEvidence


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedFile:
    """A file that fills a cell, and what is known of it."""

    path: str
    """From the site's root."""
    source: str
    """From the repository's."""
    item: str
    evidence: FileEvidence
    facts: FileFacts


def published_files(assessment: Assessment) -> tuple[PublishedFile, ...]:
    """In the order of the items; a file that fills two cells is there once."""
    found = {one.path: one for one in _published(assessment)}
    return tuple(found.values())


def _published(assessment: Assessment) -> Iterator[PublishedFile]:
    for round_ in assessment.rounds:
        for one in round_.items:
            folder = item_path(round_.fiscal_year, one.item)
            facts = one.bundle.facts if one.bundle else {}
            for cell in one.cells:
                for given in (*cell.disclosures, *cell.later):
                    evidence = given.evidence
                    if isinstance(evidence, FileEvidence) and evidence.file in facts:
                        kept = given.unit.place.file.rpartition("/")[0]
                        yield PublishedFile(
                            path=folder + evidence.file,
                            source=f"{kept}/{evidence.file}",
                            item=one.item.item,
                            evidence=evidence,
                            facts=facts[evidence.file],
                        )
