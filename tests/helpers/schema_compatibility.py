"""What of a JSON Schema a program that was written for an older one would stumble over."""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]


def breaks(old: Schema, new: Schema) -> list[str]:
    """Every place where what used to hold no longer does, sorted.

    A document may gain optional fields, and a table columns at its end; nothing may go, become
    another type, be null where it never was, or take a value that nobody knew.
    """
    return sorted(set(_breaks(old, new, old, new, "")))


def _breaks(old: Schema, new: Schema, was: Schema, becomes: Schema, at: str) -> Iterator[str]:
    old, new = _resolved(old, was), _resolved(new, becomes)
    if unknown := _types(new, becomes) - _types(old, was):
        yield f"{at or 'document'}: may now be {', '.join(sorted(unknown))}"
    yield from _objects(old, new, was, becomes, at)
    if "items" in old:
        yield from _breaks(old["items"], new.get("items", {}), was, becomes, f"{at}[]")
    for before in old.get("anyOf", ()):
        for after in new.get("anyOf", ()):
            if _same_shape(before, after):
                yield from _breaks(before, after, was, becomes, at)


def _objects(old: Schema, new: Schema, was: Schema, becomes: Schema, at: str) -> Iterator[str]:
    fields, present = old.get("properties", {}), new.get("properties", {})
    for name in fields:
        if name not in present:
            yield f"{at}.{name}: is gone"
        else:
            yield from _breaks(fields[name], present[name], was, becomes, f"{at}.{name}")
    for name in set(old.get("required", ())) - set(new.get("required", ())):
        yield f"{at}.{name}: may now be missing"
    if list(present)[: len(fields)] != list(fields) and set(fields) <= set(present):
        yield f"{at or 'document'}: fields changed their order"


def _resolved(schema: Schema, root: Schema) -> Schema:
    """The schema behind a reference into its own document."""
    while "$ref" in schema:
        target: Any = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        schema = target
    return schema


def _types(schema: Schema, root: Schema) -> set[str]:
    """What a value may be: types, and the values of a closed list."""
    schema = _resolved(schema, root)
    if "anyOf" in schema:
        return set().union(*(_types(choice, root) for choice in schema["anyOf"]))
    if "enum" in schema:
        return {f"“{choice}”" for choice in schema["enum"]}
    if "const" in schema:
        return {f"“{schema['const']}”"}
    return {str(schema["type"])} if "type" in schema else set()


def _same_shape(one: Schema, other: Schema) -> bool:
    """Whether two alternatives are the same list or object, before and after."""
    if "$ref" in one:
        return bool(one["$ref"] == other.get("$ref"))
    return one.get("type") in ("array", "object") and one.get("type") == other.get("type")
