"""Each kind of entry is what the command writes, byte for byte, in whichever way it is made.

The table of kinds and ways is `helpers/entry_ways.py`.
"""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from helpers import year_books as books
from helpers.commands import CACHE, run
from helpers.desk_server import PARTS, Served, in_parts, served
from helpers.entry_ways import WAYS, Kind, Way, kinds_by
from helpers.repositories import git, in_repository
from helpers.support import copy_site, tree
from helpers.writing_commands import O1, owing_site, workbook
from oit.desk.batch import Desk
from oit.desk.fields import WITH_FILE
from oit.entry import orders

DAY, YEAR_IS_OVER = "2025-05-08", "2025-10-10"
APRIL, NEWS = "2568/O1/monthly-summary/2025-04/-", "2568/O1/announcements/-/-"
WORDS = "# ข่าวการจัดซื้อ\n\nข้อความ\n\n- ก\n- ข\n"
POST, NOTE = "หัวหน้าฝ่ายการคลัง", "ไม่มีการเปลี่ยนแปลง"
OLD, WHY = "summary-2025-03.csv", "แก้ยอดรวม: บวกผิด"
SUMMARY = ("add", "O1", "--for", "monthly-summary")
FOLDER = "oit_items/2568/O01/"
COMMENTS = "\n# จากฝ่ายการคลัง\nevidence: # ทุกเดือน"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry by a command, `{file}` being what a division has, and on the desk's page."""

    command: tuple[str, ...]
    typed: dict[str, str]
    file: str = ""
    """The name of the file, as the division has it."""
    answer: dict[str, str] = field(default_factory=dict)
    """What is answered where the desk asks about the file."""
    changed: tuple[str, ...] = (O1,)
    """Files that become new or other."""


ENTRIES = {
    Kind.FILE: Entry(
        (*SUMMARY, "--period", "2025-04", "{file}"),
        {"kind": "file", "cell": APRIL},
        "สขร.1 เม.ย. 68.XLSX",
        changed=(O1, f"{FOLDER}summary-2025-04.xlsx"),
    ),
    Kind.SEVERAL: Entry(
        (*SUMMARY, "--yes", "{file}"),
        {"kind": "file", "cell": APRIL},
        "สขร.1 ปีงบ 2568.xlsx",
        {"agrees": "yes"},
        (
            O1,
            *(f"{FOLDER}summary-2024-{month}.xlsx" for month in (10, 11, 12)),
            *(f"{FOLDER}summary-2025-{month:02}.xlsx" for month in range(1, 10)),
        ),
    ),
    Kind.LINK: Entry(
        ("add", "O1", "--for", "announcements", "https://a.go.th/x?y=1&z=2", "--title", "ประกาศ"),
        {"kind": "link", "cell": NEWS, "address": "https://a.go.th/x?y=1&z=2", "title": "ประกาศ"},
    ),
    Kind.TEXT: Entry(
        ("add", "O1", "--for", "announcements", "--text", "{file}"),
        # A form sends the ends of lines as the internet has them.
        {"kind": "text", "cell": NEWS, "words": WORDS.replace("\n", "\r\n")},
        "ข่าว.md",
        {"target": NEWS},
    ),
    Kind.NONE: Entry(
        ("none", "O1", "--period", "2025-04", "ไม่มีการจัดซื้อ"),
        {"kind": "none", "cell": APRIL, "reason": "ไม่มีการจัดซื้อ"},
    ),
    Kind.CONFIRM: Entry(
        ("confirm", "O1", "--by", POST, "--note", NOTE),
        {"kind": "confirm", "unit": "2568/O1//-/-", "post": POST, "note": NOTE},
    ),
    Kind.REPLACE: Entry(
        ("replace", "O1", OLD, "{file}", "--reason", WHY),
        {"kind": "replace", "published": f"2568/O1/{OLD}", "reason": WHY},
        "สขร1 มีนาคม 2568.csv",
        {"agrees": "yes", "reason": WHY},
        (O1, f"{FOLDER}{OLD}"),
    ),
}


@dataclass(frozen=True, slots=True)
class Office:
    """A site with comments in its record, in a repository, and what a division has beside it."""

    site: Path
    day: str
    file: Path | None


