"""Charts of any data: a Vega-Lite 5 specification, drawn into an SVG without script.

Room is given in pixels, never measured from fonts, so that every machine draws the same bytes.
Colours are left to the page's style sheet. `round_charts.py` has the charts of a round.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import vl_convert

FONT_SIZE = 14
UNMEASURED_LABELS = {"labelOverlap": False, "labelBound": False}
"""Draws all labels of an axis; else Vega drops some by the widths of the fonts of the machine."""

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_CONFIG = {"font": "Sarabun", "view": {"stroke": None}}
ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Unicode categories that take no column: Thai vowels and tones above and below, format marks."""

# Pixels: the height of a row, the width of a full bar, and the room for the figure beside it.
# With the room for names at the left, each chart is about 335 wide, which fits a phone.
_BAR_ROW, _BAR_WIDTH, _BAR_TEXT = 28, 190, 84
_NAMED_ROW, _NAMED_WIDTH, _NAMED_TEXT = 44, 274, 58
_NAMED_COLUMNS = 43
"""Characters of a name that fit above a bar."""
_SHARES_WIDTH, _SHARES_HEIGHT = 330, 20
_LIGHTEST = 0.1
"""The opacity of the first share; 0 would be invisible."""


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


def bar_chart(bars: Sequence[Bar], *, left: int, most: float | None = None) -> str:
    """An SVG with short names beside the bars; `left` is the room for them, in pixels.

    `most` is the value of a full bar; without it the longest is full.
    """
    names = {"title": None, "labelFontSize": FONT_SIZE, "ticks": False, "domain": False}
    names |= {**UNMEASURED_LABELS, "labelLimit": 0}
    grammar = {
        "encoding": {
            "y": {"field": "name", "type": "ordinal", "sort": None, "axis": names},
            "x": _lengths(bars, most),
        },
        "layer": [{"mark": {"type": "bar", "height": 18}}, _figures()],
    }
    room = Room(_BAR_WIDTH, _BAR_ROW * len(bars), left, _BAR_TEXT)
    return svg_chart(room, [bar._asdict() for bar in bars], grammar)


def named_bar_chart(bars: Sequence[Bar], *, most: float | None = None) -> str:
    """An SVG with each name above its bar: for names of several words, on a phone too."""
    # Offsets from the middle of a row: the name above it, the bar and its figure below it.
    name_above = {"type": "text", "align": "left", "dy": -11, "fontSize": FONT_SIZE}
    grammar = {
        "encoding": {"y": {"field": "row", "type": "ordinal", "axis": None}},
        "layer": [
            _with_length({"mark": {"type": "bar", "height": 14, "yOffset": 9}}, bars, most),
            _with_length(_figures(dy=9), bars, most),
            {
                "mark": name_above,
                "encoding": {"x": {"value": 0}, "text": {"field": "name", "type": "nominal"}},
            },
        ],
    }
    room = Room(_NAMED_WIDTH, _NAMED_ROW * len(bars), 2, _NAMED_TEXT, 0, 0)
    return svg_chart(room, list(_rows(bars)), grammar)


def fitted(name: str, columns: int) -> str:
    """A name of at most so many columns, else cut there and ended with `…`."""
    used = 0
    for index, character in enumerate(name):
        used += unicodedata.category(character) not in ZERO_WIDTH
        if used > columns:
            return f"{name[:index].rstrip()}…"
    return name


def share_chart(counts: Sequence[int]) -> str:
    """An SVG of one bar, divided by the counts in their order; a count of 0 is not drawn.

    The first share is the lightest and the last the darkest, however many there are; the words
    beside the chart say what they are.
    """
    steps = max(len(counts) - 1, 1)
    values = [
        {"order": order, "count": count, "shade": _LIGHTEST + (1 - _LIGHTEST) * order / steps}
        for order, count in enumerate(counts)
        if count > 0
    ]
    grammar = {
        "mark": {"type": "bar", "height": _SHARES_HEIGHT - 4},
        "encoding": {
            "x": {"field": "count", "type": "quantitative", "stack": "normalize", "axis": None},
            "order": {"field": "order"},
            "fillOpacity": {"field": "shade", "type": "quantitative", "scale": None},
        },
    }
    return svg_chart(Room(_SHARES_WIDTH, _SHARES_HEIGHT, 2, 2, 0, 0), values, grammar)


def _rows(bars: Sequence[Bar]) -> Iterator[dict[str, Any]]:
    """The bars by number, so that two bars of one name stay two."""
    for row, bar in enumerate(bars):
        yield {**bar._asdict(), "row": row, "name": fitted(bar.name, _NAMED_COLUMNS)}


def _with_length(layer: dict[str, Any], bars: Sequence[Bar], most: float | None) -> dict[str, Any]:
    return {**layer, "encoding": {**layer.get("encoding", {}), "x": _lengths(bars, most)}}


def _lengths(bars: Sequence[Bar], most: float | None) -> dict[str, Any]:
    # A scale needs a length: without bars, or with bars of 0 alone, it is 1.
    full = most or max((bar.value for bar in bars), default=0) or 1
    scale = {"domain": [0, full]}
    return {"field": "value", "type": "quantitative", "scale": scale, "axis": None}


def _figures(dy: int = 0) -> dict[str, Any]:
    """The layer of figures, each at the end of its bar."""
    return {
        "mark": {"type": "text", "align": "left", "dx": 6, "dy": dy, "fontSize": FONT_SIZE},
        "encoding": {"text": {"field": "text", "type": "nominal"}},
    }
