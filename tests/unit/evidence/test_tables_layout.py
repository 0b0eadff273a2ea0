"""Headings that are merged or nearly right, stated nothings, and sums."""

from collections.abc import Sequence

import pytest

from helpers.made_files import odf
from helpers.office_tables import workbook
from helpers.raw_workbooks import raw_workbook, worksheet
from oit.evidence.facts import TableReport
from oit.evidence.table_report import report_table
from oit.evidence.tables.headings import similar_columns
from oit.evidence.tables.schema import load_schema

SUMMARY = ("procurement-summary",)
REVENUE = ("revenue-statistics",)
HEADING = ("ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง", "ราคากลาง", "วิธีซื้อหรือจ้าง")
REST = ("รายชื่อผู้เสนอราคา", "ผู้ได้รับการคัดเลือก", "เหตุผลที่คัดเลือก", "เลขที่และวันที่ของสัญญา")
PURCHASE = (1, "ซื้อวัสดุ", 1000, 1000, "เฉพาะเจาะจง", "ร้าน ก", "ร้าน ก", "ถูกต้อง")
TAX = ("ประเภทภาษี", "จำนวนราย", "จำนวนเงิน (บาท)")


def codes(report: TableReport) -> list[tuple[str, int | None]]:
    return [(fault.code, fault.column) for fault in report.faults]


def report(rows: Sequence[Sequence[object]], schemas: tuple[str, ...] = REVENUE) -> TableReport:
    return report_table("xlsx", workbook(rows), schemas)


# Merged headings


def merged_xlsx(rows: Sequence[Sequence[object]], *merged: str) -> bytes:
    cells = (
        "".join(f'<c t="str"><v>{cell}</v></c>' if cell != "" else "<c/>" for cell in row)
        for row in rows
    )
    refs = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    made = "".join(f"<row>{row}</row>" for row in cells)
    return raw_workbook(worksheet(made, after=f"<mergeCells>{refs}</mergeCells>"))


def merged_ods(rows: Sequence[Sequence[object]], spans: dict[tuple[int, int], int]) -> bytes:
    made = ""
    for at, row in enumerate(rows):
        cells = "".join(
            f'<table:table-cell table:number-columns-spanned="{spans.get((at, column), 1)}">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for column, cell in enumerate(row)
        )
        made += f"<table:table-row>{cells}</table:table-row>"
    return odf("spreadsheet", f'<table:table table:name="ก">{made}</table:table>')


CONTRACT_ROWS = [
    ("สรุปผลการจัดซื้อจัดจ้าง", *("",) * 9),
    (*HEADING, *REST, ""),
    (*PURCHASE, "PO1/68", "1 มี.ค. 68"),
]
CONTRACTS = {
    "xlsx": merged_xlsx(CONTRACT_ROWS, "A1:J1", "I2:J2"),
    "ods": merged_ods(CONTRACT_ROWS, {(0, 0): 10, (1, 8): 2}),
}


@pytest.mark.parametrize("kind", CONTRACTS)
def test_a_heading_merged_over_two_columns_names_both(kind: str) -> None:
    """The contract's number and its date both reach the open copy."""
    found = report_table(kind, CONTRACTS[kind], SUMMARY)
    assert codes(found) == []
    assert found.preview[0][-1] == "PO1/68 1 มี.ค. 68"


def test_a_heading_merged_over_the_parts_beneath_it_stands_over_each() -> None:
    """Over the columns that the file says, and no further."""
    rows = [
        ("ที่", "โรงเรียน", "ระดับชั้น", "จำนวน", "", "หมายเหตุ"),
        ("", "", "", "ครู", "นักเรียน", ""),
        (1, "โรงเรียน ก", "อนุบาล", 10, 100, "ข"),
    ]
    merged = ("D1:E1", "A1:A2", "B1:B2", "C1:C2", "F1:F2")
    found = report_table("xlsx", merged_xlsx(rows, *merged), ("teachers-and-students",))
    assert found.preview[0][2:4] == ("10", "100")
    plain = report_table("xlsx", merged_xlsx(rows, *merged), ())
    assert plain.header[3:] == ("จำนวน ครู", "จำนวน นักเรียน", "หมายเหตุ")


def test_a_merged_heading_makes_no_column_of_blanks() -> None:
    """A cell that is wide for its look is one column."""
    rows = [("รายการ", "จำนวนเงิน", "", "หมายเหตุ"), ("ค่าปรับ", 5, "", "ก")]
    found = report_table("xlsx", merged_xlsx(rows, "B1:C1", "B2:C2"), REVENUE)
    assert (codes(found), found.preview) == ([], (("ค่าปรับ", "5", "ก"),))


