"""Several orders follow each other in thought, and are written all together."""

import os
import signal
import sys
from pathlib import Path
from unittest import mock

import pytest

from helpers.entries import (
    APRIL,
    NOTE,
    confirmation,
    link_in_april,
    nothing_in_april,
    session_at,
    written_pdf,
)
from helpers.fault_runner import next_command
from helpers.fault_runner import written as files_of
from helpers.writing_commands import O1, oit, owing_site
from oit.catalog import Language
from oit.editing.preview import item_of
from oit.entry.difference import difference
from oit.entry.orders import Kind, Order
from oit.entry.refusals import RefusedError
from oit.entry.selection import Request, Session
from oit.entry.stage import Stage, changes, staged
from oit.records import RECORDS
from oit.system.writing import write_changes

MONTH = ("--for", "monthly-summary", "--period", "2025-04")
MANUAL = Request("O2", None, "manual", "works")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return owing_site(tmp_path)


def orders_in(folder: Path) -> list[Order]:
    """Four on one record, one on the part of a division."""
    return [
        link_in_april("https://example.go.th/a"),
        Order(Kind.FILE, APRIL, written_pdf(folder, "สรุปเดือนเมษายน")),
        Order(Kind.TEXT, APRIL, text="ข้อความแรก"),
        Order(Kind.TEXT, APRIL, text="ข้อความที่สอง"),
        Order(Kind.TEXT, MANUAL, text="คู่มือเล่มใหม่"),
    ]


def written(session: Session, stage: Stage) -> None:
    write_changes(session.root, changes(stage), ())


def test_each_order_follows_what_those_before_have_left(site: Path, tmp_path: Path) -> None:
    """The bytes are those of as many commands, one after another."""
    (tmp_path / "other").mkdir()
    typed = owing_site(tmp_path / "other")
    file = str(written_pdf(tmp_path, "สรุปเดือนเมษายน"))
    for arguments, given in (
        (("add", "O1", "https://example.go.th/a", *MONTH), None),
        (("add", "O1", file, *MONTH), None),
        (("add", "O1", "-", "--text", *MONTH), "ข้อความแรก"),
        (("add", "O1", "-", "--text", *MONTH), "ข้อความที่สอง"),
        (
            ("add", "O2", "-", "--text", "--for", "manual", "--division", "works"),
            "คู่มือเล่มใหม่",
        ),
    ):
        done = oit(typed, *arguments, given=given)
        assert done.exit_code == 0, done.output
    with session_at(site) as session:
        stage = staged(session)
        for order in orders_in(tmp_path):
            stage.carry_out(order)
        written(session, stage)
    assert files_of(site) == files_of(typed)


def test_a_stage_changes_nothing_before_it_is_written(site: Path, tmp_path: Path) -> None:
    """And then all that its orders have changed, by path."""
    before = files_of(site)
    with session_at(site) as session:
        stage = staged(session)
        assert not changes(stage)
        for order in orders_in(tmp_path):
            stage.carry_out(order)
        assert files_of(site) == before
        named = set(changes(stage))
        written(session, stage)
    after = files_of(site)
    assert {path for path in after if after[path] != before.get(path)} == named


def test_a_refused_order_leaves_the_others(site: Path, tmp_path: Path) -> None:
    """What was there before it stays, and what comes after it goes on from there."""
    refused: list[Order] = []
    file = written_pdf(tmp_path, "เลขประจำตัว 1101700230459 ของผู้ขาย")
    bad = [
        link_in_april("https://www.example.go.th/a/"),
        nothing_in_april(),
        link_in_april("https://a b/c"),
        Order(Kind.FILE, APRIL, tmp_path / "absent.pdf"),
    ]
    good, *rest = orders_in(tmp_path)
    with session_at(site) as session:
        stage, alone = staged(session), staged(session)
        for order in (good, *bad, *rest):
            try:
                stage.carry_out(order)
            except RefusedError:
                refused.append(order)
        for order in (good, *rest):
            alone.carry_out(order)
        assert refused == bad
        assert changes(stage) == changes(alone)
    assert file.is_file()


def test_the_same_order_twice_is_seen(site: Path) -> None:
    """Nothing of the month, and the same link, may stand there once."""
    with session_at(site) as session:
        stage = staged(session)
        stage.carry_out(nothing_in_april())
        with pytest.raises(RefusedError, match="มีหลักฐานอยู่แล้ว"):
            stage.carry_out(nothing_in_april())
        linked = staged(session)
        linked.carry_out(link_in_april("https://example.go.th/a"))
        with pytest.raises(RefusedError, match="มีลิงก์นี้อยู่แล้ว"):
            linked.carry_out(link_in_april("http://example.go.th/a/"))


def test_a_file_of_a_stage_can_be_replaced_on_it(site: Path, tmp_path: Path) -> None:
    """It is known by its new bytes, though it lies nowhere yet."""
    first = Order(Kind.FILE, APRIL, written_pdf(tmp_path, "ฉบับแรก"))
    with session_at(site) as session:
        stage = staged(session)
        stage.carry_out(first)
        (name,) = (path for path in changes(stage) if path.endswith(".pdf"))
        second = written_pdf(tmp_path, "ฉบับแก้ไข")
        old = name.rpartition("/")[2]
        stage.carry_out(Order(Kind.REPLACE, Request("O1"), second, "แก้ยอด", old_file=old))
        assert changes(stage)[name] == second.read_bytes()
        assert b"replaces:" in changes(stage)[O1]


