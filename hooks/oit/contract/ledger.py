"""`ledger.json` of contract version 1."""

from datetime import date
from typing import Literal

from pydantic import Field

from oit.contract.index import ContractModel, ModeName, Office


class LedgerEntry(ContractModel):
    """One published version of an evidence file."""

    item: str
    file: str
    sha256: str
    first_published: date
    replaced_by: str | None = Field(description="SHA-256 of the version that took its place.")
    withdrawn: str | None = Field(description="Why it was taken back.")


class LedgerRound(ContractModel):
    """The files of a round."""

    fiscal_year: int
    scheme: str
    files: list[LedgerEntry]


class Ledger(ContractModel):
    """`ledger.json`: every version of an evidence file that was ever published."""

    version: Literal["v1"] = "v1"
    office: Office
    mode: ModeName
    rounds: list[LedgerRound]
