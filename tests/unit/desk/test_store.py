"""What arrived is kept until it is written or dropped, whatever it is called."""

import os
import re
import stat
from pathlib import Path

import pytest

from helpers.committed import commit_file, repository
from helpers.support import copy_site
from oit.desk.store import Store, open_store
from oit.desk.things import Answer, Said, Thing, shown_name
from oit.entry.orders import Kind, Order
from oit.entry.refusals import RefusedError
from oit.entry.selection import Request
from oit.intake.shapes import Asks, Target
from oit.periods import parse_period
from oit.system.locking import HeldElsewhereError

ID_NUMBER = "1-1017-00230-70-8"
MARCH = Target(2568, "O1", "monthly-summary", parse_period("2025-03"), None)
LINK = Order(Kind.LINK, Request("O1", requirement="eit-link"), text="https://example.go.th/x")
OURS = re.compile(r"[0-9a-f]{8}\.json|[0-9a-f]{64}")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site("current", tmp_path)


def again(store: Store, site: Path) -> Store:
    """The store as the next run finds it, after this one has died."""
    store.lock.release()
    return open_store(site, "desk")


def folder(site: Path) -> Path:
    return site / ".oit-work/desk"


def test_the_next_run_finds_the_same_things_with_their_answers(site: Path) -> None:
    """Files, entries that were typed, a cell that was chosen, a yes and its reason."""
    store = open_store(site, "desk")
    file = store.add_file("มีนาคม.csv", b"a,b\n")
    store.keep(file.answered(Asks.TARGET, Answer(MARCH)))
    store.keep(store.thing(file.id).answered(Asks.REPLACE, Answer(Said.YES, "แก้ยอดรวม")))
    store.add_order(LINK)
    store.add_file("ใหม่.csv", b"c\n", Order(Kind.REPLACE, Request("O1"), old_file="scores.csv"))
    before = store.things()
    found = again(store, site)
    assert found.things() == before
    assert [thing.name for thing in before] == ["มีนาคม.csv", "", "ใหม่.csv"]
    assert found.things()[0].target == MARCH
    assert found.data(found.things()[0]) == b"a,b\n"


def test_another_cell_is_another_matter() -> None:
    """Answers about the first one are not taken for answers about the second."""
    thing = Thing("a", 1, "x.csv").answered(Asks.TARGET, Answer(MARCH))
    thing = thing.answered(Asks.CLEAN, Answer(Said.YES))
    assert thing.answered(Asks.TARGET, Answer(MARCH)).says(Asks.CLEAN) is Said.YES
    other = Target(2568, "O1", "monthly-summary", parse_period("2025-02"), None)
    assert thing.answered(Asks.TARGET, Answer(other)).says(Asks.CLEAN) is None


def test_the_same_file_twice_is_one_thing(site: Path) -> None:
    """By its name and its bytes: a folder may be read again and again."""
    store = open_store(site, "desk")
    first = store.add_file("a.csv", b"1\n")
    assert store.add_file("a.csv", b"1\n") == first
    others = [store.add_file("b.csv", b"1\n"), store.add_file("a.csv", b"2\n")]
    assert len({first.id, *(thing.id for thing in others)}) == 3


def test_the_same_entry_twice_is_one_thing(site: Path) -> None:
    """A second click is no second text."""
    store = open_store(site, "desk")
    assert store.add_order(LINK) == store.add_order(LINK)


def test_bytes_go_with_the_last_thing_that_has_them(site: Path) -> None:
    """And with the last thing everything: a batch that is done leaves no folder."""
    store = open_store(site, "desk")
    first, second = store.add_file("a.csv", b"1\n"), store.add_file("b.csv", b"1\n")
    store.forget([first.id])
    assert store.data(second) == b"1\n"
    store.forget([second.id, "nothing"])
    assert list(folder(site).iterdir()) == []
    store.close()
    assert not folder(site).exists()


