"""The page of deadlines and the page for whoever asks whether it is true."""

from datetime import date
from pathlib import Path

import pytest

from helpers.edits import LATE_O9
from helpers.support import copy_sample, judged, replace
from oit.assessment.result import Today
from oit.catalog import Language
from oit.contract.addresses import check_path, due_path
from oit.outputs.pages.check_page import check_view
from oit.outputs.pages.due_page import due_view
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import publication_of

IN_MARCH = "2025-03-04"
CLOSED = "2025-05-02"


def writer_on(site: Path, day: str, path: str, language: Language = Language.TH) -> PageWriter:
    """What speaks on a page of the site in a folder, as on a day."""
    assessment = judged(site, Today(date.fromisoformat(day), is_set=True))
    return PageWriter(publication_of(assessment, None), language, path)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site with one item late."""
    site = copy_sample(tmp_path_factory.mktemp("due"))
    replace(*LATE_O9)(site)
    return site


@pytest.mark.parametrize("day", [IN_MARCH, "2025-04-29", CLOSED])
def test_an_item_has_one_line_a_day_and_none_after_the_closing_day(sample: Path, day: str) -> None:
    """What is to come stands within sixty days, then folded, and apart what no longer counts."""
    writer = writer_on(sample, day, due_path(2568))
    round_ = writer.publication.assessment.rounds[0]
    view = due_view(round_, writer)
    for shown in (*view.days, *view.later, *view.after):
        numbers = [line.number for line in shown.lines]
        assert len(numbers) == len(set(numbers))
    closes = round_.policy.closes.isoformat()
    assert all(shown.iso <= closes for shown in (*view.days, *view.later))
    assert all(shown.iso > closes for shown in view.after)
    assert bool(view.days) == (day == IN_MARCH)


def test_a_closed_round_has_no_next_deadline(sample: Path) -> None:
    """Neither before its closing day nor after it."""
    writer = writer_on(sample, CLOSED, due_path(2568))
    view = due_view(writer.publication.assessment.rounds[0], writer)
    assert not (*view.days, *view.later, *view.after)
    assert "จึงไม่มีกำหนดถัดไป" in view.ahead


def test_what_is_late_says_by_how_many_days(sample: Path) -> None:
    """The oldest first, each past its day."""
    writer = writer_on(sample, "2025-04-29", due_path(2568))
    late = due_view(writer.publication.assessment.rounds[0], writer).late
    assert [line.number for line in late] == ["O9"]
    assert late[0].tag
    assert late[0].tag.words == "เกินมาแล้ว 12 วัน"


def test_who_was_late_is_named_and_the_rest_are_one_row(sample: Path) -> None:
    """Together they are all divisions."""
    writer = writer_on(sample, "2025-04-29", due_path(2568))
    rows = due_view(writer.publication.assessment.rounds[0], writer).punctuality.rows
    named, others = rows[:-1], rows[-1]
    assert all(row.late != "0" and row.link for row in named)
    assert (others.late, others.link) == ("0", None)
    assert others.name == f"อีก {len(writer.publication.divisions) - len(named)} หน่วยงาน"


@pytest.mark.parametrize("language", list(Language))
def test_changes_of_the_month_come_newest_first(sample: Path, language: Language) -> None:
    """Each with its day, none of another month."""
    writer = writer_on(sample, "2025-04-29", check_path(2568), language)
    notes = [
        line.link.note
        for line in check_view(writer.publication.assessment.rounds[0], writer).changes
    ]
    days = [int(note.split()[1]) for note in notes if note.split()[1].isdigit()]
    assert days == sorted(days, reverse=True)
    month = "เม.ย. 2568" if language is Language.TH else "Apr 2025"
    assert notes
    assert all(month in note for note in notes)
