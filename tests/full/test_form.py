"""The form as somebody uses it, against a real repository. Run by `scripts/test.py --full`."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from helpers.commands import run
from helpers.made_files import VALID_ID
from helpers.repositories import git
from helpers.support import copy_sample, replace, tree
from maintain.driven_form import (
    DAY,
    RECORD,
    SENT,
    SUMMARY,
    TITLE,
    begin_entry,
    choose_file,
    fill,
    say_what_for,
    send,
    sign_in,
    take_out_summary,
    use_file,
)
from maintain.training import training

pytestmark = pytest.mark.full

BRANCH = "cms/oit-2568/o15"
ENTERED = f"""-updated: 2025-04-18
+updated: {DAY}
+  - kind: file
+    for: monthly-summary
+    periods:
+      - 2025-03
+    file: summary-2025-03.csv
+    title: {TITLE}
+    published: {DAY}
"""


@dataclass(frozen=True, slots=True)
class Training:
    """Where the form is, and the repository that it saves to."""

    address: str
    repository: Path


@pytest.fixture
def learnt(tmp_path: Path) -> Iterator[Training]:
    """The sample site without the summary of March, ready for entries."""
    tools = os.environ.get("OIT_TRAINING")
    if not tools:
        pytest.skip("Node, npm or Git is not there: run python3 scripts/test.py --full")
    site = copy_sample(tmp_path)
    take_out_summary(site, tmp_path)
    replace(RECORD, "evidence:\n", "# หมายเหตุของฝ่าย\nevidence:  # ถึงเดือนล่าสุด\n")(site)
    with training(site, Path(tools), DAY) as address:
        yield Training(address, site)


@pytest.fixture
def form(browser: Browser, learnt: Training) -> Iterator[Page]:
    """O15 as the form shows it, with an entry of evidence begun; no request is refused by it."""
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    blocked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text) if "Policy" in said.text else None)
    sign_in(page, learnt.address)
    begin_entry(page)
    yield page
    assert blocked == []
    page.context.close()


def test_a_summary_is_published_by_the_form(form: Page, learnt: Training, tmp_path: Path) -> None:
    """The branch holds what was entered and nothing else, comments stay, and it may go."""
    _attach(form, tmp_path / "summary-2025-03.csv")
    fill(form)
    send(form)
    expect(form.get_by_text(SENT)).to_be_visible()
    changed = git(learnt.repository, "diff", "--name-status", f"main...{BRANCH}")
    assert changed == f"M\t{RECORD}\nA\t{SUMMARY}\n"
    assert _changed_lines(learnt, RECORD) == ENTERED
    received = _received(learnt, tmp_path)
    assert (received / SUMMARY).read_bytes() == (tmp_path / "summary-2025-03.csv").read_bytes()
    for command in (["check"], ["fmt", "--check"]):
        done = run("oit", *command, cwd=received, OIT_AS_OF=DAY)
        assert done.returncode == 0, done.stdout


def test_the_form_writes_what_the_command_writes(
    form: Page, learnt: Training, tmp_path: Path
) -> None:
    """The same record and the same files, byte for byte, comments kept."""
    file = tmp_path / "summary-2025-03.csv"
    _attach(form, file)
    fill(form)
    send(form)
    expect(form.get_by_text(SENT)).to_be_visible()
    what = ("--period", "2025-03", "--for", "monthly-summary", "--title", TITLE)
    by_command = _entered(learnt, tmp_path, "add", "O15", str(file), *what)
    assert by_command == _sent(learnt, tmp_path)


@pytest.fixture
def record(browser: Browser, learnt: Training) -> Iterator[Page]:
    """O15 as the form shows it, with nothing begun."""
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    sign_in(page, learnt.address)
    page.get_by_role("link", name="O15 ").click()
    yield page
    page.context.close()


def test_a_stated_nothing_is_the_same_by_form_and_command(
    record: Page, learnt: Training, tmp_path: Path
) -> None:
    """Byte for byte, comments kept."""
    reason = "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"
    record.get_by_role("button", name="เพิ่มหลักฐาน").click()
    record.get_by_role("menuitem", name="ไม่มีรายการ").click()
    say_what_for(record)
    record.get_by_label("เหตุผล").last.fill(reason)
    record.get_by_label("วันที่เผยแพร่").last.fill(DAY)
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    what = ("--period", "2025-03", "--for", "monthly-summary")
    assert _entered(learnt, tmp_path, "none", "O15", *what, reason) == _sent(learnt, tmp_path)


def test_a_link_is_the_same_by_form_and_command(
    record: Page, learnt: Training, tmp_path: Path
) -> None:
    """Byte for byte, comments kept."""
    address = "https://www.example.go.th/procurement/2568-03"
    record.get_by_role("button", name="เพิ่มหลักฐาน").click()
    record.get_by_role("menuitem", name="ลิงก์").click()
    say_what_for(record)
    record.get_by_label("ที่อยู่เว็บไซต์").last.fill(address)
    fill(record)
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    what = ("--period", "2025-03", "--for", "monthly-summary", "--title", TITLE)
    assert _entered(learnt, tmp_path, "add", "O15", address, *what) == _sent(learnt, tmp_path)


def test_a_confirmation_is_the_same_by_form_and_command(
    record: Page, learnt: Training, tmp_path: Path
) -> None:
    """Byte for byte, comments kept."""
    post, note = "หัวหน้าฝ่ายการคลัง", "ตรวจทานทุกรายการแล้ว ไม่มีการเปลี่ยนแปลง"
    record.get_by_role("button", name="เพิ่มการยืนยัน").click()
    record.get_by_label("วันที่ยืนยัน").last.fill(DAY)
    record.get_by_label("ตำแหน่งผู้ยืนยัน").last.fill(post)
    record.get_by_label("ผลการตรวจ").last.fill(note)
    send(record)
    expect(record.get_by_text(SENT)).to_be_visible()
    what = ("confirm", "O15", "--by", post, "--note", note)
    assert _entered(learnt, tmp_path, *what) == _sent(learnt, tmp_path)


def _sent(learnt: Training, folder: Path) -> dict[str, bytes]:
    """The item as the form's branch has it."""
    return tree(_received(learnt, folder) / Path(RECORD).parent)


