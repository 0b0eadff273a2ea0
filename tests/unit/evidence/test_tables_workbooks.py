"""Workbooks that other programs write, and what their readers do not see."""

from datetime import date

import openpyxl
import pytest
from openpyxl.utils.datetime import MAC_EPOCH

from helpers.made_files import archive
from helpers.made_files import odf as made_odf
from helpers.office_tables import saved, workbook
from helpers.raw_workbooks import (
    MAIN,
    ROWS,
    links,
    members,
    raw_workbook,
    renamed,
    strict_workbook,
    styles,
    worksheet,
)
from oit.evidence.faults import FileFault
from oit.evidence.read import inspect_bytes, read_office
from oit.evidence.table_report import report_table
from oit.evidence.tables.read import read_table

PREFIXED = worksheet().replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
SHEET = "xl/worksheets/sheet1.xml"


def absolute() -> bytes:
    parts = members()
    parts["xl/_rels/workbook.xml.rels"] = links(("worksheet", f"/{SHEET}"))
    return archive(parts)


def elsewhere() -> bytes:
    parts = members()
    sheet, book = parts.pop(SHEET), parts.pop("xl/workbook.xml")
    del parts["xl/_rels/workbook.xml.rels"]
    main = links(("officeDocument", "/data/book.xml"))
    own = links(("worksheet", "../pages/./one.xml"))
    return archive(
        {
            **parts,
            "_rels/.rels": main,
            "data/book.xml": book,
            "data/_rels/book.xml.rels": own,
            "pages/one.xml": sheet,
        }
    )


WRITTEN_ELSEWHERE = {
    "as Excel does, with few parts": raw_workbook(),
    "strict": strict_workbook(),
    "styles that no program could draw": raw_workbook(
        more={"xl/styles.xml": styles().replace("<fill/>", '<fill><oddFill a="b"/></fill>')}
    ),
    "backslashes": renamed(members(), "/", "\\"),
    "another case": renamed(members(), "xl/worksheets/sheet1", "XL/Worksheets/Sheet1"),
    "targets from the root": absolute(),
    "parts in other folders": elsewhere(),
    "prefixed names": raw_workbook(PREFIXED),
    "no addresses": raw_workbook(worksheet(ROWS.replace(' r="', ' x="'))),
    "rows in another order": raw_workbook(
        worksheet("</row>".join([*reversed(ROWS.split("</row>")[:2]), ""]))
    ),
}


@pytest.mark.parametrize("data", WRITTEN_ELSEWHERE.values(), ids=WRITTEN_ELSEWHERE)
def test_a_workbook_opens_whichever_program_wrote_it(data: bytes) -> None:
    """What only decorates cells, or how parts are called, keeps nobody from reading them."""
    found = inspect_bytes(data, "xlsx", ("revenue-statistics",))
    assert found.content.fault is None
    assert found.table
    assert (found.table.faults, found.table.preview) == ((), (("ค่าปรับ", "5", ""),))


def test_the_text_of_such_a_workbook_is_searched_through_too() -> None:
    """An ID number is found in the Strict form, and behind backslashes."""
    parts = members(worksheet(ROWS.replace("ค่าปรับ", "1101700230708")))
    strict = str(parts[SHEET]).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    for data in (renamed(parts, "/", "\\"), archive({**parts, SHEET: strict})):
        assert inspect_bytes(data, "xlsx", ()).content.personal


def test_two_members_that_differ_in_slash_or_case_are_refused() -> None:
    """Programs differ in which of them they show."""
    for name in ("XL/workbook.xml", "xl\\workbook.xml"):
        data = archive({**members(), name: "<workbook/>"})
        assert read_office(data) is FileFault.UNREADABLE


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('t="s"><v>0</v>', "วิธีคัดเลือก"),
        ('t="s"><v>7</v>', ""),
        ('t="s"><v>x</v>', "x"),
        ('t="inlineStr"><is><r><t>ก</t></r><r><rPr/><t>ข</t></r></is>', "กข"),
        ('t="str"><f>A1</f><v>ค_x000D_\nง</v>', "ค ง"),
        ('t="str"><v>_xD83D_</v>', "_xD83D_"),
        ('t="b"><v>1</v>', "TRUE"),
        ('t="b"><v>0</v>', "FALSE"),
        ('t="e"><v>#N/A</v>', "#N/A"),
        ('t="d"><v>2025-03-08T00:00:00Z</v>', "2025-03-08"),
        ('t="d"><v>08:30</v>', "08:30"),
        ('t="n"><v>1E-3</v>', "0.001"),
        ("><v>12345678901234567</v>", "12345678901234567"),
        ("><v>ไม่ใช่ตัวเลข</v>", "ไม่ใช่ตัวเลข"),
        ("><f>1+1</f>", ""),
        ('s="1"><v>45724</v>', "2025-03-08"),
        ('s="2"><v>45724</v>', "2025-03-08"),
        ('s="3"><v>45724.5</v>', "2025-03-08 12:00"),
        ('s="4"><v>45724</v>', "45724"),
        ('s="5"><v>1.5</v>', "1 day, 12:00:00"),
        ('s="1"><v>99999999999</v>', "99999999999"),
        ('s="99"><v>5</v>', "5"),
    ],
)
def test_a_cell_is_told_by_its_type_and_style(cell: str, expected: str) -> None:
    """Dates stay dates, also under formats with the Thai calendar; a broken value is no crash."""
    runs = "<r><t>วิธี</t></r><r><t>คัดเลือก</t></r><rPh><t>wi</t></rPh>"
    shared = f'<sst xmlns="{MAIN}"><si>{runs}</si></sst>'
    codes = ("d mmm yyyy", "[$-107041E]d mmm bbbb", "dd/mm/yyyy hh:mm", "#,##0.00&quot; d&quot;")
    row = f'<row r="3"><c r="A3" t="inlineStr"><is><t>ก</t></is></c><c r="B3" {cell}</c></row>'
    parts = {"xl/styles.xml": styles(*codes, "[h]:mm"), "xl/sharedStrings.xml": shared}
    table = read_table("a.xlsx", raw_workbook(worksheet(ROWS + row), parts)).table
    assert table
    assert table.rows[1].cells == ("ก", expected)


