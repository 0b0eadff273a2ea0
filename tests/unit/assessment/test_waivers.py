"""A waiver excuses what is late, for a time, and nothing else (design: Statuses and score)."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.edits import O1, UPDATED, WAIVERS, waiver
from helpers.page_texts import words_of_pages
from helpers.support import as_of, copy_site, delete, judged, published, replace, write
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment, ItemAssessment
from oit.assessment.statuses import Status

DAY = "2025-04-28"


def late_and_waived(tmp_path: Path, **terms: str) -> Path:
    """O1 stale since 18 March, with a waiver."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    write(WAIVERS, waiver(**terms))(site)
    return site


def first(assessment: Assessment) -> ItemAssessment:
    return assessment.rounds[0].items[0]


def test_a_waived_item_fails_nothing_and_scores_nothing(tmp_path: Path) -> None:
    """It says so, until when and why, and counts as 0."""
    assessment = judged(late_and_waived(tmp_path), as_of(DAY))
    one = first(assessment)
    assert (one.status, one.score, one.to_do) == (Status.WAIVED, Decimal(0), ())
    assert not judge(assessment, Gate.ENFORCE).refused
    assert assessment.rounds[0].outcome.tools["OIT"] == Decimal("66.67")


@pytest.mark.parametrize(
    ("terms", "day", "status"),
    [
        ({"until": "2025-04-27"}, DAY, Status.STALE),
        ({"until": DAY}, DAY, Status.WAIVED),
        ({"approved_on": "2025-04-29"}, DAY, Status.STALE),
        ({"approved_on": DAY}, DAY, Status.WAIVED),
        ({"approved_by": ""}, DAY, Status.STALE),
        ({"until": ""}, DAY, Status.STALE),
        ({"until": "2025-05-01"}, DAY, Status.STALE),
        ({"division": "finance"}, DAY, Status.WAIVED),
        ({"division": "works"}, DAY, Status.STALE),
        ({"requirement": "monthly-summary"}, DAY, Status.STALE),
    ],
)
def test_a_waiver_holds_from_its_approval_to_its_end_for_what_it_names(
    terms: dict[str, str], day: str, status: Status, tmp_path: Path
) -> None:
    """Unapproved, endless, expired, or about something else, it excuses nothing."""
    assert first(judged(late_and_waived(tmp_path, **terms), as_of(day))).status is status


def test_one_cell_is_excused_and_another_still_fails(tmp_path: Path) -> None:
    """What is not covered is still to be done, and refuses the build."""
    site = copy_site("current", tmp_path)
    february = "    periods: [2025-02]\n    reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"
    replace(O1, "kind: none\n    for: monthly-summary", "kind: url\n    for: announcements")(site)
    replace(O1, february, "    url: https://example.go.th\n    title: ประกาศ")(site)
    replace(O1, "for: monthly-summary\n    periods: [2025-03]", "for: announcements")(site)
    write(WAIVERS, waiver(requirement="monthly-summary", period="2025-03"))(site)
    assessment = judged(site, as_of(DAY))
    one = first(assessment)
    ends = {str(cell.period): one.waived_until_of(cell) for cell in one.cells if cell.period}
    assert ends == {"2025-02": None, "2025-03": date(2025, 4, 30)}
    missing = [(finding.requirement, finding.cell) for finding in one.to_do]
    assert ("monthly-summary", "2025-02") in missing
    assert ("monthly-summary", "2025-03") not in missing
    assert judge(assessment, Gate.ENFORCE).refused
    assert (one.status, one in assessment.rounds[0].failed) == (Status.INCOMPLETE, True)


def test_a_waiver_covers_nothing_invalid_and_nothing_unsafe(tmp_path: Path) -> None:
    """Lateness can be excused; a fault cannot."""
    for broken in ("date-buddhist", "raw-html"):
        site = copy_site("current", tmp_path / broken)
        BROKEN[broken](site)
        write(WAIVERS, waiver())(site)
        assessment = judged(site, as_of(DAY))
        assert first(assessment).status is Status.INVALID
        assert judge(assessment, Gate.ENFORCE).refused


