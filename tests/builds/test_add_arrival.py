"""What `oit add` does to a file on its way in: saved well, stripped, cleaned with a yes."""

import io
import stat
import sys
from pathlib import Path

import openpyxl
import pytest

from helpers import made_files as made
from helpers import year_books as books
from helpers.support import copy_site, tree
from helpers.writing_commands import oit
from oit.evidence.read import inspect_bytes

FOLDER = "oit_items/2568/O01"
DAY = "2025-10-10"
ROWS = books.month("เมษายน 2568", books.purchase(1, "วัสดุ"), books.purchase(2, "อุปกรณ์"))
CSV = "".join(",".join(f'"{cell}"'.replace(",", "") for cell in row) + "\r\n" for row in ROWS[2:])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that owes a table for April."""
    copied = copy_site("current", tmp_path)
    books.owing_a_year(copied)
    return copied


def added(site: Path, tmp_path: Path, name: str, data: bytes, *more: str, given: str = "") -> str:
    """What the command says of a file for April, which it publishes."""
    (tmp_path / name).write_bytes(data)
    command = ("add", "O1", "--period", "2025-04", "--sample", str(tmp_path / name), *more)
    done = oit(site, *command, day=DAY, given=given)
    assert done.exit_code == 0, done.output
    assert (tmp_path / name).read_bytes() == data, "the original stays as it is"
    return done.output


def published(site: Path, extension: str) -> bytes:
    return (site / FOLDER / f"summary-2025-04.{extension}").read_bytes()


def with_author(data: bytes) -> bytes:
    book, stream = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    book.properties.creator = "ผู้จัดทำสมมุติ"
    book.save(stream)
    return stream.getvalue()


def with_hidden_row(data: bytes) -> bytes:
    book, stream = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    book.worksheets[0].row_dimensions[5].hidden = True
    book.properties.creator = None
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode("cp874"),
        CSV.replace('","', '";"').encode("utf-8-sig"),
        CSV.replace('","', '"\t"').encode("utf-8"),
        CSV.replace('","', '"\t"').encode("cp874"),
        CSV.replace('","', '"\t"').encode("utf-16"),
    ],
    ids=["cp874", "semicolons", "tabs", "tabs-cp874", "utf-16"],
)
def test_a_badly_saved_csv_is_saved_well(data: bytes, site: Path, tmp_path: Path) -> None:
    """Excel in Thailand saves Windows-874, and ; where the region says so; it is told."""
    told = added(site, tmp_path, "april.csv", data)
    assert "saved as UTF-8, separated by commas" in told
    text = published(site, "csv").decode("utf-8-sig")
    assert text.splitlines()[0] == ",".join(map(str, books.HEADINGS))


@pytest.mark.parametrize("data", [CSV.encode("utf-8-sig"), CSV.replace("\r\n", "\n").encode()])
def test_a_csv_that_is_well_saved_stays_byte_for_byte(
    data: bytes, site: Path, tmp_path: Path
) -> None:
    """Nothing is written anew without need."""
    assert "saved as" not in added(site, tmp_path, "april.csv", data)
    assert published(site, "csv") == data


def test_a_pdf_begins_where_its_readers_begin(site: Path, tmp_path: Path) -> None:
    """A byte-order mark before it is of the program that sent it."""
    pdf = made.pdf("ประจำเดือนเมษายน 2568")
    told = added(site, tmp_path, "april.pdf", b"\xef\xbb\xbf" + pdf)
    assert "removed what stood before the PDF" in told
    assert published(site, "pdf").startswith(b"%PDF-")


def test_what_programs_leave_is_stripped_and_told(site: Path, tmp_path: Path) -> None:
    """The name of an author goes, the table stays."""
    data = with_author(books.book({"เม.ย. 68": ROWS}))
    told = added(site, tmp_path, "april.xlsx", data)
    assert "ลบออกจากไฟล์แล้ว (removed): ชื่อผู้จัดทำ" in told
    assert "ผู้จัดทำสมมุติ".encode() not in books.parts(published(site, "xlsx"))
    assert "file-authors" not in told


def test_a_file_with_nothing_to_strip_stays_byte_for_byte(site: Path, tmp_path: Path) -> None:
    """So that what is published is what was signed off."""
    data = books.book({"เม.ย. 68": ROWS})
    assert "removed" not in added(site, tmp_path, "april.xlsx", data)
    assert published(site, "xlsx") == data


def test_a_signed_file_is_not_changed(site: Path, tmp_path: Path) -> None:
    """No digital signature survives a change; its author is pointed out instead."""
    writer, stream = made.pdf_writer("ประจำเดือนเมษายน 2568"), io.BytesIO()
    writer.add_metadata({"/Author": "ผู้ลงนาม"})
    writer.write(stream)
    data = stream.getvalue() + b"\n%/ByteRange [0 1 2 3]"
    assert "removed" not in added(site, tmp_path, "april.pdf", data)
    assert published(site, "pdf") == data


def test_what_is_hidden_is_removed_by_an_option(site: Path, tmp_path: Path) -> None:
    """A script says so beforehand."""
    data = with_hidden_row(books.book({"เม.ย. 68": ROWS}))
    told = added(site, tmp_path, "april.xlsx", data, "--clean")
    assert "แผ่นงาน แถว หรือคอลัมน์ที่ซ่อนไว้" in told
    table = inspect_bytes(published(site, "xlsx"), "xlsx", ("procurement-summary",)).table
    assert table
    assert table.row_count == 1
    assert "อุปกรณ์".encode() not in books.parts(published(site, "xlsx"))


@pytest.mark.usefixtures("terminal")
def test_what_is_hidden_costs_one_yes_on_a_terminal(site: Path, tmp_path: Path) -> None:
    """It is named, asked about once, and removed."""
    data = with_hidden_row(books.book({"เม.ย. 68": ROWS}))
    told = added(site, tmp_path, "april.xlsx", data, given="y\n")
    assert told.count("ต้องการให้ระบบลบสิ่งเหล่านี้ออกจากไฟล์ที่เผยแพร่หรือไม่") == 1
    assert "  - แผ่นงาน แถว หรือคอลัมน์ที่ซ่อนไว้ " in told
    assert "(แผ่นงาน “เม.ย. 68” เซลล์ A" in told


def test_what_is_hidden_is_refused_where_nobody_says_yes(site: Path, tmp_path: Path) -> None:
    """The rule says where it stands, and the command what removes it; nothing is written."""
    file, before = tmp_path / "april.xlsx", tree(site)
    file.write_bytes(with_hidden_row(books.book({"เม.ย. 68": ROWS})))
    done = oit(site, "add", "O1", "--period", "2025-04", "--sample", str(file), day=DAY)
    assert (done.exit_code, tree(site)) == (1, before)
    assert "--clean" in done.output
    assert "hidden-cells" in done.output


def office_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """A program in the place of LibreOffice, which does this to the file that it is given."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, shutil, sys, time\n"
        "new = sys.argv[sys.argv.index('--convert-to') + 1]\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        f"{does}\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


