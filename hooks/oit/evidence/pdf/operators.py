"""The operators that paint pages (ISO 32000-1, 8) as what they do to a canvas."""

import math
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from oit.evidence.pdf.canvas import Canvas, on
from oit.evidence.pdf.geometry import IDENTITY, product
from oit.evidence.pdf.objects import resolved
from oit.evidence.pdf.path import Path
from oit.evidence.pdf.state import BLACK, colour_of, device_colour

# Graphics state


@on(b"q")
def _save(canvas: Canvas, _: list[Any]) -> None:
    canvas.saved.append(canvas.state.copy())


@on(b"Q")
def _restore(canvas: Canvas, _: list[Any]) -> None:
    canvas.state = canvas.saved.pop()


@on(b"cm")
def _transform(canvas: Canvas, numbers: list[Any]) -> None:
    a, b, c, d, e, f = numbers
    canvas.state.matrix = product((a, b, c, d, e, f), canvas.state.matrix)


@on(b"w")
def _line_width(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.line_width = float(operands[0])


@on(b"gs")
def _parameters(canvas: Canvas, operands: list[Any]) -> None:
    entries = resolved(canvas.resource("/ExtGState", operands[0]))
    if isinstance(entries, DictionaryObject):
        canvas.state.set_parameters(entries)


# Colours


@on(b"g", b"rg", b"k")
def _fill_device(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.state.fill_space, canvas.state.fill = "/Device", device_colour(numbers)


@on(b"G", b"RG", b"K")
def _stroke_device(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.state.stroke_space, canvas.state.stroke = "/Device", device_colour(numbers)


@on(b"cs")
def _fill_space(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.fill_space, canvas.state.fill = operands[0], BLACK


@on(b"CS")
def _stroke_space(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.stroke_space, canvas.state.stroke = operands[0], BLACK


@on(b"sc", b"scn")
def _fill_colour(canvas: Canvas, operands: list[Any]) -> None:
    spaces = resolved(canvas.resources.get("/ColorSpace"))
    canvas.state.fill = colour_of(canvas.state.fill_space, operands, spaces)


@on(b"SC", b"SCN")
def _stroke_colour(canvas: Canvas, operands: list[Any]) -> None:
    spaces = resolved(canvas.resources.get("/ColorSpace"))
    canvas.state.stroke = colour_of(canvas.state.stroke_space, operands, spaces)


# Paths


@on(b"m")
def _begin(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.path.begin(numbers[0], numbers[1], canvas.state.matrix)


@on(b"l")
def _line(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.path.line(numbers[0], numbers[1], canvas.state.matrix)


@on(b"c")
def _curve(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.path.curve(numbers, canvas.state.matrix)


@on(b"v")
def _curve_from_here(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.path.curve_from_here(numbers, canvas.state.matrix)


@on(b"y")
def _curve_to_end(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.path.curve([*numbers, *numbers[2:]], canvas.state.matrix)


@on(b"re")
def _rectangle(canvas: Canvas, numbers: list[Any]) -> None:
    x, y, width, height = numbers
    canvas.path.rectangle(x, y, width, height, canvas.state.matrix)


@on(b"W", b"W*")
def _clip(canvas: Canvas, _: list[Any]) -> None:
    canvas.path.is_clip = True


@on(b"f", b"F", b"b", b"B")
def _fill(canvas: Canvas, _: list[Any]) -> None:
    canvas.paint(canvas.path.polygons(), canvas.state.fill)
    _end_path(canvas, [])


@on(b"f*", b"b*", b"B*")
def _fill_even_odd(canvas: Canvas, _: list[Any]) -> None:
    canvas.paint(canvas.path.polygons(), canvas.state.fill, is_even_odd=True)
    _end_path(canvas, [])


@on(b"S", b"s")
def _stroke(canvas: Canvas, _: list[Any]) -> None:
    a, b, c, d, _e, _f = canvas.state.matrix
    width = canvas.state.line_width * math.sqrt(abs(a * d - b * c))
    canvas.paint(canvas.path.lines(width), canvas.state.stroke)
    _end_path(canvas, [])


@on(b"n")
def _end_path(canvas: Canvas, _: list[Any]) -> None:
    if canvas.path.is_clip:
        canvas.clip(canvas.path.polygons(), IDENTITY)
    canvas.path = Path()


# Pictures, shadings, forms


@on(b"sh")
def _shade(canvas: Canvas, _: list[Any]) -> None:
    canvas.paint_clipped()


@on(b"EI")
def _inline_picture(canvas: Canvas, operands: list[Any]) -> None:
    canvas.paint_picture(is_opaque=not {"/IM", "/ImageMask"}.intersection(operands[0]))


@on(b"Do")
def _object(canvas: Canvas, operands: list[Any]) -> None:
    drawn = resolved(canvas.resource("/XObject", operands[0]))
    if not isinstance(drawn, StreamObject):
        return
    was_off = canvas.is_layer_off
    if "/OC" in drawn:
        canvas.is_layer_off = was_off or canvas.ink.layers.is_off(drawn.raw_get("/OC"))
    if drawn.get("/Subtype") == "/Form":
        canvas.draw_form(drawn)
    elif drawn.get("/Subtype") == "/Image":
        canvas.paint_picture(is_opaque=not {"/SMask", "/Mask", "/ImageMask"}.intersection(drawn))
    canvas.is_layer_off = was_off
