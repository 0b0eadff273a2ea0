"""The completeness checklist in the terms of the contract."""

from oit.assessment.gate import Gate, judge
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.checklist import Checklist, ChecklistItem, ChecklistRound
from oit.contract.ledger import Ledger, LedgerEntry, LedgerRound
from oit.outputs.api.entries import finding_entry
from oit.outputs.api.score_entries import filing_score_entry, score_entry
from oit.outputs.publication import Publication, office, score_text, status_label


def checklist(publication: Publication) -> Checklist:
    """Findings, statuses and scores."""
    verdict = judge(publication.assessment, Gate.ENFORCE)
    return Checklist(
        office=office(publication),
        mode=publication.policy.mode,
        passed=not verdict.refused,
        rounds=[_checklist_round(one, publication) for one in publication.assessment.rounds],
    )


def _checklist_round(one: RoundAssessment, publication: Publication) -> ChecklistRound:
    return ChecklistRound(
        fiscal_year=one.fiscal_year,
        scheme=one.policy.scheme,
        state=one.state.value,
        as_of=one.as_of,
        score=score_entry(one, one.outcome),
        filing_score=filing_score_entry(one),
        items=[_checklist_item(item) for item in one.items],
        findings=[finding_entry(finding, publication) for finding in one.findings],
    )


def _checklist_item(one: ItemAssessment) -> ChecklistItem:
    return ChecklistItem(
        item=one.id,
        owner=one.mandated.lead,
        status=one.status.value,
        status_label=status_label(one.status),
        due_on=one.due_on,
        score=score_text(one.score),
        owed_count=len(one.owed),
        filled_count=one.filled_count,
        late_count=one.late_count,
        waived_until=one.waived_until,
    )


def ledger_document(publication: Publication) -> Ledger:
    """What each round has published, with what became of it."""
    return Ledger(
        office=office(publication),
        mode=publication.policy.mode,
        rounds=[
            LedgerRound(
                fiscal_year=one.fiscal_year,
                scheme=one.policy.scheme,
                files=[LedgerEntry(**entry.model_dump()) for entry in one.contents.ledger],
            )
            for one in publication.assessment.rounds
        ],
    )
