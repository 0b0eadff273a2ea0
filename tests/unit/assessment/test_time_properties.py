"""Whatever the dates of a round are, an independent oracle agrees, and no cell is lost by them."""

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dated_office import OPENS, YEAR_ENDS, DatedOffice
from helpers.oracle import Oracle
from oit.assessment.assess import assess
from oit.assessment.result import RoundAssessment, Today
from oit.findings import Finding
from oit.records.load import load_site

pytestmark = pytest.mark.slow

IN_APRIL, IN_OCTOBER = date(2027, 4, 15), date(2027, 10, 15)
DAY = timedelta(days=1)

closings = st.one_of(st.just(IN_APRIL), st.just(IN_OCTOBER), st.dates(IN_APRIL, IN_OCTOBER))
beginnings = st.one_of(st.none(), st.dates(OPENS, YEAR_ENDS))
holidays_before_closing = st.sets(st.integers(0, 20), max_size=6)


def cells_of(round_: RoundAssessment) -> set[tuple[str, str, str, str]]:
    return {
        (item.id, cell.requirement.id, str(cell.period), str(cell.division))
        for item in round_.items
        for cell in item.cells
    }


def closing_told(office: DatedOffice, day: date = OPENS) -> list[Finding]:
    return [finding for finding in office.judged(day).findings if finding.rule == "closes-early"]


@settings(max_examples=20)  # each writes a site and judges it on many days
@given(closings, beginnings, holidays_before_closing, st.randoms(use_true_random=False))
def test_an_oracle_agrees_whenever_a_round_closes_and_an_office_begins(
    closes: date, adopted: date | None, before_closing: set[int], chance: random.Random
) -> None:
    """Every twentieth day, and around the beginning, the end of its first days, the closing."""
    with tempfile.TemporaryDirectory() as name:
        office = DatedOffice(Path(name))
        off = {closes - number * DAY for number in before_closing}
        office.decide(closes, adopted=adopted, off=off)
        office.fill(chance)
        oracle, site = Oracle(office.folder), load_site(office.site)
        around = [max(OPENS, day) for day in (adopted or OPENS, oracle.earliest, closes)]
        days = {OPENS + number * DAY for number in range(0, 400, 20)}
        for day in sorted(days | {day + n * DAY for day in around for n in (0, 1, 2)}):
            (round_,) = assess(site, Today(day, is_set=True)).rounds
            ours = {item.id: (item.status.value, item.due_on) for item in round_.items}
            assert ours == oracle.verdicts(day), day


@settings(max_examples=20)
@given(closings, beginnings, holidays_before_closing)
def test_the_closing_day_that_is_told_is_enough_and_keeps_every_cell(
    closes: date, adopted: date | None, before_closing: set[int]
) -> None:
    """Holidays and a late beginning move deadlines, and with them at most the closing day."""
    with tempfile.TemporaryDirectory() as name:
        office = DatedOffice(Path(name))
        office.decide(closes, off=set())
        as_announced = cells_of(office.judged(OPENS))
        off = {closes - number * DAY for number in before_closing}
        office.decide(closes, adopted=adopted, off=off)
        assert cells_of(office.judged(OPENS)) == as_announced
        for told in closing_told(office):
            assert told.params["expected"] > closes
            office.decide(told.params["expected"], adopted=adopted, off=off)
        assert closing_told(office) == []
        assert cells_of(office.judged(OPENS)) >= as_announced


@settings(max_examples=20)
@given(st.dates(OPENS, YEAR_ENDS))
def test_an_office_that_begins_is_late_with_nothing_for_its_first_60_days(adopted: date) -> None:
    """Whenever in the year it begins; then it is late with what it has not published."""
    with tempfile.TemporaryDirectory() as name:
        office = DatedOffice(Path(name))
        office.decide(date(2027, 12, 31), adopted=adopted, off=set())
        for day in (adopted, adopted + 30 * DAY, adopted + 60 * DAY):
            assert office.judged(day).findings == ()
        assert office.judged(adopted + 75 * DAY).findings != ()


@pytest.mark.parametrize(
    ("closes", "adopted", "off", "told"),
    [
        (IN_OCTOBER, None, set(), None),
        (IN_OCTOBER, None, {IN_OCTOBER}, date(2027, 10, 18)),
        (IN_OCTOBER, date(2027, 8, 10), set(), None),
        (IN_OCTOBER, date(2027, 8, 20), set(), date(2027, 10, 19)),
        (date(2027, 4, 30), None, set(), None),
        (date(2027, 4, 30), date(2027, 3, 10), set(), date(2027, 5, 10)),
    ],
)
def test_the_closing_day_is_told_where_deadlines_move_past_it(
    closes: date, adopted: date | None, off: set[date], told: date | None, tmp_path: Path
) -> None:
    """A holiday declared on the closing day, a beginning in August, a round closing in April."""
    office = DatedOffice(tmp_path)
    office.decide(closes, adopted=adopted, off=off)
    assert [finding.params["expected"] for finding in closing_told(office)] == (
        [told] if told else []
    )
