"""Ten typical damages to the documents of a tiny site, each with what is changed in which."""

from collections.abc import Callable, Mapping
from typing import Any

INDEX = "api/v1/index.json"
POLICY = "api/v1/2568/policy.json"
EVENTS = "api/v1/2568/events.json"


def _item(index: Any) -> Any:
    return index["rounds"][0]["items"][0]


def _cell(index: Any) -> Any:
    return _item(index)["requirements"][0]["cells"][0]


def _published(events: Any) -> Any:
    return next(each for each in events["events"] if each["event"] == "published")


TYPICAL: Mapping[str, tuple[str, Callable[[Any], object]]] = {
    "a state": (INDEX, lambda index: _cell(index).update(state="missing")),
    "days late": (INDEX, lambda index: _cell(index).update(state="late", days_late=3)),
    "a deadline": (INDEX, lambda index: _cell(index).update(due_on="2025-12-31")),
    "a status": (INDEX, lambda index: _item(index).update(status="stale")),
    "the status of a part": (INDEX, lambda index: _item(index)["parts"][0].update(status="due")),
    "a count": (INDEX, lambda index: _item(index).update(owed_count=0)),
    "a total": (INDEX, lambda index: index["rounds"][0]["score"].update(total="99.00")),
    "the days of the rules": (
        POLICY,
        lambda policy: policy["rules"].update(days_after_period=30),
    ),
    "an event taken out": (EVENTS, lambda events: events["events"].remove(_published(events))),
    "the day of an event": (EVENTS, lambda events: _published(events).update(due_on=None)),
}
"""By name, a document and its change."""
