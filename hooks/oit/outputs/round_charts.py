"""The chart of a round: how many of its items were in order, day by day."""

from typing import Any

from oit.assessment.result import RoundAssessment
from oit.catalog import Language
from oit.catalog.dates import month_words
from oit.memory import Memory
from oit.outputs.charts import FONT_SIZE, UNMEASURED_LABELS, Room, svg_chart
from oit.periods import Frequency, fiscal_periods
from oit.reporting.trend import Step

_TREND_ROOM = Room(width=420, height=180, left=30, right=22, top=10, bottom=28)
_COUNT_STEP = 5
"""Items between two labels of the trend."""


def trend_chart(
    round_: RoundAssessment, steps: tuple[Step, ...], language: Language, memory: Memory
) -> str:
    """An SVG of how many items were in order, from the opening to the assessed date."""
    opens = round_.policy.opens
    last = Step(round_.as_of, steps[-1].full_count)
    values = [{"day": (step.day - opens).days, "count": step.full_count} for step in (*steps, last)]
    return svg_chart(_TREND_ROOM, values, _trend_grammar(round_, language), memory)


def _trend_grammar(round_: RoundAssessment, language: Language) -> dict[str, Any]:
    policy = round_.policy
    item_count = len(round_.items)
    return {
        "mark": {"type": "area", "interpolate": "step-after", "line": True, "opacity": 0.25},
        "encoding": {
            # Days since the opening, not dates: Vega shows dates in the machine's time zone.
            "x": {
                "field": "day",
                "type": "quantitative",
                "scale": {"domain": [0, (policy.closes - policy.opens).days], "nice": False},
                "axis": _month_axis(round_, language),
            },
            "y": {
                "field": "count",
                "type": "quantitative",
                "scale": {"domain": [0, item_count], "nice": False},
                "axis": {"title": None, "values": _count_labels(item_count)},
            },
        },
        "config": {"axis": {"labelFontSize": FONT_SIZE, **UNMEASURED_LABELS}},
    }


def _month_axis(round_: RoundAssessment, language: Language) -> dict[str, Any]:
    """An axis with a label where each month of the round begins."""
    opens, closes, fiscal_year = round_.policy.opens, round_.policy.closes, round_.fiscal_year
    # A round may close after its fiscal year has ended.
    starts = [
        period.start
        for year in (fiscal_year, fiscal_year + 1)
        for period in fiscal_periods(year, Frequency.MONTHLY)
        if opens <= period.start <= closes
    ]
    labels = {(start - opens).days: month_words(start, language) for start in starts}
    choices = " : ".join(f"datum.value == {day} ? '{name}'" for day, name in labels.items())
    expression = f"{choices} : ''" if labels else "''"
    return {"title": None, "values": list(labels), "labelExpr": expression, "grid": False}


def _count_labels(item_count: int) -> list[int]:
    """Every fifth number and the number of items; none so near to it that they would touch."""
    return [*range(0, item_count - 2, _COUNT_STEP), item_count]