def test_the_last_assessment_is_that_of_the_written_site(site: Path, tmp_path: Path) -> None:
    """Status, cells and findings of each item: what the stage judged is what the check sees."""
    with session_at(site) as session:
        stage = staged(session)
        for order in orders_in(tmp_path):
            stage.carry_out(order)
        thought = stage.session.before
        written(session, stage)
    with session_at(site) as session:
        for item in ("O1", "O2", "O3"):
            found, seen = (item_of(each, 2568, item) for each in (thought, session.before))
            assert (found.status, found.findings) == (seen.status, seen.findings)
            assert [cell.state for cell in found.cells] == [cell.state for cell in seen.cells]


def test_the_difference_says_what_is_new_and_what_it_comes_to(site: Path, tmp_path: Path) -> None:
    """By item: each entry with its period and division, the status, and what is due still."""
    with session_at(site) as session:
        stage = staged(session)
        for order in orders_in(tmp_path)[:2]:
            stage.carry_out(order)
        text = difference(session.before, stage.session.before, Language.TH)
    assert text.splitlines()[:3] == [
        "ข้อ O1 สรุปผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2568",
        "  เพิ่มลิงก์ “สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนเมษายน 2568” (https://example.go.th/a)"
        " – ฝ่ายการคลัง",
        "  เพิ่มไฟล์ “สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนเมษายน 2568” (summary-2025-04.pdf) – ฝ่ายการคลัง",
    ]
    assert "O2" not in text


@pytest.mark.parametrize(
    ("order", "line"),
    [
        (nothing_in_april(), "เดือนเมษายน 2568 ระบุว่าไม่มีรายการ เหตุผล “ไม่มีการจัดซื้อ”"),
        (confirmation(), f"ยืนยันข้อมูล โดยหัวหน้าฝ่ายการคลัง เหตุผล “{NOTE}”"),
        (Order(Kind.TEXT, MANUAL, text="# คู่มือใหม่\n\nก"), "เพิ่มข้อความ “คู่มือใหม่”"),
    ],
)
def test_each_kind_of_entry_has_its_words(order: Order, line: str, site: Path) -> None:
    """A status that stays is said to stay, one that changes from what to what."""
    with session_at(site) as session:
        stage = staged(session)
        stage.carry_out(order)
        text = difference(session.before, stage.session.before, Language.TH)
    assert line in text
    assert "สถานะ" in text


def test_a_correction_is_told_with_its_reason(site: Path, tmp_path: Path) -> None:
    """In either language, and the entry that it corrects is not called new."""
    file = tmp_path / "new.csv"
    file.write_text("งาน,บาท\nจ้างซ่อมตัวอย่าง,2\n", "utf-8")
    order = Order(Kind.REPLACE, Request("O1"), file, "แก้ยอด", old_file="summary-2025-03.csv")
    with session_at(site) as session:
        stage = staged(session)
        stage.carry_out(order)
        sides = (session.before, stage.session.before)
        thai, english = (difference(*sides, language).split("\n")[1] for language in Language)
    title = "สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568"
    assert thai == f"  แก้ไข “{title}” เหตุผล “แก้ยอด” – ฝ่ายการคลัง"
    assert english == f"  corrected “{title}”, because “แก้ยอด” – Finance Section"


def test_an_order_reads_the_folder_of_its_item_alone(site: Path) -> None:
    """All else is as the session has read it, the very same values."""
    with session_at(site) as session:
        stage = staged(session)
        stage.carry_out(nothing_in_april())
        (before,), (after,) = session.before.site.rounds, stage.session.before.site.rounds
    assert after.bundles["O1"] is not before.bundles["O1"]
    assert all(after.bundles[item] is before.bundles[item] for item in ("O2", "O3"))


def test_what_cannot_be_seen_as_new_is_not_told(site: Path) -> None:
    """Between a site and itself there is no difference."""
    with session_at(site) as session:
        assert not difference(session.before, session.before, Language.TH)


@pytest.mark.skipif(sys.platform == "win32", reason="the test needs fork; the product does not")
@pytest.mark.parametrize("count", range(4))
def test_a_stage_that_is_killed_as_it_is_written_leaves_all_or_nothing(
    count: int, site: Path, tmp_path: Path
) -> None:
    """After however many of its files: the next command puts back what was begun."""
    before, orders = files_of(site), orders_in(tmp_path)
    child = os.fork()
    if not child:
        with session_at(site) as session:
            stage = staged(session)
            for order in orders:
                stage.carry_out(order)
            killed_after(count, session.root)
            written(session, stage)
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    begun = {path for path, data in files_of(site).items() if before.get(path) != data}
    assert len(begun) == count
    next_command(site)
    assert (files_of(site) == before) is (count < 3)


def killed_after(count: int, root: Path) -> None:
    """Let this process be killed at the rename of a file of the site after so many."""
    left, really = iter(range(count)), Path.replace

    def rename(self: Path, target: Path) -> Path:
        is_of_site = RECORDS in target.relative_to(root).parts[:1]
        if is_of_site and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return really(self, target)

    mock.patch.object(Path, "replace", rename).start()  # the process ends with it
