"""Charts of any data: a Vega-Lite 5 specification, drawn into an SVG without script.

Room is given in pixels, never measured from fonts, so that every machine draws the same bytes.
Colours are left to the page's style sheet. `round_charts.py` has the charts of a round.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import vl_convert

FONT_SIZE = 14
UNMEASURED_LABELS = {"labelOverlap": False, "labelBound": False}
"""Draws all labels of an axis; else Vega drops some by the widths of the fonts of the machine."""

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_CONFIG = {"font": "Sarabun", "view": {"stroke": None}}

# Pixels: the height of a row, the width of a full bar, and the room for the figure beside it.
# With the room for names at the left, each chart is about 335 wide, which fits a phone.
_BAR_ROW, _BAR_WIDTH, _BAR_TEXT = 28, 190, 84


class Room(NamedTuple):
    """The size of a chart, and the space kept free around it for names and figures, in pixels."""

    width: int
    height: int
    left: int
    right: int
    top: int = 6
    bottom: int = 6


class Bar(NamedTuple):
    """A bar: its name, its length, and the figure beside it."""

    name: str
    value: float
    text: str


def svg_chart(room: Room, values: Sequence[Mapping[str, Any]], grammar: Mapping[str, Any]) -> str:
    """An SVG of data values; `grammar` is the part of the specification that is the chart's own."""
    specification = {
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
    return vl_convert.vegalite_to_svg(specification)


def bar_chart(bars: Sequence[Bar], *, left: int) -> str:
    """An SVG with short names beside the bars; `left` is the room for them, in pixels.

    The longest bar is full.
    """
    names = {"title": None, "labelFontSize": FONT_SIZE, "ticks": False, "domain": False}
    names |= {**UNMEASURED_LABELS, "labelLimit": 0}
    grammar = {
        "encoding": {
            "y": {"field": "name", "type": "ordinal", "sort": None, "axis": names},
            "x": _lengths(bars),
        },
        "layer": [{"mark": {"type": "bar", "height": 18}}, _figures()],
    }
    room = Room(_BAR_WIDTH, _BAR_ROW * len(bars), left, _BAR_TEXT)
    return svg_chart(room, [bar._asdict() for bar in bars], grammar)


def _lengths(bars: Sequence[Bar]) -> dict[str, Any]:
    # A scale needs a length: without bars, or with bars of 0 alone, it is 1.
    full = max((bar.value for bar in bars), default=0) or 1
    scale = {"domain": [0, full]}
    return {"field": "value", "type": "quantitative", "scale": scale, "axis": None}


def _figures() -> dict[str, Any]:
    """The layer of figures, each at the end of its bar."""
    return {
        "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": FONT_SIZE},
        "encoding": {"text": {"field": "text", "type": "nominal"}},
    }
