"""`oit zip`: the site of the last commit in one file, and what is served is compared with it."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.real_office import make_ready
from helpers.repositories import committed, git
from helpers.support import copy_site, replace, serving, tree

DAY = {"OIT_AS_OF": "2025-04-30"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current`, in a repository of its own."""
    site = copy_site("current", tmp_path)
    (site / ".gitignore").write_text("/site/\n/.oit-*\n/.site-*\n/oit-site-*\n")
    git(site, "init", "--quiet")
    committed(site, "site")
    return site


def head(site: Path) -> str:
    return git(site, "rev-parse", "HEAD").strip()


def test_the_file_holds_the_site_of_the_last_commit(site: Path) -> None:
    """Every file once, with its bytes, and the index tells the commit."""
    done = run("oit", "zip", cwd=site, **DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert head(site) in done.stdout
    data = (site / f"oit-site-{head(site)[:12]}.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == tree(site / "site")
    assert json.loads(held["api/v1/index.json"])["commit"] == head(site)


def test_what_is_served_is_compared_with_the_commit(site: Path) -> None:
    """By its address: after an upload, and when nobody knows what stands there."""
    run("oit", "zip", cwd=site, **DAY)
    with serving(site / "site") as address:
        asked = ("oit", "deployable", f"{address}/", "--commit")
        assert run(*asked, head(site), cwd=site, **DAY).returncode == 0
        assert run(*asked, "f" * 40, cwd=site, **DAY).returncode == 1


def test_uncommitted_files_are_not_packed(site: Path) -> None:
    """Nobody could tell afterwards what was published."""
    (site / "oit_items/2568/O01/record.md").open("a").write("\n")
    done = run("oit", "zip", cwd=site, **DAY)
    assert done.returncode == 2
    assert "oit_items/2568/O01/record.md" in done.stderr
    assert list(site.glob("*.zip")) == []


def test_a_site_that_the_gate_refuses_is_not_packed(site: Path) -> None:
    """As it would not be published otherwise."""
    (site / "oit_items/2568/O03/record.md").unlink()
    committed(site, "without a record")
    assert run("oit", "zip", cwd=site, **DAY).returncode == 1
    assert list(site.glob("*.zip")) == []


def test_a_file_that_git_leaves_out_is_not_packed_unseen(site: Path) -> None:
    """It is not of the commit that the file names."""
    (site / ".gitignore").write_text("/site/\n/.oit-*\n/.site-*\n*.tmp\n")
    committed(site, "leave out")
    (site / "docs/notes.tmp").write_text("x")
    done = run("oit", "zip", cwd=site, **DAY)
    assert done.returncode == 2
    assert "docs/notes.tmp" in done.stderr


def test_the_day_of_what_is_packed_is_told(site: Path) -> None:
    """A day that is still set would otherwise be packed in silence."""
    done = run("oit", "zip", cwd=site, **DAY)
    assert "30 เมษายน 2568" in done.stdout


def test_a_real_site_of_a_set_day_is_not_packed(site: Path) -> None:
    """Exit 2, with the way to rehearse; a rehearsal is not packed either."""
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    make_ready(site)
    committed(site, "real")
    done = run("oit", "zip", cwd=site, OIT_GATE="report", **DAY)
    assert done.returncode == 2, done.stdout + done.stderr
    assert list(site.glob("*.zip")) == []
