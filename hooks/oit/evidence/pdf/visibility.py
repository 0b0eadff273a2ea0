"""Which letters of a page a reader sees.

Not seen is what has no ink, the colour of what is behind it, no size, no place on the page, a layer
that is off, or an area over it. Seen all the same is the invisible text that programs lay over, or
under, the picture of a scanned page: it says what the picture shows.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from oit.evidence.pdf.geometry import Box, Point, area, touches
from oit.evidence.pdf.marks import Colour, Drawing, Letter, Run, Shape

WHITE: Colour = (1, 1, 1)
_SMALLEST = 1.0
"""Points: letters of this size and below are dots."""
_ALIKE = 0.06
"""By how much red, green and blue may differ where nobody tells one colour from the other."""
_PAGE_SHARE = 0.5
"""Of the page that the picture of a scan covers; a smaller one over text hides it."""
_BAND = 24.0
"""Height of the stripes in which shapes are looked up."""
_MOST_BANDS = 400


class SeenRun(Struct, frozen=True):
    """A run, parted by what a reader sees."""

    run: Run
    seen: tuple[Letter, ...]
    hidden: tuple[Letter, ...] = ()
    cut: tuple[Letter, ...] = ()
    """What its cell or frame is too small for: not seen, and hidden by nobody."""


def seen_runs(drawing: Drawing, page: Box) -> Iterator[SeenRun]:
    """Each run in the order of drawing; `page` is the part of the page that is shown."""
    shapes = _Shapes(drawing.shapes, page)
    for run in drawing.runs:
        box = run.box
        near = shapes.near(box)
        if _is_nowhere(run, box, page) or (not run.has_ink and not _is_over_picture(box, near)):
            yield SeenRun(run, (), run.letters)
        elif not touches(box, run.clip):
            yield SeenRun(run, (), cut=run.letters)
        elif not run.has_ink or (not near and not _is_alike(run.colour, WHITE)):
            yield SeenRun(run, run.letters)
        else:
            yield _parted(run, near, area(page))


class _Shapes:
    """The shapes of a page by the stripes that they touch."""

    def __init__(self, shapes: Iterable[Shape], page: Box) -> None:
        self._bands: dict[int, list[Shape]] = {}
        self._page = page
        for shape in shapes:
            for band in self._touched(shape.box):
                self._bands.setdefault(band, []).append(shape)

    def near(self, box: Box) -> list[Shape]:
        """Those that touch a box, in the order of drawing, each once."""
        found = {
            shape.order: shape
            for band in self._touched(box)
            for shape in self._bands.get(band, ())
            if touches(shape.box, box)
        }
        return [found[order] for order in sorted(found)]

    def _touched(self, box: Box) -> range:
        bottom = self._page[1]
        first, last = ((edge - bottom) // _BAND for edge in (box[1], box[3]))
        return range(max(0, int(first)), min(_MOST_BANDS, int(last)) + 1)


def _is_nowhere(run: Run, box: Box, page: Box) -> bool:
    """Whether a run is of no size, on a layer that is off, or outside of what is shown."""
    return run.is_layer_off or run.size < _SMALLEST or not touches(box, page)


def _is_over_picture(box: Box, near: list[Shape]) -> bool:
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return any(shape.colour is None and shape.holds(middle) for shape in near)


def _parted(run: Run, near: list[Shape], page_area: float) -> SeenRun:
    behind = [shape for shape in near if shape.order < run.order]
    over = [shape for shape in near if shape.order > run.order and _hides(shape, page_area)]
    seen: list[Letter] = []
    hidden: list[Letter] = []
    for letter in run.letters:
        points = tuple(run.points(letter))
        is_seen = not _is_covered(points, over) and not _is_alike(
            run.colour, _colour_behind(points[0], behind)
        )
        (seen if is_seen else hidden).append(letter)
    return SeenRun(run, tuple(seen), tuple(hidden))


def _hides(shape: Shape, page_area: float) -> bool:
    """Whether what is below a shape is gone; text below the picture of its page is a scan's."""
    return shape.is_opaque and not (shape.is_picture and area(shape.box) > _PAGE_SHARE * page_area)


def _is_covered(points: tuple[Point, ...], over: list[Shape]) -> bool:
    return any(all(shape.holds(point) for point in points) for shape in over)


def _colour_behind(point: Point, behind: list[Shape]) -> Colour | None:
    """Of the last shape below a point: paper without one, unknown where it lets shine through."""
    for shape in reversed(behind):
        if shape.holds(point):
            return shape.colour if shape.is_opaque else None
    return WHITE


def _is_alike(colour: Colour | None, other: Colour | None) -> bool:
    if colour is None or other is None:
        return False
    return max(abs(one - two) for one, two in zip(colour, other, strict=True)) <= _ALIKE
