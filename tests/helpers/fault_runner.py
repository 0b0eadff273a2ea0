"""The process that runs commands at fault (`faulty_runs`), the sites for them, and the oracle."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpers import made_files as made
from helpers import year_books as books
from helpers.commands import CACHE
from helpers.committed import repository
from helpers.edits import MANDATE, both
from helpers.repositories import committed, named
from helpers.support import ROOT, Edit, copy_site, replace, tree
from oit.system.locking import alone_in

O1 = "oit_items/2568/O01/record.md"
DAY = "2025-04-30"
CONFIRM = ("--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว")
COMMANDS: Mapping[str, Sequence[str]] = {
    "add": ("add", "O1", "--period", "2025-03", "--sample", "{folder}/มีนาคม.csv"),
    "add-year": (
        *("add", "O1", "--for", "monthly-summary", "--sample", "--yes", "{folder}/ทั้งปี.xlsx"),
    ),
    "none": ("none", "O1", "--period", "2025-03", "ไม่มีรายการ"),
    "confirm": ("confirm", "O1", *CONFIRM),
    "fmt-one": ("fmt", O1),
    "fmt-all": ("fmt",),
    "replace": ("replace", "O1", "scores.csv", "{folder}/มีนาคม.csv", "--reason", "แก้ยอดรวม"),
    "withdraw": ("withdraw", "O1", "scores.csv", "--why", "wrong", "--reason", "ผิด", "--by", "ผอ."),
    "ledger": ("ledger",),
    "fix": ("fix", "--yes"),
    "fix-name": ("fix", "--yes"),
    "clean": ("clean", "oit_items/2568/O01/photo.jpg"),
    "clean-two": ("clean", "oit_items/2568/O01/photo.jpg", "oit_items/2568/O03/photo.jpg"),
    "codeowners": ("codeowners",),
    "schemas": ("schemas",),
    "new-round": ("new-round", "2569"),
    "inbox": ("inbox", "{folder}/mail", "--yes"),
    "init": ("init", "office", "--id", "a", "--name-th", "ก", "--name-en", "A"),
    "upgrade": ("upgrade",),
    "build": ("build",),
}
"""What each command that writes is tried with; a new one has to join."""
owing_two_more = both(
    replace(MANDATE, "[2025-02, 2025-03]", "[2024-12, 2025-01, 2025-02, 2025-03]"),
    replace("mkdocs.yml", "[pdf, csv]", "[pdf, csv, xlsx]"),
)
_two_slips = both(
    replace(O1, "published: 2025-04-10", "published: 10 เม.ย. 68"),
    replace("oit_items/2568/O03/record.md", "[FY2568-Q2]", "[ไตรมาส 2/2568]"),
)
_SLIPS: Mapping[str, Edit] = {
    "fix": _two_slips,
    "fix-name": both(
        _two_slips,
        replace(O1, "file: scores.csv", "file: คะแนน.csv"),
        replace("oit_items/2568/round.yml", "file: scores.csv", "file: announcements.csv"),
        lambda site: (site / O1).with_name("scores.csv").rename((site / O1).with_name("คะแนน.csv")),
    ),
}
"""What there is to fix, by the name of the command's case."""


_HISTORY = ("upgrade", "inbox")
"""Commands that work in a repository alone."""
_OF_BATCHES = {"inbox", "inbox.lock", "inbox.json"}
"""What a batch keeps from one command to the next."""


def is_long() -> bool:
    """Whether `run.py endurance` asks for all of it, not for a short run."""
    return "OIT_ENDURANCE" in os.environ


@dataclass(frozen=True)
class FaultRunner:
    """A process that answers tasks, one after another: exit statuses by folder or place."""

    process: "subprocess.Popen[str]"

    def repeat(
        self, fault: str, site: Path, runs: Path, arguments: Sequence[str], **options: object
    ) -> dict[str, int]:
        """Runs in folders below `runs`, at fault ever later; `stride` and `exchange` as options."""
        return self._answer(
            fault=fault,
            site=str(site),
            folder=str(runs),
            arguments=list(arguments),
            built=str(built_site(runs)),
            **{"stride": 1, "exchange": True, **options},
        )

    def together(self, site: Path, *commands: Sequence[str], built: Path | None) -> list[int]:
        """Commands that begin at once; with a site that is built already, MkDocs builds none."""
        lists = [list(command) for command in commands]
        found = self._answer(
            fault="together", site=str(site), commands=lists, built=built and str(built)
        )
        return list(found.values())

    def _answer(self, **task: object) -> dict[str, int]:
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(task), file=self.process.stdin, flush=True)
        found: dict[str, int] = json.loads(self.process.stdout.readline())
        return found


