"""Whoever learns the form saves on this machine, whatever forge the settings name."""

import json
from pathlib import Path

import pytest
import yaml

from helpers.support import SAMPLE, copy_site
from maintain.training import prepare, without_repository

REPOSITORY = """    repository:
      url: https://gitlab.example.go.th/office/site  # ที่เก็บข้อมูล
      forge: gitlab
      application_id: abc
"""


def _settings(before: str = "", after: str = "") -> str:
    """Settings with tags of MkDocs, and the repository among others."""
    return (
        "site_name: ก\nsite_url: !ENV [SITE, '']\n"
        f"extra:\n  oit:\n{before}    mode: demonstration\n{REPOSITORY}{after}"
    )


@pytest.mark.parametrize("before", ["", "    licence:\n      id: x\n"])
@pytest.mark.parametrize("after", ["", "    accepted_types: [pdf]\n", "theme:\n  name: material\n"])
def test_only_the_repository_is_taken_out_of_the_settings(before: str, after: str) -> None:
    """Wherever it stands."""
    settings = _settings(before, after)
    assert without_repository(settings) == settings.replace(REPOSITORY, "")


def test_settings_in_one_line_stay_readable() -> None:
    """A mapping in braces may end with a comma."""
    text = "extra: {oit: {mode: demonstration, repository: {url: https://example.org/a}}}\n"
    assert yaml.safe_load(without_repository(text)) == {"extra": {"oit": {"mode": "demonstration"}}}


@pytest.mark.parametrize("text", ["", "extra:\n", "extra:\n  oit: 3\n", "site_name: ก\n"])
def test_settings_without_a_repository_stay_as_they_are(text: str) -> None:
    """To the byte; what is wrong in them is told by the build."""
    assert without_repository(text) == text
    sample = (SAMPLE / "mkdocs.yml").read_text("utf-8")
    assert without_repository(sample) == sample


def test_the_form_saves_to_this_machine_though_a_repository_is_set(tmp_path: Path) -> None:
    """With every item to enter, and nothing of the forge in what the browser may ask."""
    site = copy_site("current", tmp_path)
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + REPOSITORY, "utf-8")
    prepare(site, 12345, "2025-04-30")
    config = json.loads((site / "site/admin/config.json").read_text("utf-8"))
    assert config["backend"]["name"] == "proxy"
    assert config["backend"]["proxy_url"] == "http://localhost:12345/api/v1"
    assert config["collections"]
    page = (site / "site/admin/index.html").read_text("utf-8")
    assert "localhost:12345" in page
    assert "gitlab.example.go.th" not in page
