"""How each of several wholes is shared out, as Vega-Lite: a bar of 100 per cent for each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import vl_convert

_BAR, _WIDTH, _LEFT = 24, 260, 40
_LIGHTEST = 0.15


class Share(NamedTuple):
    """A part of a whole: the first parts are drawn first, and lightest."""

    whole: str
    order: int
    percent: float


def share_chart(shares: Sequence[Share]) -> str:
    """An SVG, its colours left to the page's style sheet; parts are told by shade and order."""
    return vl_convert.vegalite_to_svg(_specification(shares))


def _specification(shares: Sequence[Share]) -> dict[str, Any]:
    wholes = list(dict.fromkeys(share.whole for share in shares))
    parts = max(share.order for share in shares)
    names = {"title": None, "labelFontSize": 14, "ticks": False, "domain": False}
    shade = {
        "field": "order",
        "type": "quantitative",
        "scale": {"domain": [1, parts], "range": [_LIGHTEST, 1]},
        "legend": None,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": _BAR * len(wholes),
        # Room that is not measured from fonts: the same bytes on every machine.
        "autosize": {"type": "none"},
        "padding": {"left": _LEFT, "right": 8, "top": 6, "bottom": 6},
        "background": None,
        "data": {"values": [share._asdict() for share in shares if share.percent > 0]},
        "mark": {"type": "bar", "height": 16},
        "encoding": {
            "y": {"field": "whole", "type": "ordinal", "sort": wholes, "axis": names},
            "x": {
                "field": "percent",
                "type": "quantitative",
                "scale": {"domain": [0, 100]},
                "axis": None,
            },
            "order": {"field": "order"},
            "opacity": shade,
        },
        "config": {"font": "Sarabun", "view": {"stroke": None}},
    }
