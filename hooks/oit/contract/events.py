"""`events.json` and `events.csv` of contract version 1: what happened in a round.

With the rules of `policy.json` these events give every verdict of every day: the documentation of
`EventsDocument`, which is published in its schema, says how.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from oit.contract.base import (
    ContractModel,
    FrequencyName,
    KindName,
    ModeName,
    RoundStateName,
    Sha256,
    WitnessName,
)
from oit.contract.columns import CountCell, DateCell, TruthCell
from oit.contract.index import Office
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
    """A record of an item, or the part of one of its divisions, while it stood."""

    item: ItemId
    division: str | None = Field(description="The division of a part; null for the record.")
    frequency: FrequencyName | None = Field(
        description="How often it promises a confirmation; null for a part. The stricter of this "
        "and the rule's holds for the record and all parts."
    )
    since: date | None = Field(
        description="First day on which it stood so; null where no history tells: always."
    )
    until: date | None = Field(
        description="First day on which it did not stand so; null where it does."
    )


class EventEntry(ContractModel):
    """Something that happened on a day.

    `published` tells what fills a cell: an entry that fills several cells is an event for each of
    them, and one that was taken out and given again is an event for each time. `updated` and
    `confirmed` tell a confirmation of a record or part. From these every verdict follows.

    The others tell what became of it: `recorded` that it came to the main branch on another day
    than it names; `replaced`, `removed` and `withdrawn` that it stood no more; `fell-late` that a
    cell was empty past its deadline, or without a requirement, that a record or part was stale;
    `waived` that lateness was excused.
    """

    id: str = Field(description="The same in every later index: a name-based UUID.")
    day: date = Field(description="The day on which it counts; the events stand in this order.")
    event: EventName
    item: ItemId
    requirement: str | None = None
    period: str | None = Field(
        default=None, description="Null where the requirement is not owed by period."
    )
    division: str | None = Field(
        default=None,
        description="The division of the part that it stands in; null for the record. Of a cell "
        "that fell late, or a waiver: the division that owes it alone.",
    )
    kind: KindName | None = None
    title: str | None = Field(default=None, description="Of what stands now and has no fault.")
    url: str | None = Field(
        default=None,
        description="Where it is; of what was replaced, where the earlier version is kept.",
    )
    sha256: Sha256 | None = Field(
        default=None,
        description="Of a file's bytes, of a section's text, or of where an address leads; null "
        "for a stated nothing, and for what was withdrawn for what it showed.",
    )
    published: date | None = Field(
        default=None,
        description="The day that the record names; of what stands no more, that which it named "
        "at first.",
    )
    claimed: date | None = Field(
        default=None, description="The day that the record named when it was first recorded."
    )
    recorded: date | None = Field(
        default=None,
        description="The day on which the main branch first held it; null where no history tells.",
    )
    counts_from: date | None = Field(
        default=None,
        description="From when it counts by the rules in force: `claimed`; or `recorded`, where "
        "`witness` is `git` and that is more than `recording_days` working days later.",
    )
    witness: WitnessName | None = None
    since: date | None = Field(
        default=None,
        description="The first day on which it stood: `recorded`, or where it was taken out and "
        "given again, the day of that; null where no history tells: always.",
    )
    until: date | None = Field(
        default=None,
        description="The first day on which it stood no more, or was late no more; null where it "
        "still is. Of a waiver its last day.",
    )
    void_from: date | None = Field(
        default=None,
        description="From this day on it counts as never published: it was withdrawn as wrong or "
        "empty.",
    )
    days_late: int | None = Field(
        default=None,
        description="How late it was when it came; of what fell late, how late it is or was.",
    )
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
    """`events.json` of a round: what happened, in the order of `day`.

    How a program computes the verdicts of a day D from this document and `policy.json`:

    1. Rules: `rules` of the policy on its `as_of` and where `earlier` has none for D.
    2. What stands on D: an event or unit with (`since` null or `since` <= D) and (`until` null or
       D < `until`). On `as_of` itself, that which has `until` null, whatever its `since`: a round
       that has closed is judged by what stands today.
    3. A cell (requirement, period, division of `owed`) has the `published` events of its item,
       requirement and period; where the cell names a division, those of that division alone. Leave
       out those with `since` > D (not on `as_of`), and those with `void_from` <= D (on `as_of`:
       with any `void_from`). It is empty where none of the rest stands without a `rule`. Else its
       first day is the least `counts_from` of the rest, whether they stand or not; one with a
       `rule` only if it was `recorded`. Where the first day is after D, the cell is empty.
    4. State: empty is `missing` if `due_on` < D, else `not-due`. Filled is `none` if all that stand
       without a `rule` are of kind `none`, of those that count by then: with `counts_from` <= the
       later of D and the least of theirs. Else it is `late` if its first day is after `due_on`,
       else `published`. It is owed where it has no period, or its period ended before D, or where
       it is filled.
    5. Last confirmed, of a unit: the latest `claimed` of its `confirmed` and `updated` events that
       stand with `counts_from` <= D. Where its `updated` stands and does not count yet, the latest
       of the earlier of `published` and `claimed` of all its `published` events, with or without a
       `rule`, that stand with `counts_from` <= D, takes its place.
    6. A unit's first unconfirmed period is the first, of the stricter frequency of the item's rule
       and of the record's unit, that starts after its last confirmation. It is stale if the
       deadline of that period is before D. Cells that name a division belong to its part, all
       others to the record.
    7. Late is what is missing or stale, unless a waiver covers it: one with `approved_by`, with
       `approved_on` (or else `opens`) <= D <= `until` <= `closes`, whose fields each name it or are
       null; a unit that is stale is of no requirement and no period, and a record is of the lead.
    8. Status of a unit that stands: `invalid` with a finding of the item of a faulty kind
       (`invalid`, `looser`, `unsafe`) in its file; else `incomplete` if a cell of it is missing;
       else `stale`; else `waived` where a waiver covers any of that; else `pending` where its first
       unconfirmed period is the first of the year, or a cell of it without a period is empty; else
       `complete` on `as_of` of a closed round; else `due` where its next deadline (of its first
       unconfirmed period, or of an empty cell, the earliest) is at most the warning days of that
       frequency after D; else `current`.
    9. Status of an item: the worst of its units' (`invalid`, `incomplete`, `stale`, `waived`,
       `pending`, `due`, `current`, `complete`), and `invalid` with any finding of a faulty kind,
       or without a unit. Findings are those of the index, and tell of `as_of` alone.
    10. Score of an item: 100 if `due`, `current` or `complete`, none if `pending`, else 0. OIT is
       the mean of all, once none is pending; IIT and EIT are the means of `perception`; the total
       is the weighted sum, rounded half up to two decimals, and its level the first that it
       reaches.
    """

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    scheme: str
    fiscal_year: int
    round_state: RoundStateName
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
    claimed: DateCell
    recorded: DateCell
    counts_from: DateCell
    witness: WitnessName | Literal[""]
    since: DateCell
    until: DateCell
    void_from: DateCell
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
