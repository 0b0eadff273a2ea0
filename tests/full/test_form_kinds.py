"""Each kind of entry that the form offers is the command's, byte for byte, comments kept.

The table of kinds and ways is `helpers/entry_ways.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.entry_ways import Kind, Way, kinds_by
from helpers.form_training import (
    CORRECTED,
    FEBRUARY,
    WHY,
    Training,
    begin,
    by_command,
    by_form,
    exchange,
    opened,
)
from helpers.repositories import git
from maintain.driven_form import (
    DAY,
    SENT,
    TITLE,
    choose_file,
    fill,
    say_what_for,
    send,
    use_file,
)

pytestmark = pytest.mark.full

POST, NOTE = "หัวหน้าฝ่ายการคลัง", "ตรวจทานทุกรายการแล้ว ไม่มีการเปลี่ยนแปลง"
NOTHING = "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"
ADDRESS = "https://www.example.go.th/procurement/2568-03"
NEW = "summary-2025-03.csv"
HEADING, WORDS = "ประกาศ เดือนมีนาคม 2568", "ข้อความของประกาศ\n\n- ข้อแรก\n- ข้อที่สอง"
MARCH = ("--period", "2025-03", "--for", "monthly-summary")


@dataclass(frozen=True, slots=True)
class Case:
    """The steps of a person, and the command; `{folder}` is where files lie."""

    steps: Callable[[Page, Path], None]
    command: tuple[str, ...]


def a_file(page: Page, folder: Path) -> None:
    begin(page, "ไฟล์")
    say_what_for(page)
    choose_file(page, folder / NEW)
    use_file(page)
    fill(page)


def a_link(page: Page, folder: Path) -> None:  # noqa: ARG001 -- as for the others
    begin(page, "ลิงก์")
    say_what_for(page)
    page.get_by_label("ที่อยู่เว็บไซต์").last.fill(ADDRESS)
    fill(page)


def a_text(page: Page, folder: Path) -> None:  # noqa: ARG001 -- as for the others
    begin(page, "หัวข้อในหน้า")
    page.get_by_label("องค์ประกอบ").last.click()
    page.get_by_role("option", name="ประกาศ").click()
    page.get_by_label("หัวข้อในหน้า").last.fill("announcements-2")
    page.get_by_label("ชื่อหลักฐาน").last.fill(HEADING)
    page.get_by_label("วันที่เผยแพร่").last.fill(DAY)
    body = page.get_by_label("เนื้อหาของหน้า")
    text = f"## {HEADING} {{#announcements-2}}\n\n{WORDS}"
    body.fill(f"{body.input_value().rstrip()}\n\n{text}")


def nothing(page: Page, folder: Path) -> None:  # noqa: ARG001 -- as for the others
    begin(page, "ไม่มีรายการ")
    say_what_for(page)
    page.get_by_label("เหตุผล").last.fill(NOTHING)
    page.get_by_label("วันที่เผยแพร่").last.fill(DAY)


def a_confirmation(page: Page, folder: Path) -> None:  # noqa: ARG001 -- as for the others
    page.get_by_role("button", name="เพิ่มการยืนยัน").click()
    page.get_by_label("วันที่ยืนยัน").last.fill(DAY)
    page.get_by_label("ตำแหน่งผู้ยืนยัน").last.fill(POST)
    page.get_by_label("ผลการตรวจ").last.fill(NOTE)


def a_replacement(page: Page, folder: Path) -> None:
    """Nobody types the hash of the old file: the new one is chosen, and the reason is written."""
    entry = opened(page, "เดือนกุมภาพันธ์ 2568")
    exchange(page, entry, folder / "แก้ไข.csv")
    use_file(page)
    entry.get_by_label("เหตุผลที่แก้ไข").fill(WHY)
    entry.get_by_label("วันที่แก้ไข").fill(DAY)


CASES = {
    Kind.FILE: Case(a_file, ("add", "O15", f"{{folder}}/{NEW}", *MARCH, "--title", TITLE)),
    Kind.LINK: Case(a_link, ("add", "O15", ADDRESS, *MARCH, "--title", TITLE)),
    Kind.TEXT: Case(a_text, ("add", "O15", "{folder}/text.md", "--text", "--for", "announcements")),
    Kind.NONE: Case(nothing, ("none", "O15", *MARCH, NOTHING)),
    Kind.CONFIRM: Case(a_confirmation, ("confirm", "O15", "--by", POST, "--note", NOTE)),
    Kind.REPLACE: Case(
        a_replacement, ("replace", "O15", FEBRUARY, "{folder}/แก้ไข.csv", "--reason", WHY)
    ),
}


@pytest.mark.parametrize("kind", kinds_by(Way.FORM))
def test_the_form_writes_what_the_command_writes(
    kind: Kind, record: Page, learnt: Training, tmp_path: Path
) -> None:
    """The same record and the same files; the main branch stays until somebody approves it."""
    (tmp_path / "แก้ไข.csv").write_bytes(CORRECTED)
    (tmp_path / "text.md").write_text(f"# {HEADING}\n\n{WORDS}\n", "utf-8")
    main = git(learnt.repository, "rev-parse", "main")
    CASES[kind].steps(record, tmp_path)
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    command = [part.format(folder=tmp_path) for part in CASES[kind].command]
    entered = by_command(learnt, tmp_path, *command)
    assert by_form(learnt, tmp_path) == entered
    assert "# หมายเหตุของฝ่าย\nevidence:  # ถึงเดือนล่าสุด\n".encode() in entered["record.md"]
    assert git(learnt.repository, "rev-parse", "main") == main
