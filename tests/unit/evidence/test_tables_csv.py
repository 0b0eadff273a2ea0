"""CSV files in every encoding and with every delimiter in which offices save them."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.evidence.read import inspect_bytes
from oit.evidence.table_report import open_csv
from oit.evidence.tables.csv_file import as_open_csv
from oit.evidence.tables.read import read_table
from oit.evidence.tables.values import TableFacts

ROWS = (
    ("รายการ", "จำนวนเงิน", "หมายเหตุ"),
    ("ค่าปรับ", "1,000.50", 'ป้าย "ก"; ข'),
    ("ค่าธรรมเนียม", "12,000", "สาย | เขต"),
    ("รวม", "13,000.50", ""),
)
BOMS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "cp874")


def written(rows: object, delimiter: str, encoding: str, quoting: int = csv.QUOTE_MINIMAL) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue().encode(encoding)


def codes(facts: TableFacts) -> list[str]:
    return [fault.code for fault in facts.faults]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_a_table_reads_alike_however_it_was_saved(
    delimiter: str, encoding: str, quoting: int
) -> None:
    """Commas in amounts, and other marks in texts, are no delimiters; each fault is told."""
    facts = read_table("a.csv", written(ROWS, delimiter, encoding, quoting))
    told = {"utf-8": [], "utf-8-sig": [], "cp874": ["encoding-cp874"]}.get(
        encoding, ["encoding-utf16"]
    )
    assert codes(facts) == [*told, *(["delimiter"] if delimiter != "," else [])]
    assert facts.table
    assert facts.table.header == ROWS[0]
    assert [row.cells for row in (*facts.table.rows, *facts.table.totals)] == list(ROWS[1:])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_searched_through_and_read(encoding: str) -> None:
    """It is a text as any other: an ID number in it is found."""
    rows = (("ชื่อ", "เลข"), ("ก", "1101700230708"))
    found = inspect_bytes(written(rows, "\t", encoding), "csv", ())
    assert [match.kind for match in found.content.personal] == ["national-id"]
    assert found.table
    assert found.table.header == rows[0]


@pytest.mark.parametrize(
    "text",
    [
        "รายได้เดือนมีนาคม 2568, ฝ่ายรายได้\n\nรายการ;จำนวนเงิน\nค่าปรับ;1,000\nอื่น ๆ;2,000\n",
        "รายการ;จำนวนเงิน\nค่าปรับ, ค่าชดเชย;1,000\nอื่น ๆ, เบ็ดเตล็ด;2,000\n",
        "sep=;\nรายการ;จำนวนเงิน\nค่าปรับ;1,000\n",
        "รายการ;จำนวนเงิน;;\nค่าปรับ;1,000;;\n;;;\n",
    ],
)
def test_the_delimiter_is_judged_by_the_whole_file(text: str) -> None:
    """Commas in a title or in the first rows prove nothing."""
    table = read_table("a.csv", text.encode()).table
    assert table
    assert table.header == ("รายการ", "จำนวนเงิน")
    assert table.rows[0].cells[1] == "1,000"


def test_a_delimiter_far_below_the_top_of_a_file_counts_as_well() -> None:
    """Thousands of rows stand against a few."""
    rows = "".join(f"รายการที่ {number}\t1,000\t2,000\n" for number in range(3000))
    text = "ข้อมูล, ปี 2568\n" * 25 + "รายการ\tตั้งไว้\tจ่าย\n" + rows
    table = read_table("a.csv", text.encode()).table
    assert table
    assert (table.header, len(table.rows)) == (("รายการ", "ตั้งไว้", "จ่าย"), 3000)
    assert table.rows[-1].cells == ("รายการที่ 2999", "1,000", "2,000")


@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_file_can_be_turned_into_open_csv_with_the_same_cells(
    delimiter: str, encoding: str
) -> None:
    """Titles and blank lines too; what is open already, or no table at all, is left alone."""
    rows = [("รายได้", ""), (), *ROWS, ("-ไม่มี-", "=1+1", 'ก\nข "ค"')]
    made = as_open_csv(written(rows, delimiter, encoding))
    assert made
    assert made.startswith(codecs.BOM_UTF8)
    assert made.count(b"\r\n") == len(rows)
    found = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert found == [list(row) for row in rows]
    assert as_open_csv(made) is None


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b"\x00\xff\xfe", b'a;b\n"1;2\n', "ก,ข".encode()]
)
def test_what_is_open_already_or_cannot_be_read_is_not_turned_into_anything(data: bytes) -> None:
    """Nothing is certain enough to be changed there."""
    assert as_open_csv(data) is None


CELLS = st.text(st.sampled_from("กขคAB19 ,;|\t\"'.-\n"), max_size=12)
HEADINGS = st.lists(st.text("กขคงจฉ", min_size=1, max_size=5), min_size=2, max_size=5)


@given(
    HEADINGS,
    st.data(),
    st.sampled_from(",;\t|"),
    st.sampled_from(ENCODINGS),
)
def test_any_cells_come_back_from_any_delimiter_and_encoding(
    headings: list[str], data: st.DataObject, delimiter: str, encoding: str
) -> None:
    """Below a heading whose names hold none of the marks, whatever stands in the cells."""
    row = st.lists(CELLS, min_size=len(headings), max_size=len(headings))
    rows = [headings, *data.draw(st.lists(row, max_size=6))]
    saved = written(rows, delimiter, encoding)
    opened = as_open_csv(saved)
    found = csv.reader(io.StringIO((opened or saved).decode("utf-8-sig"), newline=""))
    assert list(found) == rows
    is_open = delimiter == "," and encoding.startswith("utf-8")
    assert (opened is None) == is_open


def test_the_open_copy_of_a_file_is_the_same_for_all_its_encodings() -> None:
    """So is its fingerprint, by which it is known again."""
    tables = [read_table("a.csv", written(ROWS, ";", encoding)).table for encoding in ENCODINGS]
    assert len({open_csv(table) for table in tables if table}) == 1
    assert all(tables)
