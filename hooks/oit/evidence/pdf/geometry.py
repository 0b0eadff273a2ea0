"""Places on a page: matrices, boxes and polygons (ISO 32000-1, 8.3)."""

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Polygon: TypeAlias = Sequence[Point]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
UNIT_SQUARE: Polygon = ((0, 0), (1, 0), (1, 1), (0, 1))
NOWHERE: Box = (0, 0, 0, 0)
_CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does the first, then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    x, y = e * g + f * i + k, e * h + f * j + m
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, x, y)


def moved(x: float, y: float) -> Matrix:
    """The matrix that moves by a distance."""
    return (1, 0, 0, 1, x, y)


def place(matrix: Matrix, x: float, y: float) -> Point:
    """Where a point comes to stand."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def rectangle(x: float, y: float, width: float, height: float) -> Polygon:
    """The corners, counter-clockwise for positive sizes."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def corners(box: Box) -> Polygon:
    """The corners of a box."""
    return rectangle(box[0], box[1], box[2] - box[0], box[3] - box[1])


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box around points; empty at the origin without any."""
    across, up = zip(*points, strict=True) if (points := tuple(points)) else ((), ())
    return (min(across), min(up), max(across), max(up)) if across else NOWHERE


def common(first: Box, second: Box) -> Box:
    """What two boxes share; a box without area where they share nothing."""
    left, bottom = max(first[0], second[0]), max(first[1], second[1])
    right, top = min(first[2], second[2]), min(first[3], second[3])
    return (left, bottom, max(left, right), max(bottom, top))


def area(box: Box) -> float:
    """Width by height."""
    return (box[2] - box[0]) * (box[3] - box[1])


def is_in(point: Point, box: Box) -> bool:
    """Whether a point lies in a box, its edges included."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def touches(first: Box, second: Box) -> bool:
    """Whether two boxes have a point in common."""
    return not (
        first[2] < second[0] or second[2] < first[0] or first[3] < second[1] or second[3] < first[1]
    )


def curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Points of a Bézier curve behind its start."""
    return [
        (
            _cubic(start[0], first[0], second[0], end[0], at),
            _cubic(start[1], first[1], second[1], end[1], at),
        )
        for at in _CURVE_STEPS
    ]


def _cubic(start: float, first: float, second: float, end: float, at: float) -> float:
    left = 1 - at
    return left**3 * start + 3 * left**2 * at * first + 3 * left * at**2 * second + at**3 * end


def winding(point: Point, polygons: Iterable[Polygon]) -> int:
    """How often closed lines go around a point (8.5.3.3.2)."""
    x, y = point
    count = 0
    for polygon in polygons:
        previous = polygon[-1]
        for corner in polygon:
            if (previous[1] <= y) != (corner[1] <= y):
                share = (y - previous[1]) / (corner[1] - previous[1])
                if x < previous[0] + share * (corner[0] - previous[0]):
                    count += 1 if previous[1] <= y else -1
            previous = corner
    return count


def line(start: Point, end: Point, width: float) -> Polygon:
    """The area of a stroked line."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, up) or 1
    x, y = -up / length * width / 2, across / length * width / 2
    return (
        (start[0] + x, start[1] + y),
        (end[0] + x, end[1] + y),
        (end[0] - x, end[1] - y),
        (start[0] - x, start[1] - y),
    )
