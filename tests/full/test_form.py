"""The form as somebody uses it, against a real repository. Run by `scripts/test.py --full`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from helpers.commands import run
from helpers.form_training import BRANCH, Training, received
from helpers.made_files import VALID_ID
from helpers.repositories import git
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
    use_file,
)

pytestmark = pytest.mark.full

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
    got = received(learnt, tmp_path)
    assert (got / SUMMARY).read_bytes() == (tmp_path / "summary-2025-03.csv").read_bytes()
    for command in (["check"], ["fmt", "--check"]):
        done = run("oit", *command, cwd=got, OIT_AS_OF=DAY)
        assert done.returncode == 0, done.stdout


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
    done = run("oit", "check", cwd=received(learnt, tmp_path), OIT_AS_OF=DAY)
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


def _changed_lines(learnt: Training, file: str) -> str:
    text = git(learnt.repository, "diff", "--unified=0", f"main...{BRANCH}", "--", file)
    lines = text.split("\n@@ ", 1)[1].splitlines(keepends=True)[1:]
    return "".join(line for line in lines if not line.startswith("@@ "))
