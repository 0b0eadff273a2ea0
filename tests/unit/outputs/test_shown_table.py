"""A table on a page is read by people: days in words, figures with commas."""

from oit.evidence.facts import TableReport
from oit.outputs.shown_table import shown_rows


def report(schema: str | None, header: tuple[str, ...], *rows: tuple[str, ...]) -> TableReport:
    return TableReport(faults=(), schema=schema, header=header, preview=rows)


def test_days_are_told_in_thai() -> None:
    """Nobody has to know ISO 8601; what is no such day stays as it was written."""
    header = ("วันที่ประกาศ", "เรื่อง")
    table = report("procurement-announcements", header, ("2024-11-08", "ก"), ("", "2024-11-08"))
    assert shown_rows(table) == (("8 พ.ย. 2567", "ก"), ("", "2024-11-08"))


def test_figures_have_commas_and_keep_their_decimals() -> None:
    """In columns of figures alone: the number of a contract is no amount."""
    header = ("ลำดับที่", "วงเงินที่จะซื้อหรือจ้าง", "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง")
    table = report("procurement-summary", header, ("1", "1000.50", "1000"), ("2", "-", "12345"))
    assert shown_rows(table) == (("1", "1,000.50", "1000"), ("2", "-", "12345"))


def test_rows_that_differ_in_length_from_the_heading_are_shown_whole() -> None:
    """What stands beyond the last heading stays as it is."""
    table = report("procurement-announcements", ("วันที่ประกาศ",), ("2024-11-08", "1000"), ())
    assert shown_rows(table) == (("8 พ.ย. 2567", "1000"), ())


def test_a_table_of_no_schema_is_shown_as_it_is() -> None:
    """Nothing tells what its columns hold, nor those that a schema does not know."""
    header = ("วันที่ประกาศ", "ปี")
    assert shown_rows(report(None, header, ("2024-11-08", "2568"))) == (("2024-11-08", "2568"),)
    known = report("procurement-announcements", header, ("2024-11-08", "2568"))
    assert shown_rows(known) == (("8 พ.ย. 2567", "2568"),)
