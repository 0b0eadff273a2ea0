"""`waivers.yml` of a round, and `exceptions.yml` of the site.

A waiver excuses lateness for a time; an exception says that somebody looked at what a finding is
about, personal data or hidden content, and that the file may be published as it is. Each says who
decided, and why.
"""

from typing import Literal, TypeAlias, get_args

from pydantic import Field

from oit.model.fields import ItemId, OptionalDate, PeriodId, Sha256, Slug, StrictModel, Text


class Waiver(StrictModel):
    """An item, or some of what it owes, excused until a day.

    Without `requirement` it covers the whole item; without `period` or `division`, all of them.
    """

    item: ItemId
    requirement: Slug | None = None
    period: PeriodId | None = None
    division: Slug | None = None
    reason: Text
    """Shown on the site."""
    approved_by: str = ""
    """The post, not the person, that decided."""
    approved_on: OptionalDate = None
    """The first day it holds; if absent, the day the round opens."""
    until: OptionalDate = None
    """The last day it holds."""


class AdoptionWaiver(StrictModel):
    """The permission to change `adopted` in `round.yml` after the round had records."""

    adopted: OptionalDate = None
    """The day that may be written; if absent, the field may be removed."""
    reason: Text
    """Shown on the site."""
    approved_by: Text
    """The post, not the person, that decided."""


class WitnessWaiver(StrictModel):
    """The permission for a round with records to go without the witness of Git."""

    reason: Text
    """Shown on the site."""
    approved_by: Text
    """The post, not the person, that decided."""


class Waivers(StrictModel):
    """The file."""

    waivers: tuple[Waiver, ...] = Field(default=())
    adoption: AdoptionWaiver | None = None
    witness: WitnessWaiver | None = None


_Reviewable: TypeAlias = Literal[
    "personal-id",
    "personal-mobile",
    "personal-email",
    "personal-passport",
    "personal-account",
    "personal-birth-date",
    "credentials",
    "hidden-tracked",
    "hidden-text",
    "hidden-cells",
    "hidden-file",
    "hidden-leftovers",
    "file-unread",
]
REVIEWABLE: frozenset[str] = frozenset(get_args(_Reviewable))
"""The rules that a person may find not to hold for a file."""


class ReviewedException(StrictModel):
    """One rule does not hold for one file, as long as its bytes are these."""

    sha256: Sha256
    rule: _Reviewable
    reason: Text
    approved_by: Text
    """The post, not the person, that looked at the file."""


class Exceptions(StrictModel):
    """The file."""

    exceptions: tuple[ReviewedException, ...] = ()
