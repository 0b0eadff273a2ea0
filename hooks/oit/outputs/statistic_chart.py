"""Statistics as a picture: a bar a period, with its figure."""

from decimal import Decimal
from typing import Any

import vl_convert

from oit.figures import Statistic
from oit.terms import thai_short_period

_BAR, _WIDTH = 28, 190
_LEFT, _RIGHT = 66, 84
_FONT = "Sarabun"


def statistic_chart(statistic: Statistic) -> str:
    """An SVG for the page, its colours left to the page's style sheet."""
    return vl_convert.vegalite_to_svg(_specification(statistic))


def figure_text(value: Decimal) -> str:
    """1,234.50 as people read it; whole numbers without decimals."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def _specification(statistic: Statistic) -> dict[str, Any]:
    totals = [(period, statistic.total(period)) for period in statistic.periods]
    most = max((float(total) for _, total in totals), default=0.0)
    values = [
        {"name": thai_short_period(period), "value": float(total), "text": figure_text(total)}
        for period, total in totals
    ]
    y = {"field": "name", "type": "ordinal", "sort": None, "axis": _names()}
    x = {"field": "value", "type": "quantitative", "scale": {"domain": [0, most or 1]}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": _BAR * len(values),
        # Room that is not measured from fonts: the same bytes on every machine.
        "autosize": {"type": "none"},
        "padding": {"left": _LEFT, "right": _RIGHT, "top": 6, "bottom": 6},
        "background": None,
        "data": {"values": values},
        "encoding": {"y": y, "x": {**x, "axis": None}},
        "layer": [
            {"mark": {"type": "bar", "height": 18}},
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 14},
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
        "config": {"font": _FONT, "view": {"stroke": None}},
    }


def _names() -> dict[str, Any]:
    unmeasured = {"labelOverlap": False, "labelBound": False, "labelLimit": 0}
    return {"title": None, "labelFontSize": 14, "ticks": False, "domain": False, **unmeasured}
