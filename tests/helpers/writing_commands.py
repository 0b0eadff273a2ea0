"""What the tests of writing commands share: a site that owes something, and somebody who types."""

from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result

from helpers.commands import CACHE
from helpers.support import copy_site, replace
from oit.commands.cli import main

O1 = "oit_items/2568/O01/record.md"
CONFIRM = ("confirm", "O1", "--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว: ไม่เปลี่ยนแปลง")


def oit(
    site: Path, *arguments: str, day: str = "2025-05-08", given: str | bytes | None = None
) -> Result:
    """A command in this process; `given` is typed by somebody at a terminal."""
    variables = {"OIT_CACHE": str(CACHE), "OIT_AS_OF": day, "OIT_LANG": "", "OIT_GATE": ""}
    return CliRunner(env=variables).invoke(main, [*arguments, "--root", str(site)], input=given)


def owing_site(tmp_path: Path) -> Path:
    """A tiny site that owes the summary of April too, and accepts workbooks."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "[pdf, csv]", "[pdf, csv, xlsx]")(site)
    replace("oit_items/2568/mandate.yml", "[2025-02, 2025-03]", "[2025-02, 2025-03, 2025-04]")(site)
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    return site


def workbook(folder: Path, text: str = "งานตัวอย่าง") -> str:
    path = folder / "สขร.1 เม.ย. 68.XLSX"
    book = openpyxl.Workbook()
    for row in (["ลำดับที่", "งาน"], [1, text]):
        book.worksheets[0].append(row)
    book.properties.creator = None
    book.save(path)
    return str(path)