@pytest.mark.parametrize(
    "name",
    [
        "../../mkdocs.yml",
        "/etc/passwd",
        "C:\\x\\y.csv",
        "a\0b.csv",
        "..",
        "",
        "/",
        "x" * 400,
        "\udcff",
    ],
)
def test_no_name_is_a_path(name: str, site: Path) -> None:
    """Whatever it is, it names no file of the store, and can be lent out under what is shown."""
    store = open_store(site, "desk")
    thing = store.add_file(name, b"x")
    assert all(OURS.fullmatch(file.name) for file in folder(site).iterdir())
    lent = store.lend(thing, site / "lent")
    assert lent.parent == site / "lent"
    assert lent.read_bytes() == b"x"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("สขร.1 เม.ย. 68.XLSX", "สขร.1 เม.ย. 68.XLSX"),
        ("C:\\งาน\\ปี 68\\a.csv", "a.csv"),
        (f"ใบรับรอง {ID_NUMBER}.pdf", f"ใบรับรอง {'•' * 17}.pdf"),
        ("1101700230708.pdf", f"{'•' * 13}.pdf"),
        ("๑๑๐๑๗๐๐๒๓๐๗๐๘.pdf", f"{'•' * 13}.pdf"),
        ("exe\u202efdp.csv", "exefdp.csv"),
        ("a\nb\t.csv", "a b .csv"),
        ("a:b?.csv", "a_b_.csv"),
        ("...", "ไฟล์ไม่มีชื่อ"),
        ("ก" * 200 + ".xlsx", "ก" * 75 + ".xlsx"),
    ],
)
def test_a_name_is_shown_without_what_harms(name: str, shown: str) -> None:
    """No number of a person, no folder, nothing unseen or turned, nothing that a disk refuses."""
    assert shown_name(name) == shown


def test_what_a_killed_run_did_not_come_to_keep_is_cleared_away(site: Path) -> None:
    """Bytes without a thing, and half a file."""
    store = open_store(site, "desk")
    kept = store.add_file("a.csv", b"1\n")
    (folder(site) / ("0" * 64)).write_bytes(b"no thing names it")
    (folder(site) / "0123.new").write_bytes(b"half")
    found = again(store, site)
    assert found.things() == (kept,)
    assert not (folder(site) / ("0" * 64)).exists()
    assert not (folder(site) / "0123.new").exists()


def test_a_thing_whose_bytes_are_gone_is_none(site: Path) -> None:
    """Somebody cleared up by hand: the others are still there."""
    store = open_store(site, "desk")
    kept, lost = store.add_file("a.csv", b"1\n"), store.add_file("b.csv", b"2\n")
    (folder(site) / lost.digest).unlink()
    assert again(store, site).things() == (kept,)


def test_what_another_version_of_the_engine_keeps_is_left(site: Path) -> None:
    """With all bytes that may be its: whoever goes back to it finds them."""
    store = open_store(site, "desk")
    thing = store.add_file("a.csv", b"1\n")
    file = folder(site) / f"{thing.id}.json"
    file.write_text('{"unknown": 1}', "utf-8")
    assert again(store, site).things() == ()
    assert file.exists()
    assert (folder(site) / thing.digest).exists()


def test_a_batch_is_open_in_one_place(site: Path) -> None:
    """Two would each forget what the other keeps."""
    store = open_store(site, "desk")
    with pytest.raises(HeldElsewhereError):
        open_store(site, "desk")
    open_store(site, "inbox").close()
    store.close()
    open_store(site, "desk").close()


def test_nothing_that_came_with_a_commit_is_believed(tmp_path: Path) -> None:
    """A stranger's thing on somebody's desk would be entered under their name."""
    site = repository(tmp_path)
    commit_file(site, ".oit-work/desk/0123abcd.json", "{}")
    with pytest.raises(RefusedError, match="oit check"):
        open_store(site, "desk")


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_what_arrives_is_for_its_user_alone(site: Path) -> None:
    """A file that goes back may hold what nobody else on the machine should see."""
    open_store(site, "desk")
    assert stat.S_IMODE(folder(site).stat().st_mode) == 0o700


def test_a_link_in_the_place_of_the_folder_is_refused(site: Path, tmp_path: Path) -> None:
    """It would let what arrives be written elsewhere."""
    (site / ".oit-work").mkdir()
    folder(site).symlink_to(tmp_path)
    with pytest.raises(OSError, match="ทางลัด"):
        open_store(site, "desk")


def test_a_file_that_is_too_large_is_not_taken_in(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could not be published; nothing of it is kept."""
    monkeypatch.setattr("oit.desk.store.TOO_LARGE", 3)
    store = open_store(site, "desk")
    with pytest.raises(RefusedError, match="ล้านไบต์"):
        store.add_file(f"{ID_NUMBER}.csv", b"1234")
    assert list(folder(site).iterdir()) == []
