"""`oit deployable`: a site that is not whole, or of another version, is never published."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from helpers.builds import built
from helpers.commands import run
from helpers.repositories import committed, git
from helpers.support import copy_site, delete, replace, serving
from oit.catalog.dates import thai_date
from oit.system.clock import now_in_bangkok

COMMIT = "0123456789abcdef0123456789abcdef01234567"
INDEX = "site/api/v1/index.json"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current`, built from a commit."""
    site = copy_site("current", tmp_path)
    given = {"OIT_AS_OF": "2025-04-30", "OIT_COMMIT": COMMIT}
    built(site, **given)
    return site


def asked(
    site: Path, commit: str = COMMIT, *options: str, as_of: str = "2025-04-30"
) -> tuple[int, str]:
    given = ("site", "--commit", commit, *options)
    done = run("oit", "deployable", *given, cwd=site, OIT_AS_OF=as_of)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def test_a_whole_site_of_the_version_that_is_meant_may_go(site: Path) -> None:
    """As many items as the mandate, and its commit; a site of another commit may not."""
    assert asked(site)[0] == 0
    status, text = asked(site, "f" * 40)
    assert (status, COMMIT in text) == (1, True)


def test_a_mandate_that_has_grown_since_keeps_the_site(site: Path) -> None:
    """An item that is nowhere to be found must not go unnoticed."""
    replace("oit_items/2568/mandate.yml", "item_count: 3", "item_count: 4")(site)
    status, text = asked(site)
    assert (status, "3 ข้อ แต่เกณฑ์ของรอบมี 4 ข้อ" in text) == (1, True), text


def test_a_build_that_was_not_told_its_commit_is_of_no_version(site: Path) -> None:
    """Fail closed."""
    replace(INDEX, f'"commit": "{COMMIT}"', '"commit": null')(site)
    assert asked(site)[0] == 1


@pytest.mark.parametrize("commit", ["main", "", "0123"])
def test_a_name_that_moves_is_no_commit(commit: str, site: Path) -> None:
    """A branch may be another version a moment later."""
    assert asked(site, commit)[0] == 2


def test_a_site_without_an_index_is_refused(site: Path) -> None:
    """With a sentence."""
    delete(INDEX)(site)
    assert asked(site)[0] == 2


@pytest.mark.parametrize("as_of", ["2025-04-29", "2025-04-20"])
def test_a_site_of_another_day_is_not_published(as_of: str, site: Path) -> None:
    """Yesterday's build, or one for which a day was still set: with both days and the remedy."""
    status, text = asked(site, as_of=as_of)
    assert status == 1
    assert thai_date(date.fromisoformat(as_of)) in text
    assert "30 เมษายน 2568" in text
    assert "OIT_AS_OF" in text


def test_a_real_site_is_compared_with_the_real_day(site: Path) -> None:
    """Whatever day is set: a round that is still open is of today, or it is not published."""
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    replace(INDEX, '"closes": "2025-04-30"', '"closes": "2399-09-30"')(site)
    status, text = asked(site)
    assert (status, thai_date(now_in_bangkok().date()) in text) == (1, True), text


@pytest.fixture
def published(site: Path) -> Iterator[tuple[Path, list[str]]]:
    """The site in a repository, its settings naming the address at which its copy is served."""
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "config", "commit.gpgsign", "false")
    (site / ".gitignore").write_text("/site/\n")
    commits = []
    for message in ("first", "second"):
        (site / "note.md").write_text(message)
        committed(site, message)
        commits.append(git(site, "rev-parse", "HEAD").strip())
    live = site.parent / "live"
    shutil.copytree(site / "site", live)
    with serving(live) as address:
        text = (site / "mkdocs.yml").read_text("utf-8")
        (site / "mkdocs.yml").write_text(f"site_url: {address}/\n{text}", "utf-8")
        yield site, commits


def says(index: Path, commit: str) -> None:
    text = index.read_text("utf-8")
    index.write_text(re.sub(r'"commit": "\w+"', f'"commit": "{commit}"', text), "utf-8")


def test_a_main_branch_that_continues_what_is_published_may_go(
    published: tuple[Path, list[str]],
) -> None:
    """The commit last published is on its first-parent line, or is the same."""
    site, (first, second) = published
    says(site / INDEX, second)
    for live in (first, second):
        says(site.parent / "live/api/v1/index.json", live)
        assert asked(site, second, "--continues")[0] == 0


def test_a_main_branch_that_lost_what_is_published_may_not_go(
    published: tuple[Path, list[str]],
) -> None:
    """History was rewritten, or the commit came by a side branch: with the remedy."""
    site, (first, second) = published
    says(site / INDEX, second)
    git(site, "switch", "--quiet", "--create", "side", first)
    git(site, "commit", "--quiet", "--allow-empty", "--message", "side")
    side = git(site, "rev-parse", "HEAD").strip()
    git(site, "switch", "--quiet", "main")
    git(site, "merge", "--quiet", "--no-ff", "--message", "merge", side)
    merged = git(site, "rev-parse", "HEAD").strip()
    says(site / INDEX, merged)
    for lost in ("f" * 40, side):
        says(site.parent / "live/api/v1/index.json", lost)
        status, text = asked(site, merged, "--continues")
        assert status == 1
        assert lost in text
        assert "กู้คืน" in text
        assert "history_rewritten" in text, "nobody restores what was purged"
        assert asked(site, merged)[0] == 0, "as a run after a purge asks"


def test_a_first_publication_continues_nothing(published: tuple[Path, list[str]]) -> None:
    """There is no index yet at the address."""
    site, (_, second) = published
    says(site / INDEX, second)
    (site.parent / "live/api/v1/index.json").unlink()
    status, text = asked(site, second, "--continues")
    assert (status, "เผยแพร่ครั้งแรก" in text) == (0, True)


def test_what_is_published_must_be_known(published: tuple[Path, list[str]]) -> None:
    """Something else at the address is no first publication."""
    site, (_, second) = published
    says(site / INDEX, second)
    (site.parent / "live/api/v1/index.json").write_text("<!doctype html>")
    assert asked(site, second, "--continues")[0] == 2


def test_half_a_history_tells_nothing(published: tuple[Path, list[str]], tmp_path: Path) -> None:
    """Exit 2, with the remedy."""
    site, (_, second) = published
    says(site.parent / "live/api/v1/index.json", "f" * 40)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", site.as_uri(), str(shallow))
    shutil.copytree(site / "site", shallow / "site")
    shutil.copy(site / "mkdocs.yml", shallow)
    says(shallow / INDEX, second)
    status, text = asked(shallow, second, "--continues")
    assert (status, "git fetch --unshallow" in text) == (2, True), text
