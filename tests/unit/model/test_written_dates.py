"""Every date that offices write is read back, in every form; what is unclear is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.catalog.dates import ENGLISH_MONTHS, THAI_MONTHS, THAI_SHORT_MONTHS
from oit.model.written_dates import read_date
from oit.periods import BUDDHIST_OFFSET

DAYS = st.dates(date(1997, 1, 1), date(2096, 12, 31))
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def forms_of(day: date) -> list[str]:
    """A day as Thai and English offices write it."""
    year, iso = day.year + BUDDHIST_OFFSET, day.isoformat()
    short, number, month = year % 100, day.day, day.month
    thai, stops, english = (
        names[month - 1] for names in (THAI_MONTHS, THAI_SHORT_MONTHS, ENGLISH_MONTHS)
    )
    forms = [
        *(f"{number} {thai} {year}", f"วันที่ {number} {thai} พ.ศ. {year}"),
        *(f"{number} เดือน{thai} {year}", f"{number} {thai} ค.ศ. {day.year}"),
        *(f"{number} {stops} {year}", f"{number}{stops}{year}"),
        *(f"{number}{sign}{month}{sign}{year}" for sign in "/-."),
        *(f"{number:02}/{month:02}/{year}", f"{number:02}/{month:02}/{day.year}"),
        *(f"{year}-{month:02}-{number:02}", f"{day.year}/{month}/{number}"),
        *(f"{year}{month:02}{number:02}", f"{iso} 10:30", f"{iso}T10:30:00"),
        *(f"{number} {english} {day.year}", f"{english} {number}, {day.year}"),
        *(f"{number}-{english[:3]}-{day.year}", f"{number} {stops} {year} เวลา 10.30 น."),
    ]
    if 2540 <= year <= 2599:
        forms += [f"{number} {stops} {short}", f"{number} {thai}{short}"]
        forms += [f"{number}/{month}/{short}"]
    return forms


@given(st.data(), DAYS)
def test_a_day_is_read_in_every_form(data: st.DataObject, day: date) -> None:
    """Either era, digits of both scripts, with more or fewer blanks."""
    text = data.draw(st.sampled_from(forms_of(day)))
    if data.draw(st.booleans()):
        text = text.translate(THAI_DIGITS)
    if data.draw(st.booleans()):
        text = f"  {text} "
    assert read_date(text) == day


@given(st.text(max_size=14) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}"))
def test_nothing_is_guessed(text: str) -> None:
    """What is read lies within our hundred years, and nothing is raised."""
    day = read_date(text)
    assert day is None or 1997 <= day.year <= 2096


@given(DAYS)
def test_figures_are_read_day_first(day: date) -> None:
    """Also where the month could stand first, as in English."""
    assert read_date(f"{day.day}/{day.month}/{day.year}") == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "เมื่อวาน", "เมษายน 2568", "9 เมษายน", "31/2/2568", "31 เม.ย. 68", "32/1/2568"),
        *("9/4/25", "9/4/26", "9 April 68", "April 9", "1/2/3", "12/2568", "2568"),
        *("9/4/2658", "9/4/1868", "พ.ศ. 2025", "9 เม.ย. ค.ศ. 2568", "9 เม.ย. พ.ศ. 2025"),
        *("วันจันทร์ที่ 9 เมษายน 2568", "9 เม.ย.–10 เม.ย. 68", "9-4/2568", "45756", "๙ ๔ ๒๕๖๘"),
    ],
)
def test_what_is_unclear_is_no_day(text: str) -> None:
    """Two readings or none, another weekday, a year far from ours, a short year of either era."""
    assert read_date(text) is None


def test_a_time_in_thai_digits_is_left_out_too() -> None:
    """As one in Western digits is."""
    assert read_date("๒๐๐๐-๐๑-๐๑T๑๐:๓๐:๐๐") == date(2000, 1, 1)
