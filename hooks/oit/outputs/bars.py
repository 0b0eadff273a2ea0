"""Horizontal bars with their figures, as Vega-Lite: for charts of a few things each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import vl_convert

_BAR, _WIDTH, _RIGHT = 28, 190, 84


class Bar(NamedTuple):
    """A bar: what it stands for, how long it is, and the figure beside it."""

    name: str
    value: float
    text: str


def bar_chart(bars: Sequence[Bar], *, left: int, most: float | None = None) -> str:
    """An SVG, its colours left to the page's style sheet; `left` is the room for the names.

    Room is given in numbers, never measured from fonts: the same bytes on every machine. `most` is
    the value of a full bar; without it the longest is full.
    """
    top = most or max((bar.value for bar in bars), default=0) or 1
    return vl_convert.vegalite_to_svg(_specification(bars, left, top))


def _specification(bars: Sequence[Bar], left: int, top: float) -> dict[str, Any]:
    unmeasured = {"labelOverlap": False, "labelBound": False, "labelLimit": 0}
    names = {"title": None, "labelFontSize": 14, "ticks": False, "domain": False, **unmeasured}
    x = {"field": "value", "type": "quantitative", "scale": {"domain": [0, top]}, "axis": None}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": _BAR * len(bars),
        "autosize": {"type": "none"},
        "padding": {"left": left, "right": _RIGHT, "top": 6, "bottom": 6},
        "background": None,
        "data": {"values": [bar._asdict() for bar in bars]},
        "encoding": {
            "y": {"field": "name", "type": "ordinal", "sort": None, "axis": names},
            "x": x,
        },
        "layer": [
            {"mark": {"type": "bar", "height": 18}},
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 14},
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
        "config": {"font": "Sarabun", "view": {"stroke": None}},
    }
