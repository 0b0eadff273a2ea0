"""What the documents of contract version 1 are built from: their base class, names and scores."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

# As in `index.py`, names, docstrings and descriptions of classes and fields are published.

Score = Annotated[str, Field(pattern=r"^\d{1,3}\.\d{2}$")]
"""A score as text with two decimals, so that no reader rounds it in binary."""


StatusName = Literal[
    "invalid", "waived", "incomplete", "stale", "pending", "due", "current", "complete"
]
CellStateName = Literal["published", "late", "none", "missing", "not-due"]
FrequencyName = Literal["monthly", "quarterly", "semiannual", "annual"]
KindName = Literal["file", "url", "section", "none"]
ReadabilityName = Literal["scan", "text", "table", "open-table"]
ModeName = Literal["demonstration", "production"]
WitnessName = Literal["git", "none"]
RoundStateName = Literal["upcoming", "open", "closed"]
FindingKind = Literal["stale", "missing", "invalid", "looser", "unsafe", "policy", "notice"]
Count = Annotated[int, Field(ge=0)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ContractModel(BaseModel):
    """Base of documents and rows: immutable; a field that is not declared is an error."""

    # Few runs read or write all of the documents: each is made ready when it is first needed.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Name(ContractModel):
    """A name in both languages."""

    th: str
    en: str


class IndicatorEntry(ContractModel):
    """Mean of an indicator's scored items; null while none is."""

    id: str
    name: Name
    mean: Score | None


class LevelEntry(ContractModel):
    """A rating level."""

    id: str
    name: Name


class NoteEntry(ContractModel):
    """What the makers of the website decided or inferred; the assessor has not said so."""

    field: str = Field(description="What it is about: a field of the policy files.")
    note: Name


class ScoreEntry(ContractModel):
    """The office's own calculated score, not the assessor's result."""

    label: Name
    scored_count: int
    item_count: int
    indicators: list[IndicatorEntry]
    oit: Score | None
    iit: Score | None
    eit: Score | None
    perception_fiscal_year: int | None = Field(
        description="Fiscal year (B.E.) of the last known IIT and EIT."
    )
    total: Score | None
    level: LevelEntry | None
    notes: list[NoteEntry] = Field(
        default=[], description="What of it is inferred, or decided by the makers of the website."
    )
