"""A corrected file by the form: with a reason, and by nobody's leave but the approver's."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.form_training import (
    CORRECTED,
    FEBRUARY,
    PUBLISHED,
    WHY,
    Training,
    begin,
    by_command,
    by_form,
    exchange,
    opened,
)
from helpers.made_files import pdf
from helpers.repositories import git
from maintain.driven_form import (
    DAY,
    SENT,
    SUMMARY,
    choose_file,
    fill,
    say_what_for,
    send,
    use_file,
)

pytestmark = pytest.mark.full


def test_a_file_is_not_replaced_without_a_reason(
    record: Page, learnt: Training, said: list[str], tmp_path: Path
) -> None:
    """The form asks for it as the file is chosen, and sends nothing before it is written."""
    (tmp_path / "แก้ไข.csv").write_bytes(CORRECTED)
    exchange(record, opened(record, "เดือนกุมภาพันธ์ 2568"), tmp_path / "แก้ไข.csv")
    use_file(record)
    send(record)
    expect(record.get_by_text("โปรดระบุเหตุผลที่แก้ไข", exact=True)).to_be_visible()
    assert "โปรดกรอก “เหตุผลที่แก้ไข”" in said[0]
    assert git(learnt.repository, "branch", "--list", "cms/*") == ""


def test_a_file_that_is_exchanged_twice_has_one_word(
    record: Page, learnt: Training, tmp_path: Path
) -> None:
    """Only what is published has been seen by anybody."""
    (tmp_path / "ร่าง.csv").write_bytes(PUBLISHED + b"\n")
    (tmp_path / "แก้ไข.csv").write_bytes(CORRECTED)
    entry = opened(record, "เดือนกุมภาพันธ์ 2568")
    for name in ("ร่าง.csv", "แก้ไข.csv"):
        exchange(record, entry, tmp_path / name)
        use_file(record)
    expect(entry.get_by_label("เหตุผลที่แก้ไข")).to_have_count(1)
    entry.get_by_label("เหตุผลที่แก้ไข").fill(WHY)
    entry.get_by_label("วันที่แก้ไข").fill(DAY)
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    command = ("replace", "O15", FEBRUARY, str(tmp_path / "แก้ไข.csv"), "--reason", WHY)
    assert by_form(learnt, tmp_path) == by_command(learnt, tmp_path, *command)


@pytest.mark.parametrize("other", ["another type", "the same bytes"])
def test_what_cannot_take_its_place_is_not_attached(
    other: str, record: Page, said: list[str], tmp_path: Path
) -> None:
    """As by the command: the form says what to do, and no word is written."""
    files = {"another type": ("แก้ไข.pdf", pdf()), "the same bytes": ("x.csv", PUBLISHED)}
    name, data = files[other]
    (tmp_path / name).write_bytes(data)
    entry = opened(record, "เดือนกุมภาพันธ์ 2568")
    exchange(record, entry, tmp_path / name)
    record.wait_for_function("() => !document.querySelector('input[type=file]').value")
    told = {"another type": "โปรดบันทึกเป็นชนิด csv", "the same bytes": "โปรดเลือกไฟล์ฉบับแก้ไข"}
    assert told[other] in said[-1]
    expect(entry.get_by_label("เหตุผลที่แก้ไข")).to_have_count(0)


def test_a_file_that_nobody_has_seen_is_exchanged_without_a_word(
    record: Page, learnt: Training, tmp_path: Path
) -> None:
    """It was sent and is not published yet, whichever day the form is opened again."""
    file = tmp_path / Path(SUMMARY).name
    begin_new_entry(record, file)
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    record.reload()
    entry = opened(record, "เดือนมีนาคม 2568")
    other = tmp_path / "แก้ไข.csv"
    other.write_bytes(file.read_bytes() + b"\n")
    exchange(record, entry, other)
    use_file(record)
    expect(entry.get_by_label("เหตุผลที่แก้ไข")).to_have_count(0)
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    entered = by_form(learnt, tmp_path)
    assert entered[file.name] == other.read_bytes()
    assert b"replaces" not in entered["record.md"]


def test_a_file_is_sent_as_it_was_looked_at(record: Page, learnt: Training, tmp_path: Path) -> None:
    """Somebody saves it again before the entry is sent: the browser could read it no more."""
    file = tmp_path / Path(SUMMARY).name
    seen = file.read_bytes()
    begin_new_entry(record, file)
    file.write_bytes(seen + b"\n")
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    assert by_form(learnt, tmp_path)[file.name] == seen


def begin_new_entry(record: Page, file: Path) -> None:
    """The summary of March, ready to be sent."""
    begin(record, "ไฟล์")
    say_what_for(record)
    choose_file(record, file)
    use_file(record)
    fill(record)
