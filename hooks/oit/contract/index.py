"""`index.json` of contract version 1, and the building blocks of the other documents.

Other offices' indexes are read by the same classes (`oit verify`, `oit diff`).
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from oit.contract.base import ContractModel, Name, NoteEntry, Score, ScoreEntry
from oit.contract.withdrawn import WithdrawnEntry
from oit.model.fields import ItemId

# JSON Schemas are made from these classes and published below `api/v1/schema/`: names, docstrings
# and descriptions of classes and fields are part of them, so each change of one is a change of the
# contract. Methods and module docstrings are not.

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


class Office(ContractModel):
    """The office that discloses."""

    id: str
    name: Name


class Generator(ContractModel):
    """The program that made the site."""

    name: str
    version: str
    url: str | None = Field(default=None, description="Its home; null where it names none.")


class DivisionName(ContractModel):
    """An owner."""

    id: str
    name: Name


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


class PartEntry(ContractModel):
    """A record (`part` false) or one division's part of an item."""

    division: str
    part: bool
    updated: date | None
    reviewed: date | None
    due_on: date | None
    status: StatusName
    updated_recorded: date | None = Field(
        default=None, description="When `updated` was recorded; null where no history tells."
    )
    reviewed_recorded: date | None = Field(
        default=None, description="When `reviewed` was recorded; null where no history tells."
    )


class FindingEntry(ContractModel):
    """One diagnosed fault."""

    rule: str
    kind: FindingKind
    fiscal_year: int | None
    item: str | None
    division: str | None
    requirement: str | None
    period: str | None
    file: str
    line: int
    field: str | None
    field_th: str | None
    message: Name
    expected: Name
    found: str
    remedy: Name


class ItemEntry(ContractModel):
    """An item of a round."""

    item: ItemId
    topic: str
    title: Name
    about: Name
    indicator: str
    owner: str
    owners: list[str]
    frequency: FrequencyName
    updated: date | None
    reviewed: date | None
    due_on: date | None
    status: StatusName
    status_label: Name
    score: Score | None
    owed_count: Count
    filled_count: Count
    late_count: Count
    sample: bool
    url: str
    parts: list[PartEntry]
    requirements: list[RequirementEntry]
    findings: list[FindingEntry]
    waived_until: date | None = None
    waivers: list[WaiverEntry] = Field(default=[])
    withdrawn: list[WithdrawnEntry] = Field(default=[])
    short_title: Name | None = Field(
        default=None, description="A name for headings and lists, where the mandate has one."
    )

    def requirement_cells(self) -> Iterator[tuple[RequirementEntry, CellEntry]]:
        """Each cell with its requirement, in the order of the mandate."""
        for requirement in self.requirements:
            for cell in requirement.cells:
                yield requirement, cell


class RoundEntry(ContractModel):
    """One fiscal year under one scheme."""

    fiscal_year: Count
    scheme: str
    state: RoundStateName
    opens: date
    closes: date
    filing: date | None
    as_of: date
    url: str
    score: ScoreEntry
    filing_score: ScoreEntry | None = Field(
        description="The same as on the assessor's cut-off; null before it."
    )
    items: list[ItemEntry]
    adopted: date | None = Field(
        default=None,
        description="Since when the office keeps its records here; null if since the round opened.",
    )
    witness: WitnessName = Field(
        default="none", description="Who is asked when something was recorded: `git`, or nobody."
    )
    notes: list[NoteEntry] = Field(
        default=[], description="What of its rules the makers of the website decided or inferred."
    )


class Index(ContractModel):
    """`index.json`: everything."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    site_url: str | None = Field(description="Addresses without a scheme are relative to the site.")
    divisions: list[DivisionName]
    rounds: list[RoundEntry]
    commit: str | None = Field(
        default=None, description="The version of the records; null where the build was not told."
    )
    generator: Generator | None = Field(
        default=None, description="What made this document; null where the build was not told."
    )

    def round_items(self) -> Iterator[tuple[RoundEntry, ItemEntry]]:
        """Each item with its round, in the order of the document."""
        for round_ in self.rounds:
            for item in round_.items:
                yield round_, item
