"""What all charts have in common: a Vega-Lite specification, drawn into an SVG without script.

Room is given in numbers, never measured from fonts, so that every machine draws the same bytes.
Colours are left to the page's style sheet.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import vl_convert

from oit.assessment.result import RoundAssessment
from oit.periods import Frequency, fiscal_periods
from oit.reporting.statistics import Statistic
from oit.reporting.trend import Step
from oit.wording.terms import thai_month, thai_short_period

FONT_SIZE = 14

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

_CONFIG = {"font": "Sarabun", "view": {"stroke": None}}

_TAKES_NO_ROOM = frozenset({"Mn", "Me", "Cf"})


class Room(NamedTuple):
    """The size of a chart, and what is kept free around it for names and figures."""

    width: int
    height: int
    left: int
    right: int
    top: int = 6
    bottom: int = 6


def drawn(room: Room, values: Sequence[Mapping[str, Any]], grammar: Mapping[str, Any]) -> str:
    """An SVG of some values; `grammar` is what is particular to the chart."""
    specification = {
        "$schema": _SCHEMA,
        "width": room.width,
        "height": room.height,
        "autosize": {"type": "none"},
        "padding": {side: getattr(room, side) for side in ("left", "right", "top", "bottom")},
        "background": None,
        "data": {"values": list(values)},
        **grammar,
        "config": {**_CONFIG, **grammar.get("config", {})},
    }
    return vl_convert.vegalite_to_svg(specification)


def fitted(name: str, columns: int) -> str:
    """A name, cut where it would take more columns; Thai vowels above and below take none."""
    taken = 0
    for index, character in enumerate(name):
        taken += unicodedata.category(character) not in _TAKES_NO_ROOM
        if taken > columns:
            return f"{name[:index].rstrip()}…"
    return name


_BAR, _BAR_WIDTH, _RIGHT = 28, 190, 84

_ROW, _WIDE, _COLUMNS = 44, 274, 43

_UNMEASURED = {"labelOverlap": False, "labelBound": False, "labelLimit": 0}


class Bar(NamedTuple):
    """A bar: what it stands for, how long it is, and the figure beside it."""

    name: str
    value: float
    text: str


def bar_chart(bars: Sequence[Bar], *, left: int, most: float | None = None) -> str:
    """An SVG with short names beside the bars; `left` is the room for them.

    `most` is the value of a full bar; without it the longest is full.
    """
    names = {"title": None, "labelFontSize": FONT_SIZE, "ticks": False, "domain": False}
    names |= _UNMEASURED
    grammar = {
        "encoding": {
            "y": {"field": "name", "type": "ordinal", "sort": None, "axis": names},
            "x": _lengths(bars, most),
        },
        "layer": [{"mark": {"type": "bar", "height": 18}}, _figures()],
    }
    room = Room(_BAR_WIDTH, _BAR * len(bars), left, _RIGHT)
    return drawn(room, [bar._asdict() for bar in bars], grammar)


def named_bar_chart(bars: Sequence[Bar], *, most: float | None = None) -> str:
    """An SVG with each name above its bar: for names of several words, on a phone too."""
    above = {"type": "text", "align": "left", "dy": -11, "fontSize": FONT_SIZE}
    grammar = {
        "encoding": {"y": {"field": "row", "type": "ordinal", "axis": None}},
        "layer": [
            _at_its_length({"mark": {"type": "bar", "height": 14, "yOffset": 9}}, bars, most),
            _at_its_length(_figures(dy=9), bars, most),
            {
                "mark": above,
                "encoding": {"x": {"value": 0}, "text": {"field": "name", "type": "nominal"}},
            },
        ],
    }
    return drawn(Room(_WIDE, _ROW * len(bars), 2, 58, 0, 0), list(_rows(bars)), grammar)


def _rows(bars: Sequence[Bar]) -> Iterator[dict[str, Any]]:
    """The bars by number, so that two of one name stay two."""
    for row, bar in enumerate(bars):
        yield {**bar._asdict(), "row": row, "name": fitted(bar.name, _COLUMNS)}


def _at_its_length(
    layer: dict[str, Any], bars: Sequence[Bar], most: float | None
) -> dict[str, Any]:
    return {**layer, "encoding": {**layer.get("encoding", {}), "x": _lengths(bars, most)}}


def _lengths(bars: Sequence[Bar], most: float | None) -> dict[str, Any]:
    top = most or max((bar.value for bar in bars), default=0) or 1
    scale = {"domain": [0, top]}
    return {"field": "value", "type": "quantitative", "scale": scale, "axis": None}


def _figures(dy: int = 0) -> dict[str, Any]:
    return {
        "mark": {"type": "text", "align": "left", "dx": 6, "dy": dy, "fontSize": FONT_SIZE},
        "encoding": {"text": {"field": "text", "type": "nominal"}},
    }


_SHARE_WIDTH, _SHARE_HEIGHT = 330, 20

_LIGHTEST = 0.1


def share_chart(counts: Sequence[int]) -> str:
    """An SVG of the parts in their order; a part of nothing is not drawn.

    Shade and order tell the parts apart, and the words beside it say what they are: the first is
    the lightest and the last is the darkest, however many there are.
    """
    steps = max(len(counts) - 1, 1)
    values = [
        {"order": order, "count": count, "shade": _LIGHTEST + (1 - _LIGHTEST) * order / steps}
        for order, count in enumerate(counts)
        if count > 0
    ]
    shade = {"field": "shade", "type": "quantitative", "scale": None}
    grammar = {
        "mark": {"type": "bar", "height": _SHARE_HEIGHT - 4},
        "encoding": {
            "x": {"field": "count", "type": "quantitative", "stack": "normalize", "axis": None},
            "order": {"field": "order"},
            "fillOpacity": shade,
        },
    }
    return drawn(Room(_SHARE_WIDTH, _SHARE_HEIGHT, 2, 2, 0, 0), values, grammar)


_ROOM = Room(width=420, height=180, left=30, right=22, top=10, bottom=28)


def trend_chart(round_: RoundAssessment, steps: tuple[Step, ...]) -> str:
    """An SVG for the page."""
    opens = round_.policy.opens
    last = Step(round_.as_of, steps[-1].full_count)
    values = [{"day": (one.day - opens).days, "count": one.full_count} for one in (*steps, last)]
    return drawn(_ROOM, values, _grammar(round_))


def _grammar(round_: RoundAssessment) -> dict[str, Any]:
    policy = round_.policy
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


_NAMES = 66
"""Room for the names of periods."""


def statistic_chart(statistic: Statistic) -> str:
    """An SVG for the page."""
    totals = ((period, statistic.total(period)) for period in statistic.periods)
    bars = [
        Bar(thai_short_period(period), float(total), figure_text(total)) for period, total in totals
    ]
    return bar_chart(bars, left=_NAMES)


def figure_text(value: Decimal) -> str:
    """1,234.50 as people read it; whole numbers without decimals."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
