"""How a whole is shared out: one bar of all its parts, each darker than the one before it."""

from collections.abc import Sequence

from oit.outputs.chart import Room, drawn

_WIDTH, _HEIGHT = 330, 20
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
        "mark": {"type": "bar", "height": _HEIGHT - 4},
        "encoding": {
            "x": {"field": "count", "type": "quantitative", "stack": "normalize", "axis": None},
            "order": {"field": "order"},
            "fillOpacity": shade,
        },
    }
    return drawn(Room(_WIDTH, _HEIGHT, 2, 2, 0, 0), values, grammar)
