"""A model into fields of the form: one rule for each shape of value, by its JSON Schema.

The widgets and their options are those of Decap CMS 3.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel

from oit.model.record import FIELD_ORDER
from oit.web_address import FORM_PATTERN

Widget: TypeAlias = dict[str, Any]
Own: TypeAlias = Callable[[str, str | None], Widget | None]
"""What only the place of the form knows of a field, by its name and the kind of entry it is in."""

DATE: Widget = {
    "widget": "datetime",
    "format": "YYYY-MM-DD",
    "date_format": "YYYY-MM-DD",
    "time_format": False,
}
_SUMMARIES = (("title",), ("reason",), ("on", "by"))
"""What tells one entry of a list from another, the best first."""
_DATE_HINT = "เลือกจากปฏิทิน ซึ่งแสดงปีเป็น ค.ศ. เช่น 2025 คือ พ.ศ. 2568"


class UnknownShapeError(TypeError):
    """The form has no widget for values of such a shape; it is never guessed."""


def fields_of(model: type[BaseModel], kinds: Mapping[str, str], own: Own) -> list[Widget]:
    """The fields of a model in the order of `FIELD_ORDER`, others after them.

    `kinds` names the kinds of entry in a list of several. Raises `UnknownShapeError`.
    """
    schema = model.model_json_schema(by_alias=True)
    return _Walk(schema.get("$defs", {}), kinds, own).fields(schema, None)


def in_order(names: Iterator[str]) -> list[str]:
    """Names of fields as they follow each other in a document."""
    known = {name: place for place, name in enumerate(FIELD_ORDER)}
    return sorted(names, key=lambda name: known.get(name, len(known)))


class _Walk:
    """One way through the schema of a model."""

    def __init__(self, named: Mapping[str, Any], kinds: Mapping[str, str], own: Own) -> None:
        self._named = named
        self._kinds = kinds
        self._own = own

    def fields(self, schema: Mapping[str, Any], kind: str | None) -> list[Widget]:
        """Every property but the one that tells the kind, which the list writes itself."""
        properties = {
            name: one
            for name, one in schema["properties"].items()
            if "const" not in self._resolved(one)
        }
        required = frozenset(schema.get("required", ()))
        return [
            self._field(name, properties[name], kind, is_required=name in required)
            for name in in_order(iter(properties))
        ]

    def _field(
        self, name: str, schema: Mapping[str, Any], kind: str | None, *, is_required: bool
    ) -> Widget:
        said = {"name": name, "label": schema.get("title", name), "required": is_required}
        shape = self._own(name, kind) or self._shape(name, self._resolved(schema))
        hint = _hint(schema.get("description", ""), shape)
        if shape["widget"] == "datetime" and not is_required:
            shape = {**shape, "default": ""}
        if "pattern" in shape:
            shape = {**shape, "pattern": [shape["pattern"], hint.get("hint", said["label"])]}
        return {**said, **hint, **shape}

    def _shape(self, name: str, schema: Mapping[str, Any]) -> Widget:
        if "enum" in schema:
            return {"widget": "select", "options": list(schema["enum"])}
        rule = {
            "string": self._text,
            "boolean": lambda _: {"widget": "boolean", "required": False},
            "integer": lambda one: _number(one, "int"),
            "number": lambda one: _number(one, "float"),
            "array": self._list,
        }.get(schema.get("type", ""))
        if rule is None:
            raise UnknownShapeError(f"{name}: {schema}")
        return rule(schema)

    def _text(self, schema: Mapping[str, Any]) -> Widget:
        if schema.get("format") == "date":
            return DATE
        if schema.get("format") == "uri":
            return {"widget": "string", "pattern": FORM_PATTERN}
        if "pattern" in schema:
            return {"widget": "string", "pattern": schema["pattern"]}
        return {"widget": "string"}

    def _list(self, schema: Mapping[str, Any]) -> Widget:
        entry = self._resolved(schema["items"])
        if "discriminator" in entry:
            return {"widget": "list", **self._typed(entry["discriminator"])}
        if "properties" in entry:
            fields = self.fields(entry, None)
            return {"widget": "list", "summary": _summary(fields), "fields": fields}
        return {"widget": "list", "field": {"name": "one", **self._shape("one", entry)}}

    def _typed(self, discriminator: Mapping[str, Any]) -> Widget:
        """A list whose entries are of several kinds, each with fields of its own."""
        kinds = discriminator["mapping"]
        types = [self._type(kind, kinds[kind]) for kind in self._kinds if kind in kinds]
        types += [self._type(kind, kinds[kind]) for kind in sorted(kinds.keys() - self._kinds)]
        return {"typeKey": discriminator["propertyName"], "types": types}

    def _type(self, kind: str, reference: str) -> Widget:
        fields = self.fields(self._resolved({"$ref": reference}), kind)
        said = {"name": kind, "label": self._kinds.get(kind, kind), "widget": "object"}
        return {**said, "summary": _summary(fields), "fields": fields}

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """The schema that is meant by a reference, or by one that may also be left out."""
        if "$ref" in schema:
            return self._resolved(self._named[schema["$ref"].rpartition("/")[2]])
        some = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
        return self._resolved(some[0]) if len(some) == 1 else schema


def _hint(description: str, shape: Widget) -> Widget:
    """Officials count years in the Buddhist Era, the browser's calendar in the Common Era."""
    hints = [description, _DATE_HINT if shape["widget"] == "datetime" else ""]
    said = " · ".join(one for one in hints if one)
    return {"hint": said} if said else {}


def _number(schema: Mapping[str, Any], kind: str) -> Widget:
    bounds = {"min": schema.get("minimum"), "max": schema.get("maximum")}
    given = {name: value for name, value in bounds.items() if value is not None}
    return {"widget": "number", "value_type": kind, **given}


def _summary(fields: list[Widget]) -> str:
    names = {field["name"] for field in fields}
    told = next((some for some in _SUMMARIES if names.issuperset(some)), (fields[0]["name"],))
    return " ".join(f"{{{{fields.{name}}}}}" for name in told)
