"""Tables against their schemas, their open twins and empty forms."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.office_tables import NO_PURCHASES, PURCHASES, monthly_summary, ods, workbook
from helpers.support import SAMPLE
from oit.evidence.table_report import open_csv
from oit.evidence.tables.check import check
from oit.evidence.tables.conform import Conformed, conform, normalise
from oit.evidence.tables.read import read_table
from oit.evidence.tables.schema import empty_form, load_schema, schema_names
from oit.evidence.tables.text import plain_number
from oit.evidence.tables.values import TableFault

TABLES = {
    "O03/school-executives.csv": "school-executives",
    "O03/teachers-and-students.csv": "teachers-and-students",
    "O09/tax-*.csv": "tax-statistics",
    "O10/revenue-*.csv": "revenue-statistics",
    "O13/spending-plan-*.csv": "spending-plan",
    "O13/spending-report-*.csv": "spending-report",
    "O14/community-subsidies.csv": "community-subsidies",
    "O15/announcements-*.csv": "procurement-announcements",
    "O15/summary-*.csv": "procurement-summary",
    "O17/complaints-*.csv": "complaint-statistics",
    "O22/ita-2567-indicators.csv": "ita-indicators",
    "O22/ita-2567-questions.csv": "ita-questions",
    "O22/ita-2567-answers.csv": "ita-answers",
    "O22/ita-2567-divisions.csv": "ita-divisions",
    "O22/ita-2567-services.csv": "ita-services",
    "O22/ita-2567-respondents-language.csv": "ita-respondents-language",
    "O22/ita-2567-respondents-sex.csv": "ita-respondents-sex",
    "O22/ita-2567-comments.csv": "ita-comments",
}
FILES = [
    (path, name)
    for pattern, name in TABLES.items()
    for path in sorted((SAMPLE / "oit_items/2568").glob(pattern))
]


def conformed(name: str, data: bytes, schema: str) -> Conformed:
    found = conform(read_table(name, data), load_schema(schema))
    assert found
    return found


def judged(text: str, schema: str = "revenue-statistics") -> list[TableFault]:
    found = conformed("a.csv", text.encode(), schema)
    return [*found.faults, *check(found.table, load_schema(schema))]


def twin_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(("path", "schema"), FILES, ids=lambda one: getattr(one, "name", one))
def test_every_sample_table_is_valid_and_its_own_twin(path: Path, schema: str) -> None:
    """What is there is what is asked for, byte for byte."""
    data = path.read_bytes()
    found = conformed("a.csv", data, schema)
    assert (found.faults, check(found.table, load_schema(schema))) == ((), ())
    assert twin_rows(open_csv(found.table)) == twin_rows(data)


def test_every_item_with_tables_has_its_schemas() -> None:
    """Nothing disclosed for these items is left out above, and no schema is without a table."""
    folders = ("O03", "O09", "O10", "O13", "O14", "O15", "O17", "O22")
    disclosed = {
        path for folder in folders for path in (SAMPLE / "oit_items/2568" / folder).glob("*.csv")
    }
    assert {path for path, _ in FILES} == disclosed
    assert set(schema_names()) - set(TABLES.values()) == {"school-off-budget-funds"}


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_keeps_to_the_standard_and_names_no_column_twice(name: str) -> None:
    """Any Frictionless tool reads it; a heading means one column."""
    schema = load_schema(name)
    assert schema.name == name
    assert frictionless.Schema.from_descriptor(dict(schema.descriptor)).fields
    headings = [heading for field in schema.fields for heading in field.headings]
    assert len(headings) == len(set(headings))
    described = [*schema.descriptor["fields"], schema.descriptor]
    assert all(part["title"] and part["description"] for part in described)


def test_the_offices_own_summary_passes_and_yields_the_nine_columns() -> None:
    """Title rows, merged heading, Thai digits, a purchase over two rows, sums, signatures."""
    found = conformed("summary.xlsx", monthly_summary(), "procurement-summary")
    assert (found.faults, check(found.table, load_schema("procurement-summary"))) == ((), ())
    header, *rows = twin_rows(open_csv(found.table))
    assert len(header) == 9
    assert rows == [
        [
            *("1", "ซื้อวัสดุสำนักงาน", "10000.00", "", "เฉพาะเจาะจง"),
            *("ร้านตัวอย่าง ก ๙,๕๐๐ บาท", "ร้านตัวอย่าง ก ๙,๕๐๐ บาท"),
            *("ราคาไม่เกินวงเงิน", "ใบสั่งซื้อเลขที่ ๑/๒๕๖๘ ลว. ๘ พ.ย. ๒๕๖๗"),
        ],
        [
            *("2", "จ้างซ่อมเครื่องปรับอากาศ", "25000", "24800.5", "เฉพาะเจาะจง"),
            *("ร้านตัวอย่าง ข 24,000; ร้านตัวอย่าง ค 24,500", "ร้านตัวอย่าง ข 24000"),
            *("ราคาไม่เกินวงเงิน", "ใบสั่งจ้างเลขที่ 2/2568"),
        ],
    ]


def test_the_twin_of_a_workbook_is_valid_for_any_frictionless_tool() -> None:
    """The published schema is the contract of the published twin."""
    found = conformed("summary.xlsx", monthly_summary(), "procurement-summary")
    schema = load_schema("procurement-summary")
    resource = frictionless.Resource(
        data=twin_rows(open_csv(found.table)),
        schema=frictionless.Schema.from_descriptor(dict(schema.descriptor)),
    )
    assert resource.validate().valid


def test_a_month_without_purchases_has_a_twin_of_its_header() -> None:
    """And no fault."""
    found = conformed("summary.xlsx", monthly_summary(NO_PURCHASES), "procurement-summary")
    assert (found.faults, check(found.table, load_schema("procurement-summary"))) == ((), ())
    assert found.table.states_none
    assert open_csv(found.table) == empty_form(load_schema("procurement-summary"))


def test_the_months_of_one_workbook_are_one_table() -> None:
    """A sheet a month; each row knows its sheet."""
    heading = ("รายการ", "จำนวนเงิน")
    data = workbook([heading, ("ค่าปรับ", 5)], [heading, ("ค่าปรับ", 7)], [("อื่น", "ๆ")])
    rows = conformed("a.xlsx", data, "revenue-statistics").table.rows
    assert [(row.sheet, row.number, row.cells) for row in rows] == [
        ("แผ่นงาน 1", 2, ("ค่าปรับ", "5", "")),
        ("แผ่นงาน 2", 2, ("ค่าปรับ", "7", "")),
    ]


def test_a_heading_split_over_two_lines_is_put_together() -> None:
    """As in a document that was never merged; columns may stand in any order."""
    rows: list[Sequence[object]] = [
        ("สถิติการจัดเก็บภาษี", "", "", ""),
        ("ประเภท", "จำนวน", "จำนวนเงิน", "หมาย"),
        ("ภาษี", "ราย", "ที่จัดเก็บได้", "เหตุ"),
        ("ภาษีป้าย", "๑,๒๐๐ ราย", "(1,000.50)", ""),
    ]
    found = conformed("a.ods", ods(rows), "tax-statistics")
    assert [row.cells for row in found.table.rows] == [("ภาษีป้าย", "1200", "-1000.50", "")]
    assert not found.faults


def test_a_cell_merged_over_rows_stands_in_each_of_them() -> None:
    """A school has its name once; a column of ordinals is no fault."""
    rows: list[Sequence[object]] = [
        ("ที่", "โรงเรียน", "ระดับชั้น", "จำนวน", ""),
        ("", "", "", "ครู", "นักเรียน"),
        (1, "โรงเรียน ก", "อนุบาล", 10, "๑๐๐ คน"),
        ("", "", "ประถมศึกษา", 20, 200),
        ("รวม", "", "", 30, 300),
    ]
    found = conformed("a.xlsx", workbook(rows), "teachers-and-students")
    assert (found.faults, check(found.table, load_schema("teachers-and-students"))) == ((), ())
    assert [row.cells for row in found.table.rows] == [
        ("โรงเรียน ก", "อนุบาล", "10", "100"),
        ("โรงเรียน ก", "ประถมศึกษา", "20", "200"),
    ]


def test_a_missing_column_is_one_fault_and_not_one_a_row() -> None:
    """Its cells are not missing too."""
    assert [one.code for one in judged("รายการ,อื่น\nก,ข\nค,ง\n")] == [
        "missing-column",
        "unknown-column",
    ]


def test_faults_stand_at_the_cells_of_the_office() -> None:
    """Row and column as the spreadsheet shows them; code and constraint as the library says."""
    text = "รายได้เดือนมีนาคม,,\nหมายเหตุ,จำนวนเงิน,รายการ\n,ไม่ทราบ,ค่าปรับ\n,-5,ค่าธรรมเนียม\n,5,\n"
    assert [(one.code, one.row, one.column, one.found, one.detail) for one in judged(text)] == [
        ("type-error", 3, 2, "ไม่ทราบ", "number"),
        ("constraint-error", 4, 2, "-5", "minimum"),
        ("constraint-error", 5, 3, "", "required"),
    ]


@pytest.mark.parametrize("ordinal", ["1.", "1)", "(1)", "๑."])
@pytest.mark.parametrize("price", ["ไม่มี", "-", ""])
def test_a_purchase_is_numbered_and_priced_as_offices_write(ordinal: str, price: str) -> None:
    """An ordinal has its full stop or parenthesis, and a small purchase no median price."""
    header, row = monthly_summary_lines()
    told = row.replace("1", ordinal, 1).split(",")
    told[3] = price
    found = conformed("a.csv", f"{header}\n{','.join(told)}\n".encode(), "procurement-summary")
    assert not [*found.faults, *check(found.table, load_schema("procurement-summary"))]
    assert (found.table.rows[0].cells[0], found.table.rows[0].cells[3]) == ("1", "")


def test_what_certifies_a_table_is_no_row_of_it() -> None:
    """It stands above the signatures."""
    header, row = monthly_summary_lines()
    text = f"{header}\n{row}\nขอรับรองว่าข้อมูลถูกต้อง{',' * 8}\n"
    assert not judged(text, "procurement-summary")


def monthly_summary_lines() -> tuple[str, str]:
    """The heading and one purchase, as lines of a CSV file."""
    names = [column.name for column in load_schema("procurement-summary").fields]
    row = ("1", "วัสดุ", "1000", "900", "เฉพาะเจาะจง", "ร้าน", "ร้าน", "ราคาต่ำสุด", "สัญญา")
    return ",".join(names), ",".join(row)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("รายการ,อื่น\nก,ข\n", [("missing-column", None), ("unknown-column", 2)]),
        ("รายการ,จำนวนเงิน\n", [("header-only", None)]),
        ("รายการ,จำนวนเงิน,ยอดจัดเก็บ\nก,1,2\n", [("unknown-column", 3)]),
    ],
)
def test_columns_are_held_against_the_schema(
    text: str, expected: list[tuple[str, int | None]]
) -> None:
    """What is missing, and what nobody asked for."""
    found = conformed("a.csv", text.encode(), "revenue-statistics")
    assert [(fault.code, fault.column) for fault in found.faults] == expected


@pytest.mark.parametrize(
    "rows",
    [
        [("รายการ", "จำนวนเงิน"), ("", "ไม่มีการจัดเก็บรายได้")],
        [("รายได้เดือนมีนาคม (ไม่มีรายการ)",), ("รายการ", "จำนวนเงิน"), ("-", "-")],
        [("รายการ", "จำนวนเงิน"), ("ไม่มีรายการ", "-"), ("", "0")],
    ],
)
def test_a_stated_nothing_is_found_where_offices_write_it(rows: list[Sequence[object]]) -> None:
    """In a merged row, in the title, over rows that were numbered in advance."""
    found = conformed("a.xlsx", workbook(rows), "revenue-statistics")
    assert (found.table.rows, found.table.states_none, found.faults) == ((), True, ())


def test_a_table_without_schema_has_a_twin_with_plain_numbers_and_dates() -> None:
    """In columns that hold nothing else; a telephone number keeps its zero."""
    rows = [
        ("วันที่", "จำนวน", "โทรศัพท์", "ข้อ", "หมายเหตุ"),
        ("8 พ.ย. 2567", "๑,๒๐๐ บาท", "0200", "(1)", "5"),
        ("9/11/2567", "-", "0201", "(2)", "ไม่มี"),
    ]
    table = read_table("a.xlsx", workbook(rows)).table
    assert table
    assert twin_rows(open_csv(normalise(table)))[1:] == [
        ["2024-11-08", "1200", "0200", "(1)", "5"],
        ["2024-11-09", "", "0201", "(2)", "ไม่มี"],
    ]


def test_a_table_of_something_else_does_not_conform() -> None:
    """So that the fault can say which table was asked for."""
    facts = read_table("a.csv", "ก,ข\n1,2\n".encode())
    assert conform(facts, load_schema("procurement-summary")) is None


def test_no_fault_shows_a_number_that_could_be_a_persons() -> None:
    """Neither in Thai digits, nor with dashes."""
    for number in ("1101700230708", "1-1017-00230-70-8", "๑๑๐๑๗๐๐๒๓๐๗๐๘"):
        faults = judged(f"รายการ,จำนวนเงิน\nค่าปรับ,เลข {number} ค\n")
        assert [fault.found for fault in faults] == ["เลข …ค"]


def test_a_form_has_the_headings_and_nothing_beneath() -> None:
    """And is recognised once it is filled in."""
    form = empty_form(load_schema("procurement-summary"))
    assert form.startswith(b"\xef\xbb\xbf")
    assert form.endswith(b"\r\n")
    assert len(twin_rows(form)) == 1
    found = conformed("a.csv", form, "procurement-summary")
    assert [fault.code for fault in found.faults] == ["header-only"]


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))))
def test_no_cell_makes_conforming_or_checking_raise(cells: list[tuple[str, str, str]]) -> None:
    """Whatever stands in them; and twice the same bytes come out."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([("รายการ", "จำนวนเงิน", "จำนวนราย"), *cells])
    data = stream.getvalue().encode("utf-8", "replace")
    for schema in map(load_schema, ("tax-statistics", "revenue-statistics")):
        facts = read_table("a.csv", data)
        found = conform(facts, schema)
        assert found or not facts.table or facts.faults
        if found:
            check(found.table, schema)
            assert read_table("a.csv", open_csv(found.table)).table


