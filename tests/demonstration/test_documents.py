"""What this repository's documents and settings say of the shipped round is so."""

import re
from pathlib import Path

import pytest
import yaml

from demonstration.shipped import copy_shipped
from helpers.builds import built
from helpers.commands import run
from helpers.support import ROOT, set_back_o15

README = (ROOT / "README.md").read_text("utf-8")


def test_every_record_that_the_readme_names_is_there() -> None:
    """A newcomer is not sent to what has moved."""
    named = re.findall(r"`(oit_items/[\w./-]+)`", README)
    assert len(named) > 1
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_gate_says_what_the_readme_shows(tmp_path: Path) -> None:
    """The example of a stale item, to the letter."""
    site = copy_shipped(tmp_path)
    set_back_o15(site)
    shown = re.search(r"```text\n(.*?)```", README, re.S)
    assert shown
    done = run("oit", "check", cwd=site)
    assert done.returncode == 1
    assert shown[1] in done.stdout
    english = run("oit", "check", cwd=site, OIT_LANG="en")
    assert "Item O15 is 44 days overdue" in english.stdout


def test_the_theme_loads_no_font_from_elsewhere() -> None:
    """By the settings; what the theme itself loads is tested with the documents."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert settings["theme"]["font"] is False


@pytest.mark.slow
def test_the_site_is_built_and_is_what_it_says(tmp_path: Path) -> None:
    """No page leads to what is not there, and every file is that of its hash.

    What the engine's benchmark wrote beside the office's texts is not among them.
    """
    office = copy_shipped(tmp_path)
    (office / "docs/benchmark").mkdir(exist_ok=True)
    (office / "docs/benchmark/README.md").write_text("# How fast it is\n", "utf-8")
    site = built(office)
    assert not (site / "benchmark").exists()
    assert (site / "about/index.html").is_file()
    assert "เว็บไซต์สาธิต" in (site / "index.html").read_text("utf-8")
    done = run("oit", "verify", str(site), cwd=site)
    assert done.returncode == 0, done.stdout
