"""A path in the making (ISO 32000-1, 8.5)."""

from itertools import pairwise

from oit.evidence.pdf.geometry import Matrix, Point, Polygon, curve, line, place, rectangle

_THINNEST = 2.0
"""Units of the page: lines as thick as this are areas that may hide text."""


class Path:
    """Lines and curves on the page, until they are painted."""

    def __init__(self) -> None:
        self._parts: list[list[Point]] = []
        self._last: Point = (0, 0)
        self.is_clip = False
        """Whether painting it bounds what follows."""

    def begin(self, x: float, y: float, matrix: Matrix) -> None:
        """A new part."""
        self._last = (x, y)
        self._parts.append([place(matrix, x, y)])

    def line(self, x: float, y: float, matrix: Matrix) -> None:
        """A straight line."""
        self._last = (x, y)
        self._parts[-1].append(place(matrix, x, y))

    def curve(self, numbers: list[float], matrix: Matrix) -> None:
        """A curve by its two control points and its end."""
        points = [self._last, *zip(numbers[::2], numbers[1::2], strict=True)]
        for point in curve(points[0], points[1], points[2], points[3]):
            self._parts[-1].append(place(matrix, *point))
        self._last = points[3]

    def curve_from_here(self, numbers: list[float], matrix: Matrix) -> None:
        """A curve whose first control point is where it begins."""
        self.curve([*self._last, *numbers], matrix)

    def rectangle(self, x: float, y: float, width: float, height: float, matrix: Matrix) -> None:
        """A closed rectangle."""
        self._parts.append([place(matrix, *corner) for corner in rectangle(x, y, width, height)])
        self._last = (x, y)

    def polygons(self) -> tuple[Polygon, ...]:
        """The parts that have an area."""
        return tuple(part for part in self._parts if len(part) > 2)

    def lines(self, width: float) -> tuple[Polygon, ...]:
        """Its straight lines as areas, where they are thick."""
        if width < _THINNEST:
            return ()
        return tuple(
            line(start, end, width) for part in self._parts for start, end in pairwise(part)
        )
