"""What the site's search finds besides the words of its pages: documents, by how they begin."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.assessment import Assessment
from oit.model.policy import MandateItem
from oit.model.record import FileEvidence
from oit.outputs.addresses import item_path
from oit.site import FileFacts

_SAMPLE = "ตัวอย่าง – มิใช่ข้อมูลจริง"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A document that can be found."""

    location: str
    """Its address from the site's root."""
    title: str
    text: str


def search_entries(assessment: Assessment) -> tuple[SearchEntry, ...]:
    """The published documents whose text is known, each once, in the order of their items."""
    found = {entry.location: entry for entry in _entries(assessment)}
    return tuple(found.values())


def _entries(assessment: Assessment) -> Iterator[SearchEntry]:
    for round_ in assessment.rounds:
        for one in round_.items:
            folder = item_path(round_.fiscal_year, one.item)
            facts = one.bundle.facts if one.bundle else {}
            for cell in one.cells:
                for given in cell.disclosures:
                    if isinstance(given.evidence, FileEvidence):
                        known = facts.get(given.evidence.file)
                        yield from _entry(given.evidence, known, one.item, folder)


def _entry(
    evidence: FileEvidence, facts: FileFacts | None, item: MandateItem, folder: str
) -> Iterator[SearchEntry]:
    text = facts.inspection.content.excerpt if facts and facts.inspection else ""
    if text:
        mark = f" ({_SAMPLE})" if evidence.sample else ""
        title = f"{evidence.title}{mark} · ข้อ {item.item}"
        yield SearchEntry(folder + evidence.file, title, text)
