"""`oit deployable`: a site that is not whole, or of another version, is never published."""

from pathlib import Path

import pytest

from helpers.builds import built
from helpers.commands import run
from helpers.support import copy_site, delete, replace

COMMIT = "0123456789abcdef0123456789abcdef01234567"
INDEX = "site/api/v1/index.json"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current`, built from a commit."""
    site = copy_site("current", tmp_path)
    given = {"OIT_AS_OF": "2025-04-30", "OIT_COMMIT": COMMIT}
    built(site, **given)
    return site


def asked(site: Path, commit: str = COMMIT) -> tuple[int, str]:
    done = run("oit", "deployable", "site", "--commit", commit, cwd=site)
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
    assert (status, "3 ข้อ แต่ข้อกำหนดมี 4 ข้อ" in text) == (1, True), text


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
