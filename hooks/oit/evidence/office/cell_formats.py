"""Which formats of an xlsx workbook show nothing of a cell (ECMA-376, 18.8)."""

import re

from oit.evidence import xml
from oit.evidence.office.colours import BLACK, WHITE, as_hex, looks_alike

# The first colours of the old palette, and the paper and ink of every theme (18.8.3, 20.1.6.2).
_INDEXED = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}
_THEME = {"0": WHITE, "1": BLACK}
_TINY = 1.0
"""Points: a text of one point is a line, not letters."""
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,20})?")
_SHOWS_NOTHING = re.compile(r'(?:\[[^\]]*\]|""|\s)*(?:;(?:\[[^\]]*\]|""|\s)*){2,3}')
"""`;;;`: a number format whose sections are all empty."""
_LONGEST_CODE = 255
"""Characters of a number format in Excel."""


def blank_formats(root: xml.Element | None) -> frozenset[int]:
    """Those that show nothing whatever colours a table or a condition gives."""
    if root is None:
        return frozenset()
    codes = _codes(root)
    return frozenset(
        number for number, look in enumerate(_list(root, "cellXfs")) if _is_blank(look, codes)
    )


def unseen_formats(root: xml.Element | None) -> frozenset[int]:
    """The indexes of the cell formats that show nothing, by the part `xl/styles.xml`."""
    if root is None:
        return frozenset()
    fonts, fills = _list(root, "fonts"), _list(root, "fills")
    codes = _codes(root)
    return frozenset(
        number
        for number, look in enumerate(_list(root, "cellXfs"))
        if _is_blank(look, codes)
        or _is_lost(_at(fonts, xml.attribute(look, "fontId")), _at(fills, look.get("fillId")))
    )


def _codes(root: xml.Element) -> dict[str, str]:
    """The number formats by their ids."""
    return {
        xml.attribute(code, "numFmtId") or "": xml.attribute(code, "formatCode") or ""
        for code in xml.elements(root, "numFmt")
    }


def _is_blank(look: xml.Element, codes: dict[str, str]) -> bool:
    code = codes.get(xml.attribute(look, "numFmtId") or "", "")
    return _SHOWS_NOTHING.fullmatch(code[:_LONGEST_CODE]) is not None


def _list(root: xml.Element, name: str) -> list[xml.Element]:
    found = next(xml.elements(root, name), None)
    return [] if found is None else [each for each in found if xml.local_name(each.tag)]


def _at(found: list[xml.Element], index: str | None) -> xml.Element | None:
    number = int(index) if index and index.isdecimal() and len(index) < 7 else 0
    return found[number] if number < len(found) else None


def _is_lost(font: xml.Element | None, fill: xml.Element | None) -> bool:
    """Whether letters are too small, or of the colour of what is behind them."""
    if font is None:
        return False
    size = next(xml.elements(font, "sz"), None)
    if size is not None and _number(xml.attribute(size, "val"), 11.0) <= _TINY:
        return True
    colour = next(xml.elements(font, "color"), None)
    return colour is not None and looks_alike(colour_of(colour), _background(fill))


def _background(fill: xml.Element | None) -> str:
    """The colour of a fill; that of the paper without one, none for patterns and gradients."""
    pattern = (
        None if fill is None else next(xml.elements(fill, "patternFill", "gradientFill"), None)
    )
    kind = "none" if pattern is None else xml.attribute(pattern, "patternType") or "none"
    if pattern is not None and xml.local_name(pattern.tag) == "gradientFill":
        return ""
    if kind == "solid" and pattern is not None:
        colour = next(xml.elements(pattern, "fgColor"), None)
        return "" if colour is None else colour_of(colour)
    return WHITE if kind == "none" else ""


def colour_of(colour: xml.Element) -> str:
    """A colour as hexadecimal digits; empty for one of the theme that cannot be told."""
    if rgb := as_hex(xml.attribute(colour, "rgb")):
        return rgb
    if (theme := xml.attribute(colour, "theme")) is not None:
        is_plain = abs(_number(xml.attribute(colour, "tint"), 0.0)) < 0.05
        return _THEME.get(theme, "") if is_plain else ""
    return _INDEXED.get(xml.attribute(colour, "indexed") or "", "")


def _number(text: str | None, default: float) -> float:
    return float(text) if text and _NUMBER.fullmatch(text) else default
