"""`ledger.json`: every version of an evidence file that was ever published.

Entries are added and closed, never computed again from what is there now.
"""

from oit.model.fields import IsoDate, ItemId, Sha256, StrictModel, Text


class LedgerEntry(StrictModel):
    """One published version of an evidence file."""

    item: ItemId
    file: Text
    sha256: Sha256
    first_published: IsoDate
    replaced_by: Sha256 | None = None
    """SHA-256 of the version that took its place; set once."""
    withdrawn: Text | None = None
    """Why it was taken back without a successor; set once."""

    @property
    def is_live(self) -> bool:
        """Whether this version is still on the site."""
        return self.replaced_by is None and self.withdrawn is None


class Ledger(StrictModel):
    """`ledger.json` of a round."""

    files: tuple[LedgerEntry, ...] = ()
