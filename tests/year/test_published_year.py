"""An auditor's program computes each day of a year again, from what was published after its end.

The office of the test changes its rules in the middle of the year: a holiday joins, something is
excused, more days are given. What fills a month is given late, taken out, and given again. Every
day is judged by the library as the repository stood on it; the program of
`helpers.published_oracle` has only the documents of one later day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from helpers.auditors import auditors, cells_of, check_agreement, statuses_of, verdicts_by, verified
from helpers.recorded_office import LINK, O1, ROUND, RecordedOffice
from helpers.support import Edit, delete, replace, write
from oit.assessment.assess import assess
from oit.assessment.result import Assessment, Today

FIRST_DAY, LAST_DAY = date(2024, 10, 2), date(2025, 10, 31)
EVENTS = "api/v1/2568/events.json"
RECORD_3 = "oit_items/2568/O03/record.md"
BY_LINK = """  - kind: url
    for: monthly-summary
    periods: [2025-03]
    url: https://example.go.th/2025-03
    title: สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568
    published: 2025-04-10
    sample: true
"""
WAIVER = """waivers:
  - item: O3
    requirement: tax-statistics
    reason: ระบบจัดเก็บภาษีขัดข้อง
    approved_by: ผู้อำนวยการเขต
    approved_on: 2025-07-20
    until: 2025-08-20
"""

YEAR: dict[date, tuple[Edit, ...]] = {
    FIRST_DAY: (
        replace(ROUND, "closes: 2025-04-30", "closes: 2025-10-15"),
        replace(ROUND, "filing: 2025-04-30\n", ""),
        replace(O1, "ดู[ไฟล์ล่าสุด](summary-2025-03.csv)", "ทุกเดือน"),
        delete("oit_items/2568/O01/summary-2025-03.csv"),
    ),
    date(2024, 12, 10): (
        replace(ROUND, "holidays:\n", "holidays:\n  - date: 2025-02-17\n    name_th: วันหยุดพิเศษ\n"),
    ),
    date(2025, 5, 9): (replace(O1, LINK, f"{BY_LINK}{LINK}"),),
    date(2025, 5, 20): (replace(O1, BY_LINK, ""),),
    date(2025, 5, 28): (replace(O1, LINK, f"{BY_LINK}{LINK}"),),
    date(2025, 6, 3): (replace(ROUND, "days_after_period: 15", "days_after_period: 20"),),
    date(2025, 6, 25): (replace(O1, "updated: 2025-04-18", "updated: 2025-06-24"),),
    date(2025, 7, 21): (write("oit_items/2568/waivers.yml", WAIVER),),
    date(2025, 8, 1): (replace(RECORD_3, "frequency: quarterly", "frequency: monthly"),),
    date(2025, 9, 1): (replace(RECORD_3, "updated: 2025-04-11", "updated: 2025-08-04"),),
}
"""What is edited and recorded on which day; the last confirmation so late that nobody believes."""


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> dict[date, Assessment]:
    """Each day's assessment of the repository as it stood at its end."""
    office = RecordedOffice(tmp_path_factory.mktemp("published"))
    return dict(_lived(office))


def _lived(office: RecordedOffice) -> Iterator[tuple[date, Assessment]]:
    day = FIRST_DAY
    while day <= LAST_DAY:
        if day in YEAR:
            office.record(day, *YEAR[day], hour="18:00:00+07:00")
            site = office.read()
        yield day, assess(site, Today(day, is_set=True))
        day += timedelta(days=1)


@pytest.mark.parametrize("published_on", [date(2025, 6, 30), LAST_DAY])
def test_every_earlier_day_is_computed_from_the_documents_of_one(
    diary: dict[date, Assessment], published_on: date
) -> None:
    """States, late days, deadlines and statuses, each by the rules in force on the day."""
    (program,) = auditors(diary[published_on])
    for day, assessment in diary.items():
        if day < min(published_on, program.as_of):
            (round_,) = assessment.rounds
            assert verdicts_by(program, day) == statuses_of(round_), day
            assert program.cells(day) == cells_of(round_), day


def test_the_day_of_the_documents_is_computed_too(diary: dict[date, Assessment]) -> None:
    """In the middle of the year, and after the round has closed."""
    for day in (date(2025, 1, 31), date(2025, 5, 22), date(2025, 8, 10), LAST_DAY):
        check_agreement(diary[day])
        assert verified(diary[day]) == [], day


def _first(events: Any, name: str) -> Any:
    return next(each for each in events["events"] if each["event"] == name)


@pytest.mark.parametrize("name", ["recorded", "removed", "waived", "fell-late"])
def test_what_became_of_something_is_told_wholly(diary: dict[date, Assessment], name: str) -> None:
    """An event that follows from others may not be missing, and none may be of another day."""

    def without(events: Any) -> None:
        events["events"].remove(_first(events, name))

    def moved(events: Any) -> None:
        _first(events, name)["day"] = "2024-10-03"

    for change, checks in ((without, {"entry-missing"}), (moved, {"entry-unexpected"})):
        told = verified(diary[LAST_DAY], {EVENTS: change})
        found = {each.check for cause in told for each in (cause, *cause.effects)}
        assert checks <= found, change


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("published", "due_on", "2026-01-01"),
        ("published", "days_late", 365),
        ("fell-late", "until", "2026-01-01"),
        ("fell-late", "days_late", 365),
    ],
)
def test_how_long_something_was_late_follows_too(
    diary: dict[date, Assessment], name: str, field: str, value: object
) -> None:
    """The deadline, the days, and when it was late no more."""
    told = verified(
        diary[LAST_DAY], {EVENTS: lambda events: _first(events, name).update({field: value})}
    )
    assert (told[0].check, told[0].params["field"]) == ("event-differs", field)


def test_the_year_has_what_it_is_rehearsed_for(diary: dict[date, Assessment]) -> None:
    """Something is late, excused, and in time; nothing is faulty; the rules changed four times."""
    statuses = {
        item.status.value
        for assessment in diary.values()
        for round_ in assessment.rounds
        for item in round_.items
    }
    assert {"incomplete", "stale", "waived", "pending", "due", "current"} <= statuses
    assert "invalid" not in statuses
    (program,) = auditors(diary[LAST_DAY])
    assert len(program.policy["earlier"]) >= 3
