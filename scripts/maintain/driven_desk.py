"""The steps of somebody who enters on the desk what came by e-mail."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from maintain.driven_form import DAY

NAMES: dict[str, str] = json.loads(Path(__file__).with_name("desk_labels.json").read_text("utf-8"))
"""What the files are called that came."""
_PUBLISHED = "oit_items/2568/O15/summary-2025-02.csv"
_PHOTOGRAPH = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
"""How a picture begins that an iPhone has taken."""
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\S+")


@contextmanager
def desk(site: Path) -> Iterator[str]:
    """The address of the desk of the site in a folder, which ends with the block."""
    command = [sys.executable, "-m", "oit", "desk", "--no-browser"]
    day = {**os.environ, "OIT_AS_OF": DAY}
    with subprocess.Popen(
        command, cwd=site, env=day, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            yield _address_of(process)
        finally:
            process.terminate()


def came(site: Path, summary: Path) -> list[FilePayload]:
    """A file that is ready, one of a month that has one already, and one that is refused."""
    corrected = (site / _PUBLISHED).read_bytes().replace(b"1000", b"1100")
    return [
        _sent("due", "text/csv", summary.read_bytes()),
        _sent("again", "text/csv", corrected),
        _sent("photograph", "image/heic", _PHOTOGRAPH),
    ]


def choose_files(page: Page, files: list[FilePayload]) -> None:
    """Give the desk files, and wait until it has read each."""
    page.locator("#files").set_input_files(files)
    expect(page.locator(".card")).to_have_count(len(files))
    expect(page.locator("#bar")).to_be_hidden()


def begin_none(page: Page) -> None:
    """Choose what is due first, and that there is none of it."""
    page.locator("#due a").first.click()
    page.locator("input[name=kind][value=none]").check()


def look_again(page: Page) -> None:
    """At all that would change, before it is sent."""
    page.locator("#foot a.go").click()
    page.wait_for_load_state("networkidle")


def _sent(name: str, kind: str, data: bytes) -> FilePayload:
    return {"name": NAMES[name], "mimeType": kind, "buffer": data}


def _address_of(process: "subprocess.Popen[str]") -> str:
    """Raises `RuntimeError` where the command has ended without one."""
    for line in process.stdout or ():
        if found := _ADDRESS.search(line):
            return found[0]
    raise RuntimeError("the desk has not opened")
