"""`waivers.yml`: what the office has excused for a time, by whose decision and why."""

from typing import Literal

from pydantic import Field

from oit.model.fields import ItemId, OptionalDate, PeriodId, Slug, StrictModel, Text
from oit.model.ledger import Sha256


class Waiver(StrictModel):
    """An item, or some of what it owes, excused until a day.

    Without `requirement` it covers the whole item; without `period` or `division`, all of them.
    """

    item: ItemId
    requirement: Slug | None = None
    period: PeriodId | None = None
    division: Slug | None = None
    reason: Text
    """In words for the public."""
    approved_by: str = ""
    """The post that decided."""
    approved_on: OptionalDate = None
    """The first day it holds; from the opening of the round where it is left out."""
    until: OptionalDate = None
    """The last day it holds."""


class Waivers(StrictModel):
    """The file."""

    waivers: tuple[Waiver, ...] = Field(default=())


class ReviewedException(StrictModel):
    """One rule does not hold for one file, as long as its bytes are these."""

    sha256: Sha256
    rule: Literal["personal-id", "personal-mobile", "personal-email"]
    reason: Text
    approved_by: Text
    """The post that looked at it."""


class Exceptions(StrictModel):
    """The file."""

    exceptions: tuple[ReviewedException, ...] = ()
