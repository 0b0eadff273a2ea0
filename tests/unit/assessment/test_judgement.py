"""Statuses, deadlines and scores follow the design's words on time."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.edits import MANDATE, ROUND
from helpers.support import SAMPLE, as_of, copy_site, delete, judged, replace
from oit.assessment.cells import CellState
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment, ItemAssessment, RoundState, Today
from oit.assessment.statuses import Status


def item_of(assessment: Assessment, name: str) -> ItemAssessment:
    return next(item for item in assessment.rounds[0].items if item.id == name)


def sample_on(day: str) -> Assessment:
    return judged(SAMPLE, as_of(day))


def test_a_date_of_today_is_not_in_the_future(tmp_path: Path) -> None:
    """Tomorrow's is, unless the day was set to repeat a build. The last review is of 28 April."""
    site = copy_site("current", tmp_path)

    def rules_on(day: int, *, is_set: bool) -> list[str]:
        today = Today(date(2025, 4, day), is_set=is_set)
        return [finding.rule for finding in judged(site, today).findings]

    assert "date-future" not in rules_on(28, is_set=False)
    assert "date-future" in rules_on(27, is_set=False)
    assert "date-future" not in rules_on(27, is_set=True)


def test_the_example_of_the_design_holds(tmp_path: Path) -> None:
    """Last confirmed on 5 January, February is due on 17 March; on 30 April 44 days overdue."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    (finding,) = judged(site, as_of("2025-04-30")).findings
    assert (finding.rule, finding.item, finding.line) == ("stale", "O1", 5)
    assert finding.params["deadline"] == date(2025, 3, 17)
    assert finding.params["days"] == 44
    assert not [one for one in judged(site, as_of("2025-03-17")).findings if one.rule == "stale"]
    assert [one.rule for one in judged(site, as_of("2025-03-18")).findings][:1] == ["stale"]


def test_a_deadline_that_is_today_is_still_in_time(tmp_path: Path) -> None:
    """Something fails when its deadline is before the assessed date."""
    site = copy_site("current", tmp_path)
    delete("oit_items/2568/O03/tax-q2.csv")(site)
    BROKEN["missing"](copy_site("current", tmp_path / "other"))
    other = tmp_path / "other/current"
    assert not judged(other, as_of("2025-04-17")).findings
    assert [finding.rule for finding in judged(other, as_of("2025-04-18")).findings] == ["missing"]


def test_late_evidence_counts_and_shows_how_late_it_was() -> None:
    """Two days, for ever."""
    late = [cell for cell in item_of(sample_on("2025-04-30"), "O10").cells if cell.days_late]
    assert [(str(cell.period), cell.state, cell.days_late) for cell in late] == [
        ("2025-02", CellState.LATE, 2)
    ]


def test_on_the_first_day_of_a_round_everything_is_pending_and_nothing_fails() -> None:
    """Nothing overdue, and nothing called good either."""
    assessment = sample_on("2024-10-01")
    assert {item.status for item in assessment.rounds[0].items} == {Status.PENDING}
    assert not judge(assessment, Gate.ENFORCE).refused
    assert assessment.rounds[0].outcome.scored_count == 0
    assert assessment.rounds[0].outcome.total is None


def test_a_past_day_is_judged_by_what_was_known_then() -> None:
    """Later evidence is set aside and shown as later; nothing is an error for being later."""
    assessment = sample_on("2025-01-20")
    assert not assessment.rounds[0].findings
    item = item_of(assessment, "O15")
    assert item.oldest is not None
    assert item.oldest.updated == date(2025, 1, 9)
    states = {str(cell.period): cell.state for cell in item.cells if cell.period}
    assert states["2024-12"] is CellState.NONE
    assert states["2025-01"] is CellState.NOT_DUE
    assert any(cell.later for cell in item.cells)


def test_a_closed_round_has_no_due_dates_and_does_not_age() -> None:
    """What would be current is complete, the day after closing as five years on."""
    for day in ("2025-05-01", "2030-05-01"):
        assessment = sample_on(day)
        (round_,) = assessment.rounds
        assert (round_.state, round_.as_of) == (RoundState.CLOSED, date(2025, 4, 30))
        assert {item.status for item in round_.items} == {Status.COMPLETE}
        assert {item.due_on for item in round_.items} == {None}
    assert {item.due_on for item in sample_on("2025-04-30").rounds[0].items} != {None}


def test_an_item_is_as_current_as_its_oldest_part_and_shows_the_worst(tmp_path: Path) -> None:
    """One late section makes the item late; the others keep their own standing."""
    site = copy_site("current", tmp_path)
    works = "oit_items/2568/O02/works.md"
    replace(works, "updated: 2025-03-12", "updated: 2024-09-12")(site)
    item = item_of(judged(site), "O2")
    assert item.status is Status.STALE
    assert item.oldest is not None
    assert item.oldest.updated == date(2024, 9, 12)
    admin = item.part("admin")
    assert admin is not None
    assert admin.status is Status.COMPLETE


def test_due_comes_14_days_before_for_monthly_items_and_30_for_others() -> None:
    """The warning is the round's policy."""
    assert item_of(sample_on("2025-04-20"), "O6").status is Status.CURRENT
    assert item_of(sample_on("2025-04-20"), "O6").due_on == date(2025, 10, 15)
    monthly = item_of(sample_on("2025-04-30"), "O17")
    assert (monthly.due_on, monthly.status) == (date(2025, 6, 16), Status.CURRENT)
    quarterly = item_of(sample_on("2025-03-20"), "O9")
    assert (quarterly.due_on, quarterly.status) == (date(2025, 4, 17), Status.DUE)


