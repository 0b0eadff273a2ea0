"""The letters and widths of a PDF's strings, by pypdf's reading of the fonts."""

from typing import Any, TypeAlias

from msgspec import Struct, field
from pypdf.generic import DictionaryObject, IndirectObject
from pypdf.generic._font import Font

from oit.evidence.pdf.objects import resolved

Glyph: TypeAlias = tuple[str, float, bool]
"""The letters that a code shows, its width in text space, and whether word spacing applies."""
_TYPE_3_UNITS = 0.001
_SPACE = 32


class PdfFont(Struct):
    """A font, as far as reading needs it."""

    font: Font
    unit: float
    """Width of one unit of its glyphs in text space."""
    is_telling: bool
    """Whether it says which letters its codes stand for."""
    gap: float
    """The distance, as a share of the size, from which on letters stand apart."""
    _glyphs: dict[Any, Glyph] = field(default_factory=dict)

    def glyphs(self, shown: bytes) -> list[Glyph]:
        """What a string shows, code by code."""
        encoding = self.font.encoding
        codes: Any = shown.decode(encoding, "replace") if isinstance(encoding, str) else shown
        return [self._glyphs.get(code) or self._glyph(code) for code in codes]

    def _glyph(self, code: Any) -> Glyph:
        """A code is a number in a simple font, and a character in one of several bytes."""
        font, encoding = self.font, self.font.encoding
        is_simple = isinstance(code, int)
        raw = chr(code) if is_simple else code
        letter = encoding.get(code, raw) if isinstance(encoding, dict) else raw
        is_space = is_simple and code == _SPACE
        width = font.space_width if raw == font.space_char else font.get_text_width(raw)
        glyph = (str(font.character_map.get(letter, letter)), width * self.unit, is_space)
        self._glyphs[code] = glyph
        return glyph


class Fonts:
    """The fonts of a document, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int] | int, PdfFont | None] = {}
        self._kept: list[Any] = []

    def get(self, value: Any) -> PdfFont | None:
        """The font of a resource; `None` where it cannot be read."""
        is_reference = isinstance(value, IndirectObject)
        key = (value.idnum, value.generation) if is_reference else id(value)
        if key not in self._known:
            self._kept.append(value)  # so that no other object gets its id
            self._known[key] = _read(value.get_object() if is_reference else value)
        return self._known[key]


def _read(resource: Any) -> PdfFont | None:
    if not isinstance(resource, DictionaryObject):
        return None
    try:
        font = Font.from_font_resource(resource)
        for inner in resolved(resource.get("/DescendantFonts")) or ():
            # pypdf takes a default of 0, which fonts with marks have, for none at all.
            font.character_widths["default"] = float(resolved(resolved(inner).get("/DW", 1000)))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- a font of strangers; its pages are named as unread
        return None
    gap = min(0.22, max(0.15, 0.8 * font.space_width / 1000))
    return PdfFont(font, _unit(resource), _is_telling(resource, font), gap)


def _unit(resource: DictionaryObject) -> float:
    if resource.get("/Subtype") != "/Type3":
        return 0.001
    matrix = resource.get("/FontMatrix")
    values = matrix.get_object() if matrix is not None else None
    return float(values[0]) if isinstance(values, list) and values else _TYPE_3_UNITS


def _is_telling(resource: DictionaryObject, font: Font) -> bool:
    """Codes of a composite font are those of its glyphs, where no table says otherwise."""
    is_glyphs = str(resource.get("/Encoding")).startswith("/Identity")
    is_composite = resource.get("/Subtype") == "/Type0"
    return font.interpretable and not (is_composite and is_glyphs and not font.character_map)
