"""`2568/events.json` and `events.csv` of contract version 1: what happened in a round.

With the rules of `policy.json` these events give every verdict of every day.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from oit.contract.base import ContractModel, FrequencyName, KindName, ModeName, Sha256, WitnessName
from oit.contract.index import Office
from oit.contract.rows import CountCell, DateCell, TruthCell
from oit.contract.withdrawn import WhyName
from oit.model.fields import ItemId

# As in `index.py`, names, docstrings and descriptions of classes and fields are published.

EventName = Literal[
    "published",
    "recorded",
    "replaced",
    "removed",
    "withdrawn",
    "updated",
    "confirmed",
    "fell-late",
    "waived",
]


class UnitEntry(ContractModel):
    """A record of an item, or the part of one of its divisions, as it stands."""

    item: ItemId
    division: str | None = Field(description="The division of a part; null for the record.")
    frequency: FrequencyName | None = Field(
        description="How often it promises a confirmation; null for a part. The stricter of this "
        "and the rule's holds."
    )


class EventEntry(ContractModel):
    """Something that happened on a day.

    An entry that fills several cells is one event for each of them. `published` tells what fills a
    cell; `updated` and `confirmed` tell a confirmation of a record or part; the others tell what
    follows from these and from the rules, or what became of them.
    """

    id: str = Field(description="The same in every later index: a name-based UUID.")
    day: date = Field(description="The day on which it counts; the events stand in this order.")
    event: EventName
    item: ItemId
    requirement: str | None = None
    period: str | None = None
    division: str | None = Field(
        default=None,
        description="The division of the part that it stands in; null for the record.",
    )
    kind: KindName | None = None
    title: str | None = None
    url: str | None = None
    sha256: Sha256 | None = Field(
        default=None,
        description="Of a file's bytes, of a section's text, or of where an address leads.",
    )
    published: date | None = Field(default=None, description="The day that the record names.")
    recorded: date | None = Field(
        default=None, description="The day on which the main branch first held it."
    )
    counts_from: date | None = Field(default=None, description="From when it counts.")
    witness: WitnessName | None = None
    until: date | None = Field(
        default=None,
        description="Of what stands no more: the first day on which it did not stand. Of a waiver "
        "its last day.",
    )
    days_late: int | None = Field(default=None, description="How late it was when it came.")
    due_on: date | None = Field(default=None, description="The deadline that it was for.")
    rule: str | None = Field(
        default=None, description="The rule of the finding for which it fills nothing."
    )
    by: str | None = Field(default=None, description="The post that confirmed or decided.")
    note: str | None = Field(default=None, description="What the post wrote, or the reason.")
    why: WhyName | None = Field(default=None, description="Why it was withdrawn.")
    replaced_by: Sha256 | None = None
    sample: bool | None = None


class EventsDocument(ContractModel, title="Events"):
    """`2568/events.json`: what happened, oldest first."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    scheme: str
    fiscal_year: int
    as_of: date
    units: list[UnitEntry]
    events: list[EventEntry]


class EventRow(ContractModel):
    """`events.csv`: one row per event. Every cell is text."""

    office: str
    scheme: str
    fiscal_year: CountCell
    id: str
    day: DateCell
    event: EventName
    item: str
    requirement: str
    period: str
    division: str
    kind: KindName | Literal[""]
    title: str
    url: str
    sha256: str = Field(pattern=r"^([0-9a-f]{64})?$")
    published: DateCell
    recorded: DateCell
    counts_from: DateCell
    witness: WitnessName | Literal[""]
    until: DateCell
    days_late: str = Field(pattern=r"^\d*$")
    due_on: DateCell
    rule: str
    by: str
    note: str
    why: WhyName | Literal[""]
    replaced_by: str = Field(pattern=r"^([0-9a-f]{64})?$")
    sample: TruthCell | Literal[""]
    mode: ModeName
    as_of: DateCell
