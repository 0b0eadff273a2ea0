"""`ckan.jsonl` and `gdcatalog.json`, held to the fields and closed lists of GD Catalog."""

import json
import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from helpers.support import SAMPLE, as_of, copy_site, published, replace
from oit.outputs.site_files import Outputs

pytestmark = pytest.mark.slow

SITE = "https://oit.example.go.th/site/"
DAY = as_of("2025-04-29")
FIELDS = {
    *("data_type", "title", "name", "owner_org", "maintainer", "maintainer_email", "tag_string"),
    *("notes", "objective", "update_frequency_unit", "update_frequency_interval", "geo_coverage"),
    *("data_source", "data_format", "data_format_other", "data_category", "license_id"),
    *("license_id_other", "url", "data_language", "created_date", "last_updated_date"),
}
"""Those of a dataset of various types that we fill."""
REQUIRED = FIELDS - {
    *("maintainer_email", "data_format_other", "license_id_other"),
    *("created_date", "last_updated_date"),
}
"""Of the others CKAN asks for the e-mail address too, which only the office can set."""
RESOURCE_FIELDS = {"id", "name", "description", "url", "format", "resource_last_updated_date"}
LISTS = {
    "data_type": {"ข้อมูลหลากหลายประเภท"},
    "objective": {"พันธกิจหน่วยงาน"},
    "update_frequency_unit": {"ปี", "ครึ่งปี", "ไตรมาส", "เดือน"},
    "geo_coverage": {"อำเภอ"},
    "data_category": {"ข้อมูลสาธารณะ"},
    "data_language": {"ไทย"},
    "data_format": {
        *("CSV", "XML", "Image", "Text", "JSON", "HTML", "DOC/DOCX", "XLS", "PDF", "อื่นๆ"),
    },
    "license_id": {
        *("License not specified", "Creative Commons Attributions", "Open Data Common", "อื่นๆ"),
    },
}
"""Values of the closed lists, as far as they can be ours."""


def lines_of(outputs: Outputs) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outputs.files["api/v1/ckan.jsonl"].splitlines()]


@pytest.fixture(scope="module")
def lines() -> list[dict[str, Any]]:
    """The datasets of the sample site, at an address of its own."""
    return lines_of(published(SAMPLE, DAY, SITE))


def test_each_item_is_a_line_with_the_fields_that_ckan_asks_for(
    lines: list[dict[str, Any]],
) -> None:
    """None besides those of the schema, and none of an office's that it has not set."""
    assert len(lines) == 22
    for line in lines:
        fields = line.keys() - {"resources"}
        assert fields <= FIELDS
        assert fields >= REQUIRED
        assert "maintainer_email" not in fields
        for resource in line["resources"]:
            assert resource.keys() <= RESOURCE_FIELDS
            assert {"id", "name", "url"} <= resource.keys()


@pytest.mark.parametrize("field", sorted(LISTS))
def test_a_closed_list_is_kept_to(field: str, lines: list[dict[str, Any]]) -> None:
    """To the letter: a catalogue refuses any other value."""
    for line in lines:
        value = line[field]
        assert set(value if isinstance(value, list) else [value]) <= LISTS[field]
        assert value


def test_what_is_on_no_list_is_other_with_its_text(lines: list[dict[str, Any]]) -> None:
    """A text stands exactly where a format is "other"."""
    assert any("data_format_other" in line for line in lines)
    for line in lines:
        assert ("อื่นๆ" in line["data_format"]) == bool(line.get("data_format_other"))


def test_names_are_slugs_and_every_resource_has_an_id_of_its_own(
    lines: list[dict[str, Any]],
) -> None:
    """So that loading again updates what is there."""
    names = [line["name"] for line in lines]
    assert len(set(names)) == 22
    assert all(re.fullmatch(r"[a-z0-9_-]{2,100}", name) for name in names)
    ids = [resource["id"] for line in lines for resource in line["resources"]]
    assert len(set(ids)) == len(ids)
    assert {UUID(id_).version for id_ in ids} == {5}


def test_a_resource_keeps_its_id_from_day_to_day(lines: list[dict[str, Any]]) -> None:
    """What is added later changes none."""
    earlier = lines_of(published(SAMPLE, as_of("2025-03-04"), SITE))
    before = {(r["url"], r["id"]) for line in earlier for r in line["resources"]}
    after = {(r["url"], r["id"]) for line in lines for r in line["resources"]}
    assert before
    assert before < after


def test_tags_are_such_as_ckan_takes(lines: list[dict[str, Any]]) -> None:
    """Letters, digits, spaces, hyphens, underscores, dots; two letters at least."""
    for line in lines:
        for tag in line["tag_string"].split(","):
            assert re.fullmatch(r"[\w .-]{2,100}", tag), tag


def test_a_sample_is_marked_where_people_look(lines: list[dict[str, Any]]) -> None:
    """In the title of the dataset, and of each of its files that is one."""
    index = json.loads(published(SAMPLE, DAY, SITE).files["api/v1/index.json"])
    samples = [item["sample"] for item in index["rounds"][0]["items"]]
    assert samples == ["มิใช่ข้อมูลจริง" in line["title"] for line in lines]


def test_addresses_are_absolute_or_relative_to_the_file(lines: list[dict[str, Any]]) -> None:
    """The same rule as in the other catalogues."""
    assert all(r["url"].startswith("https://") for line in lines for r in line["resources"])
    relative = lines_of(published(SAMPLE, DAY))
    own = [r["url"] for line in relative for r in line["resources"] if "://" not in r["url"]]
    assert own
    assert all(url.startswith("../../") for url in own)


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Open Data Common", ("Open Data Common", None)),
        ("Something else", ("อื่นๆ", "Terms of use")),
        (None, ("อื่นๆ", "Terms of use")),
    ],
)
def test_a_licence_is_on_the_list_or_told_beside_it(
    listed: str | None, expected: tuple[str, str | None], tmp_path: Path
) -> None:
    """Once the office has decided; the list has few."""
    site = copy_site("current", tmp_path)
    named = f"      gdcatalog: {listed}\n" if listed else ""
    licence = f"    licence:\n      id: own\n      title: Terms of use\n      url: https://x.org/\n{named}"
    replace("mkdocs.yml", "    tasks:", licence + "    tasks:")(site)
    outputs = published(site, DAY)
    (line, *_) = lines_of(outputs)
    assert (line["license_id"], line.get("license_id_other")) == expected
    document = json.loads(outputs.files["api/v1/gdcatalog.json"])
    fields = document["datasets"][0]["fields"]
    assert (fields["license_id"], fields["license_id_other"]) == expected
    assert document["unset"] == ["maintainer_email"]
