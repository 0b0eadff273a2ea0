"""`oit live`: what is served is the version and the day that were deployed, or an issue says so."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from helpers.builds import built
from helpers.commands import run
from helpers.fake_forge import BOT, FakeForge, forge
from helpers.faulty_server import Replies, Reply, faulty
from helpers.support import copy_site, tree
from oit.commands.live import chosen

COMMIT = "0123456789abcdef0123456789abcdef01234567"
DAY = "2025-04-30"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site `current`, built from a commit; nobody changes it."""
    site = copy_site("current", tmp_path_factory.mktemp("live"))
    built(site, OIT_AS_OF=DAY, OIT_COMMIT=COMMIT)
    return site


@pytest.fixture(params=["github", "gitlab"])
def on_forge(request: pytest.FixtureRequest) -> Iterator[FakeForge]:
    """Each of the two forges."""
    with forge(request.param) as fake:
        yield fake


def asked(
    site: Path,
    *options: str,
    replies: Replies | None = None,
    commit: str = COMMIT,
    given: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    with faulty(site / "site", replies or {}) as server:
        words = ("live", f"{server.address}/", "--commit", commit, *options)
        done = run("oit", *words, cwd=site, **{"OIT_AS_OF": DAY, **(given or {})})
    return done.returncode, done.stdout + done.stderr


def test_what_was_deployed_is_served(site: Path) -> None:
    """Commit, day and ten files."""
    status, text = asked(site)
    assert status == 0, text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"commit": "f" * 40}, "f" * 40),
        ({"given": {"OIT_AS_OF": "2025-04-29"}}, "29 เมษายน 2568"),
        ({"replies": {"/api/v1/index.json": Reply(status=404)}}, "ไม่พบดัชนี"),
        ({"replies": {"/api/v1/index.json": Reply(body=b"<html>")}}, "ไม่พบดัชนี"),
        ({"replies": {"/api/v1/checksums.txt": Reply(status=404)}}, "checksums.txt"),
    ],
)
def test_an_old_or_absent_site_is_told(options: dict[str, Any], told: str, site: Path) -> None:
    """Status 1, with what is there and what should be."""
    status, text = asked(site, **options)
    assert (status, told in text) == (1, True), text


def test_an_old_file_among_the_ten_is_told(site: Path) -> None:
    """A cache may keep one page of yesterday."""
    sums = (site / "site/api/v1/checksums.txt").read_text("utf-8").splitlines()
    file = chosen([line.split("  ", 1)[1] for line in sums], COMMIT)[3]
    status, text = asked(site, replies={f"/{file}": Reply(body=b"old")})
    assert (status, file in text) == (1, True)


def test_ten_files_are_asked_for_and_others_for_each_commit() -> None:
    """The same ones whoever asks, in whatever order they are listed."""
    paths = [f"{number}/index.html" for number in range(100)]
    first = chosen(paths, COMMIT)
    assert len(set(first)) == 10
    assert chosen(paths[::-1], COMMIT) == first
    assert set(chosen(paths, "f" * 40)) != set(first)


def test_an_issue_is_open_as_long_as_the_site_is_old(site: Path, on_forge: FakeForge) -> None:
    """Opened once, kept under one number, closed when the site is up to date."""
    given = on_forge.variables()
    for _ in range(2):
        assert asked(site, "--issue", commit="f" * 40, given=given)[0] == 1
        [issue] = on_forge.about("live")
    assert "f" * 40 in issue.body
    assert asked(site, "--issue", given=given)[0] == 0
    assert on_forge.about("live") == []


def test_it_leaves_all_other_issues_alone_and_is_left_alone(
    site: Path, on_forge: FakeForge
) -> None:
    """The daily look at deadlines neither closes it nor has its own closed."""
    late = on_forge.add(BOT[on_forge.kind], "late", "<!-- oit:late:2568/O1 -->\nx")
    given = on_forge.variables()
    assert asked(site, "--issue", commit="f" * 40, given=given)[0] == 1
    assert late.is_open
    done = run("oit", "freshness", cwd=site, OIT_AS_OF=DAY, **given)
    assert done.returncode == 0, done.stderr
    assert len(on_forge.about("live")) == 1


def test_without_a_forge_no_issue_can_be_written(site: Path) -> None:
    """Exit 2; without the option it only tells."""
    assert asked(site, "--issue", commit="f" * 40)[0] == 2


def test_a_site_without_an_address_is_told(site: Path) -> None:
    """With the setting to write."""
    done = run("oit", "live", "--commit", COMMIT, cwd=site, OIT_AS_OF=DAY)
    assert (done.returncode, "site_url" in done.stderr) == (2, True)


def test_what_a_stranger_serves_is_escaped_in_the_issue(site: Path, on_forge: FakeForge) -> None:
    """An index is data, wherever it comes from."""
    index = json.loads((site / "site/api/v1/index.json").read_text("utf-8"))
    index["commit"] = "@everybody <img src=x>"
    reply = Reply(body=json.dumps(index).encode(), media_type="application/json")
    asked(site, "--issue", replies={"/api/v1/index.json": reply}, given=on_forge.variables())
    [issue] = on_forge.about("live")
    assert "<img" not in issue.body


def test_nothing_is_left_in_the_folder(site: Path) -> None:
    """It only asks."""
    before = tree(site)
    asked(site)
    assert tree(site) == before
