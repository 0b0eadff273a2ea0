"""A site is the same, byte for byte, whatever is known of earlier builds."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from helpers.commands import Finished, run, run_process
from helpers.recorded_office import MARCH, O1, RecordedOffice, given
from helpers.repositories import git
from helpers.support import replace, tree

DAY = "2025-04-30"


class Builds:
    """The site of an office with a history, its cache, and what was built while that was empty."""

    def __init__(self, target: Path) -> None:
        self.office = RecordedOffice(target)
        self.office.record(date(2025, 4, 11), given(MARCH))
        self.cache = target / "cache"
        self.cold = self.built(self.cache)

    def built(self, cache: Path, site: Path | None = None) -> dict[str, bytes]:
        """What a build makes with a cache; like a person's, whatever the machine."""
        folder = site or self.office.site
        done = run("oit", "build", cwd=folder, OIT_AS_OF=DAY, OIT_CACHE=str(cache), CI="")
        return site_of(done, folder)


def site_of(done: Finished, folder: Path) -> dict[str, bytes]:
    """All files of the site that a build has made."""
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


def assert_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """The same files with the same bytes; a failure names those that are not."""
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """An office that was built once."""
    return Builds(tmp_path_factory.mktemp("office"))


def test_with_a_cache_that_knows_all(builds: Builds) -> None:
    """What is remembered is what was made."""
    assert any((builds.cache / "pages").rglob("*")), "pages are remembered"
    assert_same(builds.cold, builds.built(builds.cache))


def test_with_a_cache_that_is_damaged(builds: Builds, tmp_path: Path) -> None:
    """A byte of every entry is another: nothing of it is used."""
    cache = tmp_path / "cache"
    shutil.copytree(builds.cache, cache)
    for entry in (path for path in cache.rglob("*") if path.is_file() and path.stat().st_size):
        data = bytearray(entry.read_bytes())
        data[len(data) // 2] ^= 1
        entry.write_bytes(data)
    assert_same(builds.cold, builds.built(cache))


def test_without_a_cache(builds: Builds, tmp_path: Path) -> None:
    """Where it can be neither read nor written."""
    (tmp_path / "file").write_text("")
    assert_same(builds.cold, builds.built(tmp_path / "file/cache"))


def test_two_builds_at_once_share_a_cache(builds: Builds, tmp_path: Path) -> None:
    """Each of a checkout of its own, both with a cache that is empty when they begin."""
    sites = [tmp_path / name for name in ("one", "other")]
    for site in sites:
        shutil.copytree(builds.office.top, site, ignore=shutil.ignore_patterns("site"))

    def built(site: Path) -> dict[str, bytes]:
        variables = {"OIT_AS_OF": DAY, "OIT_CACHE": str(tmp_path / "cache"), "CI": ""}
        return site_of(run_process("oit", "build", cwd=site, **variables), site)

    with ThreadPoolExecutor(len(sites)) as pool:
        for made in pool.map(built, sites):
            assert_same(builds.cold, made)


def test_after_a_commit_that_changes_a_record(builds: Builds, tmp_path: Path) -> None:
    """The witness tells of one commit more, which every page of the record shows."""
    site = tmp_path / "site-of-office"
    shutil.copytree(builds.office.top, site, ignore=shutil.ignore_patterns("site"))
    replace(O1, "title: แบบวัด EIT", "title: แบบวัดอื่น")(site)
    git(site, "commit", "--quiet", "--all", "--message", "a title")
    warm = builds.built(builds.cache, site)
    assert_same(builds.built(tmp_path / "empty", site), warm)
    assert warm["2568/o1/index.html"] != builds.cold["2568/o1/index.html"]
