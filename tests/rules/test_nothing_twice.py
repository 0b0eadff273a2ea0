"""What was disclosed for one period does not stand for another, whatever is done to its looks."""

import io
from pathlib import Path

import openpyxl
import pytest

from helpers.edits import MANDATE, O1, O3, both
from helpers.support import Edit, as_of, copy_site, judged, replace, write
from oit.findings import Finding, Kind

ROWS = (("งาน", "จำนวนเงิน (บาท)"), ("จ้างซ่อมตัวอย่าง", 4000), ("ซื้อวัสดุตัวอย่าง", 1250))
CSV = "".join(f"{name},{amount}\n" for name, amount in ROWS)
MAY = as_of("2025-05-12")
APRIL_OWED = both(
    replace(MANDATE, "periods: [2025-02, 2025-03]", "periods: monthly"),
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15"),
    replace("mkdocs.yml", "[pdf, csv]", "[pdf, csv, xlsx]"),
    write("oit_items/2568/O01/summary-2025-03.csv", CSV),
)


def april(name: str, data: bytes | str | None = None) -> Edit:
    """An entry for April, with a file of its own unless it names the one of March."""
    entry = (
        f"  - kind: file\n    for: monthly-summary\n    periods: [2025-04]\n    file: {name}\n"
        "    title: สรุปผลการจัดซื้อจัดจ้าง เดือนเมษายน 2568\n    published: 2025-05-09\n"
    )
    listed = replace(O1, "evidence:\n", f"evidence:\n{entry}")
    return listed if data is None else both(listed, write(f"oit_items/2568/O01/{name}", data))


def workbook(title: str = "") -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    for row in ((title,), *ROWS) if title else ROWS:
        book.worksheets[0].append(list(row))
    book.properties.creator = None
    book.save(data)
    return data.getvalue()


def repeated(tmp_path: Path, *edits: Edit) -> list[Finding]:
    site = copy_site("current", tmp_path)
    both(*edits)(site)
    rules = ("content-repeated", "address-repeated")
    return [finding for finding in judged(site, MAY).findings if finding.rule in rules]


@pytest.mark.parametrize(
    "copy",
    [
        april("summary-2025-03.csv"),
        april("summary-2025-04.csv", CSV),
        april("summary-2025-04.csv", CSV.replace("\n", " \n")),
        april("summary-2025-04.csv", f"{CSV}\n,\n"),
        april("summary-2025-04.csv", CSV.replace("4000", '"๔,๐๐๐.๐๐"')),
        april("summary-2025-04.xlsx", workbook()),
        april("summary-2025-04.xlsx", workbook("สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568")),
        april("summary-2025-04.xlsx", workbook("ข้อมูล ณ วันที่ 9 เมษายน 2568")),
    ],
    ids=["same", "copy", "blank", "row", "digits", "xlsx", "march", "dated"],
)
def test_the_file_of_march_does_not_stand_for_april(copy: Edit, tmp_path: Path) -> None:
    """By its name, as a copy, as another type of file, or with another look."""
    (found,) = repeated(tmp_path, APRIL_OWED, copy)
    assert (found.rule, found.kind, found.cell) == ("content-repeated", Kind.INVALID, "2025-04")
    assert found.params["other_file"] == O1
    assert "มีนาคม" in found.params["other_title"]


def test_what_stands_twice_fills_nothing(tmp_path: Path) -> None:
    """The cell of April stays empty, and is told by its cause alone."""
    site = copy_site("current", tmp_path)
    both(APRIL_OWED, april("summary-2025-03.csv"))(site)
    item = judged(site, MAY).rounds[0].items[0]
    cell = next(cell for cell in item.cells if str(cell.period) == "2025-04")
    assert not cell.is_filled
    assert cell.claimed_by


@pytest.mark.parametrize(
    "title", ["เดือนเมษายน 2568", "สขร.1 เม.ย. 68", "April 2025", "2025-04", "4/2568"]
)
def test_a_table_that_names_its_month_is_no_repetition(title: str, tmp_path: Path) -> None:
    """Two months may have the same figures, such as none at all."""
    assert not repeated(tmp_path, APRIL_OWED, april("summary-2025-04.xlsx", workbook(title)))


def test_the_older_entry_is_wrong_where_the_content_names_the_other_month(tmp_path: Path) -> None:
    """The month that a document names is the one it is for, whichever came in first."""
    named = both(
        APRIL_OWED,
        april("summary-2025-04.csv", f"เดือนเมษายน 2568,\n{CSV}"),
        write("oit_items/2568/O01/summary-2025-03.csv", f"เดือนเมษายน 2568,\n{CSV}"),
    )
    assert [found.cell for found in repeated(tmp_path, named)] == ["2025-03"]


