"""Runs of letters into lines of text, in the order in which they are drawn."""

import math
import unicodedata
from collections.abc import Iterable

from oit.evidence.pdf.geometry import Point, place
from oit.evidence.pdf.marks import Letter, Run

_NEXT_LINE = 0.6
"""From how far off the line, in units of the size, letters stand on another."""
_BACKWARDS = 1.0
"""From how far back on the line, in units of the size, letters stand apart from the last."""


def text_of_runs(runs: Iterable[tuple[Run, tuple[Letter, ...]]]) -> str:
    """The letters of runs, with spaces and line breaks where they stand apart on the page.

    A mark belongs to the letter that is drawn before it.
    """
    pieces: list[str] = []
    before: list[tuple[Run, Letter]] = []  # the last letter, and the marks behind it
    for run, letters in runs:
        for letter in letters:
            is_mark = unicodedata.category(letter[0][:1] or " ") == "Mn"
            if before and not is_mark:
                # Some programs draw a mark apart, so what follows it follows its letter too.
                between = [_between(*each, run, letter) for each in before]
                pieces.append(min(between, key=len))
            pieces.append(letter[0])
            before = [*before[:1], (run, letter)] if is_mark else [(run, letter)]
    return _tidy("".join(pieces))


def _between(last_run: Run, last: Letter, run: Run, letter: Letter) -> str:
    """Nothing, a space or a line break."""
    if run is last_run:
        return " " if letter[1] - last[1] - last[2] > run.gap else ""
    end = place(last_run.matrix, last[1] + last[2], 0)
    along, off = _distance(run, end, place(run.matrix, letter[1], 0))
    if abs(off) > _NEXT_LINE:
        return "\n"
    return " " if along > run.gap or along < -_BACKWARDS else ""


def _distance(run: Run, start: Point, end: Point) -> Point:
    """From one point to another along the line of a run and off it, in units of its size."""
    x, y = end[0] - start[0], end[1] - start[1]
    a, b = run.matrix[:2]
    length = math.hypot(a, b) or 1.0
    size = max(run.size, 1e-6)
    return (x * a + y * b) / length / size, (y * a - x * b) / length / size


def _tidy(text: str) -> str:
    """No space at the ends of lines, and never two."""
    lines = (" ".join(line.split(" ")) for line in text.split("\n"))
    return "\n".join(line.strip(" ") for line in lines)