@contextmanager
def fault_runner() -> Iterator[FaultRunner]:
    """One for all tests of a module, since it takes a second to start."""
    ours = {"OIT_CACHE": str(CACHE), "OIT_AS_OF": DAY, "PYTHONUTF8": "1", "OIT_WAIT": "600"}
    with subprocess.Popen(
        [sys.executable, str(ROOT / "tests/helpers/faulty_runs.py")],
        env={**os.environ, **ours},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield FaultRunner(process)
        process.communicate()


def prepared(name: str, folder: Path) -> Path:
    """A site in which the command has something to do."""
    folder.mkdir(exist_ok=True)
    site = _with_history(name, folder) if name in _HISTORY else copy_site("current", folder)
    shutil.rmtree(site / "docs", ignore_errors=True)
    record = site / O1
    (folder / "มีนาคม.csv").write_text("ลำดับที่,งาน\n1,งานตัวอย่าง\n", "utf-8")
    if name == "none":
        text = record.read_text("utf-8")
        record.write_text(text.replace("    periods: [2025-03]\n", "    periods: [2025-02]\n"))
    if name == "add-year":
        owing_two_more(site)
        months = {sheet: books.month("") for sheet in ("ธ.ค. 67", "ม.ค. 68")}
        for number, rows in enumerate(months.values(), 1):
            rows.append(books.purchase(number, "งานตัวอย่าง"))
        (folder / "ทั้งปี.xlsx").write_bytes(books.book(months))
    if name in _SLIPS:
        _SLIPS[name](site)
    if name.startswith("clean"):
        for item in ("O01", "O03"):
            (site / "oit_items/2568" / item / "photo.jpg").write_bytes(made.photograph())
    if name == "build":
        built_site(folder).rename(site / "site")
    if name == "init":
        (site / "office").mkdir()
    return site


def _with_history(name: str, folder: Path) -> Path:
    """A site in a repository, without pages that are written by hand."""
    site = repository(folder)
    shutil.rmtree(site / "docs")
    if name == "inbox":
        _send_mail(site, folder / "mail")
    committed(site, "ไม่มีหน้าที่เขียนเอง")
    return site


def _send_mail(site: Path, folder: Path) -> None:
    """Two months that the site owes, as files, and who commits them."""
    named(site)
    owing_two_more(site)
    folder.mkdir()
    for number, month in enumerate(("ธันวาคม 2567", "มกราคม 2568"), start=1):
        rows = f"ลำดับที่,งาน\n{number},งานของ{month}\n"
        (folder / f"สขร1 {month}.csv").write_text(rows, "utf-8")


def built_site(folder: Path) -> Path:
    """A site of some pages, in the place of what MkDocs would build."""
    site = folder.parent / f"{folder.name}-built"
    if not site.exists():
        for number in range(4):
            page = site / f"page-{number}/index.html"
            page.parent.mkdir(parents=True)
            page.write_text("old", "utf-8")
    return site


def written(site: Path) -> dict[str, bytes]:
    """What a command may change: everything but Git's files and our own."""
    outside = (".git/", ".oit-work/", "office/.git/", "office/.oit-work/")
    return {name: data for name, data in tree(site).items() if not name.startswith(outside)}


def next_command(site: Path) -> None:
    """What the next command begins with; afterwards nothing of a dead one is there."""
    for folder in (site, site / "office"):
        if (folder / ".oit-work").exists():
            with alone_in(folder, "oit fmt", print):
                pass
            left = {path.name for path in (folder / ".oit-work").iterdir()}
            assert left - _OF_BATCHES == {".gitignore", "lock"}, folder
        assert [path.name for path in folder.glob(".oit-*")] in ([], [".oit-work"])