@pytest.mark.parametrize(
    ("format_id", "expected"), [("14", "2025-03-08"), ("71", "2025-03-08"), ("4", "45724")]
)
def test_formats_that_are_built_in_tell_days(format_id: str, expected: str) -> None:
    """Those of the Thai Excel too, which stand in no file."""
    sheet = worksheet(ROWS.replace('<c r="B2"><v>5', '<c r="B2" s="1"><v>45724'))
    made = styles("0").replace('<xf numFmtId="164"/>', f'<xf numFmtId="{format_id}"/>')
    table = read_table("a.xlsx", raw_workbook(sheet, {"xl/styles.xml": made})).table
    assert table
    assert table.rows[0].cells[1] == expected


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    """As those of old Macintosh programs do."""
    book = openpyxl.Workbook()
    book.epoch = MAC_EPOCH
    for row in (("วันที่", "ก"), (date(2025, 3, 8), "ข")):
        book.worksheets[0].append(row)
    table = read_table("a.xlsx", saved(book)).table
    assert table
    assert table.rows[0].cells == ("2025-03-08", "ข")


# What a reader does not see


def with_a_sheet_hidden(state: str) -> bytes:
    """A workbook whose first sheet is not shown, and the second is."""
    parts = members(worksheet(ROWS.replace("ค่าปรับ", "ลับ")))
    sheet = '<sheet name="เห็น" sheetId="2" r:id="r4"/></sheets>'
    book = str(parts["xl/workbook.xml"]).replace('r:id="r1"', f'r:id="r1" state="{state}"')
    seen = links(*(("worksheet", f"worksheets/sheet{at}.xml") for at in (1, 0, 0, 2)))
    table = "".join(
        f'<row><c t="str"><v>{a}</v></c><c t="str"><v>{b}</v></c></row>'
        for a, b in (("ก", "ข"), (3, 4))
    )
    return archive(
        {
            **parts,
            "xl/workbook.xml": book.replace("</sheets>", sheet),
            "xl/_rels/workbook.xml.rels": seen,
            "xl/worksheets/sheet2.xml": worksheet(table),
        }
    )


def with_cells_hidden(how: str) -> bytes:
    rows = [("ก", "ข", "ลับ"), (3, 4, "ลับ"), ("ลับ", "ลับ", "ลับ")]
    sheet_rows = "".join(
        f'<row r="{number}" {"" if number < 3 else how.partition("|")[0]}>'
        + "".join(f'<c t="str"><v>{cell}</v></c>' for cell in row)
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    column = f'<cols><col min="3" max="4" {how.partition("|")[2]}/></cols>'
    return raw_workbook(worksheet(sheet_rows, before=column))


def ods_row(hidden: str, *cells: object) -> str:
    made = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
    return f"<table:table-row {hidden}>{made}</table:table-row>"


def ods_with_cells_hidden(row: str, column: str) -> bytes:
    columns = '<table:table-column table:number-columns-repeated="2"/>' + column
    rows = ods_row("", "ก", "ข", "ลับ") + ods_row("", 3, 4, "ลับ") + ods_row(row, *3 * ["ลับ"])
    return made_odf("spreadsheet", f'<table:table table:name="แผ่น">{columns}{rows}</table:table>')


COLUMN = '<table:table-column table:visibility="{}"/>'
HIDDEN = {
    "hidden sheet": ("xlsx", with_a_sheet_hidden("hidden")),
    "very hidden sheet": ("xlsx", with_a_sheet_hidden("veryHidden")),
    "hidden row and column": ("xlsx", with_cells_hidden('hidden="1"|hidden="true"')),
    "without height and width": ("xlsx", with_cells_hidden('ht="0"|width="0"')),
    "collapsed": (
        "ods",
        ods_with_cells_hidden('table:visibility="collapse"', COLUMN.format("collapse")),
    ),
    "filtered": (
        "ods",
        ods_with_cells_hidden('table:visibility="filter"', COLUMN.format("filter")),
    ),
    "closed group": (
        "ods",
        ods_with_cells_hidden(
            'table:visibility="collapse"',
            '<table:table-column-group table:display="false"><table:table-column/>'
            "</table:table-column-group>",
        ),
    ),
}


@pytest.mark.parametrize(("kind", "data"), HIDDEN.values(), ids=HIDDEN)
def test_what_a_reader_does_not_see_is_in_no_row_and_no_copy(kind: str, data: bytes) -> None:
    """Nor in the fingerprint: the table is that of what is seen."""
    report = report_table(kind, data, ())
    assert "ลับ" not in repr(report)
    assert report.preview == (("3", "4"),)
    seen = report_table("xlsx", workbook([("ก", "ข"), (3, 4)]), ())
    assert report.fingerprint == seen.fingerprint


def test_rows_that_a_sheet_lists_are_seen_where_rows_without_cells_are_hidden() -> None:
    """Programs hide what is below a table by a default that holds for rows without cells."""
    sheet = worksheet(before='<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>')
    table = read_table("a.xlsx", raw_workbook(sheet)).table
    assert table
    assert [row.cells for row in table.rows] == [("ค่าปรับ", "5")]
