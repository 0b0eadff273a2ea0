"""Raw values into models; each wrong value into a finding.

A document with one wrong field is still worth showing: wrong fields and entries are left out, each
with its finding, and the rest is validated again.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, get_args

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from oit.findings import Correction, FieldPath, Finding, Place
from oit.periods import Frequency
from oit.records.likely_values import (
    correction_of_choice,
    correction_of_name,
    correction_of_value,
)
from oit.records.named_values import NOTHING_NAMED, KnownNames
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
_RENAMED = {"on": "date"}
"""Keys of version 0.1 with their present names (`on` is a boolean to YAML 1.1: parsers lose it)."""


class Validated(Struct, Generic[Model], frozen=True):
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
    names: KnownNames = NOTHING_NAMED,
) -> Validated[Model]:
    """A model of the document's values, or as much of one as is valid.

    `fallbacks` are values for required fields that could not be read, so that one wrong field
    does not hide the errors of the others.
    """
    try:
        return Validated(schema.model_validate(document.values))
    except ValidationError as error:
        details = error.errors(include_url=False)
    findings = tuple(map(names.told, _findings(details, schema, document, place)))
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
    details = [_of_misspelt_kind(detail, schema) for detail in details]
    renamed = _renamed(details)
    if renamed:
        path, text = next(iter(renamed.items()))
        params = {"found": path[-1], "expected": text, "count": len(renamed)}
        yield place.finding("field-renamed", document.line(path), path, **params)
    told = {*renamed, *(_present_path(path) for path in renamed)}
    for detail in details:
        if _path(detail) not in told:
            yield _finding(detail, schema, document, place)


def _of_misspelt_kind(detail: ErrorDetails, schema: type[BaseModel]) -> ErrorDetails:
    """The error of an unknown field, where an entry lacks its kind because that is misspelt."""
    entry, path = detail.get("input"), _path(detail)
    if detail["type"] != "union_tag_not_found" or not isinstance(entry, dict):
        return detail
    for name, value in entry.items():
        fields = _known_fields(schema, (*path, name))
        meant = None if name in fields else correction_of_name(name, fields, entry)
        if meant and meant.text == "kind":
            at = (*detail["loc"], "", name)
            return ErrorDetails(type="extra_forbidden", loc=at, msg="", input=value)
    return detail


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
    if rule == "frequency-unknown":
        params["allowed"] = [frequency.value for frequency in Frequency]
    if rule == "choice-unknown":
        params["allowed"] = re.findall("'([^']*)'", str(detail.get("ctx", {}).get("expected")))
    correction = _correction(rule, path, found, params, schema, document)
    if rule == "field-unknown":
        params = {"found": name}
    if rule == "kind-unknown":
        params["found"] = found.get("kind") if isinstance(found, dict) else found
        path = (*path, "kind")
    if "found" in params:
        params["found"] = _as_written(params["found"])
    return place.finding(rule, document.line(path), path, **params).corrected_by(correction)


def _correction(
    rule: str,
    path: FieldPath,
    found: Any,
    params: Mapping[str, Any],
    schema: type[BaseModel],
    document: Document,
) -> Correction | None:
    """What to write instead of a wrong name or value."""
    name = str(path[-1]) if path else ""
    if rule == "field-unknown":
        there = document.at(path[:-1])
        return correction_of_name(name, _known_fields(schema, path), there)
    if rule == "choice-unknown":
        return correction_of_choice(found, params["allowed"])
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    return correction_of_value(rule, field, found, params.get("likely"))


def _as_written(found: object) -> str | None:
    """A wrong value as it stands in the file; nothing of a field with fields of its own."""
    if isinstance(found, list) and all(isinstance(entry, str) for entry in found):
        return f"[{', '.join(found)}]"
    return found if isinstance(found, str) else None


def _rule_of(detail: ErrorDetails, name: str) -> str:
    found = detail.get("input")
    if found in (None, "") and detail["type"] in _TYPES_OF_EMPTY:
        return "field-empty"
    if detail["type"] in ("enum", "string_pattern_mismatch") and name in _FIELD_RULES:
        return _FIELD_RULES[name]
    return _RULES.get(detail["type"], "wrong-type")


def _known_fields(schema: type[BaseModel], path: FieldPath) -> dict[str, str]:
    """The fields that are possible where an unknown one was found, with their labels."""
    models = [schema]
    for step in (step for step in path[:-1] if isinstance(step, str)):
        fields = (field for model in models for field in _fields_named(model, step))
        models = [inner for field in fields for inner in _models_in(field)]
    return {
        field.alias or name: field.title or name
        for model in models
        for name, field in model.model_fields.items()
    }


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
