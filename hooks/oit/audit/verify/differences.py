"""Where two JSON documents differ: each place as a JSON Pointer, with both values."""

import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from oit.audit.verify.values import ABSENT

_LONGEST = 120
"""Characters of a value that are shown."""


class Difference(Struct, frozen=True):
    """A place and what stands there, as it is shown to people."""

    place: str
    """A JSON Pointer (RFC 6901): `/rounds/0/items/3/status`; `/` for the whole document."""
    expected: str
    found: str


def differences(expected: Any, found: Any, place: str = "") -> Iterator[Difference]:
    """Every value of `expected` that `found` does not have at its place, and entries too many.

    What `found` has besides the names of an object is left aside: version 1 gains fields.
    """
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, value in expected.items():
            step = f"{place}/{_escaped(name)}"
            if name in found:
                yield from differences(value, found[name], step)
            elif value is not None:
                yield Difference(step, shown(value), ABSENT)
    elif isinstance(expected, list) and isinstance(found, list):
        for number, (value, other) in enumerate(zip(expected, found, strict=False)):
            yield from differences(value, other, f"{place}/{number}")
        for number in range(len(found), len(expected)):
            yield Difference(f"{place}/{number}", shown(expected[number]), ABSENT)
        for number in range(len(expected), len(found)):
            yield Difference(f"{place}/{number}", ABSENT, shown(found[number]))
    elif expected != found or isinstance(expected, bool) is not isinstance(found, bool):
        yield Difference(place or "/", shown(expected), shown(found))


def shown(value: Any) -> str:
    """A value as JSON, shortened; a text without its quotes."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
