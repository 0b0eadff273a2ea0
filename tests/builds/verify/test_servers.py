"""Web servers stumble, move, linger and point elsewhere."""

import json
from pathlib import Path

from click.testing import CliRunner

from helpers.faulty_server import Reply, faulty
from helpers.support import tree
from helpers.verify_command import FILE, checks, found, verify
from oit.commands.cli import main
from oit.system.fetching import Fetcher
from oit.web_response import RequestLimits, Trouble


def test_a_link_out_of_a_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    """A folder of strangers may hold one."""
    copy, secret = tmp_path / "copy", tmp_path / "secret.csv"
    for name, data in tree(site).items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    secret.write_bytes((site / FILE).read_bytes())
    (copy / FILE).unlink()
    (copy / FILE).symlink_to(secret)
    assert [(finding["check"], finding["path"]) for finding in found(str(copy))] == [
        ("redirected-away", FILE)
    ]


def test_a_server_that_stumbles_is_asked_again(site: Path) -> None:
    """A busy moment, or an answer that broke off, is no discrepancy."""
    whole = Reply(body=(site / FILE).read_bytes(), media_type="text/csv")
    cut = Reply(body=b"x", media_type="text/csv", said_length=9)
    replies = {
        f"/{FILE}": [cut, whole],
        "/2568/o1/": [
            Reply(status=503, headers={"Retry-After": "0"}),
            Reply(body=(site / "2568/o1/index.html").read_bytes()),
        ],
    }
    assert checks(site, replies) == set()


def test_a_redirect_within_the_site_is_followed(site: Path) -> None:
    """Moved, and still there."""
    (site / "moved.csv").write_bytes((site / FILE).read_bytes())
    replies = {f"/{FILE}": Reply(status=301, headers={"Location": "/moved.csv"})}
    assert checks(site, replies) == set()


def test_a_site_that_has_moved_is_taken_for_the_one_it_moved_to(site: Path) -> None:
    """As into a folder, under the same name."""
    onward = Reply(status=301, headers={"Location": "/site/api/v1/index.json"})
    with faulty(site.parent, {"/api/v1/index.json": onward}) as server:
        assert found(server.address) == []
        assert [path for path in server.paths() if not path.startswith("/site/")] == [
            "/api/v1/index.json"
        ]


def test_another_port_is_another_site(site: Path) -> None:
    """Of the index as of a file: who listens there may be anybody."""
    with faulty(site, {}) as other:
        for path in ("api/v1/index.json", FILE):
            onward = Reply(status=302, headers={"Location": f"{other.address}/{path}"})
            with faulty(site, {f"/{path}": onward}) as server:
                done = verify(server.address)
            assert done.exit_code in (1, 2)
            assert f"→ {other.address}/{path}" in done.output
        assert other.asked == []


def test_a_header_that_comes_a_byte_at_a_time_is_not_waited_for(site: Path) -> None:
    """Each byte comes in time, and the header would never end; retries do not begin it anew."""
    slow = {"/x": Reply(body=b"x", header_seconds_a_byte=0.02)}
    with faulty(site, slow) as server:
        fetcher = Fetcher(RequestLimits(whole_seconds=0.3, seconds=5), "tests", 1)
        answer = fetcher.get(f"{server.address}/x", may_follow=lambda _: False).response
    assert answer.trouble is Trouble.TIMED_OUT
    assert len(server.asked) <= 2


def test_a_body_of_no_said_length_that_is_cut_off_by_the_limit_is_not_whole(site: Path) -> None:
    """The end of the connection would be the end of such a body."""
    slow = {"/x": Reply(body=b"x" * 10_000, seconds_a_byte=0.02, says_length=False)}
    with faulty(site, slow) as server:
        fetcher = Fetcher(RequestLimits(whole_seconds=0.2), "tests", 1)
        answer = fetcher.get(f"{server.address}/x", may_follow=lambda _: False).response
    assert answer.trouble is Trouble.TIMED_OUT