def _entered(learnt: Training, folder: Path, *command: str) -> dict[str, bytes]:
    """The item as a command leaves it, in a clone of its own."""
    clone = folder / "entered"
    git(folder, "clone", "--quiet", "--branch", "main", str(learnt.repository), str(clone))
    done = run("oit", *command, cwd=clone, OIT_AS_OF=DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(clone / Path(RECORD).parent)


def test_the_form_names_a_field_that_is_missing(form: Page, learnt: Training) -> None:
    """Nothing is sent, and the field says so beside its own name."""
    form.get_by_label("ชื่อหลักฐาน").last.fill(TITLE)
    send(form)
    expect(form.get_by_text("ยังกรอกไม่ครบหรือมีช่องที่ต้องแก้ไข", exact=False)).to_be_visible()
    expect(form.get_by_text("โปรดระบุเรื่องที่ต้องเปิดเผย (องค์ประกอบ)", exact=True)).to_be_visible()
    expect(form.get_by_text("โปรดระบุชื่อไฟล์", exact=True)).to_be_visible()
    assert git(learnt.repository, "branch", "--list", "cms/*") == ""


def test_the_gate_answers_with_the_name_that_the_form_has(
    form: Page, learnt: Training, tmp_path: Path
) -> None:
    """A table of something else is not known to the form; the gate names its field."""
    wrong = tmp_path / "สรุป เดือนมีนาคม.csv"
    wrong.write_text("ก,ข\n1,2\n", "utf-8-sig")
    _attach(form, wrong)
    fill(form)
    send(form)
    expect(form.get_by_text(SENT)).to_be_visible()
    done = run("oit", "check", cwd=_received(learnt, tmp_path), OIT_AS_OF=DAY)
    assert done.returncode == 1
    assert "table-column-missing" in done.stdout
    assert "· ชื่อไฟล์ (file)" in done.stdout


def test_a_file_with_an_id_number_does_not_leave_the_machine(form: Page, tmp_path: Path) -> None:
    """It is refused in Thai before anything is sent, and the number is not repeated."""
    said: list[str] = []

    def answer(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.accept()

    sent: list[str] = []
    form.on("dialog", answer)
    form.on("request", lambda request: sent.append(request.post_data or ""))
    personal = tmp_path / "names.csv"
    personal.write_text(f"ลำดับที่,เลขประจำตัว\n1,{VALID_ID}\n", "utf-8-sig")
    say_what_for(form)
    choose_file(form, personal)
    form.wait_for_function("() => !document.querySelector('input[type=file]').value")
    assert len(said) == 1
    assert "เลขประจำตัวประชาชน" in said[0]
    assert VALID_ID not in said[0] + "".join(sent)
    expect(form.get_by_text("names.csv")).to_have_count(0)


def _attach(form: Page, file: Path) -> None:
    say_what_for(form)
    choose_file(form, file)
    use_file(form)


def _received(learnt: Training, folder: Path) -> Path:
    """What a reviewer gets; the server goes on changing branches in the repository itself."""
    target = folder / "received"
    git(folder, "clone", "--quiet", "--branch", BRANCH, str(learnt.repository), str(target))
    return target


def _changed_lines(learnt: Training, file: str) -> str:
    text = git(learnt.repository, "diff", "--unified=0", f"main...{BRANCH}", "--", file)
    lines = text.split("\n@@ ", 1)[1].splitlines(keepends=True)[1:]
    return "".join(line for line in lines if not line.startswith("@@ "))
