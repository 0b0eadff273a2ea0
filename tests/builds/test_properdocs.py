"""The site builds from the same `mkdocs.yml` under ProperDocs, the maintained fork of MkDocs."""

from pathlib import Path

import pytest

from helpers.builds import built
from helpers.commands import Finished, run_process
from helpers.support import ROOT, Edit, copy_sample, copy_site, replace, tree, write

DAY = {"OIT_AS_OF": "2025-04-30"}
HOOK = f"hooks:\n  - {ROOT}/hooks/publish.py\n"


def properdocs(site: Path) -> Finished:
    """A build by ProperDocs in a process of its own, of the same `mkdocs.yml`."""
    options = ("--quiet", "--strict", "--config-file", "mkdocs.yml")
    return run_process("properdocs", "build", *options, cwd=site, **DAY)


def as_plugin(site: Path) -> None:
    """The engine named as a plugin, and not as a hook."""
    replace("mkdocs.yml", HOOK, "plugins:\n  - oit\n")(site)


def assert_built_alike(site: Path) -> None:
    """Every file is the same, byte for byte: no page names its generator."""
    expected = tree(built(site, **DAY))
    done = properdocs(site)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    found = tree(site / "site")
    assert found.keys() == expected.keys()
    assert [path for path in expected if found[path] != expected[path]] == []


def test_the_sample_site_is_the_same(tmp_path: Path) -> None:
    """With its search plugin, theme, hand-written pages and hook."""
    assert_built_alike(copy_sample(tmp_path))


def test_a_site_that_names_the_plugin_is_the_same(tmp_path: Path) -> None:
    """The entry point `mkdocs.plugins` is the one that ProperDocs looks for too."""
    site = copy_site("current", tmp_path)
    as_plugin(site)
    assert_built_alike(site)


@pytest.mark.parametrize("edit", [lambda _: None, as_plugin], ids=["hook", "plugin"])
def test_a_dead_link_fails_there_too(edit: Edit, tmp_path: Path) -> None:
    """`--quiet` does not keep a warning from the counter of `--strict`."""
    site = copy_site("current", tmp_path)
    edit(site)
    write("docs/data.md", "# ชุดข้อมูล\n\n[ลิงก์](absent.md)\n")(site)
    done = properdocs(site)
    assert done.returncode == 1
    assert "absent.md" in done.stderr


def test_a_refused_build_leaves_the_last_site_there_too(tmp_path: Path) -> None:
    """The gate runs before the site folder is emptied, and says why in the same words."""
    site = copy_site("current", tmp_path)
    before = tree(built(site, **DAY))
    replace("oit_items/2568/O03/record.md", "owner:", "ownr:")(site)
    done = properdocs(site)
    assert done.returncode == 1
    assert "field-unknown" in done.stdout
    assert tree(site / "site") == before
