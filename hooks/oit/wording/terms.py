"""Dates, periods, statuses and frequencies in Thai (Buddhist Era) and English (Common Era)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.findings import Kind
from oit.model.withdrawals import Why
from oit.periods import (
    BUDDHIST_OFFSET,
    ENGLISH_MONTHS,
    THAI_MONTHS,
    THAI_SHORT_MONTHS,
    Frequency,
    Period,
)


class Language(StrEnum):
    """A language of pages and messages."""

    TH = "th"
    EN = "en"


_HALVES_TH = ("6 เดือนแรก", "6 เดือนหลัง")
_HALVES_EN = ("First half", "Second half")

STATUS_TH: Mapping[Status, str] = {
    Status.CURRENT: "เป็นปัจจุบัน",
    Status.DUE: "ใกล้ครบกำหนด",
    Status.PENDING: "ยังไม่ถึงกำหนด",
    Status.STALE: "เกินกำหนดปรับปรุง",
    Status.INCOMPLETE: "ยังไม่ครบถ้วน",
    Status.INVALID: "ข้อมูลไม่ถูกต้อง",
    Status.WAIVED: "ได้รับการผ่อนผัน",
    Status.COMPLETE: "ครบถ้วน ณ วันปิดรอบ",
}
STATUS_EN: Mapping[Status, str] = {
    Status.CURRENT: "Current",
    Status.DUE: "Due soon",
    Status.PENDING: "Not yet due",
    Status.STALE: "Overdue for update",
    Status.INCOMPLETE: "Incomplete",
    Status.INVALID: "Invalid data",
    Status.WAIVED: "Waived",
    Status.COMPLETE: "Complete at closing",
}
WHY_TH: Mapping[Why, str] = {
    Why.PERSONAL_DATA: "มีข้อมูลส่วนบุคคล",
    Why.HIDDEN_CONTENT: "มีเนื้อหาที่ซ่อนอยู่ในไฟล์",
    Why.WRONG: "เนื้อหาคลาดเคลื่อน",
    Why.EMPTY: "ไม่มีเนื้อหา",
    Why.OTHER: "เหตุอื่น",
}
WHY_EN: Mapping[Why, str] = {
    Why.PERSONAL_DATA: "It held personal data.",
    Why.HIDDEN_CONTENT: "It held hidden content.",
    Why.WRONG: "Its content was wrong.",
    Why.EMPTY: "It had no content.",
    Why.OTHER: "For another reason.",
}
"""Why something was taken off the site."""
CELL_TH: Mapping[CellState, str] = {
    CellState.PUBLISHED: "เผยแพร่แล้ว",
    CellState.LATE: "เผยแพร่ล่าช้า",
    CellState.NONE: "ไม่มีรายการในงวดนี้",
    CellState.MISSING: "ค้างเผยแพร่",
    CellState.NOT_DUE: "ยังไม่ถึงกำหนด",
}
CELL_EN: Mapping[CellState, str] = {
    CellState.PUBLISHED: "Published",
    CellState.LATE: "Published late",
    CellState.NONE: "Nothing in this period",
    CellState.MISSING: "Overdue",
    CellState.NOT_DUE: "Not yet due",
}
FREQUENCY_TH: Mapping[Frequency, str] = {
    Frequency.MONTHLY: "ทุกเดือน",
    Frequency.QUARTERLY: "ทุก 3 เดือน",
    Frequency.SEMIANNUAL: "ทุก 6 เดือน",
    Frequency.ANNUAL: "ทุกปี",
}
FREQUENCY_EN: Mapping[Frequency, str] = {
    Frequency.MONTHLY: "every month",
    Frequency.QUARTERLY: "every 3 months",
    Frequency.SEMIANNUAL: "every 6 months",
    Frequency.ANNUAL: "every year",
}
SAMPLE_TH = "ตัวอย่าง – มิใช่ข้อมูลจริง"
SAMPLE_EN = "sample – not real data"
KIND_TH: Mapping[Kind, str] = {
    Kind.STALE: "เกินกำหนด",
    Kind.MISSING: "ค้างเผยแพร่",
    Kind.INVALID: "ไม่ถูกต้อง",
    Kind.LOOSER: "ไม่เป็นไปตามเกณฑ์",
    Kind.UNSAFE: "ไม่ปลอดภัย",
    Kind.POLICY: "ข้อกำหนดไม่ถูกต้อง",
    Kind.NOTICE: "แจ้งให้ทราบ",
}
ROUND_TH: Mapping[RoundState, str] = {
    RoundState.UPCOMING: "ยังไม่เปิดรอบ",
    RoundState.OPEN: "อยู่ระหว่างรอบการเผยแพร่",
    RoundState.CLOSED: "ปิดรอบแล้ว",
}
ROUND_EN: Mapping[RoundState, str] = {
    RoundState.UPCOMING: "Not yet open",
    RoundState.OPEN: "Open",
    RoundState.CLOSED: "Closed",
}


def thai_date(day: date) -> str:
    """17 มีนาคม 2568."""
    return f"{day.day} {THAI_MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"


def thai_short_date(day: date) -> str:
    """17 มี.ค. 2568, for tables."""
    return f"{day.day} {THAI_SHORT_MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"


def thai_month(day: date) -> str:
    """The month alone, as มี.ค., for the axis of a chart."""
    return THAI_SHORT_MONTHS[day.month - 1]


def thai_period(period: Period) -> str:
    """เดือนมีนาคม 2568, ไตรมาสที่ 2, 6 เดือนแรก or the year, with the fiscal year."""
    year = f"ปีงบประมาณ พ.ศ. {period.fiscal_year}"
    if period.months == 1:
        month = THAI_MONTHS[period.start.month - 1]
        return f"เดือน{month} {period.start.year + BUDDHIST_OFFSET}"
    if period.months == 3:
        return f"ไตรมาสที่ {period.ordinal} {year}"
    return year if period.months == 12 else f"รอบ {_HALVES_TH[period.ordinal - 1]} {year}"


def thai_short_period(period: Period) -> str:
    """มี.ค. 68, ไตรมาส 2, ครึ่งปี 1 or ปี 2568, for the axis of a chart."""
    if period.months == 1:
        short_year = (period.start.year + BUDDHIST_OFFSET) % 100
        return f"{THAI_SHORT_MONTHS[period.start.month - 1]} {short_year:02d}"
    if period.months == 12:
        return f"ปี {period.fiscal_year}"
    return f"{'ไตรมาส' if period.months == 3 else 'ครึ่งปี'} {period.ordinal}"


def english_date(day: date) -> str:
    """17 March 2025."""
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def english_short_date(day: date) -> str:
    """17 Mar 2025, for tables."""
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1][:3]} {day.year}"


def english_period(period: Period) -> str:
    """March 2025, quarter 2, first half or the year, with the fiscal year."""
    year = f"fiscal year {period.fiscal_year - BUDDHIST_OFFSET}"
    if period.months == 1:
        return f"{ENGLISH_MONTHS[period.start.month - 1]} {period.start.year}"
    if period.months == 3:
        return f"Quarter {period.ordinal} of {year}"
    return year if period.months == 12 else f"{_HALVES_EN[period.ordinal - 1]} of {year}"


def number_ranges(numbers: Iterable[int]) -> str:
    """3–7, 12: ascending numbers, of which those that follow each other are told together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if run[1:] else str(run[0]) for run in runs)


DATES: Mapping[Language, Callable[[date], str]] = {
    Language.TH: thai_date,
    Language.EN: english_date,
}
"""A date in words, by language."""