def test_an_item_that_is_not_late_is_not_called_waived(tmp_path: Path) -> None:
    """A waiver in force is shown; the item keeps the standing it has earned."""
    site = copy_site("current", tmp_path)
    write(WAIVERS, waiver())(site)
    one = first(judged(site, as_of(DAY)))
    assert one.status is not Status.WAIVED
    assert len(one.waivers) == 1


def test_an_expired_waiver_fails_where_it_is_still_needed_and_is_pointed_out_else(
    tmp_path: Path,
) -> None:
    """Nobody forgets that it ran out; nothing fails that is in order."""
    needed = judged(late_and_waived(tmp_path / "needed", until="2025-04-20"), as_of(DAY))
    assert {finding.rule for finding in judge(needed, Gate.ENFORCE).failing} == {
        "stale",
        "waiver-expired",
    }
    site = copy_site("current", tmp_path / "not")
    write(WAIVERS, waiver(until="2025-04-20"))(site)
    verdict = judge(judged(site, as_of(DAY)), Gate.ENFORCE)
    assert not verdict.refused
    assert [finding.rule for finding in verdict.notices] == ["waiver-expired"]


def test_a_waiver_is_shown_on_the_pages_and_in_every_index(tmp_path: Path) -> None:
    """The item, the checklist, index.json, index.csv, evidence.csv, checklist.json."""
    outputs = published(late_and_waived(tmp_path), as_of(DAY))
    pages = words_of_pages(outputs)
    assert "ได้รับการผ่อนผันถึงวันที่ 30 เมษายน 2568" in pages["2568/o1/"]
    assert "อนุมัติโดยผู้อำนวยการเขต" in pages["2568/o1/"]
    assert "ได้รับการผ่อนผันถึง 30 เม.ย. 2568" in pages["2568/"]
    for name in ("index.json", "checklist.json", "index.csv", "2568/o1.json"):
        assert b"2025-04-30" in outputs.files[f"api/v1/{name}"], name
    text = outputs.files["api/v1/index.csv"].decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert (row["as_of"], row["waived_until"]) == ("2025-04-28", "2025-04-30")


def test_a_waived_cell_says_so_in_evidence_csv(tmp_path: Path) -> None:
    """The empty row of the cell carries the last day of its waiver."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    text = waiver(requirement="tax-statistics", period="FY2568-Q2").replace("O1", "O3")
    write(WAIVERS, text)(site)
    table = published(site, as_of(DAY)).files["api/v1/evidence.csv"]
    rows = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    cell = ("O3", "tax-statistics", "FY2568-Q2")
    (row,) = [one for one in rows if (one["item"], one["requirement"], one["period"]) == cell]
    assert row["waived_until"] == "2025-04-30"


def test_a_waived_part_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    """One section is excused; the item shows it."""
    site = copy_site("current", tmp_path)
    works = "oit_items/2568/O02/works.md"
    replace(works, "updated: 2025-03-12", "updated: 2024-09-12")(site)
    write(WAIVERS, waiver(division="works").replace("O1", "O2"))(site)
    item = judged(site, as_of(DAY)).rounds[0].items[1]
    part = item.part("works")
    assert part is not None
    assert (part.status, item.status) == (Status.WAIVED, Status.WAIVED)


def test_a_broken_file_of_waivers_is_policy_that_refuses(tmp_path: Path) -> None:
    """Unknown is never fine: no gate publishes by waivers that cannot be read."""
    site = copy_site("current", tmp_path)
    write(WAIVERS, "waivers:\n  - item: O1\n    reason: ก\n    unitl: 2025-04-30\n")(site)
    assert judge(judged(site, as_of(DAY)), Gate.REPORT).refused
    delete(WAIVERS)(site)
    assert not judge(judged(site, as_of(DAY)), Gate.REPORT).refused
    assert UPDATED in (site / O1).read_text("utf-8")
