"""How many items were in order on each day of a round, as a picture.

Days are counted from the opening of the round, so that no time zone has a say in it.
"""

from datetime import date
from typing import Any

from oit.assessment.result import RoundAssessment
from oit.outputs.chart import FONT_SIZE, Room, drawn
from oit.periods import Frequency, fiscal_periods
from oit.terms import thai_month
from oit.trend import Step

_ROOM = Room(width=420, height=180, left=30, right=22, top=10, bottom=28)


def trend_chart(round_: RoundAssessment, steps: tuple[Step, ...]) -> str:
    """An SVG for the page."""
    opens = round_.round.policy.opens
    last = Step(round_.as_of, steps[-1].full_count)
    values = [{"day": (one.day - opens).days, "count": one.full_count} for one in (*steps, last)]
    return drawn(_ROOM, values, _grammar(round_))


def _grammar(round_: RoundAssessment) -> dict[str, Any]:
    policy = round_.round.policy
    return {
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
            "axis": {"labelFontSize": FONT_SIZE, "labelOverlap": False, "labelBound": False}
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
