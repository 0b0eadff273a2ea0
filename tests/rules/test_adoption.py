"""An office that begins mid-year has time for what was due before, and says since when."""

import json
from datetime import date
from pathlib import Path

import pytest

from helpers.changes import change_between
from helpers.commands import run
from helpers.dated_office import OPENS, DatedOffice, evidence
from helpers.edits import ROUND, WAIVERS
from helpers.oracle import Oracle
from helpers.page_texts import words_of_pages
from helpers.support import as_of, copy_site, judged, published, replace, write
from oit.assessment.cells import CellState
from oit.assessment.gate import Gate, judge, judge_change
from oit.assessment.result import Today
from oit.model.round import RoundPolicy
from oit.periods import parse_period
from oit.records.load import load_site

IN_OCTOBER, IN_NOVEMBER = date(2027, 10, 15), date(2026, 11, 20)
ADOPTED = "adopted: 2025-03-01\n"
FORMER_SITE = evidence("summary", None, IN_NOVEMBER) | {"periods": ["2026-10", "2026-11"]}


def waived(day: str) -> str:
    """The permission of the office to begin on another day."""
    return f"adoption:\n{day}  reason: ระบุวันผิดไว้\n  approved_by: ผู้อำนวยการเขต\n"


def test_an_office_that_begins_in_november_is_not_late_on_its_first_day(tmp_path: Path) -> None:
    """Nor for 60 days; then with each thing that was not published, as the oracle says too."""
    office = DatedOffice(tmp_path)
    office.decide(IN_OCTOBER, adopted=IN_NOVEMBER, off=set())
    first = judged(office.site, as_of("2026-11-20"))
    assert not judge(first, Gate.ENFORCE).failing
    assert not judge(judged(office.site, as_of("2027-01-19")), Gate.ENFORCE).failing
    late = judged(office.site, as_of("2027-01-20"))
    ours = {item.id: (item.status.value, item.due_on) for item in late.rounds[0].items}
    assert ours == Oracle(office.folder).verdicts(date(2027, 1, 20))
    assert {status for status, _ in ours.values()} == {"incomplete", "pending"}
    office.decide(IN_OCTOBER, adopted=None, off=set())
    assert judge(judged(office.site, as_of("2026-11-20")), Gate.ENFORCE).failing


def test_a_deadline_moves_to_a_working_day_and_never_back() -> None:
    """60 days after 6 October 2026 are a Saturday; what is due later stays where it is."""
    policy = RoundPolicy(
        fiscal_year=2570,
        scheme="a",
        opens=OPENS,
        closes=IN_OCTOBER,
        adopted=date(2026, 10, 6),
        days_after_period=15,
        holidays=(),
    )
    calendar = policy.calendar
    assert date(2026, 12, 5).weekday() == 5
    assert calendar.deadline(parse_period("2026-10")) == date(2026, 12, 7)
    assert calendar.deadline(parse_period("2026-11")) == date(2026, 12, 15)
    assert calendar.from_earliest(date(2026, 11, 30)) == date(2026, 12, 7)
    assert calendar.from_earliest(date(2026, 12, 12)) == date(2026, 12, 12), "as it was set"


def test_one_link_to_the_former_site_stands_for_many_periods(tmp_path: Path) -> None:
    """Published on the first day here, it is in time for each of them."""
    office = DatedOffice(tmp_path)
    office.decide(IN_OCTOBER, adopted=IN_NOVEMBER, off=set())
    office.publish("O2", "record", [FORMER_SITE])
    assessment = judged(office.site, as_of("2026-12-15"))
    assert not assessment.findings
    states = {str(cell.period): cell.state for cell in assessment.rounds[0].items[0].cells}
    assert states["2026-10"] is states["2026-11"] is CellState.PUBLISHED
    assert {cell.days_late for cell in assessment.rounds[0].items[0].cells} == {0}


def test_the_site_says_since_when_it_has_its_records(tmp_path: Path) -> None:
    """On its home pages and in its round, to machines too, with who approved a later change."""
    site = copy_site("current", tmp_path)
    before = published(site, as_of("2025-04-28"))
    told = words_of_pages(before).values()
    assert not [words for words in told if "11 มีนาคม 2568 จึงเลื่อน" in words]
    replace(ROUND, "closes:", f"adoption_days: 10\n{ADOPTED}closes:")(site)
    write(WAIVERS, waived("  adopted: 2025-03-01\n"))(site)
    outputs = published(site, as_of("2025-04-28"))
    pages = words_of_pages(outputs)
    assert "เผยแพร่ข้อมูลบนเว็บไซต์นี้ตั้งแต่วันที่ 1 มีนาคม 2568" in pages[""]
    assert "Disclosed on this website since 1 March 2025" in pages["en/"]
    assert "กำหนดเผยแพร่ก่อนวันที่ 11 มีนาคม 2568 จึงเลื่อนเป็นวันดังกล่าว" in pages["2568/"]
    assert "ผู้อำนวยการเขตอนุมัติ เหตุผล ระบุวันผิดไว้" in pages["2568/"]
    for name in ("index.json", "checklist.json"):
        (told,) = json.loads(outputs.files[f"api/v1/{name}"])["rounds"]
        assert told["adopted"] == "2025-03-01"


