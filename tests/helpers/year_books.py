"""Workbooks of a year as offices make them: a sheet a month, each with its title and its rows."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

from helpers.edits import MANDATE, ROUND, both
from helpers.office_tables import Cells, ods_archive, saved
from helpers.support import Edit, replace

HEADINGS = (
    *("ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง", "ราคากลาง", "วิธีซื้อหรือจ้าง"),
    *("รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง"),
    *("เหตุผลที่คัดเลือกโดยสรุป", "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง"),
)
SHEETS = (
    *("ต.ค. 67", "พ.ย. 67", "ธ.ค. 67", "ม.ค. 68", "ก.พ. 68", "มี.ค. 68"),
    *("เม.ย. 68", "พ.ค. 68", "มิ.ย. 68", "ก.ค. 68", "ส.ค. 68", "ก.ย. 68"),
)
MONTHS = (
    *("ตุลาคม 2567", "พฤศจิกายน 2567", "ธันวาคม 2567", "มกราคม 2568", "กุมภาพันธ์ 2568"),
    *("มีนาคม 2568", "เมษายน 2568", "พฤษภาคม 2568", "มิถุนายน 2568", "กรกฎาคม 2568"),
    *("สิงหาคม 2568", "กันยายน 2568"),
)
OFFICE = "สำนักงานเขตทดสอบ"
Book = Mapping[str, Iterable[Cells]]
"""Rows by the name of their sheet."""

owing_a_year: Edit = both(
    replace(
        MANDATE,
        "periods: [2025-02, 2025-03]\n        may_be_none: true\n",
        "periods: monthly\n        may_be_none: true\n        statistics: true\n"
        "        tables: [procurement-summary]\n",
    ),
    replace(ROUND, "closes: 2025-04-30", "closes: 2025-10-15"),
    replace("mkdocs.yml", "[pdf, csv]", "[pdf, csv, xlsx, ods, docx]"),
)
"""The requirement for monthly summaries owes a table for each month of the round."""


def emptied(site: Path) -> Path:
    """A site of `tests/sites/current` without evidence of any month."""
    record = site / "oit_items/2568/O01/record.md"
    text = record.read_text("utf-8")
    start, end = text.index("  - kind: none"), text.index("  - kind: url")
    kept = text[:start] + text[end:]
    record.write_text(kept.replace("[ไฟล์ล่าสุด](summary-2025-03.csv)", "ไฟล์ล่าสุด"), "utf-8")
    record.with_name("summary-2025-03.csv").unlink()
    return site


def purchase(number: int, what: str, amount: float = 1000, day: str = "") -> Cells:
    """A row of the monthly summary."""
    contract = f"ใบสั่งซื้อ {number}/2568" + (f" ลงวันที่ {day}" if day else "")
    price = f"ร้านตัวอย่าง / {amount:,.2f} บาท"
    return (number, what, amount, amount, "เฉพาะเจาะจง", price, price, "ราคาอยู่ในวงเงิน", contract)


def month(name: str, *rows: Cells, office: str = OFFICE) -> list[Cells]:
    """The rows of a sheet of one month, with its title and heading."""
    title = f"แบบสรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {name}"
    return [(title,), (office,), HEADINGS, *rows]


def year(sheets: Sequence[str] = SHEETS) -> dict[str, list[Cells]]:
    """Twelve months from October, each with two purchases of its own."""
    return {
        sheet: month(name, *(purchase(number, f"วัสดุ{name}", 1000 * number) for number in (1, 2)))
        for sheet, name in zip(sheets, MONTHS, strict=True)
    }


def book(sheets: Book) -> bytes:
    """An XLSX workbook with these sheets, without the name of anybody."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for cells in rows:
            sheet.append(list(cells))
    made.properties.creator = None
    return saved(made)


def rows_of(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    """The values of a workbook, by sheet."""
    opened = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in opened.worksheets}


def parts(data: bytes) -> bytes:
    """All that an archive holds, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def with_hidden(data: bytes, name: str) -> bytes:
    """A workbook with one of its sheets hidden."""
    made = openpyxl.load_workbook(io.BytesIO(data))
    made[name].sheet_state = "hidden"
    return saved(made)


_NAMES = ("office", "table", "text")
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES
)


def ods(sheets: Book) -> bytes:
    """An ODS workbook with these sheets."""
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    return ods_archive(
        f"<office:document-content {_ODF}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def _ods_row(cells: Cells) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(value: object) -> str:
    text = f"<text:p>{escape(str(value))}</text:p>"
    if isinstance(value, (int, float)):
        number = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}>{text}</table:table-cell>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
