"""The documents beside the index: `checklist.json`, `ledger.json`, and one for each item."""

from collections.abc import Iterator

from oit.assessment.gate import Gate, judge
from oit.assessment.published_ledger import published_ledger
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import absolute
from oit.contract.disclosed import SectionEntry
from oit.contract.documents import (
    Checklist,
    ChecklistItem,
    ChecklistRound,
    ItemDocument,
    LedgerDocument,
    LedgerEntry,
    LedgerRound,
)
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.model import ledger as model
from oit.outputs.api.entries import finding_entry
from oit.outputs.api.score_entries import filing_score_entry, score_entry
from oit.outputs.evidence_files import version_paths
from oit.outputs.publication import Publication, office, score_text, status_label


def item_document(
    item: ItemEntry, round_: RoundEntry, index: Index, sections: list[SectionEntry]
) -> ItemDocument:
    """An item of the index with what it needs to be read alone, and the texts of its page."""
    return ItemDocument(
        office=index.office,
        mode=index.mode,
        scheme=round_.scheme,
        fiscal_year=round_.fiscal_year,
        round_state=round_.state,
        as_of=round_.as_of,
        item=item,
        notes=round_.notes,
        sections=sections,
    )


def checklist_document(publication: Publication) -> Checklist:
    """Findings, statuses and scores; `passed` as the gate decides by default (`enforce`)."""
    verdict = judge(publication.assessment, Gate.ENFORCE)
    return Checklist(
        office=office(publication),
        mode=publication.policy.mode,
        passed=not verdict.refused,
        rounds=[_checklist_round(round_, publication) for round_ in publication.assessment.rounds],
        generator=publication.generator,
    )


def _checklist_round(round_: RoundAssessment, publication: Publication) -> ChecklistRound:
    return ChecklistRound(
        fiscal_year=round_.fiscal_year,
        scheme=round_.policy.scheme,
        state=round_.state.value,
        as_of=round_.as_of,
        score=score_entry(round_, round_.outcome),
        filing_score=filing_score_entry(round_),
        items=[_checklist_item(item) for item in round_.items],
        findings=[finding_entry(finding, publication) for finding in round_.findings],
        adopted=round_.policy.adopted,
    )


def _checklist_item(item: ItemAssessment) -> ChecklistItem:
    return ChecklistItem(
        item=item.id,
        owner=item.mandated.lead,
        status=item.status.value,
        status_label=status_label(item.status),
        due_on=item.due_on,
        score=score_text(item.score),
        owed_count=len(item.owed),
        filled_count=item.filled_count,
        late_count=item.late_count,
        waived_until=item.waived_until,
    )


def ledger_document(publication: Publication) -> LedgerDocument:
    """Every published version of an evidence file, by history and `ledger.json` of its round."""
    return LedgerDocument(
        office=office(publication),
        mode=publication.policy.mode,
        rounds=[
            LedgerRound(
                fiscal_year=round_.fiscal_year,
                scheme=round_.policy.scheme,
                files=list(_ledger_entries(round_, publication.site_url)),
            )
            for round_ in publication.assessment.rounds
        ],
    )


def _versions(round_: RoundAssessment) -> tuple[model.LedgerEntry, ...]:
    return published_ledger(round_.contents, round_.recordings, round_.as_of)


def _ledger_entries(round_: RoundAssessment, site_url: str | None) -> Iterator[LedgerEntry]:
    paths = version_paths(round_)
    for version in _versions(round_):
        path = paths.get((version.item, version.file, version.sha256))
        url = absolute(site_url, path) if path else None
        yield LedgerEntry(**version.model_dump(), url=url)
