"""The same figures are known however they are written, and other figures are others."""

import pytest

from helpers.office_tables import workbook
from oit.evidence.read import inspect_bytes

CSV = "ประเภท,จำนวนเงิน (บาท)\nค่าปรับ,4000\nค่าบริการ,1250.5\n"


def fingerprint(data: bytes | str, extension: str = "csv") -> str:
    content = data.encode() if isinstance(data, str) else data
    table = inspect_bytes(content, extension, ()).table
    assert table
    return table.fingerprint


@pytest.mark.parametrize(
    "copy",
    [
        CSV.replace("\n", "\r\n"),
        "\ufeff" + CSV,
        CSV + "\n,\n",
        CSV.replace("4000", " 4,000.00 ").replace(" 4,000.00 ", '" 4,000.00 "'),
        CSV.replace("4000", "๔๐๐๐"),
        CSV.replace("ค่าปรับ", "ค่าปรับ\u200b "),
        CSV.replace("ประเภท,", "ประเภทรายได้,"),
        "".join(f"{line},\n" for line in CSV.splitlines()),
        "ประเภท,จำนวนเงิน (บาท)\nค่าบริการ,1250.50\nค่าปรับ,4000\n",
        "จำนวนเงิน (บาท),ประเภท\n4000,ค่าปรับ\n1250.5,ค่าบริการ\n",
        "ลำดับที่,ประเภท,จำนวนเงิน (บาท)\n1,ค่าปรับ,4000\n2,ค่าบริการ,1250.5\n",
        "ลำดับที่,ประเภท,จำนวนเงิน (บาท)\n1,ค่าบริการ,1250.5\n2,ค่าปรับ,4000\n",
        CSV + "ค่าปรับ,4000\n",
    ],
)
def test_a_copy_is_known_whatever_is_done_to_its_looks(copy: str) -> None:
    """Line ends, marks, blank rows and columns, separators, digits, headings, order."""
    assert fingerprint(copy) == fingerprint(CSV)


def test_a_workbook_of_the_csv_is_the_same_table() -> None:
    """Another type of file is no other content, with a title above or without."""
    rows = (("ประเภท", "จำนวนเงิน (บาท)"), ("ค่าปรับ", 4000), ("ค่าบริการ", 1250.5))
    assert fingerprint(workbook(rows), "xlsx") == fingerprint(CSV)
    titled = workbook((("สรุปรายได้ของสำนักงานเขต",), (), *rows))
    assert fingerprint(titled, "xlsx") == fingerprint(CSV)


def test_one_other_figure_is_another_table() -> None:
    """Whatever else is alike."""
    assert fingerprint(CSV.replace("4000", "4001")) != fingerprint(CSV)
    assert fingerprint("ก,ข\nx,5\ny,6\n") != fingerprint("ก,ข\nx,6\ny,5\n")
    assert fingerprint("ก,ข\nx,1\ny,2\n") != fingerprint("ก,ข\nx,2\ny,1\n")


def test_a_second_sheet_counts() -> None:
    """A workbook whose first sheet stays alike may hold the figures of a month in the second."""
    first = (("ประเภท", "จำนวน"), ("ค่าปรับ", 1))
    five, six = (workbook(first, (("รวม", figure),)) for figure in (5, 6))
    assert fingerprint(five, "xlsx") != fingerprint(six, "xlsx")
