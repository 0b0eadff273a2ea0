"""An entry is the same, byte for byte, whoever makes it: a command, or an order that names all."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import made_files as made
from helpers import year_books as books
from helpers.entries import (
    APRIL,
    NOTE,
    POST,
    confirmation,
    link_in_april,
    nothing_in_april,
    session_at,
    written_pdf,
)
from helpers.support import tree
from helpers.writing_commands import O1, oit, owing_site
from oit.entry.carry_out import Entered, carry_out
from oit.entry.orders import Kind, Order
from oit.entry.prompts import NOBODY
from oit.entry.refusals import RefusedError
from oit.entry.selection import Request
from oit.system.writing import write_files

PART = "oit_items/2568/O02/works.md"
ADDRESS = "https://example.go.th/a?b=1#c"


@dataclass(frozen=True)
class Both:
    """An entry as it is typed, and as it is ordered; `{folder}` is where files lie."""

    arguments: tuple[str, ...]
    order: Callable[[Path], Order]


MONTH = ("--for", "monthly-summary", "--period", "2025-04")
ENTRIES = {
    "file": Both(
        ("add", "O1", "{folder}/เม.ย. 68.pdf", *MONTH, "--title", "สรุป: เมษายน", "--sample"),
        lambda folder: Order(
            Kind.FILE, APRIL, folder / "เม.ย. 68.pdf", title="สรุป: เมษายน", sample=True
        ),
    ),
    "year": Both(
        ("add", "O1", "{folder}/year.xlsx", "--for", "monthly-summary", "--yes"),
        lambda folder: Order(
            Kind.FILE,
            Request("O1", requirement="monthly-summary"),
            folder / "year.xlsx",
            whole_year=True,
        ),
    ),
    "link": Both(("add", "O1", ADDRESS, *MONTH), lambda _: link_in_april(ADDRESS)),
    "text": Both(
        ("add", "O1", "{folder}/text.md", "--text", *MONTH),
        lambda _: Order(Kind.TEXT, APRIL, text="# หัวข้อ\n\nข้อความ\n"),
    ),
    "text-of-part": Both(
        ("add", "O2", "{folder}/text.md", "--text", "--for", "manual", "--division", "works"),
        lambda folder: Order(Kind.TEXT, Request("O2", None, "manual", "works"), folder / "text.md"),
    ),
    "none": Both(("none", "O1", "ไม่มีการจัดซื้อ", *MONTH), lambda _: nothing_in_april()),
    "confirm": Both(("confirm", "O1", "--by", POST, "--note", NOTE), lambda _: confirmation()),
    "confirm-part": Both(
        ("confirm", "O2", "--division", "works", "--by", "หัวหน้าฝ่ายโยธา", "--note", NOTE),
        lambda _: Order(
            Kind.CONFIRM, Request("O2", division="works"), text=NOTE, post="หัวหน้าฝ่ายโยธา"
        ),
    ),
    "replace": Both(
        ("replace", "O1", "summary-2025-03.csv", "{folder}/new.csv", "--reason", "แก้ยอด: ผิด"),
        lambda folder: Order(
            Kind.REPLACE,
            Request("O1"),
            folder / "new.csv",
            text="แก้ยอด: ผิด",
            old_file="summary-2025-03.csv",
        ),
    ),
}


def plain(data: bytes) -> bytes:
    """As it is."""
    return data


def commented(data: bytes) -> bytes:
    """With comments, blank lines and quotes that nobody would need."""
    text = data.decode("utf-8")
    text = text.replace("---\n", "---\n# ของสำนักงาน\n\n", 1)
    text = (
        text.replace("item: O", "item:   'O").replace("\n", "' # ข้อ\n", 4).replace("' # ข้อ", "", 3)
    )
    text = text.replace("updated: ", "updated:   ").replace("\nevidence:", "   # ล่าสุด\nevidence:")
    return text.replace("evidence:\n", "evidence: # หลักฐาน\n  # รายการแรก\n\n").encode()


def of_windows(data: bytes) -> bytes:
    """With a byte-order mark and line ends of Windows."""
    return b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")


VARIANTS = (plain, commented, of_windows)


def prepared(folder: Path, variant: Callable[[bytes], bytes]) -> Path:
    """A site whose records are written in a way, and the files of its divisions beside it."""
    folder.mkdir(exist_ok=True)
    site = owing_site(folder)
    for path in (site / O1, site / PART):
        path.write_bytes(variant(path.read_bytes()))
    return site


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder with what divisions have sent."""
    folder = tmp_path / "sent"
    folder.mkdir()
    written_pdf(folder, "สรุปเดือนเมษายน")
    sheets = ("เม.ย.68", "มี.ค.68")
    rows = {name: books.month(name, books.purchase(1, f"วัสดุ {name}")) for name in sheets}
    (folder / "year.xlsx").write_bytes(books.book(rows))
    (folder / "text.md").write_text("# หัวข้อ\n\nข้อความ\n", "utf-8")
    (folder / "new.csv").write_text("งาน,บาท\nจ้างซ่อมตัวอย่าง,2\n", "utf-8")
    return folder


