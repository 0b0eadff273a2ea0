"""What a page's content leaves on the page: runs of letters and shapes, in the order of drawing."""

import math
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from oit.evidence.pdf.geometry import Box, Matrix, Point, Polygon, box_of, is_in, place, winding

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""
Letter: TypeAlias = tuple[str, float, float]
"""What a code shows, where it begins and how wide it is, in units of the run's size."""

# In units of the size, from the base line: where nearly all letters have ink.
_LOW, _MIDDLE, _HIGH = 0.08, 0.25, 0.42


class Run(Struct, frozen=True, eq=False):
    """Letters that are shown by one operator."""

    order: int
    matrix: Matrix
    """From units of its size to the page."""
    letters: tuple[Letter, ...]
    colour: Colour | None
    """`None` where it is a pattern or of an unknown ink."""
    has_ink: bool
    """Whether it is drawn at all: not in rendering mode 3 or 7, not fully transparent."""
    is_layer_off: bool
    clip: Box
    gap: float
    """From which distance on letters stand apart, in units of its size."""

    @property
    def text(self) -> str:
        """The letters."""
        return "".join(letter for letter, _, _ in self.letters)

    @property
    def size(self) -> float:
        """The height of its letters on the page."""
        return math.hypot(self.matrix[2], self.matrix[3])

    @property
    def box(self) -> Box:
        """Around its letters, by what is usual above and below the base line."""
        if not self.letters:
            return box_of(())
        start, end = self.letters[0][1], self.letters[-1][1] + self.letters[-1][2]
        return box_of(place(self.matrix, x, y) for x in (start, end) for y in (-0.2, 0.8))

    def points(self, letter: Letter) -> Iterator[Point]:
        """Points at which a letter is taken to have ink; its middle first."""
        _, x, width = letter
        for across, up in ((0.5, _MIDDLE), (0.2, _LOW), (0.8, _HIGH)):
            yield place(self.matrix, x + across * width, up)


class Shape(Struct, frozen=True, eq=False):
    """An area that is painted: a filled path, a thick line, a picture."""

    order: int
    polygons: tuple[Polygon, ...]
    is_even_odd: bool
    box: Box
    """Around it, as far as it is not clipped."""
    colour: Colour | None
    is_opaque: bool
    is_picture: bool

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the area."""
        if not is_in(point, self.box):
            return False
        count = winding(point, self.polygons)
        return bool(count % 2 if self.is_even_odd else count)


class Drawing(Struct, frozen=True):
    """All marks of a page."""

    runs: tuple[Run, ...]
    shapes: tuple[Shape, ...]
    replacements: str
    """The text that the author gives instead of letters (`/ActualText`), joined."""
    untold_codes: int
    """How many different codes stand for letters that their fonts do not tell."""
