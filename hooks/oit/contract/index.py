"""`index.json` of contract version 1, and the building blocks of the other documents.

Other offices' indexes are read by the same classes (`oit verify`, `oit diff`).
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from oit.contract.base import (
    ContractModel,
    Count,
    FindingKind,
    FrequencyName,
    ModeName,
    Name,
    NoteEntry,
    RoundStateName,
    Score,
    ScoreEntry,
    StatusName,
    WitnessName,
)
from oit.contract.disclosed import CellEntry, RequirementEntry, WaiverEntry
from oit.contract.withdrawn import WithdrawnEntry
from oit.model.fields import ItemId

# JSON Schemas are made from these classes and published below `api/v1/schema/`: names, docstrings
# and descriptions of classes and fields are part of them, so each change of one is a change of the
# contract. Methods and module docstrings are not.


class Office(ContractModel):
    """The office that discloses."""

    id: str
    name: Name
    official_code: str | None = Field(
        default=None,
        description="Its code in the registry of the Department of Provincial Administration "
        "(DOPA); null where the office has not set it.",
    )


class LicenceEntry(ContractModel):
    """The terms under which the data may be used."""

    id: str
    title: str
    url: str


class Generator(ContractModel):
    """The program that made the site."""

    name: str
    version: str
    url: str | None = Field(default=None, description="Its home; null where it names none.")


class DivisionName(ContractModel):
    """An owner."""

    id: str
    name: Name


class ContactEntry(ContractModel):
    """How to reach an office or a division; what is not stated is null."""

    telephone: str | None
    email: str | None
    chat_url: str | None
    hours_th: str | None
    hours_en: str | None
    address_th: str | None
    address_en: str | None
    map_url: str | None


class DivisionEntry(DivisionName):
    """An owner, what people come to it for, and how to reach it."""

    does_th: list[str] = Field(default=[], description="What people come to it for.")
    does_en: list[str] = Field(default=[])
    contact: ContactEntry | None = Field(
        default=None, description="Null of a demonstration, and where it states none of its own."
    )
    contact_th: str | None = Field(default=None, description="What it adds in words.")


class TaskEntry(ContractModel):
    """What people come to the site for."""

    name: Name
    topics: list[str]
    url: str | None = Field(description="Where it is done online.")


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
    updated: date | None = Field(description="Last update of its record, parts and evidence.")
    reviewed: date | None = Field(description="Last confirmation without an update.")
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
    current_since: date | None = Field(
        default=None,
        description="Last confirmation of its oldest part: an item is as current as that.",
    )
    identifier: str | None = Field(
        default=None, description="Of its dataset: the same in every document that names it."
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
    policy: str | None = Field(default=None, description="Address of its rules, `policy.json`.")
    events: str | None = Field(
        default=None, description="Address of what happened in it, `events.json`."
    )


class Index(ContractModel):
    """`index.json`: everything."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    site_url: str | None = Field(description="Addresses without a scheme are relative to the site.")
    divisions: list[DivisionEntry]
    rounds: list[RoundEntry]
    commit: str | None = Field(
        default=None, description="The version of the records; null where the build was not told."
    )
    generator: Generator | None = Field(
        default=None, description="What made this document; null where the build was not told."
    )
    licence: LicenceEntry | None = Field(
        default=None, description="Terms of use; null where the office has not decided."
    )
    contact: ContactEntry | None = Field(
        default=None, description="How to reach the office; null of a demonstration."
    )
    tasks: list[TaskEntry] = Field(
        default=[], description="What people come to the site for, in the order of its home."
    )

    def round_items(self) -> Iterator[tuple[RoundEntry, ItemEntry]]:
        """Each item with its round, in the order of the document."""
        for round_ in self.rounds:
            for item in round_.items:
                yield round_, item