def test_a_password_in_an_address_is_never_shown(site: Path) -> None:
    """Neither that of the auditor nor one to which a server leads: `***` stands in its place."""
    for command in (("verify",), ("diff", str(site)), ("deployable", "--commit", "0" * 40)):
        done = CliRunner().invoke(main, [*command, "https://name:secret-word@office.invalid/"])
        assert done.exit_code == 2, done.output
        assert "secret-word" not in done.output
        assert "https://***@office.invalid/" in done.output
    mistyped = ["deployable", "ftp://name:secret-word@office.invalid/", "--commit", "0" * 40]
    assert "secret-word" not in CliRunner().invoke(main, mistyped).output
    onward = Reply(status=302, headers={"Location": "https://name:secret-word@office.invalid/"})
    for path in ("api/v1/index.json", FILE):
        with faulty(site, {f"/{path}": onward}) as server:
            for layout in ("text", "json", "csv"):
                done = verify(server.address, "--format", layout)
                assert "secret-word" not in done.output
                assert "https://***@office.invalid/" in done.output


def test_a_site_that_sends_its_reader_to_another_name_is_not_left_for_it(site: Path) -> None:
    """Who asked for one office's index is not told that another's is right."""
    with faulty(site, {}) as other:
        elsewhere = other.address.replace("127.0.0.1", "localhost")
        onward = Reply(status=302, headers={"Location": f"{elsewhere}/api/v1/index.json"})
        with faulty(site, {"/api/v1/index.json": onward}) as server:
            done = verify(server.address)
        assert (done.exit_code, other.asked) == (2, [])
    assert f"→ {elsewhere}/api/v1/index.json" in done.stderr


def test_who_sends_a_byte_at_a_time_is_not_waited_for(site: Path) -> None:
    """Each piece comes in time, and the whole would not."""
    slow = {"/x": Reply(body=b"x" * 10_000, seconds_a_byte=0.02)}
    with faulty(site, slow) as server:
        fetcher = Fetcher(RequestLimits(whole_seconds=0.2), "tests", 1)
        answer = fetcher.get(f"{server.address}/x", may_follow=lambda _: False).response
    assert answer.trouble is Trouble.TIMED_OUT


def test_a_page_of_no_type_is_found_and_a_file_of_none_is_told(site: Path) -> None:
    """A browser saves such a page instead of showing it."""
    page = Reply(body=(site / "2568/o1/index.html").read_bytes(), media_type="binary/octet-stream")
    assert checks(site, {"/2568/o1/": page}) == {("media-type", "2568/o1/")}
    file = Reply(body=(site / FILE).read_bytes(), media_type="application/octet-stream")
    assert checks(site, {f"/{FILE}": file}) == {("media-type-generic", FILE)}


def test_what_is_too_slow_or_too_large_is_not_taken_for_checked(site: Path) -> None:
    """Within bounds that the auditor sets."""
    slow = {f"/{FILE}": Reply(body=b"x", after_seconds=3)}
    assert checks(site, slow, "--seconds", "0.2") == {("timed-out", FILE)}
    large = {f"/{FILE}": Reply(body=b"x" * 1_000_001, media_type="text/csv")}
    form = ("too-large", "admin/decap-cms.js")
    assert checks(site, large, "--megabytes", "1") == {("too-large", FILE), form}


def test_other_sites_are_asked_only_on_request(site: Path) -> None:
    """A link is evidence too, but its site is not the office's."""
    with faulty(site, {"/there": Reply(), "/gone": Reply(status=404)}) as elsewhere:
        entry = {"kind": "url", "title": "ก", "published": "2025-04-01", "sample": False}
        index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
        cell = index["rounds"][0]["items"][0]["requirements"][0]["cells"][0]
        for path in ("there", "gone"):
            address = f"{elsewhere.address}/{path}"
            cell["evidence"].append({**entry, "url": address, "division": "finance"})
        body = json.dumps(index).encode()
        replies = {"/api/v1/index.json": Reply(body=body, media_type="application/json")}
        with faulty(site, replies) as server:
            found(server.address)
            assert elsewhere.asked == []
            asked = found(server.address, "--external")
    told = [one["check"] for one in asked if one["path"].startswith(elsewhere.address)]
    assert told == ["not-found"]
