"""Version 1 of the public contract only gains optional fields and trailing columns."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from helpers.schema_compatibility import breaks
from helpers.support import ROOT, SAMPLE, as_of, judged, published
from oit.contract.index import Generator
from oit.outputs.api.files import SCHEMAS, schema_of
from oit.outputs.site_files import outputs_of

PUBLISHED = ROOT / "tests/contract_v1"
"""The schemas as they were first published. They are never written anew."""

OLD: dict[str, Any] = {
    "type": "object",
    "properties": {
        "item": {"type": "string"},
        "state": {"enum": ["a", "b"], "type": "string"},
        "rows": {"type": "array", "items": {"$ref": "#/$defs/Row"}},
    },
    "required": ["item", "state"],
    "$defs": {"Row": {"type": "object", "properties": {"n": {"type": "integer"}}}},
}


def changed(edit: str) -> dict[str, Any]:
    """The schema after a change."""
    new: dict[str, Any] = json.loads(json.dumps(OLD))
    fields = new["properties"]
    match edit:
        case "removed":
            del fields["rows"]
        case "another type":
            fields["item"]["type"] = "integer"
        case "null":
            fields["item"] = {"anyOf": [{"type": "string"}, {"type": "null"}]}
        case "no longer required":
            new["required"] = ["item"]
        case "new value":
            fields["state"]["enum"].append("c")
        case "deep":
            new["$defs"]["Row"]["properties"] = {}
        case "order":
            new["properties"] = dict(reversed(fields.items()))
        case "gained":
            fields["more"] = {"type": "string"}
    return new


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_what_was_written_for_version_1_can_read_what_is_published(name: str) -> None:
    """Each document against the schema with which it was first published."""
    old = json.loads((PUBLISHED / f"{name}.schema.json").read_text("utf-8"))
    assert breaks(old, schema_of(name, SCHEMAS[name])) == []


@pytest.mark.parametrize(
    "edit",
    ["removed", "another type", "null", "no longer required", "new value", "deep", "order"],
)
def test_a_change_that_breaks_a_program_is_found(edit: str) -> None:
    """Each kind of it."""
    assert breaks(OLD, changed(edit))


@pytest.mark.parametrize("edit", ["gained", "nothing"])
def test_a_field_that_is_gained_breaks_nothing(edit: str) -> None:
    """At the end, and not asked for."""
    assert breaks(OLD, changed(edit)) == []


def test_every_json_document_fits_its_published_schema() -> None:
    """By a library that did not write them."""
    files = published(SAMPLE, as_of("2025-04-29")).files
    named = {
        "index.json": "index.json",
        "checklist.json": "checklist.json",
        "ledger.json": "ledger.json",
        "gdcatalog.json": "gdcatalog.json",
        "2568/o15.json": "item.json",
    }
    for path, name in named.items():
        schema = json.loads(files[f"api/v1/schema/{name}.schema.json"])
        document = json.loads(files[f"api/v1/{path}"])
        assert list(Draft202012Validator(schema).iter_errors(document)) == [], path


@pytest.mark.parametrize("name", ["index.json", "checklist.json"])
def test_a_document_names_what_made_it(name: str) -> None:
    """Whoever reports a fault can tell the version; an older document has no such field."""
    engine = Generator(name="oit", version="9.8.7", url="https://example.org/oit")
    files = outputs_of(judged(SAMPLE, as_of("2025-04-29")), None, generator=engine).files
    document = json.loads(files[f"api/v1/{name}"])
    assert document.pop("generator") == engine.model_dump()
    assert SCHEMAS[name].model_validate(document)


def test_what_is_inferred_is_named_beside_every_figure_that_follows_from_it() -> None:
    """Weights and sub-indicators with the score, all assumptions with the round and each item."""
    files = published(SAMPLE, as_of("2025-04-30")).files
    index, checklist, item = (
        json.loads(files[f"api/v1/{name}"])
        for name in ("index.json", "checklist.json", "2568/o15.json")
    )
    [round_] = index["rounds"]
    fields = {note["field"] for note in round_["notes"]}
    assert {"scoring", "indicator", "closes"} <= fields
    assert {note["field"] for note in round_["score"]["notes"]} == {"scoring", "indicator"}
    assert checklist["rounds"][0]["score"]["notes"] == round_["score"]["notes"]
    assert item["notes"] == round_["notes"]
