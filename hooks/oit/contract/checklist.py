"""`checklist.json` of contract version 1."""

from datetime import date
from typing import Literal

from pydantic import Field

from oit.contract.index import (
    ContractModel,
    FindingEntry,
    ModeName,
    Name,
    Office,
    RoundStateName,
    Score,
    ScoreEntry,
    StatusName,
)


class ChecklistItem(ContractModel):
    """An item's line in the checklist."""

    item: str
    owner: str
    status: StatusName
    status_label: Name
    due_on: date | None
    score: Score | None
    owed_count: int
    filled_count: int
    late_count: int
    waived_until: date | None = None


class ChecklistRound(ContractModel):
    """A round's completeness."""

    fiscal_year: int
    scheme: str
    state: RoundStateName
    as_of: date
    score: ScoreEntry
    filing_score: ScoreEntry | None = Field(
        description="The same as on the assessor's cut-off; null before it."
    )
    items: list[ChecklistItem]
    findings: list[FindingEntry]


class Checklist(ContractModel):
    """`checklist.json`: findings, statuses, score."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    passed: bool = Field(description="Whether nothing fails today.")
    rounds: list[ChecklistRound]
