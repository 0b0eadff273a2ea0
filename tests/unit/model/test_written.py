"""What people type is read as they mean it: in either era, with either digits, spaced or not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.catalog.dates import english_period, thai_month, thai_period
from oit.model.named import names_of, read_division
from oit.model.office import Division
from oit.model.written_dates import read_month, read_period, read_year
from oit.model.written_words import read_item
from oit.periods import BUDDHIST_OFFSET, Frequency, Period, fiscal_periods

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
YEARS = st.integers(2444, 2900)
"""Fiscal years whose months lie in the years that a record may have."""
PERIODS = st.builds(
    lambda year, frequency, number: fiscal_periods(year, frequency)[
        number % (12 // frequency.months)
    ],
    YEARS,
    st.sampled_from(Frequency),
    st.integers(0, 11),
)
OFFICE = [
    Division(id="works", name_th="ฝ่ายโยธา", name_en="Public Works Section"),
    Division(id="finance", name_th="ฝ่ายการคลัง", name_en="Finance Section"),
    Division(id="schools", name_th="โรงเรียนในสังกัด", name_en="Schools"),
    Division(id="team", name_th="โยธา", name_en="Team"),
]


@st.composite
def typed(draw: st.DrawFn, text: str) -> str:
    """The text as somebody may type it: other digits, other blanks, other case."""
    if draw(st.booleans()):
        text = text.translate(THAI_DIGITS)
    if draw(st.booleans()):
        text = text.replace(" ", draw(st.sampled_from(["", "  "])))
    return draw(st.sampled_from([text, text.upper(), f" {text} "]))


@given(st.data(), PERIODS)
def test_a_period_is_read_by_every_name_it_is_shown_by(data: st.DataObject, period: Period) -> None:
    """Its id, and its names in both languages."""
    names = (str(period), thai_period(period), english_period(period))
    text = data.draw(st.sampled_from(names).flatmap(typed))
    assert read_period(text) == period


@given(st.data(), YEARS, st.integers(1, 12))
def test_a_month_is_read_in_either_era(data: st.DataObject, year: int, number: int) -> None:
    """As a date is written, and as it is spoken of."""
    start = date(year - BUDDHIST_OFFSET, number, 1)
    name = thai_period(Period(start, 1)).split()[0]
    names = [
        *(f"{year}-{number:02}", f"{number}/{year}", f"{start:%Y-%m}", f"{start:%m/%Y}"),
        *(f"{name} พ.ศ. {year}", f"{name} ค.ศ. {start.year}", f"{name} {start.year}"),
        *(f"{thai_month(start)} {year}", f"{thai_month(start)} พ.ศ. {year}"),
    ]
    if 2540 <= year <= 2599:
        names.append(f"{thai_month(start)} {year % 100:02}")
    text = data.draw(st.sampled_from(names).flatmap(typed))
    assert read_month(text) == Period(start, 1)


@given(st.data(), YEARS)
def test_a_fiscal_year_is_read_in_either_era(data: st.DataObject, year: int) -> None:
    """And it is known which."""
    buddhist = (str(year), f"FY{year}", f"ปี {year}", f"พ.ศ. {year}", f"ปีงบประมาณ พ.ศ. {year}")
    common = (str(year - BUDDHIST_OFFSET), f"ค.ศ. {year - BUDDHIST_OFFSET}")
    text = data.draw(st.sampled_from(buddhist + common))
    read = read_year(data.draw(typed(text)))
    assert read is not None
    assert (read.buddhist, read.is_common_era) == (year, text in common)


@given(st.data(), st.integers(1, 99))
def test_an_item_is_read_by_its_number(data: st.DataObject, number: int) -> None:
    """With or without its letter, and with what people say before it."""
    names = (str(number), f"O{number}", f"O{number:02}", f"ข้อ {number}", f"ข้อที่ O{number}")
    assert read_item(data.draw(st.sampled_from(names).flatmap(typed))) == f"O{number}"


@given(st.data(), st.sampled_from(OFFICE))
def test_a_division_is_read_by_its_whole_names(data: st.DataObject, division: Division) -> None:
    """Also where its name is part of another's."""
    names = (division.id, division.name_th, division.name_en)
    text = data.draw(st.sampled_from(names).flatmap(typed))
    assert read_division(text, OFFICE) == division


def test_a_division_is_read_by_its_short_names() -> None:
    """Without ฝ่าย or Section, unless that is another's whole name."""
    found = {name: read_division(name, OFFICE) for name in ("การคลัง", "finance", "โยธา")}
    assert {name: division and division.id for name, division in found.items()} == {
        "การคลัง": "finance",
        "finance": "finance",
        "โยธา": "team",
    }
    assert "โยธา" in names_of(OFFICE[0])
    assert read_division("public works", OFFICE) == OFFICE[0]
    twins = [OFFICE[0], OFFICE[0].model_copy(update={"id": "other"})]
    assert read_division("ฝ่ายโยธา", twins) is None, "two have that name"


@given(st.text(max_size=12))
def test_any_text_is_read_or_is_none(text: str) -> None:
    """Nothing is raised, and what is read can be written down and read again."""
    period, year, item = read_period(text), read_year(text), read_item(text)
    assert period is None or read_period(str(period)) == period
    assert year is None or 2400 < year.buddhist <= 2900
    assert item is None or read_item(item) == item
    assert read_division(text, OFFICE) in (*OFFICE, None)


@pytest.mark.parametrize(
    "text",
    [
        *("", "68", "2380", "พ.ศ. 2025", "ค.ศ. 2568", "2568 มีนาคม", "มีนาคม", "Mar 25"),
        *("มี.ค. ค.ศ. 25", "2568-13", "2025-00", "13/2568", "FY2568-Q5", "FY2568-H3"),
        *("ไตรมาส 5/2568", "2901", "FY2901", "²", "O15"),
    ],
)
def test_what_is_unclear_is_no_period(text: str) -> None:
    """Nothing is guessed."""
    assert read_period(text) is None


@pytest.mark.parametrize("text", ["68", "2380", "พ.ศ. 2025", "ค.ศ. 2568", "2901", "20570", ""])
def test_what_is_unclear_is_no_year(text: str) -> None:
    """Nor is a year that says the wrong era."""
    assert read_year(text) is None


@pytest.mark.parametrize("text", ["", "O", "0", "O0", "O150", "ข้อ", "-1", "O1.5", "1²"])
def test_what_is_unclear_is_no_item(text: str) -> None:
    """Nor is a number of three digits."""
    assert read_item(text) is None
