"""An assessment as `index.json`: each function fills one class of the contract."""

from collections.abc import Iterable

from oit.assessment.cells import Cell, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment, UnitAssessment
from oit.catalog import Language
from oit.contract import index as contract
from oit.contract.addresses import absolute, item_path, round_path
from oit.contract.base import Name
from oit.contract.withdrawn import WithdrawnEntry
from oit.evidence.facts import FileFacts, readability_of
from oit.findings import Finding
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import FileEvidence
from oit.model.waivers import Waiver
from oit.model.withdrawals import Withdrawal
from oit.outputs.api.score_entries import filing_score_entry, policy_notes, score_entry
from oit.outputs.evidence_files import evidence_path, has_open_csv, open_csv_path
from oit.outputs.publication import Publication, office, score_text, status_label
from oit.wording.sentences import field_label, words_of


def index_document(publication: Publication) -> contract.Index:
    """All rounds with their items, cells, evidence and findings."""
    return contract.Index(
        office=office(publication),
        mode=publication.policy.mode,
        site_url=publication.site_url,
        commit=publication.commit,
        generator=publication.generator,
        divisions=[
            contract.DivisionName(
                id=division.id, name=Name(th=division.name_th, en=division.name_en)
            )
            for division in publication.divisions
        ],
        rounds=[_round_entry(round_, publication) for round_ in publication.assessment.rounds],
    )


def _round_entry(round_: RoundAssessment, publication: Publication) -> contract.RoundEntry:
    policy = round_.policy
    return contract.RoundEntry(
        fiscal_year=round_.fiscal_year,
        scheme=policy.scheme,
        state=round_.state.value,
        opens=policy.opens,
        closes=policy.closes,
        filing=policy.filing,
        as_of=round_.as_of,
        url=absolute(publication.site_url, round_path(round_.fiscal_year)),
        score=score_entry(round_, round_.outcome),
        filing_score=filing_score_entry(round_),
        items=[_item_entry(item, round_, publication) for item in round_.items],
        adopted=policy.adopted,
        witness=policy.witness,
        notes=policy_notes(round_),
    )


def _item_entry(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> contract.ItemEntry:
    """`updated` and `reviewed` are those of the oldest part: an item is as current as it."""
    mandated, oldest = item.mandated, item.oldest
    return contract.ItemEntry(
        item=mandated.item,
        topic=mandated.topic,
        title=Name(th=mandated.title_th, en=mandated.title_en),
        about=Name(th=mandated.about_th, en=mandated.about_en),
        indicator=mandated.indicator,
        owner=mandated.lead,
        owners=list(mandated.owners),
        frequency=item.frequency.value,
        updated=oldest.updated if oldest else None,
        reviewed=oldest.reviewed if oldest else None,
        due_on=item.due_on,
        status=item.status.value,
        status_label=status_label(item.status),
        score=score_text(item.score),
        owed_count=len(item.owed),
        filled_count=item.filled_count,
        late_count=item.late_count,
        sample=item.has_sample,
        url=absolute(publication.site_url, item_path(round_.fiscal_year, mandated)),
        parts=[_part_entry(unit) for unit in item.units],
        requirements=[
            _requirement_entry(requirement, item, round_, publication)
            for requirement in mandated.requirements
        ],
        findings=[finding_entry(finding, publication) for finding in item.findings],
        waived_until=item.waived_until,
        waivers=[_waiver_entry(waiver) for waiver in item.waivers],
        withdrawn=[
            _withdrawn_entry(withdrawal)
            for withdrawal in round_.contents.withdrawals_of(mandated.item)
        ],
        short_title=_short_title(mandated),
    )


def _short_title(item: MandateItem) -> Name | None:
    """The short name in both languages; `None` where one of them is missing."""
    if not (item.short_th and item.short_en):
        return None
    return Name(th=item.short_th, en=item.short_en)


def _waiver_entry(waiver: Waiver) -> contract.WaiverEntry:
    return contract.WaiverEntry(**waiver.model_dump(exclude={"item", "approved_on"}))


def _withdrawn_entry(withdrawal: Withdrawal) -> WithdrawnEntry:
    return WithdrawnEntry(
        date=withdrawal.day,
        why=withdrawal.why.value,
        reason=withdrawal.reason,
        by=withdrawal.by,
        requirement=withdrawal.requirement,
        periods=[str(period) for period in withdrawal.periods],
        division=withdrawal.division,
    )


def _part_entry(unit: UnitAssessment) -> contract.PartEntry:
    return contract.PartEntry(
        division=unit.division,
        part=unit.is_part,
        updated=unit.confirmation.updated,
        reviewed=unit.confirmation.reviewed,
        due_on=unit.due_on,
        status=unit.status.value,
        updated_recorded=unit.confirmation.updated_recorded,
        reviewed_recorded=unit.confirmation.reviewed_recorded,
    )


def _requirement_entry(
    requirement: Requirement,
    item: ItemAssessment,
    round_: RoundAssessment,
    publication: Publication,
) -> contract.RequirementEntry:
    return contract.RequirementEntry(
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
) -> contract.CellEntry:
    """A cell with the evidence that counts, and apart from it what was published later."""

    def entries(disclosures: Iterable[Disclosure]) -> list[contract.EvidenceEntry]:
        return [
            _evidence_entry(disclosure, item.mandated, round_, publication)
            for disclosure in disclosures
        ]

    return contract.CellEntry(
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
    disclosure: Disclosure, item: MandateItem, round_: RoundAssessment, publication: Publication
) -> contract.EvidenceEntry:
    """Evidence with its address and, for a file, what inspection found out about it."""
    evidence, counting = disclosure.evidence, disclosure.counting
    path = evidence_path(disclosure, item_path(round_.fiscal_year, item))
    entry = contract.EvidenceEntry(
        kind=evidence.kind,
        title=evidence.title,
        url=absolute(publication.site_url, path) if path and "://" not in path else path,
        published=evidence.published,
        sample=evidence.sample,
        division=disclosure.unit.division or item.lead,
        recorded=counting.recorded,
        counts_from=counting.counts_from if counting.witness else None,
        witness=counting.witness,
    )
    bundle = round_.contents.bundles[item.item]
    facts = bundle.facts.get(evidence.file) if isinstance(evidence, FileEvidence) else None
    # `model_copy` validates nothing; the values come from typed facts.
    return entry.model_copy(update=_file_fields(facts, path, publication)) if facts else entry


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


def finding_entry(finding: Finding, publication: Publication) -> contract.FindingEntry:
    """A finding with its message in both languages."""
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
        message=Name(th=thai.what, en=english.what),
        expected=Name(th=thai.expected, en=english.expected),
        found=thai.found,
        remedy=Name(th=thai.remedy, en=english.remedy),
    )
