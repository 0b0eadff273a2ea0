"""Evidence and reviews added to a record, and names for new evidence files; all as values."""

from datetime import date

from oit.catalog.dates import thai_period
from oit.model.mandate import Requirement
from oit.model.record import Evidence, FileEvidence, Part, Record, Replaced, Review
from oit.periods import Period


def with_evidence(disclosed: Record | Part, evidence: Evidence, today: date) -> Record | Part:
    """The record with one more entry of evidence, updated today (or on a later day it has)."""
    more = disclosed.model_copy(update={"evidence": (*disclosed.evidence, evidence)})
    return updated_on(more, today)


def with_review(disclosed: Record | Part, review: Review) -> Record | Part:
    """The record with one more review; `updated` stays."""
    return disclosed.model_copy(update={"reviews": (*disclosed.reviews, review)})


def names_file(disclosed: Record | Part, file: str) -> bool:
    """Whether any entry is about a file of the item's folder."""
    return any(_is_about(entry, file) for entry in disclosed.evidence)


def with_replaced(disclosed: Record | Part, file: str, replaced: Replaced) -> Record | Part:
    """The record with a word in each entry about a file on what took its place and why.

    `updated` and the days of publication stay.
    """
    evidence = tuple(
        entry.model_copy(update={"replaces": (*entry.replaces, replaced)})
        if _is_about(entry, file)
        else entry
        for entry in disclosed.evidence
    )
    return disclosed.model_copy(update={"evidence": evidence})


def updated_on(disclosed: Record | Part, today: date) -> Record | Part:
    """The record, updated today (or on a later day that it has)."""
    updated = max(filter(None, (disclosed.updated, today)))
    return disclosed.model_copy(update={"updated": updated})


def title_of(requirement: Requirement, period: Period | None) -> str:
    """The default title of evidence: its requirement and period."""
    return f"{requirement.label_th} {thai_period(period)}" if period else requirement.label_th


def evidence_for(
    disclosed: Record | Part, requirement: Requirement, period: Period | None
) -> list[Evidence]:
    """The evidence that a record or part already has for a requirement and period."""
    return [
        entry
        for entry in disclosed.evidence
        if entry.requirement == requirement.id and (period is None or period in entry.periods)
    ]


def _is_about(entry: Evidence, file: str) -> bool:
    return isinstance(entry, FileEvidence) and entry.file == file
