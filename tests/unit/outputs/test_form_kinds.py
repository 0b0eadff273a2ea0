"""Which kinds of entry the form offers, and what it asks about them."""

import json
from typing import Any

import pytest

from helpers.entry_ways import Kind, Way, kinds_by
from helpers.support import as_of, copy_sample, published

_BY_FORM = {
    "file": Kind.FILE,
    "url": Kind.LINK,
    "section": Kind.TEXT,
    "none": Kind.NONE,
    "reviews": Kind.CONFIRM,
    "replaces": Kind.REPLACE,
}
"""What each kind of evidence and list of the form is to whoever enters it."""


@pytest.fixture(scope="module")
def fields(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The fields of O15 in the form of the sample site, while its round is open, by name."""
    site = copy_sample(tmp_path_factory.mktemp("form"))
    config = json.loads(published(site, as_of("2025-04-29")).files["admin/config.json"])
    [o15] = [file for file in config["collections"][0]["files"] if file["name"] == "o15"]
    return {field["name"]: field for field in o15["fields"]}


def fields_of_a_file(fields: dict[str, Any]) -> dict[str, Any]:
    [file] = [kind for kind in fields["evidence"]["types"] if kind["name"] == "file"]
    return {field["name"]: field for field in file["fields"]}


def test_the_form_offers_the_kinds_of_entry_of_the_table(fields: dict[str, Any]) -> None:
    """Each is held to the command; a file is one file, and no workbook is split."""
    kinds = [kind["name"] for kind in fields["evidence"]["types"]]
    of_a_file = fields_of_a_file(fields)
    offered = [*kinds, *({"reviews", "replaces"} & {*fields, *of_a_file})]
    assert {_BY_FORM[name] for name in offered} == set(kinds_by(Way.FORM))
    assert of_a_file["file"]["media_library"] == {"config": {"multiple": False}}


def test_nobody_is_asked_for_the_hash_of_a_file(fields: dict[str, Any]) -> None:
    """The form fills it in; a person writes the reason and sees the day."""
    words = fields_of_a_file(fields)["replaces"]["fields"]
    asked = [one["name"] for one in words if one["widget"] != "hidden"]
    assert asked == ["reason", "published", "date"]
