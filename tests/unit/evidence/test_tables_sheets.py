"""The tables of a workbook's sheets, each by itself."""

from helpers.office_tables import monthly_summary, workbook
from oit.evidence.table_report import open_csv, report_table
from oit.evidence.tables.read import read_table
from oit.evidence.tables.sheets import SheetTable, sheets_with_tables

REVENUE = ("revenue-statistics",)
HEADING = ("รายการ", "จำนวนเงิน")


def sheets(data: bytes, schemas: tuple[str, ...] = REVENUE) -> tuple[SheetTable, ...]:
    return sheets_with_tables(read_table("a.xlsx", data), schemas)


def month(name: str, amount: int) -> list[tuple[object, ...]]:
    return [(f"รายได้ประจำเดือน{name}", ""), HEADING, ("ค่าปรับ", amount)]


def test_each_sheet_has_its_titles_and_the_table_that_a_file_of_its_own_would_have() -> None:
    """A workbook with a sheet a month may thus be split into its months."""
    months = (month("มกราคม", 5), month("กุมภาพันธ์", 7))
    found = sheets(workbook(*months))
    assert [(sheet.name, sheet.titles) for sheet in found] == [
        ("แผ่นงาน 1", ("รายได้ประจำเดือนมกราคม",)),
        ("แผ่นงาน 2", ("รายได้ประจำเดือนกุมภาพันธ์",)),
    ]
    for sheet, rows in zip(found, months, strict=True):
        assert sheet.table
        twin = open_csv(sheet.table).decode("utf-8-sig")
        assert twin == report_table("a.xlsx", workbook(rows), REVENUE).open_csv


def test_a_sheet_of_something_else_has_no_table_and_a_hidden_one_is_not_there() -> None:
    """Its texts may still tell what it is for; faults stay with their own sheet."""
    data = workbook(month("มกราคม", 5), [("บันทึก",)], [HEADING, ("ค่าปรับ", "ไม่ทราบ")])
    first, second, third = sheets(data)
    assert (second.titles, second.table) == (("บันทึก",), None)
    assert (first.faults, [fault.code for fault in third.faults]) == ((), ["type-error"])
    names = [sheet.name for sheet in sheets(monthly_summary(), ("procurement-summary",))]
    assert names == ["พ.ย. 67", "Sheet3"]


def test_without_a_schema_each_sheet_has_the_table_it_seems_to_hold() -> None:
    """As a whole file does."""
    (sheet,) = sheets(workbook([("สถิติ", ""), ("ก", "ข"), ("ค", "๑,๐๐๐")]), ())
    assert sheet.table
    assert (sheet.titles, sheet.table.rows[0].cells) == (("สถิติ",), ("ค", "1000"))