@pytest.mark.parametrize("figure", ["１２３", "١٢٣", "1２3.50"])
def test_figures_in_other_scripts_are_told(figure: str) -> None:
    """The library of the standard would take them for numbers."""
    sample = (SAMPLE / "oit_items/2568/O10").glob("revenue-*.csv")
    text = next(iter(sorted(sample))).read_text("utf-8-sig")
    amount = next(cell for cell in text.splitlines()[1].split(",") if cell.isdecimal())
    faults = judged(text.replace(amount, figure, 1))
    assert ("type-error", "number") in {(fault.code, fault.detail) for fault in faults}


def test_lines_of_divisions_and_their_sums_are_no_rows() -> None:
    """Offices divide a list by the division that buys, with a sum of each, and one of all."""
    first, second, *_ = PURCHASES
    purchases = (
        ("ฝ่ายตัวอย่าง",),
        first,
        ("", "รวมฝ่ายตัวอย่าง", first[2], "", "", "", "", "", first[8], "", ""),
        ("", "ฝ่ายโยธา"),
        second,
        ("", "", 35000, "", "", "", "", "", 33500, "", ""),
    )
    found = conformed("summary.xlsx", monthly_summary(purchases), "procurement-summary")
    assert [row.number for row in found.table.rows] == [9, 12]
    assert [row.number for row in found.table.totals] == [10, 13]
    assert found.faults == ()


def test_a_name_below_another_is_no_line_of_a_group() -> None:
    """A second bidder stands in a column of its own, and is joined to the first."""
    first, *_ = PURCHASES
    bidder = ("", "", "", "", "", "กลุ่มแม่บ้านตัวอย่าง", "9,900", "", "", "", "")
    found = conformed("summary.xlsx", monthly_summary((first, bidder)), "procurement-summary")
    assert len(found.table.rows) == 1
    assert "กลุ่มแม่บ้านตัวอย่าง" in " ".join(found.table.rows[0].cells)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,500.50 บาท (รวมภาษีมูลค่าเพิ่ม)", "1500.50"),
        ("๙,๕๐๐ (บาท)", "9500"),
        ("(1,500)", "-1500"),
        ("1,500 (2)", None),
    ],
)
def test_words_behind_an_amount_are_no_part_of_it(text: str, number: str | None) -> None:
    """In parentheses; figures in parentheses are another amount."""
    assert plain_number(text) == number
