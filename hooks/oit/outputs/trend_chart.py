"""How many items were in order on each day of a round, as a picture.

A chart is a Vega-Lite specification, drawn at build time into an SVG without script or style sheet.
Days are counted from the opening of the round, so that no time zone has a say in it.
"""

from datetime import date
from typing import Any

import vl_convert

from oit.assessment import RoundAssessment
from oit.periods import Frequency, fiscal_periods
from oit.terms import thai_month
from oit.trend import Step

_WIDTH, _HEIGHT = 420, 180
_FONT_SIZE = 14


def trend_chart(round_: RoundAssessment, steps: tuple[Step, ...]) -> str:
    """An SVG for the page, its colours left to the page's style sheet."""
    return vl_convert.vegalite_to_svg(_specification(round_, steps))


def _specification(round_: RoundAssessment, steps: tuple[Step, ...]) -> dict[str, Any]:
    policy = round_.round.policy
    last = Step(round_.as_of, steps[-1].full_count)
    values = [
        {"day": (step.day - policy.opens).days, "count": step.full_count} for step in (*steps, last)
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": _HEIGHT,
        # Room that is not measured from fonts: the same bytes on every machine.
        "autosize": {"type": "none"},
        "padding": {"left": 30, "right": 22, "top": 10, "bottom": 28},
        "background": None,
        "data": {"values": values},
        "mark": {"type": "area", "interpolate": "step-after", "line": True, "opacity": 0.25},
        "encoding": {
            "x": {
                "field": "day",
                "type": "quantitative",
                "scale": {"domain": [0, (policy.closes - policy.opens).days], "nice": False},
                "axis": _months(policy.opens, policy.closes, round_.fiscal_year),
            },
            "y": {
                "field": "count",
                "type": "quantitative",
                "scale": {"domain": [0, len(round_.items)], "nice": False},
                "axis": {"title": None, "values": _counts(len(round_.items))},
            },
        },
        "config": {
            "font": "Sarabun",
            "view": {"stroke": None},
            "axis": {"labelFontSize": _FONT_SIZE, "labelOverlap": False, "labelBound": False},
        },
    }


def _months(opens: date, closes: date, fiscal_year: int) -> dict[str, Any]:
    """An axis with a label where each month begins."""
    starts = [
        period.start
        for year in (fiscal_year, fiscal_year + 1)
        for period in fiscal_periods(year, Frequency.MONTHLY)
        if opens <= period.start <= closes
    ]
    labels = {(start - opens).days: thai_month(start) for start in starts}
    words = " : ".join(f"datum.value == {day} ? '{name}'" for day, name in labels.items())
    expression = f"{words} : ''" if labels else "''"
    return {"title": None, "values": list(labels), "labelExpr": expression, "grid": False}


def _counts(item_count: int) -> list[int]:
    """Some round numbers, and all of the items."""
    return [*range(0, item_count - 2, 5), item_count]
