"""Charts of any data: a Vega-Lite 5 specification, drawn into an SVG without script.

Room is given in pixels, never measured from fonts, so that every machine draws the same bytes.
Colours are left to the page's style sheet. `round_charts.py` has the charts of a round.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from oit.memory import Memory, content_of

FONT_SIZE = 14
UNMEASURED_LABELS = {"labelOverlap": False, "labelBound": False}
"""Draws all labels of an axis; else Vega drops some by the widths of the fonts of the machine."""

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_CONFIG = {"font": "Sarabun", "view": {"stroke": None}}


class Room(NamedTuple):
    """The size of a chart, and the space kept free around it for names and figures, in pixels."""

    width: int
    height: int
    left: int
    right: int
    top: int = 6
    bottom: int = 6


def svg_chart(
    room: Room, values: Sequence[Mapping[str, Any]], grammar: Mapping[str, Any], memory: Memory
) -> str:
    """An SVG of data values; `grammar` is the part of the specification that is the chart's own.

    It follows from the specification alone, and to draw it a whole engine of JavaScript starts.
    """
    specification = _specification(room, values, grammar)
    svg = memory.recall("chart", content_of(specification), lambda: _drawn(specification))
    return svg.decode()


def _drawn(specification: dict[str, Any]) -> bytes:
    import vl_convert  # heavy, and most builds remember their charts

    return vl_convert.vegalite_to_svg(specification).encode()


def _specification(
    room: Room, values: Sequence[Mapping[str, Any]], grammar: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "$schema": _SCHEMA,
        "width": room.width,
        "height": room.height,
        # Without this Vega measures labels to find the room that they need.
        "autosize": {"type": "none"},
        "padding": {
            "left": room.left,
            "right": room.right,
            "top": room.top,
            "bottom": room.bottom,
        },
        "background": None,
        "data": {"values": list(values)},
        **grammar,
        "config": {**_CONFIG, **grammar.get("config", {})},
    }