def entered(site: Path, *orders: Order) -> list[Entered]:
    """The orders, each carried out and written before the next."""
    done = []
    for order in orders:
        with session_at(site) as session:
            done.append(carry_out(session, order))
            write_files(session.root, done[-1].changes)
    return done


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", ENTRIES)
def test_a_command_and_an_order_write_the_same_bytes(
    name: str, variant: Callable[[bytes], bytes], sent: Path, tmp_path: Path
) -> None:
    """However the record is written; each line that stood there stands there still."""
    case = ENTRIES[name]
    typed, ordered = prepared(tmp_path / "a", variant), prepared(tmp_path / "b", variant)
    before = tree(typed)
    done = oit(typed, *(part.format(folder=sent) for part in case.arguments))
    assert done.exit_code == 0, done.output
    entered(ordered, case.order(sent))
    assert tree(ordered) == tree(typed) != before
    path = PART if name.endswith("part") else O1
    after = tree(typed)[path].splitlines()
    gone = [line for line in before[path].splitlines() if line not in after]
    assert all(line.lstrip(b" ").startswith(b"updated:") for line in gone)
    assert len(gone) < 2


def test_what_is_said_on_the_way_is_handed_back_too(sent: Path, tmp_path: Path) -> None:
    """The line of the file's name, and the sentence of what is entered; nothing is printed."""
    told: list[str] = []
    with session_at(prepared(tmp_path / "a", plain), told=told) as session:
        done = carry_out(session, ENTRIES["file"].order(sent))
    assert done.told == tuple(told)
    assert told[-1].startswith("เม.ย. 68.pdf → oit_items/2568/O01/")
    assert done.what == "ข้อ O1 สรุป: เมษายน"
    assert "สถานะของข้อ O1" in done.summary


def test_an_order_is_only_thought_until_it_is_written(sent: Path, tmp_path: Path) -> None:
    """Nothing in the folder of the site changes."""
    site = prepared(tmp_path / "a", plain)
    before = tree(site)
    with session_at(site) as session:
        for case in ENTRIES.values():
            assert carry_out(session, case.order(sent)).changes
    assert tree(site) == before


@pytest.mark.parametrize(
    ("order", "named"),
    [
        (Order(Kind.FILE, APRIL), "(FILE)"),
        (Order(Kind.LINK, APRIL), "(URL)"),
        (Order(Kind.TEXT, APRIL), "(FILE)"),
        (Order(Kind.NONE, APRIL), "(REASON)"),
        (Order(Kind.CONFIRM, Request("O1"), text=NOTE), "(--by)"),
        (Order(Kind.CONFIRM, Request("O1"), post=POST), "(--note)"),
        (Order(Kind.CONFIRM, Request(None), post=POST), "(O15)"),
        (Order(Kind.REPLACE, Request("O1"), old_file="summary-2025-03.csv"), "(NEWFILE)"),
        (Order(Kind.REPLACE, Request("O1")), "(FILE)"),
        (Order(Kind.NONE, Request("O1", None, "monthly-summary")), "(--period)"),
    ],
)
def test_what_an_order_leaves_out_is_named(order: Order, named: str, tmp_path: Path) -> None:
    """Where nobody can be asked."""
    with session_at(prepared(tmp_path / "a", plain)) as session:
        assert session.ask is NOBODY
        with pytest.raises(RefusedError, match="โปรดระบุ") as refused:
            carry_out(session, order)
    assert named in str(refused.value)


