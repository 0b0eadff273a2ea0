"""Draws the content of a PDF page: operators into runs of letters and shapes.

Source: ISO 32000-1, 8 and 9. It draws as much as is needed to tell what a reader sees.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec import Struct, field
from pypdf.generic import DictionaryObject, StreamObject

from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.limits import MAX_FORM_DEPTH
from oit.evidence.pdf.fonts import Fonts
from oit.evidence.pdf.geometry import (
    IDENTITY,
    UNIT_SQUARE,
    Box,
    Matrix,
    Polygon,
    box_of,
    common,
    corners,
    place,
    product,
    rectangle,
)
from oit.evidence.pdf.layers import Layers
from oit.evidence.pdf.marks import Colour, Drawing, Letter, Run, Shape
from oit.evidence.pdf.objects import content_of, matrix_of, resolved, text_of
from oit.evidence.pdf.path import Path
from oit.evidence.pdf.state import State
from oit.evidence.pdf.syntax import operations

_SMALLEST = 2.0
"""Units of the page: a shape less wide or high hides no letter and is behind none."""


class Ink(Struct):
    """What the pages of a document share: fonts, layers, and how much may still be drawn."""

    layers: Layers
    operators_left: int
    text_operators_left: int = 0
    """How many more for pages of which only the text is taken."""
    fonts: Fonts = field(default_factory=Fonts)
    drawn: set[int] = field(default_factory=set)
    """The forms that were drawn, by `id`: their document keeps them."""

    def spend(self) -> None:
        """One operator. Raises `CannotReadError` when all are spent."""
        self.operators_left -= 1
        if self.operators_left < 0:
            raise CannotReadError(FileFault.TOO_COSTLY)


class Canvas:
    """The marks of one page, as they are made."""

    def __init__(self, ink: Ink, page: Box) -> None:
        self.ink = ink
        self._page = page
        self.state = State(IDENTITY, page)
        self.saved: list[State] = []
        self.path = Path()
        self.resources: DictionaryObject = DictionaryObject()
        self.marked: list[bool] = []
        """Of each open stretch of marked content, whether its layer is off."""
        self.is_layer_off = False
        self.runs: list[Run] = []
        self.shapes: list[Shape] = []
        self.replacements: list[str] = []
        self.untold_codes: set[tuple[int, str]] = set()
        self._depth = 0
        self._order = 0

    def drawing(self) -> Drawing:
        """All marks so far."""
        texts = "".join(self.replacements)
        return Drawing(tuple(self.runs), tuple(self.shapes), texts, len(self.untold_codes))

    def draw(self, content: bytes, resources: DictionaryObject) -> None:
        """Draws a content stream. Raises `CannotReadError`; wrong operators are passed over."""
        outer, self.resources = self.resources, resources
        for operator, operands in operations(content):
            self.ink.spend()
            if handler := OPERATORS.get(operator):
                try:
                    handler(self, operands)
                except (IndexError, TypeError, ValueError, KeyError, AttributeError):
                    continue  # as viewers do
        self.resources = outer

    def resource(self, kind: str, name: str) -> Any:
        """A named resource as it stands, which may be a reference; `None` without it."""
        named = resolved(self.resources.get(kind))
        return named.raw_get(name) if isinstance(named, DictionaryObject) else None

    def begin_layer(self, matrix: Matrix) -> None:
        """What is drawn next stands on the page by itself, whatever state the rest left."""
        self.state, self.saved, self.path = State(matrix, self._page), [], Path()
        self.marked, self.is_layer_off = [], False

    def draw_form(self, form: StreamObject) -> None:
        """Draws a form, in its own state. Raises `CannotReadError`."""
        if self._depth >= MAX_FORM_DEPTH:
            raise CannotReadError(FileFault.TOO_COSTLY)
        self._depth += 1
        self.ink.drawn.add(id(form))
        state, saved, path, marked = self.state, self.saved, self.path, self.marked
        is_off, self.marked = self.is_layer_off, []
        self.state, self.saved, self.path = state.copy(), [], Path()
        self.state.matrix = product(matrix_of(form.get("/Matrix")), state.matrix)
        self._clip_to_form(form)
        own = resolved(form.get("/Resources"))
        self.draw(content_of(form), own if isinstance(own, DictionaryObject) else self.resources)
        self.state, self.saved, self.path, self.marked = state, saved, path, marked
        self.is_layer_off = is_off
        self._depth -= 1

    def _clip_to_form(self, form: StreamObject) -> None:
        bounds = resolved(form.get("/BBox"))
        if isinstance(bounds, list) and len(bounds) == 4:
            left, bottom, right, top = (float(resolved(value)) for value in bounds)
            self.clip((rectangle(left, bottom, right - left, top - bottom),), self.state.matrix)

    def clip(self, polygons: tuple[Polygon, ...], matrix: Matrix) -> None:
        """Bounds what is drawn to the box around an area."""
        points = (place(matrix, x, y) for polygon in polygons for x, y in polygon)
        self.state.clip = common(self.state.clip, box_of(points))

    def paint(self, polygons: tuple[Polygon, ...], colour: Colour | None, **kind: bool) -> None:
        """An area that stands on the page, where it is large enough to hide anything."""
        if not self.state.is_filling or self.is_layer_off or not polygons:
            return
        box = common(box_of(point for polygon in polygons for point in polygon), self.state.clip)
        if box[2] - box[0] < _SMALLEST or box[3] - box[1] < _SMALLEST:
            return
        values = {"is_even_odd": False, "is_opaque": self.state.is_opaque, "is_picture": False}
        shape = Shape(self._next(), polygons, box=box, colour=colour, **(values | kind))
        self.shapes.append(shape)

    def paint_clipped(self) -> None:
        """A shading over all that may be drawn on."""
        self.paint((corners(self.state.clip),), None, is_opaque=False)

    def paint_picture(self, *, is_opaque: bool) -> None:
        """A picture over the unit square."""
        square = tuple(place(self.state.matrix, x, y) for x, y in UNIT_SQUARE)
        opaque = is_opaque and self.state.is_opaque
        self.paint((square,), None, is_opaque=opaque, is_picture=True)

    def write(self, letters: tuple[Letter, ...], gap: float) -> None:
        """A run of letters at the place of the text."""
        state = self.state
        sized = (state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise)
        self.runs.append(
            Run(
                self._next(),
                product(sized, product(state.text, state.matrix)),
                letters,
                state.text_colour,
                state.has_text_ink,
                self.is_layer_off,
                state.clip,
                gap,
            )
        )

    def open_marked(self, operands: list[Any]) -> None:
        """Begins marked content: of a layer, or with the text that stands for it."""
        value = operands[1] if len(operands) > 1 else None
        if isinstance(value, str):
            value = self.resource("/Properties", value)
        self.marked.append(self.is_layer_off)
        if operands and operands[0] == "/OC":
            self.is_layer_off = self.is_layer_off or self.ink.layers.is_off(value)
        entries = resolved(value)
        if isinstance(entries, dict) and "/ActualText" in entries:
            self.replacements.append(text_of(entries["/ActualText"]))

    def close_marked(self) -> None:
        """Ends the innermost stretch of marked content."""
        if self.marked:
            self.is_layer_off = self.marked.pop()

    def _next(self) -> int:
        self._order += 1
        return self._order


_Handler: TypeAlias = Callable[[Canvas, list[Any]], None]
OPERATORS: dict[bytes, _Handler] = {}
"""What each operator does; `operators` and `text_operators` enter it."""


def on(*names: bytes) -> Callable[[_Handler], _Handler]:
    """Enters a function for operators of these names."""

    def enter(handler: _Handler) -> _Handler:
        OPERATORS.update(dict.fromkeys(names, handler))
        return handler

    return enter
