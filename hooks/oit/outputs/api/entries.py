"""An assessment in the terms of the contract."""

from oit.assessment.cells import Cell, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment, UnitAssessment
from oit.contract import index as contract
from oit.contract.addresses import absolute, item_path, round_path
from oit.evidence.facts import FileFacts, readability_of
from oit.findings import Finding
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import FileEvidence
from oit.model.waivers import Waiver
from oit.outputs.api.score_entries import filing_score_entry, score_entry
from oit.outputs.evidence_files import evidence_path, has_open_csv, open_csv_path
from oit.outputs.publication import Publication, office, score_text, status_label
from oit.wording.sentences import field_label, words_of
from oit.wording.terms import Language


def index(publication: Publication) -> contract.Index:
    """Everything."""
    return contract.Index(
        office=office(publication),
        mode=publication.policy.mode,
        site_url=publication.site_url,
        commit=publication.commit,
        divisions=[
            contract.DivisionName(id=one.id, name=contract.Name(th=one.name_th, en=one.name_en))
            for one in publication.divisions
        ],
        rounds=[round_entry(one, publication) for one in publication.assessment.rounds],
    )


def round_entry(one: RoundAssessment, publication: Publication) -> contract.RoundEntry:
    """A round with its items."""
    policy = one.policy
    return contract.RoundEntry(
        fiscal_year=one.fiscal_year,
        scheme=policy.scheme,
        state=one.state.value,
        opens=policy.opens,
        closes=policy.closes,
        filing=policy.filing,
        as_of=one.as_of,
        url=absolute(publication.site_url, round_path(one.fiscal_year)),
        score=score_entry(one, one.outcome),
        filing_score=filing_score_entry(one),
        items=[item_entry(item, one, publication) for item in one.items],
    )


def item_document(
    item: contract.ItemEntry, round_: contract.RoundEntry, whole: contract.Index
) -> contract.ItemDocument:
    """One item of the index with what it needs to be read alone."""
    return contract.ItemDocument(
        office=whole.office,
        mode=whole.mode,
        scheme=round_.scheme,
        fiscal_year=round_.fiscal_year,
        round_state=round_.state,
        as_of=round_.as_of,
        item=item,
    )


def item_entry(
    one: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> contract.ItemEntry:
    """An item with its requirements, parts and findings."""
    item, oldest = one.mandated, one.oldest
    return contract.ItemEntry(
        item=item.item,
        topic=item.topic,
        title=contract.Name(th=item.title_th, en=item.title_en),
        about=contract.Name(th=item.about_th, en=item.about_en),
        indicator=item.indicator,
        owner=item.lead,
        owners=list(item.owners),
        frequency=one.frequency.value,
        updated=oldest.updated if oldest else None,
        reviewed=oldest.reviewed if oldest else None,
        due_on=one.due_on,
        status=one.status.value,
        status_label=status_label(one.status),
        score=score_text(one.score),
        owed_count=len(one.owed),
        filled_count=one.filled_count,
        late_count=one.late_count,
        sample=one.has_sample,
        url=absolute(publication.site_url, item_path(round_.fiscal_year, item)),
        parts=[_part_entry(unit) for unit in one.units],
        requirements=[
            _requirement_entry(requirement, one, round_, publication)
            for requirement in item.requirements
        ],
        findings=[finding_entry(finding, publication) for finding in one.findings],
        waived_until=one.waived_until,
        waivers=[_waiver_entry(waiver) for waiver in one.waivers],
    )


def _waiver_entry(waiver: Waiver) -> contract.WaiverEntry:
    return contract.WaiverEntry(**waiver.model_dump(exclude={"item", "approved_on"}))


def _part_entry(unit: UnitAssessment) -> contract.PartEntry:
    return contract.PartEntry(
        division=unit.division,
        part=unit.is_part,
        updated=unit.confirmation.updated,
        reviewed=unit.confirmation.reviewed,
        due_on=unit.due_on,
        status=unit.status.value,
    )


def _requirement_entry(
    requirement: Requirement,
    item: ItemAssessment,
    round_: RoundAssessment,
    publication: Publication,
) -> contract.RequirementEntry:
    return contract.RequirementEntry(
        id=requirement.id,
        label=contract.Name(th=requirement.label_th, en=requirement.label_en),
        may_be_none=requirement.may_be_none,
        cells=[
            cell_entry(cell, item, round_, publication)
            for cell in item.cells
            if cell.requirement is requirement
        ],
    )


def cell_entry(
    cell: Cell, item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> contract.CellEntry:
    """A cell with its evidence."""

    def listed(disclosures: tuple[Disclosure, ...]) -> list[contract.EvidenceEntry]:
        return [evidence_entry(one, item.mandated, round_, publication) for one in disclosures]

    return contract.CellEntry(
        period=str(cell.period) if cell.period else None,
        division=cell.division,
        due_on=cell.due_on,
        state=cell.state.value,
        days_late=cell.days_late,
        owed=cell.is_owed,
        evidence=listed(cell.disclosures),
        later=listed(cell.later),
        waived_until=item.waived_until_of(cell),
    )


def evidence_entry(
    one: Disclosure, item: MandateItem, round_: RoundAssessment, publication: Publication
) -> contract.EvidenceEntry:
    """A piece of evidence with its address and, for a file, what inspection found."""
    path = evidence_path(one, item_path(round_.fiscal_year, item))
    entry = contract.EvidenceEntry(
        kind=one.evidence.kind,
        title=one.evidence.title,
        url=absolute(publication.site_url, path) if path and "://" not in path else path,
        published=one.evidence.published,
        sample=one.evidence.sample,
        division=one.unit.division or item.lead,
    )
    bundle = round_.contents.bundles[item.item]
    facts = bundle.facts.get(one.evidence.file) if isinstance(one.evidence, FileEvidence) else None
    return entry.model_copy(update=_file_fields(facts, path, publication)) if facts else entry


def _file_fields(facts: FileFacts, path: str | None, publication: Publication) -> dict[str, object]:
    """What is said of a file besides its title."""
    pdf = facts.inspection.content.pdf if facts.inspection else None
    grade = readability_of(facts)
    return {
        "media_type": facts.media_type,
        "bytes": facts.bytes,
        "sha256": facts.sha256,
        "readability": grade.value if grade else None,
        "pages": pdf.pages if pdf else None,
        "rows": facts.table.row_count if facts.table else None,
        "table_schema": facts.table.schema if facts.table else None,
        "open_csv": absolute(publication.site_url, open_csv_path(path))
        if path and has_open_csv(facts)
        else None,
    }


def finding_entry(finding: Finding, publication: Publication) -> contract.FindingEntry:
    """A finding in both languages."""
    thai = words_of(finding, publication.vocabulary, Language.TH)
    english = words_of(finding, publication.vocabulary, Language.EN)
    return contract.FindingEntry(
        rule=finding.rule,
        kind=finding.kind.value,
        fiscal_year=finding.fiscal_year,
        item=finding.item,
        division=finding.division,
        requirement=finding.requirement,
        period=finding.cell,
        file=finding.file,
        line=finding.line,
        field=finding.field_name,
        field_th=field_label(finding) or None,
        message=contract.Name(th=thai.what, en=english.what),
        expected=contract.Name(th=thai.expected, en=english.expected),
        found=thai.found,
        remedy=contract.Name(th=thai.remedy, en=english.remedy),
    )
