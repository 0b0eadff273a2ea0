"""A file chosen in the form is named as `oit add` names it, and doubtful ones are asked about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from helpers.form_backend import FormBackend
from helpers.support import SAMPLE, copy_sample
from maintain.driven_form import (
    SUMMARY,
    TITLE,
    begin_entry,
    choose_file,
    fill,
    say_what_for,
    sign_in,
    take_out_summary,
    use_file,
)

_IS_KEPT = """(title) => new Promise((answer) => {
  const opened = indexedDB.open("localforage");
  opened.onsuccess = () => {
    const kept = opened.result.transaction("keyvaluepairs").objectStore("keyvaluepairs")
      .get("backup.oit-2568.o15");
    kept.onsuccess = () => answer(JSON.stringify(kept.result ?? "").includes(title));
    opened.result.close();
  };
})"""
"""Whether the browser keeps the entry with a title, in the store that the program has for it."""
TABLE = (SAMPLE / SUMMARY).read_text("utf-8")


@dataclass(slots=True)
class Form:
    """The form with an entry of evidence begun, and what its boxes said."""

    page: Page
    backend: FormBackend
    says_yes: bool = True
    said: list[str] = field(default_factory=list)

    def box(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        if self.says_yes:
            dialog.accept()
        else:
            dialog.dismiss()

    def choose(self, folder: Path, name: str, text: str = f"{TABLE}\n") -> None:
        """Choose a file of this machine."""
        file = folder / name
        file.write_text(text, "utf-8")
        choose_file(self.page, file)

    def refused(self) -> None:
        """Nothing was attached: the choice is empty again."""
        self.page.wait_for_function("() => !document.querySelector('input[type=file]').value")


@pytest.fixture
def form(browser: Browser, open_round: str, tmp_path: Path) -> Iterator[Form]:
    """The record of O15 without the summary of March, which the published site has."""
    site = copy_sample(tmp_path)
    take_out_summary(site, tmp_path)
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    form = Form(page, FormBackend(site))
    page.on("dialog", lambda dialog: form.box(dialog))
    form.backend.serve(page)
    sign_in(page, f"{open_round}/admin/")
    begin_entry(page)
    yield form
    context.close()


def test_a_file_is_named_after_what_it_is_for(form: Form, tmp_path: Path) -> None:
    """By its requirement and period, as its forerunners; a name that the site has is not taken."""
    say_what_for(form.page)
    form.choose(tmp_path, "สขร.1 มี.ค. 68.csv")
    use_file(form.page)
    expect(form.page.get_by_text("summary-2025-03-2.csv")).to_be_visible()
    assert form.said == []


def test_what_it_is_for_is_chosen_first(form: Form, tmp_path: Path) -> None:
    """Else it could not be named."""
    form.choose(tmp_path, "a.csv")
    form.refused()
    assert [said.split()[0] for said in form.said] == ["โปรดเลือก"]


@pytest.mark.parametrize("says_yes", [True, False])
def test_another_month_in_its_name_is_asked_about(
    form: Form, tmp_path: Path, says_yes: bool
) -> None:
    """A yes is the person's own; a no lets them choose again."""
    form.says_yes = says_yes
    say_what_for(form.page)
    form.choose(tmp_path, "สขร.1 กุมภาพันธ์ 2568.csv")
    use_file(form.page) if says_yes else form.refused()
    (said,) = form.said
    assert "ชื่อไฟล์ “สขร.1 กุมภาพันธ์ 2568.csv” ระบุกุมภาพันธ์ 2568" in said


def test_the_bytes_of_a_published_file_are_known_again(form: Form, tmp_path: Path) -> None:
    """Of any item of the round, whatever its name is; nothing is attached on a no."""
    form.says_yes = False
    say_what_for(form.page)
    february = (SAMPLE / SUMMARY.replace("-03", "-02")).read_bytes()
    form.choose(tmp_path, "new.csv", february.decode("utf-8"))
    form.refused()
    (said,) = form.said
    assert "ไฟล์นี้ตรงกับ “สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนกุมภาพันธ์ 2568” ของข้อ O15" in said


def test_where_the_index_cannot_be_read_the_form_works_on(form: Form, tmp_path: Path) -> None:
    """The gate looks again."""
    form.page.route("**/api/v1/index.json", lambda route: route.abort())
    say_what_for(form.page)
    form.choose(tmp_path, "a.csv", TABLE)
    use_file(form.page)
    expect(form.page.get_by_text("summary-2025-03.csv")).to_be_visible()


def test_work_that_was_not_sent_is_offered_again(form: Form) -> None:
    """Kept in the browser as it is typed; whoever says yes goes on where they were."""
    say_what_for(form.page)
    fill(form.page)
    assert any(_is_kept(form.page) for _ in range(100))  # once hands rest
    form.page.reload()
    expect(form.page.get_by_label("ชื่อหลักฐาน").last).to_have_value(TITLE)
    assert any("ต้องการกรอกต่อจากครั้งก่อนใช่หรือไม่" in said for said in form.said)


def _is_kept(page: Page) -> bool:
    """Whether the browser keeps the new entry by now, or a little later."""
    page.wait_for_timeout(100)
    return bool(page.evaluate(_IS_KEPT, TITLE))
