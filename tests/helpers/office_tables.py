"""Tables as offices make them, generated: workbooks, ODS documents and CSV files."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Cells = Sequence[object]

HEADINGS = (
    *("ลำดับ\nที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อ\nหรือจ้าง (บาท)", "ราคากลาง\n(บาท)"),
    *("วิธีซื้อ/จ้าง", "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "", "ผู้ได้รับการคัดเลือก", ""),
    *("เหตุผลที่คัดเลือกโดยสรุป", "เลขที่และวันที่ของสัญญา"),
)
PARTS = ("", "", "", "", "", "รายชื่อ", "ราคา", "ชื่อ", "ราคาที่ตกลง", "", "")
TITLES = (
    ("", "", "", "", "", "", "", "", "", "", "แบบ สขร. 1"),
    ("สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือนพฤศจิกายน ๒๕๖๗",),
    ("สำนักงานเขตตัวอย่าง วันที่ ๓ ธันวาคม พ.ศ. ๒๕๖๗",),
    (),
)
PURCHASES = (
    (
        *("๑", "ซื้อวัสดุสำนักงาน", "๑๐,๐๐๐.๐๐ บาท", "-", "เฉพาะเจาะจง"),
        *("ร้านตัวอย่าง ก", "๙,๕๐๐ บาท", "ร้านตัวอย่าง ก", "๙,๕๐๐ บาท"),
        *("ราคาไม่เกินวงเงิน", "ใบสั่งซื้อเลขที่ ๑/๒๕๖๘\nลว. ๘ พ.ย. ๒๕๖๗"),
    ),
    (
        *(2, "จ้างซ่อมเครื่องปรับอากาศ", 25000, 24800.5, "เฉพาะเจาะจง"),
        *("ร้านตัวอย่าง ข", "24,000", "ร้านตัวอย่าง ข", 24000),
        *("ราคาไม่เกินวงเงิน", "ใบสั่งจ้างเลขที่ 2/2568"),
    ),
    ("", "", "", "", "", "ร้านตัวอย่าง ค", "24,500", "", "", "", ""),
    ("", "รวมทั้งสิ้น", "๓๕,๐๐๐", "", "", "", "", "", 33500, "", ""),
)
NO_PURCHASES = (("-", "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้", "-", "-", "-", "-", "-", "-", "-", "-", "-"),)
SIGNATURES = (
    (),
    ("", "หมายเหตุ ราคารวมภาษีมูลค่าเพิ่ม"),
    ("", "", "", "", "", "", "ลงชื่อ ......................... ผู้รายงาน"),
    ("", "", "", "", "", "", "( นายตัวอย่าง ตัวอย่าง )"),
    ("", "", "", "", "", "", "ตำแหน่ง เจ้าพนักงานพัสดุ"),
    ("", "", "", "", "", "", "วันที่ ๓ ธันวาคม ๒๕๖๗"),
)


def monthly_summary(
    purchases: Iterable[Cells] = PURCHASES, month: str = "พฤศจิกายน ๒๕๖๗", sheet: str = "พ.ย. 67"
) -> bytes:
    """A สขร.1 workbook: titles, a heading of two merged rows, signatures, an empty sheet."""
    book = _monthly_book(purchases)
    book.worksheets[0].title = sheet
    book.worksheets[0]["A2"] = f"สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน{month}"
    return saved(book)


def monthly_summary_with_a_list() -> bytes:
    """The same with a hidden sheet of contacts."""
    book = _monthly_book(PURCHASES)
    _hidden(book.create_sheet("รายชื่อ"))
    return saved(book)


def _monthly_book(purchases: Iterable[Cells]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "พ.ย. 67"
    rows = (*TITLES, HEADINGS, PARTS, tuple(range(1, 12)), *purchases, *SIGNATURES)
    for cells in rows:
        sheet.append([cell if cell != "" else None for cell in cells])
    _merge(sheet)
    book.create_sheet("Sheet3")
    return book


def _merge(sheet: Worksheet) -> None:
    top = len(TITLES) + 1
    for row in (2, 3):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=11)
    for column in (1, 2, 3, 4, 5, 10, 11):
        sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)
    for column in (6, 8):
        sheet.merge_cells(start_row=top, end_row=top, start_column=column, end_column=column + 1)


def _hidden(sheet: Worksheet) -> None:
    sheet.append(["ผู้ติดต่อ", "โทรศัพท์"])
    sheet.append(["ผู้ติดต่อตัวอย่าง", "ข้อความในแผ่นงานที่ซ่อน"])
    sheet.sheet_state = "hidden"


def workbook(*sheets: Iterable[Cells]) -> bytes:
    """A workbook with these rows on its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"แผ่นงาน {number}")
        for cells in rows:
            sheet.append(list(cells))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rezipped(data: bytes, name: str, content: bytes) -> bytes:
    """An archive with one member replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return stream.getvalue()


_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHARED = "xl/sharedStrings.xml"
_SHARED_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def worksheet(rows: str) -> bytes:
    """The XML of a sheet with these rows."""
    return f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def with_shared_texts(data: bytes, *texts: str) -> bytes:
    """A workbook with a table of texts, each in two pieces, as spreadsheet programs write it."""
    runs = "".join(f"<si><r><t>{text[:2]}</t></r><r><t>{text[2:]}</t></r></si>" for text in texts)
    kind = f'<Override PartName="/{_SHARED}" ContentType="{_SHARED_TYPE}"/></Types>'.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for member in old.namelist():
            new.writestr(member, old.read(member).replace(b"</Types>", kind))
        new.writestr(_SHARED, f'<sst xmlns="{_SPREADSHEET}">{runs}</sst>')
    return stream.getvalue()


_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "table", "text")
)
_HIDDEN_STYLE = (
    '<style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


def ods(rows: Iterable[Cells], *, raw: str = "", hidden: Iterable[Cells] = ()) -> bytes:
    """An ODS document: a sheet of these rows, `raw` XML rows after them, and a hidden sheet."""
    tables = (
        f'<table:table table:name="แผ่นงาน">{"".join(map(_ods_row, rows))}{raw}</table:table>'
        '<table:table table:name="ซ่อน" table:style-name="ta2">'
        f"{''.join(map(_ods_row, hidden))}</table:table>"
    )
    return ods_archive(
        f"<office:document-content {_NAMESPACES}><office:automatic-styles>{_HIDDEN_STYLE}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def ods_archive(content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def _ods_row(cells: Cells) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(value: object) -> str:
    if isinstance(value, (int, float)):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value:,}</text:p></table:table-cell>"
        )
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
