"""Bytes of an office's table into its rows, and what is wrong with it."""

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.office_tables import (
    NO_PURCHASES,
    PURCHASES,
    monthly_summary,
    monthly_summary_with_a_list,
    ods,
    ods_archive,
    rezipped,
    with_shared_texts,
    workbook,
    worksheet,
)
from oit.evidence.limits import MAX_FILLED, MAX_TABLE_BYTES
from oit.evidence.tables.read import read_table
from oit.evidence.tables.values import TableFacts

SHEET = "xl/worksheets/sheet1.xml"
CSV = "ประเภทรายได้,จำนวนเงิน (บาท)\r\nค่าปรับ,1000\r\nค่าธรรมเนียม,2000\r\n"
ROWS = [("ค่าปรับ", "1000"), ("ค่าธรรมเนียม", "2000")]


def faults(facts: TableFacts) -> list[tuple[str, int | None, int | None]]:
    return [(fault.code, fault.row, fault.column) for fault in facts.faults]


def rows(facts: TableFacts) -> list[tuple[str, ...]]:
    assert facts.table
    return [row.cells for row in facts.table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_csv_in_utf8_has_no_fault(encoding: str) -> None:
    """With and without byte-order mark."""
    facts = read_table("a.csv", CSV.encode(encoding))
    assert (faults(facts), rows(facts)) == ([], ROWS)
    assert facts.table
    assert facts.table.header == ("ประเภทรายได้", "จำนวนเงิน (บาท)")
    assert [row.number for row in facts.table.rows] == [2, 3]


@pytest.mark.parametrize("encoding", ["cp874", "tis-620"])
def test_windows_874_is_recognised_reported_and_read_all_the_same(encoding: str) -> None:
    """So that all other faults show in the same run."""
    facts = read_table("a.csv", CSV.encode(encoding))
    assert (faults(facts), rows(facts)) == ([("encoding-cp874", 1, None)], ROWS)


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (CSV.encode("utf-16") + b"\0", 1),
        (CSV.encode()[:-30] + b"\xff\r\n", 3),
        (CSV.encode().decode("cp874", "replace").encode(), 1),
        (CSV.encode().decode("latin-1").encode(), 1),
        ("ก,ข\r\n\ufffd,1\r\n".encode(), 2),
        ("é,ü\r\n1,2\r\n".encode("latin-1"), 1),
        (b"a,b\n1,\x002\n", 2),
    ],
)
def test_what_is_neither_is_broken(data: bytes, row: int) -> None:
    """Thai that was read in a wrong encoding and saved again included."""
    assert faults(read_table("a.csv", data)) == [("encoding-broken", row, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("no-table", None, None)]),
        ("ชื่อเรื่อง\nข้อความ\n", [("no-table", None, None)]),
        ("ก,ข\n", [("header-only", 1, None)]),
        ("ก,ข\n1\n1,2\n1,2,3\n", [("ragged-row", 2, None), ("ragged-row", 4, None)]),
        ("ก,ข\n1,2,\n", []),
        ("ก,,ค\n1,2,3\n", [("blank-header", 1, 2)]),
        ("ก,ข,ก\n1,2,3\n", [("repeated-header", 1, 3)]),
        ("ก;ข\n1;2\n", [("delimiter", 1, None)]),
        ('ก,ข\n1,"2\n', [("quotes-broken", 2, None)]),
        ("ก,ข\n" + "1,2\n" * (MAX_FILLED // 2), [("too-large", None, None)]),
    ],
)
def test_faults_of_a_csv(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    """Each with its code and place."""
    assert faults(read_table("a.csv", text.encode())) == expected


def test_a_workbook_is_read_through_titles_signatures_and_merged_headings() -> None:
    """With the numbers of its rows; sums stand apart."""
    facts = read_table("summary.xlsx", monthly_summary())
    table = facts.table
    assert table
    assert faults(facts) == []
    assert [row.number for row in table.rows] == [8, 9, 10]
    assert [row.number for row in table.totals] == [11]
    assert table.header[5:7] == (
        "รายชื่อผู้เสนอราคาและราคาที่เสนอ รายชื่อ",
        "รายชื่อผู้เสนอราคาและราคาที่เสนอ ราคา",
    )
    assert (table.header_row, table.sheet) == (5, "พ.ย. 67")


def test_a_month_without_purchases_is_a_table_without_rows() -> None:
    """It is no heading without rows: the office states that there was nothing."""
    facts = read_table("summary.xlsx", monthly_summary(NO_PURCHASES))
    assert facts.table
    assert (faults(facts), facts.table.rows, facts.table.states_none) == ([], (), True)


def test_a_form_left_empty_is_a_header_only() -> None:
    """Nothing is stated there."""
    facts = read_table("summary.xlsx", monthly_summary(()))
    assert faults(facts) == [("header-only", 5, None)]


def test_hidden_sheets_are_named_and_never_read() -> None:
    """No figure, preview or copy is made from what a reader does not see."""
    facts = read_table("summary.xlsx", monthly_summary_with_a_list())
    hidden = [sheet for sheet in facts.sheets if sheet.is_hidden]
    assert [sheet.name for sheet in hidden] == ["รายชื่อ"]
    assert hidden[0].rows == ()
    assert hidden[0] not in facts.visible()


def test_typed_cells_become_plain_text() -> None:
    """Numbers without exponent, days as ISO, Buddhist ones too."""
    cells = (
        0.1 + 0.2,
        1e15,
        True,
        date(2025, 2, 1),
        date(2567, 11, 8),
        datetime.fromisoformat("2025-02-01T09:00"),
    )
    facts = read_table("a.xlsx", workbook([("ก", "ข", "ค", "ง", "จ", "ฉ"), cells]))
    expected = ("0.3", "1000000000000000", "TRUE", "2025-02-01", "2024-11-08", "2025-02-01 09:00")
    assert rows(facts) == [expected]


def test_an_ods_is_read_like_a_workbook() -> None:
    """Repeated blanks to the end of the sheet are counted, not written out."""
    blank = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16000"/></table:table-row>'
    )
    tail = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>ค</text:p>'
        '</table:table-cell><table:table-cell office:value-type="date" '
        'office:date-value="2567-11-08T00:00:00"/></table:table-row>'
    )
    data = ods([("ก", "ข"), ("ก", 1234.5)], raw=blank + tail, hidden=[("ลับ", "ซ่อน")])
    facts = read_table("a.ods", data)
    assert (faults(facts), rows(facts)) == ([], [("ก", "1234.5"), ("ค", "2024-11-08")])
    assert facts.table
    assert facts.table.rows[1].number == 1_048_003
    assert [sheet.is_hidden for sheet in facts.sheets] == [False, True]
    assert facts.sheets[1].rows == ()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SHEET, b" " * (MAX_TABLE_BYTES + 1))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", bomb(), "too-large"),
        (
            "a.ods",
            ods(
                [("ก", "ข")],
                raw='<table:table-row table:number-rows-repeated="1000000"><table:table-cell>'
                "<text:p>ก</text:p></table:table-cell></table:table-row>",
            ),
            "too-large",
        ),
        ("a.ods", ods_archive('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "unreadable"),
        ("a.ods", ods_archive("<a>" * 100_000), "unreadable"),
        (
            "a.xlsx",
            rezipped(
                workbook([(1, 2)]),
                "xl/workbook.xml",
                b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            ),
            "unreadable",
        ),
        ("a.xlsx", b"", "unreadable"),
        ("a.pdf", b"", "unreadable"),
    ],
)
def test_what_would_harm_a_reader_is_refused(name: str, data: bytes, code: str) -> None:
    """Within a bound of time and memory."""
    assert [fault.code for fault in read_table(name, data).faults] == [code]


