"""The graphics and text state of a page's content, and its colours (ISO 32000-1, 8.4, 8.6, 9.3)."""

import copy
from typing import Any, Self

from pypdf.generic import ArrayObject, DictionaryObject

from oit.evidence.pdf.fonts import PdfFont
from oit.evidence.pdf.geometry import IDENTITY, Box, Matrix
from oit.evidence.pdf.marks import Colour
from oit.evidence.pdf.objects import resolved

BLACK: Colour = (0, 0, 0)
_COMPONENTS = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/DeviceCMYK": 4}
_INVISIBLE_MODES = (3, 7)
_OPAQUE, _CLEAR = 0.95, 0.02
"""Shares of ink from which on a shape hides what is below it, and up to which it shows nothing."""


class State:
    """What `q` saves and `Q` restores."""

    def __init__(self, matrix: Matrix, clip: Box) -> None:
        self.matrix, self.clip = matrix, clip
        self.fill: Colour | None = BLACK
        self.stroke: Colour | None = BLACK
        self.fill_space: Any = "/DeviceGray"
        self.stroke_space: Any = "/DeviceGray"
        self.fill_alpha = self.stroke_alpha = 1.0
        self.is_blended = False
        self.line_width = 1.0
        self.font: PdfFont | None = None
        self.size = self.leading = self.rise = 0.0
        self.letter_space = self.word_space = 0.0
        self.scale = 1.0
        self.mode = 0
        self.text: Matrix = IDENTITY
        self.text_line: Matrix = IDENTITY

    def copy(self) -> Self:
        """Another with the same values."""
        return copy.copy(self)

    @property
    def is_opaque(self) -> bool:
        """Whether a filled area hides what is below it."""
        return self.fill_alpha >= _OPAQUE and not self.is_blended and self.fill_space != "/Pattern"

    @property
    def is_filling(self) -> bool:
        """Whether a filled area leaves any ink."""
        return self.fill_alpha > _CLEAR

    @property
    def has_text_ink(self) -> bool:
        """Whether letters leave any ink."""
        alpha = self.stroke_alpha if self.mode % 4 == 1 else self.fill_alpha
        return self.mode not in _INVISIBLE_MODES and alpha > _CLEAR

    @property
    def text_colour(self) -> Colour | None:
        """Of letters: of their outline where only that is drawn; unknown where both differ."""
        if self.mode % 4 == 1:
            return self.stroke
        return None if self.mode % 4 == 2 and self.stroke != self.fill else self.fill

    def set_parameters(self, entries: DictionaryObject) -> None:
        """Those of a dictionary of graphics state parameters (8.4.5)."""
        self.fill_alpha = float(resolved(entries.get("/ca", self.fill_alpha)))
        self.stroke_alpha = float(resolved(entries.get("/CA", self.stroke_alpha)))
        self.line_width = float(resolved(entries.get("/LW", self.line_width)))
        if "/BM" in entries or "/SMask" in entries:
            mode = resolved(entries.get("/BM", "/Normal"))
            mask = resolved(entries.get("/SMask", "/None"))
            is_normal = mode in ("/Normal", "/Compatible", ["/Normal"])
            self.is_blended = not is_normal or mask != "/None"


def colour_of(space: Any, values: list[Any], spaces: Any) -> Colour | None:
    """The colour of components in a space; `None` for patterns and inks that are not known."""
    numbers = [value for value in values if isinstance(value, float)]
    name = str(space)
    if name not in _COMPONENTS:
        defined = resolved(spaces.get(name)) if isinstance(spaces, DictionaryObject) else None
        name = str(resolved(defined[0])) if isinstance(defined, ArrayObject) and defined else name
    if name == "/ICCBased" or _COMPONENTS.get(name) == len(numbers):
        return device_colour(numbers)
    return None


def device_colour(numbers: list[float]) -> Colour | None:
    """Of one component of grey, three of red, green and blue, or four of ink."""
    values = [min(1.0, max(0.0, float(number))) for number in numbers]
    if len(values) == 1:
        return (values[0],) * 3
    if len(values) == 4:
        *inks, black = values
        red, green, blue = ((1 - ink) * (1 - black) for ink in inks)
        return (red, green, blue)
    return (values[0], values[1], values[2]) if len(values) == 3 else None
