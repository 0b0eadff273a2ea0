"""Drawings that are there and not shown: hidden shapes of DrawingML and VML, or off the page."""

import re
from collections.abc import Iterator

from oit.evidence import xml
from oit.evidence.concealed import HiddenKind
from oit.evidence.office.marks import Mark

_ON = frozenset({"1", "true", "on"})
_SHAPES = ("{*}drawing", "{*}sp", "{*}pic", "{*}graphicFrame", "{*}grpSp", "{*}wsp", "{*}cxnSp")
_TEXT = ("t", "textbox", "txbxContent", "blip", "imagedata")
_VML = ("shape", "rect", "roundrect", "oval", "group")
_MAY_HIDE = ("docPr", "cNvPr", "anchor", *_VML)
_UNSEEN_STYLE = re.compile(r"(?:visibility\s*:\s*hidden|display\s*:\s*none)", re.IGNORECASE)
_FAR = 30_000_000
"""EMU, 83 cm: no office prints on wider paper, so what begins there is off the page."""
_DIGITS = re.compile(r"-?\d{1,12}")


def marks(root: xml.Element) -> Iterator[Mark]:
    """The shapes with text or a picture that nobody sees."""
    for element in xml.elements(root, *_MAY_HIDE):
        shape = _hidden_shape(element)
        if shape is not None and next(xml.elements(shape, *_TEXT), None) is not None:
            yield Mark(shape, HiddenKind.TEXT)


def _hidden_shape(element: xml.Element) -> xml.Element | None:
    match xml.local_name(element.tag):
        case "docPr" | "cNvPr" if (xml.attribute(element, "hidden") or "").lower() in _ON:
            return _whole(next(element.iterancestors(*_SHAPES), None))
        case "anchor" if _is_off_the_page(element):
            return element.getparent()
        case name if name in _VML and _is_unseen(element):
            return element
    return None


def _whole(shape: xml.Element | None) -> xml.Element | None:
    """The shape, or the anchor that is empty without it."""
    parent = None if shape is None else shape.getparent()
    is_anchored = parent is not None and xml.local_name(parent.tag).endswith("Anchor")
    return parent if is_anchored else shape


def _is_unseen(shape: xml.Element) -> bool:
    """Whether VML hides a shape; the box of a comment is hidden until somebody points at it."""
    if not _UNSEEN_STYLE.search(xml.attribute(shape, "style") or ""):
        return False
    notes = (xml.attribute(each, "ObjectType") for each in xml.elements(shape, "ClientData"))
    return "Note" not in notes


def _is_off_the_page(anchor: xml.Element) -> bool:
    width = max((_number(each.get("cx")) for each in xml.elements(anchor, "extent")), default=0)
    offsets = [_number(each.text) for each in xml.elements(anchor, "posOffset")]
    return any(offset > _FAR or offset + width < -_FAR for offset in offsets)


def _number(text: str | None) -> int:
    return int(text) if text and _DIGITS.fullmatch(text) else 0
