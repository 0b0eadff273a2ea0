"""Files as divisions send them by e-mail, for the sample office: twelve, of every kind.

`owing_these` leaves the cells open that the good ones fill; each file tells what it has to be taken
for, and what becomes of it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from helpers import foreign_files, year_books
from helpers import made_files as made
from helpers.office_tables import Cells
from helpers.support import SAMPLE
from oit.assessment.result import Assessment
from oit.editing.front_matter import read_valid_record, rewritten
from oit.evidence.facts import FileFacts
from oit.evidence.inspect import extension, facts_of
from oit.evidence.read import inspect_bytes
from oit.intake.guesses import all_tables
from oit.model.record import FileEvidence

_ROUND = "oit_items/2568"
OFFICE = "สำนักงานเขตตัวอย่าง"


class Outcome(StrEnum):
    """What becomes of a file."""

    GOOD = "good"
    """It is published without a question."""
    YEAR = "year"
    """It is asked whether each of its sheets is published."""
    CLEAN = "clean"
    """It is asked whether what it hides is taken out."""
    THERE = "there"
    """The same is published already."""
    BACK = "back"
    """It goes back with a reply."""


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file, what it is for, and what becomes of it."""

    name: str
    data: bytes
    target: tuple[str, str, str] | None
    """Item, requirement and period; `None` where nobody can know it."""
    outcome: Outcome
    rule: str = ""
    """Of one that goes back: the rule or objection that its reply tells."""


def twelve() -> tuple[InboxFile, ...]:
    """The files of one morning, in the order in which they came."""
    return (*_good(), *_asked(), *_sent_back())


def _good() -> Iterable[InboxFile]:
    summary = ("O15", "monthly-summary", "2025-02")
    yield InboxFile(
        "รายได้ เดือน ก.พ. 68.xlsx",
        _revenue(),
        ("O10", "revenue-statistics", "2025-02"),
        Outcome.GOOD,
    )
    yield InboxFile(
        "แผนปฏิบัติราชการประจำปี 2568.pdf",
        made.pdf(
            "แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2568 สำนักงานเขตตัวอย่างจัดทำแผนนี้ตามนโยบายของผู้บริหาร"
        ),
        ("O5", "action-plan", ""),
        Outcome.GOOD,
    )
    yield InboxFile(
        "ประกาศนโยบายต่อต้านการรับสินบน ลงนามแล้ว.pdf",
        made.scan_pdf(),
        ("O18", "policy-th", ""),
        Outcome.GOOD,
    )
    yield InboxFile(
        "ภาพกิจกรรมปลูกต้นไม้ มี.ค. 68.jpg",
        made.photograph(),
        ("O4", "activity-news", "2025-03"),
        Outcome.GOOD,
    )
    yield InboxFile(
        "ประชุมชี้แจง ITA 2568.txt",
        "การประชุมชี้แจงส่วนราชการในสังกัด\n\nทุกฝ่ายเข้าร่วมประชุมและรับทราบแนวทางการดำเนินงาน\n".encode(),
        ("O22", "briefing", ""),
        Outcome.GOOD,
    )
    published = SAMPLE / _ROUND / "O15/summary-2025-02.csv"
    yield InboxFile("สขร.1 ก.พ. 68 (ล่าสุด).csv", published.read_bytes(), summary, Outcome.THERE)


def _asked() -> Iterable[InboxFile]:
    yield InboxFile(
        "สขร.1 ปีงบ 2568.xlsx",
        _year(),
        ("O15", "monthly-summary", ""),
        Outcome.YEAR,
    )
    yield InboxFile(
        "สถิติเรื่องร้องเรียน มีนาคม 2568.xlsx",
        year_books.with_hidden(_complaints(), "ร่าง"),
        ("O17", "statistics", "2025-03"),
        Outcome.CLEAN,
    )


