"""Whatever is entered by the page of the desk is what the command writes, byte for byte."""

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from helpers.commands import CACHE, run
from helpers.desk_server import PARTS, Served, in_parts, served
from helpers.repositories import committed, git
from helpers.support import tree
from helpers.writing_commands import O1, owing_site, workbook
from oit.desk import judge_batch
from oit.desk.batch import Desk
from oit.system.run_state import RunState, state_past_links

DAY = "2025-05-08"
APRIL, NEWS = "2568/O1/monthly-summary/2025-04/-", "2568/O1/announcements/-/-"
WORDS = "# ข่าวการจัดซื้อ\n\nข้อความ\n\n- ก\n- ข\n"
POST, NOTE = "หัวหน้าฝ่ายการคลัง", "ไม่มีการเปลี่ยนแปลง"
MARCH = "summary-2025-03.csv"
CORRECTED = "ลำดับที่,งาน\n1,งานที่แก้ไข\n".encode()


@dataclass(frozen=True, slots=True)
class Entry:
    """The same entry by a command and by the page."""

    command: tuple[str, ...]
    typed: dict[str, str]
    file: str = ""
    """The file that is sent, in the folder of the test."""
    made: dict[str, bytes] = field(default_factory=dict)


ENTRIES = {
    "file": Entry(
        ("add", "O1", "--for", "monthly-summary", "--period", "2025-04", "{folder}/{book}"),
        {"kind": "file", "cell": APRIL},
        "{book}",
    ),
    "link": Entry(
        ("add", "O1", "--for", "announcements", "https://a.go.th/x?y=1&z=2", "--title", "ประกาศ"),
        {"kind": "link", "cell": NEWS, "address": "https://a.go.th/x?y=1&z=2", "title": "ประกาศ"},
    ),
    "text": Entry(
        ("add", "O1", "--for", "announcements", "--text", "{folder}/words.md"),
        # A form sends the ends of lines as the internet has them.
        {"kind": "text", "cell": NEWS, "words": WORDS.replace("\n", "\r\n")},
        made={"words.md": WORDS.encode()},
    ),
    "none": Entry(
        ("none", "O1", "--period", "2025-04", "ไม่มีการจัดซื้อ"),
        {"kind": "none", "cell": APRIL, "reason": "ไม่มีการจัดซื้อ"},
    ),
    "confirm": Entry(
        ("confirm", "O3", "--by", POST, "--note", NOTE),
        {"kind": "confirm", "unit": "2568/O3//-/-", "post": POST, "note": NOTE},
    ),
    "replace": Entry(
        ("replace", "O1", MARCH, "{folder}/new.csv", "--reason", "แก้ยอดรวม"),
        {"kind": "replace", "published": f"2568/O1/{MARCH}", "reason": "แก้ยอดรวม"},
        "new.csv",
        {"new.csv": CORRECTED},
    ),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that owes April, with a comment in a record, in a repository."""
    variables = {"OIT_AS_OF": DAY, "OIT_CACHE": str(CACHE), "OIT_WAIT": "0"}
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    site = owing_site(tmp_path)
    record = site / O1
    record.write_text(
        record.read_text("utf-8").replace("\nevidence:", "\n# จากฝ่ายการคลัง\nevidence: # ทุกเดือน"),
        "utf-8",
    )
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "config", "user.name", "เจ้าหน้าที่คอมพิวเตอร์")
    git(site, "config", "user.email", "computer@example.go.th")
    committed(site, "เริ่มต้น")
    return site


def write(desk: Served) -> None:
    """Look at what would change, and send it."""
    found = re.search(r'name="version" value="([0-9a-f]+)"', desk.ask("/check").body)
    assert found, desk.ask("/").body
    assert desk.post("/write", title="ข้อมูล", version=found[1]).leads_to == "/sent"


@pytest.mark.parametrize("kind", ENTRIES)
def test_the_page_writes_what_the_command_writes(kind: str, site: Path, tmp_path: Path) -> None:
    """The record, its comments and its file."""
    entry = ENTRIES[kind]
    folder, book = str(tmp_path), Path(workbook(tmp_path)).name
    for name, data in entry.made.items():
        (tmp_path / name).write_bytes(data)
    other = tmp_path / "other"
    shutil.copytree(site, other)
    command = [part.format(folder=folder, book=book) for part in entry.command]
    done = run("oit", *command, cwd=other, OIT_AS_OF=DAY)
    assert done.returncode == 0, done.stderr
    file = entry.file.format(book=book)
    files = {file: (tmp_path / file).read_bytes()} if file else {}
    with Desk(site) as engine, served(engine) as desk:
        body = in_parts(entry.typed, files, "upload")
        reply = desk.ask("/entry", "POST", body=body, form=PARTS)
        assert reply.leads_to == "/", reply.body
        write(desk)
    assert tree(site / "oit_items") == tree(other / "oit_items")
    assert "# จากฝ่ายการคลัง\nevidence: # ทุกเดือน" in (site / O1).read_text("utf-8")
    assert git(site, "status", "--porcelain") == ""


REQUESTS: dict[str, tuple[str, dict[str, str]]] = {
    "the desk": ("/", {}),
    "its version": ("/version", {}),
    "what would be written": ("/check", {}),
    "an entry": ("/entry", {"kind": "none", "cell": APRIL, "reason": "ไม่มีการจัดซื้อ"}),
    "an entry that comes back": ("/entry", {"kind": "none", "cell": APRIL}),
    "an answer": ("/answer", {"id": "{id}", "agrees": "no"}),
    "a chosen cell": ("/answer", {"id": "{id}", "target": APRIL}),
    "a thing that goes": ("/drop", {"id": "{id}"}),
}


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A look at the state of the site leaves a 1."""
    real, made = state_past_links, []

    def counting(root: Path, paths: Sequence[str], variables: Mapping[str, str]) -> RunState | None:
        made.append(1)
        return real(root, paths, variables)

    monkeypatch.setattr(judge_batch, "state_past_links", counting)
    return made


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_looks_at_the_site_once(name: str, site: Path, looks: list[int]) -> None:
    """A site of many files takes long to look at; what a page shows is of one moment."""
    path, texts = REQUESTS[name]
    with Desk(site) as engine, served(engine) as desk:
        id_ = engine.receive(MARCH, CORRECTED)
        looks.clear()
        sent = {key: text.format(id=id_) for key, text in texts.items()}
        assert (desk.post(path, **sent) if sent else desk.ask(path)).status < 500
        assert looks == [1]


def test_what_is_written_is_looked_at_anew(site: Path, tmp_path: Path, looks: list[int]) -> None:
    """Once for what its user has seen, once more under the lock of what is written."""
    with Desk(site) as engine, served(engine) as desk:
        book = Path(workbook(tmp_path))
        engine.receive(book.name, book.read_bytes())
        found = re.search(r'name="version" value="([0-9a-f]+)"', desk.ask("/check").body)
        assert found
        looks.clear()
        assert desk.post("/write", title="ข้อมูล", version=found[1]).leads_to == "/sent"
        assert looks == [1, 1]


def test_each_request_sees_the_site_as_it_is_then(site: Path, tmp_path: Path) -> None:
    """What changes between two requests shows in the second."""
    book = Path(workbook(tmp_path))
    with Desk(site) as engine, served(engine) as desk:
        engine.receive(book.name, book.read_bytes())
        before = desk.ask("/version").body
        added = ("add", "O1", "--period", "2025-04", str(book))
        assert run("oit", *added, cwd=site).returncode == 0
        assert desk.ask("/version").body != before