@pytest.mark.skipif(sys.platform == "win32", reason="a program is made of a script")
@pytest.mark.parametrize("name", ["april.xls", "april.xlsx"], ids=["old", "renamed"])
def test_an_old_workbook_is_saved_new_where_the_program_stands_ready(
    name: str, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By LibreOffice, whatever the file is called."""
    (tmp_path / "made.xlsx").write_bytes(books.book({"เม.ย. 68": ROWS}))
    does = f"out.mkdir(); shutil.copy({str(tmp_path / 'made.xlsx')!r}, out / f'file.{{new}}')"
    office_program(tmp_path, monkeypatch, does)
    assert "saved as .xlsx" in added(site, tmp_path, name, OLE)
    assert published(site, "xlsx") == (tmp_path / "made.xlsx").read_bytes()


@pytest.mark.parametrize("name", ["april.xls", "april.xlsx"])
def test_an_old_workbook_is_refused_with_what_to_do_where_no_program_is(
    name: str, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How to save it, and nothing is written."""
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / name).write_bytes(OLE)
    before = tree(site)
    command = ("add", "O1", "--period", "2025-04", "--sample", str(tmp_path / name))
    done = oit(site, *command, day=DAY)
    assert (done.exit_code, tree(site)) == (1, before)
    assert "“บันทึกเป็น”" in done.output


def test_the_months_in_the_name_that_a_file_came_with_are_told(site: Path, tmp_path: Path) -> None:
    """Nothing in the file says so, but somebody called it February."""
    data = books.book({"Sheet1": [ROWS[1], *ROWS[2:]]})
    told = added(site, tmp_path, "สขร.1 ก.พ. 68.xlsx", data)
    assert "ระบุเดือนกุมภาพันธ์ 2568 แต่ระบบจะบันทึกเป็นหลักฐานของเดือนเมษายน 2568" in told
    assert "ระบุเดือน" not in added(site, tmp_path, "สขร.1 เม.ย. 68.xlsx", data)


def test_the_same_content_elsewhere_is_told(site: Path, tmp_path: Path) -> None:
    """A file may serve twice, and its sender knows that it does."""
    data = books.book({"Sheet1": ROWS})
    added(site, tmp_path, "april.xlsx", data)
    (tmp_path / "again.xlsx").write_bytes(data)
    done = oit(site, "add", "O1", "--for", "announcements", str(tmp_path / "again.xlsx"), day=DAY)
    assert "เนื้อหาของไฟล์เหมือนกับหลักฐาน" in done.output