def test_a_period_that_is_missing_is_chosen_by_what_is_due(tmp_path: Path) -> None:
    """The error lists which are filled and when the others are or were due, terminal or not."""
    site = prepared(tmp_path / "a", plain)
    done = oit(site, "add", "O1", ADDRESS, "--for", "monthly-summary")
    assert done.exit_code == 2
    assert "เดือนมีนาคม 2568 – เปิดเผยแล้ว (2025-03)" in done.output
    assert "เดือนเมษายน 2568 – ครบกำหนดวันที่ 15 พฤษภาคม 2568 (2025-04)" in done.output


def test_a_requirement_that_is_missing_is_chosen_by_what_is_due(tmp_path: Path) -> None:
    """One of many periods is as late as its first empty period."""
    site = prepared(tmp_path / "a", plain)
    done = oit(site, "add", "O1", ADDRESS, day="2025-05-20")
    assert done.exit_code == 2
    assert "ประกาศจัดซื้อจัดจ้าง – เปิดเผยแล้ว (announcements)" in done.output
    late = "สรุปผลการจัดซื้อจัดจ้าง (สขร.1) – เลยกำหนดวันที่ 15 พฤษภาคม 2568 (monthly-summary)"
    assert late in done.output


@pytest.mark.parametrize(
    "order",
    [
        nothing_in_april("\udcff"),
        confirmation("\ud800"),
        Order(Kind.TEXT, APRIL, text="ข้อความ\udcff"),
        Order(Kind.LINK, APRIL, text=ADDRESS, title="\udcff"),
    ],
)
def test_what_no_file_can_hold_is_refused_in_words(order: Order, tmp_path: Path) -> None:
    """Half a character comes of a terminal that speaks another encoding."""
    with (
        session_at(prepared(tmp_path / "a", plain)) as session,
        pytest.raises(RefusedError, match="อักขระที่ระบบอ่านไม่ได้"),
    ):
        carry_out(session, order)


def test_the_number_of_a_person_in_a_file_name_is_told_nobody(sent: Path, tmp_path: Path) -> None:
    """Neither on the way nor where it is refused."""
    number = made.id_number("110170023045")
    told: list[str] = []
    file = (sent / "เม.ย. 68.pdf").rename(sent / f"{number}.pdf")
    with session_at(prepared(tmp_path / "a", plain), told=told) as session:
        done = carry_out(session, Order(Kind.FILE, APRIL, file))
        with pytest.raises(RefusedError) as refused:
            carry_out(session, Order(Kind.TEXT, APRIL, file))
    assert number not in "".join([*told, *done.told, *done.changes, str(refused.value)])
    assert "•" in told[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["a\nb\x1b[31m.pdf", "a\u202eb.pdf", "a\udcff.pdf"])
def test_the_name_of_a_file_acts_on_no_terminal(name: str, sent: Path, tmp_path: Path) -> None:
    """It stands on one line, without what turns it round, whatever its sender has called it."""
    file = (sent / "เม.ย. 68.pdf").rename(sent / name)
    done = oit(prepared(tmp_path / "a", plain), "add", "O1", str(file), *MONTH)
    assert done.exit_code == 0, done.output
    assert not {"\x1b", "\u202e", "\udcff"} & set(done.output)
    assert ".pdf → oit_items/2568/O01/summary-2025-04.pdf" in done.output


def test_a_name_that_looks_like_a_home_folder_is_a_name(tmp_path: Path) -> None:
    """There is no user of that name, and so no file."""
    done = oit(prepared(tmp_path / "a", plain), "add", "O1", "~nobody-x/a.pdf", *MONTH)
    assert (done.exit_code, "ไม่พบไฟล์" in done.output) == (2, True)


def test_what_is_typed_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """The bytes of standard input are no UTF-8."""
    site = prepared(tmp_path / "a", plain)
    done = oit(site, "add", "O1", "-", "--text", *MONTH, given="ก".encode("cp874"))
    assert (done.exit_code, "UTF-8" in done.output) == (2, True)
