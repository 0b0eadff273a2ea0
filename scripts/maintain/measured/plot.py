"""A picture of how times grow with the records."""

from collections.abc import Mapping
from typing import Any

from maintain.measured.report import Report

_SHOWN = (
    "check, cold",
    "check, warm",
    "check --staged",
    "build, cold",
    "build, warm",
    "build, a record changed",
    "plain build",
)


def as_picture(report: Mapping[str, Report]) -> str:
    """An SVG: seconds by records, both as logarithms, so that straight lines grow alike."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(_specification(report)))


def _specification(report: Mapping[str, Report]) -> dict[str, Any]:
    logarithmic = {"type": "quantitative", "scale": {"type": "log"}}
    sizes = {"title": "records", "axis": {"values": [int(size) for size in report]}}
    named = {"type": "nominal", "title": None, "sort": list(_SHOWN)}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "width": 560,
        "height": 360,
        "data": {"values": [point for size in report for point in _points(size, report[size])]},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "records", **sizes, **logarithmic},
            "y": {"field": "seconds", "title": "seconds of computing, median", **logarithmic},
            "color": {"field": "what", **named},
        },
    }


def _points(size: str, measured: Report) -> list[dict[str, object]]:
    times = measured.get("times", {})
    return [
        {"records": int(size), "what": name, "seconds": times[name]["median"]["cpu"]}
        for name in _SHOWN
        if name in times
    ]
