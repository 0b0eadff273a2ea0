"""Programs for maintainers work on copies, whatever office's records stand in this repository."""

import json
import sys
from pathlib import Path

import pytest

from helpers.builds import built
from helpers.commands import run
from helpers.support import copy_site as copy_tested
from helpers.support import published
from maintain import lighthouse
from maintain.copies import SAMPLE, copy_site
from maintain.late_day import late_site
from maintain.lighthouse import pages_of
from maintain.screenshots import PAGES
from setup.environment import COULD_NOT_RUN


def test_the_copy_of_an_office_is_built_by_the_engine_beside_it(tmp_path: Path) -> None:
    """The settings of the sample name the engine from their own place; the copy has one."""
    copy_site(tmp_path / "copy", SAMPLE)
    settings = (tmp_path / "copy/mkdocs.yml").read_text("utf-8")
    assert "  - hooks/publish.py\n" in settings
    site = built(tmp_path / "copy")
    index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    assert index["office"]["id"] == "sample"
    assert [path for path in PAGES.values() if not (site / path / "index.html").is_file()] == []


def test_what_the_pictures_show_is_in_the_sample(tmp_path: Path) -> None:
    """An item that is late, and a summary that the form may enter."""
    assert late_site(tmp_path / "copy", SAMPLE).is_file()
    index = json.loads((tmp_path / "copy/site/api/v1/index.json").read_text("utf-8"))
    late = [item["item"] for item in index["rounds"][0]["items"] if item["status"] == "incomplete"]
    assert late == ["O15"]


def test_the_pages_of_the_newest_round_are_measured(tmp_path: Path) -> None:
    """Its purchases where there are any: whatever its year and its items are."""
    index = json.loads(published(SAMPLE).files["api/v1/index.json"])
    of_round = ["2568/", "2568/o15/", "2568/due/", "2568/check/"]
    assert pages_of(index) == ["", *of_round, "divisions/finance/", "data/"]
    site = copy_tested("current", tmp_path)
    assert run("oit", "new-round", "2569", cwd=site).returncode == 0
    newer = json.loads(published(site).files["api/v1/index.json"])
    assert pages_of(newer)[1:3] == ["2569/", "2569/o1/"]


def test_what_is_not_built_is_not_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence says how to build it."""
    monkeypatch.setattr(sys, "argv", ["lighthouse", str(tmp_path)])
    assert lighthouse.main() == COULD_NOT_RUN
    assert "scripts/build.py" in capsys.readouterr().err