@pytest.mark.parametrize(
    ("adopted", "today", "told"),
    [
        ("2024-09-30", Today(date(2025, 4, 1)), True),
        ("2024-10-01", Today(date(2025, 4, 1)), False),
        ("2025-04-01", Today(date(2025, 4, 1)), False),
        ("2025-04-02", Today(date(2025, 4, 1)), True),
        ("2025-04-02", as_of("2025-04-01"), False),
        ("2025-05-01", Today(date(2025, 6, 1)), True),
    ],
)
def test_an_office_begins_within_its_round_and_not_in_the_future(
    adopted: str, today: Today, told: bool, tmp_path: Path
) -> None:
    """Where a day was set to judge the past again, the office may begin later."""
    site = copy_site("current", tmp_path)
    replace(ROUND, "closes:", f"adopted: {adopted}\ncloses:")(site)
    rules = {finding.rule for finding in judged(site, today).findings}
    assert ("adopted-outside" in rules) is told


def test_the_first_change_with_records_may_say_when_the_office_began(tmp_path: Path) -> None:
    """Nothing was judged before it."""
    base, head = DatedOffice(tmp_path / "base"), DatedOffice(tmp_path / "head")
    head.decide(IN_OCTOBER, adopted=IN_NOVEMBER, off=set())
    head.publish("O2", "record", [FORMER_SITE])
    assert not load_site(base.site).rounds[0].has_records
    assert load_site(head.site).rounds[0].has_records
    verdict = judge_change(change_between(base.site, head.site, as_of("2026-11-20")))
    assert "adopted-changed" not in {finding.rule for finding in verdict.failing}


@pytest.mark.parametrize(
    ("before", "after", "waiver", "failing"),
    [
        ("", ADOPTED, None, True),
        ("", ADOPTED, waived("  adopted: 2025-03-01\n"), False),
        ("", ADOPTED, waived("  adopted: 2025-03-02\n"), True),
        (ADOPTED, "", None, True),
        (ADOPTED, "", waived(""), False),
        (ADOPTED, ADOPTED, None, False),
    ],
)
def test_a_later_change_of_the_day_needs_an_approval_that_is_there_before(
    before: str, after: str, waiver: str | None, failing: bool, tmp_path: Path
) -> None:
    """What was late would else become in time."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    for site, adopted in ((base, before), (head, after)):
        replace(ROUND, "closes:", f"{adopted}adoption_days: 30\ncloses:")(site)
        if waiver:
            write(WAIVERS, waiver)(site)
    verdict = judge_change(change_between(base, head, as_of("2025-04-30")))
    assert ("adopted-changed" in {finding.rule for finding in verdict.failing}) is failing
    assert verdict.refused is failing


def test_no_later_round_states_that_the_office_began_in_it(tmp_path: Path) -> None:
    """An office begins once; what was due in the new round is due."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    done = run("oit", "new-round", "2569", cwd=head, OIT_AS_OF="2025-09-15")
    assert done.returncode == 0, done.stdout + done.stderr
    replace("oit_items/2569/round.yml", "closes:", "adopted: 2025-11-20\ncloses:")(head)
    verdict = judge_change(change_between(base, head, as_of("2025-11-21")))
    assert "adopted-changed" in {finding.rule for finding in verdict.failing}


def test_nobody_approves_the_change_in_the_change_itself(tmp_path: Path) -> None:
    """The waiver has to be there before."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    replace(ROUND, "closes:", f"adoption_days: 30\n{ADOPTED}closes:")(head)
    write(WAIVERS, waived("  adopted: 2025-03-01\n"))(head)
    verdict = judge_change(change_between(base, head, as_of("2025-04-30")))
    assert [finding.rule for finding in verdict.failing] == ["adopted-changed"]


def test_more_days_after_the_beginning_are_a_change_of_it(tmp_path: Path) -> None:
    """They move the same deadlines."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    for site, days in ((base, 30), (head, 60)):
        replace(ROUND, "closes:", f"{ADOPTED}adoption_days: {days}\ncloses:")(site)
    verdict = judge_change(change_between(base, head, as_of("2025-04-30")))
    assert "adopted-changed" in {finding.rule for finding in verdict.failing}
