"""What the form saves on this machine, beside what a command writes to the same office."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

from helpers.commands import run
from helpers.repositories import git
from helpers.support import SAMPLE, tree
from maintain.driven_form import DAY, RECORD, SUMMARY

BRANCH = "cms/oit-2568/o15"
FEBRUARY = "summary-2025-02.csv"
PUBLISHED = (SAMPLE / SUMMARY).with_name(FEBRUARY).read_bytes()
CORRECTED = PUBLISHED.replace("งานตัวอย่าง".encode(), "งานที่แก้ไข".encode())
WHY = "แก้ยอดรวม: บวกผิด"


@dataclass(frozen=True, slots=True)
class Training:
    """Where the form is, and the repository that it saves to."""

    address: str
    repository: Path


def received(learnt: Training, folder: Path) -> Path:
    """What a reviewer gets; the server goes on changing branches in the repository itself."""
    target = folder / "received"
    git(folder, "clone", "--quiet", "--branch", BRANCH, str(learnt.repository), str(target))
    return target


def by_form(learnt: Training, folder: Path) -> dict[str, bytes]:
    """The item as the form's branch has it."""
    return tree(received(learnt, folder) / Path(RECORD).parent)


def by_command(learnt: Training, folder: Path, *command: str) -> dict[str, bytes]:
    """The item as a command leaves it, in a clone of its own."""
    clone = folder / "entered"
    git(folder, "clone", "--quiet", "--branch", "main", str(learnt.repository), str(clone))
    done = run("oit", *command, cwd=clone, OIT_AS_OF=DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(clone / Path(RECORD).parent)


def begin(page: Page, kind: str) -> None:
    """A new entry of evidence of a kind."""
    page.get_by_role("button", name="เพิ่มหลักฐาน").click()
    page.get_by_role("menuitem", name=kind).click()


def opened(page: Page, title: str) -> Locator:
    """An entry of evidence that is there, unfolded."""
    entries = page.locator('div[id^="evidence-field-"] [class*="SortableListItem"]')
    entry = entries.filter(has_text=title).first
    entry.get_by_role("button").first.click()
    return entry


def exchange(page: Page, entry: Locator, file: Path) -> None:
    """Choose another file for an entry that has one."""
    entry.get_by_role("button", name="เปลี่ยนไฟล์").click()
    page.locator("input[type=file]").last.set_input_files(file)