def data_of(kind: Kind, folder: Path) -> bytes:
    """The bytes of what a division has."""
    if kind is Kind.FILE:
        return Path(workbook(folder)).read_bytes()
    if kind is Kind.SEVERAL:
        return books.book(books.year())
    return WORDS.encode() if kind is Kind.TEXT else "ลำดับที่,งาน\n1,งานที่แก้ไข\n".encode()


def site_for(kind: Kind, folder: Path) -> Path:
    """An office that owes what is entered."""
    if kind is not Kind.SEVERAL:
        return owing_site(folder)
    site = books.emptied(copy_site("current", folder))
    books.owing_a_year(site)
    return site


@pytest.fixture
def office(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    day = YEAR_IS_OVER if kind is Kind.SEVERAL else DAY
    for name, value in {"OIT_AS_OF": day, "OIT_CACHE": str(CACHE), "OIT_WAIT": "0"}.items():
        monkeypatch.setenv(name, value)
    site = site_for(kind, tmp_path)
    record = site / O1
    record.write_text(record.read_text("utf-8").replace("\nevidence:", COMMENTS), "utf-8")
    in_repository(site)
    return Office(site, day, _file(kind, tmp_path))


def _file(kind: Kind, folder: Path) -> Path | None:
    if not ENTRIES[kind].file:
        return None
    file = folder / "sent" / ENTRIES[kind].file
    file.parent.mkdir()
    file.write_bytes(data_of(kind, file.parent))
    return file


def by_command(entry: Entry, office: Office) -> dict[str, bytes]:
    """The records as the command leaves them, in a copy of its own."""
    other = office.site.parent / "other"
    shutil.copytree(office.site, other)
    command = [part.format(file=office.file) for part in entry.command]
    done = run("oit", *command, cwd=other, OIT_AS_OF=office.day)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(other / "oit_items")


def enter(way: Way, entry: Entry, office: Office, desk: Served) -> None:
    """By requests as the page makes them: what is typed or sent, and an answer where it asks."""
    files = {entry.file: office.file.read_bytes()} if office.file else {}
    if way is Way.SENT:
        reply = desk.send("/files", files)
    else:
        uploads = files if entry.typed["kind"] in WITH_FILE else {}
        body = in_parts(entry.typed, uploads, "upload")
        reply = desk.ask("/entry", "POST", body=body, form=PARTS)
    assert reply.leads_to == "/", reply.body
    asked = re.search(r'class="ask".*?name="id" value="([^"]+)"', desk.ask("/").body, re.DOTALL)
    if asked:
        desk.post("/answer", id=asked[1], **entry.answer)


def write(desk: Served) -> None:
    """Look at what would change, and press the button."""
    found = re.search(r'name="version" value="([0-9a-f]+)"', desk.ask("/check").body)
    assert found, desk.ask("/").body
    assert desk.post("/write", title="ข้อมูล", version=found[1]).leads_to == "/sent"


@pytest.mark.parametrize(
    ("kind", "way"),
    [(kind, way) for way in (Way.TYPED, Way.SENT) for kind in kinds_by(way)],
)
def test_the_desk_writes_what_the_command_writes(kind: Kind, way: Way, office: Office) -> None:
    """The record, its comments, and its files; nothing else changes."""
    entry = ENTRIES[kind]
    before, entered = tree(office.site / "oit_items"), by_command(entry, office)
    with Desk(office.site) as engine, served(engine) as desk:
        enter(way, entry, office, desk)
        write(desk)
    after = tree(office.site / "oit_items")
    assert after == entered
    changed = {f"oit_items/{name}" for name in after if after[name] != before.get(name)}
    assert changed == set(entry.changed)
    assert COMMENTS in (office.site / O1).read_text("utf-8")
    assert git(office.site, "status", "--porcelain") == ""


def test_the_table_has_all_kinds_of_entry() -> None:
    """A kind that a command gets is typed into the desk too, and has its row."""
    assert set(WAYS) == set(ENTRIES) == set(Kind)
    typed = {ENTRIES[kind].typed["kind"] for kind in kinds_by(Way.TYPED)}
    assert typed == set(orders.Kind)
