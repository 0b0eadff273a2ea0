"""What a requirement owes, cell by cell, and what fills it, in the terms of the contract."""

from collections.abc import Iterable

from oit.assessment.cells import Cell, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import absolute, item_path
from oit.contract.base import Name
from oit.contract.disclosed import CellEntry, EvidenceEntry, RequirementEntry
from oit.contract.identifiers import evidence_id
from oit.evidence.facts import FileFacts, readability_of
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import FileEvidence, SectionEvidence
from oit.outputs.api.section_texts import digest_of_text
from oit.outputs.evidence_files import evidence_path, has_open_csv, open_csv_path
from oit.outputs.publication import Publication


def requirement_entry(
    requirement: Requirement,
    item: ItemAssessment,
    round_: RoundAssessment,
    publication: Publication,
) -> RequirementEntry:
    """A requirement with its cells, and the evidence in them."""
    return RequirementEntry(
        id=requirement.id,
        label=Name(th=requirement.label_th, en=requirement.label_en),
        may_be_none=requirement.may_be_none,
        cells=[
            cell_entry(cell, item, round_, publication)
            for cell in item.cells
            if cell.requirement is requirement
        ],
    )


def cell_entry(
    cell: Cell, item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> CellEntry:
    """A cell with the evidence that counts, and apart from it what was published later."""

    def entries(disclosures: Iterable[Disclosure]) -> list[EvidenceEntry]:
        return [
            _evidence_entry(disclosure, cell, item.mandated, round_, publication)
            for disclosure in disclosures
        ]

    return CellEntry(
        period=str(cell.period) if cell.period else None,
        division=cell.division,
        due_on=cell.due_on,
        state=cell.state.value,
        days_late=cell.days_late,
        owed=cell.is_owed,
        evidence=entries(cell.disclosures),
        later=entries(cell.later),
        waived_until=item.waived_until_of(cell),
        counts_from=cell.counts_from if round_.policy.is_witnessed else None,
    )


def _evidence_entry(
    disclosure: Disclosure,
    cell: Cell,
    item: MandateItem,
    round_: RoundAssessment,
    publication: Publication,
) -> EvidenceEntry:
    """Evidence with its address and, for a file, what inspection found out about it."""
    evidence, counting = disclosure.evidence, disclosure.counting
    site_url, year = publication.site_url, round_.fiscal_year
    path = evidence_path(disclosure, item_path(year, item))
    url = absolute(site_url, path) if path and "://" not in path else path
    entry = EvidenceEntry(
        kind=evidence.kind,
        title=evidence.title,
        url=url,
        published=evidence.published,
        sample=evidence.sample,
        division=disclosure.unit.division or item.lead,
        recorded=counting.recorded,
        counts_from=counting.counts_from if counting.witness else None,
        witness=counting.witness,
        owed_by=cell.division or item.lead,
        identifier=evidence_id(site_url, year, item.item, evidence.kind, url),
    )
    if isinstance(evidence, SectionEvidence) and path:
        return entry.model_copy(update=_section_fields(disclosure, path, publication))
    bundle = round_.contents.bundles[item.item]
    facts = bundle.facts.get(evidence.file) if isinstance(evidence, FileEvidence) else None
    # `model_copy` validates nothing; the values come from typed facts.
    return entry.model_copy(update=_file_fields(facts, path, publication)) if facts else entry


def _section_fields(
    disclosure: Disclosure, path: str, publication: Publication
) -> dict[str, object]:
    """The hashes of a section: as history knows it, and as its page shows it."""
    page, _, anchor = path.partition("#")
    text = publication.texts.get(page, {}).get(anchor)
    evidence = disclosure.evidence
    name = evidence.section if isinstance(evidence, SectionEvidence) else ""
    section = disclosure.unit.text.sections.get(name)
    return {
        "sha256": section.digest if section and section.visible else None,
        "text_sha256": digest_of_text(text) if text is not None else None,
    }


def _file_fields(facts: FileFacts, path: str | None, publication: Publication) -> dict[str, object]:
    """The fields of an evidence entry that only a file has."""
    pdf = facts.inspection.content.pdf if facts.inspection else None
    readability = readability_of(facts)
    return {
        "media_type": facts.media_type,
        "bytes": facts.bytes,
        "sha256": facts.sha256,
        "readability": readability.value if readability else None,
        "pages": pdf.pages if pdf else None,
        "rows": facts.table.row_count if facts.table else None,
        "table_schema": facts.table.schema if facts.table else None,
        "open_csv": absolute(publication.site_url, open_csv_path(path))
        if path and has_open_csv(facts)
        else None,
    }
