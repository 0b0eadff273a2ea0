"""A committed site of several rounds, and what people may stage in it."""

import shutil
from pathlib import Path

from helpers.edits import MANDATE, O3, ROUND, WORKS, both, symlink
from helpers.repositories import committed, git
from helpers.support import Edit, copy_site, delete, replace, write

LATER = "oit_items/2569"
O3_LATER = f"{LATER}/O03/record.md"
NEW_FILE = write("oit_items/2568/O03/new.csv", "ก,ข\n1,2\n")
FAULTY = replace(O3, "updated: 2025-04-11", "updated: 2568-04-11")


def moved(file: str, target: str) -> Edit:
    """A file under another name."""

    def edit(site: Path) -> None:
        (site / target).parent.mkdir(exist_ok=True)
        (site / file).rename(site / target)

    return edit


def copied(file: str, target: str) -> Edit:
    """The bytes of a file in another place too."""

    def edit(site: Path) -> None:
        (site / target).write_bytes((site / file).read_bytes())

    return edit


ITEMS_ALONE = {
    "a text": replace(O3, "รายไตรมาส\n", "รายไตรมาสของปี\n"),
    "a fault": FAULTY,
    "a day moved": replace(O3, "published: 2025-04-11", "published: 2025-04-10"),
    "a period that is late": replace(O3, "periods: [FY2568-Q2]", "periods: [FY2568-Q1]"),
    "a part removed": delete(WORKS),
    "another table": write("oit_items/2568/O03/tax-q2.csv", "ก,ข\n1,2\n"),
    "evidence deleted": delete("oit_items/2568/O03/tax-q1.csv"),
    "evidence moved": moved("oit_items/2568/O03/tax-q1.csv", "oit_items/2568/O02/tax-q1.csv"),
    "a table of an earlier period": copied(
        "oit_items/2568/O03/tax-q1.csv", "oit_items/2568/O03/tax-q2.csv"
    ),
    "a file of another item": copied(
        "oit_items/2568/O01/summary-2025-03.csv", "oit_items/2568/O03/tax-q2.csv"
    ),
    "a new file": NEW_FILE,
    "a link": symlink("oit_items/2568/O03/tax-q1.csv", "/etc/passwd"),
    "a whole item": both(delete("oit_items/2568/O03"), delete(O3_LATER)),
    "an item of another number": write("oit_items/2568/O22/record.md", "x"),
    "a number of a person": write("oit_items/2568/O03/1101700203450.csv", "x"),
    "two rounds": both(NEW_FILE, replace(O3_LATER, "รายไตรมาส\n", "รายไตรมาสของปี\n")),
    "an earlier round": copied("oit_items/2569/O03/tax-q1.csv", "oit_items/2568/O03/tax-q1.csv"),
    "a late fault": replace(O3_LATER, "kind: file", "kind: fil"),
}
MORE = {
    "a policy": both(FAULTY, replace(MANDATE, "may_be_none: true", "may_be_none: false")),
    "the settings": both(FAULTY, replace("mkdocs.yml", "mode: demonstration", "mode: production")),
    "a text of the site": both(FAULTY, write("docs/new.md", "# ใหม่\n")),
    "a strange folder": both(FAULTY, write("oit_items/2568/O00/record.md", "x")),
    "an item as a file": both(
        FAULTY, delete("oit_items/2568/O02"), write("oit_items/2568/O02", "x")
    ),
    "the scores": write("oit_items/2568/O01/scores.csv", "x,y\n1,2\n"),
    "a reserved name": both(FAULTY, write("oit_items/2568/O03/.oit-work", "x")),
}


def rounds_after_each_other(folder: Path, *more: int) -> Path:
    """A site of 2568, and the same again in later years, committed; one item is late."""
    site = copy_site("current", folder)
    replace(ROUND, "days_after_period:", "witness: git\ndays_after_period:")(site)
    for year in more:
        _repeat(site, year)
    git(folder, "init", "--quiet", "--initial-branch=main", str(site))
    committed(site, "as it was")
    return site


def _repeat(site: Path, year: int) -> None:
    """The round of 2568 with each of its years moved on."""
    later, years = site / f"oit_items/{year}", year - 2568
    shutil.copytree(site / "oit_items/2568", later)
    for file in later.rglob("*.*"):
        text = file.read_text("utf-8").replace("2568", str(year))
        for first in (2025, 2024):  # the later one first, so that none is moved twice
            text = text.replace(f"{first}-", f"{first + years}-")
        file.write_text(text, "utf-8")
