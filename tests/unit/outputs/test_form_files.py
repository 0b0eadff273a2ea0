"""The form of a site: what may be entered, where it is sent, and what its page may load."""

import hashlib
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from helpers.broken import BROKEN
from helpers.support import ROOT, SAMPLE, as_of, copy_sample, copy_site, published, replace
from oit.contract.addresses import admin_field_path
from oit.model.office import Repository
from oit.outputs.form.backend import api_origin, backend, can_sign_in
from oit.outputs.pages.frame import CONTENT_POLICY

OPEN = "2025-04-29"
CLOSED = "2026-01-15"
CONNECTED = """official_home: https://office.example.go.th/
    repository:
      url: https://github.com/office/oit
"""


def form_of(site: Path, day: str = OPEN) -> tuple[str, dict[str, Any]]:
    """The page of the form and its configuration."""
    files = published(site, as_of(day)).files
    return unescape(files["admin/index.html"].decode()), json.loads(files["admin/config.json"])


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The configuration of the sample site while its round is open."""
    return form_of(copy_sample(tmp_path_factory.mktemp("form")))[1]


def file_of(config: dict[str, Any], name: str) -> dict[str, Any]:
    """What the form knows of one record or part, its fields by name."""
    [found] = [file for file in config["collections"][0]["files"] if file["name"] == name]
    return {**found, "fields": {field["name"]: field for field in found["fields"]}}


def test_every_record_and_part_of_an_open_round_has_one_fixed_file(
    sample: dict[str, Any],
) -> None:
    """None may be made or taken away: what is there is what the mandate asks for."""
    [collection] = sample["collections"]
    assert sorted(file["file"] for file in collection["files"]) == sorted(
        path.relative_to(SAMPLE).as_posix() for path in SAMPLE.glob("oit_items/2568/O*/*.md")
    )
    assert not collection["publish"]
    assert not collection["delete"]


def test_files_go_into_the_folder_of_their_item(sample: dict[str, Any]) -> None:
    """And a record names them without it."""
    o15 = file_of(sample, "o15")
    assert (o15["media_folder"], o15["public_folder"]) == ("/oit_items/2568/O15", "")


def test_what_the_mandate_fixes_is_not_asked(sample: dict[str, Any]) -> None:
    """Item, owner and frequency are written as the mandate has them, and never shown."""
    fields = file_of(sample, "o15")["fields"]
    hidden = {name: one["default"] for name, one in fields.items() if one["widget"] == "hidden"}
    assert hidden == {"item": "O15", "owner": "finance", "frequency": "monthly"}


def test_periods_are_offered_in_words_and_only_those_that_are_owed(
    sample: dict[str, Any],
) -> None:
    """เดือนมีนาคม 2568 is written 2025-03."""
    kinds = file_of(sample, "o15")["fields"]["evidence"]["types"]
    [file] = [one for one in kinds if one["name"] == "file"]
    [periods] = [field for field in file["fields"] if field["name"] == "periods"]
    assert periods["options"][0] == {"value": "2024-10", "label": "เดือนตุลาคม 2567"}
    assert periods["options"][-1] == {"value": "2025-03", "label": "เดือนมีนาคม 2568"}


def test_nothing_may_be_stated_only_where_the_mandate_allows_it(sample: dict[str, Any]) -> None:
    """The announcements of O15 are never nothing; a month's summary may be."""
    kinds = file_of(sample, "o15")["fields"]["evidence"]["types"]
    offered = {
        kind["name"]: [option["value"] for option in field["options"]]
        for kind in kinds
        for field in kind["fields"]
        if field["name"] == "for"
    }
    assert offered["file"] == ["announcements", "monthly-summary"]
    assert offered["none"] == ["monthly-summary"]


def test_a_closed_round_is_entered_no_more(tmp_path: Path) -> None:
    """The page says so, and loads nothing of the form."""
    page, config = form_of(copy_sample(tmp_path), CLOSED)
    assert config["collections"] == []
    assert "ขณะนี้ไม่มีรอบที่เปิดให้ปรับปรุงข้อมูล" in page
    assert "<script" not in page


