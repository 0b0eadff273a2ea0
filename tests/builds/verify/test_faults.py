"""What an auditor would meet on a published site is found; a clean site passes."""

from pathlib import Path

import pytest

from helpers.builds import built
from helpers.faulty_server import Reply, faulty
from helpers.support import copy_site, serving, tree
from helpers.verify_command import (
    AS_OF,
    CLOSED,
    FILE,
    LOGIN,
    PAGE,
    checks,
    first_bytes_changed,
    found,
)


def test_the_sample_site_passes_from_a_server_a_sub_folder_and_a_folder(sample: Path) -> None:
    """By its own address, that of its index, and that of a page."""
    with serving(sample) as address:
        assert found(address, as_of=CLOSED) == []
        assert found(f"{address}/api/v1/index.json", as_of=CLOSED) == []
    with serving(sample.parent) as address:
        assert found(f"{address}/site/", as_of=CLOSED) == []
        assert found(f"{address}/site/index.html", as_of=CLOSED) == []
    assert found(str(sample), as_of=CLOSED) == []
    assert found(str(sample / "api/v1/index.json"), as_of=CLOSED) == []


def test_a_site_of_absolute_addresses_passes_where_it_is_mirrored(tmp_path: Path) -> None:
    """Its own address need not be the one at which it is looked at."""
    site = copy_site("current", tmp_path)
    config = site / "mkdocs.yml"
    text = f"site_url: https://office.invalid/oit/\n{config.read_text('utf-8')}"
    config.write_text(text, "utf-8")
    folder = built(site, OIT_AS_OF=AS_OF)
    assert "https://office.invalid/oit/2568/o1/" in (folder / "api/v1/index.json").read_text()
    assert found(str(folder)) == []
    with serving(folder) as address:
        assert found(address) == []


def test_a_changed_byte_is_found(site: Path) -> None:
    """By the hash, where the size is the same."""
    assert checks(site, {f"/{FILE}": first_bytes_changed(site)}) == {("sha256", FILE)}
    longer = Reply(body=(site / FILE).read_bytes() + b"\r\n", media_type="text/csv")
    assert checks(site, {f"/{FILE}": longer}) == {("sha256", FILE), ("size", FILE)}


@pytest.mark.parametrize(
    ("reply", "check"),
    [
        (Reply(status=404, body=PAGE), "not-found"),
        (Reply(status=410), "not-found"),
        (Reply(status=403), "http-status"),
        (Reply(status=500), "http-status"),
        (Reply(body=LOGIN), "login-page"),
        (Reply(body=LOGIN, media_type="text/csv"), "login-page"),
        (Reply(body=PAGE), "page-instead-of-file"),
        (Reply(status=302, headers={"Location": "https://login.invalid/"}), "redirected-away"),
        (Reply(status=302, headers={"Location": f"/{FILE}"}), "redirected-away"),
        (Reply(body=b"x", media_type="text/csv", said_length=9), "incomplete-read"),
    ],
)
def test_a_file_that_does_not_come_is_found(site: Path, reply: Reply, check: str) -> None:
    """Absent, refused, behind a login, replaced by a page, led away, or broken off."""
    assert checks(site, {f"/{FILE}": reply}) == {(check, FILE)}


def test_a_file_missing_from_a_server_and_from_a_folder_is_found(
    site: Path, tmp_path: Path
) -> None:
    """The same either way."""
    copy = tmp_path / "copy"
    for name, data in tree(site).items():
        if name != FILE:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(data)
    with serving(copy) as address:
        assert [finding["check"] for finding in found(address)] == ["not-found"]
    assert [finding["check"] for finding in found(str(copy))] == ["not-found"]


def test_a_wrong_media_type_is_found(site: Path) -> None:
    """Of files, pages and documents; where none is said, that is only told."""
    data = (site / FILE).read_bytes()
    assert checks(site, {f"/{FILE}": Reply(body=data, media_type="text/html")}) == {
        ("media-type", FILE)
    }
    page = (site / "2568/o1/index.html").read_bytes()
    wrong = {"/2568/o1/": Reply(body=page, media_type="text/plain")}
    assert checks(site, wrong) == {("media-type", "2568/o1/")}
    index = (site / "api/v1/index.json").read_bytes()
    wrong = {"/api/v1/index.json": Reply(body=index, media_type="text/html; charset=utf-8")}
    assert checks(site, wrong) == {("media-type", "api/v1/index.json")}
    for unsaid in ("", "application/octet-stream"):
        with faulty(site, {f"/{FILE}": Reply(body=data, media_type=unsaid)}) as server:
            assert [finding["level"] for finding in found(server.address)] == ["notice"]


def test_an_index_past_its_deadlines_is_found(site: Path) -> None:
    """On the day of a deadline it is in time; on the next it is not, until the round is over."""
    assert found(str(site), as_of="2025-06-16") == []
    late = found(str(site), as_of="2025-06-17")
    assert {late_item["check"] for late_item in late} == {"past-deadline"}
    assert ("2568/O1", "1") in {
        (late_item["subject"], late_item["params"]["days"]) for late_item in late
    }
    over = {finding["check"] for finding in found(str(site), as_of="2026-06-17")}
    assert over == {"past-deadline", "round-state"}
    assert {finding["check"] for finding in found(str(site), as_of="2025-01-01")} == {
        "date-in-future"
    }


@pytest.mark.parametrize(
    ("path", "old", "new", "check"),
    [
        ("2568/o1/", 'data-oit="2568/O1"', 'data-oit="2568/O2"', "marker"),
        ("2568/o1/", 'data-oit-status="current"', 'data-oit-status="due"', "marker-status"),
        ("2568/o1/", "data-oit-requirement=", "data-x=", "marker-requirement"),
        ("2568/", 'data-oit="2568/O1"', "", "marker"),
    ],
)
def test_a_page_whose_marker_is_gone_is_found(
    site: Path, path: str, old: str, new: str, check: str
) -> None:
    """Of the item, its status, its requirements, and its line in the round."""
    text = (site / path / "index.html").read_text("utf-8")
    assert old in text
    wrong = {f"/{path}": Reply(body=text.replace(old, new).encode())}
    assert (check, path) in checks(site, wrong)


def test_a_login_page_in_the_place_of_a_page_is_found(site: Path) -> None:
    """And told once, not mark by mark."""
    assert checks(site, {"/2568/o1/": Reply(body=LOGIN)}) == {("login-page", "2568/o1/")}
