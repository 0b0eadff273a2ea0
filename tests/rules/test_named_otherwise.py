"""What a file says that it is, against what it is entered for."""

from pathlib import Path

import pytest

from helpers import made_files as made
from helpers import year_books as books
from helpers.edits import MANDATE, MARCH, O1, SUMMARY, both
from helpers.support import Edit, as_of, copy_site, judged, replace, write
from oit.findings import Finding, Kind

RULES = (
    *("workbook-of-periods", "period-named-otherwise", "office-named-otherwise"),
    "rows-of-other-periods",
)
MAY = as_of("2025-05-12")


def entered(name: str, data: bytes) -> Edit:
    """A file in the place of the summary of March, which is no sample."""
    return both(
        books.owing_a_year,
        lambda site: (site / "oit_items/2568/O01" / MARCH).unlink(),
        write(f"oit_items/2568/O01/{name}", data),
        replace(O1, f"{SUMMARY}\n", f"file: {name}\n"),
        replace(O1, f"]({MARCH})", f"]({name})"),
        replace(O1, "published: 2025-04-10\n    sample: true", "published: 2025-04-10"),
    )


def found(tmp_path: Path, *edits: Edit) -> list[Finding]:
    site = copy_site("current", tmp_path)
    both(*edits)(site)
    return [finding for finding in judged(site, MAY).findings if finding.rule in RULES]


def workbook(*sheets: str, title: str = "มีนาคม 2568", day: str = "", office: str = "") -> bytes:
    rows = books.month(title, books.purchase(1, "วัสดุ", day=day), office=office or books.OFFICE)
    return books.book(dict.fromkeys(sheets, rows))


def test_the_number_of_a_contract_does_not_make_a_file_one_of_its_month(tmp_path: Path) -> None:
    """A table of February with contract 3/2568 is none of March."""
    purchases = (books.purchase(number, "วัสดุ", day="3 ก.พ. 68") for number in range(1, 5))
    data = books.book({"Sheet1": books.month("กุมภาพันธ์ 2568", *purchases)})
    told = found(tmp_path, entered("march.xlsx", data))
    assert [(one.rule, one.kind) for one in told] == [("period-named-otherwise", Kind.INVALID)]


@pytest.mark.parametrize(
    "data",
    [
        workbook("มี.ค. 68"),
        workbook("Sheet1"),
        workbook("03-68", title=""),
        workbook("มี.ค. 68", "สรุป"),
        workbook("Sheet1", title="ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568"),
        workbook("Sheet1", day="31 มี.ค. 68"),
        workbook("Sheet1", day="4 เม.ย. 68"),
    ],
    ids=["named", "title", "figures", "summary", "quarter", "dated", "signed-after"],
)
def test_a_file_that_names_its_period_or_none_is_what_it_is_entered_for(
    data: bytes, tmp_path: Path
) -> None:
    """By the name of a sheet, the title, or what holds the period; a contract may follow it."""
    assert found(tmp_path, entered("march.xlsx", data)) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("march.xlsx", workbook("ก.พ. 68", title="กุมภาพันธ์ 2568")),
        ("march.xlsx", workbook("Sheet1", title="กุมภาพันธ์ 2568")),
        ("march.xlsx", workbook("กพ68", title="")),
        ("march.xlsx", workbook("02-68", title="")),
        ("march.xlsx", workbook("Sheet1", title="มีนาคม 2567")),
        ("march.xlsx", workbook("Sheet1", title="ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2568")),
        ("march.pdf", made.pdf("รายงานผลการจัดซื้อจัดจ้าง ประจำเดือนกุมภาพันธ์ 2568")),
    ],
    ids=["both", "title", "short", "figures", "last-year", "quarter", "pdf"],
)
def test_a_file_that_names_other_periods_alone_is_refused(
    name: str, data: bytes, tmp_path: Path
) -> None:
    """February, March of last year, or a quarter without it, where the file sums up a month."""
    (finding,) = found(tmp_path, entered(name, data))
    assert (finding.rule, finding.kind) == ("period-named-otherwise", Kind.INVALID)
    assert (finding.cell, finding.requirement) == ("2025-03", "monthly-summary")


@pytest.mark.parametrize(
    "data",
    [
        workbook("มี.ค. 68", title="กุมภาพันธ์ 2568"),
        workbook("ก.พ. 68", title="มีนาคม 2568"),
    ],
)
def test_a_file_that_names_both_is_pointed_out(data: bytes, tmp_path: Path) -> None:
    """A title that was copied from last month, or a sheet that was not renamed."""
    (finding,) = found(tmp_path, entered("march.xlsx", data))
    assert (finding.rule, finding.kind) == ("period-named-otherwise", Kind.NOTICE)


def test_a_report_of_another_year_is_pointed_out_and_never_refused(tmp_path: Path) -> None:
    """What was done in a year is reported in the next."""
    a_year = both(
        replace(MANDATE, "periods: monthly\n", "periods: annual\n"),
        replace(O1, "periods: [2025-03]", "periods: [FY2568]"),
    )
    data = workbook("Sheet1", title="ปีงบประมาณ พ.ศ. 2567")
    (finding,) = found(tmp_path, entered("year.xlsx", data), a_year)
    assert (finding.rule, finding.kind) == ("period-named-otherwise", Kind.NOTICE)