def _sent_back() -> Iterable[InboxFile]:
    yield InboxFile(
        "สขร.1 มี.ค. 68.xlsx",
        year_books.book({"Sheet1": _purchases("มกราคม 2568")}),
        ("O15", "monthly-summary", "2025-01"),
        Outcome.BACK,
        "other-period",
    )
    yield InboxFile(
        "รายชื่อชุมชนที่ได้รับเงินอุดหนุน.xlsx",
        _subsidies_with_a_number(),
        ("O14", "community-subsidies", ""),
        Outcome.BACK,
        "personal-id",
    )
    yield InboxFile(
        "สถิติการจัดเก็บภาษี ไตรมาส 2 ปี 2568.xls",
        foreign_files.ole("Workbook"),
        ("O9", "tax-statistics", "FY2568-Q2"),
        Outcome.BACK,
        "file-old-format",
    )
    yield InboxFile(
        "IMG_4021.HEIC", foreign_files.media(b"heic"), None, Outcome.BACK, "file-old-format"
    )


def word_text() -> InboxFile:
    """A Word file whose words may become a text on the item's page."""
    words = "คู่มือการปฏิบัติงานของฝ่ายโยธา"
    body = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    name = "คู่มือปฏิบัติงาน ฝ่ายโยธา.docx"
    return InboxFile(name, made.docx(body), ("O6", "manual", ""), Outcome.GOOD)


def _revenue() -> bytes:
    title = "สถิติการจัดเก็บรายได้ ประจำเดือนกุมภาพันธ์ 2568"
    head = ("ประเภทรายได้", "จำนวนเงิน (บาท)", "หมายเหตุ")
    rows: list[Cells] = [(title,), (OFFICE,), head, ("ค่าธรรมเนียม", 12500, ""), ("ค่าปรับ", 4000, "")]
    return year_books.book({"ก.พ. 68": rows})


def _complaints() -> bytes:
    title = "สถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ เดือนมีนาคม 2568"
    head = ("เดือน", "ประเภทเรื่อง", "รับใหม่ (เรื่อง)", "แล้วเสร็จ (เรื่อง)")
    rows: list[Cells] = [(title,), (OFFICE,), head, ("มีนาคม 2568", "เรื่องทั่วไป", 3, 3)]
    return year_books.book({"มี.ค. 68": rows, "ร่าง": [("ชื่อผู้ร้องเรียน",), ("ผู้ร้องตัวอย่าง",)]})


def _year() -> bytes:
    """Twelve sheets from October, each a month's purchases."""
    months = zip(year_books.SHEETS, year_books.MONTHS, strict=True)
    return year_books.book({sheet: _purchases(month) for sheet, month in months})


def _purchases(month: str) -> list[Cells]:
    rows = [year_books.purchase(number, f"วัสดุ{month}", 1500 * number) for number in (1, 2)]
    return year_books.month(month, *rows, office=OFFICE)


def _subsidies_with_a_number() -> bytes:
    head = ("ชุมชน", "กิจกรรม", "จำนวนเงิน (บาท)", "สถานะ")
    row = ("ชุมชนตัวอย่าง ค", f"ผู้รับเงิน {made.VALID_ID}", 5000, "อนุมัติแล้ว")
    return year_books.book({"ชุมชน": [("ข้อมูลเงินอุดหนุนชุมชน",), head, row]})


def inspected(file: InboxFile, office: Assessment) -> FileFacts:
    """The facts of a file of which nobody said yet what it is."""
    inspection = inspect_bytes(file.data, extension(file.name), all_tables(office))
    digest = hashlib.sha256(file.data).hexdigest()
    return facts_of(file.name, digest, len(file.data), inspection)


# The site that owes them

_OPEN = {
    "O15": ("monthly-summary", {"2024-10", "2024-11", "2025-01", "2025-03"}),
    "O10": ("revenue-statistics", {"2025-02"}),
    "O17": ("statistics", {"2025-03"}),
}
"""By item: the periods of a requirement that are left without evidence."""


def owing_these(site: Path) -> None:
    """Take out of a copy of the sample office what the good files fill again."""
    for item, (requirement, periods) in _OPEN.items():
        record = site / _ROUND / f"O{int(item[1:]):02}" / "record.md"
        data = record.read_bytes()
        disclosed, _ = read_valid_record(record.name, data)
        assert disclosed
        taken = [
            entry
            for entry in disclosed.evidence
            if entry.requirement == requirement and {str(each) for each in entry.periods} <= periods
        ]
        kept = tuple(entry for entry in disclosed.evidence if entry not in taken)
        record.write_bytes(rewritten(data, disclosed.model_copy(update={"evidence": kept})))
        for entry in taken:
            if isinstance(entry, FileEvidence):
                (record.parent / entry.file).unlink()
