"""What is due when, how late each division was, and how many items were in order on each day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import WAIVERS, waiver
from helpers.support import SAMPLE, as_of, copy_site, judged, write
from oit.assessment.assess import assess
from oit.assessment.result import Today
from oit.assessment.statuses import FULL
from oit.catalog import Language
from oit.memory import NO_MEMORY
from oit.outputs.round_charts import trend_chart
from oit.records.load import load_site
from oit.reporting.due import duties_in_force, duties_of, late_cells, lateness_of
from oit.reporting.trend import trend_of


def test_every_deadline_still_to_be_met_is_listed_by_day(tmp_path: Path) -> None:
    """Confirmations of all coming periods, and empty cells; nothing that is done."""
    site = copy_site("current", tmp_path)

    def listed_on(day: str) -> list[tuple[str, str, str, str]]:
        return [
            (duty.due_on.isoformat(), duty.item.id, duty.division, str(duty.period or ""))
            for duty in duties_in_force(judged(site, as_of(day)))
        ]

    listed = listed_on("2025-04-30")
    assert listed[0] == ("2025-06-16", "O1", "finance", "2025-05")
    assert [day for day, *_ in listed] == sorted(day for day, *_ in listed)
    assert listed_on("2025-04-09")[0] == ("2025-04-17", "O1", "finance", "2025-03")


def test_the_first_duty_of_an_item_is_its_due_date() -> None:
    """The register and the item agree, on every day of the sample round."""
    site = load_site(SAMPLE)
    for number in range(0, 211, 7):
        day = date(2024, 10, 1) + timedelta(days=number)
        (round_,) = assess(site, Today(day, is_set=True)).rounds
        earliest: dict[str, date] = {}
        for duty in duties_of(round_):
            earliest.setdefault(duty.item.id, duty.due_on)
        assert {item.id: item.due_on for item in round_.items if item.due_on} == earliest


def test_a_closed_round_has_no_duties() -> None:
    """It does not age."""
    assert not duties_of(judged(SAMPLE).rounds[0])


def test_a_waived_duty_says_until_when(tmp_path: Path) -> None:
    """It is still listed: an excuse is not a deed."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    write(WAIVERS, waiver())(site)
    (first, *_) = duties_in_force(judged(site, as_of("2025-04-28")))
    assert (first.item.id, first.waived_until) == ("O1", date(2025, 4, 30))


def test_late_days_are_told_by_cell_and_by_division() -> None:
    """February's revenue came two days late; nothing else did."""
    assessment = judged(SAMPLE)
    (late,) = late_cells(assessment.rounds[0])
    assert (late.item.id, late.division, late.days) == ("O10", "revenue", 2)
    by_division = lateness_of(assessment.rounds[0], assessment.site.divisions)
    assert {one.division: one.days for one in by_division if one.days} == {"revenue": 2}
    owed = sum(len(item.owed) for item in assessment.rounds[0].items)
    assert sum(one.owed_count for one in by_division) == owed


def test_a_missing_cell_grows_later_each_day(tmp_path: Path) -> None:
    """Counted from its deadline to the assessed date."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    days = {}
    for day in ("2025-04-17", "2025-04-18", "2025-04-30"):
        days[day] = [one.days for one in late_cells(judged(site, as_of(day)).rounds[0])]
    assert days == {"2025-04-17": [], "2025-04-18": [1], "2025-04-30": [13]}


@pytest.mark.parametrize("broken", ["", "stale", "missing", "date-buddhist", "never-confirmed"])
def test_the_trend_is_what_each_day_s_judgement_says(broken: str, tmp_path: Path) -> None:
    """Judged again, one day after the other, by the whole of the rules."""
    site = copy_site("current", tmp_path)
    if broken:
        BROKEN[broken](site)
        write(WAIVERS, waiver(until="2025-04-20", approved_on="2025-03-20"))(site)
    loaded = load_site(site)
    steps = trend_of(assess(loaded, Today(date(2025, 4, 30), is_set=True)).rounds[0], NO_MEMORY)
    for number in range(212):
        day = date(2024, 10, 1) + timedelta(days=number)
        (round_,) = assess(loaded, Today(day, is_set=True)).rounds
        told = next(step.full_count for step in reversed(steps) if step.day <= day)
        assert told == sum(item.status in FULL for item in round_.items), day


def test_the_trend_of_the_sample_round_ends_with_all_of_22() -> None:
    """From nothing on the first day."""
    round_ = judged(SAMPLE).rounds[0]
    steps = trend_of(round_, NO_MEMORY)
    assert (steps[0].day, steps[0].full_count) == (date(2024, 10, 1), 0)
    assert steps[-1].full_count == 22
    chart = trend_chart(round_, steps, Language.TH, NO_MEMORY)
    assert chart == trend_chart(round_, steps, Language.TH, NO_MEMORY)
    assert "<script" not in chart
    assert "style=" not in chart
    assert "เม.ย." in chart


def test_the_command_lists_by_division_and_by_time(tmp_path: Path) -> None:
    """In Thai, or in English, or with a sentence where the division is unknown."""
    site = copy_site("current", tmp_path)
    every = run("oit", "due", cwd=site, OIT_AS_OF="2025-04-30").stdout
    assert "16 มิถุนายน 2568 · อีก 47 วัน" in every
    assert "ฝ่ายโยธา" in every
    given = {"OIT_AS_OF": "2025-04-30", "OIT_LANG": "en"}
    finance = run("oit", "due", "--division", "finance", "--within", "47", cwd=site, **given)
    assert "16 June 2025 · in 47 days" in finance.stdout
    assert "Public Works" not in finance.stdout
    assert "15 July" not in finance.stdout
    none = run("oit", "due", "--within", "3", cwd=site, OIT_AS_OF="2025-04-30")
    assert "ไม่มีรายการที่ต้องเผยแพร่" in none.stdout
    unknown = run("oit", "due", "--division", "accounting", cwd=site)
    assert (unknown.returncode, "finance" in unknown.stderr) == (2, True)
