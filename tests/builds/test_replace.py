"""A file that takes the place of another: one command, and a word on why that readers see."""

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from helpers import made_files as made
from helpers.changes import change_between
from helpers.commands import run
from helpers.edits import O1, both, file
from helpers.page_texts import words_of_pages
from helpers.recorded_office import MARCH as MARCH_ENTRY
from helpers.recorded_office import RecordedOffice, given
from helpers.support import as_of, copy_site, delete, judged, published, replace, tree, write
from helpers.writing_commands import oit
from oit.assessment.gate import judge_change
from oit.assessment.result import Today
from oit.commands import entering

MARCH = "oit_items/2568/O01/summary-2025-03.csv"
DAY = "2025-04-30"
CORRECTED = "งาน,บาท\nจ้างซ่อมตัวอย่าง,2\n"
REASON = ("--reason", "แก้ยอดรวม: บวกผิด")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site("current", tmp_path / "site")


@pytest.fixture
def corrected(tmp_path: Path) -> str:
    path = tmp_path / "แก้ไข.csv"
    path.write_text(CORRECTED, "utf-8")
    return str(path)


def test_a_corrected_file_takes_its_place_with_the_reason(
    site: Path, corrected: str, tmp_path: Path
) -> None:
    """Name and day stay, the hash of the old file is kept, and the request passes."""
    before = copy_site("current", tmp_path / "before")
    old = hashlib.sha256((site / MARCH).read_bytes()).hexdigest()
    done = oit(site, "replace", "O1", "summary-2025-03.csv", corrected, *REASON, day=DAY)
    assert done.exit_code == 0, done.output
    assert (site / MARCH).read_text("utf-8") == CORRECTED
    text = (site / O1).read_text("utf-8")
    assert (
        f'      - reason: "แก้ยอดรวม: บวกผิด"\n        sha256: {old}\n        date: {DAY}\n' in text
    )
    assert "published: 2025-04-10" in text
    assert f"updated: {DAY}" in text
    assert not judge_change(change_between(before, site, as_of(DAY))).refused


def test_a_second_correction_keeps_the_first(site: Path, corrected: str, tmp_path: Path) -> None:
    """Every version is told, the oldest first."""
    again = tmp_path / "again.csv"
    again.write_text(CORRECTED.replace("2", "3"), "utf-8")
    arguments = ("replace", "O1", "summary-2025-03.csv")
    assert oit(site, *arguments, corrected, "--reason", "ครั้งแรก", day=DAY).exit_code == 0
    assert oit(site, *arguments, str(again), "--reason", "ครั้งที่สอง", day=DAY).exit_code == 0
    text = (site / O1).read_text("utf-8")
    assert text.index("reason: ครั้งแรก") < text.index("reason: ครั้งที่สอง")


def test_the_same_table_is_no_update(site: Path, tmp_path: Path) -> None:
    """The bytes are others, and `updated` stays."""
    again = tmp_path / "again.csv"
    again.write_bytes((site / MARCH).read_bytes() + b"\n")
    done = oit(site, "replace", "O1", "summary-2025-03.csv", str(again), *REASON, day=DAY)
    assert done.exit_code == 0, done.output
    assert "updated: 2025-04-18" in (site / O1).read_text("utf-8")


def test_every_part_that_names_the_file_says_so(site: Path, corrected: str) -> None:
    """Two records of one item may name one file."""
    entry = (
        "  - kind: file\n    for: manual\n    file: manual.csv\n    title: คู่มือ\n"
        "    published: 2025-03-12\n"
    )
    parts = [f"oit_items/2568/O02/{name}.md" for name in ("admin", "works")]
    for part in parts:
        replace(part, "evidence:\n", f"evidence:\n{entry}")(site)
    write("oit_items/2568/O02/manual.csv", "ก,ข\n1,2\n")(site)
    done = oit(site, "replace", "O2", "manual.csv", corrected, *REASON, day=DAY)
    assert done.exit_code == 0, done.output
    assert all("replaces:" in (site / part).read_text("utf-8") for part in parts)


def test_what_cannot_take_its_place_is_told_and_changes_nothing(
    site: Path, corrected: str, tmp_path: Path
) -> None:
    """Another type, the same bytes, no such file, no reason."""
    other = tmp_path / "other.pdf"
    other.write_bytes(made.pdf())
    same = tmp_path / "same.csv"
    same.write_bytes((site / MARCH).read_bytes())
    before = tree(site)
    for name, source, reason, told in (
        ("summary-2025-03.csv", str(other), REASON, "คนละชนิด"),
        ("summary-2025-03.csv", str(same), REASON, "ทุกประการ"),
        ("summary.csv", corrected, REASON, "โปรดเลือกจาก"),
        ("summary-2025-03.csv", f"{corrected}x", REASON, "ไม่พบไฟล์"),
        ("summary-2025-03.csv", corrected, (), "เหตุผลที่แก้ไข"),
    ):
        done = oit(site, "replace", "O1", name, source, *reason, day=DAY)
        assert (done.exit_code, told in done.output) == (2, True), done.output
    assert tree(site) == before


def test_a_corrected_file_with_a_fault_is_refused(site: Path, tmp_path: Path) -> None:
    """As a new one would be."""
    path = tmp_path / "bad.csv"
    path.write_text(f"ชื่อ,เลข\nก,{made.id_number('110170023045')}\n", "utf-8")
    before = tree(site)
    done = oit(site, "replace", "O1", "summary-2025-03.csv", str(path), *REASON, day=DAY)
    assert (done.exit_code, tree(site)) == (1, before), done.output


