"""The JSON documents of contract version 1 beside the index.

`2568/o15.json`, `checklist.json`, `ledger.json`, and `gdcatalog.json`: what an office files with
GD Catalog, Thailand's catalogue of government data (gdcatalog.go.th).
"""

from datetime import date
from typing import Literal

from pydantic import Field

from oit.contract.base import (
    ContractModel,
    ModeName,
    Name,
    NoteEntry,
    RoundStateName,
    Score,
    ScoreEntry,
    StatusName,
)
from oit.contract.disclosed import SectionEntry
from oit.contract.index import FindingEntry, Generator, ItemEntry, Office

# As in `index.py`, names, docstrings and descriptions of classes and fields are published.


class ItemDocument(ContractModel):
    """One item of a round, in a file of its own."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    scheme: str
    fiscal_year: int
    round_state: RoundStateName
    as_of: date
    item: ItemEntry
    notes: list[NoteEntry] = Field(
        default=[], description="What the makers of the website decided or inferred in its round."
    )
    sections: list[SectionEntry] = Field(
        default=[], description="The texts of its page, in the order in which they stand there."
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
    adopted: date | None = Field(
        default=None,
        description="Since when the office keeps its records here; null if since the round opened.",
    )


class Checklist(ContractModel):
    """`checklist.json`: findings, statuses, score."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    passed: bool = Field(description="Whether nothing fails today.")
    rounds: list[ChecklistRound]
    generator: Generator | None = Field(
        default=None, description="What made this document; null where the build was not told."
    )


class LedgerEntry(ContractModel):
    """One published version of an evidence file."""

    item: str
    file: str
    sha256: str
    first_published: date
    replaced_by: str | None = Field(description="SHA-256 of the version that took its place.")
    withdrawn: str | None = Field(description="Why it was taken back.")
    url: str | None = Field(
        default=None,
        description="Where an earlier version is kept; null for what stands, or is not kept.",
    )


class LedgerRound(ContractModel):
    """The files of a round."""

    fiscal_year: int
    scheme: str
    files: list[LedgerEntry]


class LedgerDocument(ContractModel, title="Ledger"):
    """`ledger.json`: every version of an evidence file that was ever published."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    rounds: list[LedgerRound]


class GdFields(ContractModel):
    """The fourteen fields; update frequency is a unit and how often in it."""

    data_type: str
    title: str
    owner_org: str
    maintainer: str
    maintainer_email: str | None
    tag_string: str
    notes: str
    objective: str
    update_frequency_unit: str
    update_frequency_interval: int
    geo_coverage: str
    data_source: str
    data_format: list[str]
    data_category: str
    license_id: str | None
    data_format_other: str | None = Field(
        default=None, description="Formats that the list has no value for."
    )
    license_id_other: str | None = Field(
        default=None, description="A licence that the list has no value for."
    )


class GdDataset(ContractModel):
    """An item as a dataset."""

    fiscal_year: int
    item: str
    url: str = Field(
        description="The item's page: absolute, or relative to the site's root where the site "
        "has no address."
    )
    sample: bool
    fields: GdFields


class GdCatalog(ContractModel):
    """The document."""

    office: Office
    mode: ModeName
    unset: list[str] = Field(description="Fields that the office has still to set.")
    datasets: list[GdDataset]
