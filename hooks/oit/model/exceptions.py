"""`exceptions.yml`: what somebody looked at and found to be no personal data after all."""

from typing import Literal

from oit.model.fields import StrictModel, Text
from oit.model.ledger import Sha256


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
