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
    sha256: Sha256 | None = Field(
        default=None,
        description="Of the file's bytes; of a section, the hash by which events and withdrawals "
        "know its text: letters alone, without blanks and invisible characters, in the form NFC.",
    )
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
    text_sha256: Sha256 | None = Field(
        default=None,
        description="Of a section: SHA-256 of its text as its page shows it, in UTF-8; the item's "
        "document holds the text.",
    )


class SectionEntry(ContractModel):
    """A text that the page of an item shows, as a reader sees it."""

    id: str = Field(
        description="Value of `data-oit-section` of the element on the page that holds the text."
    )
    requirements: list[str] = Field(description="What it is evidence for; empty for other texts.")
    periods: list[str]
    division: str | None = Field(description="The division that publishes it, where it is evidence")
    title: str
    sample: bool
    text: str = Field(
        description="The `textContent` of that element without its descendants that carry "
        "`data-oit-aside`, each run of white space as one space, none at its ends."
    )
    sha256: Sha256 = Field(description="Of the text in UTF-8.")


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
