"""Statuses, states, frequencies and kinds in Thai and English."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.catalog import Language, say
from oit.model.withdrawals import Why
from oit.periods import Frequency

_Named = TypeVar("_Named", bound=StrEnum)


def _words(prefix: str, values: Iterable[_Named], language: Language) -> Mapping[_Named, str]:
    """The words of the catalogue for each of the values."""
    return {value: say(f"{prefix}{value.value}", language) for value in values}


STATUS_TH = _words("terms.status-", Status, Language.TH)
STATUS_EN = _words("terms.status-", Status, Language.EN)
WHY_TH = _words("terms.why-", Why, Language.TH)
WHY_EN = _words("terms.why-", Why, Language.EN)
"""Why something was taken off the site."""
CELL_TH = _words("terms.cell-", CellState, Language.TH)
FREQUENCY_TH = _words("periods.", Frequency, Language.TH)
FREQUENCY_EN = _words("periods.", Frequency, Language.EN)
SAMPLE_TH = say("terms.sample", Language.TH)
SAMPLE_EN = say("terms.sample", Language.EN)
ROUND_TH = _words("terms.round-", RoundState, Language.TH)


def number_ranges(numbers: Iterable[int]) -> str:
    """3–7, 12: ascending numbers, of which those that follow each other are told together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if run[1:] else str(run[0]) for run in runs)
