"""The form asks for what the models ask for: a rule for each shape of value, and no guess."""

from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

from oit.model.fields import IsoDate, StrictModel, Text, Truth
from oit.model.record import FIELD_ORDER, Record
from oit.outputs.form.widgets import UnknownShapeError, Widget, fields_of, in_document_order


def fields(model: type[BaseModel]) -> dict[str, Widget]:
    """The widgets of a model by name, where the place of the form knows nothing of its own."""
    return {one["name"]: one for one in fields_of(model, {}, lambda _name, _kind: None)}


class _Contacted(Record):
    telephone: Text = Field(
        title="โทรศัพท์", description="เช่น 0 2326 9149", json_schema_extra={"pattern": "^0"}
    )


def test_a_field_added_to_a_model_appears_in_the_form() -> None:
    """With the label, hint, pattern and obligation that the model gives it."""
    added = fields(_Contacted)["telephone"]
    assert "telephone" not in fields(Record)
    assert added == {
        "name": "telephone",
        "label": "โทรศัพท์",
        "required": True,
        "hint": "เช่น 0 2326 9149",
        "widget": "string",
        "pattern": ["^0", "เช่น 0 2326 9149"],
    }


def test_a_field_added_to_a_model_follows_those_that_are_there() -> None:
    """What the order does not know comes last."""
    names = [one["name"] for one in fields_of(_Contacted, {}, lambda _name, _kind: None)]
    assert names == [*[name for name in FIELD_ORDER if name in names], "telephone"]


def test_fields_follow_each_other_as_in_a_document() -> None:
    """`fmt` and the form know one order."""
    assert in_document_order(iter(reversed(FIELD_ORDER))) == list(FIELD_ORDER)


class _Every(StrictModel):
    day: IsoDate = Field(title="วัน", description="วันที่ลงนาม")
    maybe: IsoDate | None = None
    many: Annotated[int, Field(ge=1, le=12)]
    exact: float
    yes: Truth = False
    one_of: Literal["a", "b"]
    words: tuple[Text, ...] = ()
    page: Text = Field(json_schema_extra={"format": "uri"})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("day", {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False}),
        ("maybe", {"widget": "datetime", "required": False, "default": ""}),
        ("many", {"widget": "number", "value_type": "int", "min": 1, "max": 12}),
        ("exact", {"widget": "number", "value_type": "float"}),
        ("yes", {"widget": "boolean", "required": False}),
        ("one_of", {"widget": "select", "options": ["a", "b"]}),
        ("words", {"widget": "list", "field": {"name": "one", "widget": "string"}}),
        ("page", {"widget": "string", "required": True}),
    ],
)
def test_every_shape_of_value_has_its_widget(name: str, expected: Widget) -> None:
    """Dates are picked, choices are chosen, bounds are kept."""
    shown = fields(_Every)[name]
    assert shown | expected == shown


def test_a_date_says_which_era_its_calendar_has() -> None:
    """Officials write B.E., and browsers show C.E."""
    assert fields(_Every)["day"]["hint"].startswith("วันที่ลงนาม · ")
    assert "2025 คือ พ.ศ. 2568" in fields(_Every)["maybe"]["hint"]


def test_a_shape_without_a_widget_is_refused() -> None:
    """A new shape of value is a decision, not a text box."""

    class Odd(BaseModel):
        amount: dict[str, Decimal]

    with pytest.raises(UnknownShapeError, match="amount"):
        fields(Odd)


def test_kinds_of_evidence_are_entered_by_their_own_fields() -> None:
    """A link has an address and no file; the kind itself is written by the choice."""
    evidence = fields(Record)["evidence"]
    asked = {one["name"]: {field["name"] for field in one["fields"]} for one in evidence["types"]}
    assert evidence["typeKey"] == "kind"
    assert asked["url"] == {"for", "periods", "url", "title", "published", "sample", "replaces"}
    assert asked["file"] == {"for", "periods", "file", "title", "published", "sample", "replaces"}
    assert asked["none"] == {"for", "periods", "reason", "published", "sample", "replaces"}
    assert asked["section"] == {
        "for",
        "periods",
        "section",
        "title",
        "published",
        "sample",
        "replaces",
    }
