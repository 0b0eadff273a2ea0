"""What `oit verify` says, and the status it ends with."""

import csv
import io
from pathlib import Path

import pytest

from helpers.faulty_server import Reply, faulty
from helpers.support import serving
from helpers.verify_command import FILE, LOGIN, PAGE, first_bytes_changed, found, verify
from oit.audit.verify.report import diagnostic_of
from oit.audit.verify.values import Discrepancy
from oit.catalog import Language, ids
from oit.wording.render.words import sentences_of


def test_where_there_is_no_index_it_says_so_with_status_2(site: Path, tmp_path: Path) -> None:
    """It could not run: that is no verdict."""
    with serving(tmp_path) as address:
        nowhere = address
        assert verify(address).exit_code == 2
    refused = verify(nowhere, "--seconds", "1")
    assert (refused.exit_code, "ติดต่อที่อยู่นี้ไม่ได้ (Connection refused)" in refused.stderr) == (2, True)
    assert verify(str(tmp_path)).exit_code == 2
    for nothing in (str(tmp_path / "absent"), "ftp://x/", "http://[::1", "http://"):
        done = verify(nothing)
        assert (done.exit_code, "ไม่พบโฟลเดอร์" in done.stderr) == (2, True), nothing
    assert verify(str(site), as_of="tomorrow").exit_code == 2


def test_an_index_that_is_a_login_page_or_nonsense_fails(site: Path) -> None:
    """Something answers, and it is no index."""
    for body in (LOGIN, PAGE, b"{", b"[]", b"\xff\xfe\x00", b"[" * 100_000):
        reply = Reply(body=body, media_type="application/json")
        with faulty(site, {"/api/v1/index.json": reply}) as server:
            assert found(server.address)


def test_it_says_what_is_wrong_in_thai_with_english_beside(site: Path) -> None:
    """With the place, the remedy, and a last line of what was checked."""
    with faulty(site, {f"/{FILE}": first_bytes_changed(site)}) as server:
        thai, english = verify(server.address), verify(server.address, language="en")
        table = verify(server.address, "--format", "csv")
    assert "ไม่ตรงกัน · 2568/O1\n" in thai.stdout
    assert f"สำหรับเจ้าหน้าที่คอมพิวเตอร์: {FILE} · sha256" in thai.stdout
    assert "วิธีแก้ไข: " in thai.stdout
    assert "[EN] The file differs from the one that was published." in thai.stdout
    assert "30 เมษายน 2568 พบเรื่องที่ไม่ตรงกัน 1 เรื่อง" in thai.stdout
    assert "checked on 30 April 2025: 1 finding." in english.stdout
    assert "The file differs from the one that was published." in english.stdout
    assert "วิธีแก้ไข" not in english.stdout
    assert table.stdout_bytes.startswith("\ufeffcheck,level,path,".encode())
    (row,) = csv.DictReader(io.StringIO(table.stdout_bytes.decode("utf-8-sig"), newline=""))
    assert (row["check"], row["level"], row["path"]) == ("sha256", "failure", FILE)


@pytest.mark.parametrize("check", sorted(ids("verify")))
def test_every_check_can_be_said_in_both_languages(check: str) -> None:
    """With Thai in the Thai, and none in the English."""
    days = dict.fromkeys(("due_on", "today", "as_of"), "2025-04-30")
    states = {"item_status": "stale", "round_found": "open", "round_expected": "closed"}
    texts = (
        "detail",
        "status",
        "found",
        "expected",
        "marker",
        "requirement",
        "anchor",
        "place",
        "field",
        "section",
        "title",
    )
    others = dict.fromkeys((*texts, "line", "file", "days", "what", "column"), "x")
    if check == "cell-state":
        others |= {"found": "late (3)", "expected": "missing"}
    one = Discrepancy(check=check, path="x", params={**days, **states, **others})
    told = diagnostic_of(one)
    thai, english = sentences_of(told, Language.TH), sentences_of(told, Language.EN)
    assert any("ก" <= letter <= "๙" for letter in thai.what)
    assert any("ก" <= letter <= "๙" for letter in thai.remedy)
    assert not any("ก" <= letter <= "๙" for letter in english.what + english.remedy)


def test_a_finding_of_home_names_its_page() -> None:
    """The address of home is empty, which would name nothing."""
    found = Discrepancy(check="text-unknown", path="", params={"found": "x"})
    assert [str(place) for place in diagnostic_of(found).where.at] == ["index.html"]
