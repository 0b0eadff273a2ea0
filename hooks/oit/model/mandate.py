"""`mandate.yml`: what the assessor requires in a round, item by item, and how it is scored."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from oit.model.fields import (
    FiscalYear,
    ItemId,
    OptionalDate,
    Periods,
    Slug,
    StrictModel,
    Text,
    Truth,
)
from oit.model.round import PolicyNote, RoundPolicy
from oit.periods import AskedPeriods, Frequency, Period

SHORT = 28
"""The most characters of a short name: what stands in a line of a phone beside a mark."""


class Requirement(StrictModel):
    """One thing an item must disclose."""

    id: Slug
    label_th: Text
    label_en: Text
    # An alias, as `periods` are those of a round, whatever stands in the file.
    asked: Periods = Field(default_factory=AskedPeriods, alias="periods")
    """The periods for which it is owed, each separately: a list, or a word such as `monthly`."""
    by_division: Truth = False
    due: OptionalDate = None
    may_be_none: Truth = False
    statistics: Truth = False
    """Whether it owes statistics as data that a machine can read."""
    qr: Truth = False
    """Whether its link is also shown as a QR code, to be scanned from a screen or a poster."""
    tables: tuple[Slug, ...] = ()
    """Names of table schemas; a table that is its evidence must follow one of them."""
    during: Truth = False
    """Whether a running period may be disclosed before it ends, as news of a month are."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods for which it is owed in its round; none where it is owed once."""
        return self.asked.periods

    @property
    def sums_up(self) -> bool:
        """Whether what it owes for a period can only be told at the period's end."""
        return bool(self.tables or self.statistics) and not self.during

    def in_round(self, policy: RoundPolicy) -> "Requirement":
        """With the periods that its word stands for in a round; a list stands as written."""
        if not self.asked.word:
            return self
        derived = AskedPeriods(policy.periods_of(self.asked.word), self.asked.word)
        return self.model_copy(update={"asked": derived})


class MandateItem(StrictModel):
    """What the assessor requires of one item."""

    item: ItemId
    topic: Slug
    title_th: Text
    title_en: Text
    short_th: Text | None = None
    """The name that headings, lists and the search use, at most `SHORT` characters; the official
    title where absent."""
    short_en: Text | None = None
    about_th: Text
    about_en: Text
    keywords_th: tuple[Text, ...] = ()
    """Search words that its title does not have."""
    keywords_en: tuple[Text, ...] = ()
    """The same for the English page."""
    indicator: Text
    lead: Slug
    owners: Annotated[tuple[Slug, ...], Field(min_length=1)]
    frequency: Frequency
    requirements: Annotated[tuple[Requirement, ...], Field(min_length=1)]
    asked_first: tuple[Slug, ...] = ()
    """Requirements that readers come for, in the order in which its page shows them first."""

    def in_round(self, policy: RoundPolicy) -> "MandateItem":
        """With the periods that the words of its requirements stand for in a round."""
        requirements = tuple(requirement.in_round(policy) for requirement in self.requirements)
        return self.model_copy(update={"requirements": requirements})

    @property
    def number(self) -> int:
        """15 of `O15`."""
        return int(self.item[1:])

    @property
    def name_th(self) -> str:
        """The short name; the official title where there is none."""
        return self.short_th or self.title_th

    @property
    def name_en(self) -> str:
        """The same in English."""
        return self.short_en or self.title_en

    @property
    def slug(self) -> str:
        """`o15`: the item in web addresses."""
        return self.item.lower()

    @property
    def contributors(self) -> tuple[str, ...]:
        """The owners besides the lead."""
        return tuple(owner for owner in self.owners if owner != self.lead)

    @property
    def by_division(self) -> bool:
        """Whether every owner division needs a part of its own."""
        return any(requirement.by_division for requirement in self.requirements)


class Indicator(StrictModel):
    """An indicator or sub-indicator of the assessment."""

    id: Text
    name_th: Text
    name_en: Text


class Level(StrictModel):
    """A rating level and the scores it asks for."""

    id: Slug
    name_th: Text
    name_en: Text
    at_least: Decimal
    each_tool: Decimal | None = None


class Scoring(StrictModel):
    """How the scores of the three tools make one, and which level that gives."""

    weights: dict[Literal["IIT", "EIT", "OIT"], Decimal]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]


class Mandate(StrictModel):
    """`mandate.yml`: what is required in a round."""

    fiscal_year: FiscalYear
    scheme: Slug
    source_th: Text
    source_en: Text
    item_count: Annotated[int, Field(ge=1, le=99)]
    policy: tuple[PolicyNote, ...] = ()
    scoring: Scoring
    indicators: tuple[Indicator, ...]
    items: Annotated[tuple[MandateItem, ...], Field(min_length=1)]

    def in_round(self, policy: RoundPolicy) -> "Mandate":
        """With the periods that the words of all requirements stand for in a round."""
        items = tuple(item.in_round(policy) for item in self.items)
        return self.model_copy(update={"items": items})

    def find(self, item: str) -> MandateItem | None:
        """What is required of an item such as `O15`, `None` for an unknown one."""
        return next((mandated for mandated in self.items if mandated.item == item), None)

    def is_by_period(self, item: str, requirement: str) -> bool:
        """Whether a requirement is owed for each of its periods; so is one that is not known."""
        mandated = self.find(item)
        known = mandated.requirements if mandated else ()
        return not any(each.id == requirement and not each.asked for each in known)
