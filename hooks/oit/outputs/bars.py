"""Horizontal bars with their figures: for charts of a few things each."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from oit.outputs.chart import FONT_SIZE, Room, drawn, fitted

_BAR, _WIDTH, _RIGHT = 28, 190, 84
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
    room = Room(_WIDTH, _BAR * len(bars), left, _RIGHT)
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