def test_a_site_without_repository_offers_training_on_the_same_machine(tmp_path: Path) -> None:
    """The script of the page opens it there and nowhere else."""
    page, config = form_of(copy_site("current", tmp_path))
    assert config["backend"]["name"] == "proxy"
    assert "data-training" in page
    assert "connect-src 'self' blob: http://localhost:8081\"" in page


def test_a_repository_without_sign_in_opens_no_form(tmp_path: Path) -> None:
    """Whoever comes is told whom to ask, and no program is loaded."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "official_home: https://office.example.go.th/\n", CONNECTED)(site)
    page, _ = form_of(site)
    assert "ยังไม่ได้ตั้งค่าการเข้าสู่ระบบ" in page
    assert "<script" not in page


def test_a_repository_with_sign_in_opens_the_form(tmp_path: Path) -> None:
    """It talks to the forge and to nobody else."""
    site = copy_site("current", tmp_path)
    connected = CONNECTED + "      sign_in_relay: https://sign-in.example.go.th\n"
    replace("mkdocs.yml", "official_home: https://office.example.go.th/\n", connected)(site)
    page, config = form_of(site)
    assert 'src="admin.js" defer>' in page
    assert "connect-src 'self' blob: https://api.github.com\"" in page
    assert config["publish_mode"] == "editorial_workflow"


def test_an_item_leads_staff_to_itself_in_the_form(tmp_path: Path) -> None:
    """Where it opens; without a way to sign in, to the file on the forge."""
    site = copy_site("current", tmp_path)
    home = "official_home: https://office.example.go.th/\n"
    replace("mkdocs.yml", home, CONNECTED)(site)
    assert 'href="https://github.com/office/oit/edit/main/oit_items/2568/O01' in _item(site)
    url = "url: https://github.com/office/oit\n"
    relay = "      sign_in_relay: https://sign-in.example.go.th\n"
    replace("mkdocs.yml", url, url + relay)(site)
    assert 'href="../../admin/#/collections/oit-2568/entries/o1"' in _item(site)


def test_a_part_that_is_absent_is_begun_in_the_form(tmp_path: Path) -> None:
    """The page of the item leads its division there."""
    site = copy_site("current", tmp_path)
    BROKEN["part-absent"](site)
    connected = CONNECTED + "      sign_in_relay: https://sign-in.example.go.th\n"
    replace("mkdocs.yml", "official_home: https://office.example.go.th/\n", connected)(site)
    assert 'href="../../admin/#/collections/oit-2568/entries/o2-works"' in _item(site, "o2")


def test_a_finding_leads_staff_to_its_field_in_the_form(tmp_path: Path) -> None:
    """By the place of the entry and the name of the field; without the form there is no link."""
    site = copy_site("current", tmp_path)
    record = site / "oit_items/2568/O01/record.md"
    text = record.read_text("utf-8")
    record.write_text(re.sub("published: .*", "published: 2568-04-09", text, count=1), "utf-8")
    link = "../../admin/#/collections/oit-2568/entries/o1?entry=1&field=published"
    assert link not in unescape(_item(site))
    connected = CONNECTED + "      sign_in_relay: https://sign-in.example.go.th\n"
    replace("mkdocs.yml", "official_home: https://office.example.go.th/\n", connected)(site)
    assert link in unescape(_item(site))


def test_the_address_of_a_field_names_its_list_where_it_is_not_evidence() -> None:
    """Entries count from 1, as people do; a field of the record stands for itself."""
    assert admin_field_path("a", ("reviews", 1, "date")) == "a?list=reviews&entry=2&field=date"
    assert admin_field_path("a", ("evidence", 0)) == "a?entry=1"
    assert (
        admin_field_path("a", ("evidence", 2, "replaces", 0, "date")) == "a?entry=3&field=replaces"
    )
    assert admin_field_path("a", ("updated",)) == "a?field=updated"
    assert admin_field_path("a", ()) == "a"


def _item(site: Path, item: str = "o1") -> str:
    pages = published(site, as_of(OPEN)).pages
    return next(page.html for page in pages if page.path == f"2568/{item}/")


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        (
            {"url": "https://github.com/a/b", "sign_in_relay": "https://relay.example.go.th"},
            {
                "name": "github",
                "repo": "a/b",
                "api_root": "https://api.github.com",
                "base_url": "https://relay.example.go.th",
            },
        ),
        (
            {"url": "https://git.example.go.th/a/b.git", "branch": "live"},
            {"repo": "a/b", "branch": "live", "api_root": "https://git.example.go.th/api/v3"},
        ),
        (
            {"url": "https://gitlab.com/a/b/c", "forge": "gitlab", "application_id": "abc"},
            {
                "name": "gitlab",
                "repo": "a/b/c",
                "api_root": "https://gitlab.com/api/v4",
                "auth_type": "pkce",
                "app_id": "abc",
                "base_url": "https://gitlab.com",
            },
        ),
    ],
)
def test_one_setting_tells_the_form_where_it_saves(
    repository: dict[str, str], expected: dict[str, str]
) -> None:
    """GitHub, a GitHub of one's own, GitLab."""
    section = backend(Repository.model_validate(repository))
    assert section | expected == section
    assert expected["api_root"].startswith(api_origin(Repository.model_validate(repository)))


