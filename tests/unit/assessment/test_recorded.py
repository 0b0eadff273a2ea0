"""From when what a round discloses counts: from its date, or the day it was recorded."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from helpers.edits import WITHDRAWN, both, withdrawal
from helpers.recorded_office import (
    FIRST_LATE,
    LAST_IN_TIME,
    LATER,
    MARCH,
    O1,
    PUBLISHED,
    RecordedOffice,
    given,
    lateness,
    taken,
)
from helpers.repositories import git
from helpers.support import Edit, delete, replace, write
from oit.assessment.cells import CellState
from oit.records.contents import digest_of_url
from oit.records.load import load_site

DUE = date(2025, 4, 17)


@pytest.fixture
def office(tmp_path: Path) -> RecordedOffice:
    return RecordedOffice(tmp_path)


def test_what_is_recorded_within_seven_working_days_counts_from_its_date(
    office: RecordedOffice,
) -> None:
    """A request that was approved five working days, or seven, after it was sent."""
    office.record(LAST_IN_TIME, given(MARCH))
    cell = office.cell(LATER, "2025-03")
    assert (cell.state, cell.counts_from) == (CellState.PUBLISHED, PUBLISHED)
    (counting,) = (entry.counting for entry in cell.disclosures)
    assert (counting.recorded, counting.witness) == (LAST_IN_TIME, "git")


def test_what_is_recorded_later_counts_from_the_day_it_was_recorded(
    office: RecordedOffice,
) -> None:
    """A day more, and the date that it names is no longer believed."""
    office.record(FIRST_LATE, given(MARCH))
    assert lateness(office) == ("late", (FIRST_LATE - DUE).days)
    assert office.cell(FIRST_LATE, "2025-03").is_filled
    assert not office.cell(LAST_IN_TIME, "2025-03").is_filled


def test_a_back_dated_none_counts_from_the_day_it_was_recorded(office: RecordedOffice) -> None:
    """A stated nothing is a content like any other."""
    none = "kind: none\n    for: monthly-summary\n    periods: [2025-03]\n    reason: ไม่มี"
    office.record(FIRST_LATE, given(f"  - {none}\n    published: 2025-04-01\n"))
    assert office.cell(LATER, "2025-03").days_late == 8


def test_a_file_named_again_for_another_period_is_recorded_for_it_then(
    office: RecordedOffice,
) -> None:
    """The same bytes have another day in another cell."""
    none = "    reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\n    published: 2025-03-10\n    sample: true\n"
    before = f"  - kind: none\n    for: monthly-summary\n    periods: [2025-02]\n{none}"
    office.record(date(2024, 10, 3), taken(before))
    office.record(date(2025, 4, 11), given(MARCH))
    office.record(FIRST_LATE, replace(O1, "periods: [2025-03]", "periods: [2025-02, 2025-03]"))
    assert office.cell(LATER, "2025-02").counts_from == date(2025, 3, 10)
    assert office.cell(LATER, "2025-03").counts_from == PUBLISHED
    (entry,) = office.cell(LATER, "2025-02").disclosures
    assert entry.counting.counts_from == FIRST_LATE


CORRECTED = write("oit_items/2568/O01/summary-2025-03.csv", "ลำดับที่,รายการ\n1,แก้ไขแล้ว\n")
KEPT: dict[str, Edit] = {
    "another title": replace(O1, "เดือนมีนาคม 2568", "เดือน มี.ค. 2568"),
    "another date": replace(O1, "published: 2025-04-10", "published: 2025-04-29"),
    "corrected bytes": CORRECTED,
    "another file name": both(
        replace(O1, "file: summary-2025-03.csv", "file: march.csv"),
        lambda site: (site / "oit_items/2568/O01/summary-2025-03.csv").rename(
            site / "oit_items/2568/O01/march.csv"
        ),
    ),
    "another place in the list": both(
        taken(MARCH), replace(O1, "evidence:\n", f"evidence:\n{MARCH}")
    ),
    "text instead of a file": both(
        taken(MARCH),
        given(
            "  - kind: section\n    for: monthly-summary\n    periods: [2025-03]\n"
            "    section: announcements\n    title: สรุป\n    published: 2025-04-29\n"
        ),
    ),
}


@pytest.mark.parametrize("what", sorted(KEPT))
def test_correcting_a_cell_keeps_its_day(what: str, office: RecordedOffice) -> None:
    """An honest office that corrects, renames or cleans is never late for it."""
    office.record(date(2025, 4, 11), given(MARCH))
    office.record(date(2025, 4, 29), KEPT[what])
    assert lateness(office) == ("published", 0)
    assert office.cell(date(2025, 4, 20), "2025-03").is_filled


@pytest.mark.parametrize("what", sorted(KEPT))
def test_correcting_a_late_cell_does_not_make_it_less_late(
    what: str, office: RecordedOffice
) -> None:
    """Nothing that is done to a content makes it older than it is."""
    office.record(FIRST_LATE, given(MARCH))
    office.record(date(2025, 4, 29), KEPT[what])
    assert lateness(office) == ("late", 8)


def test_an_earlier_date_for_the_same_content_is_not_believed(office: RecordedOffice) -> None:
    """What it named when it was recorded stays."""
    late = MARCH.replace("2025-04-10", "2025-04-28")
    office.record(date(2025, 4, 28), given(late))
    office.record(date(2025, 4, 29), replace(O1, "published: 2025-04-28", "published: 2025-04-21"))
    assert lateness(office) == ("late", 11)


def test_what_was_removed_and_given_again_keeps_its_day(office: RecordedOffice) -> None:
    """A change that was reverted leaves things as they were."""
    office.record(date(2025, 4, 11), given(MARCH))
    office.record(date(2025, 4, 15), taken(MARCH))
    assert not office.cell(LATER, "2025-03").is_filled
    office.record(date(2025, 4, 29), given(MARCH))
    assert lateness(office) == ("published", 0)


EMPTY_THEN = [
    write("oit_items/2568/O01/summary-2025-03.csv", b""),
    delete("oit_items/2568/O01/summary-2025-03.csv"),
]


@pytest.mark.parametrize("emptied", EMPTY_THEN, ids=["empty", "absent"])
def test_a_file_without_a_byte_fills_nothing(emptied: Edit, office: RecordedOffice) -> None:
    """A placeholder of no content is no first version."""
    data = (office.site / "oit_items/2568/O01/summary-2025-03.csv").read_bytes()
    office.record(date(2025, 4, 11), given(MARCH), emptied)
    office.record(FIRST_LATE, write("oit_items/2568/O01/summary-2025-03.csv", data))
    assert lateness(office) == ("late", 8)


def test_a_version_that_was_withdrawn_loses_its_day(office: RecordedOffice) -> None:
    """Wrong figures in time are not in time."""
    office.record(date(2025, 4, 11), given(MARCH))
    facts = load_site(office.site).rounds[0].bundles["O1"].facts["summary-2025-03.csv"]
    entry = (
        f'{{"item": "O1", "file": "summary-2025-03.csv", "sha256": "{facts.sha256}", '
        '"first_published": "2025-04-10", "withdrawn": "ตัวเลขผิด"}'
    )
    ledger = write("oit_items/2568/ledger.json", f'{{"files": [{entry}]}}')
    office.record(FIRST_LATE, CORRECTED, ledger)
    assert lateness(office) == ("late", 8)


def test_an_address_that_was_withdrawn_as_wrong_loses_its_day(office: RecordedOffice) -> None:
    """As a file does: what led elsewhere filled nothing."""
    old, new = "https://a.example.go.th/3", "https://b.example.go.th/3"
    entry = MARCH.replace("kind: file", "kind: url").replace("file: summary-2025-03.csv", "url: {}")
    office.record(date(2025, 4, 11), given(entry.format(old)))
    assert lateness(office) == ("published", 0)
    told = withdrawal("", why="wrong", sha256=digest_of_url(old))
    office.record(FIRST_LATE, taken(entry.format(old)), write(WITHDRAWN, told))
    office.record(FIRST_LATE, given(entry.format(new).replace("2025-04-10", str(FIRST_LATE))))
    assert lateness(office) == ("late", (FIRST_LATE - date(2025, 4, 17)).days)


def test_a_second_withdrawal_for_another_reason_gives_no_day_back(office: RecordedOffice) -> None:
    """What was wrong stays wrong, whoever takes it off once more."""
    office.record(date(2025, 4, 11), given(MARCH))
    facts = load_site(office.site).rounds[0].bundles["O1"].facts["summary-2025-03.csv"]
    first, second = (withdrawal("", sha256=facts.sha256, why=why) for why in ("wrong", "other"))
    told = f"{first}\n{second.partition(chr(10))[2]}"
    office.record(FIRST_LATE, CORRECTED, write(WITHDRAWN, told))
    assert lateness(office) == ("late", 8)


def test_a_section_extended_in_march_keeps_its_day(office: RecordedOffice) -> None:
    """Its text is another version of the same cell."""
    longer = replace(O1, "ประกาศที่ 1\n", "ประกาศที่ 1\n\nประกาศที่ 2\n")
    office.record(date(2025, 3, 20), longer)
    (cell,) = (
        cell for cell in office.judged(LATER).cells if cell.requirement.id == "announcements"
    )
    assert cell.counts_from == date(2024, 11, 8)
    recorded = {entry.evidence.kind: entry.counting.recorded for entry in cell.disclosures}
    assert recorded == {"section": date(2025, 3, 20), "file": date(2024, 10, 2)}


SAME_TEXT = {
    "a trailing space": replace(O1, "ประกาศที่ 1\n", "ประกาศที่ 1 \n"),
    "a zero-width space": replace(O1, "ประกาศที่ 1\n", "ประกาศ\u200bที่ 1\n"),
    "emphasis": replace(O1, "ประกาศที่ 1\n", "**ประกาศที่ 1**\n"),
    "an unused link definition": replace(O1, "ประกาศที่ 1\n", "ประกาศที่ 1\n\n[x]: https://a.th\n"),
}


@pytest.mark.parametrize("how", sorted(SAME_TEXT))
def test_a_text_set_in_another_way_is_the_same_content(how: str, office: RecordedOffice) -> None:
    """It is known by what people read."""
    office.record(date(2025, 3, 20), SAME_TEXT[how])
    (cell,) = (
        cell for cell in office.judged(LATER).cells if cell.requirement.id == "announcements"
    )
    assert {entry.counting.recorded for entry in cell.disclosures} == {date(2024, 10, 2)}


def test_what_stood_in_the_first_commit_is_taken_at_its_word(tmp_path: Path) -> None:
    """A history that was squashed says nothing of what came before it."""
    office = RecordedOffice(tmp_path)
    given(MARCH)(office.site)
    shutil.rmtree(office.top / ".git")
    git(office.top, "init", "--quiet", "--initial-branch=main")
    office.commit(date(2025, 4, 29), "everything")
    (entry,) = office.cell(LATER, "2025-03").disclosures
    assert (entry.counting.counts_from, entry.counting.witness) == (PUBLISHED, "none")


def test_what_an_office_came_with_is_taken_at_its_word(office: RecordedOffice) -> None:
    """Recorded by the day on which it began: earlier it had no history here."""
    office.record(
        FIRST_LATE,
        given(MARCH),
        replace("oit_items/2568/round.yml", "closes:", f"adopted: {FIRST_LATE}\ncloses:"),
    )
    (entry,) = office.cell(LATER, "2025-03").disclosures
    assert (entry.counting.counts_from, entry.counting.witness) == (PUBLISHED, "none")


def test_a_review_that_was_recorded_late_counts_from_that_day(office: RecordedOffice) -> None:
    """And confirms what its own day confirms, never more."""
    review = "  - date: 2025-04-01\n    by: หัวหน้าฝ่าย\n    note: ตรวจแล้ว\n"
    last = "  - date: 2025-04-28\n    by: หัวหน้าฝ่ายการคลัง\n    note: ไม่มีการเปลี่ยนแปลง\n"
    earlier = replace(O1, "updated: 2025-04-18", "updated: 2025-03-10")
    office.record(date(2024, 10, 3), replace(O1, last, ""), earlier)
    office.record(FIRST_LATE, replace(O1, "evidence:\n", f"{review}evidence:\n"))
    before, after = office.judged(LAST_IN_TIME), office.judged(FIRST_LATE)
    assert before.units[0].confirmation.last == date(2025, 3, 10)
    assert after.units[0].confirmation.last == date(2025, 4, 1)


def test_an_update_that_was_recorded_late_counts_from_that_day(office: RecordedOffice) -> None:
    """Until then the newest day of its evidence stands in for it."""
    office.record(FIRST_LATE, replace(O1, "updated: 2025-04-18", "updated: 2025-04-10"))
    assert office.judged(LAST_IN_TIME).units[0].confirmation.updated == date(2025, 3, 10)
    assert office.judged(FIRST_LATE).units[0].confirmation.updated == date(2025, 4, 10)
