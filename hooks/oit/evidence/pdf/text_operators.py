"""The text operators of page contents (ISO 32000-1, 9) as what they do to a canvas."""

from typing import Any

from oit.evidence.pdf.canvas import Canvas, on
from oit.evidence.pdf.geometry import IDENTITY, moved, product
from oit.evidence.pdf.marks import Letter

_UNKNOWN_FONT_GAP = 0.2


@on(b"BT")
def _begin_text(canvas: Canvas, _: list[Any]) -> None:
    canvas.state.text = canvas.state.text_line = IDENTITY


@on(b"Tf")
def _font(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.font = canvas.ink.fonts.get(canvas.resource("/Font", operands[0]))
    canvas.state.size = float(operands[1])


@on(b"Tc")
def _letter_space(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.letter_space = float(operands[0])


@on(b"Tw")
def _word_space(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.word_space = float(operands[0])


@on(b"Tz")
def _scale(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.scale = float(operands[0]) / 100


@on(b"TL")
def _leading(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.leading = float(operands[0])


@on(b"Ts")
def _rise(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.rise = float(operands[0])


@on(b"Tr")
def _mode(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.mode = int(operands[0])


@on(b"Td")
def _move(canvas: Canvas, numbers: list[Any]) -> None:
    state = canvas.state
    state.text = state.text_line = product(moved(numbers[0], numbers[1]), state.text_line)


@on(b"TD")
def _move_and_lead(canvas: Canvas, numbers: list[Any]) -> None:
    canvas.state.leading = -numbers[1]
    _move(canvas, numbers)


@on(b"Tm")
def _place(canvas: Canvas, numbers: list[Any]) -> None:
    a, b, c, d, e, f = numbers
    canvas.state.text = canvas.state.text_line = (a, b, c, d, e, f)


@on(b"T*")
def _next_line(canvas: Canvas, _: list[Any]) -> None:
    _move(canvas, [0.0, -canvas.state.leading])


@on(b"Tj")
def _show(canvas: Canvas, operands: list[Any]) -> None:
    _show_pieces(canvas, operands[-1:])


@on(b"'")
def _show_on_next_line(canvas: Canvas, operands: list[Any]) -> None:
    _next_line(canvas, [])
    _show(canvas, operands)


@on(b'"')
def _show_spaced(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.word_space, canvas.state.letter_space = operands[0], operands[1]
    _show_on_next_line(canvas, operands)


@on(b"TJ")
def _show_adjusted(canvas: Canvas, operands: list[Any]) -> None:
    _show_pieces(canvas, operands[-1])


@on(b"BDC", b"BMC")
def _open_marked(canvas: Canvas, operands: list[Any]) -> None:
    canvas.open_marked(operands)


@on(b"EMC")
def _close_marked(canvas: Canvas, _: list[Any]) -> None:
    canvas.close_marked()


def _show_pieces(canvas: Canvas, pieces: list[Any]) -> None:
    """Strings, and between them distances in thousandths of the size (9.4.3)."""
    state, at = canvas.state, 0.0
    size = state.size or 1e-6
    letters: list[Letter] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            for text, width, is_space in _glyphs(canvas, piece):
                letters.append((text, at, width))
                at += width + (state.letter_space + state.word_space * is_space) / size
        elif isinstance(piece, float):
            at -= piece / 1000
    if letters:
        canvas.write(tuple(letters), state.font.gap if state.font else _UNKNOWN_FONT_GAP)
    state.text = product(moved(at * size * state.scale, 0.0), state.text)


def _glyphs(canvas: Canvas, shown: bytes) -> list[tuple[str, float, bool]]:
    """What a string shows; codes of a font that tells no letters are counted, and show none."""
    font = canvas.state.font
    if font and font.is_telling:
        return font.glyphs(shown)
    canvas.untold_codes |= {(id(font), code) for code in shown.decode("latin-1")}
    return font.glyphs(shown) if font else []