def test_whoever_sits_there_is_asked(
    site: Path, corrected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For the item, the file by its title, the new file and the reason."""
    monkeypatch.setattr(entering, "is_terminal", lambda: True)
    done = oit(site, "replace", day=DAY, given=f"O1\n1\n{corrected}\nแก้ยอดรวม\n")
    assert done.exit_code == 0, done.output
    assert (site / MARCH).read_text("utf-8") == CORRECTED


def test_readers_see_the_reason_and_the_earlier_day(site: Path) -> None:
    """On the item's page, in both languages."""
    note = (
        "published: 2025-04-10\n    replaces:\n      - reason: พิมพ์วันที่ผิด <b>\n"
        "        published: 2025-04-09\n        date: 2025-04-11"
    )
    replace(O1, "published: 2025-04-10", note)(site)
    outputs = published(site, as_of(DAY))
    pages = {page.path: page.html for page in outputs.pages}
    assert "แก้ไข" in pages["2568/o1/"]
    assert "พิมพ์วันที่ผิด &lt;b&gt;" in pages["2568/o1/"]
    assert "เดิมลงวันที่เผยแพร่ 9 เม.ย. 2568" in words_of_pages(outputs)["2568/o1/"]
    assert "corrected" in pages["en/2568/o1/"]


def test_a_note_of_tomorrow_is_a_date_in_the_future(site: Path) -> None:
    """As any other date of a record."""
    note = "published: 2025-04-10\n    replaces:\n      - reason: ก\n        date: 2399-01-01"
    replace(O1, "published: 2025-04-10", note)(site)
    today = Today(as_of(DAY).day)
    assert "date-future" in {finding.rule for finding in judged(site, today).findings}


def test_a_published_file_that_is_cleaned_says_so(site: Path) -> None:
    """Its record is told the reason; nothing else of the record changes."""
    file("a.docx", made.docx())(site)
    before = (site / O1).read_text("utf-8")
    old = hashlib.sha256((site / "oit_items/2568/O01/a.docx").read_bytes()).hexdigest()
    path = "oit_items/2568/O01/a.docx"
    assert run("oit", "clean", path, cwd=site, OIT_AS_OF=DAY).returncode == 0
    after = (site / O1).read_text("utf-8")
    assert f"sha256: {old}" in after
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert len(added) == 4


@pytest.mark.parametrize("day", ["2025-04-10", "2025-04-09"])
def test_a_file_that_comes_in_today_is_cleaned_without_a_word(site: Path, day: str) -> None:
    """Nobody has seen the one before."""
    file("a.docx", made.docx())(site)
    before = (site / O1).read_bytes()
    path = "oit_items/2568/O01/a.docx"
    assert run("oit", "clean", path, cwd=site, OIT_AS_OF=day).returncode == 0
    assert (site / O1).read_bytes() == before


def test_a_file_that_came_in_today_and_is_on_the_main_branch_is_cleaned_with_a_word(
    tmp_path: Path,
) -> None:
    """The gate asks for it: it compares with the main branch, whatever day it is."""
    office = RecordedOffice(tmp_path, began=date(2025, 4, 1))
    office.record(date(2025, 4, 10), given(MARCH_ENTRY), file("a.docx", made.docx()))
    path = "oit_items/2568/O01/a.docx"
    before = tmp_path / "before"
    shutil.copytree(office.site, before)
    assert run("oit", "clean", path, cwd=office.site, OIT_AS_OF="2025-04-10").returncode == 0
    assert "replaces:" in (office.site / O1).read_text("utf-8")
    today = as_of("2025-04-10")
    assert not judge_change(change_between(before, office.site, today)).refused


def test_a_file_that_is_not_on_the_main_branch_is_cleaned_without_a_word(tmp_path: Path) -> None:
    """Nobody has seen the one before, though it says an earlier day."""
    office = RecordedOffice(tmp_path, began=date(2025, 4, 1))
    both(given(MARCH_ENTRY), file("a.docx", made.docx()))(office.site)
    path = "oit_items/2568/O01/a.docx"
    assert run("oit", "clean", path, cwd=office.site, OIT_AS_OF=DAY).returncode == 0
    assert "replaces:" not in (office.site / O1).read_text("utf-8")


def test_a_file_outside_of_any_item_is_cleaned_where_it_lies(tmp_path: Path) -> None:
    """Before it is published at all."""
    path = tmp_path / "a.docx"
    path.write_bytes(made.docx())
    before = path.read_bytes()
    assert run("oit", "clean", "a.docx", cwd=tmp_path, OIT_AS_OF=DAY).returncode == 0
    assert path.read_bytes() != before


def test_another_file_beside_is_none_of_its_business(site: Path) -> None:
    """A file that no record names is cleaned, and no record is touched."""
    both(file("a.docx", made.docx()), write("oit_items/2568/O01/b.docx", made.docx()))(site)
    before = (site / O1).read_bytes()
    done = run("oit", "clean", "oit_items/2568/O01/b.docx", cwd=site, OIT_AS_OF=DAY)
    assert (done.returncode, (site / O1).read_bytes()) == (0, before)
    delete("oit_items/2568/O01/b.docx")(site)
