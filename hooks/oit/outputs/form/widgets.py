"""The fields of the form, from a model's JSON Schema: one rule for each shape of value.

The widgets and their options are those of Decap CMS 3.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from pydantic import BaseModel

from oit.catalog import Language, say
from oit.model.record import FIELD_ORDER
from oit.web_address import FORM_PATTERN

Widget: TypeAlias = dict[str, Any]
"""A field or another section of the configuration of Decap CMS."""
FieldOverride: TypeAlias = Callable[[str, str | None], Widget | None]
"""The widget of a field that has its own, by its name and the kind of entry that it is in.

`None` for a field that gets the widget of its shape.
"""

DATE: Widget = {
    "widget": "datetime",
    "format": "YYYY-MM-DD",
    "date_format": "YYYY-MM-DD",
    "time_format": False,
}
_SUMMARIES = (("title",), ("reason",), ("date", "by"))
"""Fields whose values name an entry of a list while it is folded up, the best first."""


class UnknownShapeError(TypeError):
    """The form has no widget for values of this shape; none is guessed."""


def fields_of(
    model: type[BaseModel], kinds: Mapping[str, str], override: FieldOverride
) -> list[Widget]:
    """The fields of a model in the order of `FIELD_ORDER`, others after them.

    `kinds` has the labels of the kinds of entries, in the order in which they are offered.
    Raises `UnknownShapeError`.
    """
    schema = _schema_of(model)
    return _FieldBuilder(schema.get("$defs", {}), kinds, override).fields(schema, None)


@cache
def _schema_of(model: type[BaseModel]) -> Mapping[str, Any]:
    """Once a model: it costs as much as all fields of an item, and an item has the same."""
    return model.model_json_schema(by_alias=True)


def in_document_order(names: Iterator[str]) -> list[str]:
    """Names of fields in the order of a document; unknown ones last, in their own order."""
    positions = {name: position for position, name in enumerate(FIELD_ORDER)}
    return sorted(names, key=lambda name: positions.get(name, len(positions)))


class _FieldBuilder:
    """Builds the fields of one model, whose schema may refer to definitions by name."""

    def __init__(
        self, definitions: Mapping[str, Any], kinds: Mapping[str, str], override: FieldOverride
    ) -> None:
        self._definitions = definitions
        self._kinds = kinds
        self._override = override

    def fields(self, schema: Mapping[str, Any], kind: str | None) -> list[Widget]:
        """A field per property, except the constant that tells the kind: the list writes it."""
        properties = {
            name: value
            for name, value in schema["properties"].items()
            if "const" not in self._resolved(value)
        }
        required = frozenset(schema.get("required", ()))
        return [
            self._field(name, properties[name], kind, is_required=name in required)
            for name in in_document_order(iter(properties))
        ]

    def _field(
        self, name: str, schema: Mapping[str, Any], kind: str | None, *, is_required: bool
    ) -> Widget:
        field = {"name": name, "label": schema.get("title", name), "required": is_required}
        shape = self._override(name, kind) or self._shape(name, self._resolved(schema))
        hint = _hint(schema.get("description", ""), shape)
        if shape["widget"] == "datetime" and not is_required:
            # Without a default Decap CMS would fill in today.
            shape = {**shape, "default": ""}
        if "pattern" in shape:
            # A pattern is a pair: the expression, and what to say where it does not match.
            shape = {**shape, "pattern": [shape["pattern"], hint.get("hint", field["label"])]}
        return {**field, **hint, **shape}

    def _shape(self, name: str, schema: Mapping[str, Any]) -> Widget:
        """The widget for a shape of value."""
        if "enum" in schema:
            return {"widget": "select", "options": list(schema["enum"])}
        rule = {
            "string": _string,
            "boolean": lambda _: {"widget": "boolean", "required": False},
            "integer": lambda schema: _number(schema, "int"),
            "number": lambda schema: _number(schema, "float"),
            "array": self._list,
        }.get(schema.get("type", ""))
        if rule is None:
            raise UnknownShapeError(f"{name}: {schema}")
        return rule(schema)

    def _list(self, schema: Mapping[str, Any]) -> Widget:
        entry = self._resolved(schema["items"])
        if "discriminator" in entry:
            return {"widget": "list", **self._list_of_kinds(entry["discriminator"])}
        if "properties" in entry:
            fields = self.fields(entry, None)
            return {"widget": "list", "summary": _summary(fields), "fields": fields}
        # The name of the only field of an entry: Decap CMS needs one, and does not write it.
        return {"widget": "list", "field": {"name": "one", **self._shape("one", entry)}}

    def _list_of_kinds(self, discriminator: Mapping[str, Any]) -> Widget:
        """A list whose entries are of several kinds, each with fields of its own."""
        references = discriminator["mapping"]
        known = [kind for kind in self._kinds if kind in references]
        others = sorted(references.keys() - self._kinds)
        types = [self._kind(kind, references[kind]) for kind in (*known, *others)]
        return {"typeKey": discriminator["propertyName"], "types": types}

    def _kind(self, kind: str, reference: str) -> Widget:
        fields = self.fields(self._resolved({"$ref": reference}), kind)
        label = self._kinds.get(kind, kind)
        summary = _summary(fields)
        return {
            "name": kind,
            "label": label,
            "widget": "object",
            "summary": summary,
            "fields": fields,
        }

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """The schema that a reference means, or the only choice besides `null`."""
        if "$ref" in schema:
            return self._resolved(self._definitions[schema["$ref"].rpartition("/")[2]])
        choices = [choice for choice in schema.get("anyOf", ()) if choice.get("type") != "null"]
        return self._resolved(choices[0]) if len(choices) == 1 else schema


def _string(schema: Mapping[str, Any]) -> Widget:
    if schema.get("format") == "date":
        return DATE
    if schema.get("format") == "uri":
        return {"widget": "string", "pattern": FORM_PATTERN}
    if "pattern" in schema:
        return {"widget": "string", "pattern": schema["pattern"]}
    return {"widget": "string"}


def _number(schema: Mapping[str, Any], kind: str) -> Widget:
    bounds = {"min": schema.get("minimum"), "max": schema.get("maximum")}
    known = {name: value for name, value in bounds.items() if value is not None}
    return {"widget": "number", "value_type": kind, **known}


def _hint(description: str, shape: Widget) -> Widget:
    """The field's description; for a date also that the browser's calendar counts years in C.E.

    Officials count them in the Buddhist Era.
    """
    parts = [
        description,
        say("form.date-hint", Language.TH) if shape["widget"] == "datetime" else "",
    ]
    hint = " · ".join(part for part in parts if part)
    return {"hint": hint} if hint else {}


def _summary(fields: list[Widget]) -> str:
    """The template of a folded entry: `{{fields.title}}`."""
    names = {field["name"] for field in fields}
    first = (fields[0]["name"],)
    shown = next((some for some in _SUMMARIES if names.issuperset(some)), first)
    return " ".join(f"{{{{fields.{name}}}}}" for name in shown)
