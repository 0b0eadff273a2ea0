"""What is added to a record changes the lines that must change, and no other."""

import difflib
from datetime import date
from pathlib import Path

import pytest

from helpers.file_names import NAMINGS, Naming
from helpers.support import SAMPLE
from oit.editing.front_matter import formatted, read_valid_record, rewritten
from oit.editing.record_edit import (
    evidence_for,
    title_of,
    with_evidence,
    with_review,
)
from oit.model.mandate import Requirement
from oit.model.record import Evidence, FileEvidence, NoneEvidence, Part, Record, Review
from oit.periods import parse_period
from oit.records.evidence_names import evidence_name

RECORDS = sorted((SAMPLE / "oit_items").glob("*/O*/*.md"))
TODAY = date(2026, 1, 15)
FILE = FileEvidence.model_validate(
    {
        "kind": "file",
        "for": "monthly-summary",
        "periods": ["2025-04"],
        "file": "summary-2025-04.xlsx",
        "title": "สรุปผล: เดือนเมษายน 2568",
        "published": TODAY,
    }
)
FILE_LINES = [
    "  - kind: file",
    "    for: monthly-summary",
    "    periods:",
    "      - 2025-04",
    "    file: summary-2025-04.xlsx",
    '    title: "สรุปผล: เดือนเมษายน 2568"',
    "    published: 2026-01-15",
]
NONE = NoneEvidence.model_validate(
    {"kind": "none", "for": "e-service", "reason": "ไม่มีรายการ", "published": TODAY}
)
NONE_LINES = [
    "  - kind: none",
    "    for: e-service",
    "    reason: ไม่มีรายการ",
    "    published: 2026-01-15",
]
REVIEW = Review(date=TODAY, by="หัวหน้าฝ่ายโยธา", note="ตรวจแล้ว ไม่มีการเปลี่ยนแปลง")
REVIEW_LINES = [
    "  - date: 2026-01-15",
    "    by: หัวหน้าฝ่ายโยธา",
    "    note: ตรวจแล้ว ไม่มีการเปลี่ยนแปลง",
]
SUMMARY = Requirement(
    id="monthly-summary", label_th="สรุปผลการจัดซื้อจัดจ้าง (สขร.1)", label_en="Monthly summary"
)
MARCH = parse_period("2025-03")


def whole(path: Path, data: bytes) -> Record | Part:
    disclosed, findings = read_valid_record(path.name, data)
    assert disclosed, findings
    return disclosed


def changed_lines(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The lines that went and those that came, with their line ends."""
    old, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    told = list(difflib.ndiff(old, new, linejunk=None, charjunk=None))
    gone = [line[2:] for line in told if line.startswith("- ")]
    return gone, [line[2:] for line in told if line.startswith("+ ")]


def with_ends(lines: list[str], end: str) -> list[str]:
    return [f"{line}{end}" for line in lines]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: "-".join(path.parts[-2:]))
class TestEachSampleRecord:
    def data(self, path: Path, end: str) -> bytes:
        return path.read_bytes().replace(b"\n", end.encode())

    @pytest.mark.parametrize(
        ("evidence", "lines"), [(FILE, FILE_LINES), (NONE, NONE_LINES)], ids=["file", "none"]
    )
    def test_evidence_adds_its_lines_and_moves_updated(
        self, path: Path, end: str, evidence: Evidence, lines: list[str]
    ) -> None:
        """By `add` and `none`: an entry at the end of the list, `updated`, and nothing else."""
        data = self.data(path, end)
        disclosed = whole(path, data)
        after = rewritten(data, with_evidence(disclosed, evidence, TODAY))
        first = [] if disclosed.evidence else ["evidence:"]
        gone, came = changed_lines(data, after)
        assert came == with_ends(["updated: 2026-01-15", *first, *lines], end)
        empty = ["evidence: []"] if b"evidence: []" in data else []
        assert gone == with_ends([f"updated: {disclosed.updated}", *empty], end)

    def test_a_review_adds_its_lines_and_moves_nothing(self, path: Path, end: str) -> None:
        """By `confirm`: a review at the end of the list; `updated` stays."""
        data = self.data(path, end)
        disclosed = whole(path, data)
        gone, came = changed_lines(data, rewritten(data, with_review(disclosed, REVIEW)))
        first = [] if disclosed.reviews else ["reviews:"]
        assert came == with_ends([*first, *REVIEW_LINES], end)
        assert gone == (with_ends(["reviews: []"], end) if b"reviews: []" in data else [])

    def test_what_was_added_is_in_the_form(self, path: Path, end: str) -> None:
        """`fmt` after a command finds nothing to do."""
        data = self.data(path, end)
        after = rewritten(data, with_evidence(whole(path, data), FILE, TODAY))
        assert formatted(path.name, after).data == after


def test_a_later_update_is_not_put_back() -> None:
    """Today may have been set to an earlier day."""
    record = Record(item="O1", owner="a", frequency="annual", updated=date(2027, 1, 1))
    assert with_evidence(record, FILE, TODAY).updated == date(2027, 1, 1)


def earlier(file: str, period: str) -> FileEvidence:
    return FILE.model_copy(update={"file": file, "periods": (parse_period(period),)})


@pytest.mark.parametrize("case", NAMINGS, ids=lambda case: case.name)
def test_a_file_is_named_after_its_requirement_and_period(case: Naming) -> None:
    """As its forerunners were, and never as another file is, in whatever case."""
    known = [earlier(*file) for file in case.known]
    assert evidence_name(case.source, SUMMARY, MARCH, known, case.taken) == case.name


def test_a_title_is_proposed_in_thai() -> None:
    """From the requirement and its period."""
    assert title_of(SUMMARY, MARCH) == "สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนมีนาคม 2568"
    assert title_of(SUMMARY, None) == "สรุปผลการจัดซื้อจัดจ้าง (สขร.1)"


def test_a_cell_is_filled_by_evidence_for_it() -> None:
    """By its requirement and period, both."""
    record = Record(item="O1", owner="a", frequency="annual", evidence=(FILE,))
    assert evidence_for(record, SUMMARY, parse_period("2025-04")) == [FILE]
    assert evidence_for(record, SUMMARY, MARCH) == []
    assert evidence_for(record, SUMMARY, None) == [FILE]
    assert evidence_for(record, SUMMARY.model_copy(update={"id": "other"}), None) == []
