"""A year of an office that `oit init` made, lived through with the commands that people use.

It begins on 23 November 2026, in the middle of fiscal year 2570, gives its procurement month by
month, is upgraded in March, opens the next round in October and sees its first one close. On every
day an oracle that imports nothing of the library says what each item's status and deadline are; an
auditor's program (`helpers.published_oracle`) says the same from what is published at the end.
"""

import os
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from unittest import mock

import pytest

from helpers.auditors import (
    auditors,
    cells_of,
    check_agreement,
    statuses_of,
    verdicts_by,
    verified,
)
from helpers.commands import run
from helpers.earlier_engine import with_earlier_engine
from helpers.oracle import Oracle
from helpers.repositories import committed, git
from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment, ItemAssessment, Today
from oit.records.load import load_site
from oit.records.site import Site
from oit.system.cache import NO_CACHE
from oit.system.git import History
from oit.system.witness import WitnessReader

FIRST_DAY, LAST_DAY = date(2026, 11, 23), date(2027, 10, 31)
NEXT_ROUND = date(2027, 10, 1)
UPGRADE = date(2027, 3, 2)
NAME = ("--id", "new", "--name-th", "สำนักงานเขตใหม่", "--name-en", "New District Office")
POST = ("--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว ไม่มีการเปลี่ยนแปลง")
TABLE = (
    "ลำดับที่,งานที่จัดซื้อหรือจัดจ้าง,วงเงินที่จะซื้อหรือจ้าง (บาท),ราคากลาง (บาท),วิธีซื้อหรือจ้าง,"
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ (บาท),ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง (บาท),"
    "เหตุผลที่คัดเลือกโดยสรุป,เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง\n"
)
MONTHS = [date(2026 + (9 + n) // 12, (9 + n) % 12 + 1, 1) for n in range(12)]
RECORDED_LATE = {date(2026, 12, 1): 21, date(2027, 4, 1): 12, date(2027, 5, 1): 9}
"""Months that are given with the day on which they were due to be, so many days after it."""
LATE = {date(2026, 12, 1), date(2027, 4, 1)}
"""Those of which nobody believes the day; the other was sent in within seven working days."""
CORRECTED = {date(2027, 2, 19): date(2027, 1, 1), date(2027, 6, 28): date(2027, 4, 1)}
"""On a day, the figures of a month are corrected, and its file with them."""
TAKEN, RESTORED = date(2027, 5, 10), date(2027, 5, 21)
"""The summary of March is removed by mistake, and given again as it was."""
BACK_DATED = date(2027, 7, 26)
"""A confirmation of the second of July is recorded."""
WITHOUT_PURCHASES = date(2027, 2, 1)
FORGOTTEN = date(2027, 6, 1)


def day_of(month: date) -> date:
    """The day on which a month's summary is given: the 8th of the next, or right after joining."""
    following = (month.replace(day=28) + timedelta(days=4)).replace(day=8)
    return max(following, date(2026, 11, 25))


def recorded_on(month: date) -> date:
    """The day on which the summary of a month is sent in."""
    return day_of(month) + timedelta(days=RECORDED_LATE.get(month, 0))


def oit(office: Path, day: date, *arguments: str) -> None:
    done = run("oit", *arguments, cwd=office, OIT_AS_OF=day.isoformat())
    assert done.returncode == 0, (day, arguments, done.stdout + done.stderr)


def give_month(office: Path, month: date) -> None:
    """The summary of O15 for a month: a file, or a stated none."""
    day, period = day_of(month), f"{month:%Y-%m}"
    if month == WITHOUT_PURCHASES:
        oit(office, day, "none", "O15", "--period", period, "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้")
        return
    file = office.parent / f"{period}.csv"
    rows = f"1,งานเดือน {period},1000,1000,เฉพาะเจาะจง,ก 1000,ก 1000,ราคาต่ำสุด,1/{period}\n"
    file.write_text(TABLE + rows, "utf-8")
    oit(office, day, "add", "O15", "--period", period, "--for", "monthly-summary", str(file))


def live(office: Path) -> Iterator[tuple[date, Site, list[Oracle]]]:
    """Each day with the site and the oracles of its rounds as they are at its end."""
    committed(office, "the beginning", f"{FIRST_DAY}T08:00:00+07:00")
    day, state = FIRST_DAY, read(office)
    while day <= LAST_DAY:
        if do_what_is_to_do(office, day):
            state = read(office)
        yield day, *state
        day += timedelta(days=1)


def do_what_is_to_do(office: Path, day: date) -> bool:
    """Whether anything was; it is recorded on the main branch, late or not."""
    given = (month for month in MONTHS if month != FORGOTTEN)
    months = [month for month in given if recorded_on(month) == day]
    for month in months:
        give_month(office, month)
    if day == UPGRADE:
        upgrade(office)
    if day == NEXT_ROUND:
        oit(office, day, "new-round", "2571")
    is_confirmed = day.day == 20 and day < NEXT_ROUND
    if is_confirmed:
        oit(office, day, "confirm", "O15", *POST)
    if day == BACK_DATED:
        oit(office, date(2027, 7, 2), "confirm", "O15", *POST)
    is_edited = correct(office, day) or take_and_restore(office, day)
    is_entered = bool(months) or day in (UPGRADE, NEXT_ROUND, BACK_DATED)
    if not (is_entered or is_confirmed or is_edited):
        return False
    committed(office, f"what was done on {day}", f"{day}T16:00:00+07:00")
    return True


def file_of(office: Path, month: date) -> Path:
    """The summary of a month, as the command has named it."""
    (file,) = (office / "oit_items/2570/O15").glob(f"*{month:%Y-%m}*.csv")
    return file


def correct(office: Path, day: date) -> bool:
    """Whether the figures of a month were corrected; the date stays as it was."""
    if day not in CORRECTED:
        return False
    file = file_of(office, CORRECTED[day])
    file.write_text(file.read_text("utf-8").replace("1000", "1200"), "utf-8")
    return True


def take_and_restore(office: Path, day: date) -> bool:
    """Whether the summary of March was removed, or stands as it did before."""
    record = office / "oit_items/2570/O15/record.md"
    if day == TAKEN:
        file = file_of(office, date(2027, 3, 1))
        entry = entry_of(file, record.read_text("utf-8"))
        record.write_text(record.read_text("utf-8").replace(entry, ""), "utf-8")
        file.unlink()
    if day == RESTORED:
        taken = git(office, "log", "-1", "--format=%H", "--grep", f"done on {TAKEN}").strip()
        git(office, "checkout", f"{taken}^", "--", "oit_items/2570/O15/*2027-03*.csv")
        before = git(office, "show", f"{taken}^:oit_items/2570/O15/record.md")
        entry = entry_of(file_of(office, date(2027, 3, 1)), before)
        given = record.read_text("utf-8").replace("evidence:\n", f"evidence:\n{entry}")
        record.write_text(given, "utf-8")
    return day in (TAKEN, RESTORED)


def entry_of(file: Path, text: str) -> str:
    """The entry of a file in a record."""
    lines = "(?:    (?!file:).*\n)*"
    (entry,) = re.findall(f"  - kind: file\n{lines}    file: {re.escape(file.name)}\n{lines}", text)
    return str(entry)


def read(office: Path) -> tuple[Site, list[Oracle]]:
    """The site by the library's reader, and by the oracle's own."""
    rounds = sorted((office / "oit_items").glob("25*"))
    witnessed = WitnessReader(History(office), NO_CACHE)
    # Its commits are of days that have not been yet, when the test is run.
    with mock.patch.dict(os.environ, {"OIT_AS_OF": LAST_DAY.isoformat()}):
        site = witnessed(load_site(office))
    return site, [Oracle(folder, office) for folder in rounds]


def upgrade(office: Path) -> None:
    with_earlier_engine(office)
    committed(office, "before the upgrade", f"{UPGRADE}T09:00:00+07:00")
    oit(office, UPGRADE, "upgrade")


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> dict[date, Assessment]:
    """Each day's assessment of the files as they were on it, agreed with the oracle."""
    folder = tmp_path_factory.mktemp("rehearsal")
    oit(folder, FIRST_DAY, "init", "office", *NAME, "--year", "2570")
    office = folder / "office"
    days = {}
    for day, site, oracles in live(office):
        assessment = assess(site, Today(day, is_set=True))
        for round_, oracle in zip(assessment.rounds, oracles, strict=True):
            ours = {item.id: (item.status.value, item.due_on) for item in round_.items}
            assert ours == oracle.verdicts(day), (day, round_.fiscal_year)
        days[day] = assessment
    return days


def state_of(assessment: Assessment, month: date) -> str:
    round_ = assessment.rounds[0]
    item = next(item for item in round_.items if item.id == "O15")
    (cell,) = (cell for cell in item.cells if str(cell.period) == f"{month:%Y-%m}")
    return cell.state.value


def test_the_oracle_agrees_on_every_day(diary: dict[date, Assessment]) -> None:
    """From joining to after the closing of the first round."""
    assert len(diary) == (LAST_DAY - FIRST_DAY).days + 1
    assert [round_.fiscal_year for round_ in diary[LAST_DAY].rounds] == [2570, 2571]


def test_nothing_is_late_on_the_first_day(diary: dict[date, Assessment]) -> None:
    """Though a deadline of October has passed: it is moved to sixty days after joining."""
    assert not judge(diary[FIRST_DAY], Gate.ENFORCE).refused
    deadlines = {item.due_on for item in diary[FIRST_DAY].rounds[0].items if item.due_on}
    assert min(deadlines) == date(2027, 1, 22)


def test_twelve_months_of_procurement_are_asked_for(diary: dict[date, Assessment]) -> None:
    """October to September: given, stated as none, or missing where it was forgotten."""
    last = diary[LAST_DAY]
    states = {month: state_of(last, month) for month in MONTHS}
    given = set(MONTHS) - {WITHOUT_PURCHASES, FORGOTTEN}
    assert {month for month, state in states.items() if state == "published"} == given - LATE
    assert {month for month, state in states.items() if state == "late"} == LATE
    assert states[WITHOUT_PURCHASES] == "none"
    assert states[FORGOTTEN] == "missing"


def test_each_month_is_asked_for_until_it_is_given(diary: dict[date, Assessment]) -> None:
    """The day before it is not there, on the day it is."""
    for month in MONTHS[2:]:
        if month != FORGOTTEN:
            first = day_of(month) if month not in LATE else recorded_on(month)
            assert state_of(diary[first - timedelta(days=1)], month) in ("not-due", "missing")
            assert state_of(diary[recorded_on(month)], month) in ("published", "late", "none")


def test_the_upgrade_changes_no_status(diary: dict[date, Assessment]) -> None:
    """What another day does not change, another engine of the same rules does not either."""
    before = {item.id: item.status for item in diary[UPGRADE - timedelta(days=1)].rounds[0].items}
    after = {item.id: item.status for item in diary[UPGRADE].rounds[0].items}
    assert before == after


def test_the_next_round_begins_without_a_debt(diary: dict[date, Assessment]) -> None:
    """It was not joined midway: its deadlines are its own."""
    newest = diary[NEXT_ROUND].rounds[-1]
    assert newest.fiscal_year == 2571
    assert newest.policy.adopted is None
    assert {item.status.value for item in newest.items} == {"pending"}


def test_every_earlier_day_is_computed_from_what_is_published_at_the_end(
    diary: dict[date, Assessment],
) -> None:
    """Statuses, deadlines, states and late days of all items, each by the rules of its day."""
    programs = {program.policy["fiscal_year"]: program for program in auditors(diary[LAST_DAY])}
    compared = 0
    for day in sorted(days_that_matter(diary) & diary.keys()):
        for round_ in diary[day].rounds:
            program = programs[round_.fiscal_year]
            if day < program.as_of:
                assert verdicts_by(program, day) == statuses_of(round_), day
                assert program.cells(day) == cells_of(round_), day
                compared += 1
    assert compared > 100


def days_that_matter(diary: dict[date, Assessment]) -> set[date]:
    """Each deadline, and each day on which the records or rules changed, with those beside it."""
    events = {date(day.year, day.month, 20) for day in diary}
    events |= {*CORRECTED, *map(recorded_on, MONTHS), TAKEN, RESTORED, BACK_DATED, UPGRADE}
    deadlines = {
        cell.due_on
        for round_ in diary[LAST_DAY].rounds
        for item in round_.items
        for cell in item.cells
    }
    confirmations = {item.due_on for day in events & diary.keys() for item in items_on(diary, day)}
    days = events | deadlines | {day for day in confirmations if day} | {NEXT_ROUND}
    return {day + timedelta(days=beside) for day in days for beside in (-1, 0, 1)}


def items_on(diary: dict[date, Assessment], day: date) -> list[ItemAssessment]:
    return [item for round_ in diary[day].rounds for item in round_.items]


@pytest.mark.parametrize("day", [FIRST_DAY, TAKEN, RESTORED, NEXT_ROUND, LAST_DAY])
def test_each_build_agrees_with_an_auditors_program(
    diary: dict[date, Assessment], day: date
) -> None:
    """On the day of its index: every verdict and score, and `oit verify` finds nothing."""
    check_agreement(diary[day])
    assert verified(diary[day]) == []