def test_one_entry_may_name_all_its_periods(tmp_path: Path) -> None:
    """A document that holds for two months is one entry."""
    one = replace(O1, "periods: [2025-03]", "periods: [2025-03, 2025-04]")
    assert not repeated(tmp_path, APRIL_OWED, one)


def test_one_document_for_several_requirements_is_no_repetition(tmp_path: Path) -> None:
    """Of them and of divisions a file may serve as many as it likes."""
    other = (
        "  - kind: file\n    for: announcements\n    file: summary-2025-03.csv\n"
        "    title: ประกาศ\n    published: 2025-04-10\n"
    )
    assert not repeated(tmp_path, APRIL_OWED, replace(O1, "evidence:\n", f"evidence:\n{other}"))


def test_a_month_without_anything_may_follow_another(tmp_path: Path) -> None:
    """A stated nothing has no content that could stand twice."""
    none = (
        "  - kind: none\n    for: monthly-summary\n    periods: [2025-04]\n"
        "    reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\n    published: 2025-05-09\n"
    )
    assert not repeated(tmp_path, APRIL_OWED, replace(O1, "evidence:\n", f"evidence:\n{none}"))


def test_two_divisions_do_not_share_a_file_for_two_months(tmp_path: Path) -> None:
    """The parts of an item are looked at together; for one month they may."""
    owed = replace(MANDATE, "by_division: true", "by_division: true\n        periods: quarterly")

    def part(division: str, quarter: int) -> Edit:
        file = f"oit_items/2568/O02/{division}.md"
        entry = (
            f"periods: [FY2568-Q{quarter}]\n    file: {division}.csv\n    title: คู่มือ\n"
            "    published: 2025-04-10\n"
        )
        head = f"---\nitem: O2\ndivision: {division}\nupdated: 2025-04-10\nevidence:\n"
        record = f"{head}  - kind: file\n    for: manual\n    {entry}---\nข้อความ\n"
        return both(write(file, record), write(f"oit_items/2568/O02/{division}.csv", CSV))

    assert not repeated(tmp_path / "same", owed, part("admin", 1), part("works", 1))
    (found,) = repeated(tmp_path / "other", owed, part("admin", 1), part("works", 2))
    assert (found.division, found.cell) == ("works", "FY2568-Q2")
    assert found.params["other_file"] == "oit_items/2568/O02/admin.md"


SECTIONS = both(
    replace(O3, "kind: file", "kind: section"),
    replace(O3, "file: tax-q1.csv", "section: first"),
    replace(O3, "kind: file", "kind: section"),
    replace(O3, "file: tax-q2.csv", "section: second"),
)


@pytest.mark.parametrize(
    ("first", "second", "is_repeated"),
    [
        ("# ยอด {#first}\n\nจัดเก็บ 10 ราย\n", "# ผล {#second}\n\nจัดเก็บ  10\u200b ราย\n", True),
        ("# ยอด {#first}\n\nจัดเก็บ 10 ราย\n", "# ผล {#second}\n\nจัดเก็บ 11 ราย\n", False),
        (
            "# ไตรมาสที่ 1 {#first}\n\nจัดเก็บ 10 ราย\n",
            "# ไตรมาสที่ 2 {#second}\n\nจัดเก็บ 10 ราย\n",
            False,
        ),
    ],
)
def test_a_section_is_compared_by_what_a_reader_sees(
    first: str, second: str, is_repeated: bool, tmp_path: Path
) -> None:
    """Its heading may name the period, too."""
    text = replace(O3, "สถิติการจัดเก็บภาษีรายไตรมาส", f"{first}\n{second}")
    assert bool(repeated(tmp_path, SECTIONS, text)) is is_repeated


def test_an_earlier_round_counts_too(tmp_path: Path) -> None:
    """The figures of a month of last year are not those of this year, under any number."""
    site = copy_site("current", tmp_path)
    assert not [found for found in judged(site).findings if found.rule == "content-repeated"]
    earlier, later = site / "oit_items/2567", site / "oit_items/2568"
    for path in sorted(later.rglob("*")):
        target = earlier / str(path.relative_to(later)).replace("2025", "2024")
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_bytes()
            for year in (2024, 2025, 2026, 2568, 2569):
                text = text.replace(str(year).encode(), str(year - 1).encode())
            target.write_bytes(text)
    cells = [
        (finding.fiscal_year, finding.cell)
        for finding in judged(site, as_of("2025-04-30")).findings
        if finding.rule == "content-repeated"
    ]
    assert cells == [(2568, "2025-03"), (2568, "FY2568-Q1"), (2568, "FY2568-Q2")]
