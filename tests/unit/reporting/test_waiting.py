"""Who is waiting: what is said of a site that is not published yet is true, and no more."""

from pathlib import Path

from helpers.broken import BROKEN
from helpers.edits import DIVISIONS, O3, WORKS, both
from helpers.support import Edit, copy_site, judged, replace, write
from oit.assessment.gate import Gate, judge
from oit.catalog import Language
from oit.reporting.waiting import Waiting, waiting_of
from oit.wording.gate_text import check_summary, waiting_words

IN_ORDER = "ข้อมูลที่หน่วยงานอื่นส่งแล้วเรียบร้อย"

SETTINGS = "เกณฑ์หรือการตั้งค่าของเว็บไซต์"


def told(site: Path) -> str:
    assessment = judged(site)
    words = waiting_words(assessment, judge(assessment, Gate.ENFORCE))
    return words.th if words else ""


def waiting(folder: Path, *edits: Edit, gate: Gate = Gate.ENFORCE) -> Waiting | None:
    site = copy_site("current", folder)
    both(*edits)(site)
    assessment = judged(site)
    return waiting_of(assessment, judge(assessment, gate))


def test_who_has_submitted_and_is_in_order_waits_for_the_others(tmp_path: Path) -> None:
    """The item that fails is named with the division that has to fix it."""
    found = waiting(tmp_path, replace(WORKS, "updated: 2025-03-12", "updated: 2568-03-12"))
    assert found == Waiting(
        (("O2", ("works",)),), has_faulty_settings=False, ready=("admin", "finance")
    )


def test_who_submitted_nothing_is_not_in_order(tmp_path: Path) -> None:
    """A division without any record of its own did not submit in time, whatever others do."""
    more = "  - id: idle\n    name_th: ฝ่ายว่าง\n    name_en: Idle Section\n"
    found = waiting(
        tmp_path,
        lambda site: write(DIVISIONS, (site / DIVISIONS).read_text("utf-8") + more)(site),
        BROKEN["url-malformed"],
    )
    assert found is not None
    assert found.ready == ("admin", "works")


def test_nobody_is_said_to_be_in_order_where_nobody_is(tmp_path: Path) -> None:
    """Where every division has something to fix, nothing is said of others."""
    site = copy_site("current", tmp_path)
    manual = "oit_items/2568/O02/admin.md"
    both(
        BROKEN["url-malformed"],
        replace(WORKS, "updated: 2025-03-12", "updated: 2568-03-12"),
        replace(manual, "item: O2", "item: O3"),
    )(site)
    assessment = judged(site)
    assert waiting_words(assessment, judge(assessment, Gate.ENFORCE)) is None


def test_a_fault_of_the_settings_is_no_division_s(tmp_path: Path) -> None:
    """All who submitted are in order; the settings are named."""
    found = waiting(tmp_path, BROKEN["policy-reference"])
    assert found is not None
    assert (found.blockers, found.has_faulty_settings) == ((), True)
    assert found.ready == ("admin", "works", "finance")


def test_lateness_that_is_published_keeps_nobody_waiting(tmp_path: Path) -> None:
    """Where late items are published as such, only what must not be shown is waited for."""
    edits = (BROKEN["missing"], BROKEN["raw-html"])
    found = waiting(tmp_path, *edits, gate=Gate.REPORT)
    assert found is not None
    assert found.blockers == (("O1", ("finance",)),)
    assert waiting(tmp_path / "again", BROKEN["missing"], gate=Gate.REPORT) is None


def test_the_summary_of_a_run_names_the_owners(tmp_path: Path) -> None:
    """Whoever publishes sees at once whom to ask."""
    site = copy_site("current", tmp_path)
    replace(O3, "frequency: quarterly", "frequency: yearly")(site)
    assessment = judged(site)
    verdict = judge(assessment, Gate.ENFORCE)
    summary = check_summary(assessment, verdict, Language.TH)
    head = summary.partition("###")[0]
    assert "O3" in head
    assert "ฝ่ายการคลัง" in head
    assert IN_ORDER in head
    said = waiting_words(assessment, verdict)
    assert said is not None
    assert "(Finance Section)" in said.en


def test_settings_alone_keep_every_division_waiting(tmp_path: Path) -> None:
    """Where no item is at fault there are no other divisions, and the sentence names none."""
    site = copy_site("current", tmp_path)
    replace(WORKS, "updated: 2025-03-12", "updated: 2568-03-12")(site)
    BROKEN["policy-reference"](site)
    both_told = told(site)
    assert both_told.startswith(f"เว็บไซต์ยังไม่เผยแพร่ เพราะ{SETTINGS} และข้อ O2 (ฝ่ายโยธา) ยังมี")
    replace(WORKS, "updated: 2568-03-12", "updated: 2025-03-12")(site)
    assert told(site).startswith(f"เว็บไซต์ยังไม่เผยแพร่ เพราะ{SETTINGS}ยังมีเรื่องที่ต้องแก้ไข")
    assert "หน่วยงานอื่น" not in told(site)
