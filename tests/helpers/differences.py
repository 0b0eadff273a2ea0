"""What makes two values unequal, place by place, instead of the whole of both."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

_LONG = 300
"""Letters: values that are written with fewer are shown by pytest as they are."""
_SHOWN = 160
_MOST_LINES = 25
_NOTHING = object()


def explained(left: object, right: object) -> list[str] | None:
    """Lines for the message of a failed `==`; `None` where pytest says it well itself."""
    if not _has_parts(left) or max(len(repr(left)), len(repr(right))) < _LONG:
        return None
    found = sorted(differences(left, right), key=_depth)
    more = [f"and {len(found) - _MOST_LINES} more"] if len(found) > _MOST_LINES else []
    return [f"{_cut(left, 60)} == {_cut(right, 60)}", *found[:_MOST_LINES], *more]


def differences(left: object, right: object, place: str = "") -> Iterator[str]:
    """A line for each place in which they differ; `place` is where they stand."""
    ours, theirs = _parts(left), _parts(right)
    if left == right:
        return
    if ours is None or theirs is None:
        yield f"{place or 'value'}: {_cut(left)} != {_cut(right)}"
        return
    for name in dict.fromkeys((*ours, *theirs)):
        at, one, other = f"{place}{name}", ours.get(name, _NOTHING), theirs.get(name, _NOTHING)
        if other is _NOTHING:
            yield f"{at}: only on the left: {_cut(one)}"
        elif one is _NOTHING:
            yield f"{at}: only on the right: {_cut(other)}"
        else:
            yield from differences(one, other, at)


def _depth(line: str) -> int:
    """How far within the value a line's place is: what is said of the whole comes first."""
    place = line.partition(": ")[0]
    return place.count(".") + place.count("[")


def _has_parts(value: object) -> bool:
    return _parts(value) is not None


def _parts(value: Any) -> dict[str, object] | None:
    """What a value consists of, by name; lines of a text of several; `None` of what is one."""
    if isinstance(value, Struct):
        return {f".{name}": getattr(value, name) for name in value.__struct_fields__}
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f".{field.name}": getattr(value, field.name) for field in fields(value) if field.compare
        }
    if isinstance(value, BaseModel):
        return {f".{name}": part for name, part in value}
    if isinstance(value, Mapping):
        return {f"[{key!r}]": part for key, part in value.items()}
    if isinstance(value, bytes):
        value = value.decode("utf-8", "backslashreplace")
    if isinstance(value, str):
        lines = value.splitlines(keepends=True)
        return {f" line {at}": line for at, line in enumerate(lines, 1)} if lines[1:] else None
    if isinstance(value, list | tuple):
        return {f"[{at}]": part for at, part in enumerate(value)}
    return None


def _cut(value: object, most: int = _SHOWN) -> str:
    text = repr(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"