def test_a_second_column_of_figures_under_one_heading_is_told() -> None:
    """It would be lost from the open copy."""
    rows = [("รายการ", "จำนวนเงิน", ""), ("ค่าปรับ", 5, 7)]
    found = report_table("xlsx", merged_xlsx(rows, "B1:C1"), REVENUE)
    assert codes(found) == [("unknown-column", 3)]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_column_without_a_heading_is_told(kind: str) -> None:
    """No visible column is lost without a word, in whichever format."""
    rows = [("รายการ", "จำนวนเงิน", "", "หมายเหตุ"), ("ค่าปรับ", 5, "ลืม", "")]
    data = "\n".join(",".join(map(str, row)) for row in rows).encode()
    found = report_table(kind, data if kind == "csv" else workbook(rows), REVENUE)
    assert codes(found) == [("unnamed-column", 3)]


# Headings that nearly match


@pytest.mark.parametrize(
    "heading",
    [
        (
            *("ลำดับ", "งานที่จัดซื้อจัดจ้าง", "วงเงินที่จัดซื้อจัดจ้าง (บาท)", "ราคากลาง (บาท)"),
            *("วิธีการจัดซื้อจัดจ้าง", "ชื่อผู้เสนอราคาและราคาที่เสนอ (บาท)"),
            *("ผู้ได้รับการคัดเลือกและตกลงซื้อหรือจ้าง", "เหตุผลที่คัดเลือก"),
            "เลขที่และวันที่ของสัญญาในการซื้อหรือจ้าง",
        ),
        (
            *("ที่/ลำดับ", "งานที่ จะซื้อหรือจ้าง", "วงเงินที่จะซื้อ / จ้าง(บาท)", "ราคากลางฯ"),
            *("วิธีซื้อ/จ้าง", "รายชื่อผู้เสนอราคา", "ผู้ได้รับการคัดเลือก", "เหตุผลฯ ที่คัดเลือก"),
            "เลขที่/วันที่ของสัญญา",
        ),
    ],
)
def test_headings_in_use_by_the_real_form_are_known(heading: tuple[str, ...]) -> None:
    """With units, without marks, by other words for the same."""
    found = report([heading, (*PURCHASE, "PO1/68")], SUMMARY)
    assert codes(found) == []


def test_a_heading_that_nearly_matches_is_asked_about_beside_the_missing_column() -> None:
    """One finding with both names, in place of two; other columns are told as before."""
    rows = [("ประเภทภาษีที่เก็บ", *TAX[1:], "สี"), ("ป้าย", 1, 5, "แดง")]
    faults = report(rows, ("tax-statistics",)).faults
    assert [(fault.code, fault.found, fault.detail) for fault in faults] == [
        ("similar-column", "ประเภทภาษีที่เก็บ", "ประเภทภาษี"),
        ("unknown-column", "สี", ""),
    ]


def test_a_column_that_may_be_left_out_is_asked_about_without_failing() -> None:
    """Its figures are missed all the same."""
    heading = (*HEADING[:3], "ราคากลางของงาน", *HEADING[4:], *REST)
    found = report([heading, (*PURCHASE, "PO1/68")], SUMMARY)
    assert [(fault.code, fault.detail) for fault in found.faults] == [
        ("similar-optional-column", "ราคากลาง")
    ]


def test_each_column_is_paired_once_with_what_it_is_most_like() -> None:
    """And hostile headings cost nothing."""
    schema = load_schema("tax-statistics")
    unknown = {4: "จำนวนรายที่เก็บ", 5: "จำนวนเงินที่เก็บ", 6: "ก" * 100_000, 7: ""}
    index = {field.name: at for at, field in enumerate(schema.fields)}
    missing = (index["จำนวนราย"], index["จำนวนเงิน (บาท)"])
    found = similar_columns(schema, missing, unknown)
    assert found.get(4) == index["จำนวนราย"]
    assert set(found) <= {4, 5}


def test_the_beginning_of_a_heading_is_asked_about() -> None:
    """A short form may be meant; a few letters may be anything."""
    schema = load_schema("tax-statistics")
    index = [field.name for field in schema.fields].index("จำนวนเงิน (บาท)")
    assert similar_columns(schema, (index,), {3: "จำนวนเ"}) == {3: index}
    assert similar_columns(schema, (index,), {3: "จำน"}) == {}


# Nothing