def test_the_score_is_also_reckoned_as_on_the_filing_day(tmp_path: Path) -> None:
    """What is mended after the cut-off no longer counts for the assessor."""
    site = copy_site("current", tmp_path)
    replace("oit_items/2568/round.yml", "filing: 2025-04-30", "filing: 2025-04-08")(site)
    assert judged(site, as_of("2025-04-07")).rounds[0].filing_outcome is None
    replace("oit_items/2568/O03/record.md", "published: 2025-01-14", "published: 2025-04-11")(site)
    (round_,) = judged(site).rounds
    assert round_.outcome.tools["OIT"] == Decimal("100.00")
    assert round_.filing_outcome is not None
    assert round_.filing_outcome.tools["OIT"] == Decimal("66.67")


def test_a_word_for_no_period_is_told_once_at_its_cause(tmp_path: Path) -> None:
    """It makes no cell, and the evidence for its periods is not called wrong as well."""
    site = copy_site("current", tmp_path)
    BROKEN["periods-none"](site)
    assessment = judged(site)
    assert [finding.rule for finding in assessment.findings] == ["periods-none"]
    assert assessment.findings[0].params["expected"] == date(2025, 10, 15)
    assert item_of(assessment, "O3").cells == ()


def test_a_list_that_is_longer_than_its_round_is_told_with_the_word(tmp_path: Path) -> None:
    """Nobody would ask for its last period; either the round stays open for it, or it goes."""
    site = copy_site("current", tmp_path)
    replace(MANDATE, "periods: quarterly", "periods: [FY2568-Q1, FY2568-Q2, FY2568-Q3]")(site)
    (finding,) = judged(site).findings
    assert (finding.rule, finding.file) == ("closes-early", ROUND)
    assert finding.params["expected"] == date(2025, 7, 15)
    assert (str(finding.params["period"]), finding.params["likely"]) == ("FY2568-Q3", "quarterly")
    replace(ROUND, "closes: 2025-04-30", "closes: 2025-07-15")(site)
    assert "closes-early" not in {finding.rule for finding in judged(site).findings}


def test_what_is_owed_once_a_year_does_not_keep_a_round_open_that_closes_in_april(
    tmp_path: Path,
) -> None:
    """It is due in October, which this round does not last to; by its own date it would be."""
    site = copy_site("current", tmp_path)
    replace(MANDATE, "frequency: semiannual", "frequency: annual")(site)
    assert "closes-early" not in {finding.rule for finding in judged(site).findings}
    replace(MANDATE, "by_division: true", "by_division: true\n        due: 2025-05-02")(site)
    told = next(finding for finding in judged(site).findings if finding.rule == "closes-early")
    assert told.params["expected"] == date(2025, 5, 2)


def test_the_stricter_of_two_frequencies_holds(tmp_path: Path) -> None:
    """A record that promises monthly is judged monthly; its cells stay the mandate's."""
    site = copy_site("current", tmp_path)
    replace("oit_items/2568/O03/record.md", "frequency: quarterly", "frequency: monthly")(site)
    replace("oit_items/2568/O03/record.md", "updated: 2025-04-11", "updated: 2025-01-20")(site)
    assessment = judged(site)
    assert [finding.rule for finding in assessment.findings] == ["stale"]
    assert len(item_of(assessment, "O3").cells) == 2


def test_one_failing_item_of_22_gives_95_45(tmp_path: Path) -> None:
    """A failing item scores 0, and the mean of the rest is labelled as the office's own."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    outcome = judged(site).rounds[0].outcome
    assert outcome.tools["OIT"] == Decimal("66.67")
    assert outcome.total is not None


@pytest.mark.parametrize(
    ("broken", "refused_in_report"),
    [
        ("stale", False),
        ("missing", False),
        ("date-buddhist", False),
        ("file-absent", False),
        ("raw-html", True),
        ("link-unsafe", True),
        ("policy-absent", True),
        ("mandate-count", True),
    ],
)
def test_report_publishes_faults_but_nothing_unsafe_and_nothing_unjudged(
    broken: str, refused_in_report: bool, tmp_path: Path
) -> None:
    """`enforce` refuses them all."""
    site = copy_site("current", tmp_path)
    BROKEN[broken](site)
    assessment = judged(site)
    assert judge(assessment, Gate.ENFORCE).refused
    assert judge(assessment, Gate.REPORT).refused is refused_in_report


def test_in_an_older_round_lateness_does_not_fail_but_invalid_things_do(tmp_path: Path) -> None:
    """The gate judges the newest opened round, and any other until it closes."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    newer = site / "oit_items/2569"
    shutil.copytree(site / "oit_items/2568", newer)
    for file in ("round.yml", "mandate.yml"):
        path = newer / file
        text = path.read_text("utf-8").replace("fiscal_year: 2568", "fiscal_year: 2569")
        text = (
            text.replace("2024-10-01", "2025-10-01")
            .replace("2025-04-30", "2026-10-15")
            .replace("due: 2025", "due: 2026")
        )
        text = text.replace("FY2568", "FY2569").replace("[2025-02, 2025-03]", "monthly")
        path.write_text(text, "utf-8")
    for record in newer.rglob("*.md"):
        head = record.read_text("utf-8").split("updated:")[0]
        record.write_text(f"{head}---\nข้อความ\n", "utf-8")
    for leftover in newer.rglob("*.csv"):
        leftover.unlink()
    replace(
        "oit_items/2569/round.yml",
        "previous_results:\n  fiscal_year: 2567\n  item: O1\n  file: scores.csv\n",
        "",
    )(site)
    assessment = judged(site, as_of("2025-10-20"))
    assert {finding.rule for finding in assessment.findings} == {"stale"}
    assert not judge(assessment, Gate.ENFORCE).refused
    BROKEN["date-buddhist"](site)
    assert judge(judged(site, as_of("2025-10-20")), Gate.ENFORCE).refused
