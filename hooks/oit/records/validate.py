"""Raw values into models; each wrong value into a finding.

A document with one wrong field is still worth showing: wrong fields and entries are left out, each
with its finding, and the rest is validated again.
"""

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from oit.findings import FieldPath, Finding, Place
from oit.model.fields import in_ascii_digits
from oit.periods import Frequency
from oit.records.strict_yaml import Document

Model = TypeVar("Model", bound=BaseModel)

# Error types of Pydantic, and the rules that they break; any other is `wrong-type`.
_RULES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "union_tag_invalid": "kind-unknown",
    "union_tag_not_found": "kind-unknown",
    "literal_error": "choice-unknown",
    "string_too_short": "field-empty",
    "too_short": "field-empty",
}
_FIELD_RULES = {"frequency": "frequency-unknown", "item": "item-malformed"}
_TYPES_OF_EMPTY = frozenset({"string_type", "tuple_type", "enum", "string_pattern_mismatch"})
"""Error types that Pydantic gives for a field without a value."""
_LOOSE_ITEM = re.compile("[Oo]?0*([1-9][0-9]?)")
_RENAMED = {"on": "date"}
"""Keys of version 0.1 with their present names (`on` is a boolean to YAML 1.1: parsers lose it)."""


@dataclass(frozen=True, slots=True)
class Validated(Generic[Model]):
    """What could be read of a document, and what could not."""

    model: Model | None
    """`None` where not even the rest is valid."""
    findings: tuple[Finding, ...] = ()
    left_out: tuple[FieldPath, ...] = ()
    """Paths of the fields and entries that `model` was made without."""


def validate(
    schema: type[Model],
    document: Document,
    place: Place,
    fallbacks: Mapping[str, Any] | None = None,
) -> Validated[Model]:
    """A model of the document's values, or as much of one as is valid.

    `fallbacks` are values for required fields that could not be read, so that one wrong field
    does not hide the errors of the others.
    """
    try:
        return Validated(schema.model_validate(document.values))
    except ValidationError as error:
        details = error.errors(include_url=False)
    findings = tuple(_findings(details, schema, document, place))
    left_out = {_entry(_path(detail)) for detail in details}
    rest = {**(fallbacks or {}), **_without(document.values, left_out)}
    in_order = tuple(sorted(left_out, key=str))  # paths mix names and numbers: only as text
    try:
        return Validated(schema.model_validate(rest), findings, in_order)
    except ValidationError:
        return Validated(None, findings, in_order)


def _path(detail: ErrorDetails) -> FieldPath:
    """The path of an error in the document."""
    path = detail["loc"]
    # Pydantic adds the tag of the union: ("evidence", 2, "file", "published").
    if path[:1] == ("evidence",) and len(path) > 2:
        return (*path[:2], *path[3:])
    return path


def _entry(path: FieldPath) -> FieldPath:
    """The path of what is left out: the entry of a list, or the field."""
    return path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]


def _without(values: Mapping[str, Any], left_out: set[FieldPath]) -> dict[str, Any]:
    """A copy of the values without some fields and entries of lists."""
    rest: dict[str, Any] = copy.deepcopy(dict(values))
    for path in left_out:
        if len(path) == 1:
            rest.pop(str(path[0]), None)
    for name in {path[0] for path in left_out if len(path) > 1} & rest.keys():
        dropped = {path[1] for path in left_out if len(path) > 1 and path[0] == name}
        kept = enumerate(rest[str(name)])
        rest[str(name)] = [value for index, value in kept if index not in dropped]
    return rest


def _findings(
    details: list[ErrorDetails], schema: type[BaseModel], document: Document, place: Place
) -> Iterator[Finding]:
    """A finding for each error, and one for all keys of the document that have a new name."""
    renamed = _renamed(details)
    if renamed:
        path, text = next(iter(renamed.items()))
        params = {"found": path[-1], "expected": text, "count": len(renamed)}
        yield place.finding("field-renamed", document.line(path), path, **params)
    told = {*renamed, *(_present_path(path) for path in renamed)}
    for detail in details:
        if _path(detail) not in told:
            yield _finding(detail, schema, document, place)