@pytest.mark.parametrize(
    "rows",
    [
        [("-", "-ไม่มี-")],
        [("", "ไม่มี")],
        [("ไม่พบข้อมูลการจัดเก็บในเดือนนี้", "")],
        [("ไม่มีการจัดซื้อจัดจ้าง", "ประจำเดือนมีนาคม 2568")],
        [("ไม่มีการจัดซื้อจัดจ้าง ประจำเดือนมีนาคม 2568",)],
        [("ไม่มีรายการ", "ไม่มีรายการ", "ไม่มีรายการ")],
        [("ไม่ปรากฏรายการ", "-", "-")],
        [("ไม่ได้ดำเนินการจัดซื้อจัดจ้างในรอบเดือน", "0.00", "-")],
        [("-", "-", "-")],
        [("0 รายการ", "")],
        [("รวม ๐ รายการ", "0")],
        [("N/A", "n/a", "None")],
        [("NIL", "", "")],
        [("(ไม่มี)", "0"), ("รวม", "0")],
        [("***ไม่มี***", "")],
        [("-", "-", "-"), ("รวมทั้งสิ้น", "-")],
    ],
)
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_nothing_is_understood_in_any_of_the_ways_it_is_said(
    kind: str, rows: list[tuple[object, ...]]
) -> None:
    """A table without rows that says so is whole."""
    all_rows = [("รายได้",), ("รายการ", "จำนวนเงิน", "หมายเหตุ"), *rows]
    padded = [(*row, *("",) * (3 - len(row))) for row in all_rows]
    data = "\n".join(",".join(map(str, row)) for row in padded).encode()
    found = report_table(kind, data if kind == "csv" else workbook(padded), REVENUE)
    assert (codes(found), found.row_count) == ([], 0)


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("ไม่มีการจัดเก็บรายได้ในเดือนมีนาคม 2568\n", True),
        ("รายได้เดือนมีนาคม\n\nไม่พบข้อมูล\n", True),
        ("ยังไม่มีข้อมูล\n", False),
        ("ก,ข\nไม่มีรายการ,\n", False),
    ],
)
def test_a_sentence_in_place_of_a_table_states_nothing(text: str, is_none: bool) -> None:
    """Without a heading, too; another table under another heading is no such statement."""
    found = report_table("csv", text.encode(), REVENUE)
    assert (found.schema is not None, codes(found) == []) == (is_none, is_none)


def test_not_yet_is_no_statement_that_there_was_nothing() -> None:
    """The form is empty then, and one finding says so."""
    rows = [("รายการ", "จำนวนเงิน"), ("ยังไม่มีข้อมูล", "")]
    assert codes(report(rows)) == [("header-only", None)]


@pytest.mark.parametrize(
    "row",
    [("ไม่มี", 5), ("ไม่มีผู้รับผิดชอบ", 5), ("ยังไม่มีเจ้าภาพ", 5), ("ค่าปรับ", 0), ("ไม่มีการจัดเก็บ", 0, "ค่าปรับ")],
)
def test_a_row_that_says_more_is_a_row(row: tuple[object, ...]) -> None:
    """What it lists is not lost."""
    found = report([("รายการ", "จำนวนเงิน", "หมายเหตุ"), ("ก", 1), row])
    assert found.row_count == 2


def test_figures_without_words_are_no_nothing() -> None:
    """A row of dashes among them is one year without figures."""
    rows = [("ปี", "จำนวน"), (2566, 100), (2567, 120), ("-", "-")]
    assert [row[1] for row in report(rows, ()).preview] == ["100", "120"]


# Sums


@pytest.mark.parametrize(
    "rows",
    [
        [("ก", 1, 5), ("ข", 2, "7.50"), ("รวม", 3, "12.50")],
        [("ก", 1, 5), ("ข", 2, "๗ บาท"), ("รวมทั้งสิ้น", "๓", "๑๒ บาท")],
        [("ก", 1, 5), ("รวม", 1, 5), ("ข", 2, 7), ("รวม", 2, 7), ("รวมทั้งสิ้น", 3, 12)],
        [("ก", 1, 5), ("ข", 2, 7), ("รวม", 3, 12), ("รวมทั้งสิ้น", 3, 12)],
        [("ก", 1, "3.333"), ("ข", 1, "3.333"), ("ค", 1, "3.333"), ("รวม", 3, "10.00")],
        [("ก", 1, "3.30"), ("ข", 1, "3.30"), ("รวม", 2, 7)],
        [("ก", 1, ""), ("ข", 2, ""), ("รวม", 3, 12)],
        [("ก", 1, "-"), ("ข", 2, 7), ("รวม", "", 7)],
        [("ก", 1, 5), ("ข", 2, 7), ("รวม", "สาม", "-")],
    ],
)
def test_sums_that_are_right_or_cannot_be_told_are_no_finding(
    rows: list[tuple[object, ...]],
) -> None:
    """Subtotals and their sum, satang, blank columns, words."""
    for schemas in (("tax-statistics",), ()):
        found = report([TAX, *rows], schemas)
        assert not [code for code, _ in codes(found) if code == "total-differs"]


@pytest.mark.parametrize("schemas", [("tax-statistics",), ()])
def test_a_sum_that_differs_is_told_with_both_figures(schemas: tuple[str, ...]) -> None:
    """At its cell; each column by itself."""
    rows = [TAX, ("ก", 1, 1000), ("ข", 2, "1,500.50"), ("รวม", 3, "3,000.00")]
    (fault,) = report(rows, schemas).faults
    assert (fault.code, fault.row, fault.column) == ("total-differs", 4, 3)
    assert (fault.found.replace(",", ""), fault.detail) == ("3000.00", "2,500.5")


@pytest.mark.parametrize("name", ["ร้อยละ", "คะแนนเฉลี่ย", "ลำดับ", "ปี พ.ศ.", "ยอดสะสม", "เลขที่สัญญา"])
def test_columns_that_nobody_adds_up_are_left_alone(name: str) -> None:
    """Shares, means, numbers, years."""
    rows = [("รายการ", "จำนวนเงิน", name), ("ก", 1, 50), ("ข", 2, 70), ("รวม", 3, 60)]
    assert codes(report(rows, ())) == []
