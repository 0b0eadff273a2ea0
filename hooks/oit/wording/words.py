"""Texts that others wrote, fit for a message; and terms of the field in both languages."""

import unicodedata

from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.diagnostics import Words
from oit.evidence.personal import redact
from oit.periods import Frequency
from oit.web_address import without_credentials
from oit.wording.render.words import both_words
from oit.wording.terms import CELL_TH, ROUND_TH, STATUS_EN, STATUS_TH

_MAX_LENGTH = 120
"""Characters of untrusted text that a message repeats."""


LONGEST_TO_WRITE = 1000
"""Characters of a text that is to be typed as it is shown: cut off it would be another text."""


def printable(text: str, longest: int = _MAX_LENGTH) -> str:
    """Untrusted text on one line, without personal data or control characters, not too long."""
    # Direction characters (category Cf) could reorder a terminal's line, so they go as well.
    kept = "".join(
        " " if unicodedata.category(character)[0] in "CZ" else character
        for character in redact(without_credentials(text))
    )
    return kept if len(kept) <= longest else kept[:longest] + "…"


def status_words(status: Status) -> Words:
    """The status of an item."""
    return Words(STATUS_TH[status], STATUS_EN[status])


def cell_words(state: CellState) -> Words:
    """The state of a cell; in English its id, as indexes have it."""
    return Words(CELL_TH[state], state.value)


def round_words(state: RoundState) -> Words:
    """The state of a round; in English its id, as indexes have it."""
    return Words(ROUND_TH[state], state.value)


def frequency_words(frequency: Frequency) -> Words:
    """How often something is to be updated."""
    return both_words("values.plain", value=frequency)
