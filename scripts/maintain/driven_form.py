"""The steps of somebody who publishes the summary of March by the form."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

DAY = "2025-04-29"
RECORD = "oit_items/2568/O15/record.md"
SUMMARY = "oit_items/2568/O15/summary-2025-03.csv"
LABELS: dict[str, str] = json.loads(Path(__file__).with_name("form_labels.json").read_text("utf-8"))
"""What the form calls its buttons and fields, and what is typed into them."""
TITLE = LABELS["new-title"]
SENT = LABELS["sent"]


def take_out_summary(site: Path, target: Path) -> Path:
    """The summary of March, moved out of a site into a folder, and its entry left out."""
    file = target / Path(SUMMARY).name
    (site / SUMMARY).rename(file)
    record = site / RECORD
    entries = record.read_bytes().split(b"  - kind: ")
    kept = [entry for entry in entries if file.name.encode() not in entry]
    if len(kept) != len(entries) - 1:
        raise ValueError(f"{RECORD} does not name {file.name} in exactly one entry")
    record.write_bytes(b"  - kind: ".join(kept))
    return file


def sign_in(form: Page, address: str) -> None:
    """To the list of what may be entered."""
    form.goto(address)
    form.get_by_role("button", name=LABELS["sign-in"]).click()
    expect(form.get_by_role("link", name="O15 ")).to_be_visible()


def begin_entry(form: Page) -> None:
    """A new entry of evidence in O15, which is a file."""
    form.get_by_role("link", name="O15 ").click()
    form.get_by_role("button", name=LABELS["add"]).click()
    form.get_by_role("menuitem", name=LABELS["kind"]).click()


def choose_file(form: Page, file: Path) -> None:
    """In the window of files, from this machine."""
    form.get_by_role("button", name=LABELS["choose-file"]).click()
    form.locator("input[type=file]").last.set_input_files(file)


def use_file(form: Page) -> None:
    """The file that was chosen becomes that of the entry."""
    chosen = form.get_by_role("button", name=LABELS["use-file"])
    expect(chosen).to_be_enabled()
    chosen.click()
    expect(chosen).to_have_count(0)


def say_what_for(form: Page) -> None:
    """What the entry answers, and its month: the file is named after them."""
    _choose(form, LABELS["requirement"], LABELS["summary"])
    _choose(form, LABELS["period"], LABELS["march"])


def fill(form: Page) -> None:
    """Its title and day."""
    form.get_by_label(LABELS["title"]).last.fill(TITLE)
    form.get_by_label(LABELS["published"]).last.fill(DAY)


def send(form: Page) -> None:
    """Ask for it to be looked at."""
    form.get_by_role("button", name=LABELS["send"]).click()


def _choose(form: Page, label: str, option: str) -> None:
    form.get_by_label(label).last.click()
    form.get_by_role("option", name=option).click()