def test_a_sheet_that_claims_to_be_huge_is_read_for_what_it_holds() -> None:
    """The dimension in the file is a claim."""
    data = workbook([("ก", "ข"), ("1", "2")])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read(SHEET)
    claimed = sheet.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert claimed != sheet
    assert rows(read_table("a.xlsx", rezipped(data, SHEET, claimed))) == [("1", "2")]


@pytest.mark.parametrize(("cell", "row"), [("<v>1</v>", 1), ("", None)])
def test_a_sheet_that_makes_readers_walk_millions_of_cells_is_given_up(
    cell: str, row: int | None
) -> None:
    """A cell in the last column of each row, filled or blank: long before they are all read."""
    rows_ = "".join(f'<row r="{n}"><c r="XFD{n}">{cell}</c></row>' for n in range(1, 2000))
    data = rezipped(workbook([("ก",)]), SHEET, worksheet(rows_))
    assert faults(read_table("a.xlsx", data)) == [("too-large", row, None)]


def test_texts_that_a_workbook_shares_between_cells_are_found() -> None:
    """As spreadsheet programs write them, in pieces of different type."""
    cells = "".join(f'<c r="{column}1" t="s"><v>{n}</v></c>' for n, column in enumerate("AB"))
    row = '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>5</v></c></row>'
    data = rezipped(workbook([("ก",)]), SHEET, worksheet(f'<row r="1">{cells}</row>{row}'))
    facts = read_table("a.xlsx", with_shared_texts(data, "รายการ", "ค่าปรับ"))
    assert facts.table
    assert (facts.table.header, rows(facts)) == (("รายการ", "ค่าปรับ"), [("ค่าปรับ", "5")])


VALID = (monthly_summary(PURCHASES), ods([("ก", "ข"), (1, 2)]), CSV.encode(), CSV.encode("cp874"))


@settings(deadline=None)
@given(st.sampled_from(["csv", "xlsx", "ods", "doc"]), st.binary(max_size=400))
def test_no_bytes_make_the_reader_raise(kind: str, data: bytes) -> None:
    """Whatever they are, something can be said of them."""
    facts = read_table(f"a.{kind}", data)
    assert facts.table or facts.faults


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(VALID), st.integers(0, 20_000), st.binary(max_size=8))
def test_no_damage_to_a_valid_file_makes_the_reader_raise(
    data: bytes, at: int, damage: bytes
) -> None:
    """Archives that still open, with parts that do not."""
    at %= len(data)
    damaged = data[:at] + damage + data[at + len(damage) :]
    for kind in ("csv", "xlsx", "ods"):
        assert isinstance(read_table(f"a.{kind}", damaged), TableFacts)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_content_of_an_archive_makes_the_reader_raise(content: str) -> None:
    """XML, or not."""
    text = content.encode("utf-8", "replace")
    for name, data in (
        ("a.ods", ods_archive(text.decode())),
        ("a.xlsx", rezipped(workbook([(1,)]), SHEET, text)),
    ):
        assert read_table(name, data).faults


@given(
    st.lists(
        st.lists(st.sampled_from(["", "ก", "1", "-", "รวม", "ลงชื่อ", "(1)", "ไม่มีรายการ", "ที่"])),
        max_size=12,
    )
)
def test_any_arrangement_of_cells_has_an_answer(cells: list[list[str]]) -> None:
    """A table has rows as wide as its header, and something is said where it has none."""
    facts = read_table("a.csv", "\n".join(map(",".join, cells)).encode())
    table = facts.table
    assert facts.faults or (table and (table.rows or table.states_none))
    if table:
        assert {len(row.cells) for row in table.rows} <= {len(table.header)}
        assert len(table.columns) == len(table.header)
