"""`policy.json` of contract version 1: the rules by which every verdict can be computed again.

The rules in force on the assessed day come first; rules that were in force earlier, by the history
of the policy files, follow with the days from and until which they were.
"""

from datetime import date
from datetime import date as Day  # noqa: N812 -- a field of a class has the name `date`
from typing import Literal

from pydantic import Field

from oit.contract.base import ContractModel, FrequencyName, ModeName, Name, NoteEntry, WitnessName
from oit.contract.index import DivisionName, Office
from oit.model.fields import ItemId

# As in `index.py`, names, docstrings and descriptions of classes and fields are published.

Number = str
"""A decimal number as text, so that no reader rounds it in binary."""
ToolName = Literal["IIT", "EIT", "OIT"]


class HolidayEntry(ContractModel):
    """A day on which the office is closed, besides Saturdays and Sundays."""

    date: Day
    name_th: str


class PeriodEntry(ContractModel):
    """A period of the fiscal year; every month, quarter, half and the year are listed once."""

    period: str = Field(description="`2025-03`, `FY2568-Q2`, `FY2568-H1` or `FY2568`.")
    frequency: FrequencyName
    start: date
    end: date
    deadline: date = Field(
        description="The last day on which what is owed for it is in time: its end and "
        "`days_after_period`, moved to the next working day, and not before an adoption's."
    )


class OwedEntry(ContractModel):
    """One cell of a requirement."""

    period: str | None
    division: str | None = Field(
        description="The division that owes it alone; null where the item's lead does."
    )
    due_on: date


class RequirementRule(ContractModel):
    """One thing that an item must disclose, and when."""

    id: str
    label: Name
    by_division: bool
    may_be_none: bool
    due: date | None = Field(description="Its own date; null where periods say when it is due.")
    tables: list[str] = Field(description="Names of the table schemas of which one is followed.")
    owed: list[OwedEntry] = Field(description="Every cell that it owes in the round.")


class ItemRule(ContractModel):
    """What is required of an item."""

    item: ItemId
    topic: str
    title: Name
    indicator: str
    lead: str
    owners: list[str]
    frequency: FrequencyName
    requirements: list[RequirementRule]


class LevelRule(ContractModel):
    """A rating level, and what it asks for; levels stand from the highest to the lowest."""

    id: str
    name: Name
    at_least: Number = Field(description="The least total.")
    each_tool: Number | None = Field(description="The least score of any tool; null for none.")


class IndicatorRule(ContractModel):
    """An indicator; the mean of an indicator takes in those below it (`9.1` is within `9`)."""

    id: str
    name: Name


class QuestionScoreEntry(ContractModel):
    """The assessed score of one survey question of an earlier year."""

    tool: str
    score: Number


class PerceptionRule(ContractModel):
    """What stands in for IIT and EIT until the year's own surveys: the mean of each tool."""

    fiscal_year: int
    questions: list[QuestionScoreEntry]


class ScoringRules(ContractModel):
    """How items' scores make the score of the round; means are rounded half up to two decimals."""

    weights: dict[ToolName, Number]
    levels: list[LevelRule]
    indicators: list[IndicatorRule]
    perception: PerceptionRule | None


class WarningDaysRule(ContractModel):
    """How many days before its deadline an item is called `due`."""

    monthly: int
    other: int


class WaiverRule(ContractModel):
    """What the office has excused for a time; a field that is null covers all of its kind."""

    item: ItemId
    requirement: str | None
    period: str | None
    division: str | None
    reason: str | None = Field(description="Null in rules of the past.")
    approved_by: str = Field(description="The post that decided; a waiver without one is void.")
    approved_on: date | None = Field(description="First day; null for the day the round opens.")
    until: date | None = Field(
        description="Last day; a waiver without one, or past `closes`, is void."
    )


class Rules(ContractModel):
    """All rules of a round, as they stood for a time."""

    opens: date
    closes: date = Field(description="The last day that is judged.")
    filing: date | None = Field(description="The assessor's cut-off.")
    adopted: date | None = Field(description="Since when the office keeps its records here.")
    adoption_days: int
    witness: WitnessName
    recording_days: int = Field(
        description="Working days after its date in which something may be recorded, and count "
        "from its date."
    )
    days_after_period: int
    warning_days: WarningDaysRule
    holidays: list[HolidayEntry]
    periods: list[PeriodEntry]
    items: list[ItemRule]
    scoring: ScoringRules
    waivers: list[WaiverRule]


class EarlierRules(ContractModel):
    """Rules that have been replaced."""

    since: date = Field(description="First day of these rules, as the history has them.")
    until: date = Field(description="Last day before the rules that replaced them.")
    rules: Rules | None = Field(
        description="Null where the files of that time cannot be read: nothing was published."
    )


class PolicyDocument(ContractModel, title="Policy"):
    """`policy.json` of a round: the rules, enough to compute every verdict again."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    scheme: str
    fiscal_year: int
    as_of: date = Field(description="The assessed day, on which `rules` are in force.")
    since: date | None = Field(
        description="Since when `rules` are in force by the history; null where none tells."
    )
    divisions: list[DivisionName]
    rules: Rules
    earlier: list[EarlierRules] = Field(
        description="What was in force before, the newest first; empty where no history tells."
    )
    notes: list[NoteEntry] = Field(
        description="What of the rules the makers of the website decided or inferred."
    )
