"""The files that say what is owed: divisions, round, mandate, and the site's own settings."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from oit.model.fields import (
    Email,
    FiscalYear,
    Handle,
    IsoDate,
    ItemId,
    OptionalDate,
    PeriodId,
    Slug,
    StrictModel,
    Telephone,
    Text,
    Truth,
    WebAddress,
)
from oit.periods import Frequency, WorkingCalendar


class Division(StrictModel):
    """An owner: a section of the office, or the schools."""

    id: Slug
    name_th: Text
    name_en: Text
    contact_th: Text | None = None
    forge: Handle | None = None
    """Who of the division is asked on the forge; without one, the coordinator."""


class Divisions(StrictModel):
    """`divisions.yml`."""

    divisions: Annotated[tuple[Division, ...], Field(min_length=1)]


class PolicyNote(StrictModel):
    """A field whose value is this project's own assumption, not the source's."""

    field: Text
    note_th: Text
    note_en: Text


class Holiday(StrictModel):
    """A day on which the office is closed, besides weekends."""

    on: IsoDate
    name_th: Text


class WarningDays(StrictModel):
    """How many days before its deadline an item is called `due`."""

    monthly: Annotated[int, Field(ge=0)] = 14
    other: Annotated[int, Field(ge=0)] = 30

    def of(self, frequency: Frequency) -> int:
        """The warning of an item with this frequency, in days."""
        return self.monthly if frequency is Frequency.MONTHLY else self.other


class PreviousResults(StrictModel):
    """Where the assessed scores of an earlier year are disclosed."""

    fiscal_year: FiscalYear
    item: ItemId
    file: Text


class RoundPolicy(StrictModel):
    """`round.yml`: one fiscal year's assessment."""

    fiscal_year: FiscalYear
    scheme: Slug
    opens: IsoDate
    closes: IsoDate
    filing: OptionalDate = None
    days_after_period: Annotated[int, Field(ge=0, le=365)]
    warning_days: WarningDays = WarningDays()
    previous_results: PreviousResults | None = None
    policy: tuple[PolicyNote, ...] = ()
    holidays: tuple[Holiday, ...]

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of this round."""
        return WorkingCalendar(self.days_after_period, frozenset(day.on for day in self.holidays))


class Requirement(StrictModel):
    """One thing an item must disclose."""

    id: Slug
    label_th: Text
    label_en: Text
    periods: tuple[PeriodId, ...] = ()
    by_division: Truth = False
    due: OptionalDate = None
    may_be_none: Truth = False
    statistics: Truth = False
    """Whether it owes figures that a machine can read."""
    qr: Truth = False
    """Whether its link is one that people scan from a screen or a poster."""
    tables: tuple[Slug, ...] = ()
    """The table schemas of which a table that is evidence for it follows one."""


class MandateItem(StrictModel):
    """What the assessor requires of one item."""

    item: ItemId
    topic: Slug
    title_th: Text
    title_en: Text
    about_th: Text
    about_en: Text
    keywords_th: tuple[Text, ...] = ()
    """Words that people look for it by, which its title does not have."""
    keywords_en: tuple[Text, ...] = ()
    """The same for the English page."""
    indicator: Text
    lead: Slug
    owners: Annotated[tuple[Slug, ...], Field(min_length=1)]
    frequency: Frequency
    requirements: Annotated[tuple[Requirement, ...], Field(min_length=1)]

    @property
    def number(self) -> int:
        """15 of `O15`."""
        return int(self.item[1:])

    @property
    def slug(self) -> str:
        """`o15`: the item in addresses."""
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

    def find(self, item: str) -> MandateItem | None:
        """What is required of an item, `None` for an unknown one."""
        return next((one for one in self.items if one.item == item), None)


class Office(StrictModel):
    """The office whose site this is."""

    id: Slug
    name_th: Text
    name_en: Text
    telephone: Telephone | None = None
    """Whom people call or write to when something here is wrong."""
    email: Email | None = None


class Task(StrictModel):
    """What people come for, the topics of the items that serve it, and where it is done online."""

    name_th: Text
    name_en: Text
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    url: WebAddress | None = None


class Licence(StrictModel):
    """Under which terms the data may be used, once the office has decided."""

    id: Slug
    title: Text
    url: WebAddress
    gdcatalog: Text | None = None
    """Its name in the closed list of Thailand's catalogue, such as `Open Data Common`."""


class Repository(StrictModel):
    """Where the records are kept, if their files may be opened from the site."""

    url: WebAddress
    forge: Literal["github", "gitlab"] = "github"
    branch: Text = "main"
    sign_in_relay: WebAddress | None = None
    """GitHub: the server that hands sign-ins on to the browser form."""
    application_id: Text | None = None
    """GitLab: the application that people sign in to the browser form with."""

    def edit_address(self, path: str) -> str:
        """Where a file of the repository is edited."""
        infix = "edit" if self.forge == "github" else "-/edit"
        return f"{self.url.rstrip('/')}/{infix}/{self.branch}/{path}"


class SitePolicy(StrictModel):
    """`extra.oit` of `mkdocs.yml`."""

    mode: Literal["demonstration", "production"]
    office: Office
    accepted_types: Annotated[tuple[Slug, ...], Field(min_length=1)]
    tasks: tuple[Task, ...] = ()
    repository: Repository | None = None
    coordinator: Handle | None = None
    """Who approves changes of policy on the forge."""
    official_home: WebAddress | None = None
    """Home page of the office's main website, where an assessor begins."""
    licence: Licence | None = None
