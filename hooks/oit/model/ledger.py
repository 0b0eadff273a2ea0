"""`ledger.json`: what was published, kept as it was and never recomputed."""

from typing import Annotated

from pydantic import Field

from oit.model.fields import IsoDate, ItemId, StrictModel, Text

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class LedgerEntry(StrictModel):
    """One published version of an evidence file."""

    item: ItemId
    file: Text
    sha256: Sha256
    first_published: IsoDate
    replaced_by: Sha256 | None = None
    """The version that took its place; set once."""
    withdrawn: Text | None = None
    """Why it was taken back without another in its place; set once."""

    @property
    def is_live(self) -> bool:
        """Whether it is still to be found on the site."""
        return self.replaced_by is None and self.withdrawn is None


class Ledger(StrictModel):
    """The file."""

    files: tuple[LedgerEntry, ...] = ()