def test_a_workbook_of_two_months_is_not_one_of_them(tmp_path: Path) -> None:
    """The sheets decide, whatever their copied titles say; the question stands in the remedy."""
    (finding,) = found(tmp_path, entered("march.xlsx", workbook("ก.พ. 68", "มี.ค. 68")))
    assert (finding.rule, finding.kind) == ("workbook-of-periods", Kind.INVALID)
    assert (finding.params["found"], finding.params["other"]) == (2, "ก.พ. 68")


def test_a_workbook_of_both_months_may_be_one_entry_for_both(tmp_path: Path) -> None:
    """It names all that it is entered for."""
    months = replace(O1, "periods: [2025-03]", "periods: [2025-02, 2025-03]")
    data = workbook("ก.พ. 68", "มี.ค. 68", title="")
    assert found(tmp_path, entered("march.xlsx", data), months) == []


def test_an_empty_sheet_of_another_month_is_no_month(tmp_path: Path) -> None:
    """A year's workbook is begun with twelve sheets, of which one is filled."""
    rows = books.month("มีนาคม 2568", books.purchase(1, "วัสดุ"))
    data = books.book({"มี.ค. 68": rows, "เม.ย. 68": []})
    assert found(tmp_path, entered("march.xlsx", data)) == []


def test_a_month_that_is_not_its_own_adds_nothing_to_tables(tmp_path: Path) -> None:
    """February's rows get into no figure of March, even while the rule is only pointed out."""
    site = copy_site("current", tmp_path)
    entered("march.xlsx", workbook("ก.พ. 68", "มี.ค. 68"))(site)
    replace(MANDATE, "        statistics: true\n        tables: [procurement-summary]\n", "")(site)
    march = next(
        entry
        for entry in judged(site, MAY).rounds[0].items[0].shown_evidence()
        if entry.evidence.title.endswith("เดือนมีนาคม 2568")
    )
    assert march.facts
    assert march.facts.table
    assert march.table is None


def test_rows_of_another_month_are_pointed_out(tmp_path: Path) -> None:
    """Their count and one of them are told; nobody but the approver can know."""
    (finding,) = found(tmp_path, entered("march.xlsx", workbook("Sheet1", day="4 ก.พ. 68")))
    assert (finding.rule, finding.kind) == ("rows-of-other-periods", Kind.NOTICE)
    assert (finding.params["found"], finding.params["total"]) == (1, 1)
    assert str(finding.params["other"]) == "2025-02"


def test_a_few_rows_of_another_month_are_nothing(tmp_path: Path) -> None:
    """A contract for a year is in the list of each month."""
    days = ("4 ต.ค. 67", "4 มี.ค. 68", "5 มี.ค. 68", "6 มี.ค. 68")
    rows = [books.purchase(number, "วัสดุ", day=day) for number, day in enumerate(days, 1)]
    data = books.book({"Sheet1": books.month("มีนาคม 2568", *rows)})
    assert found(tmp_path, entered("march.xlsx", data)) == []


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("march.xlsx", workbook("Sheet1", office="สำนักงานเขตสมมุติ"), Kind.INVALID),
        ("march.pdf", made.pdf("สำนักงานเขตสมมุติ ประจำเดือนมีนาคม 2568"), Kind.NOTICE),
    ],
    ids=["table", "document"],
)
def test_a_file_of_another_office_is_told(
    name: str, data: bytes, kind: Kind, tmp_path: Path
) -> None:
    """A table of another office is refused; a letter may well name one."""
    (finding,) = found(tmp_path, entered(name, data))
    assert (finding.rule, finding.kind) == ("office-named-otherwise", kind)
    assert (finding.params["found"], finding.params["expected"]) == ("สมมุติ", "ทดสอบ")


@pytest.mark.parametrize(
    "office",
    [
        "สำนักงานเขตทดสอบ กรุงเทพมหานคร",
        "สำนักงานเขตพื้นที่การศึกษา",
        "สำนักงานเขตทุกแห่ง",
        "สำนักงานเขตสมมุติ และสำนักงานเขตทดสอบ",
    ],
)
def test_the_own_office_and_bodies_of_other_kinds_are_no_other_office(
    office: str, tmp_path: Path
) -> None:
    """Only a name that is certain, where the own one does not stand, is told."""
    data = workbook("Sheet1", office=office)
    assert found(tmp_path, entered("march.xlsx", data)) == []


def test_a_sample_may_be_of_an_invented_office(tmp_path: Path) -> None:
    """What is marked as invented is not compared with the office."""
    sample = replace(O1, "published: 2025-04-10", "published: 2025-04-10\n    sample: true")
    data = workbook("Sheet1", office="สำนักงานเขตสมมุติ")
    assert found(tmp_path, entered("march.xlsx", data), sample) == []


def test_a_section_that_names_another_month_is_told(tmp_path: Path) -> None:
    """A text is compared like a file."""
    text = "## สรุปผลการจัดซื้อจัดจ้าง เดือนกุมภาพันธ์ 2568 {#month}\n\nไม่มีรายการอื่น\n"
    edit = both(
        books.owing_a_year,
        replace(O1, "kind: file\n    for: monthly", "kind: section\n    for: monthly"),
        replace(O1, f"{SUMMARY}\n", "section: month\n"),
        lambda site: (site / O1).write_text((site / O1).read_text("utf-8") + "\n" + text, "utf-8"),
    )
    assert [finding.rule for finding in found(tmp_path, edit)] == ["period-named-otherwise"]
