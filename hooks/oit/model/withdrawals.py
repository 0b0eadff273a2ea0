"""`withdrawn.yml` of a round: what was taken off the site, and must not be served again.

`oit withdraw` writes it. It tells nothing of the content: a version is known by its SHA-256.
"""

from enum import StrEnum

from pydantic import Field

from oit.model.fields import (
    IsoDate,
    ItemId,
    OptionalDate,
    PeriodId,
    Sha256,
    Slug,
    StrictModel,
    Text,
)


class Why(StrEnum):
    """The kind of reason for which something is taken off the site."""

    PERSONAL_DATA = "personal-data"
    HIDDEN_CONTENT = "hidden-content"
    WRONG = "wrong"
    EMPTY = "empty"
    OTHER = "other"


FILLED_NOTHING = frozenset({Why.WRONG, Why.EMPTY})
"""Reasons for which a version never was a disclosure."""


class Withdrawal(StrictModel):
    """One version of a file, a section or an address, taken off the site.

    The SHA-256 is that of a file's bytes, of where an address leads (its scheme and `www.` aside),
    or of a section's text as it is compared: without blanks.
    """

    item: ItemId
    requirement: Slug = Field(alias="for")
    periods: tuple[PeriodId, ...] = ()
    division: Slug | None = None
    """The division whose part named it; if absent, the record did."""
    sha256: Sha256
    day: IsoDate = Field(alias="date")
    why: Why
    reason: Text
    """Shown on the site: it repeats nothing of the content."""
    by: Text
    """The post, not the person, that decided."""
    counted_from: OptionalDate = None
    """From when the history let it count: what it filled keeps that day after a purge."""


class Withdrawals(StrictModel):
    """The file."""

    withdrawals: tuple[Withdrawal, ...] = ()
