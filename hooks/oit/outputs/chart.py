"""What all charts have in common: a Vega-Lite specification, drawn into an SVG without script.

Room is given in numbers, never measured from fonts, so that every machine draws the same bytes.
Colours are left to the page's style sheet.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import vl_convert

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