def _renamed(details: list[ErrorDetails]) -> dict[FieldPath, str]:
    """The line to write, by the path of each old key in the place of the present one."""
    missing = {_path(detail) for detail in details if detail["type"] == "missing"}
    unknown = (detail for detail in details if detail["type"] == "extra_forbidden")
    return {
        path: f"{_present_path(path)[-1]}: {detail.get('input') or ''}".rstrip()
        for detail in unknown
        if (path := _path(detail))[-1] in _RENAMED and _present_path(path) in missing
    }


def _present_path(path: FieldPath) -> FieldPath:
    """The path of a renamed key by its present name."""
    return (*path[:-1], _RENAMED[str(path[-1])])


def _finding(
    detail: ErrorDetails, schema: type[BaseModel], document: Document, place: Place
) -> Finding:
    path = _path(detail)
    name = str(path[-1]) if path else ""
    found = detail.get("input")
    rule, params = detail["type"], dict(detail.get("ctx", {}))
    # Only the errors of `oit.model.fields` have their own rule in their context.
    if params.pop("rule", None) != rule:
        rule, params = _rule_of(detail, name), {"found": found}
    if rule == "field-unknown":
        known = [other for other in _known_names(schema, path) if other != name]
        params = {"found": name, "likely": _likely(name, known)}
    if rule in _LIKELY and isinstance(found, str):
        params["likely"] = _LIKELY[rule](found)
    if rule == "frequency-unknown":
        params["allowed"] = [frequency.value for frequency in Frequency]
    if rule == "choice-unknown":
        allowed = re.findall("'([^']*)'", str(detail.get("ctx", {}).get("expected")))
        params |= {"allowed": allowed, "likely": _likely(str(found), allowed)}
    if rule == "kind-unknown":
        params["found"] = found.get("kind") if isinstance(found, dict) else found
        path = (*path, "kind")
    if "found" in params:
        params["found"] = _as_written(params["found"])
    return place.finding(rule, document.line(path), path, **params)


def _as_written(found: object) -> str | None:
    """A wrong value as it stands in the file; nothing of a field with fields of its own."""
    if isinstance(found, list) and all(isinstance(entry, str) for entry in found):
        return f"[{', '.join(found)}]"
    return found if isinstance(found, str) else None


def _likely_item(found: str) -> str | None:
    """`O15` of ๑๕, o15 and O015."""
    match = _LOOSE_ITEM.fullmatch(in_ascii_digits(found))
    return f"O{match[1]}" if match else None


def _likely_figure(found: str) -> str | None:
    """A number in the digits that programs read; nothing where it had them."""
    western = in_ascii_digits(found)
    return western if western != found and western.isdecimal() else None


_LIKELY: Mapping[str, Callable[[str], str | None]] = {
    "item-malformed": _likely_item,
    "wrong-type": _likely_figure,
}
"""What was most likely meant by a value, by the rule that it breaks."""


def _rule_of(detail: ErrorDetails, name: str) -> str:
    found = detail.get("input")
    if found in (None, "") and detail["type"] in _TYPES_OF_EMPTY:
        return "field-empty"
    if detail["type"] in ("enum", "string_pattern_mismatch") and name in _FIELD_RULES:
        return _FIELD_RULES[name]
    return _RULES.get(detail["type"], "wrong-type")


def _known_names(schema: type[BaseModel], path: FieldPath) -> list[str]:
    """The field names that are possible where an unknown one was found."""
    models = [schema]
    for step in (step for step in path[:-1] if isinstance(step, str)):
        fields = (field for model in models for field in _fields_named(model, step))
        models = [inner for field in fields for inner in _models_in(field)]
    return sorted({name for model in models for name in field_names(model)})


def _fields_named(model: type[BaseModel], name: str) -> Iterator[Any]:
    """The type of a model's field, by its name in a document."""
    for own_name, field in model.model_fields.items():
        if name == (field.alias or own_name):
            yield field.annotation


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's type holds, whatever is around them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def field_names(model: type[BaseModel]) -> list[str]:
    """The names of a model's fields as they are written in a document."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _likely(name: str, known: list[str]) -> str | None:
    # 0.6 is the default of `difflib`: a suggestion for `publishd`, none for an unrelated word.
    return next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), None)
