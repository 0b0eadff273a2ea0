"""`oit verify` against real web servers on this machine: what it finds, and what it lets pass."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from faulty_server import Replies, Reply, faulty
from oit.terms import Language
from oit.verification.values import Discrepancy
from oit.verification.wording import messages, words_of
from oit_app.cli import main
from support import copy_shipped, copy_site, replace, run, serving, tree

AS_OF = "2025-04-30"
CLOSED = "2026-01-15"
FILE = "2568/o1/summary-2025-03.csv"
LOGIN = b'<!doctype html><form><input type="PASSWORD" name="p"></form>'
PAGE = b"<!doctype html><title>x</title><p>x</p>"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def built(site: Path, **variables: str) -> Path:
    done = run("mkdocs", "build", "--quiet", "--strict", cwd=site, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return site / "site"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, built in a folder of its own."""
    return built(copy_shipped(tmp_path_factory.mktemp("shipped")), OIT_AS_OF=CLOSED)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site whose round is open for months to come, built."""
    site = copy_site("current", tmp_path_factory.mktemp("current"))
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    return built(site, OIT_AS_OF=AS_OF)


def verify(*arguments: str, as_of: str = AS_OF, language: str = "th") -> Result:
    environment = {"OIT_AS_OF": as_of, "OIT_LANG": language}
    return CliRunner().invoke(main, ["verify", *arguments], env=environment)


def found(location: str, *arguments: str, as_of: str = AS_OF) -> list[dict[str, Any]]:
    """The discrepancies, with the exit status that goes with them."""
    done = verify(location, "--format", "json", *arguments, as_of=as_of)
    document = json.loads(done.stdout)
    failing = [one for one in document["discrepancies"] if one["level"] == "failure"]
    assert done.exit_code == (1 if failing else 0), done.stderr
    assert document["passed"] is (not failing)
    return list(document["discrepancies"])


def checks(site: Path, replies: Replies, *arguments: str) -> set[tuple[str, str]]:
    """Check and path of what is found on a server with these answers."""
    with faulty(site, replies) as server:
        return {(one["check"], one["path"]) for one in found(server.address, *arguments)}


@pytest.mark.xdist_group("verify")
def test_the_shipped_site_passes_from_a_server_a_sub_folder_and_a_folder(shipped: Path) -> None:
    """By its own address, that of its index, and that of a page."""
    with serving(shipped) as address:
        assert found(address, as_of=CLOSED) == []
        assert found(f"{address}/api/v1/index.json", as_of=CLOSED) == []
    with serving(shipped.parent) as address:
        assert found(f"{address}/site/", as_of=CLOSED) == []
        assert found(f"{address}/site/index.html", as_of=CLOSED) == []
    assert found(str(shipped), as_of=CLOSED) == []
    assert found(str(shipped / "api/v1/index.json"), as_of=CLOSED) == []


@pytest.mark.xdist_group("verify")
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


def _first_bytes_changed(site: Path) -> Reply:
    data = (site / FILE).read_bytes()
    return Reply(body=data[:-3] + b"9" + data[-2:], media_type="text/csv")


@pytest.mark.xdist_group("verify")
def test_a_changed_byte_is_found(site: Path) -> None:
    """By the hash, where the size is the same."""
    assert checks(site, {f"/{FILE}": _first_bytes_changed(site)}) == {("sha256", FILE)}
    longer = Reply(body=(site / FILE).read_bytes() + b"\r\n", media_type="text/csv")
    assert checks(site, {f"/{FILE}": longer}) == {("sha256", FILE), ("size", FILE)}


@pytest.mark.xdist_group("verify")
@pytest.mark.parametrize(
    ("reply", "check"),
    [
        (Reply(status=404, body=PAGE), "absent"),
        (Reply(status=410), "absent"),
        (Reply(status=403), "status"),
        (Reply(status=500), "status"),
        (Reply(body=LOGIN), "login-page"),
        (Reply(body=LOGIN, media_type="text/csv"), "login-page"),
        (Reply(body=PAGE), "page-instead"),
        (Reply(status=302, headers={"Location": "https://login.invalid/"}), "led-away"),
        (Reply(status=302, headers={"Location": f"/{FILE}"}), "led-away"),
        (Reply(body=b"x", media_type="text/csv", said_length=9), "broken-off"),
    ],
)
def test_a_file_that_does_not_come_is_found(site: Path, reply: Reply, check: str) -> None:
    """Absent, refused, behind a login, replaced by a page, led away, or broken off."""
    assert checks(site, {f"/{FILE}": reply}) == {(check, FILE)}


@pytest.mark.xdist_group("verify")
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
        assert [one["check"] for one in found(address)] == ["absent"]
    assert [one["check"] for one in found(str(copy))] == ["absent"]


@pytest.mark.xdist_group("verify")
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
            assert [one["level"] for one in found(server.address)] == ["notice"]


@pytest.mark.xdist_group("verify")
def test_an_index_past_its_deadlines_is_found(site: Path) -> None:
    """On the day of a deadline it is in time; on the next it is not, until the round is over."""
    assert found(str(site), as_of="2025-06-16") == []
    late = found(str(site), as_of="2025-06-17")
    assert {one["check"] for one in late} == {"past-deadline"}
    assert ("2568/O1", "1") in {(one["subject"], one["params"]["days"]) for one in late}
    over = {one["check"] for one in found(str(site), as_of="2026-06-17")}
    assert over == {"past-deadline", "round-state"}
    assert {one["check"] for one in found(str(site), as_of="2025-01-01")} == {"from-the-future"}


@pytest.mark.xdist_group("verify")
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


@pytest.mark.xdist_group("verify")
def test_a_login_page_in_the_place_of_a_page_is_found(site: Path) -> None:
    """And told once, not mark by mark."""
    assert checks(site, {"/2568/o1/": Reply(body=LOGIN)}) == {("login-page", "2568/o1/")}


@pytest.mark.xdist_group("verify")
def test_documents_that_contradict_the_index_are_found(site: Path) -> None:
    """Whichever of them was left from another day."""
    api = site / "api/v1"
    item = (
        (api / "2568/o1.json").read_text("utf-8").replace('"status": "current"', '"status": "due"')
    )
    rows = (api / "index.csv").read_text("utf-8").replace(",current,", ",due,", 1)
    assert checks(
        site,
        {
            "/api/v1/2568/o1.json": Reply(body=item.encode(), media_type="application/json"),
            "/api/v1/index.csv": Reply(body=rows.encode(), media_type="text/csv"),
            "/api/v1/evidence.csv": Reply(body=b"a,b\r\n", media_type="text/csv"),
            "/api/v1/checklist.json": Reply(body=b"{}", media_type="application/json"),
            "/api/v1/schema/index.json.schema.json": Reply(status=404),
        },
    ) == {
        ("documents-differ", "api/v1/2568/o1.json"),
        ("row-differs", "api/v1/index.csv"),
        ("form", "api/v1/evidence.csv"),
        ("form", "api/v1/checklist.json"),
        ("absent", "api/v1/schema/index.json.schema.json"),
    }


@pytest.mark.xdist_group("verify")
def test_what_a_later_version_adds_is_left_aside(site: Path) -> None:
    """The contract gains optional fields and trailing columns."""
    api = site / "api/v1"
    index = json.loads((api / "index.json").read_text("utf-8"))
    index["rounds"][0]["items"][0]["later_field"] = {"a": 1}
    table = list(csv.reader(io.StringIO((api / "index.csv").read_bytes().decode("utf-8-sig"))))
    text = io.StringIO()
    csv.writer(text).writerows([*row, "more"] for row in table)
    later = {
        "/api/v1/index.json": Reply(body=json.dumps(index).encode(), media_type="application/json"),
        "/api/v1/index.csv": Reply(body=text.getvalue().encode(), media_type="text/csv"),
    }
    assert checks(site, later) == set()


def _index_with(site: Path, **changes: object) -> Reply:
    """The index with other values in its first item."""
    index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    index["rounds"][0]["items"][0].update(changes)
    return Reply(body=json.dumps(index).encode(), media_type="application/json")


@pytest.mark.xdist_group("verify")
@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"filled_count": 99}, "count"),
        ({"score": "0.00"}, "score"),
        ({"status": "incomplete", "score": "0.00"}, "marker-status"),
        ({"url": "https://elsewhere.invalid/"}, "astray"),
        ({"url": "../../etc/"}, "astray"),
        ({"url": "%2e%2e/%2e%2e/etc/"}, "astray"),
        ({"url": "file:///etc/passwd"}, "astray"),
        ({"status": "perfect"}, "form"),
    ],
)
def test_an_index_that_contradicts_itself_is_found(
    site: Path, changes: dict[str, object], check: str
) -> None:
    """And an address that leads out of the site is told, and never asked."""
    with faulty(site, {"/api/v1/index.json": _index_with(site, **changes)}) as server:
        assert check in {one["check"] for one in found(server.address)}
        assert not [path for path in server.paths() if "etc" in path]


def _cell(index: Any) -> Any:
    return index["rounds"][0]["items"][0]["requirements"][0]["cells"][0]


def _file(index: Any) -> Any:
    """The entry of `FILE`."""
    return next(
        entry
        for requirement in index["rounds"][0]["items"][0]["requirements"]
        for cell in requirement["cells"]
        for entry in cell["evidence"]
        if entry["url"] == FILE
    )


@pytest.mark.xdist_group("verify")
@pytest.mark.parametrize(
    ("change", "check"),
    [
        (lambda index: _cell(index).update(state="missing"), "cell-state"),
        (lambda index: _cell(index).update(state="missing", evidence=[]), "status-too-good"),
        (lambda index: _file(index).update(media_type="application/pdf"), "content"),
        (lambda index: _file(index).update(kind="section", url="2568/o1/#no"), "anchor"),
        (lambda index: index["rounds"][0].update(state="closed"), "round-state"),
    ],
)
def test_what_the_evidence_does_not_bear_out_is_found(
    site: Path, change: Callable[[Any], object], check: str
) -> None:
    """States, hashes, types, and sections that are not there."""
    index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    change(index)
    body = json.dumps(index).encode()
    reply = Reply(body=body, media_type="application/json")
    with faulty(site, {"/api/v1/index.json": reply}) as server:
        assert check in {one["check"] for one in found(server.address)}


@pytest.mark.xdist_group("verify")
def test_a_file_that_is_not_the_one_of_the_ledger_is_found(site: Path) -> None:
    """Another version of it, or one that was taken back, is published."""
    ledger = json.loads((site / "api/v1/ledger.json").read_text("utf-8"))
    entry = {"item": "O1", "file": FILE.rpartition("/")[2], "sha256": "0" * 64}
    closed = {"first_published": "2025-04-01", "replaced_by": None, "withdrawn": None}
    ledger["rounds"] = [{"fiscal_year": 2568, "scheme": "test", "files": [{**entry, **closed}]}]
    reply = Reply(body=json.dumps(ledger).encode(), media_type="application/json")
    assert checks(site, {"/api/v1/ledger.json": reply}) == {("ledger", "api/v1/ledger.json")}


@pytest.mark.xdist_group("verify")
def test_a_link_out_of_a_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    """A folder of strangers may hold one."""
    copy, secret = tmp_path / "copy", tmp_path / "secret.csv"
    for name, data in tree(site).items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    secret.write_bytes((site / FILE).read_bytes())
    (copy / FILE).unlink()
    (copy / FILE).symlink_to(secret)
    assert [(one["check"], one["path"]) for one in found(str(copy))] == [("led-away", FILE)]


@pytest.mark.xdist_group("verify")
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


@pytest.mark.xdist_group("verify")
def test_a_redirect_within_the_site_is_followed(site: Path) -> None:
    """Moved, and still there."""
    (site / "moved.csv").write_bytes((site / FILE).read_bytes())
    replies = {f"/{FILE}": Reply(status=301, headers={"Location": "/moved.csv"})}
    assert checks(site, replies) == set()


@pytest.mark.xdist_group("verify")
def test_a_site_that_has_moved_is_taken_for_the_one_it_moved_to(site: Path) -> None:
    """As from http to https, or to another host."""
    with serving(site) as address:
        onward = Reply(status=301, headers={"Location": f"{address}/api/v1/index.json"})
        with faulty(site, {"/api/v1/index.json": onward}) as server:
            assert found(server.address) == []
            assert server.paths() == ["/api/v1/index.json"]


@pytest.mark.xdist_group("verify")
def test_what_is_too_slow_or_too_large_is_not_taken_for_checked(site: Path) -> None:
    """Within bounds that the auditor sets."""
    slow = {f"/{FILE}": Reply(body=b"x", after_seconds=3)}
    assert checks(site, slow, "--seconds", "0.2") == {("timed-out", FILE)}
    large = {f"/{FILE}": Reply(body=b"x" * 1_000_001, media_type="text/csv")}
    assert checks(site, large, "--megabytes", "1") == {("too-large", FILE)}


@pytest.mark.xdist_group("verify")
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
    assert told == ["absent"]


@pytest.mark.xdist_group("verify")
def test_where_there_is_no_index_it_says_so_with_status_2(site: Path, tmp_path: Path) -> None:
    """It could not run: that is no verdict."""
    with serving(tmp_path) as address:
        nowhere = address
        assert verify(address).exit_code == 2
    refused = verify(nowhere, "--seconds", "1")
    assert (refused.exit_code, "ไม่พบดัชนี" in refused.stderr) == (2, True)
    assert verify(str(tmp_path)).exit_code == 2
    assert verify(str(tmp_path / "absent")).exit_code == 2
    assert verify(str(site), as_of="tomorrow").exit_code == 2


@pytest.mark.xdist_group("verify")
def test_an_index_that_is_a_login_page_or_nonsense_fails(site: Path) -> None:
    """Something answers, and it is no index."""
    for body in (LOGIN, PAGE, b"{", b"[]", b"\xff\xfe\x00", b"[" * 100_000):
        reply = Reply(body=body, media_type="application/json")
        with faulty(site, {"/api/v1/index.json": reply}) as server:
            assert found(server.address)


@pytest.mark.xdist_group("verify")
def test_it_says_what_is_wrong_in_thai_with_english_beside(site: Path) -> None:
    """With the place, the remedy, and a last line of what was checked."""
    with faulty(site, {f"/{FILE}": _first_bytes_changed(site)}) as server:
        thai, english = verify(server.address), verify(server.address, language="en")
        table = verify(server.address, "--format", "csv")
    assert f"ไม่ตรงกัน · sha256 · {FILE} · 2568/O1" in thai.stdout
    assert "วิธีแก้ไข: " in thai.stdout
    assert "[EN] The bytes are not those of the index." in thai.stdout
    assert "30 เมษายน 2568 พบ 1 เรื่องที่ไม่ตรงกัน" in thai.stdout
    assert "The bytes are not those of the index." in english.stdout
    assert "วิธีแก้ไข" not in english.stdout
    assert table.stdout_bytes.startswith("\ufeffcheck,level,path,".encode())
    (row,) = csv.DictReader(io.StringIO(table.stdout_bytes.decode("utf-8-sig"), newline=""))
    assert (row["check"], row["level"], row["path"]) == ("sha256", "failure", FILE)


@pytest.mark.parametrize("check", sorted(messages()))
def test_every_check_can_be_said_in_both_languages(check: str) -> None:
    """With Thai in the Thai, and none in the English."""
    days = dict.fromkeys(("due_on", "today", "as_of"), "2025-04-30")
    states = {"item_status": "stale", "round_found": "open", "round_expected": "closed"}
    texts = ("detail", "status", "found", "expected", "marker", "requirement", "anchor", "place")
    others = dict.fromkeys((*texts, "line", "file", "days", "what"), "x")
    one = Discrepancy(check=check, path="x", params={**days, **states, **others})
    thai, english = words_of(one, Language.TH), words_of(one, Language.EN)
    assert any("ก" <= letter <= "๙" for letter in thai.what)
    assert any("ก" <= letter <= "๙" for letter in thai.remedy)
    assert (english.what + english.remedy).isascii() or "“" in english.what
