"""What the contract tells of something that was taken off the site: all but what it was."""

from datetime import date as Day  # noqa: N812 -- a field of the class has the name `date`
from typing import Literal

from pydantic import Field

from oit.contract.base import ContractModel

WhyName = Literal["personal-data", "hidden-content", "wrong", "empty", "other"]


class WithdrawnEntry(ContractModel):
    """What was taken off the site, when and why; nothing of its content."""

    date: Day
    why: WhyName
    reason: str
    by: str = Field(description="The post that decided.")
    requirement: str
    periods: list[str]
    division: str | None = Field(description="`null` where the record itself named it.")