@pytest.mark.parametrize(
    ("given", "can"),
    [
        ({"forge": "github", "sign_in_relay": "https://relay.example.go.th"}, True),
        ({"forge": "gitlab", "application_id": "abc"}, True),
        ({"forge": "github", "application_id": "abc"}, False),
        ({"forge": "gitlab", "sign_in_relay": "https://relay.example.go.th"}, False),
    ],
)
def test_people_sign_in_as_their_forge_has_it(given: dict[str, str], can: bool) -> None:
    """A relay is GitHub's way, an application GitLab's."""
    repository = Repository.model_validate({"url": "https://forge.example.go.th/a/b", **given})
    assert can_sign_in(repository) is can


@pytest.mark.parametrize(
    ("program", "licence"),
    [
        ("decap-cms.js", "MIT License"),
        ("fflate.js", "MIT License"),
        ("yaml.js", "Permission to use, copy, modify"),
    ],
)
def test_what_others_wrote_of_the_form_is_what_its_hash_says(program: str, licence: str) -> None:
    """Byte for byte, with the licences of all it contains."""
    folder = ROOT / "hooks/oit/theme/admin"
    stated, name = (folder / f"{program}.sha256").read_text("utf-8").split()
    assert name == program
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == stated
    assert licence in (folder / f"{program}.LICENSE.txt").read_text("utf-8")


def test_no_other_page_loads_anything_of_the_form(tmp_path: Path) -> None:
    """What may be compiled there is compiled nowhere else."""
    outputs = published(copy_site("current", tmp_path), as_of(OPEN))
    assert not [page.path for page in outputs.pages if "decap" in page.html]
    assert "unsafe" not in CONTENT_POLICY


def test_the_page_brings_the_words_of_its_scripts_from_the_catalogue(tmp_path: Path) -> None:
    """Of our own in both languages, of Decap CMS nested as it has them, with gaps to be filled."""
    page = published(copy_site("current", tmp_path), as_of(OPEN)).files["admin/index.html"].decode()
    data = page.split('id="oit-words">')[1].split("</script>")[0]
    words = json.loads(data)
    assert "<" not in data
    assert "\n[EN] " in words["said"]["form.id-number"]
    assert "%{list}" in words["said"]["form.hidden"]
    assert words["hides"]["comments"] == "ความคิดเห็น %{count} แห่ง"
    assert words["cms"]["editor"]["editorToolbar"]["save"] == "ส่งเข้าระบบ"
    assert "%{details}" in words["cms"]["ui"]["toast"]["onFailToPersist"]
