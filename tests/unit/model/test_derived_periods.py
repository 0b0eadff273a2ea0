"""A word stands for the periods that a round can still ask for (design: Time)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from oit.model.mandate import Requirement
from oit.model.round import Holiday, RoundPolicy
from oit.periods import (
    AskedPeriods,
    Frequency,
    Period,
    fiscal_periods,
    fiscal_start,
    parse_period,
)

YEAR = 2570
words = st.sampled_from(list(Frequency))
closings = st.dates(date(2026, 10, 1), date(2027, 12, 31))
days_given = st.integers(0, 60)


def policy(closes: date, days: int = 15, *, closed_on: tuple[date, ...] = ()) -> RoundPolicy:
    return RoundPolicy(
        fiscal_year=YEAR,
        scheme="test",
        opens=fiscal_start(YEAR),
        closes=closes,
        days_after_period=days,
        holidays=tuple(Holiday(date=day, name_th="วันหยุด") for day in closed_on),
    )


def named(periods: tuple[Period, ...]) -> list[str]:
    return [str(period) for period in periods]


@pytest.mark.parametrize(
    ("closes", "word", "periods"),
    [
        (date(2027, 10, 15), Frequency.ANNUAL, ["FY2570"]),
        (date(2027, 10, 14), Frequency.ANNUAL, []),
        (date(2027, 4, 30), Frequency.SEMIANNUAL, ["FY2570-H1"]),
        (date(2027, 4, 15), Frequency.QUARTERLY, ["FY2570-Q1", "FY2570-Q2"]),
        (date(2027, 4, 14), Frequency.QUARTERLY, ["FY2570-Q1"]),
        (date(2026, 12, 31), Frequency.MONTHLY, ["2026-10", "2026-11"]),
    ],
)
def test_a_word_stands_for_what_ends_early_enough(
    closes: date, word: Frequency, periods: list[str]
) -> None:
    """The last day and the days after it are not after the closing day."""
    assert named(policy(closes).periods_of(word)) == periods


@given(closings, days_given, words, st.sets(st.integers(0, 60)))
def test_a_holiday_takes_no_period_out_of_a_round(
    closes: date, days: int, word: Frequency, before_closing: set[int]
) -> None:
    """Declared on the closing day or on any day before it."""
    off = tuple(closes - timedelta(days=number) for number in before_closing)
    as_announced = policy(closes, days, closed_on=off)
    assert as_announced.periods_of(word) == policy(closes, days).periods_of(word)


@given(closings, days_given, words)
def test_a_word_stands_for_the_first_periods_of_the_year(
    closes: date, days: int, word: Frequency
) -> None:
    """None is left out before the last one, and a later closing day takes none away."""
    periods = policy(closes, days).periods_of(word)
    assert periods == fiscal_periods(YEAR, word)[: len(periods)]
    later = policy(closes + timedelta(days=1), days).periods_of(word)
    assert later[: len(periods)] == periods


@given(closings, days_given, words)
def test_what_a_word_stands_for_is_known_by_that_word(
    closes: date, days: int, word: Frequency
) -> None:
    """And so is a list that goes on to the end of the year, of which the round asks for a part."""
    round_ = policy(closes, days)
    derived = round_.periods_of(word)
    expected = word if derived else None
    assert round_.word_for(derived) is expected
    assert round_.word_for(fiscal_periods(YEAR, word)) is expected
    assert round_.word_beyond(derived) is None


@pytest.mark.parametrize(
    ("listed", "word", "beyond"),
    [
        (["FY2570-H1"], None, Frequency.SEMIANNUAL),
        (["FY2570-Q1", "FY2570-Q3"], None, Frequency.QUARTERLY),
        (["FY2570-Q2", "FY2570-Q4"], None, None),
        (["FY2570-H1", "FY2570-H2"], Frequency.SEMIANNUAL, None),
        (["FY2570-H1", "FY2570-Q4"], None, None),
        (["FY2569-H1", "FY2570-H1", "FY2570-H2"], None, None),
        ([], None, None),
    ],
)
def test_a_list_that_leaves_a_period_out_is_no_word(
    listed: list[str], word: Frequency | None, beyond: Frequency | None
) -> None:
    """One that ends early is pointed out with the word; one that begins late is an exception."""
    round_ = policy(date(2027, 10, 15))
    periods = [parse_period(name) for name in listed]
    assert (round_.word_for(periods), round_.word_beyond(periods)) == (word, beyond)


def test_a_requirement_has_the_periods_of_its_round() -> None:
    """By a word those that are derived, by a list those that are listed, else none at all."""
    values = {"id": "a", "label_th": "ก", "label_en": "a"}
    closing_in_april = policy(date(2027, 4, 30))
    by_word = Requirement.model_validate({**values, "periods": "quarterly"})
    assert by_word.periods == ()
    assert named(by_word.in_round(closing_in_april).periods) == ["FY2570-Q1", "FY2570-Q2"]
    listed = Requirement.model_validate({**values, "periods": ["FY2570-Q4"]})
    assert named(listed.in_round(closing_in_april).periods) == ["FY2570-Q4"]
    plain = Requirement.model_validate(values).in_round(closing_in_april)
    assert (plain.periods, bool(plain.asked)) == ((), False)


def test_a_word_that_derives_nothing_still_asks_by_period() -> None:
    """So that it becomes no cell, and not a plain one."""
    values = {"id": "a", "label_th": "ก", "label_en": "a", "periods": "annual"}
    requirement = Requirement.model_validate(values).in_round(policy(date(2027, 4, 30)))
    assert requirement.asked == AskedPeriods((), Frequency.ANNUAL)
    assert requirement.asked


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("yearly", "frequency-unknown"),
        ("2027-03", "frequency-unknown"),
        ({"a": "b"}, "frequency-unknown"),
        (None, "field-empty"),
        (["2570-03"], "period-format"),
        (["monthly"], "period-format"),
    ],
)
def test_other_periods_break_a_rule_of_their_own(written: object, rule: str) -> None:
    """A word is one of four, a list holds periods."""
    values = {"id": "a", "label_th": "ก", "label_en": "a", "periods": written}
    with pytest.raises(ValidationError) as raised:
        Requirement.model_validate(values)
    assert [error["type"] for error in raised.value.errors()] == [rule]


@given(words)
def test_what_is_asked_is_written_as_it_was_read(word: Frequency) -> None:
    """The word in a round too, whatever it derives there."""
    values = {"id": "a", "label_th": "ก", "label_en": "a"}
    listed = [str(period) for period in fiscal_periods(YEAR, word)]
    for written in (word.value, listed):
        requirement = Requirement.model_validate({**values, "periods": written})
        in_round = requirement.in_round(policy(date(2027, 4, 30)))
        for read in (requirement, in_round):
            assert read.model_dump(by_alias=True, exclude_unset=True)["periods"] == written
