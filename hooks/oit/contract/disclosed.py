"""What stands in a cell, and the cells of a requirement: building blocks of `index.json`."""

from datetime import date

from pydantic import Field

from oit.contract.base import (
    CellStateName,
    ContractModel,
    Count,
    KindName,
    Name,
    ReadabilityName,
    Sha256,
    WitnessName,
)

# As in `index.py`, names, docstrings and descriptions of classes and fields are published.


class WaiverEntry(ContractModel):
    """What the office has excused for a time, in force on the assessed date."""

    requirement: str | None = Field(description="`null` where the whole item is covered.")
    period: str | None
    division: str | None
    reason: str
    approved_by: str = Field(description="The post that decided.")
    until: date


class EvidenceEntry(ContractModel):
    """What fills a cell."""

    kind: KindName
    title: str
    url: str | None = Field(description="Address of the file, page or section; none for `none`.")
    published: date
    sample: bool
    division: str = Field(description="The division whose record or part names it.")
    media_type: str | None = None
    bytes: Count | None = None
    sha256: Sha256 | None = None
    readability: ReadabilityName | None = Field(
        default=None, description="What a program can do with the file."
    )
    pages: int | None = Field(default=None, description="Pages of a PDF.")
    rows: int | None = Field(default=None, description="Rows of a table, without its heading.")
    table_schema: str | None = Field(default=None, description="Name of the schema it follows.")
    open_csv: str | None = Field(default=None, description="Address of its open twin.")
    recorded: date | None = Field(
        default=None, description="When it was recorded; null where no history tells."
    )
    counts_from: date | None = Field(
        default=None,
        description="From when it counts, by `published` and `recorded`; null without a history.",
    )
    witness: WitnessName | None = Field(
        default=None,
        description="Who knows when it was recorded: `git`, or nobody (`none`); null where the "
        "round asks for no history.",
    )
    owed_by: str | None = Field(
        default=None, description="The division that owes what it fills; `division` publishes it."
    )
    identifier: str | None = Field(
        default=None, description="The same in every document that names it; null for `none`."
    )


class CellEntry(ContractModel):
    """One owed unit of a requirement."""

    period: str | None
    division: str | None
    due_on: date
    state: CellStateName
    days_late: Count
    owed: bool
    evidence: list[EvidenceEntry]
    later: list[EvidenceEntry] = Field(
        description="Published after the assessed date; changes no verdict."
    )
    waived_until: date | None = None
    counts_from: date | None = Field(
        default=None,
        description="The day of the first version that filled it; null without a history.",
    )


class RequirementEntry(ContractModel):
    """One thing an item must disclose."""

    id: str
    label: Name
    may_be_none: bool
    cells: list[CellEntry]
